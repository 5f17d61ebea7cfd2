"""Walking on the map by the keys of the table: along links, adding with Shift, to the ends; the goal stays in sight."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from strategikort.application.drawing.walking import Way
from tests.desktop.canvas.conftest import Drawn

SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_along_the_links_up_down_and_aside(drawn: Drawn) -> None:
    walk = drawn.view.walk_link
    drawn.bridge.select([drawn.goal("Flere starter hos os")])
    for way, title in (
        (Way.UP, "Flere vælger skolen"),
        (Way.AFTER, "Fravær opdages straks"),
        (Way.AFTER, "Fravær opdages straks"),
        (Way.BEFORE, "Flere vælger skolen"),
        (Way.UP, "Flere familier flytter til"),
        (Way.UP, "Sammen om løsninger"),
        (Way.UP, "Sammen om løsninger"),
        (Way.DOWN, "Flere familier flytter til"),
    ):
        walk(way)
        assert drawn.bridge.selection == (drawn.goal(title),), way


def test_where_no_link_leads_further_the_status_bar_says_so(dress: None, drawn: Drawn) -> None:
    said: list[object] = []
    drawn.view.hint.connect(said.append)
    drawn.bridge.select([drawn.goal("Ny legeplads")])
    drawn.view.walk_link(Way.UP)
    assert said[-1] == "Der fører ingen forbindelse længere den vej."


def test_shift_and_an_arrow_selects_one_goal_more(drawn: Drawn) -> None:
    drawn.bridge.select([drawn.goal("Flere vælger skolen")])
    QTest.keyClick(drawn.view, Qt.Key.Key_Right, SHIFT)
    assert set(drawn.bridge.selection) == {drawn.goal("Flere vælger skolen"), drawn.goal("Fravær opdages straks")}
    assert drawn.view.hand.current.card.title == "Fravær opdages straks"


def test_home_and_end_lead_to_the_first_and_the_last_goal(drawn: Drawn) -> None:
    drawn.keys(Qt.Key.Key_End)
    assert drawn.bridge.selection[0] in {drawn.goal("Ny legeplads"), drawn.goal("Flere starter hos os")}
    drawn.keys(Qt.Key.Key_Home)
    assert drawn.bridge.selection == (drawn.goal("Sammen om løsninger"),)


def test_the_goal_that_is_walked_to_comes_into_sight(drawn: Drawn) -> None:
    drawn.view.zoom_at(drawn.view.viewport().rect().center().toPointF(), 3.0)
    for key in (Qt.Key.Key_End, Qt.Key.Key_Home):
        drawn.keys(key)
        seen = drawn.view.mapToScene(drawn.view.viewport().rect()).boundingRect()
        assert seen.intersects(drawn.view.hand.current.rect)
        assert seen.contains(drawn.view.hand.current.middle)


def test_the_goal_that_has_the_keys_has_a_ring_only_while_the_map_has_the_focus(drawn: Drawn) -> None:
    drawn.view.activateWindow()
    drawn.bridge.select([drawn.goal("Ny legeplads")])
    drawn.view.setFocus()
    focused = drawn.view.grab().toImage()
    drawn.view.clearFocus()
    assert drawn.view.grab().toImage() != focused


def test_esc_selects_nothing(drawn: Drawn) -> None:
    drawn.bridge.select([drawn.goal("Ny legeplads")])
    drawn.keys(Qt.Key.Key_Escape)
    assert drawn.bridge.selection == ()
