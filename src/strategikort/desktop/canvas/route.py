"""The way of one arrow through the scene."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from strategikort.application.drawing.measure import CARD_HEIGHT, CARD_WIDTH
from strategikort.desktop.canvas.card import PlacedCard
from strategikort.domain.links import LinkKind

HEAD, HALF = 9.0, 4.5
LEAST_UP, LEAST_ASIDE = 24.0, 20.0
"""How far a curve goes straight on at least, upwards and sideways, before it bends."""
EDGE = 8.0
HALVINGS = 6
LONG = 2.0
"""From this many times the size of what is seen, only the stretch in sight of an arrow is painted."""


class Route:
    """From a lower card up to what it supports, or from side to side; curve and head are made when they are needed."""

    __slots__ = ("_head", "_path", "bottom", "kind", "left", "line", "right", "top", "upright", "way")

    def __init__(self, kind: LinkKind, lower: PlacedCard, upper: PlacedCard) -> None:
        self.kind = kind
        self._path: QPainterPath | None = None
        self._head: QPolygonF | None = None
        self.upright = kind is LinkKind.REALISES and upper.y + CARD_HEIGHT <= lower.y + 1
        if self.upright:
            half = CARD_WIDTH / 2
            ends = lower.x + half, lower.y, upper.x + half, upper.y + CARD_HEIGHT
            across, down = EDGE, LEAST_UP + EDGE
            self.way = QPointF(0, -1)
        else:
            half = CARD_HEIGHT / 2
            over = lower.x <= upper.x
            ends = lower.x + CARD_WIDTH * over, lower.y + half, upper.x + CARD_WIDTH * (not over), upper.y + half
            across, down = max(LEAST_ASIDE, abs(ends[2] - ends[0]) / 2) + EDGE, EDGE
            self.way = QPointF(1 if over else -1, 0)
        self.line = QLineF(*ends)
        """Straight from end to end: what is left of the arrow from afar."""
        self.left, self.right = min(ends[0], ends[2]) - across, max(ends[0], ends[2]) + across
        self.top, self.bottom = min(ends[1], ends[3]) - down, max(ends[1], ends[3]) + down

    @property
    def path(self) -> QPainterPath:
        """The curve up to the head."""
        if self._path is None:
            start, leave, arrive, end = self._points()
            self._path = QPainterPath(start)
            self._path.cubicTo(leave, arrive, end)
        return self._path

    @property
    def head(self) -> QPolygonF:
        """The head: one side, the tip, the other side."""
        if self._head is None:
            tip, way = self.line.p2(), self.way
            back, side = tip - way * HEAD, QPointF(-way.y(), way.x()) * HALF
            self._head = QPolygonF([back + side, tip, back - side])
        return self._head

    def touches(self, seen: QRectF) -> bool:
        """Whether any of the arrow is in sight."""
        return self.path.intersects(seen) or self.head.boundingRect().intersects(seen)

    def stretch(self, seen: QRectF) -> QPainterPath:
        """The curve; of a very long one only the part in sight, unless it is dashed: its dashes would creep."""
        points = self._points()
        rise, run = points[0].y() - points[3].y(), points[3].x() - points[0].x()
        longest = max(rise / max(seen.height(), 1.0), abs(run) / max(seen.width(), 1.0))
        if not self.upright or longest < LONG or rise < 4 * LEAST_UP:
            return self.path
        low, high = points[0].y() - seen.bottom() - EDGE, points[0].y() - seen.top() + EDGE
        first, last = _share_at(low / rise, _risen), _share_at(high / rise, _risen)
        if run:
            near, far = sorted(
                (seen.left() - EDGE - points[0].x(), seen.right() + EDGE - points[0].x()), key=run.__mul__
            )
            first, last = max(first, _share_at(near / run, _gone)), min(last, _share_at(far / run, _gone))
        first = max(0.0, first - 0.5**HALVINGS)
        if first >= last:
            return QPainterPath()
        flat = [complex(one.x(), one.y()) for one in points]
        cut = QPainterPath(_blossom(flat, first, first, first))
        cut.cubicTo(
            _blossom(flat, first, first, last), _blossom(flat, first, last, last), _blossom(flat, last, last, last)
        )
        return cut

    def _points(self) -> tuple[QPointF, QPointF, QPointF, QPointF]:
        """The curve's ends, and between them the points that it bends towards."""
        start = self.line.p1()
        end = self.line.p2() - self.way * (HEAD - 1)
        rise, aside = start.y() - end.y(), abs(self.line.dx())
        bend = max(LEAST_UP, rise / 2) if self.upright else max(LEAST_ASIDE, aside / 2)
        return start, start + self.way * bend, end - self.way * bend, end


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
