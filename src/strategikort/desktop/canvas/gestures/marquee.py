"""Selecting by drawing a frame around cards."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from strategikort.desktop.canvas.scene import MapScene
from strategikort.domain.shape import Id


class Marquee:
    """The cards that the frame touches are selected, with Shift or Ctrl in addition to those that were."""

    def __init__(self, scene: MapScene, place: QPointF, *, adding: bool) -> None:
        self._scene, self._start, self._end = scene, place, place
        self._before = scene.bridge.selection
        self._kept: tuple[Id, ...] = self._before if adding else ()

    def move(self, place: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Select what the frame touches now."""
        self._end = place
        frame = self._frame()
        touched = [goal for item in self._scene.card_items() if frame.intersects(item.rect) for goal in item.card.goals]
        self._scene.bridge.select([*self._kept, *touched])
        self._scene.update()

    def finish(self, place: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Keep the selection; a click that drew no frame clears it."""
        if self._frame().isEmpty():
            self._scene.bridge.select(self._kept)
        self._scene.update()

    def cancel(self) -> None:
        """Select what was selected before."""
        self._scene.bridge.select(self._before)
        self._scene.update()

    def paint(self, painter: QPainter) -> None:
        """Paint the frame."""
        wash = self._scene.theme.accent_wash
        wash.setAlpha(120)
        painter.setPen(QPen(self._scene.theme.accent, 0))
        painter.setBrush(wash)
        painter.drawRect(self._frame())

    def _frame(self) -> QRectF:
        return QRectF(self._start, self._end).normalized()
