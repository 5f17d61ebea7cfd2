"""Where the keys go: a ring around the card that they act on, or a frame around the map if no card is selected."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from strategikort.application.drawing.measure import CORNER
from strategikort.desktop.canvas.card import PlacedCard

_AWAY = 4.0


def paint_focus(painter: QPainter, card: PlacedCard | None, viewport: QRect, colour: QColor) -> None:
    """Paint the ring around ``card`` in scene coordinates, or the frame along the edge of the ``viewport``."""
    pen = QPen(colour, 2.0)
    pen.setCosmetic(True)
    painter.save()
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if card is not None:
        ring = card.rect.adjusted(-_AWAY, -_AWAY, _AWAY, _AWAY)
        painter.drawRoundedRect(ring, CORNER + _AWAY, CORNER + _AWAY)
    else:
        painter.resetTransform()
        painter.drawRect(QRectF(viewport).adjusted(1, 1, -1, -1))
    painter.restore()
