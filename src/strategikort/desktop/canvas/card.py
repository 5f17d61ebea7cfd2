"""One card on the map: mark, code, title and what is wrong, painted from a picture's card."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from strategikort.cascade.findings import Severity
from strategikort.desktop.canvas.measure import CARD_HEIGHT, CARD_WIDTH, CORNER, FAR, HANDLE, MARK, PAD
from strategikort.desktop.canvas.picture import Card
from strategikort.desktop.marks import paint_mark
from strategikort.desktop.theme import Theme, mixed

TITLE_LINES = 2

RECT = QRectF(0, 0, CARD_WIDTH, CARD_HEIGHT)
BOUNDS = RECT.adjusted(-8, -8, 8, 8)
BLOCK = RECT.adjusted(6, 6, -6, -6)


class CardFonts:
    """The fonts of all cards, and how titles break in them; made once for a scene."""

    def __init__(self, base: QFont) -> None:
        self.title = _sized(base, 13, QFont.Weight.Medium)
        self.code = _sized(base, 11, QFont.Weight.DemiBold)
        self.foot = _sized(base, 11, QFont.Weight.Normal)
        self._title = QFontMetricsF(self.title)
        self.line = self._title.lineSpacing()
        self._broken: dict[str, tuple[str, ...]] = {}

    def title_lines(self, title: str) -> tuple[str, ...]:
        """``title`` in at most two lines; what does not fit ends in an ellipsis."""
        if title not in self._broken:
            self._broken[title] = tuple(self._break(title, CARD_WIDTH - 2 * PAD))
        return self._broken[title]

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


def _sized(base: QFont, pixels: int, weight: QFont.Weight) -> QFont:
    font = QFont(base)
    font.setPixelSize(pixels)
    font.setWeight(weight)
    return font


class CardItem(QGraphicsItem):
    """The item of one card. It paints; what it stands for, where, and who changes it is the scene's business."""

    def __init__(self, card: Card, fonts: CardFonts, theme: Theme, words: "CardWords") -> None:
        super().__init__()
        self.card = card
        self.severity: Severity | None = None
        self.dimmed = False
        self.lit: bool | None = None
        """While a link is drawn: whether it may end here; None when no link is drawn."""
        self._fonts, self._theme, self._words = fonts, theme, words
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)
        self.setAcceptHoverEvents(True)
        self.setZValue(2)
        self.hovered = False

    def show_card(self, card: Card, severity: Severity | None) -> None:
        """Paint this from now on."""
        if (card, severity) != (self.card, self.severity):
            self.card, self.severity = card, severity
            self.update()

    def light(self, lit: bool | None) -> None:
        """Mark the card as one where a link may end, may not, or that no link is being drawn."""
        if lit is not self.lit:
            self.lit = lit
            self.update()

    def dim(self, dimmed: bool) -> None:
        """Let the card step back behind the thread that is looked at; it stays readable."""
        if dimmed is not self.dimmed:
            self.dimmed = dimmed
            self.update()

    def hover(self, hovered: bool) -> None:
        """Show the handles from which a link is drawn, or hide them."""
        if hovered is not self.hovered:
            self.hovered = hovered
            self.update()

    def on_handle(self, place: QPointF) -> bool:
        """Whether ``place``, in the card's own coordinates, is on a handle that is shown."""
        if not (self.hovered or self.isSelected()) or self.card.is_box:
            return False
        return any((place - handle).manhattanLength() <= 2.4 * HANDLE for handle in self._handles())

    def _handles(self) -> tuple[QPointF, QPointF]:
        return QPointF(CARD_WIDTH / 2, 0), QPointF(CARD_WIDTH / 2, CARD_HEIGHT)

    def rect(self) -> QRectF:
        """The card itself, in its own coordinates."""
        return RECT

    @override
    def boundingRect(self) -> QRectF:
        return BOUNDS

    @override
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        scale = option.levelOfDetailFromTransform(painter.worldTransform())
        if self.dimmed or self.lit is False:
            painter.setOpacity(0.55)
        if scale < FAR:
            self._paint_block(painter)
        else:
            self._paint_frame(painter)
            self._paint_words(painter)
            self._paint_handles(painter)

    def _paint_handles(self, painter: QPainter) -> None:
        if (self.hovered or self.isSelected()) and not self.card.is_box and self.lit is None:
            painter.setPen(QPen(self._theme.accent, 1.6))
            painter.setBrush(self._theme.surface)
            for handle in self._handles():
                painter.drawEllipse(handle, HANDLE, HANDLE)

    def _paint_frame(self, painter: QPainter) -> None:
        theme = self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QPen(theme.border, 1.0)
        if self.card.broken:
            edge = QPen(theme.error, 1.5, Qt.PenStyle.DashLine)
        if self.lit:
            edge = QPen(theme.good, 2.0)
        if self.isSelected():
            edge = QPen(theme.accent, 2.0)
        painter.setPen(edge)
        painter.setBrush(theme.accent_wash if self.lit else theme.surface)
        if self.card.is_box:
            painter.drawRoundedRect(RECT.translated(3, 3), CORNER, CORNER)
        painter.drawRoundedRect(RECT, CORNER, CORNER)

    def _paint_block(self, painter: QPainter) -> None:
        colour = self._theme.error if self.card.broken else self._theme.of_kind(self.card.kind)
        if self.isSelected() or self.lit:
            colour = self._theme.accent
        painter.fillRect(BLOCK, colour if self.isSelected() else mixed(colour, self._theme.surface, 0.55))

    def _paint_words(self, painter: QPainter) -> None:
        theme, card, fonts = self._theme, self.card, self._fonts
        colour = theme.of_kind(card.kind)
        paint_mark(painter, card.kind, QRectF(PAD, PAD + 2, MARK, MARK), colour)
        painter.setFont(fonts.code)
        painter.setPen(colour)
        painter.drawText(QPointF(PAD + MARK + 7, PAD + 11), card.code)
        self._paint_sign(painter)
        painter.setFont(fonts.title)
        painter.setPen(theme.muted if card.cancelled else theme.text)
        for row, line in enumerate(fonts.title_lines(card.title or self._words.untitled)):
            painter.drawText(QPointF(PAD, PAD + 31 + row * fonts.line), line)
        painter.setFont(fonts.foot)
        painter.setPen(theme.muted)
        foot = QRectF(PAD, CARD_HEIGHT - PAD - 14, CARD_WIDTH - 2 * PAD, 14)
        counts = self._words.counts(card)
        metrics = painter.fontMetrics()
        room = int(foot.width()) - (metrics.horizontalAdvance(counts) + 8 if counts else 0)
        painter.drawText(
            foot, Qt.AlignmentFlag.AlignLeft, metrics.elidedText(card.foot, Qt.TextElideMode.ElideRight, room)
        )
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight, counts)

    def _paint_sign(self, painter: QPainter) -> None:
        text, colour = self._sign()
        if text:
            painter.setFont(self._fonts.code)
            painter.setPen(colour)
            painter.drawText(
                QRectF(CARD_WIDTH / 2 - 20, PAD - 1, CARD_WIDTH / 2 + 20 - PAD, 16), Qt.AlignmentFlag.AlignRight, text
            )

    def _sign(self) -> tuple[str, QColor]:
        theme = self._theme
        if self.card.broken:
            return self._words.broken, theme.error
        if self.severity is Severity.ERROR:
            return "▲ !", theme.error
        if self.severity is Severity.WARNING:
            return "!", theme.warning
        return "", theme.muted


class CardWords:
    """The few words that cards themselves have, in the user's language."""

    def __init__(self, *, untitled: str, broken: str, box: str) -> None:
        self.untitled, self.broken, self._box = untitled, broken, box

    def counts(self, card: Card) -> str:
        """The links of a goal up and down, or what a box holds."""
        if card.is_box:
            return self._box.format(goals=card.downs, efforts=card.efforts)
        return f"▲{card.ups} ▼{card.downs}"
