"""A small picture of an indicator: its results as a line, its target as a dashed one."""

from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from strategikort.desktop.look.fonts import scaled
from strategikort.desktop.look.theme import Theme

_HEIGHT = 74


class IndicatorChart(QWidget):
    """Results in the order of time, the last with its figure; the target beside. Nothing where there are no figures."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._results: tuple[Decimal, ...] = ()
        self._target: Decimal | None = None
        self._last = self._aim = ""
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_figures(self, results: tuple[Decimal, ...], target: Decimal | None, *, last: str, aim: str) -> None:
        """Show ``results`` and ``target``; ``last`` and ``aim`` are what is written beside them."""
        self._results, self._target = results, target
        self._last, self._aim = last, aim
        self.setVisible(bool(results))
        self.setAccessibleName(f"{last}. {aim}")
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._results:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(scaled(self.font(), 0.86, strong=True))
        aside = painter.fontMetrics().horizontalAdvance(self._last) + 12
        room = QRectF(6, 20, max(30, self.width() - 12 - aside), self.height() - 30)
        values = [*self._results, *([self._target] if self._target is not None else [])]
        low, high = min(values), max(values)
        span = (high - low) or Decimal(1)

        def height(value: Decimal) -> float:
            return room.bottom() - float((value - low) / span) * room.height()

        if self._target is not None:
            y = height(self._target)
            painter.setPen(QPen(self._theme.good, 1.3, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(room.left(), y), QPointF(self.width() - 6, y))
            above = QRectF(0, y - 18 if y > 20 else y + 2, self.width() - 6, 16)
            painter.drawText(above, Qt.AlignmentFlag.AlignRight, self._aim)
        step = room.width() / max(1, len(self._results) - 1)
        points = [QPointF(room.left() + step * place, height(one)) for place, one in enumerate(self._results)]
        if len(points) == 1:
            points = [QPointF(room.right(), points[0].y())]
        painter.setPen(QPen(self._theme.accent, 1.6))
        painter.drawPolyline(QPolygonF(points))
        painter.setBrush(self._theme.accent)
        for point in points:
            painter.drawEllipse(point, 2.4, 2.4)
        painter.setPen(self._theme.text)
        clear = points[-1].y() + (
            10 if self._target is not None and abs(points[-1].y() - height(self._target)) < 12 else 4
        )
        painter.drawText(QPointF(points[-1].x() + 8, min(clear, self.height() - 3)), self._last)
        painter.end()
