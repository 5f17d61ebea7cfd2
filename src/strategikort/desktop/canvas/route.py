"""The way of one arrow through the scene."""

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from strategikort.application.drawing.measure import CARD_HEIGHT, CARD_WIDTH, ROW_GAP
from strategikort.application.drawing.routes import (
    FARTHEST,
    HEAD,
    LEAST_ASIDE,
    LEAST_UP,
    Curve,
    Point,
    Span,
    Streets,
    Way,
    direct,
    plain_within,
)
from strategikort.desktop.canvas.card import PlacedCard
from strategikort.domain.goals import GoalKind
from strategikort.domain.links import LinkKind

HALF = 4.5
UP, RIGHT, LEFT = QPointF(0, -1), QPointF(1, 0), QPointF(-1, 0)
EDGE = 8.0
HALVINGS = 6
LONG = 2.0
"""From this many times the size of what is seen, only the stretch in sight of an arrow is painted."""


def around(seen: QRectF) -> Span:
    """A rectangle and what reaches into it from beside: edges and heads."""
    return seen.left() - EDGE, seen.top() - EDGE, seen.right() + EDGE, seen.bottom() + EDGE


class StreetMap:
    """The streets between the cards of a scene, worked out when a way is asked for after cards have moved."""

    def __init__(self) -> None:
        self._cards: Iterable[PlacedCard] = ()
        self._made: Streets | None = None

    def follow(self, cards: Iterable[PlacedCard]) -> None:
        """These cards stand elsewhere now, or are others."""
        self._cards, self._made = cards, None

    @property
    def streets(self) -> Streets:
        """The streets as cards stand now; the same object as long as none has moved."""
        if self._made is None:
            bands: dict[GoalKind, list[Point]] = {}
            for card in self._cards:
                bands.setdefault(card.card.kind, []).append((card.x, card.y))
            self._made = Streets(bands.values())
        return self._made


