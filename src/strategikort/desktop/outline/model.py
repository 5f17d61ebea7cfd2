"""The outline for Qt, with lines that can be dragged to another goal: a goal is hung there instead, or there too."""

import json
from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from strategikort.desktop.outline.lines import ABOVE_ROLE, COUNT_ROLE, GOAL_ROLE, OutlineLines
from strategikort.domain.changes import ChangeSet
from strategikort.domain.document import Document
from strategikort.domain.edits.rehang import rehang
from strategikort.domain.failures import KnownFailure
from strategikort.domain.phrases import Phrase
from strategikort.domain.shape import Id

__all__ = ["ABOVE_ROLE", "COUNT_ROLE", "GOAL_ROLE", "OutlineModel"]

Index = QModelIndex | QPersistentModelIndex
_DRAGGED: Final = "application/x-strategikort-lines"


class OutlineModel(OutlineLines):
    """Lines of goals that may be dropped onto goals of the same window."""

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    @override
    def mimeTypes(self) -> list[str]:
        return [_DRAGGED]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        hung = [(self.goal_at(index), self.goal_at(index.parent())) for index in indexes]
        data.setData(_DRAGGED, json.dumps([str(id(self)), hung]).encode())
        return data

    @override
    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Only onto a goal, and only if all may stand there: others are not legal ends and do not light up."""
        return row < 0 and isinstance(self._tried(data, action, parent), ChangeSet)

    def said_of(self, data: QMimeData, action: Qt.DropAction, parent: Index) -> str:
        """What dropping there does, or why it cannot be dropped there; nothing of what is none of these lines."""
        if not self._is_own(data):
            return ""
        tried = self._tried(data, action, parent)
        if tried is None:
            return self.tr("Drop it on a goal.")
        return self._bridge.say(tried.label if isinstance(tried, ChangeSet) else tried)

    def _tried(self, data: QMimeData, action: Qt.DropAction, parent: Index) -> ChangeSet | Phrase | None:
        """What dropping there would change, or why it does not; None where nothing can be dropped."""
        edit = self._rehanging(data, action, parent)
        if edit is None:
            return None
        try:
            return edit(self._bridge.document)
        except KnownFailure as failure:
            return failure.phrase

    @override
    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Hang what is dropped under the goal that it is dropped on, with Ctrl also under it."""
        edit = self._rehanging(data, action, parent)
        if edit is not None:
            self._bridge.edit(edit)
        return False

    def _is_own(self, data: QMimeData) -> bool:
        return data.hasFormat(_DRAGGED) and json.loads(bytes(data.data(_DRAGGED).data()))[0] == str(id(self))

    def _rehanging(
        self, data: QMimeData, action: Qt.DropAction, parent: Index
    ) -> Callable[[Document], ChangeSet] | None:
        upper, space = self.goal_at(parent), self._bridge.workspace
        if upper is None or not self._is_own(data):
            return None
        _, hung = json.loads(bytes(data.data(_DRAGGED).data()))
        goals, keep = [(Id(goal), held and Id(held)) for goal, held in hung], action == Qt.DropAction.CopyAction
        return partial(rehang, profile=space.profile, new_id=space.new_id, goals=goals, upper=upper, keep=keep)
