"""Cards that are moved: guides, the grid, Ctrl, and a selection that keeps its shape."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from strategikort.application.drawing.measure import CARD_WIDTH, GRID
from strategikort.desktop.canvas.gestures.drag import CardDrag
from strategikort.domain.edits.maps import places_on
from strategikort.domain.shape import Id
from tests.desktop.canvas.conftest import Drawn

CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


def dragged(drawn: Drawn, *titles: str) -> CardDrag:
    scene = drawn.view.map_scene
    return CardDrag(scene, [scene.item(drawn.goal(title)) for title in titles], QPointF(0, 0))


def test_a_card_falls_in_line_with_one_that_is_near_and_a_guide_says_so(drawn: Drawn) -> None:
    scene = drawn.view.map_scene
    upper, lower = scene.item(drawn.goal("Flere vælger skolen")), scene.item(drawn.goal("Ny legeplads"))
    drag = dragged(drawn, "Ny legeplads")
    drag.move(QPointF(upper.x - lower.x + 3, 30), NONE)
    assert lower.x == upper.x
    assert any(guide.x1 == guide.x2 == upper.x for guide in drag.guides)
    drag.move(QPointF(upper.x - lower.x + 3, 30), CTRL)
    assert drag.guides == ()
    drag.cancel()


def test_ctrl_suspends_guides_and_grid(drawn: Drawn) -> None:
    item = drawn.view.map_scene.item(drawn.goal("Ny legeplads"))
    before = item.place
    drag = dragged(drawn, "Ny legeplads")
    drag.move(QPointF(1001.5, 33.25), CTRL)
    assert item.place - before == QPointF(1001.5, 33.25)
    drag.move(QPointF(1001.5, 33.25), NONE)
    assert item.x % GRID == 0
    drag.cancel()
    assert item.place == before


def test_a_selection_moves_as_one_and_stops_where_the_first_of_it_would_leave_its_band(drawn: Drawn) -> None:
    scene = drawn.view.map_scene
    titles = ("Flere vælger skolen", "Ny legeplads")
    before = {title: scene.item(drawn.goal(title)).place for title in titles}
    drag = dragged(drawn, *titles)
    drag.move(QPointF(57, 31), NONE)
    drag.move(QPointF(57, -500), NONE)
    moved = [scene.item(drawn.goal(title)).place - before[title] for title in titles]
    assert moved[0] == moved[1]
    assert moved[0].x() > 40 and moved[0].y() == 0
    drag.cancel()


def test_a_goal_that_had_no_place_is_back_where_it_stood_after_undo(drawn: Drawn) -> None:
    spots = dict(drawn.view.map_scene.places.spots)
    goal: Id = drawn.goal("Ny legeplads")
    assert goal not in places_on(drawn.document, drawn.map)
    start = drawn.at("Ny legeplads")
    drawn.drag(start, start + QPoint(0, 60))
    assert drawn.view.map_scene.places.spots != spots
    drawn.bridge.undo()
    assert drawn.view.map_scene.places.spots == spots
    drawn.bridge.redo()
    assert drawn.view.map_scene.places.spots != spots


def test_the_guide_is_painted_while_the_hand_holds_the_card(drawn: Drawn) -> None:
    scene = drawn.view.map_scene
    start = drawn.at("Fravær opdages straks")
    drawn.press(start)
    away = scene.item(drawn.goal("Flere vælger skolen")).x + CARD_WIDTH + 60
    by = round((away - scene.item(drawn.goal("Fravær opdages straks")).x) * drawn.view.scale_now)
    drawn.move(start + QPoint(by, 1))
    shown = drawn.view.grab().toImage()
    QTest.keyPress(drawn.view, Qt.Key.Key_Escape)
    drawn.release(start)
    assert drawn.view.grab().toImage() != shown
