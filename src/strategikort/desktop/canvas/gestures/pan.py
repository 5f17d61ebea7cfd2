"""Moving the map under the window."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsView


class Pan:
    """The map follows the hand: the point that was grasped stays under the pointer."""

    def __init__(self, view: QGraphicsView, place: QPointF) -> None:
        self._view, self._grasped = view, place
        self._before = view.horizontalScrollBar().value(), view.verticalScrollBar().value()
        view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def move(self, place: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Move the map by as much as the pointer left the grasped point."""
        scale = self._view.transform().m11()
        across, down = self._view.horizontalScrollBar(), self._view.verticalScrollBar()
        across.setValue(across.value() - round((place.x() - self._grasped.x()) * scale))
        down.setValue(down.value() - round((place.y() - self._grasped.y()) * scale))

    def finish(self, place: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Leave the map where it is."""
        self._view.viewport().unsetCursor()

    def cancel(self) -> None:
        """Put the map back."""
        self._view.viewport().unsetCursor()
        self._view.horizontalScrollBar().setValue(self._before[0])
        self._view.verticalScrollBar().setValue(self._before[1])

    def paint(self, painter: QPainter) -> None:
        """Nothing is painted."""
