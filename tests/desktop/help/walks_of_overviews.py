"""What is seen while the steps about folders of files, and about what is handed out, are walked."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from strategikort.application.leading.handouts import Handout
from strategikort.application.parting import save_parts
from strategikort.cascade.rules.asking import Check
from strategikort.desktop.overview.files_dialog import FilesDialog
from strategikort.desktop.paper.leading_print_dialog import LeadingPrintDialog
from strategikort.desktop.sharing.delivery_dialog import DeliveryDialog
from strategikort.desktop.sharing.import_dialog import ImportDialog
from strategikort.domain.goals import PoliticalGoal
from strategikort.domain.organisation import Scope
from strategikort.reports.preview import page_count
from tests.desktop.help.stage import Stage, walk


def centres_file(stage: Stage) -> Path:
    """The file of the one centre, in a folder of its own."""
    folder = stage.folder / "centre"
    if not folder.exists():
        folder.mkdir()
        space = stage.bridge.workspace
        check = Check(stage.document, space.profile, today=space.today(), year=2015)
        save_parts(check, folder, desk=stage.program.house.desk)
    return next(folder.glob("*.strategikort"))


@walk("sheet_director#morning")
def _morning(stage: Stage) -> Iterator[None]:
    folder = centres_file(stage).parent
    yield
    seen = stage.program.windows[-1]
    assert seen.path == folder and seen.views.currentWidget() is seen.views.leading
    yield
    assert stage.seen(LeadingPrintDialog).paper.pages >= 1
    yield
    assert stage.alone


@walk("leading#overview")
def _overview(stage: Stage) -> Iterator[None]:
    file = centres_file(stage)
    folder = file.parent
    yield
    seen = stage.program.windows[-1]
    assert seen.path == folder and seen.overview.session is not None
    assert seen.views.currentWidget() is seen.views.leading
    yield
    assert stage.seen(FilesDialog).form.tree.topLevelItemCount() == 1
    yield
    assert stage.alone
    yield
    opened = stage.program.windows[-1]
    assert opened.path == file and opened.map_area.map == seen.map_area.map


@walk("leading#print")
def _print(stage: Stage) -> Iterator[None]:
    yield
    dialog = stage.seen(LeadingPrintDialog)
    yield
    assert dialog.handout is Handout.GOALS and dialog.part is None
    yield
    assert (stage.folder / "Status.docx").read_bytes()[:2] == b"PK"
    yield
    assert page_count((stage.folder / "Status.pdf").read_bytes()) >= 1
    yield
    assert stage.alone


@walk("leading#parts")
def _parts(stage: Stage) -> Iterator[None]:
    folder = stage.folder / "delt"
    folder.mkdir()
    yield
    assert len(list(folder.glob("*.strategikort"))) == 1
    yield
    seen = stage.program.windows[-1]
    assert seen.path == folder and seen.overview.session is not None
    assert next(iter(seen.overview.session.overview.centres.values())) is not None
    assert stage.document.municipality is not None and stage.document.municipality.scope is Scope.MUNICIPALITY


@walk("lists#delivery")
def _delivery(stage: Stage) -> Iterator[None]:
    folder = stage.folder / "leverance"
    folder.mkdir()
    (old, *_) = sorted(stage.document.all(PoliticalGoal).values(), key=lambda one: one.code)
    (folder / "goals.csv").write_text(f"id,kind,title\n{old.code},political_goal,Nye ord fra byrådet\n", "utf-8")
    (folder / "links.csv").write_text("from,to\n", "utf-8")
    yield
    dialog = stage.seen(QFileDialog)
    assert dialog.fileMode() is QFileDialog.FileMode.Directory
    yield
    assert stage.seen(ImportDialog).form.bring_in.isEnabled()
    yield
    assert stage.document.all(PoliticalGoal)[old.id].title == "Nye ord fra byrådet"
    yield
    assert stage.seen(DeliveryDialog).model.rowCount() >= 1
