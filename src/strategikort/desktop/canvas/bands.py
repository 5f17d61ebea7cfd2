"""The bands behind the cards: one for each level of the model, with its name at the left edge of what is seen."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QTransform

from strategikort.application.drawing.columns import Strip
from strategikort.application.drawing.measure import BAND_LABEL
from strategikort.application.drawing.placing import Band
from strategikort.desktop.theme import Theme
from strategikort.domain.goals import GoalKind

COLUMN_LABEL: Final = 24


class Bands:
    """Paints bands as the background of a view: as wide as the view, their names always in sight."""

    def __init__(self, theme: Theme, font: QFont, names: Mapping[GoalKind, str]) -> None:
        self._theme, self._names = theme, names
        self._font = QFont(font)
        self._font.setPixelSize(11)
        self._font.setWeight(QFont.Weight.DemiBold)
        self._font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 1.0)
        self.bands: Mapping[GoalKind, Band] = {}
        self.columns: Sequence[tuple[str, Strip]] = ()
        """The columns that are drawn, from left to right, with their names."""

    def paint(self, painter: QPainter, seen: QRectF) -> None:
        """Paint the strips that cross ``seen``, in scene coordinates."""
        painter.fillRect(seen, self._theme.background)
        for place, band in enumerate(self.bands.values()):
            strip = QRectF(seen.left(), band.top, seen.width(), band.height)
            if strip.intersects(seen):
                painter.fillRect(strip, self._theme.background if place % 2 else self._theme.stripe)
        bottom = max((float(band.top + band.height) for band in self.bands.values()), default=0.0)
        painter.setPen(QPen(self._theme.border, 0, Qt.PenStyle.DashLine))
        for (_, one), (_, other) in zip(self.columns, self.columns[1:], strict=False):
            x = (one.right + other.left) / 2
            painter.drawLine(QPointF(x, max(seen.top(), 0)), QPointF(x, min(seen.bottom(), bottom)))

    def paint_columns(self, painter: QPainter, transform: QTransform, width: int) -> None:
        """Paint the names of the columns along the upper edge of the view, in pixels of the screen."""
        if not self.columns:
            return
        painter.save()
        painter.resetTransform()
        painter.setFont(self._font)
        painter.fillRect(QRectF(BAND_LABEL, 0, width, COLUMN_LABEL), self._theme.surface)
        painter.setPen(self._theme.muted)
        for name, strip in self.columns:
            left = max(transform.map(QPointF(strip.left, 0)).x(), float(BAND_LABEL))
            right = min(transform.map(QPointF(strip.right, 0)).x(), float(width))
            if right - left > BAND_LABEL:
                text = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, int(right - left) - 8)
                painter.drawText(QRectF(left, 0, right - left, COLUMN_LABEL), Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()

    def paint_names(self, painter: QPainter, transform: QTransform, width: int, height: int) -> None:
        """Paint the names in a strip at the left of the view, in pixels of the screen, turned to be read upwards."""
        painter.save()
        painter.resetTransform()
        painter.setFont(self._font)
        for place, (kind, band) in enumerate(self.bands.items()):
            top = transform.map(QPointF(0, band.top)).y()
            bottom = transform.map(QPointF(0, band.top + band.height)).y()
            top, bottom = max(top, 0.0), min(bottom, float(height))
            if bottom - top < BAND_LABEL:
                continue
            shade = self._theme.background if place % 2 else self._theme.stripe
            painter.fillRect(QRectF(0, top, BAND_LABEL, bottom - top), shade)
            painter.setPen(self._theme.of_kind(kind))
            painter.save()
            painter.translate(0, bottom)
            painter.rotate(-90)
            name = painter.fontMetrics().elidedText(
                self._names[kind].upper(), Qt.TextElideMode.ElideRight, int(bottom - top) - 8
            )
            painter.drawText(QRectF(0, 0, bottom - top, BAND_LABEL), Qt.AlignmentFlag.AlignCenter, name)
            painter.restore()
        painter.restore()
