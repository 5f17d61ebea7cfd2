"""All arrows of a map: solid with a filled head for what supports, dashed with an open one for causes, else dotted."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsScene

from strategikort.application.drawing.measure import FAR, HANDLE
from strategikort.application.drawing.picture import Arrow
from strategikort.desktop.canvas.card import PlacedCard
from strategikort.desktop.canvas.layer import Layers
from strategikort.desktop.canvas.route import Route, StreetMap, around
from strategikort.desktop.look.theme import Theme, mixed
from strategikort.domain.links import LinkEnd, LinkKind
from strategikort.domain.shape import Id

Key = tuple[LinkKind, Id, Id]
THIN, THICK = 1.4, 2.4
STYLES: Final = {
    LinkKind.REALISES: Qt.PenStyle.SolidLine,
    LinkKind.CAUSES: Qt.PenStyle.DashLine,
    LinkKind.COORDINATES: Qt.PenStyle.DotLine,
    LinkKind.SUPERSEDES: Qt.PenStyle.DotLine,
    LinkKind.ASSISTS: Qt.PenStyle.DotLine,
}
NEAR = 6.0
"""How far from an arrow, in pixels of the screen, a click still means it."""
GRAB = 9.0
"""How far from the end of a selected arrow, in pixels of the screen, a hand takes hold of it."""
FAINT = 0.4
"""How much of its colour an arrow keeps beside a thread that is looked at. See-through lines take ten times as long."""


class Arrows:
    """The arrows by key, in two layers: those that stand, and above them those of cards that a hand has lifted."""

    def __init__(self, scene: QGraphicsScene, theme: Theme) -> None:
        self._theme = theme
        self._routes: dict[Key, Route] = {}
        self._map = StreetMap()
        self._placed: Mapping[Id, PlacedCard] = {}
        self._known: frozenset[Id] = frozenset()
        self._touching: dict[Id, set[Key]] = defaultdict(set)
        self._strong: frozenset[Key] = frozenset()
        self._lifted: frozenset[Key] = frozenset()
        self._chosen: frozenset[Key] = frozenset()
        self._among: Collection[Id] | None = None
        self.dimmed = False
        self.layers = Layers(scene, self._paint_standing, self._paint_lifted, z=(1, 1.5))

    @property
    def keys(self) -> frozenset[Key]:
        """The arrows that are drawn."""
        return frozenset(self._routes)

    def follow(self, arrows: Mapping[Key, Arrow], cards: Mapping[Id, PlacedCard], moved: Iterable[Id]) -> None:
        """Draw these arrows between the cards; ``moved`` are those that stand elsewhere now."""
        gone = self._routes.keys() - arrows.keys()
        for key in gone:
            del self._routes[key]
            for end in key[1:]:
                self._touching[end].discard(key)
                if not self._touching[end]:
                    del self._touching[end]
        moved, self._placed = frozenset(moved), cards
        if moved or cards.keys() != self._known:
            self._known = frozenset(cards)
            self._map.follow(cards.values())
        stale = {key for card in moved for key in self._touching.get(card, ())}
        fresh = (arrows.keys() - self._routes.keys()) | stale
        for key in fresh:
            for end in key[1:]:
                self._touching[end].add(key)
        self._route(fresh)
        if gone or fresh:
            self.layers.standing.redraw()

    def _route(self, keys: Iterable[Key]) -> None:
        for key in keys:
            self._routes[key] = Route(key[0], self._placed[key[1]], self._placed[key[2]], self._map)

    def way(self, key: Key) -> Route | None:
        """The way of an arrow that is drawn."""
        return self._routes.get(key)

    def lift(self, cards: Iterable[Id]) -> None:
        """The arrows of these cards, and of no others, are about to move."""
        put_down = self._lifted & self._routes.keys()
        self._lifted = frozenset(key for card in cards for key in self._touching.get(card, ()))
        if put_down:
            self._map.follow(self._placed.values())
            self._route(put_down)
        self.layers.redraw()

    def move(self, cards: Mapping[Id, PlacedCard]) -> None:
        """Draw the lifted arrows where the cards are now; not around others as long as they are in the hand."""
        for key in self._lifted:
            self._routes[key] = Route(key[0], cards[key[1]], cards[key[2]])
        self.layers.lifted.redraw()

    @property
    def chosen(self) -> frozenset[Key]:
        """The arrows that are selected."""
        return self._chosen

    def strengthen(self, keys: Iterable[Key], *, dim_others: bool, among: Collection[Id] | None = None) -> None:
        """Draw these arrows strongly: the thread that is looked at; and none but ``among`` these cards, if given."""
        strong = frozenset(keys)
        if (strong, dim_others, among) != (self._strong, self.dimmed, self._among):
            self._strong, self.dimmed, self._among = strong, dim_others, among
            self.layers.standing.redraw()

    def end_at(self, place: QPointF, scale: float) -> tuple[Key, LinkEnd] | None:
        """The end under ``place`` of an arrow that is selected."""
        near = GRAB / max(scale, 0.05)
        for key in self._chosen & self._routes.keys():
            line = self._routes[key].line
            for end, point in ((LinkEnd.UPPER, line.p2()), (LinkEnd.LOWER, line.p1())):
                if QLineF(point, place).length() <= near:
                    return key, end
        return None

    def choose(self, keys: Iterable[Key]) -> None:
        """These arrows are selected: their ends can be taken hold of."""
        self._chosen = frozenset(keys)

    def paint_ends(self, painter: QPainter) -> None:
        """Paint the ends of the arrows that are selected, above the cards."""
        painter.setPen(QPen(self._theme.accent, 1.6))
        painter.setBrush(self._theme.surface)
        for key in self._chosen & self._routes.keys():
            for point in (self._routes[key].line.p1(), self._routes[key].line.p2()):
                painter.drawEllipse(point, HANDLE, HANDLE)

    def arrow_at(self, place: QPointF, scale: float) -> Key | None:
        """The arrow under ``place``, None if there is none."""
        near = NEAR / max(scale, 0.05)
        here = QRectF(place.x() - near, place.y() - near, 2 * near, 2 * near)
        there = ((key, self._routes[key]) for key in self._within(here))
        return next((key for key, one in there if one.may_touch(around(here)) and one.is_at(here)), None)

    def _within(self, seen: QRectF) -> list[Key]:
        """The arrows whose rectangles touch what is seen."""
        left, right, top, bottom = seen.left(), seen.right(), seen.top(), seen.bottom()
        return [
            key
            for key, one in self._routes.items()
            if one.left <= right
            and one.right >= left
            and one.top <= bottom
            and one.bottom >= top
            and (self._among is None or (key[1] in self._among and key[2] in self._among))
        ]

    def _paint_standing(self, painter: QPainter, seen: QRectF, scale: float) -> None:
        self._paint([key for key in self._within(seen) if key not in self._lifted], painter, seen, scale)

    def _paint_lifted(self, painter: QPainter, seen: QRectF, scale: float) -> None:
        if self._lifted:
            self._paint(list(self._lifted), painter, seen, scale)

    def _paint(self, keys: list[Key], painter: QPainter, seen: QRectF, scale: float) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, scale >= FAR / 4)
        thin: dict[LinkKind, list[Route]] = defaultdict(list)
        thick: dict[LinkKind, list[Route]] = defaultdict(list)
        for key in keys:
            (thick if key in self._strong else thin)[key[0]].append(self._routes[key])
        colour = mixed(self._theme.background, self._theme.link, FAINT) if self.dimmed else self._theme.link
        for kind, routes in thin.items():
            self._paint_alike(painter, _pen(kind, colour, THIN), routes, seen, scale)
        for kind, routes in thick.items():
            self._paint_alike(painter, _pen(kind, self._theme.accent, THICK), routes, seen, scale)

    def _paint_alike(self, painter: QPainter, pen: QPen, routes: list[Route], seen: QRectF, scale: float) -> None:
        painter.setPen(pen)
        if scale < FAR / 2:
            painter.drawLines([route.line for route in routes])
            return
        near = around(seen)
        for route in routes:
            if route.may_touch(near) and route.touches(seen):
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawPath(route.stretch(seen))
                if route.head.boundingRect().intersects(seen):
                    paint_head(painter, pen, route.kind, route.head)


def _pen(kind: LinkKind, colour: QColor, width: float) -> QPen:
    pen = QPen(colour, width, STYLES[kind])
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen


def paint_head(painter: QPainter, pen: QPen, kind: LinkKind, head: QPolygonF) -> None:
    """Paint the head of an arrow: filled for what supports, hollow for what takes a place, else open, or none."""
    if kind is LinkKind.COORDINATES:
        return
    solid = QPen(pen)
    solid.setStyle(Qt.PenStyle.SolidLine)
    painter.setPen(solid)
    painter.setBrush(pen.color() if kind is LinkKind.REALISES else Qt.BrushStyle.NoBrush)
    if kind in (LinkKind.REALISES, LinkKind.SUPERSEDES):
        painter.drawPolygon(head)
    else:
        painter.drawPolyline(head)
    painter.setPen(pen)
