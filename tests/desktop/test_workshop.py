"""A workshop: ideas are written on the scratch pad, and those that hold become goals on the map."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from strategikort.desktop.ideas.panel import IdeasPanel
from strategikort.desktop.window.workshop import PERCENT
from strategikort.domain.edits.maps import places_on
from strategikort.domain.goals import Goal, GoalKind
from strategikort.domain.ideas import Idea
from tests.desktop.conftest import Shown

ACTION = Qt.DropAction.CopyAction
NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def pad(shown: Shown) -> IdeasPanel:
    shown.window.actions_by_id["ideas"].trigger()
    assert shown.window.panels["ideas"].isVisible()
    return shown.window.ideas


def texts(shown: Shown) -> list[str]:
    return [one.text for one in sorted(shown.document.all(Idea).values(), key=lambda one: one.position)]


def write(pad: IdeasPanel, text: str) -> None:
    pad.line.setFocus()
    QTest.keyClicks(pad.line, text)
    QTest.keyClick(pad.line, Qt.Key.Key_Return)


def test_ideas_are_written_one_after_another_with_the_keyboard(shown: Shown, pad: IdeasPanel) -> None:
    write(pad, "Flere cykler")
    write(pad, "  ")
    pad.line.clear()
    write(pad, "Åbent hus")
    assert texts(shown) == ["Flere cykler", "Åbent hus"]
    assert pad.line.text() == ""
    assert pad.list.ideas.rowCount() == 2
    shown.bridge.undo()
    assert texts(shown) == ["Flere cykler"]


@pytest.mark.parametrize("place", ["line", "list"])
def test_pasted_lines_are_an_idea_each_and_one_step(shown: Shown, pad: IdeasPanel, place: str) -> None:
    QApplication.clipboard().setText("Flere cykler\n\nÅbent hus\r\nEn legeplads\n")
    widget = getattr(pad, place)
    widget.setFocus()
    QTest.keyClick(widget, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert texts(shown) == ["Flere cykler", "Åbent hus", "En legeplads"]
    shown.bridge.undo()
    assert texts(shown) == []


def test_enter_makes_a_goal_of_an_idea_in_one_step(shown: Shown, pad: IdeasPanel) -> None:
    write(pad, "Flere cykler")
    pad.list.setFocus()
    pad.list.setCurrentIndex(pad.list.ideas.index(0, 0))
    before = shown.document
    QTest.keyClick(pad.list, Qt.Key.Key_Return)
    goal = shown.record("Flere cykler")
    assert goal.kind is GoalKind.CENTRE_GOAL
    assert shown.bridge.selection == (goal.id,)
    assert shown.window.map_area.view.map_scene.item(goal.id) is not None
    assert texts(shown) == []
    shown.bridge.undo()
    assert shown.document == before


def test_any_level_can_be_chosen(shown: Shown, pad: IdeasPanel) -> None:
    write(pad, "Flere cykler")
    pad.list.setCurrentIndex(pad.list.ideas.index(0, 0))
    pad.kinds.action_of(GoalKind.POLITICAL_GOAL).trigger()
    assert shown.record("Flere cykler").kind is GoalKind.POLITICAL_GOAL


def test_delete_and_f2_mean_the_idea_and_not_the_selected_goal(shown: Shown, pad: IdeasPanel) -> None:
    shown.select("Ny legeplads")
    for text in ("Flere cykler", "Åbent hus"):
        write(pad, text)
    pad.list.setFocus()
    pad.list.setCurrentIndex(pad.list.ideas.index(0, 0))
    QTest.keyClick(pad.list, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert editor is not None and editor.parent() is pad.list.viewport(), editor
    QTest.keyClicks(editor, "Mange flere cykler")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert texts(shown) == ["Mange flere cykler", "Åbent hus"]
    pad.list.setFocus()
    pad.list.setCurrentIndex(pad.list.ideas.index(0, 0))
    QTest.keyClick(pad.list, Qt.Key.Key_Delete)
    assert texts(shown) == ["Åbent hus"]
    assert shown.goal("Ny legeplads")


def drop_on(shown: Shown, data: QMimeData, kind: GoalKind) -> QDragMoveEvent:
    """Drag ``data`` into the band of a level and let go."""
    view = shown.window.map_area.view
    band = view.map_scene.bands.bands[kind]
    place = QPointF(view.mapFromScene(QPointF(0, band.top + band.height / 2)))
    QApplication.sendEvent(view.viewport(), QDragEnterEvent(place.toPoint(), ACTION, data, LEFT, NONE))
    over = QDragMoveEvent(place.toPoint(), ACTION, data, LEFT, NONE)
    QApplication.sendEvent(view.viewport(), over)
    QApplication.sendEvent(view.viewport(), QDropEvent(place, ACTION, data, LEFT, NONE))
    return over


@pytest.mark.parametrize("kind", [GoalKind.POLITICAL_GOAL, GoalKind.CENTRE_GOAL, GoalKind.UNIT_GOAL])
def test_an_idea_dropped_on_a_band_becomes_a_goal_of_its_level(shown: Shown, pad: IdeasPanel, kind: GoalKind) -> None:
    write(pad, "Flere cykler")
    before = shown.document
    data = pad.list.ideas.mimeData([pad.list.ideas.index(0, 0)])
    over = drop_on(shown, data, kind)
    assert over.isAccepted()
    goal = shown.record("Flere cykler")
    assert goal.kind is kind
    map = shown.window.map_area.map
    assert map is not None and goal.id in places_on(shown.document, map)
    shown.bridge.undo()
    assert shown.document == before


def test_what_others_drag_over_the_map_is_not_taken(shown: Shown, pad: IdeasPanel) -> None:
    data = QMimeData()
    data.setText("Noget fra et andet program")
    number = len(shown.document.all(Goal))
    drop_on(shown, data, GoalKind.CENTRE_GOAL)
    data.setData("application/x-strategikort-ideas", b"nobody\nknows")
    drop_on(shown, data, GoalKind.CENTRE_GOAL)
    assert len(shown.document.all(Goal)) == number


def test_a_workshop_has_large_text_the_map_and_the_scratch_pad_alone_and_then_all_is_as_before(shown: Shown) -> None:
    window = shown.window
    window.actions_by_id["findings"].trigger()
    before = {name: panel.isVisible() for name, panel in window.panels.items()}
    letters = window.font().pointSizeF()
    window.actions_by_id["view_thread"].trigger()
    window.actions_by_id["workshop"].trigger()
    assert [name for name, panel in window.panels.items() if panel.isVisible()] == ["ideas"]
    assert window.font().pointSizeF() == pytest.approx(letters * PERCENT / 100)
    assert window.views.currentWidget() is window.map_area
    assert window.ideas.line.hasFocus() or window.focusWidget() is window.ideas.line
    write(window.ideas, "Flere cykler")
    window.actions_by_id["workshop"].trigger()
    assert {name: panel.isVisible() for name, panel in window.panels.items()} == before
    assert window.font().pointSizeF() == pytest.approx(letters)
    assert not window.actions_by_id["workshop"].isChecked()


def test_a_window_that_is_closed_in_a_workshop_opens_without_it(shown: Shown) -> None:
    letters = QApplication.font().pointSizeF()
    shown.window.actions_by_id["workshop"].trigger()
    shown.window.remember()
    assert QApplication.font().pointSizeF() == pytest.approx(letters)
    assert shown.window.panels["outline"].isVisible()
