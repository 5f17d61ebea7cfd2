"""How cards are painted from afar: as blocks of one colour, each with its code and, for a whole unit, a count."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from strategikort.application.drawing.measure import CARD_HEIGHT, CARD_WIDTH
from strategikort.application.drawing.picture import Card
from strategikort.application.drawing.signs import DOUBT_SIGNS
from strategikort.cascade.changed_above import Doubt
from strategikort.desktop.canvas.card import PlacedCard
from strategikort.desktop.canvas.written import Written, at_base
from strategikort.desktop.look.fonts import in_pixels
from strategikort.desktop.look.theme import Theme, mixed

INSET: Final = 6
DIMMED: Final = 0.55
SIZES: Final = (44, 38, 33, 29, 26)
"""The sizes of letters on a block, in the scene's units; the largest that fits is taken."""
READABLE: Final = 6.0
"""Letters that would be smaller than so many pixels on the screen are left out."""
BLOCK: Final = QRectF(INSET, INSET, CARD_WIDTH - 2 * INSET, CARD_HEIGHT - 2 * INSET)
EDGE: Final = 5
COUNT: Final = 33
BETWEEN: Final = 12
"""From the foot of the code's letters to the top of the count's."""
BROKEN: Final = "▲"
DOG_EAR: Final = QPolygonF([BLOCK.topRight() - QPointF(44, 0), BLOCK.topRight(), BLOCK.topRight() + QPointF(0, 44)])


class Blocks:
    """Paints cards as blocks; ``count`` says how much a unit has."""

    def __init__(self, theme: Theme, base: QFont, count: Callable[[Card], str]) -> None:
        self._theme, self._count = theme, count
        self._fonts = {size: in_pixels(base, size, QFont.Weight.DemiBold) for size in SIZES}
        self._metrics = {size: QFontMetricsF(font) for size, font in self._fonts.items()}
        self._small = in_pixels(base, COUNT, QFont.Weight.Medium)
        self._small_metrics = QFontMetricsF(self._small)

    def paint(self, painter: QPainter, cards: Iterable[PlacedCard], scale: float) -> None:
        """Paint these cards, all of one look at a time."""
        alike: dict[tuple[object, ...], list[PlacedCard]] = defaultdict(list)
        for placed in cards:
            faint = placed.dimmed or placed.lit is False
            look = placed.selected, placed.sought, placed.lit is True, faint
            alike[*look, placed.broken, placed.card.kind].append(placed)
        for group in alike.values():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._colour(group[0]))
            painter.drawRects([BLOCK.translated(one.x, one.y) for one in group])
            if scale * SIZES[0] >= READABLE:
                strong = group[0].selected or group[0].sought
                painter.setPen(self._theme.on_accent if strong else self._theme.text)
                for placed in group:
                    self._write(painter, placed, scale)
            else:
                self._mark_doubts(painter, group)

    def _mark_doubts(self, painter: QPainter, group: Iterable[PlacedCard]) -> None:
        """Where no letter can be read: a corner for a goal that is asked, its edge alone for one that waits."""
        painter.setPen(QPen(self._theme.text, 0))
        for placed in group:
            if placed.said.doubt is not None:
                painter.setBrush(self._theme.text if placed.said.doubt is Doubt.ASKED else Qt.BrushStyle.NoBrush)
                painter.drawPolygon(DOG_EAR.translated(placed.place))

    def _write(self, painter: QPainter, placed: PlacedCard, scale: float) -> None:
        if placed.block is None:
            placed.block = tuple(self._written(placed))
        for one in placed.block:
            if one.font.pixelSize() * scale >= READABLE:
                painter.setFont(one.font)
                painter.drawStaticText(one.at + placed.place, one.text)

    def _written(self, placed: PlacedCard) -> Iterator[Written]:
        """The code, or else the title, as large as fits; under that of a unit how much it has."""
        card = placed.card
        name = card.code or card.title
        doubt = placed.said.doubt
        signs = BROKEN if placed.broken else "", DOUBT_SIGNS[doubt] if doubt else ""
        text = " ".join(one for one in (*signs, name) if one)
        width = BLOCK.width() - 2 * EDGE
        size = next((one for one in SIZES if self._metrics[one].horizontalAdvance(text) <= width), SIZES[-1])
        metrics, small = self._metrics[size], self._small_metrics
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        below = BETWEEN + small.capHeight() if card.is_box else 0
        middle = BLOCK.center().x()
        base = BLOCK.center().y() + (metrics.capHeight() - below) / 2
        yield at_base(middle - metrics.horizontalAdvance(shown) / 2, base, shown, self._fonts[size], self._theme.text)
        if card.is_box:
            count = self._count(card)
            left = middle - small.horizontalAdvance(count) / 2
            yield at_base(left, base + below, count, self._small, self._theme.text)

    def _colour(self, placed: PlacedCard) -> QColor:
        colour = self._theme.error if placed.broken else self._theme.of_kind(placed.card.kind)
        strong = placed.selected or placed.sought
        if strong or placed.lit:
            colour = self._theme.accent
        colour = QColor(colour) if strong else mixed(colour, self._theme.surface, 0.55)
        if placed.dimmed or placed.lit is False:
            colour.setAlphaF(DIMMED)
        return colour
