"""Choosing the goal that another shall stand under instead: the twin of dragging a line in the list of goals."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from strategikort.desktop.bridge import Bridge
from strategikort.desktop.linking.link_dialog import LinkDialog
from strategikort.desktop.look.theme import Theme
from strategikort.domain.changes import ChangeSet
from strategikort.domain.document import Document
from strategikort.domain.edits.rehang import legal_uppers, rehang
from strategikort.domain.goals import Goal
from strategikort.domain.shape import Id


class MoveDialog(LinkDialog):
    """Offers the goals that a goal can be hung under instead of ``held``."""

    def __init__(
        self, bridge: Bridge, theme: Theme, goal: Goal, held: Id | None, parent: QWidget | None = None
    ) -> None:
        self._held = held
        super().__init__(bridge, theme, goal, parent=parent)
        self.setWindowTitle(self.tr("Move under another goal"))
        self.form.connect_button.setText(self.tr("Move"))

    @override
    def _heading(self) -> str:
        return self.tr("Which goal shall »%1« stand under?").replace("%1", self._lower.title or self._lower.code)

    @override
    def _offered(self) -> list[Goal]:
        profile = self._bridge.workspace.profile
        return legal_uppers(self._bridge.document, profile=profile, goal=self._lower.id, held=self._held)

    @override
    def _made(self, document: Document, chosen: Id) -> ChangeSet:
        space, hung = self._bridge.workspace, [(self._lower.id, self._held)]
        return rehang(document, profile=space.profile, new_id=space.new_id, goals=hung, upper=chosen)
