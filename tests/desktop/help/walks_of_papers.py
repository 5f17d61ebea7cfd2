"""What is seen while the steps about lists, paper, presenting, workshops, reading and saving are walked."""

from collections.abc import Iterator

from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog

from strategikort.desktop.help.sheet_dialog import SheetDialog
from strategikort.desktop.keys.palette import Palette
from strategikort.desktop.look.settings import USER
from strategikort.desktop.maps.in_words_dialog import MapInWordsDialog
from strategikort.desktop.maps.presenting import Presenting
from strategikort.desktop.paper.map_print_dialog import MapPrintDialog
from strategikort.desktop.paper.print_dialog import PrintDialog
from strategikort.desktop.sharing.paste_dialog import PasteDialog
from strategikort.desktop.window.preferences_dialog import PreferencesDialog
from strategikort.domain.goals import Goal, GoalKind
from strategikort.domain.ideas import Idea
from strategikort.reports.preview import page_count, page_size
from tests.desktop.help.stage import Stage, walk

LOOSE, LINKED = "Ny legeplads", "Flere starter hos os"
LIST = "Alle børn læser\n\tLæsehjørne i hver klub\n\tForfatterbesøg hvert år"


@walk("lists#paste")
def _paste(stage: Stage) -> Iterator[None]:
    QGuiApplication.clipboard().setText(LIST)
    yield
    dialog = stage.seen(PasteDialog)
    assert [line.title for line in dialog.lines] == [
        "Alle børn læser",
        "Læsehjørne i hver klub",
        "Forfatterbesøg hvert år",
    ]
    yield
    yield
    assert stage.record("Læsehjørne i hver klub").kind.level == stage.record("Alle børn læser").kind.level + 1
    stage.bridge.undo()
    assert "Alle børn læser" not in {one.title for one in stage.document.all(Goal).values()}, "it was one step"


@walk("lists#copy")
def _copy(stage: Stage) -> Iterator[None]:
    before = len(stage.document.all(Goal))
    stage.bridge.select([stage.goal(LOOSE), stage.goal(LINKED)])
    yield
    yield
    assert len(stage.document.all(Goal)) == before + 2
    codes = [one.code for one in stage.document.all(Goal).values() if one.title == LOOSE]
    assert len(set(codes)) == 2, "a copy has a code of its own"


@walk("print#agreement")
def _print(stage: Stage) -> Iterator[None]:
    stage.select(LINKED)
    yield
    dialog = stage.seen(PrintDialog)
    assert [one.id for one in dialog.chosen] == [stage.record(LINKED).agreement]
    yield
    stage.seen(QFileDialog)
    yield
    assert page_count((stage.folder / "Aftale 2027.pdf").read_bytes()) > 1
    yield
    assert stage.alone


@walk("print#map")
def _print_map(stage: Stage) -> Iterator[None]:
    yield
    dialog = stage.seen(MapPrintDialog)
    yield
    assert dialog.form.size.currentText() == "A3"
    yield
    stage.seen(QFileDialog)
    yield
    wide, high = page_size((stage.folder / "Kort 2027.pdf").read_bytes(), 0)
    assert round(max(wide, high) / 72 * 25.4) == 420
    yield
    assert stage.alone


@walk("print#sheet")
def _print_sheet(stage: Stage) -> Iterator[None]:
    yield
    dialog = stage.seen(SheetDialog)
    first = dialog.current
    yield
    assert dialog.current != first
    yield
    stage.seen(QFileDialog)
    yield
    assert (stage.folder / "Ark ved skærmen.pdf").read_bytes() == dialog.paper.pdf
    yield
    assert stage.alone


@walk("present#begin")
def _present(stage: Stage) -> Iterator[None]:
    goal = stage.select(LINKED)
    yield
    page = stage.seen(Presenting)
    assert page.goal.id == goal
    yield
    after = page.goal.id
    assert after != goal
    yield
    assert page.goal.id == goal
    yield
    assert stage.alone
    assert stage.bridge.selection == (goal,), "what was shown last is selected"


def high() -> int:
    """How high the letters of the program are."""
    return QFontMetrics(QApplication.font()).height()


@walk("workshop#begin")
def _workshop(stage: Stage) -> Iterator[None]:
    size = high()
    yield
    assert high() > size
    assert [name for name, panel in stage.window.panels.items() if panel.isVisible()] == ["ideas"]
    yield
    assert [one.text for one in stage.document.all(Idea).values()] == ["Læsehjørne i hver klub"]
    yield
    assert high() == size
    assert not stage.window.panels["ideas"].isVisible() and stage.window.panels["outline"].isVisible()


@walk("workshop#goal")
def _idea(stage: Stage) -> Iterator[None]:
    stage.window.panels["ideas"].show()
    stage.window.ideas.add(["Læsehjørne i hver klub"])
    list = stage.window.ideas.list
    list.setCurrentIndex(list.model().index(0, 0))
    list.setFocus()
    yield
    goal = stage.goal("Læsehjørne i hver klub")
    assert not stage.document.all(Idea)
    assert stage.window.map_area.view.map_scene.item(goal) is not None, "it stands on the map"


@walk("reading#palette")
def _palette(stage: Stage) -> Iterator[None]:
    yield
    dialog = stage.seen(Palette)
    yield
    assert dialog.current is not None and LOOSE in dialog.current.text
    yield
    assert stage.bridge.selection == (stage.goal(LOOSE),)


@walk("reading#words")
def _words(stage: Stage) -> Iterator[None]:
    yield
    dialog = stage.seen(MapInWordsDialog)
    yield
    assert QGuiApplication.clipboard().text() == dialog.text
    assert dialog.text.count(LOOSE) == 1
    yield
    assert stage.alone


@walk("saving#now")
def _save(stage: Stage) -> Iterator[None]:
    stage.made(GoalKind.CENTRE_GOAL, "Skolen er åben", under="Flere familier flytter til")
    assert stage.session.save_state.unsaved
    yield
    stage.wait(lambda: not stage.session.save_state.unsaved)


@walk("saving#undo")
def _undo(stage: Stage) -> Iterator[None]:
    stage.made(GoalKind.CENTRE_GOAL, "Skolen er åben", under="Flere familier flytter til")
    assert stage.window.actions_by_id["undo"].text().startswith("&Fortryd: "), "the menu says what is taken back"
    yield
    assert "Skolen er åben" not in {one.title for one in stage.document.all(Goal).values()}
    yield
    assert stage.goal("Skolen er åben")


@walk("preferences#name")
def _name(stage: Stage) -> Iterator[None]:
    yield
    stage.seen(PreferencesDialog)
    yield
    yield
    assert stage.alone
    assert stage.program.house.settings.get(USER) == "Lone Berg"
