"""A comparison as it lies over a map: what is new, changed or gone, each by a shape of its own and in words.

It lies in two layers, under the cards and above them. Nothing of it can be selected or edited, and no paper shows it.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from strategikort.application.comparing import Change
from strategikort.application.drawing.compared import ComparedMap, Tally
from strategikort.application.drawing.measure import BAND_PAD, CARD_HEIGHT, CARD_WIDTH, CORNER, FAR, PAD
from strategikort.desktop.canvas.blocks import BLOCK, READABLE
from strategikort.desktop.canvas.card import PlacedCard
from strategikort.desktop.canvas.layer import Layer
from strategikort.desktop.canvas.route import Route, around
from strategikort.desktop.canvas.scene import MapScene
from strategikort.desktop.look.fonts import in_pixels
from strategikort.desktop.look.theme import Theme
from strategikort.domain.links import LinkKind
from strategikort.domain.shape import Id

ORDER: Final = (Change.ADDED, Change.CHANGED, Change.REMOVED)
SIGNS: Final[Mapping[Change, str]] = {Change.ADDED: "+", Change.CHANGED: "≠", Change.REMOVED: "–"}
_LINES: Final[Mapping[Change, tuple[QLineF, ...]]] = {
    Change.ADDED: (QLineF(-1, 0, 1, 0), QLineF(0, -1, 0, 1)),
    Change.CHANGED: (QLineF(-1, -0.4, 1, -0.4), QLineF(-1, 0.4, 1, 0.4), QLineF(0.6, -1, -0.6, 1)),
    Change.REMOVED: (QLineF(-1, 0, 1, 0),),
}
"""The signs as strokes, within one unit to each side."""

_STYLES: Final = {
    Change.ADDED: Qt.PenStyle.SolidLine,
    Change.CHANGED: Qt.PenStyle.DashLine,
    Change.REMOVED: Qt.PenStyle.DotLine,
}
_FRAME: Final = QRectF(0, 0, CARD_WIDTH, CARD_HEIGHT).adjusted(-3, -3, 3, 3)
_TAB_HEIGHT: Final = 18.0
_PLATE: Final = 20.0
_FAR_PLATE: Final = 46.0
_FOOT: Final = 17.0


def colour_of(change: Change, theme: Theme) -> QColor:
    """The colour of what is new, changed or gone; never its only sign."""
    return {Change.ADDED: theme.good, Change.CHANGED: theme.accent}.get(change, theme.text)


def paint_sign(painter: QPainter, change: Change, middle: QPointF, size: float, theme: Theme) -> None:
    """A plate with the sign of what became of a goal."""
    paint_signs(painter, change, [middle], size, theme)


def paint_signs(painter: QPainter, change: Change, middles: Sequence[QPointF], size: float, theme: Theme) -> None:
    """Many plates with one sign. Strokes are painted for all at once: pens and brushes cost more than lines."""
    plate = QRectF(-size / 2, -size / 2, size, size)
    plates = [plate.translated(middle) for middle in middles]
    painter.setPen(QPen(theme.surface, size / 14))
    painter.setBrush(colour_of(change, theme))
    if change is Change.ADDED:
        for one in plates:
            painter.drawEllipse(one)
    elif change is Change.CHANGED:
        for one in plates:
            painter.drawRoundedRect(one, size / 6, size / 6)
    else:
        painter.drawRects(plates)
    painter.setPen(QPen(theme.surface, size / 9, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    reach = size * 0.27
    strokes = [QLineF(one.p1() * reach, one.p2() * reach) for one in _LINES[change]]
    painter.drawLines([stroke.translated(middle) for middle in middles for stroke in strokes])


def way_pen(change: Change, theme: Theme, *, strong: bool = True) -> QPen:
    """The pen for links that are new or gone."""
    return QPen(colour_of(change, theme), 2.4 if strong else 1.2, _STYLES[change])


def _at_foot(route: Route) -> QPointF:
    """A point of a way where it leaves its lower card: further up it may be behind others."""
    path = route.path
    return path.pointAtPercent(path.percentAtLength(min(_FOOT, path.length() / 2)))


def _kinds(tally: Tally) -> list[Change]:
    return [change for change in ORDER if tally.get(change)]


def _main(kinds: Sequence[Change]) -> Change:
    """How the frame around a card looks: where different things have happened in a unit, as changed."""
    return kinds[0] if len(kinds) == 1 else Change.CHANGED


class ComparedLayer:
    """Shows a comparison over a scene; ``words`` are the signs with a word beside them."""

    def __init__(self, scene: MapScene, theme: Theme, base: QFont, words: Mapping[Change, str]) -> None:
        self._scene, self._theme, self._words = scene, theme, words
        self._font = in_pixels(base, 11, QFont.Weight.DemiBold)
        self._metrics = QFontMetricsF(self._font)
        self.compared: ComparedMap | None = None
        self.gone: dict[Id, PlacedCard] = {}
        self._lost: list[tuple[Route, bool]] = []
        self._layers = Layer(self._paint_ways, z=1.7, kept=True), Layer(self._paint_cards, z=2.5, kept=True)
        for layer in self._layers:
            layer.setVisible(False)
            scene.lay_over(layer)

    def show(self, compared: ComparedMap | None) -> None:
        """Show a comparison from now on, or none."""
        self.compared, self.gone, self._lost = compared, {}, []
        if compared is not None:
            tops = {kind: band.top + BAND_PAD for kind, band in self._scene.bands.bands.items()}
            for key, (card, (x, y)) in compared.gone.items():
                placed = self.gone[key] = PlacedCard(card, lambda key: None)
                placed.dimmed = True
                placed.move_to(x, tops[card.kind] + y)
            self._lost = list(self._lost_ways(compared))
        self._scene.reach_beyond(self._bounds())
        for layer in self._layers:
            layer.setVisible(compared is not None)
            layer.reach(self._scene.sceneRect())
            layer.redraw()

    def card(self, key: Id) -> PlacedCard | None:
        """The card with ``key``, also where it is gone."""
        return self.gone.get(key) or self._scene.item(key)

    def _bounds(self) -> QRectF:
        """The rectangle around the cards that are gone."""
        bounds = QRectF()
        for placed in self.gone.values():
            bounds = bounds.united(placed.rect)
        return bounds

    def _lost_ways(self, compared: ComparedMap) -> Iterator[tuple[Route, bool]]:
        for (lower, upper), told in compared.lost.items():
            ends = self.card(lower), self.card(upper)
            if ends[0] is not None and ends[1] is not None:
                yield Route(LinkKind.REALISES, ends[0], ends[1]), told

    def _paint_ways(self, painter: QPainter, seen: QRectF, scale: float) -> None:
        """Links that are new or gone, under the cards; with a sign between goals that stood before and stand now."""
        if self.compared is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ways = ((self._scene.arrows.way(key), told) for key, told in self.compared.gained.items())
        gained = [(way, told) for way, told in ways if way is not None]
        near, far = around(seen), scale < FAR
        for change, routes in ((Change.REMOVED, self._lost), (Change.ADDED, gained)):
            within = [(one, told) for one, told in routes if one.is_near(near)]
            shown = [(one, told) for one, told in within if one.may_touch(near) and (far or one.touches(seen))]
            for strong in (False, True):
                painter.setPen(way_pen(change, self._theme, strong=strong))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                alike = [route for route, told in shown if told is strong]
                if far:
                    painter.drawLines([route.line for route in alike])
                    continue
                for route in alike:
                    # of a dotted way all is painted: a stretch of it would begin its dots elsewhere
                    painter.drawPath(route.path if change is Change.REMOVED else route.stretch(seen))
            if scale * _FAR_PLATE >= READABLE:
                feet = [_at_foot(route) for route, told in shown if told]
                paint_signs(painter, change, feet, _FAR_PLATE * 0.7 if far else 14.0, self._theme)

    def _paint_cards(self, painter: QPainter, seen: QRectF, scale: float) -> None:
        compared = self.compared
        if compared is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        far = scale < FAR
        shown = [placed for placed in self.gone.values() if placed.rect.intersects(seen)]
        self._scene.faces.paint(painter, shown, scale)
        painter.setPen(QPen(self._theme.muted, 0 if far else 1.2))
        painter.drawLines([QLineF(placed.rect.bottomLeft(), placed.rect.topRight()) for placed in shown])
        told = ((placed, compared.marks.get(placed.card.key)) for placed in (*self._scene.cards_within(seen), *shown))
        marked = [(placed, tally) for placed, tally in told if tally]
        if far:
            self._paint_marks_afar(painter, marked)
            return
        for placed, tally in marked:
            self._paint_mark(painter, placed, tally)

    def _paint_marks_afar(self, painter: QPainter, marked: Sequence[tuple[PlacedCard, Tally]]) -> None:
        """Frames and signs of blocks, all that look alike at once."""
        frames: dict[Change, list[QRectF]] = defaultdict(list)
        signs: dict[Change, list[QPointF]] = defaultdict(list)
        for placed, tally in marked:
            kinds = _kinds(tally)
            frames[_main(kinds)].append(BLOCK.translated(placed.place))
            for place, change in enumerate(kinds):
                signs[change].append(placed.place + QPointF(_FAR_PLATE * (0.5 + place), 4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for change, blocks in frames.items():
            painter.setPen(QPen(colour_of(change, self._theme), 7.0, _STYLES[change]))
            painter.drawRects(blocks)
        for change, middles in signs.items():
            paint_signs(painter, change, middles, _FAR_PLATE, self._theme)

    def _paint_mark(self, painter: QPainter, placed: PlacedCard, tally: Tally) -> None:
        kinds = _kinds(tally)
        main = _main(kinds)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour_of(main, self._theme), 2.0, _STYLES[main]))
        painter.drawRoundedRect(_FRAME.translated(placed.place), CORNER + 3, CORNER + 3)
        self._paint_tab(painter, placed, kinds, tally)

    def _paint_tab(self, painter: QPainter, placed: PlacedCard, kinds: list[Change], tally: Tally) -> None:
        """A tab over the upper edge: sign and word, or for a whole unit the signs with how many."""
        single = not placed.card.is_box
        x, y = placed.x + PAD, placed.y - _TAB_HEIGHT / 2
        painter.setFont(self._font)
        for change in kinds:
            text = self._words[change].removeprefix(SIGNS[change]).strip() if single else str(tally[change])
            room = QRectF(x, y, _PLATE + self._metrics.horizontalAdvance(text) + 10, _TAB_HEIGHT)
            colour = colour_of(change, self._theme)
            painter.setPen(QPen(colour, 1.2))
            painter.setBrush(self._theme.surface)
            painter.drawRoundedRect(room, _TAB_HEIGHT / 2, _TAB_HEIGHT / 2)
            paint_sign(painter, change, QPointF(x + _TAB_HEIGHT / 2, room.center().y()), 14.0, self._theme)
            painter.setPen(colour)
            painter.drawText(room.adjusted(_PLATE, 0, -4, 0), Qt.AlignmentFlag.AlignVCenter, text)
            x += room.width() + 4
