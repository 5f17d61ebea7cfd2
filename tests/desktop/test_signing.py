"""An agreement is followed from draft to archive in the real window, signed, attached to, added to and lapsed."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QInputDialog, QPushButton
from pytestqt.qtbot import QtBot

from strategikort.desktop.agreement.view import AgreementsView
from strategikort.desktop.dialogs.reason_dialog import ReasonDialog
from strategikort.domain.agreements import (
    Agreement,
    AgreementState,
    Attachment,
    AttachmentKind,
    IssuedPaper,
    IssuePurpose,
    Signatory,
    SigningMethod,
)
from strategikort.domain.edits.goals import remove_goals
from strategikort.domain.edits.records import set_field
from strategikort.domain.goals import Goal
from strategikort.storage.stored import hash_of
from tests.desktop.conftest import Shown


def opened(shown: Shown) -> AgreementsView:
    shown.window.actions_by_id["signatures"].trigger()
    return shown.window.views.agreements


def the_agreement(shown: Shown) -> Agreement:
    return next(one for one in shown.document.all(Agreement).values() if not one.amends)


def step(dialog: AgreementsView, name: str) -> QPushButton:
    return dialog.findChild(QPushButton, name)


def steps(dialog: AgreementsView) -> list[str]:
    found = dialog.form.steps.findChildren(QPushButton)
    return [one.objectName() for one in found if not one.isHidden()]


@pytest.fixture
def ready(shown: Shown) -> AgreementsView:
    """The dialog of an agreement that is ready to be signed, whatever the rules say of it."""
    agreement = the_agreement(shown).id
    shown.bridge.edit(lambda document: set_field(document, Agreement, agreement, "state", AgreementState.READY))
    return opened(shown)


def test_what_stands_in_the_way_is_listed_and_leads_to_what_it_is_about(shown: Shown) -> None:
    dialog = opened(shown)
    assert dialog.form.title.text() == the_agreement(shown).title
    step(dialog, "step_in_dialogue").click()
    assert the_agreement(shown).state is AgreementState.IN_DIALOGUE
    assert not step(dialog, "step_ready").isEnabled()
    assert dialog.form.stops.topLevelItemCount() > 0
    wanted: list[object] = []
    dialog.steps.goal_wanted.connect(wanted.append)
    dialog.form.stops.itemActivated.emit(dialog.form.stops.topLevelItem(0), 0)
    assert shown.document.find(wanted[0]) is not None


def test_the_state_moves_by_the_steps_that_are_offered_and_back(shown: Shown) -> None:
    dialog = opened(shown)
    assert steps(dialog) == ["step_in_dialogue", "step_cancelled"]
    step(dialog, "step_in_dialogue").click()
    assert steps(dialog) == ["step_draft", "step_in_hearing", "step_ready"]
    step(dialog, "step_in_hearing").click()
    assert dialog.form.agreements.currentItem().text(1) == "I høring"
    step(dialog, "step_in_dialogue").click()
    shown.bridge.undo()
    assert the_agreement(shown).state is AgreementState.IN_HEARING


def test_signatures_are_noted_one_by_one_and_the_last_makes_the_agreement_signed(
    ready: AgreementsView, shown: Shown
) -> None:
    form = ready.form
    form.day.setText("5.1.2015")
    form.place.setText("Prøveby")
    form.method.setCurrentIndex(form.method.findData(SigningMethod.SCAN))
    first = ready.signatories.chosen
    form.sign.click()
    noted = shown.document.all(Signatory)[first.id]
    assert (noted.signed_on, noted.place, noted.method) == (date(2015, 1, 5), "Prøveby", SigningMethod.SCAN)
    assert ready.signatories.chosen.id != first.id
    form.sign.click()
    assert the_agreement(shown).state is AgreementState.SIGNED
    assert form.agreements.currentItem().text(1) == "Gældende"
    assert not form.unsign.isEnabled() and not form.sign.isEnabled()
    goals = shown.document.all(Goal)
    mine = next(one for one in goals.values() if getattr(one, "agreement", None) == the_agreement(shown).id)
    said: list[object] = []
    shown.bridge.refused.connect(said.append)
    assert shown.bridge.edit(lambda document: remove_goals(document, [mine.id])) is None
    assert shown.bridge.say(said[0]).endswith("er underskrevet og kan ikke ændres. Lav et tillæg i stedet.")


def test_a_day_that_is_none_can_not_be_noted(ready: AgreementsView) -> None:
    assert ready.form.sign.isEnabled()
    ready.form.day.setText("i morgen")
    assert not ready.form.sign.isEnabled()


def test_a_signature_is_taken_back_while_one_is_missing(ready: AgreementsView, shown: Shown) -> None:
    first = ready.signatories.chosen
    ready.form.sign.click()
    ready.form.signatories.setCurrentItem(ready.form.signatories.topLevelItem(0))
    ready.form.unsign.click()
    assert shown.document.all(Signatory)[first.id].signed_on is None


def test_the_paper_to_be_signed_is_saved_noted_and_kept_or_it_is_said_why_not(
    ready: AgreementsView, shown: Shown, tmp_path: Path
) -> None:
    target = tmp_path / "ud" / "aftale.pdf"
    ready.files.issue(target, IssuePurpose.PAPER)
    if shown.document.all(IssuedPaper):
        assert target.read_bytes().startswith(b"%PDF-")
    else:
        assert ready.form.said.text()
        assert not target.exists()


def test_a_scan_is_kept_with_the_agreement_copied_out_and_taken_away(
    ready: AgreementsView, shown: Shown, tmp_path: Path
) -> None:
    scan = tmp_path / "underskrifter.pdf"
    scan.write_bytes(b"%PDF-1.7 to scannede ark")
    ready.files.attach(scan, AttachmentKind.SIGNED_SHEETS)
    (kept,) = shown.document.all(Attachment).values()
    assert (kept.name, kept.media_type, kept.file) == (
        "underskrifter.pdf",
        "application/pdf",
        hash_of(scan.read_bytes()),
    )
    line = ready.form.files.topLevelItem(0)
    assert line.text(1) == "Underskrevne ark, scannet"
    ready.form.files.setCurrentItem(line)
    ready.files.save_copy(tmp_path / "kopi.pdf")
    assert (tmp_path / "kopi.pdf").read_bytes() == scan.read_bytes()
    ready.form.files.setCurrentItem(ready.form.files.topLevelItem(0))
    ready.form.detach.click()
    assert not shown.document.all(Attachment)


def test_what_is_no_pdf_word_file_or_picture_is_not_attached(
    ready: AgreementsView, shown: Shown, tmp_path: Path
) -> None:
    other = tmp_path / "program.exe"
    other.write_bytes(b"MZ\x90")
    ready.files.attach(other, AttachmentKind.OTHER)
    assert ready.form.said.text().startswith("Kun PDF, Word-filer og billeder")
    ready.files.attach(tmp_path / "mangler.pdf", AttachmentKind.OTHER)
    assert "mangler.pdf" in ready.form.said.text()
    assert not shown.document.all(Attachment)


def test_a_draft_lapses_for_a_reason_that_is_said_with_it(shown: Shown) -> None:
    dialog = opened(shown)
    step(dialog, "step_cancelled").click()
    asked = dialog.findChild(ReasonDialog, "lapse")
    assert not asked.form.go.isEnabled()
    asked.form.why.setPlainText("Skolen lukker til sommer.")
    asked.form.go.click()
    assert the_agreement(shown).state is AgreementState.CANCELLED
    assert the_agreement(shown).cancelled_why == "Skolen lukker til sommer."


def test_an_addendum_is_made_and_shown(ready: AgreementsView, shown: Shown) -> None:
    ready.form.sign.click()
    ready.form.sign.click()
    step(ready, "addendum").click()
    assert ready.agreement.amends == the_agreement(shown).id
    assert ready.form.title.text().endswith(" – tillæg 1")
    assert ready.form.agreements.currentItem().text(0).endswith("(tillæg)")


def test_where_a_committee_approves_that_is_noted_before_anybody_signs(
    ready: AgreementsView, shown: Shown, qtbot: QtBot
) -> None:
    assert ready.findChild(QPushButton, "approve") is None
    ready.steps.approve(the_agreement(shown).id, "Børneudvalget")
    assert "Godkendt af Børneudvalget den 15. februar 2015." in ready.form.state.text()
    assert ready.findChild(QInputDialog) is None
