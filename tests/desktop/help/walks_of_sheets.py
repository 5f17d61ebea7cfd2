"""What is seen while the sheets of centre chief, director and secretary are walked."""

from collections.abc import Iterator

from PySide6.QtGui import QGuiApplication

from strategikort.desktop.maps.in_words_dialog import MapInWordsDialog
from strategikort.desktop.maps.presenting import Presenting
from strategikort.desktop.paper.map_print_dialog import MapPrintDialog
from strategikort.desktop.paper.print_dialog import PrintDialog
from strategikort.domain.goals import Goal, GoalKind
from strategikort.domain.maps import MapSubject
from strategikort.reports.preview import page_count
from tests.desktop.help.stage import Stage, walk
from tests.desktop.help.walks_of_maps import CENTRE, LINKED, LOOSE, chosen, uppers, writes_title
from tests.desktop.help.walks_of_papers import LIST


@walk("sheet_chief#draw")
def _draw(stage: Stage) -> Iterator[None]:
    yield
    assert writes_title()
    yield
    assert stage.record("Flere læser til daglig").owner == stage.map.centre, "it is the centre's own"
    yield
    assert uppers(stage, "Flere læser til daglig") == {"Alle unge får en uddannelse"}
    yield
    assert stage.record("Læsevenner på alle skoler").kind is GoalKind.UNIT_GOAL
    assert uppers(stage, "Læsevenner på alle skoler") == {"Flere læser til daglig"}
    yield
    assert stage.window.map_area.view.seen.contains(stage.card("Læsevenner på alle skoler"))


@walk("sheet_chief#check")
def _check(stage: Stage) -> Iterator[None]:
    yield
    assert stage.bridge.selection
    yield
    assert stage.window.views.currentWidget() is stage.window.thread_view
    yield
    assert stage.window.views.currentWidget() is stage.window.map_area


@walk("sheet_chief#meeting")
def _meeting(stage: Stage) -> Iterator[None]:
    yield
    page = stage.seen(Presenting)
    assert page.place == 1
    yield
    assert stage.alone
    yield
    dialog = stage.seen(MapInWordsDialog)
    assert QGuiApplication.clipboard().text() == dialog.text
    yield
    assert stage.alone


@walk("sheet_director#overview")
def _overview(stage: Stage) -> Iterator[None]:
    yield
    yield
    yield
    assert stage.map.title == "Kommunen 2027"
    assert (stage.map.subject, stage.map.centre) == (MapSubject.GOALS, None)
    yield
    view = stage.window.map_area.view
    assert all(view.seen.contains(one.rect) for one in view.map_scene.card_items())


@walk("sheet_director#follow")
def _follow(stage: Stage) -> Iterator[None]:
    yield
    assert chosen(stage) == ["Flere familier flytter til"]
    yield
    assert stage.window.views.currentWidget() is stage.window.thread_view
    assert stage.window.thread_view._heading.text() == "Flere familier flytter til"
    yield
    assert stage.window.views.currentWidget() is stage.window.map_area


@walk("sheet_director#broken")
def _broken(stage: Stage) -> Iterator[None]:
    panel = stage.window.findings
    panel.list.setCurrentIndex(panel.list.model().index(-1, 0))
    yield
    first = panel.finding_at(panel.list.currentIndex().row())
    yield
    second = panel.finding_at(panel.list.currentIndex().row())
    assert first is not None and second is not None and first is not second
    order = ["error", "warning", "info"]
    assert order.index(first.severity.value) <= order.index(second.severity.value)


@walk("sheet_director#show")
def _show(stage: Stage) -> Iterator[None]:
    yield
    stage.seen(Presenting)
    yield
    assert stage.alone
    yield
    stage.seen(MapPrintDialog)
    yield
    assert page_count((stage.folder / "Kommunens kort.pdf").read_bytes()) == 1
    yield
    assert stage.alone


@walk("sheet_secretary#list")
def _list(stage: Stage) -> Iterator[None]:
    QGuiApplication.clipboard().setText(LIST)
    before = len(stage.document.all(Goal))
    yield
    yield
    assert len(stage.document.all(Goal)) == before + 3
    yield


@walk("sheet_secretary#mend")
def _mend(stage: Stage) -> Iterator[None]:
    yield
    assert chosen(stage) == [LOOSE]
    yield
    assert chosen(stage) == ["Ny legeplads for alle"]


@walk("sheet_secretary#agreements")
def _agreements(stage: Stage) -> Iterator[None]:
    stage.select(LINKED)
    yield
    stage.seen(PrintDialog)
    yield
    assert page_count((stage.folder / "Aftale 2027.pdf").read_bytes()) > 1
    yield
    assert stage.alone


@walk("sheet_secretary#minutes")
def _minutes(stage: Stage) -> Iterator[None]:
    yield
    assert CENTRE in QGuiApplication.clipboard().text()
    yield
    yield
    assert QGuiApplication.clipboard().mimeData().hasImage()
