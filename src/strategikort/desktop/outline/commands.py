"""What moves a goal in the list of goals without dragging, by menu or by the keys that text programs use for it."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from strategikort.desktop.bridge import Bridge
from strategikort.desktop.dialogs.messages import show_dialog
from strategikort.desktop.linking.move_dialog import MoveDialog
from strategikort.desktop.look.theme import Theme
from strategikort.desktop.outline.panel import OutlinePanel
from strategikort.domain.edits.links import unlink
from strategikort.domain.edits.rehang import legal_uppers, rehang
from strategikort.domain.goals import Goal
from strategikort.domain.shape import Id


class OutlineCommands(QObject):
    """Hangs the goal of the current line under another one."""

    told = Signal(object)
    """A sentence for the status bar: why nothing was moved."""

    def __init__(self, bridge: Bridge, theme: Theme, outline: OutlinePanel, window: QWidget) -> None:
        super().__init__(window)
        self._bridge, self._theme, self._outline, self._window = bridge, theme, outline, window

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What does each action."""
        return {
            "move_under": self.ask_where,
            "move_in": self._move_in,
            "move_out": self._move_out,
            "move_previous": lambda: self._move_along(-1),
            "move_next": lambda: self._move_along(1),
        }

    def able(self) -> Mapping[str, bool]:
        """With one goal selected."""
        return dict.fromkeys(self.handlers(), self._goal() is not None)

    def ask_where(self) -> MoveDialog | None:
        """Ask which goal the selected one shall stand under."""
        line = self._line()
        goal = self._bridge.document.get(Goal, line[0]) if line else None
        if line is None or goal is None:
            return None
        dialog = MoveDialog(self._bridge, self._theme, goal, line[1], self._window)
        show_dialog(dialog)
        return dialog

    def _line(self) -> tuple[Id, Id | None] | None:
        """The selected goal and the goal that it stands under on its line, or the first of those above it."""
        goal = self._goal()
        return (goal, self._outline.held(goal)) if goal else None

    def _goal(self) -> Id | None:
        """The one that is selected, if it is a goal."""
        goals = self._bridge.chosen(Goal)
        return goals[0] if len(goals) == len(self._bridge.selection) == 1 else None

    def _move_along(self, step: int) -> None:
        line = self._line()
        if line is None:
            return
        goal, held = line
        now = self._bridge.document.get(Goal, held)
        legal = [one for one in self._legal(goal, held) if now is None or one.kind is now.kind]
        around = {one.id for one in legal} | ({held} if held else set())
        order = self._outline.model.tree.in_order(around)
        place = (order.index(held) if held else (-1 if step > 0 else len(order))) + step
        self._hang(goal, held, order[place : place + 1] if place >= 0 else ())

    def _move_in(self) -> None:
        line = self._line()
        if line is not None:
            legal = {one.id for one in self._legal(*line)}
            self._hang(*line, (one for one in self._outline.goals_before(line[0]) if one in legal))

    def _move_out(self) -> None:
        line = self._line()
        if line is None:
            return
        goal, held = line
        if held is None:
            self._hang(goal, held, ())
            return
        legal = {one.id for one in self._legal(goal, held)}
        above = [one for one in self._outline.model.tree.above.get(held, ()) if one in legal]
        if above:
            self._hang(goal, held, above)
            return
        link = next(one for one in self._bridge.document.links_up(goal) if one.upper == held)
        self._bridge.edit(lambda document: unlink(document, link.id))

    def _legal(self, goal: Id, held: Id | None) -> list[Goal]:
        return legal_uppers(self._bridge.document, profile=self._bridge.workspace.profile, goal=goal, held=held)

    def _hang(self, goal: Id, held: Id | None, uppers: Iterable[Id]) -> None:
        """Hang the goal under the first of these."""
        upper, space = next(iter(uppers), None), self._bridge.workspace
        if upper is None:
            self.told.emit(self.tr("There is no goal there that it can stand under."))
            return
        made = self._bridge.edit(
            lambda document: rehang(
                document, profile=space.profile, new_id=space.new_id, goals=[(goal, held)], upper=upper
            )
        )
        if made is not None:
            self._outline.go_to(goal, upper)
