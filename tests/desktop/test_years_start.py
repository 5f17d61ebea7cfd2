"""The start of a year in the real window: 30 drafts, one written and heard, each way of signing, one tampered with."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from strategikort.desktop.agreement.certificate_dialog import CertificateDialog
from strategikort.desktop.agreement.verify_dialog import VerifyDialog
from strategikort.desktop.agreement.view import AgreementsView
from strategikort.desktop.drafting.make_dialog import MakeAgreementsDialog
from strategikort.domain.agreements import (
    Agreement,
    AgreementState,
    Attachment,
    AttachmentKind,
    Involvement,
    IssuePurpose,
    SigningMethod,
)
from strategikort.domain.changes import ChangeSet
from strategikort.domain.document import Document
from strategikort.domain.edits.life_cycle import move_agreement
from strategikort.domain.edits.organisation import add_org, appoint
from strategikort.domain.edits.records import set_field
from strategikort.domain.edits.signing import signatories_of
from strategikort.domain.goals import CentreGoal, DecisionStatus, Goal, PoliticalGoal
from strategikort.domain.organisation import OrgKind, OrgUnit, Person
from strategikort.domain.shape import Id
from tests.desktop.conftest import Shown
from tests.reports.authority import PASSWORD, Owner, owner, root
from tests.reports.rebuilt import rebuilt

UNITS = 30
TODAY = date(2015, 2, 15)
ADOPTED = DecisionStatus.ADOPTED


@dataclass
class Start:
    """The window at the start of a year, and a folder for what goes out and comes back."""

    shown: Shown
    folder: Path

    @property
    def view(self) -> AgreementsView:
        return self.shown.window.views.agreements

    @property
    def document(self) -> Document:
        return self.shown.document

    def drafts(self) -> list[Agreement]:
        schools = {one.id for one in self.document.all(OrgUnit).values() if one.name.startswith("Institution")}
        return sorted((one for one in self.document.all(Agreement).values() if one.org in schools), key=_code)

    def make_ready(self, place: int) -> Agreement:
        """The rules of the model are another test's; here an agreement is declared ready by the edits alone."""
        agreement = self.drafts()[place]
        for state in (AgreementState.IN_DIALOGUE, AgreementState.READY):
            here = self.document.all(Agreement)[agreement.id].state
            if here is not state:
                self.shown.bridge.edit(lambda one, to=state: move_agreement(one, agreement.id, to=to, today=TODAY))
        self.view.choose(agreement.id)
        self.view.show_signing()
        return self.document.all(Agreement)[agreement.id]

    def names(self, agreement: Agreement) -> list[str]:
        people = self.document.all(Person)
        return [people[one.person].name for one in signatories_of(self.document, agreement.id)]

    def state(self, agreement: Agreement) -> AgreementState:
        return self.document.all(Agreement)[agreement.id].state

    def look(self, path: Path) -> VerifyDialog:
        self.shown.window.actions_by_id["verify_pdf"].trigger()
        dialog = self.shown.window.findChildren(VerifyDialog)[-1]
        dialog.trust_in(str(self.folder / "trusted"))
        dialog.look_at(path)
        return dialog


def _code(one: Agreement) -> tuple[str, str]:
    return one.code, one.id


def _units(document: Document, new_id: object) -> ChangeSet:
    """Thirty institutions of the centre, each with a leader."""
    centre = next(one for one in document.all(OrgUnit).values() if one.kind is OrgKind.CENTRE)
    step = ChangeSet(add_org(document, new_id=new_id, kind=OrgKind.UNIT, name="x", code="", parent=centre.id).label, ())
    for number in range(UNITS):
        after = document.with_changes(step)
        name, code = f"Institution {number:02d}", f"I{number:02d}"
        made = add_org(after, new_id=new_id, kind=OrgKind.UNIT, name=name, code=code, parent=centre.id)
        step = step.followed_by(made)
        unit = next(one.record for one in made.changes if isinstance(one.record, OrgUnit))
        after = document.with_changes(step)
        person = f"Leder {number:02d}"
        since = date(2014, 1, 1)
        step = step.followed_by(
            appoint(after, new_id=new_id, name=person, role="unit_leader", org=unit.id, since=since)
        )
    chief = appoint(
        document.with_changes(step), new_id=new_id, name="Anne Krogh", role="centre_chief", org=centre.id, since=since
    )
    return step.followed_by(chief)


