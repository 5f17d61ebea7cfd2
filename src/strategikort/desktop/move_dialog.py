"""Choosing the goal that another shall stand under instead: the twin of dragging a line in the list of goals."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from strategikort.desktop.bridge import Bridge
from strategikort.desktop.link_dialog import LinkDialog
from strategikort.desktop.theme import Theme
from strategikort.domain.edits.rehang import legal_uppers, rehang
from strategikort.domain.goals import Goal
from strategikort.domain.shape import Id


class MoveDialog(LinkDialog):
    """Offers the goals that a goal can be hung under instead of ``held``."""

    def __init__(
        self, bridge: Bridge, theme: Theme, goal: Goal, held: Id | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(bridge, theme, goal, parent=parent)
        self._held = held
        self.setWindowTitle(self.tr("Move under another goal"))
        heading = self.tr("Which goal shall »%1« stand under?").replace("%1", goal.title or goal.code)
        self.form.heading.setText(heading)
        self.form.connect_button.setText(self.tr("Move"))
        self._goals = legal_uppers(bridge.document, profile=bridge.workspace.profile, goal=goal.id, held=held)
        self._filter("")

    @override
    def _connect(self) -> None:
        upper, space, hung = self.chosen, self._bridge.workspace, [(self._lower.id, self._held)]
        if upper is None:
            return
        made = self._bridge.edit(
            lambda document: rehang(document, profile=space.profile, new_id=space.new_id, goals=hung, upper=upper)
        )
        if made is not None:
            self.accept()
