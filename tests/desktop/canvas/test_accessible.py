"""The map for those who do not see it: every goal is there, says what it is, can be pressed, and tells what changes."""

import gc

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget
from pytestqt.qtbot import QtBot

from strategikort.desktop.canvas.accessible import FOCUS, MENU, PRESS
from strategikort.desktop.canvas.heard_map import MapAccessible, heard_cards_of
from strategikort.domain.edits.goals import add_goal, remove_goals
from strategikort.domain.edits.records import set_field
from strategikort.domain.goals import Goal, GoalKind
from tests.desktop.canvas.conftest import Drawn
from tests.desktop.conftest import Shown
from tests.domain.town import PROFILE

Event = QAccessible.Event
NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description


@pytest.fixture
def heard(dress: None, drawn: Drawn) -> MapAccessible:
    found = QAccessible.queryAccessibleInterface(drawn.view)
    assert isinstance(found, MapAccessible)
    return found


@pytest.fixture
def events(drawn: Drawn) -> list[tuple[str, Event]]:
    found: list[tuple[str, Event]] = []
    heard_cards_of(drawn.view).told.connect(lambda key, kind: found.append((key, kind)))
    return found


def children(heard: MapAccessible) -> dict[str, QAccessibleWidget]:
    found = [heard.child(row) for row in range(heard.childCount())]
    assert [heard.indexOfChild(one) for one in found] == list(range(len(found)))
    return {one.text(NAME): one for one in found}


def test_every_goal_of_the_map_is_a_child_from_the_vision_down(heard: MapAccessible) -> None:
    assert list(children(heard)) == [
        "V-01 Sammen om løsninger",
        "POL-01 Flere familier flytter til",
        "DS-01 Flere vælger skolen",
        "DS-02 Fravær opdages straks",
        "DS-S1-01 Flere starter hos os",
        "DS-S1-02 Ny legeplads",
    ]
    assert {one.role() for one in children(heard).values()} == {QAccessible.Role.ListItem}
    assert all(one.parent() is heard for one in children(heard).values())


def test_a_goal_says_its_level_its_unit_its_links_and_what_is_wrong(drawn: Drawn, heard: MapAccessible) -> None:
    drawn.bridge.check_now()
    known = children(heard)
    said = known["DS-01 Flere vælger skolen"].text(DESCRIPTION)
    assert said.startswith("Centermål hos Center for Skoler. Forbindelser opad: 1. Nedad: 1.")
    loose = known["DS-S1-02 Ny legeplads"].text(DESCRIPTION)
    assert loose.startswith("Enhedsmål hos Strandskolen. Forbindelser opad: 0. Nedad: 0. Skal ses efter: ")
    (finding,) = (one for one in drawn.bridge.findings_of(drawn.goal("Ny legeplads")) if one.rule.startswith("TRA"))
    assert drawn.bridge.say(finding.message) in loose


def test_a_goal_is_where_its_card_is(drawn: Drawn, heard: MapAccessible) -> None:
    card = children(heard)["DS-01 Flere vælger skolen"]
    place = drawn.view.viewport().mapToGlobal(drawn.at("Flere vælger skolen"))
    assert card.rect().contains(place)
    assert heard.childAt(place.x(), place.y()) is card
    nowhere = drawn.view.viewport().mapToGlobal(QPoint(-50, -50))
    assert heard.childAt(nowhere.x(), nowhere.y()) is None


def test_a_goal_is_pressed_focused_and_asked_for_its_menu(drawn: Drawn, heard: MapAccessible) -> None:
    known = children(heard)
    card = known["DS-01 Flere vælger skolen"]
    wanted: list[object] = []
    drawn.view.menu_wanted.connect(wanted.append)
    for action in (PRESS, FOCUS, MENU):
        drawn.bridge.select(())
        assert action in card.actionInterface().actionNames()
        card.actionInterface().doAction(action)
        assert drawn.bridge.selection == (drawn.goal("Flere vælger skolen"),)
        assert card.state().selected
    assert not known["DS-S1-02 Ny legeplads"].state().selected
    assert len(wanted) == 1


