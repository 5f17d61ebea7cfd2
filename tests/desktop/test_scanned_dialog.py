"""A pile of signed sheets is read in the real window: placed by code, by hand where there is none, kept and noted."""

from pathlib import Path

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from strategikort.desktop.agreement.scanned_dialog import ScannedDialog
from strategikort.domain.agreements import Agreement, AgreementState, Attachment, AttachmentKind
from strategikort.domain.edits.records import set_field
from strategikort.domain.edits.signing import signatories_of
from strategikort.domain.shape import Id
from strategikort.reports.barcode import Barcode
from strategikort.reports.preview import page_count
from tests.desktop.conftest import Shown
from tests.reports.scans import picture_of, pile


@pytest.fixture
def ready(shown: Shown) -> Id:
    """The small town's agreement, ready to be signed."""
    agreement = next(iter(shown.document.all(Agreement)))
    shown.bridge.edit(lambda document: set_field(document, Agreement, agreement, "state", AgreementState.READY))
    return agreement


def sheet(agreement: Id, page: int, pages: int = 2) -> Image.Image:
    return picture_of(Barcode(agreement=agreement, version=1, check="1a2b 3c4d 5e6f", said="").on(page, pages))


def read(shown: Shown, path: Path, qtbot: QtBot) -> ScannedDialog:
    shown.window.actions_by_id["scanned"].trigger()
    dialog = shown.window.findChildren(ScannedDialog)[-1]
    dialog.read(path)
    qtbot.waitUntil(lambda: not dialog.form.progress.isVisible(), timeout=20_000)
    return dialog


def test_sheets_are_kept_with_their_agreement_and_the_parties_noted(
    shown: Shown, ready: Id, tmp_path: Path, qtbot: QtBot
) -> None:
    scan = tmp_path / "Bunke.pdf"
    scan.write_bytes(pile([sheet(ready, 2), sheet(ready, 1)], 150))
    dialog = read(shown, scan, qtbot)
    line = dialog.form.sheets.topLevelItem(0)
    assert (line.text(1), line.text(2)) == ("2, 1", "version 1")
    dialog.form.note.click()
    dialog.form.place.setText("Prøveby")
    dialog.form.keep.click()
    (agreement,) = shown.document.all(Agreement).values()
    (kept,) = shown.document.all(Attachment).values()
    assert kept.kind is AttachmentKind.SIGNED_SHEETS
    assert page_count(shown.session.store.read(kept.file)) == 2
    assert agreement.state is AgreementState.SIGNED
    assert {one.place for one in signatories_of(shown.document, agreement.id)} == {"Prøveby"}


def test_a_page_without_a_code_is_seen_and_placed_by_hand(
    shown: Shown, ready: Id, tmp_path: Path, qtbot: QtBot
) -> None:
    blank = Image.new("L", (400, 600), 255)
    scan = tmp_path / "Bunke.pdf"
    scan.write_bytes(pile([blank], 60))
    dialog = read(shown, scan, qtbot)
    assert dialog.form.loose.count() == 1 and not dialog.form.keep.isEnabled()
    assert not dialog.form.page.pixmap().isNull()
    dialog.form.put.click()
    assert dialog.form.loose.count() == 0 and dialog.form.sheets.topLevelItemCount() == 1
    dialog.form.keep.click()
    assert len(shown.document.all(Attachment)) == 1
    (agreement,) = shown.document.all(Agreement).values()
    assert agreement.state is AgreementState.READY, "nobody said that it was signed"


def test_reading_can_be_stopped_and_a_file_that_is_no_pdf_is_told(
    shown: Shown, ready: Id, tmp_path: Path, qtbot: QtBot
) -> None:
    scan = tmp_path / "Bunke.pdf"
    scan.write_bytes(pile([sheet(ready, 1)], 150))
    dialog = read(shown, scan, qtbot)
    dialog.stop()
    other = tmp_path / "brev.docx"
    other.write_bytes(b"PK\x03\x04 not a scan")
    dialog.read(other)
    assert dialog.form.said.text().startswith("PDF-filen kan ikke læses.")
