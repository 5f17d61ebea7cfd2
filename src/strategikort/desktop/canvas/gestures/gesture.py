"""The life of a gesture: it moves, then it is finished or cancelled, and the document changes only when it finishes."""

from typing import Protocol

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter


class Gesture(Protocol):
    """Something that the hand has begun. Places are in the scene."""

    def move(self, place: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """The hand is at ``place`` now."""

    def finish(self, place: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """The hand lets go at ``place``: do what was meant."""

    def cancel(self) -> None:
        """Esc: leave everything as it was before."""

    def paint(self, painter: QPainter) -> None:
        """Paint what helps the hand, in scene coordinates, above the cards."""