def test_walking_on_the_map_moves_the_focus_of_a_screen_reader(
    drawn: Drawn, heard: MapAccessible, events: list[tuple[str, Event]]
) -> None:
    drawn.view.activateWindow()
    drawn.view.setFocus()
    children(heard)
    drawn.bridge.select([drawn.goal("Flere vælger skolen")])
    there = drawn.goal("Fravær opdages straks")
    drawn.bridge.select([there])
    assert events[-1] == (there, Event.Focus)
    assert (drawn.goal("Flere vælger skolen"), Event.StateChanged) in events
    focused = heard.focusChild()
    assert focused is not None and focused.text(NAME) == "DS-02 Fravær opdages straks"
    assert focused.state().focused


def test_coming_to_the_map_is_coming_to_the_goal_that_is_selected(shown: Shown, qtbot: QtBot) -> None:
    view, goal = shown.window.map_area.view, shown.select("Ny legeplads")
    QAccessible.queryAccessibleInterface(view).child(0)
    shown.window.outline.tree.setFocus()
    qtbot.waitUntil(shown.window.outline.tree.hasFocus)
    events: list[tuple[str, Event]] = []
    heard_cards_of(view).told.connect(lambda key, kind: events.append((key, kind)))
    view.setFocus()
    assert events == [(goal, Event.Focus)]


def test_a_new_name_and_a_new_finding_are_told(
    drawn: Drawn, heard: MapAccessible, events: list[tuple[str, Event]]
) -> None:
    children(heard)
    goal = drawn.goal("Flere vælger skolen")
    below = drawn.goal("Flere starter hos os")
    drawn.bridge.edit(lambda one: set_field(one, Goal, goal, "title", "Alle vælger skolen"))
    drawn.bridge.check_now()
    assert (goal, Event.NameChanged) in events
    drawn.bridge.edit(lambda one: remove_goals(one, [goal]))
    drawn.bridge.check_now()
    assert (below, Event.DescriptionChanged) in events


def test_goals_come_and_go_for_a_screen_reader_as_on_the_map(
    drawn: Drawn, heard: MapAccessible, events: list[tuple[str, Event]]
) -> None:
    children(heard)
    gone = drawn.goal("Fravær opdages straks")
    drawn.bridge.edit(lambda one: remove_goals(one, [gone]))
    assert events[-1] == (gone, Event.ObjectDestroyed)
    assert "DS-02 Fravær opdages straks" not in children(heard)
    upper, new_id = drawn.goal("Flere vælger skolen"), drawn.bridge.workspace.new_id
    drawn.bridge.edit(
        lambda one: add_goal(
            one, profile=PROFILE, new_id=new_id, kind=GoalKind.UNIT_GOAL, under=upper, title="Bedre mad"
        )
    )
    assert events[-1] == (drawn.goal("Bedre mad"), Event.ObjectCreated)
    drawn.bridge.undo()
    drawn.bridge.undo()
    assert list(children(heard))[3] == "DS-02 Fravær opdages straks"


def test_what_is_heard_goes_with_its_goal_and_its_window(drawn: Drawn, heard: MapAccessible) -> None:
    new_id = drawn.bridge.workspace.new_id
    for _ in range(200):
        drawn.bridge.edit(
            lambda one: add_goal(one, profile=PROFILE, new_id=new_id, kind=GoalKind.UNIT_GOAL, title="Kun et øjeblik")
        )
        children(heard)
        drawn.bridge.undo()
    gc.collect()
    assert heard.childCount() == 6
    assert len(heard_cards_of(drawn.view).kept()) == 6


def test_the_box_of_a_unit_says_what_is_in_it_and_opens_when_pressed(drawn: Drawn, heard: MapAccessible) -> None:
    upper, new_id = drawn.goal("Flere vælger skolen"), drawn.bridge.workspace.new_id
    owner = drawn.document.all(Goal)[drawn.goal("Ny legeplads")].owner
    for number in range(61):
        drawn.bridge.edit(
            lambda one, number=number: add_goal(
                one,
                profile=PROFILE,
                new_id=new_id,
                kind=GoalKind.UNIT_GOAL,
                under=upper,
                owner=owner,
                title=f"Mål nummer {number}",
            )
        )
    box = children(heard)["DS-S1 Strandskolen"]
    assert box.text(DESCRIPTION).startswith("Enhed. Enhedsmål: 63. Indsatser: 0. Tryk for at vise dem.")
    box.actionInterface().doAction(PRESS)
    assert len(children(heard)) == 4 + 63
