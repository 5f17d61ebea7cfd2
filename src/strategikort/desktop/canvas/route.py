"""The way of one arrow through the scene."""

from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from strategikort.desktop.canvas.card import PlacedCard
from strategikort.desktop.canvas.measure import CARD_HEIGHT, CARD_WIDTH
from strategikort.domain.links import LinkKind

HEAD, HALF = 9.0, 4.5
LEAST_UP, LEAST_ASIDE = 24.0, 20.0
"""How far a curve goes straight on at least, upwards and sideways, before it bends."""
EDGE = 8.0
HALVINGS = 12
LONG = 2.0
"""From this many times the height of what is seen, only the stretch in sight of an arrow is painted."""


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
        rise = points[0].y() - points[3].y()
        if not self.upright or rise < LONG * seen.height() or rise < 4 * LEAST_UP:
            return self.path
        first = _share_at((points[0].y() - seen.bottom() - EDGE) / rise)
        last = _share_at((points[0].y() - seen.top() + EDGE) / rise)
        cut = QPainterPath(_blossom(points, first, first, first))
        cut.cubicTo(
            _blossom(points, first, first, last),
            _blossom(points, first, last, last),
            _blossom(points, last, last, last),
        )
        return cut

    def _points(self) -> tuple[QPointF, QPointF, QPointF, QPointF]:
        """The curve's ends, and between them the points that it bends towards."""
        start = self.line.p1()
        end = self.line.p2() - self.way * (HEAD - 1)
        rise, aside = start.y() - end.y(), abs(self.line.dx())
        bend = max(LEAST_UP, rise / 2) if self.upright else max(LEAST_ASIDE, aside / 2)
        return start, start + self.way * bend, end - self.way * bend, end


def _share_at(height: float) -> float:
    """How much of an upright curve is done where it has done this share of its rise."""
    low, high = 0.0, 1.0
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        if 1.5 * middle * (1 - middle) + middle**3 < height:
            low = middle
        else:
            high = middle
    return high if height > 0 else 0.0


def _blossom(points: tuple[QPointF, QPointF, QPointF, QPointF], *shares: float) -> QPointF:
    """De Casteljau's way with a share of its own at each step: it gives the points of a stretch of the curve."""
    line = list(points)
    for share in shares:
        line = [one * (1 - share) + other * share for one, other in pairwise(line)]
    return line[0]
