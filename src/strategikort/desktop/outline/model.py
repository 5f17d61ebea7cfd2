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
        edit = self._rehanging(data, action, parent)
        if edit is None or row >= 0:
            return False
        try:
            edit(self._bridge.document)
        except KnownFailure:
            return False
        return True

    @override
    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Hang what is dropped under the goal that it is dropped on, with Ctrl also under it."""
        edit = self._rehanging(data, action, parent)
        if edit is not None:
            self._bridge.edit(edit)
        return False

    def _rehanging(
        self, data: QMimeData, action: Qt.DropAction, parent: Index
    ) -> Callable[[Document], ChangeSet] | None:
        upper, space = self.goal_at(parent), self._bridge.workspace
        if upper is None or not data.hasFormat(_DRAGGED):
            return None
        whose, hung = json.loads(bytes(data.data(_DRAGGED).data()))
        if whose != str(id(self)):
            return None
        goals, keep = [(Id(goal), held and Id(held)) for goal, held in hung], action == Qt.DropAction.CopyAction
        return partial(rehang, profile=space.profile, new_id=space.new_id, goals=goals, upper=upper, keep=keep)
