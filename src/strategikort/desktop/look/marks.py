"""The marks of the levels: each kind of goal has a shape beside its colour, so that colour is never alone."""

from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QPolygonF

from strategikort.desktop.look.icons import beside_texts, kept
from strategikort.desktop.look.theme import Theme
from strategikort.domain.goals import GoalKind

_SCALES = (1.0, 1.5, 2.0, 3.0)


def paint_mark(painter: QPainter, kind: GoalKind, rect: QRectF, color: QColor) -> None:
    """Paint the mark of ``kind`` into ``rect``: square, square, circle, diamond, triangle pointing down."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    if kind in (GoalKind.VISION_ELEMENT, GoalKind.POLITICAL_GOAL):
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 1.5, 1.5)
    elif kind is GoalKind.CENTRE_GOAL:
        painter.drawEllipse(rect)
    elif kind is GoalKind.UNIT_GOAL:
        painter.drawPolygon(_polygon(rect, (0.5, -0.08), (1.08, 0.5), (0.5, 1.08), (-0.08, 0.5)))
    else:
        painter.drawPolygon(_polygon(rect, (0.0, 0.08), (1.0, 0.08), (0.5, 0.98)))
    painter.restore()


def _polygon(rect: QRectF, *corners: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(rect.x() + x * rect.width(), rect.y() + y * rect.height()) for x, y in corners])


def mark_icon(kind: GoalKind, theme: Theme, size: int = 16) -> QIcon:
    """The mark of ``kind`` as an icon of ``size`` pixels beside usual texts, the mark itself five eighths of it."""
    colour = theme.of_kind(kind)
    side = beside_texts(size)
    key = ("mark", kind, side, colour.rgba())
    return kept(key, partial(_mark_icon, kind, side, colour), partial(mark_icon, kind, size=size))


def _mark_icon(kind: GoalKind, size: int, colour: QColor) -> QIcon:
    icon = QIcon()
    for scale in _SCALES:
        pixmap = QPixmap(QSize(size, size) * scale)
        pixmap.setDevicePixelRatio(scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        edge = size * 3 / 16
        paint_mark(painter, kind, QRectF(edge, edge, size - 2 * edge, size - 2 * edge), colour)
        painter.end()
        icon.addPixmap(pixmap)
    return icon
