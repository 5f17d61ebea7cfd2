"""Dropping ideas of the scratch pad on a map: the band below the pointer says what they become."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, QPointF, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from typing_extensions import override

from strategikort.desktop.canvas.view import MapView
from strategikort.desktop.ideas.list import IDEAS_MIME, ideas_in
from strategikort.domain.shape import Id


class IdeaDrop(QObject):
    """Takes ideas that are dragged over a view's map; ``drop`` is told which, and where on the map."""

    hint = Signal(object)
    """What they become if they are dropped here; empty when it is over."""

    def __init__(self, view: MapView, drop: Callable[[Iterable[Id], QPointF], None]) -> None:
        super().__init__(view)
        self._view, self._drop = view, drop
        view.viewport().setAcceptDrops(True)
        view.viewport().installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and event.mimeData().hasFormat(IDEAS_MIME):
            self._over(event)
            return True
        if event.type() is QEvent.Type.DragLeave:
            self.hint.emit("")
        return super().eventFilter(watched, event)

    def _over(self, event: QDropEvent) -> None:
        place = self._view.mapToScene(event.position().toPoint())
        kind = self._view.map_scene.kind_at(place)
        if kind is None:
            event.ignore()
            self.hint.emit(self.tr("Drop it on a band of the map."))
            return
        event.acceptProposedAction()
        if isinstance(event, QDragMoveEvent):
            word = self._view.bridge.workspace.words.word(kind.value)
            self.hint.emit(self.tr("Drop it here: it becomes %1.").replace("%1", f"{word:a}"))
        else:
            self.hint.emit("")
            self._drop(ideas_in(event.mimeData()), place)
