"""What is seen while the steps about agreements are walked."""

from collections.abc import Iterator

from strategikort.desktop.agreement.scanned_dialog import ScannedDialog
from strategikort.desktop.agreement.verify_dialog import VerifyDialog
from strategikort.desktop.drafting.make_dialog import MakeAgreementsDialog
from strategikort.desktop.drafting.many_dialog import ChangeDraftsDialog
from strategikort.domain.agreements import Agreement, AgreementState, Attachment, Section, Signatory
from strategikort.domain.edits.many import SectionText
from strategikort.domain.edits.records import set_field
from strategikort.domain.goals import Origin, UnitGoal
from strategikort.reports.barcode import Barcode
from tests.desktop.help.stage import Stage, walk
from tests.reports.scans import picture_of, pile


@walk("agreements#make")
def _make(stage: Stage) -> Iterator[None]:
    before = len(stage.document.all(Agreement))
    yield
    dialog = stage.seen(MakeAgreementsDialog)
    units = len(dialog.chosen)
    assert units > 0
    yield
    assert [goal.title for goal in dialog.common.goals] == ["Alle børn læser"]
    yield
    assert stage.alone
    assert len(stage.document.all(Agreement)) == before + units
    common = [one.title for one in stage.document.all(UnitGoal).values() if one.origin is Origin.COMMON]
    assert common.count("Alle børn læser") == units


@walk("agreements#many")
def _many(stage: Stage) -> Iterator[None]:
    yield
    dialog = stage.seen(ChangeDraftsDialog)
    yield
    assert isinstance(dialog.what, SectionText)
    assert dialog.what.key == "core_task", dialog.form.what.currentText()
    yield
    assert dialog.value == "Vi lærer sammen"
    yield
    assert stage.alone
    texts = {one.text for one in stage.document.all(Section).values() if one.key == "core_task"}
    assert texts == {"Vi lærer sammen"}


@walk("agreements#sign")
def _sign(stage: Stage) -> Iterator[None]:
    agreement = next(iter(stage.document.all(Agreement)))
    stage.bridge.edit(lambda document: set_field(document, Agreement, agreement, "state", AgreementState.READY))
    yield
    assert stage.window.views.currentWidget() is stage.window.views.agreements
    yield
    yield
    signed = [one for one in stage.document.all(Signatory).values() if one.signed_on]
    assert [one.place for one in signed] == ["Øresø"]


@walk("agreements#write")
def _write(stage: Stage) -> Iterator[None]:
    yield
    view = stage.window.views.agreements
    assert view.isVisible() and not view.form.paper_side.isVisible()
    yield
    yield
    texts = [one.text for one in stage.document.all(Section).values() if one.key == "core_task"]
    assert texts == ["Vi lærer sammen"]
    stage.wait(lambda: view.form.page.pixmap() is not None and not view.form.page.pixmap().isNull())
    yield
    assert not view.form.paper_side.isVisible()


@walk("agreements#check")
def _check(stage: Stage) -> Iterator[None]:
    (stage.folder / "Aftale 2027.pdf").write_bytes(b"%PDF-1.7 broken")
    yield
    dialog = stage.seen(VerifyDialog)
    yield
    assert dialog.form.verdict.text().startswith("PDF-filen kan ikke læses.")
    yield
    assert stage.alone


@walk("agreements#scan")
def _scan(stage: Stage) -> Iterator[None]:
    agreement = next(iter(stage.document.all(Agreement)))
    stage.bridge.edit(lambda document: set_field(document, Agreement, agreement, "state", AgreementState.READY))
    sheet = Barcode(agreement=agreement, version=1, check="1a2b 3c4d 5e6f", said="").on(1, 1)
    (stage.folder / "Bunke.pdf").write_bytes(pile([picture_of(sheet)], 150))
    yield
    dialog = stage.seen(ScannedDialog)
    yield
    stage.wait(lambda: dialog.form.sheets.topLevelItemCount() == 1)
    yield
    assert stage.alone
    assert [one.agreement for one in stage.document.all(Attachment).values()] == [agreement]