@pytest.fixture
def start(shown: Shown, tmp_path: Path) -> Start:
    (tmp_path / "trusted").mkdir()
    (tmp_path / "trusted" / "myndighed.pem").write_bytes(root().pem)
    new_id = shown.bridge.workspace.new_id
    shown.bridge.edit(lambda document: _units(document, new_id))
    for goal in shown.document.all(PoliticalGoal):
        shown.bridge.edit(lambda one, goal=goal: set_field(one, PoliticalGoal, goal, "decision_status", ADOPTED))
    return Start(shown, tmp_path)


def make_drafts(start: Start) -> None:
    start.shown.window.actions_by_id["make_agreements"].trigger()
    dialog = start.shown.window.findChildren(MakeAgreementsDialog)[-1]
    dialog.form.add_goal.click()
    goal = dialog.form.goals.topLevelItem(0)
    goal.setText(0, "Alle børn bevæger sig hver dag")
    goal.setText(2, "Det ses i trivselsmålingen.")
    above = dialog.form.goals.itemWidget(goal, 1)
    document = start.document
    traced = [
        place
        for place in range(above.count())
        if isinstance(document.get(Goal, above.itemData(place)), CentreGoal)
        and any(
            isinstance(document.get(Goal, one.upper), PoliticalGoal) for one in document.links_up(above.itemData(place))
        )
    ]
    above.setCurrentIndex(traced[0])
    dialog.form.make.click()


def certificate(start: Start, name: str) -> Path:
    mine: Owner = owner(name, root())
    path = start.folder / f"{name}.p12"
    path.write_bytes(mine.file(root()))
    return path


def test_a_year_is_begun_written_heard_and_signed_in_each_of_the_three_ways(start: Start) -> None:
    make_drafts(start)
    assert len(start.drafts()) == UNITS
    _one_is_written_and_heard(start)
    _signed_on_paper(start, start.make_ready(0))
    by_service = _signed_by_a_service(start, start.make_ready(1))
    by_certificate = _signed_by_certificates(start, start.make_ready(2))
    assert [start.state(one) for one in start.drafts()[:4]] == [AgreementState.SIGNED] * 3 + [AgreementState.DRAFT]
    _a_tampered_one_is_caught(start, by_service, by_certificate)


def _one_is_written_and_heard(start: Start) -> None:
    first = start.drafts()[0]
    start.shown.window.actions_by_id["view_agreements"].trigger()
    start.view.choose(first.id)
    block = start.view.text.blocks["core_task"]
    block.editor.widget.setFocus()
    QTest.keyClicks(block.editor.widget, "Vi er ude hver dag.")
    block.editor.commit()
    start.view.steps.go_on(AgreementState.IN_DIALOGUE)
    start.view.steps.go_on(AgreementState.IN_HEARING)
    assert block.editor.widget.isReadOnly(), "it is heard"
    start.view.text.parts.hearings.add.click()
    (heard,) = (one for one in start.document.all(Involvement).values() if one.agreement == first.id)
    card = start.view.text.parts.hearings.cards[-1]
    assert card.record == heard.id
    body = card.record_form.editors["body"]
    body.widget.setFocus()
    QTest.keyClicks(body.widget, "forældrebestyrelsen")
    body.commit()
    assert start.document.all(Involvement)[heard.id].body == "forældrebestyrelsen"


