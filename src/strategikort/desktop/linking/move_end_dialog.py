"""Choosing the goal that an end of a link shall be moved to: the twin of dragging the end on the map."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from strategikort.desktop.bridge import Bridge
from strategikort.desktop.linking.link_dialog import LinkDialog, nearest_first
from strategikort.desktop.look.theme import Theme
from strategikort.domain.changes import ChangeSet
from strategikort.domain.document import Document
from strategikort.domain.edits.links import move_link_end, why_not_moved, without_link
from strategikort.domain.goals import Goal
from strategikort.domain.links import Link, LinkEnd
from strategikort.domain.shape import Id


class MoveEndDialog(LinkDialog):
    """Offers the goals at which one end of a link may stand; ``ends`` are its lower and its upper goal."""

    def __init__(
        self,
        bridge: Bridge,
        theme: Theme,
        ends: tuple[Goal, Goal],
        link: Link,
        end: LinkEnd,
        parent: QWidget | None = None,
    ) -> None:
        self._link, self._end, self._ends = link, end, ends
        super().__init__(bridge, theme, ends[0], parent=parent)
        self.setWindowTitle(self.tr("Move the connection"))
        self.form.connect_button.setText(self.tr("Move"))
        self.form.list.setAccessibleName(self.tr("Goals that the end can be moved to"))

    @override
    def _heading(self) -> str:
        stays = self._ends[self._end is LinkEnd.LOWER]
        asked = self.tr("Which goal shall the arrow from »%1« point to?")
        if self._end is LinkEnd.LOWER:
            asked = self.tr("Which goal shall the arrow to »%1« begin at?")
        return asked.replace("%1", stays.title or stays.code)

    @override
    def _offered(self) -> list[Goal]:
        document, profile = self._bridge.document, self._bridge.workspace.profile
        without, here = without_link(document, self._link), self._ends[self._end is LinkEnd.UPPER]
        return nearest_first(
            goal
            for goal in document.all(Goal).values()
            if goal.id != here.id
            and why_not_moved(without, profile=profile, link=self._link, end=self._end, goal=goal) is None
        )

    @override
    def _made(self, document: Document, chosen: Id) -> ChangeSet:
        profile = self._bridge.workspace.profile
        return move_link_end(document, self._link.id, profile=profile, end=self._end, goal=chosen)
