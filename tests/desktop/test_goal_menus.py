"""Right clicks and the menu key: what is offered on a goal, a link and the empty map, and another kind for a goal."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from strategikort.cascade.findings import Finding
from strategikort.desktop.goal.menus import ON_GOAL, ON_LINK, ON_NOTHING
from strategikort.domain.goals import CentreGoal, Goal, GoalKind
from strategikort.domain.links import Link
from strategikort.domain.shape import Id
from tests.desktop.conftest import Shown

MOUSE, KEYBOARD = QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard


def asked(widget: QWidget, place: QPoint, reason: QContextMenuEvent.Reason = MOUSE) -> None:
    """A right click at ``place``, or the menu key."""
    if reason is MOUSE:
        QTest.mousePress(widget, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, place)
    QApplication.sendEvent(widget, QContextMenuEvent(reason, place, widget.mapToGlobal(place)))


def offered(shown: Shown) -> tuple[str, ...]:
    """The actions in the menu that is open, by their names in the table."""
    menu = shown.window.context_menus.menu
    assert menu is not None and menu.isVisible()
    return tuple(one.objectName().removeprefix("action_") for one in menu.actions())


def click(shown: Shown, name: str) -> None:
    menu = shown.window.context_menus.menu
    assert menu is not None
    next(one for one in menu.actions() if one.objectName() == f"action_{name}").trigger()
    menu.close()


def card(shown: Shown, title: str) -> QPoint:
    view = shown.window.map_area.view
    return view.mapFromScene(view.map_scene.item(shown.goal(title)).middle)


def arrow(shown: Shown) -> QPoint:
    """A place in the view on which there is an arrow and no card."""
    view = shown.window.map_area.view
    scene = view.map_scene
    for x in range(0, view.viewport().width(), 3):
        for y in range(0, view.viewport().height(), 3):
            spot = view.mapToScene(QPoint(x, y))
            if scene.card_at(spot) is None and scene.arrows.arrow_at(spot, view.scale_now) is not None:
                return QPoint(x, y)
    raise AssertionError("no arrow on the map")


@pytest.fixture
def whole(qtbot: QtBot, shown: Shown) -> Shown:
    shown.window.map_area.open_map(None)
    return shown


def test_a_right_click_on_a_goal_selects_it_and_offers_what_can_be_done_to_it(whole: Shown) -> None:
    whole.select("Ny legeplads")
    asked(whole.window.map_area.view.viewport(), card(whole, "Flere vælger skolen"))
    assert whole.bridge.selection == (whole.goal("Flere vælger skolen"),)
    assert offered(whole) == ON_GOAL
    click(whole, "delete")
    assert "Flere vælger skolen" not in [goal.title for goal in whole.document.all(Goal).values()]


def test_a_right_click_on_one_of_several_keeps_them_all(whole: Shown) -> None:
    both = [whole.goal("Flere vælger skolen"), whole.goal("Flere familier flytter til")]
    whole.bridge.select(both)
    asked(whole.window.map_area.view.viewport(), card(whole, "Flere vælger skolen"))
    assert list(whole.bridge.selection) == both
    assert offered(whole) == ON_GOAL
    assert not whole.window.actions_by_id["rename"].isEnabled()


def test_a_right_click_on_a_link_offers_to_cut_it(whole: Shown) -> None:
    asked(whole.window.map_area.view.viewport(), arrow(whole))
    (link,) = whole.bridge.selection
    assert whole.document.get(Link, link)
    assert offered(whole) == ON_LINK
    click(whole, "delete")
    assert whole.document.get(Link, link) is None


def test_a_right_click_beside_everything_lets_go_and_offers_a_new_goal(whole: Shown) -> None:
    whole.select("Ny legeplads")
    view = whole.window.map_area.view
    asked(view.viewport(), QPoint(view.viewport().width() - 4, view.viewport().height() - 4))
    assert whole.bridge.selection == ()
    assert offered(whole) == ON_NOTHING


def test_a_right_click_in_the_outline_offers_the_same(whole: Shown) -> None:
    tree = whole.window.outline.tree
    whole.select("Ny legeplads")
    other = whole.goal("Flere familier flytter til")
    asked(tree.viewport(), tree.visualRect(whole.window.outline.model.place_of(other)).center())
    assert whole.bridge.selection == (other,)
    assert offered(whole) == ON_GOAL


def test_a_right_click_below_the_outline_lets_go(whole: Shown) -> None:
    whole.select("Ny legeplads")
    tree = whole.window.outline.tree
    asked(tree.viewport(), QPoint(5, tree.viewport().height() - 3))
    assert whole.bridge.selection == ()
    assert offered(whole) == ON_NOTHING


@pytest.mark.parametrize("place", ["map", "outline"])
def test_the_menu_key_opens_the_menu_for_what_is_selected(whole: Shown, place: str) -> None:
    goal = whole.select("Flere vælger skolen")
    widget = whole.window.map_area.view if place == "map" else whole.window.outline.tree
    widget.setFocus()
    asked(widget, QPoint(1, 1), KEYBOARD)
    assert whole.bridge.selection == (goal,)
    assert offered(whole) == ON_GOAL


def test_shift_f10_opens_the_menu_for_what_is_selected(qtbot: QtBot, whole: Shown) -> None:
    whole.select("Flere vælger skolen")
    whole.window.map_area.view.setFocus()
    qtbot.waitUntil(whole.window.isActiveWindow, timeout=10_000)
    QTest.keyClick(whole.window.map_area.view, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    assert offered(whole) == ON_GOAL


def retyped(shown: Shown, goal: Id, kind: GoalKind) -> None:
    shown.bridge.select([goal])
    shown.window.goals.retype_menu.action_of(kind).trigger()


def test_a_goal_is_made_one_of_another_kind_and_back(whole: Shown) -> None:
    goal = whole.goal("Flere vælger skolen")
    before = whole.document
    retyped(whole, goal, GoalKind.POLITICAL_GOAL)
    assert whole.document.all(Goal)[goal].kind is GoalKind.POLITICAL_GOAL
    assert whole.window.goal_panel.form.kind.text() == "Politisk mål"
    assert whole.document.links_of(goal) == before.links_of(goal)
    whole.window.undo()
    assert isinstance(whole.document.all(Goal)[goal], CentreGoal)
    assert whole.window.goal_panel.form.kind.text() == "Centermål"


def test_only_kinds_that_cost_a_goal_nothing_can_be_chosen(whole: Shown) -> None:
    menu = whole.window.goals.retype_menu
    whole.select("Flere vælger skolen")
    menu.follow()
    assert not menu.action_of(GoalKind.CENTRE_GOAL).isEnabled()
    assert menu.action_of(GoalKind.UNIT_GOAL).isEnabled()
    whole.bridge.select([])
    assert not menu.follow()
    assert not whole.window.actions_by_id["retype"].isEnabled()


def test_a_goal_without_a_thread_is_tied_from_its_menu_in_one_step(whole: Shown) -> None:
    finding = loose(whole)
    whole.bridge.select([finding.about])
    whole.window.context_menus.open_by_key()
    menu = whole.window.context_menus.menu
    assert menu is not None
    part = next(one.menu() for one in menu.actions() if one.text() == "Ret op")
    assert isinstance(part, QMenu)
    names = [one.text() for one in part.actions()]
    assert names[0].startswith("Forbind til »") and len(names) == len(set(names))
    part.actions()[0].trigger()
    menu.close()
    assert [link.lower for link in whole.bridge.document.links_up(finding.about)] == [finding.about]
    whole.bridge.undo()
    assert whole.bridge.document.links_up(finding.about) == ()


def test_the_panel_of_a_goal_has_the_mends_of_its_findings_below_each(whole: Shown, qtbot: QtBot) -> None:
    finding = loose(whole)
    whole.bridge.select([finding.about])
    content = whole.window.goal_panel.form.content
    names = {one.text() for one in content.findChildren(QPushButton)}
    assert "Forbind til ..." in names or "Forbind til et mål" in names
    button = next(one for one in content.findChildren(QPushButton) if one.text().startswith("Forbind til"))
    told = next(one for one in content.findChildren(QLabel) if whole.bridge.say(finding.message) in one.text())
    qtbot.waitUntil(lambda: told.height() <= told.heightForWidth(told.width()))
    menu = button.menu()
    if menu:
        menu.actions()[0].trigger()
    else:
        assert button.accessibleName().startswith("Forbind til »")
        button.click()
    assert len(whole.bridge.document.links_up(finding.about)) == 1
    qtbot.waitUntil(lambda: finding not in whole.bridge.findings)


def loose(shown: Shown) -> Finding:
    """A finding on a goal without a thread for which there is something to tie it to."""
    return next(one for one in shown.bridge.findings if one.rule == "TRA-001" and shown.bridge.mends_of(one))