def _signed_on_paper(start: Start, agreement: Agreement) -> None:
    target = start.folder / "papir.pdf"
    start.view.files.issue(target, IssuePurpose.PAPER)
    assert target.exists(), start.view.form.said.text()
    assert b"/AcroForm" not in target.read_bytes()
    start.view.form.place.setText("Prøveby")
    for _ in start.names(agreement):
        start.view.form.sign.click()
    start.view.files.attach(target, AttachmentKind.SIGNED_SHEETS)
    noted = signatories_of(start.document, agreement.id)
    assert {(one.signed_on, one.place, one.method) for one in noted} == {(TODAY, "Prøveby", SigningMethod.PAPER)}
    assert start.state(agreement) is AgreementState.SIGNED


def _signed_by_a_service(start: Start, agreement: Agreement) -> Path:
    out, back = start.folder / "ud.pdf", start.folder / "tilbage.pdf"
    start.view.files.issue(out, IssuePurpose.SERVICE)
    assert b"/AcroForm" not in out.read_bytes()
    back.write_bytes(rebuilt(out.read_bytes()))
    dialog = start.look(back)
    assert dialog.form.keep.isEnabled(), dialog.form.told.toPlainText()
    for place in range(dialog.form.parties.topLevelItemCount()):
        dialog.form.parties.topLevelItem(place).setCheckState(0, Qt.CheckState.Checked)
    dialog.form.keep.click()
    assert start.state(agreement) is AgreementState.SIGNED
    kept = [one for one in start.document.all(Attachment).values() if one.agreement == agreement.id]
    assert [one.kind for one in kept] == [AttachmentKind.SIGNED_PDF]
    assert not dialog.form.keep.isEnabled()
    return back


def _signed_by_certificates(start: Start, agreement: Agreement) -> Path:
    for name in start.names(agreement):
        start.view.files.sign()
        dialog = start.shown.window.findChildren(CertificateDialog)[-1]
        assert dialog.form.party.currentText() == name
        dialog.use_file(certificate(start, name))
        dialog.form.password.setText("forkert")
        dialog.form.sign.click()
        assert dialog.form.said.text(), "a wrong password is told"
        dialog.form.password.setText(PASSWORD)
        dialog.form.sign.click()
        assert not dialog.isVisible(), dialog.form.said.text()
    assert start.state(agreement) is AgreementState.SIGNED
    (kept,) = (one for one in start.document.all(Attachment).values() if one.agreement == agreement.id)
    path = start.folder / "certifikat.pdf"
    path.write_bytes(start.shown.session.store.read(kept.file))
    dialog = start.look(path)
    told = dialog.form.told.toPlainText()
    assert all(name in told for name in start.names(agreement))
    return path


def _a_tampered_one_is_caught(start: Start, by_service: Path, by_certificate: Path) -> None:
    good = start.look(by_certificate).form.verdict.text()
    changed = bytearray(by_certificate.read_bytes())
    changed[len(changed) // 3] ^= 1
    by_certificate.write_bytes(bytes(changed))
    dialog = start.look(by_certificate)
    assert dialog.form.verdict.text() != good
    assert not dialog.form.keep.isEnabled()
    assert start.look(by_service).form.verdict.text()


def test_thirty_drafts_are_one_step(start: Start) -> None:
    before = start.document
    make_drafts(start)
    assert len(start.drafts()) == UNITS
    start.shown.bridge.undo()
    assert start.document == before


def test_a_party_whose_certificate_is_in_another_name_is_noted_as_that_certificate_says(start: Start) -> None:
    make_drafts(start)
    agreement = start.make_ready(0)
    start.view.files.sign()
    dialog = start.shown.window.findChildren(CertificateDialog)[-1]
    dialog.use_file(certificate(start, "En helt anden"))
    dialog.form.password.setText(PASSWORD)
    dialog.form.sign.click()
    noted = next(one for one in signatories_of(start.document, agreement.id) if one.signed_on)
    assert noted.evidence == "En helt anden"
    assert Id(noted.id) in {one.id for one in signatories_of(start.document, agreement.id)}
