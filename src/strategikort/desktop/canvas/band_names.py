"""The names of the bands, always in sight at the left edge of the view: turned, in as many lines as they need."""

from collections.abc import Mapping, Set
from itertools import product
from math import ceil
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTransform

from strategikort.application.drawing.lettering import ELLIPSIS, Lettering
from strategikort.application.drawing.measure import BAND_LABEL
from strategikort.application.drawing.placing import Band
from strategikort.desktop.look.fonts import enlarged, in_pixels
from strategikort.desktop.look.theme import Theme
from strategikort.domain.goals import GoalKind

Bands = Mapping[GoalKind, Band]

SIZE: Final = 11
SETTINGS: Final = (1.0, 1), (1.0, 2), (0.82, 1), (0.82, 2)
"""The ways to set a name, the best first: how large, in how many lines at the most."""
LARGEST: Final = 1.5
"""How much larger the letters become with the texts of the window: two lines have to stand in the strip."""
ASIDE: Final = 10
"""What stays free beside a name that is written across."""
ROOM: Final = 6
"""What stays free of a band's height."""


class BandNames:
    """Paints the names of bands: turned, but across where a band has no cards, or is too low from afar for its name."""

    def __init__(self, theme: Theme, font: QFont, names: Mapping[GoalKind, str]) -> None:
        self._theme, self._font = theme, font
        self._names = {kind: name.upper() for kind, name in names.items()}
        self._metrics: dict[float, QFontMetricsF] = {}
        self._set: dict[tuple[str, int, float], tuple[float, tuple[str, ...]]] = {}

    def letters(self, size: float) -> QFont:
        """The font of names in a size of so many pixels."""
        font = in_pixels(self._font, size, QFont.Weight.DemiBold)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 1.0 if size >= SIZE else 0.3)
        return font

    def setting(self, name: str, room: int, larger: float = 1.0) -> tuple[float, tuple[str, ...]]:
        """The size and the lines of a name in a band that is so high; cut only where nothing else helps."""
        key = name, room, larger
        if key not in self._set:
            lettering = Lettering(lambda text, size, bold: self._measure(size).horizontalAdvance(text))
            for grown, (share, most) in product((larger, 1.0), SETTINGS):
                size = SIZE * grown * share
                lines = lettering.lines(name, size, room - ROOM, most)
                if lines and not any(line.endswith(ELLIPSIS) or not line for line in lines):
                    break
            self._set[key] = size, lines
        return self._set[key]

    def paint(
        self,
        painter: QPainter,
        transform: QTransform,
        bands: Mapping[GoalKind, Band],
        empty: Set[GoalKind],
        height: int,
    ) -> None:
        """Paint the names beside what is seen of the bands, in pixels of the screen."""
        painter.save()
        larger = min(LARGEST, enlarged(painter.font()))
        painter.resetTransform()
        for place, (kind, band) in enumerate(bands.items()):
            top = max(transform.map(QPointF(0, band.top)).y(), 0.0)
            bottom = min(transform.map(QPointF(0, band.top + band.height)).y(), float(height))
            shade = self._theme.background if place % 2 else self._theme.stripe
            strip = QRectF(0, top, BAND_LABEL, bottom - top)
            painter.setPen(self._theme.of_kind(kind))
            low = self._is_low(kind, band.height * transform.m22(), larger)
            if low or kind in empty:
                if bottom - top >= SIZE * larger + ROOM:
                    strip.setWidth(self._across(kind, larger) if low else 0)
                    painter.fillRect(strip, shade)
                    self._paint_across(painter, strip, self._names[kind], larger)
            elif bottom - top >= BAND_LABEL:
                painter.fillRect(strip, shade)
                self._paint_upwards(painter, strip, self._names[kind], larger)
        painter.restore()

    def room(self, bands: Bands, empty: Set[GoalKind], scale: float, larger: float) -> int:
        """How much of the view's left edge the names of the bands with cards take at a scale."""
        larger = min(LARGEST, larger)
        low = (
            kind
            for kind, band in bands.items()
            if kind not in empty and self._is_low(kind, band.height * scale, larger)
        )
        return max((self._across(kind, larger) for kind in low), default=BAND_LABEL)

    def _is_low(self, kind: GoalKind, height: float, larger: float) -> bool:
        """Whether the name would be cut, turned, in a band that is seen so high."""
        _, lines = self.setting(self._names[kind], int(height), larger)
        return height < BAND_LABEL or any(line.endswith(ELLIPSIS) or not line for line in lines)

    def _across(self, kind: GoalKind, larger: float) -> int:
        return 2 * ASIDE + ceil(self._measure(SIZE * larger).horizontalAdvance(self._names[kind]))

    def _paint_across(self, painter: QPainter, strip: QRectF, name: str, larger: float) -> None:
        painter.setFont(self.letters(SIZE * larger))
        wide = painter.fontMetrics().horizontalAdvance(name) + 8
        place = QRectF(ASIDE, strip.top(), wide, strip.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, name)

    def _paint_upwards(self, painter: QPainter, strip: QRectF, name: str, larger: float) -> None:
        size, lines = self.setting(name, int(strip.height()), larger)
        painter.save()
        painter.setFont(self.letters(size))
        painter.translate(0, strip.bottom())
        painter.rotate(-90)
        step = min(self._measure(size).height(), BAND_LABEL / len(lines)) if lines else 0
        for row, line in enumerate(lines):
            top = (BAND_LABEL - step * len(lines)) / 2 + row * step
            painter.drawText(QRectF(0, top, strip.height(), step), Qt.AlignmentFlag.AlignCenter, line)
        painter.restore()

    def _measure(self, size: float) -> QFontMetricsF:
        if size not in self._metrics:
            self._metrics[size] = QFontMetricsF(self.letters(size))
        return self._metrics[size]
