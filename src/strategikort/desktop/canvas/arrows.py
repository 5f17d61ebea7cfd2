"""All arrows of a map in one item: solid with a filled head for what supports, dashed with an open one for causes."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from strategikort.desktop.canvas.measure import CARD_HEIGHT, CARD_WIDTH, FAR
from strategikort.desktop.canvas.picture import Arrow
from strategikort.desktop.theme import Theme
from strategikort.domain.links import LinkKind
from strategikort.domain.shape import Id

Key = tuple[LinkKind, Id, Id]
THIN, THICK = 1.4, 2.4
HEAD, HALF = 9.0, 4.5
NEAR = 6.0
"""How far from an arrow, in pixels of the screen, a click still means it."""


class Route:
    """The way of one arrow through the scene: its path, its head and the rectangle around both."""

    __slots__ = ("head", "path", "rect")

    def __init__(self, kind: LinkKind, lower: QPointF, upper: QPointF) -> None:
        if kind is LinkKind.REALISES and upper.y() + CARD_HEIGHT <= lower.y() + 1:
            start = QPointF(lower.x() + CARD_WIDTH / 2, lower.y())
            end = QPointF(upper.x() + CARD_WIDTH / 2, upper.y() + CARD_HEIGHT)
            bend = max(24.0, (start.y() - end.y() - HEAD) / 2)
            self.path = _curve(start, end + QPointF(0, HEAD - 1), QPointF(0, -bend), QPointF(0, bend))
            self.head = _head(end, QPointF(0, -1))
        else:
            start, end, way = _sideways(lower, upper)
            bend = max(20.0, abs(end.x() - start.x()) / 2)
            self.path = _curve(start, end - way * (HEAD - 1), way * bend, way * -bend)
            self.head = _head(end, way)
        self.rect = self.path.boundingRect().united(self.head.boundingRect()).adjusted(-3, -3, 3, 3)


def _sideways(lower: QPointF, upper: QPointF) -> tuple[QPointF, QPointF, QPointF]:
    way = QPointF(1, 0) if lower.x() <= upper.x() else QPointF(-1, 0)
    from_x = lower.x() + (CARD_WIDTH if way.x() > 0 else 0)
    to_x = upper.x() + (0 if way.x() > 0 else CARD_WIDTH)
    middle = CARD_HEIGHT / 2
    return QPointF(from_x, lower.y() + middle), QPointF(to_x, upper.y() + middle), way


def _curve(start: QPointF, end: QPointF, leave: QPointF, arrive: QPointF) -> QPainterPath:
    path = QPainterPath(start)
    path.cubicTo(start + leave, end + arrive, end)
    return path


def _head(tip: QPointF, way: QPointF) -> QPolygonF:
    back = tip - way * HEAD
    side = QPointF(-way.y(), way.x()) * HALF
    return QPolygonF([back + side, tip, back - side])


class ArrowsItem(QGraphicsItem):
    """Paints the arrows that cross what is seen. Routes are worked out again only for cards that moved."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._routes: dict[Key, Route] = {}
        self._touching: dict[Id, set[Key]] = {}
        self._strong: frozenset[Key] = frozenset()
        self._bounds = QRectF()
        self._chosen: Key | None = None
        self.dimmed = False
        self.setZValue(1)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)

    @property
    def keys(self) -> frozenset[Key]:
        """The arrows that are drawn."""
        return frozenset(self._routes)

    def follow(self, arrows: Mapping[Key, Arrow], at: Mapping[Id, QPointF], moved: Iterable[Id]) -> None:
        """Draw these arrows between cards ``at`` their places; ``moved`` are the cards that stand elsewhere now."""
        for key in [key for key in self._routes if key not in arrows]:
            del self._routes[key]
            for end in key[1:]:
                self._touching[end].discard(key)
        stale = {key for card in moved for key in self._touching.get(card, ())}
        for key in arrows:
            if key not in self._routes or key in stale:
                self._routes[key] = Route(key[0], at[key[1]], at[key[2]])
                for end in key[1:]:
                    self._touching.setdefault(end, set()).add(key)
        self._rebound()

    def move(self, cards: Iterable[Id], at: Mapping[Id, QPointF]) -> None:
        """Draw the arrows of cards that are being dragged where the cards are now."""
        for key in {key for card in cards for key in self._touching.get(card, ())}:
            self._routes[key] = Route(key[0], at[key[1]], at[key[2]])
        self._rebound()

    def _rebound(self) -> None:
        self.prepareGeometryChange()
        self._bounds = QRectF()
        for route in self._routes.values():
            self._bounds = self._bounds.united(route.rect)
        self.update()

    def strengthen(self, keys: Iterable[Key], *, dim_others: bool) -> None:
        """Draw these arrows strongly: the thread that is looked at."""
        self._strong, self.dimmed = frozenset(keys), dim_others
        self.update()

    def choose(self, key: Key | None) -> None:
        """Mark one arrow as selected."""
        self._chosen = key
        self.update()

    def arrow_at(self, place: QPointF, scale: float) -> Key | None:
        """The arrow under ``place``, None if there is none."""
        near = NEAR / max(scale, 0.05)
        around = QRectF(place.x() - near, place.y() - near, 2 * near, 2 * near)
        for key, route in self._routes.items():
            if route.rect.intersects(around) and route.path.intersects(around):
                return key
        return None

    @override
    def boundingRect(self) -> QRectF:
        return self._bounds

    @override
    def shape(self) -> QPainterPath:
        return QPainterPath()

    @override
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        scale = option.levelOfDetailFromTransform(painter.worldTransform())
        seen = option.exposedRect
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, scale >= FAR / 4)
        strong: list[Key] = []
        painter.setOpacity(0.4 if self.dimmed else 1.0)
        for kind in LinkKind:
            pen = self._pen(kind, self._theme.link, THIN)
            painter.setPen(pen)
            for key, route in self._routes.items():
                if key[0] is kind and route.rect.intersects(seen):
                    if key in self._strong or key == self._chosen:
                        strong.append(key)
                    else:
                        self._paint_route(painter, kind, route, self._theme.link, pen, scale)
        painter.setOpacity(1.0)
        for key in strong:
            pen = self._pen(key[0], self._theme.accent, THICK)
            painter.setPen(pen)
            self._paint_route(painter, key[0], self._routes[key], self._theme.accent, pen, scale)

    def _pen(self, kind: LinkKind, colour: QColor, width: float) -> QPen:
        style = {LinkKind.CAUSES: Qt.PenStyle.DashLine, LinkKind.COORDINATES: Qt.PenStyle.DotLine}
        pen = QPen(colour, width, style.get(kind, Qt.PenStyle.SolidLine))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        return pen

    def _paint_route(
        self, painter: QPainter, kind: LinkKind, route: Route, colour: QColor, pen: QPen, scale: float
    ) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(route.path)
        if kind is LinkKind.COORDINATES or scale < FAR / 2:
            return
        if kind is LinkKind.REALISES:
            painter.setBrush(colour)
            painter.drawPolygon(route.head)
        else:
            solid = QPen(pen)
            solid.setStyle(Qt.PenStyle.SolidLine)
            painter.setPen(solid)
            painter.drawPolyline(route.head)
            painter.setPen(pen)
