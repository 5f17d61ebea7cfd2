"""How cards are painted: as blocks from afar, near by with mark, code, title and what is wrong."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from strategikort.application.drawing.measure import CARD_HEIGHT, CARD_WIDTH, CORNER, FAR, HANDLE, MARK, PAD
from strategikort.application.drawing.picture import Card
from strategikort.application.drawing.signs import Sign, signs_of
from strategikort.cascade.changed_above import Doubt
from strategikort.desktop.canvas.blocks import DIMMED, Blocks
from strategikort.desktop.canvas.card import HANDLES, PlacedCard
from strategikort.desktop.canvas.written import Written, at_base, at_top
from strategikort.desktop.look.fonts import in_pixels
from strategikort.desktop.look.marks import paint_mark
from strategikort.desktop.look.theme import Theme

TITLE_LINES = 2
MOST_BROKEN = 5_000
"""So many broken titles are kept; after that they are broken anew, so that a long day costs no more memory."""

RECT = QRectF(0, 0, CARD_WIDTH, CARD_HEIGHT)
LOCK = QRectF(PAD + MARK + 13, 13, 11, 8)
"""The body of a lock beside the mark; a code moves it on by its width."""
BETWEEN = 7
"""Between two signs at the upper edge."""
PIN, PIN_HEAD = QPointF(CARD_WIDTH - 3, 1), 4.5
"""The needle at the upper right corner of a card that the automatic layout leaves where it is."""


class CardFonts:
    """The fonts of all cards, and how titles break in them; made once for a scene."""

    def __init__(self, base: QFont) -> None:
        self.title = in_pixels(base, 13, QFont.Weight.Medium)
        self.code = in_pixels(base, 11, QFont.Weight.DemiBold)
        self.foot = in_pixels(base, 11, QFont.Weight.Normal)
        self._metrics = {one.key(): QFontMetricsF(one) for one in (self.title, self.code, self.foot)}
        self._title = self._metrics[self.title.key()]
        self.line = self._title.lineSpacing()
        self._broken: dict[str, tuple[str, ...]] = {}

    def title_lines(self, title: str) -> tuple[str, ...]:
        """``title`` in at most two lines; what does not fit ends in an ellipsis."""
        if title not in self._broken:
            if len(self._broken) >= MOST_BROKEN:
                self._broken.clear()
            self._broken[title] = tuple(self._break(title, CARD_WIDTH - 2 * PAD))
        return self._broken[title]

    def wide(self, font: QFont, text: str) -> float:
        """How wide ``text`` is."""
        return self._metrics[font.key()].horizontalAdvance(text)

    def cut(self, font: QFont, text: str, width: float) -> str:
        """``text``, with an ellipsis at its end if it is wider than that."""
        return self._metrics[font.key()].elidedText(text, Qt.TextElideMode.ElideRight, width)

    def _break(self, title: str, width: float) -> list[str]:
        lines: list[str] = []
        words = title.split()
        while words and len(lines) < TITLE_LINES - 1:
            line = [words.pop(0)]
            while words and self._title.horizontalAdvance(" ".join([*line, words[0]])) <= width:
                line.append(words.pop(0))
            lines.append(self._title.elidedText(" ".join(line), Qt.TextElideMode.ElideRight, width))
        if words:
            lines.append(self._title.elidedText(" ".join(words), Qt.TextElideMode.ElideRight, width))
        return lines


class Faces:
    """Paints cards. The texts of a card are laid out when it is first seen near enough to be read."""

    def __init__(self, theme: Theme, base: QFont, words: "CardWords") -> None:
        self._theme, self._words = theme, words
        self._fonts = CardFonts(base)
        self._blocks = Blocks(theme, base, words.inside)

    def paint(self, painter: QPainter, cards: Iterable[PlacedCard], scale: float) -> None:
        """Paint these cards as they look at a scale."""
        if scale < FAR:
            self._blocks.paint(painter, cards, scale)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for placed in cards:
            painter.save()
            painter.translate(placed.x, placed.y)
            if placed.dimmed or placed.lit is False:
                painter.setOpacity(DIMMED)
            self._paint_frame(painter, placed)
            self._paint_pin(painter, placed)
            self._paint_lock(painter, placed)
            self._paint_handles(painter, placed)
            self._paint_words(painter, placed)
            painter.restore()

    def _paint_handles(self, painter: QPainter, placed: PlacedCard) -> None:
        if placed.has_handles and placed.lit is None:
            painter.setPen(QPen(self._theme.accent, 1.6))
            painter.setBrush(self._theme.surface)
            for handle in HANDLES:
                painter.drawEllipse(handle, HANDLE, HANDLE)

    def _paint_frame(self, painter: QPainter, placed: PlacedCard) -> None:
        theme = self._theme
        edge = QPen(theme.border, 1.0)
        if placed.broken:
            edge = QPen(theme.error, 1.5, Qt.PenStyle.DashLine)
        if placed.lit:
            edge = QPen(theme.good, 2.0)
        if placed.selected:
            edge = QPen(theme.accent, 2.0)
        painter.setPen(edge)
        painter.setBrush(theme.accent_wash if placed.lit or placed.sought else theme.surface)
        if placed.card.is_box:
            painter.drawRoundedRect(RECT.translated(3, 3), CORNER, CORNER)
        painter.drawRoundedRect(RECT, CORNER, CORNER)

    def _paint_pin(self, painter: QPainter, placed: PlacedCard) -> None:
        if placed.card.pinned:
            painter.setPen(QPen(self._theme.muted, 1.6))
            painter.drawLine(PIN + QPointF(-3, 4), PIN + QPointF(-7, 10))
            painter.setBrush(self._theme.muted)
            painter.drawEllipse(PIN, PIN_HEAD, PIN_HEAD)

    def _paint_lock(self, painter: QPainter, placed: PlacedCard) -> None:
        if placed.card.locked:
            painter.setPen(QPen(self._theme.muted, 1.6))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            body = LOCK.translated(self._fonts.wide(self._fonts.code, placed.card.code), 0)
            painter.drawArc(body.adjusted(2, -5, -2, -1), 0, 180 * 16)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.muted)
            painter.drawRoundedRect(body, 1.5, 1.5)

    def _paint_words(self, painter: QPainter, placed: PlacedCard) -> None:
        kind = placed.card.kind
        paint_mark(painter, kind, QRectF(PAD, PAD + 2, MARK, MARK), self._theme.of_kind(kind))
        if placed.face is None:
            placed.face = self._written(placed)
        faint = placed.dimmed or placed.lit is False
        painter.setOpacity(1.0)
        for one in placed.face:
            painter.setFont(one.font)
            painter.setPen(self._theme.quiet if faint else one.colour)
            painter.drawStaticText(one.at, one.text)

    def _written(self, placed: PlacedCard) -> list[Written]:
        theme, fonts, card = self._theme, self._fonts, placed.card
        right = CARD_WIDTH - PAD
        found = [at_base(PAD + MARK + 7, PAD + 11, card.code, fonts.code, theme.of_kind(card.kind))]
        edge = float(right)
        for sign, colour in reversed(list(self._signs(placed))):
            edge -= fonts.wide(fonts.code, sign)
            found.append(at_top(edge, PAD - 1, sign, fonts.code, colour))
            edge -= BETWEEN
        colour = theme.muted if card.cancelled else theme.text
        for row, line in enumerate(fonts.title_lines(card.title or self._words.untitled)):
            found.append(at_base(PAD, PAD + 31 + row * fonts.line, line, fonts.title, colour))
        top, counts = CARD_HEIGHT - PAD - 14, self._words.counts(card)
        start = right - fonts.wide(fonts.foot, counts)
        foot = fonts.cut(fonts.foot, card.foot, start - 8 - PAD)
        found.append(at_top(PAD, top, foot, fonts.foot, theme.muted))
        found.append(at_top(start, top, counts, fonts.foot, theme.muted))
        return [one for one in found if one.text.text()]

    def _signs(self, placed: PlacedCard) -> Iterator[tuple[str, QColor]]:
        """The signs in letters or words, and their colours."""
        theme = self._theme
        colours = {
            Sign.BROKEN: theme.error,
            Sign.ERROR: theme.error,
            Sign.WARNING: theme.warning,
            Sign.ASKED: theme.warning,
            Sign.WAITING: theme.muted,
        }
        for sign, letters in signs_of(placed.said, broken=placed.broken):
            yield letters or self._words.signs[sign], colours[sign]


class CardWords:
    """The few words that cards themselves have, in the user's language."""

    def __init__(
        self,
        *,
        untitled: str,
        broken: str,
        box: str,
        inside: Callable[[Card], str],
        doubts: Mapping[Doubt, str],
    ) -> None:
        self.untitled, self._box = untitled, box
        self.inside = inside
        """How much a unit has, said shortly."""
        self.signs = {Sign.BROKEN: broken, **{Sign(doubt.value): text for doubt, text in doubts.items()}}
        """The signs that are told in words."""

    def counts(self, card: Card) -> str:
        """The links of a goal up and down, or what a box holds."""
        if card.is_box:
            return self._box.format(goals=card.downs, efforts=card.efforts)
        return f"▲{card.ups} ▼{card.downs}"
