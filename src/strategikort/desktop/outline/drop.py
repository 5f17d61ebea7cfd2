"""Dragging lines over the list of goals: what letting go there does, or why it cannot be done, is said meanwhile."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QTreeView
from typing_extensions import override

from strategikort.desktop.outline.model import OutlineModel


class LineDrop(QObject):
    """Watches a tree while lines are dragged over it; what happens to them is the tree's and its model's business."""

    hint = Signal(object)
    """A sentence for the status bar; empty when it is over."""

    def __init__(self, tree: QTreeView, model: OutlineModel) -> None:
        super().__init__(tree)
        self._tree, self._model = tree, model
        tree.viewport().installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragMoveEvent):
            below = self._tree.indexAt(event.position().toPoint())
            self.hint.emit(self._model.said_of(event.mimeData(), event.dropAction(), below))
        elif event.type() is QEvent.Type.DragLeave or isinstance(event, QDropEvent):
            self.hint.emit("")
        return super().eventFilter(watched, event)