class Route:
    """From a lower card up to what it supports, or from side to side; curves and head are made when they are needed.

    Where the arrow is within `left` to `bottom` is known at once.
    """

    __slots__ = (
        "_ends",
        "_head",
        "_map",
        "_path",
        "_spans",
        "_streets",
        "_way",
        "bottom",
        "kind",
        "left",
        "line",
        "right",
        "top",
        "towards",
        "upright",
    )

    def __init__(self, kind: LinkKind, lower: PlacedCard, upper: PlacedCard, map: StreetMap | None = None) -> None:
        self.kind = kind
        self._map = map
        self._streets: Streets | None = None
        self._ends = (lower.x, lower.y), (upper.x, upper.y)
        self._way: Way | None = None
        self._spans: list[Span] | None = None
        self._path: QPainterPath | None = None
        self._head: QPolygonF | None = None
        self.upright = kind is LinkKind.REALISES and upper.y + CARD_HEIGHT <= lower.y + 1
        if self.upright:
            half = CARD_WIDTH / 2
            ends = lower.x + half, lower.y, upper.x + half, upper.y + CARD_HEIGHT
            across, down = EDGE + (FARTHEST if map else 0), LEAST_UP + EDGE
            self.towards = UP
        else:
            half = CARD_HEIGHT / 2
            over = lower.x <= upper.x
            ends = lower.x + CARD_WIDTH * over, lower.y + half, upper.x + CARD_WIDTH * (not over), upper.y + half
            across = max(LEAST_ASIDE, abs(ends[2] - ends[0]) / 2) + EDGE
            down = EDGE + (half + ROW_GAP if map else 0)
            self.towards = RIGHT if over else LEFT
        self.line = QLineF(*ends)
        """Straight from end to end: what is left of the arrow from afar."""
        self.left, self.right = (ends[0], ends[2]) if ends[0] < ends[2] else (ends[2], ends[0])
        self.left, self.right = self.left - across, self.right + across
        self.top, self.bottom = (ends[1], ends[3]) if ends[1] < ends[3] else (ends[3], ends[1])
        self.top, self.bottom = self.top - down, self.bottom + down

    def is_near(self, seen: Span) -> bool:
        """Whether the rectangle that the arrow is within touches another: a quick look, before any other."""
        left, top, right, bottom = seen
        return self.left <= right and self.right >= left and self.top <= bottom and self.bottom >= top

    def _follow_streets(self) -> None:
        if self._map is not None and self._streets is not self._map.streets:
            self._streets, self._way, self._spans, self._path = self._map.streets, None, None, None

    def may_touch(self, seen: Span) -> bool:
        """Whether the arrow may be in a rectangle; of most that are not, this tells so without knowing their ways."""
        self._follow_streets()
        if self._streets is None or not self.upright:
            return True
        left, top, right, bottom = seen
        near, far = plain_within(*self._ends, top, bottom)
        if near <= right and far >= left:
            return True
        if self._spans is None:
            self._spans = self._streets.spans(*self._ends)
        for span in self._spans:
            if span[0] <= right and span[2] >= left and span[1] <= bottom and span[3] >= top:
                return True
        return False

    @property
    def way(self) -> Way:
        """The way up to the head, around what stands between."""
        self._follow_streets()
        if self._way is None:
            lower, upper = self._ends
            make = self._streets.way if self._streets is not None else direct
            self._way = make(self.kind, lower, upper)
        return self._way

    @property
    def path(self) -> QPainterPath:
        """The curve up to the head."""
        way = self.way
        if self._path is None:
            self._path = QPainterPath(QPointF(*way.start))
            for curve in way.curves:
                self._path.cubicTo(*(QPointF(*point) for point in curve))
        return self._path

    @property
    def head(self) -> QPolygonF:
        """The head: one side, the tip, the other side."""
        if self._head is None:
            tip, way = self.line.p2(), self.towards
            back, side = tip - way * HEAD, QPointF(-way.y(), way.x()) * HALF
            self._head = QPolygonF([back + side, tip, back - side])
        return self._head

    def touches(self, seen: QRectF) -> bool:
        """Whether any of the arrow is in sight, or nearly."""
        way = self.way
        if len(way.curves) == 1:
            return self.path.intersects(seen) or self.head.boundingRect().intersects(seen)
        return any(True for _ in self._seen_curves(seen)) or self.head.boundingRect().intersects(seen)

    def is_at(self, around: QRectF) -> bool:
        """Whether the arrow crosses a small rectangle."""
        parts = (_path([part]) for part in self._seen_curves(around))
        return any(part.intersects(around) for part in parts) or self.head.boundingRect().intersects(around)

    def _seen_curves(self, seen: QRectF) -> Iterator[tuple[Point, Curve]]:
        way = self.way
        here = way.start
        left, top, right, bottom = around(seen)
        for curve in way.curves:
            x, y = curve[2]
            if (
                min(x, here[0]) <= right
                and max(x, here[0]) >= left
                and min(y, here[1]) <= bottom
                and max(y, here[1]) >= top
            ):
                if x == here[0]:
                    low, high = min(here[1], bottom), max(y, top)
                    if y > here[1]:
                        low, high = max(here[1], top), min(y, bottom)
                    yield (x, low), ((x, low), (x, high), (x, high))
                else:
                    yield here, curve
            here = curve[2]

    def stretch(self, seen: QRectF) -> QPainterPath:
        """The curve; of a very long one only the part in sight, unless it is dashed: its dashes would creep."""
        if not self.upright:
            return self.path
        if len(self.way.curves) > 1:
            return _path(self._seen_curves(seen))
        return self._cut(seen)

    def _cut(self, seen: QRectF) -> QPainterPath:
        start, (leave, arrive, end) = self.way.start, self.way.curves[0]
        points = [complex(*one) for one in (start, leave, arrive, end)]
        rise, run = start[1] - end[1], end[0] - start[0]
        longest = max(rise / max(seen.height(), 1.0), abs(run) / max(seen.width(), 1.0))
        if longest < LONG or rise < 4 * LEAST_UP:
            return self.path
        low, high = start[1] - seen.bottom() - EDGE, start[1] - seen.top() + EDGE
        first, last = _share_at(low / rise, _risen), _share_at(high / rise, _risen)
        if run:
            near, far = sorted((seen.left() - EDGE - start[0], seen.right() + EDGE - start[0]), key=run.__mul__)
            first, last = max(first, _share_at(near / run, _gone)), min(last, _share_at(far / run, _gone))
        first = max(0.0, first - 0.5**HALVINGS)
        if first >= last:
            return QPainterPath()
        cut = QPainterPath(_blossom(points, first, first, first))
        cut.cubicTo(
            _blossom(points, first, first, last),
            _blossom(points, first, last, last),
            _blossom(points, last, last, last),
        )
        return cut


def _path(parts: Iterable[tuple[Point, Curve]]) -> QPainterPath:
    path, here = QPainterPath(), None
    for start, (leave, arrive, end) in parts:
        if start != here:
            path.moveTo(*start)
        if start[0] == end[0]:
            path.lineTo(*end)
        else:
            path.cubicTo(*leave, *arrive, *end)
        here = end
    return path


def _risen(share: float) -> float:
    """How much of its rise an upright curve has done at a share of its way."""
    return 1.5 * share * (1 - share) + share**3


def _gone(share: float) -> float:
    """How much of its way aside an upright curve has done at a share of its way."""
    return share * share * (3 - 2 * share)


def _share_at(done: float, how: Callable[[float], float]) -> float:
    """The share of the way at which so much is done, or up to half to the power of `HALVINGS` more."""
    low, high = 0.0, 1.0
    if done <= 0 or done >= 1:
        return low if done <= 0 else high
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        if how(middle) < done:
            low = middle
        else:
            high = middle
    return high


def _blossom(points: list[complex], *shares: float) -> QPointF:
    """De Casteljau's way with a share of its own at each step: it gives the points of a stretch of the curve."""
    for share in shares:
        points = [one + (other - one) * share for one, other in pairwise(points)]
    return QPointF(points[0].real, points[0].imag)
