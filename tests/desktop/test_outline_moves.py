"""Goals are hung elsewhere in the outline: by hand, by menu and by keys; one step, only where the model allows."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from strategikort.desktop.outline.model import ABOVE_ROLE
from strategikort.domain.edits.goals import add_goal
from strategikort.domain.goals import Goal, GoalKind
from strategikort.domain.links import Link, LinkKind
from strategikort.domain.shape import Id
from tests.desktop.conftest import Shown

LEFT = Qt.MouseButton.LeftButton
CONTROL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
MOVE, COPY = Qt.DropAction.MoveAction, Qt.DropAction.CopyAction


def uppers(shown: Shown, title: str) -> set[str]:
    document = shown.document
    return {document.all(Goal)[link.upper].title for link in document.links_up(shown.goal(title))}


@dataclass
class Dragging:
    """A line in the hand, over the list of goals: the events that Qt gets from the screen."""

    shown: Shown
    title: str
    action: Qt.DropAction = MOVE

    def __post_init__(self) -> None:
        self.tree = self.shown.window.outline.tree
        model = self.shown.window.outline.model
        self.tree.expandAll()
        self.data = model.mimeData([model.place_of(self.shown.goal(self.title))])
        place = QPoint(5, 5)
        QApplication.sendEvent(self.tree.viewport(), QDragEnterEvent(place, self.action, self.data, LEFT, self.keys))

    @property
    def keys(self) -> Qt.KeyboardModifier:
        return CONTROL if self.action == COPY else NONE

    def at(self, goal: str) -> QPoint:
        place = self.shown.window.outline.model.place_of(self.shown.goal(goal))
        self.tree.scrollTo(place)
        return self.tree.visualRect(place).center()

    def over(self, place: QPoint) -> bool:
        """Whether it may be let go there."""
        event = QDragMoveEvent(place, self.action, self.data, LEFT, self.keys)
        event.ignore()
        QApplication.sendEvent(self.tree.viewport(), event)
        return event.isAccepted()

    def let_go(self, place: QPoint) -> None:
        event = QDropEvent(QPointF(place), self.action, self.data, LEFT, self.keys)
        QApplication.sendEvent(self.tree.viewport(), event)

    def leave(self) -> None:
        QApplication.sendEvent(self.tree.viewport(), QDragLeaveEvent())


def drag(shown: Shown, title: str, onto: str, action: Qt.DropAction = MOVE) -> bool:
    """Whether the line of a goal could be dropped on another, and was."""
    hand = Dragging(shown, title, action)
    place = hand.at(onto)
    if not hand.over(place):
        hand.leave()
        return False
    hand.let_go(place)
    return True


def second_centre_goal(shown: Shown) -> Id:
    space, under = shown.bridge.workspace, shown.goal("Flere familier flytter til")
    made = shown.bridge.edit(
        lambda document: add_goal(
            document,
            profile=space.profile,
            new_id=space.new_id,
            kind=GoalKind.CENTRE_GOAL,
            title="Trygge skoleveje",
            under=under,
        )
    )
    assert made is not None
    return made.changes[0].record.id


def test_a_line_that_is_dragged_hangs_there_and_is_one_step(shown: Shown) -> None:
    second_centre_goal(shown)
    goal = shown.select("Flere starter hos os")
    note = next(iter(shown.document.links_up(goal)))
    assert drag(shown, "Flere starter hos os", "Trygge skoleveje")
    (link,) = shown.document.links_up(goal)
    assert (link.id, link.strength) == (note.id, note.strength)
    assert uppers(shown, "Flere starter hos os") == {"Trygge skoleveje"}
    assert shown.bridge.selection == (goal,)
    shown.bridge.undo()
    assert uppers(shown, "Flere starter hos os") == {"Flere vælger skolen"}
    assert shown.bridge.selection == (goal,)


def test_with_ctrl_a_goal_stands_under_both_and_is_marked(shown: Shown) -> None:
    second_centre_goal(shown)
    model = shown.window.outline.model
    place = model.place_of(shown.goal("Flere starter hos os"))
    assert place.data(ABOVE_ROLE) == 1
    assert drag(shown, "Flere starter hos os", "Trygge skoleveje", COPY)
    assert uppers(shown, "Flere starter hos os") == {"Flere vælger skolen", "Trygge skoleveje"}
    place = model.place_of(shown.goal("Flere starter hos os"))
    assert place.data(ABOVE_ROLE) == 2
    told = place.data(Qt.ItemDataRole.AccessibleTextRole)
    assert told.startswith("Flere starter hos os. Står under flere mål: ")
    assert "Trygge skoleveje" in told


def test_a_line_cannot_be_dropped_where_the_model_forbids_a_link(shown: Shown) -> None:
    assert not drag(shown, "Flere vælger skolen", "Ny legeplads")
    assert not drag(shown, "Flere vælger skolen", "Flere vælger skolen")
    assert not drag(shown, "Åbent hus med dagtilbuddene", "Flere starter hos os")


def test_while_a_line_is_dragged_it_is_said_what_letting_go_does_or_why_it_cannot_be_done(shown: Shown) -> None:
    said, before = shown.window.status.said, shown.document
    hand = Dragging(shown, "Flere vælger skolen")
    assert not hand.over(hand.at("Ny legeplads"))
    assert said.text().startswith("»Flere vælger skolen« står over »Ny legeplads«.")
    assert not hand.over(hand.at("Flere vælger skolen"))
    assert said.text() == "»Flere vælger skolen« kan ikke understøtte sig selv."
    assert not hand.over(QPoint(5, hand.tree.viewport().height() - 2))
    assert said.text() == "Slip det på et mål."
    hand.leave()
    assert said.text() == ""
    assert shown.document is before
    hand = Dragging(shown, "Ny legeplads")
    assert hand.over(hand.at("Flere vælger skolen"))
    assert said.text() == "Flyt »Ny legeplads« ind under »Flere vælger skolen«"
    hand.let_go(hand.at("Flere vælger skolen"))
    assert said.text() == ""


def test_a_loose_goal_that_is_dragged_gets_a_link(shown: Shown) -> None:
    assert drag(shown, "Ny legeplads", "Flere vælger skolen")
    assert uppers(shown, "Ny legeplads") == {"Flere vælger skolen"}


def test_the_menu_asks_where_and_offers_only_legal_goals(shown: Shown) -> None:
    second_centre_goal(shown)
    shown.select("Flere starter hos os")
    dialog = shown.window.moving.ask_where()
    assert dialog is not None
    offered = {dialog.form.list.model().index(row, 0).data() for row in range(dialog.form.list.model().rowCount())}
    assert any("Trygge skoleveje" in one for one in offered)
    assert not any("Flere vælger skolen" in one for one in offered)
    dialog.choose(shown.goal("Trygge skoleveje"))
    dialog.form.connect_button.click()
    assert uppers(shown, "Flere starter hos os") == {"Trygge skoleveje"}


def test_keys_move_a_goal_along_in_out_and_say_when_they_cannot(shown: Shown) -> None:
    second_centre_goal(shown)
    goal = shown.select("Flere starter hos os")
    tree = shown.window.outline.tree
    shown.window.activateWindow()
    tree.setFocus()

    def press(key: Qt.Key) -> None:
        QTest.keyClick(tree, key, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier)

    press(Qt.Key.Key_Down)
    assert uppers(shown, "Flere starter hos os") == {"Trygge skoleveje"}
    assert shown.window.outline.model.goal_at(tree.currentIndex().parent()) == shown.goal("Trygge skoleveje")
    press(Qt.Key.Key_Down)
    assert shown.window.status.said.text() == "Der er intet mål dér, som det kan stå under."
    press(Qt.Key.Key_Up)
    assert uppers(shown, "Flere starter hos os") == {"Flere vælger skolen"}
    press(Qt.Key.Key_Left)
    assert "Flere vælger skolen" not in uppers(shown, "Flere starter hos os")
    press(Qt.Key.Key_Right)
    assert uppers(shown, "Flere starter hos os")
    assert shown.bridge.selection == (goal,)


def test_moving_never_makes_a_second_link_between_two_goals(shown: Shown) -> None:
    drag(shown, "Flere vælger skolen", "Alle unge får en uddannelse")
    links = [link for link in shown.document.all(Link).values() if link.kind is LinkKind.REALISES]
    assert len({(link.lower, link.upper) for link in links}) == len(links)
