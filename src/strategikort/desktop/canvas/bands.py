"""The bands behind the cards: one for each level of the model, with its name at the left edge of what is seen."""

from collections.abc import Mapping, Sequence, Set
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QTransform

from strategikort.application.drawing.columns import Strip
from strategikort.application.drawing.measure import BAND_LABEL
from strategikort.application.drawing.placing import Band
from strategikort.desktop.canvas.band_names import SIZE, BandNames
from strategikort.desktop.look.theme import Theme
from strategikort.domain.goals import GoalKind

COLUMN_LABEL: Final = 24


class Bands:
    """Paints bands as the background of a view: as wide as the view, their names always in sight."""

    def __init__(self, theme: Theme, font: QFont, names: Mapping[GoalKind, str]) -> None:
        self._theme = theme
        self._names = BandNames(theme, font, names)
        self.bands: Mapping[GoalKind, Band] = {}
        self.empty: Set[GoalKind] = frozenset()
        """The bands without cards."""
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
        painter.setFont(self._names.letters(SIZE))
        painter.fillRect(QRectF(BAND_LABEL, 0, width, COLUMN_LABEL), self._theme.surface)
        painter.setPen(self._theme.muted)
        for name, strip in self.columns:
            left = max(transform.map(QPointF(strip.left, 0)).x(), float(BAND_LABEL))
            right = min(transform.map(QPointF(strip.right, 0)).x(), float(width))
            if right - left > BAND_LABEL:
                text = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, int(right - left) - 8)
                painter.drawText(QRectF(left, 0, right - left, COLUMN_LABEL), Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()

    def names_room(self, scale: float, larger: float) -> int:
        """How much of the left edge of the view the names take at a scale, where texts are so much larger."""
        return self._names.room(self.bands, self.empty, scale, larger)

    def paint_names(self, painter: QPainter, transform: QTransform, height: int) -> None:
        """Paint the names in a strip at the left of the view, in pixels of the screen, turned to be read upwards."""
        self._names.paint(painter, transform, self.bands, self.empty, height)
