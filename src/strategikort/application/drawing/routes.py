"""The ways of arrows: straight up where nothing stands in between, else through gaps between cards and rows.

A way costs a few searches in each band that it crosses, however many cards stand there.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import ceil, floor, hypot
from typing import Final, NamedTuple

from strategikort.application.drawing.ground import STEP
from strategikort.application.drawing.measure import CARD_HEIGHT, CARD_WIDTH, GAP, ROW_GAP
from strategikort.domain.drawn import between, moved, on_curve
from strategikort.domain.links import LinkKind

Point = tuple[float, float]
Curve = tuple[Point, Point, Point]
"""A stretch of a way after the one before: the two points that it bends towards, and its end."""

HEAD: Final = 9.0
LEAST_UP, LEAST_ASIDE = 24.0, 20.0
CLEAR: Final = 4.0
"""How near a way comes to a card that it passes."""
FARTHEST: Final = 3 * STEP
"""How far aside a way goes for a gap; if there is none, it runs through."""
FEW: Final = 12
"""With no more rows than this, only the rows that are crossed have to have the gap; else all rows of the band."""
FINE: Final = 12
_FINEST: Final = 1 / 8192
"""To half of this share of its way it is found where a curve is at a height."""


class Way(NamedTuple):
    """An arrow from ``start`` over ``curves`` to the back of its head, whose ``tip`` points along ``towards``."""

    start: Point
    curves: tuple[Curve, ...]
    tip: Point
    towards: Point

    def points(self) -> list[Point]:
        """The way as a line with corners, and its tip at the end."""
        found, here = [self.start], self.start
        for curve in self.curves:
            found += [on_curve(here, *curve, step / FINE) for step in range(1, FINE + 1)]
            here = curve[2]
        return [*found, self.tip]


def direct(kind: LinkKind, lower: Point, upper: Point) -> Way:
    """The plain arrow between two cards by their corners: up, or from side to side."""
    if kind is LinkKind.REALISES and upper[1] + CARD_HEIGHT <= lower[1] + 1:
        start, tip = (lower[0] + CARD_WIDTH / 2, lower[1]), (upper[0] + CARD_WIDTH / 2, upper[1] + CARD_HEIGHT)
        towards, bend = (0.0, -1.0), max(LEAST_UP, (start[1] - tip[1] - HEAD + 1) / 2)
    else:
        over = lower[0] <= upper[0]
        start = (lower[0] + CARD_WIDTH * over, lower[1] + CARD_HEIGHT / 2)
        tip = (upper[0] + CARD_WIDTH * (not over), upper[1] + CARD_HEIGHT / 2)
        towards, bend = (1.0 if over else -1.0, 0.0), max(LEAST_ASIDE, abs(tip[0] - start[0]) / 2)
    end = moved(tip, towards, 1 - HEAD)
    return Way(start, ((moved(start, towards, bend), moved(end, towards, -bend), end),), tip, towards)


Span = tuple[float, float, float, float]
"""A rectangle that a stretch of a way is within: left, top, right, bottom."""


class Streets:
    """Cards by their corners, band by band, and the gaps between them."""

    def __init__(self, bands: Iterable[Iterable[Point]]) -> None:
        blocks = [_Block(corners) for corners in bands]
        self._blocks = sorted((one for one in blocks if one.tops), key=lambda one: -one.tops[0])

    def way(self, kind: LinkKind, lower: Point, upper: Point) -> Way:
        """The arrow between two cards by their corners, around the cards in between where there is a gap."""
        plain = direct(kind, lower, upper)
        if plain.towards[1]:
            return self._upward(plain)
        ways = [plain, *(_around(plain, y) for y in _streets_of(lower, upper))]
        return ways[0] if not self.overlap(plain) else min(ways, key=self.overlap)

    def spans(self, lower: Point, upper: Point) -> list[Span]:
        """Rectangles that the way of an arrow upward is within if it is not the plain one; at a tenth of its cost."""
        plain = direct(LinkKind.REALISES, lower, upper)
        (here, y), (tip, high) = plain.start, plain.tip
        found = list[Span]()
        for block, (top, bottom, rows), wanted in self._runs(plain):
            across = block.nearest(wanted, rows)
            x = wanted if across is None else across
            found.append((min(here, x), min(bottom, y), max(here, x), max(bottom, y)))
            found.append((x, top, x, bottom))
            here, y = x, top
        return [*found, (min(here, tip), min(high, y), max(here, tip), max(high + HEAD, y))]

    def _runs(self, plain: Way) -> Iterator[tuple["_Block", "Run", float]]:
        """The rows that an arrow upward passes, band by band from below, and where across it would best do so."""
        low, high = plain.start[1], plain.tip[1]
        for block in self._blocks:
            run = block.run(high, low)
            if run is None:
                continue
            top, bottom, _ = run
            wanted = plain.start[0]
            if bottom < low - ROW_GAP - 1:
                wanted += (plain.tip[0] - plain.start[0]) * (low - (top + bottom) / 2) / (low - high)
            if top <= high + ROW_GAP + 1:
                wanted = plain.tip[0]
            yield block, run, wanted

    def overlap(self, way: Way) -> float:
        """How long a stretch of a way runs over cards."""
        return sum(block.covered(one, other) for one, other in pairwise(way.points()) for block in self._blocks)

    def _upward(self, plain: Way) -> Way:
        runs = list(self._runs(plain))
        if all(block.is_free(plain, run) for block, run, _ in runs):
            return plain
        curves: list[Curve] = []
        here, doubtful = plain.start, False
        for block, (top, bottom, rows), wanted in runs:
            across = block.nearest(wanted, rows)
            doubtful |= across is None or (across != here[0] and bottom >= here[1])
            x = wanted if across is None else across
            curves += [_bent(here, (x, bottom)), _bent((x, bottom), (x, top))]
            here = (x, top)
        end = plain.curves[-1][2]
        doubtful |= here[1] <= end[1] and here[0] != end[0]
        way = Way(plain.start, (*curves, _bent(here, end)), plain.tip, plain.towards)
        return min((way, plain), key=self.overlap) if doubtful else way


Run = tuple[float, float, tuple[int, int]]
"""The stretch of a way among the rows of a band: its upper and lower end, and the first and last row."""


class _Block:
    """The cards of one band: rows by their upper edges, and what is taken across."""

    def __init__(self, corners: Iterable[Point]) -> None:
        rows: dict[float, list[float]] = defaultdict(list)
        for x, y in corners:
            rows[y].append(x)
        self.tops = sorted(rows)
        self._rows = [sorted(rows[top]) for top in self.tops]
        self._taken: dict[tuple[int, int], tuple[list[float], list[float]]] = {}

    def run(self, high: float, low: float) -> Run | None:
        """Which rows stand between two heights, None if no row does."""
        first, last = bisect_right(self.tops, high - CARD_HEIGHT), bisect_left(self.tops, low) - 1
        if first > last:
            return None
        return max(self.tops[first], high), min(self.tops[last] + CARD_HEIGHT, low), (first, last)

    def is_free(self, plain: Way, run: Run) -> bool:
        """Whether the plain curve passes the rows of a run in one gap."""
        (curve,) = plain.curves
        ends = [_across_at(plain.start, curve, height) for height in run[:2]]
        starts, stops = self._busy(run[2])
        at = bisect_left(stops, min(ends) + 0.001)
        return at == len(starts) or starts[at] >= max(ends)

    def nearest(self, x: float, rows: tuple[int, int]) -> float | None:
        """The place nearest to ``x`` where nothing stands in these rows; None if it is too far."""
        found = _nearest(x, *self._busy(rows))
        if abs(found - x) > FARTHEST and len(self.tops) > FEW:
            found = _nearest(x, *self._busy(rows, exactly=True))
        return found if abs(found - x) <= FARTHEST else None

    def _busy(self, rows: tuple[int, int], *, exactly: bool = False) -> tuple[list[float], list[float]]:
        if len(self.tops) > FEW and not exactly:
            rows = 0, len(self.tops) - 1
        if rows not in self._taken:
            lefts = sorted({x for row in self._rows[rows[0] : rows[1] + 1] for x in row})
            starts: list[float] = []
            stops: list[float] = []
            for x in lefts:
                if stops and x - CLEAR < stops[-1]:
                    stops[-1] = x + CARD_WIDTH + CLEAR
                else:
                    starts.append(x - CLEAR)
                    stops.append(x + CARD_WIDTH + CLEAR)
            self._taken[rows] = starts, stops
        return self._taken[rows]

    def covered(self, one: Point, other: Point) -> float:
        """How much of a straight stretch lies on cards."""
        (top, bottom), (left, right) = sorted((one[1], other[1])), sorted((one[0], other[0]))
        first, last = bisect_right(self.tops, top - CARD_HEIGHT), bisect_left(self.tops, bottom)
        if top == bottom:
            last = max(last, bisect_left(self.tops, top))
        shares = 0.0
        for y, row in zip(self.tops[first:last], self._rows[first:last], strict=True):
            for x in row[bisect_right(row, left - CARD_WIDTH) : bisect_right(row, right)]:
                shares += _share(one, other, (x, y))
        return shares * hypot(other[0] - one[0], other[1] - one[1])


def plain_within(lower: Point, upper: Point, top: float, bottom: float) -> tuple[float, float]:
    """From where to where across the plain arrow upward is between two heights, or a little more."""
    start, tip = lower[0] + CARD_WIDTH / 2, upper[0] + CARD_WIDTH / 2
    rise = lower[1] - upper[1] - CARD_HEIGHT - HEAD + 1
    first, last = 0, TABLE
    if rise > 2 * LEAST_UP:
        first = min(TABLE, max(0, floor((lower[1] - bottom) / rise * TABLE)))
        last = min(TABLE, max(0, ceil((lower[1] - top) / rise * TABLE)))
    near, far = start + (tip - start) * _GONE[first], start + (tip - start) * _GONE[last]
    return (near, far) if near < far else (far, near)


def _gone_at(risen: float) -> float:
    """How much of its way aside a plain arrow has done when it has done a share of its rise."""
    across, up = (0.0, 0.0, 1.0, 1.0), (0.0, 0.5, 0.5, 1.0)
    low, high = 0.0, 1.0
    for _ in range(20):
        middle = (low + high) / 2
        low, high = (middle, high) if between(*up, middle) < risen else (low, middle)
    return between(*across, low)


TABLE: Final = 64
_GONE: Final = [*(_gone_at(step / TABLE) for step in range(TABLE)), 1.0]


def _nearest(x: float, starts: Sequence[float], stops: Sequence[float]) -> float:
    at = bisect_right(starts, x) - 1
    if at < 0 or x >= stops[at]:
        return x
    return starts[at] if x - starts[at] < stops[at] - x else stops[at]


def _share(one: Point, other: Point, corner: Point) -> float:
    """The share of a straight stretch that is inside a card (Liang and Barsky's way)."""
    first, last = 0.0, 1.0
    for axis, size in ((0, CARD_WIDTH), (1, CARD_HEIGHT)):
        way = other[axis] - one[axis]
        near, far = corner[axis] - one[axis], corner[axis] + size - one[axis]
        if way == 0:
            if near >= 0 or far <= 0:
                return 0.0
            continue
        enter, leave = sorted((near / way, far / way))
        first, last = max(first, enter), min(last, leave)
    return max(0.0, last - first)


def _streets_of(lower: Point, upper: Point) -> Iterable[float]:
    """Heights of the streets beside the rows of two cards."""
    for _, y in (lower, upper):
        yield from (y - ROW_GAP / 2, y + CARD_HEIGHT + ROW_GAP / 2)


def _around(plain: Way, street: float) -> Way:
    """From side to side along a street: out of the card, up or down to the street, along, and back."""
    out, back = moved(plain.start, plain.towards, GAP / 2), moved(plain.tip, plain.towards, 1 - HEAD)
    before = moved(plain.tip, plain.towards, -HEAD - CLEAR / 2)
    corners = [plain.start, out, (out[0], street), (before[0], street), before, back]
    return Way(plain.start, tuple(_bent(one, other) for one, other in pairwise(corners)), plain.tip, plain.towards)


def _bent(one: Point, other: Point) -> Curve:
    """From one point to another, leaving and arriving upright."""
    middle = (one[1] + other[1]) / 2
    return (one[0], middle), (other[0], middle), other


def _across_at(start: Point, curve: Curve, height: float) -> float:
    """Where an upright curve is across when it is at a height."""
    (x, y), ((_, leave), (_, arrive), (end, top)) = start, curve
    once, twice, thrice = 3 * (leave - y), 3 * (arrive - 2 * leave + y), top - y + 3 * (leave - arrive)
    share, step = 0.0, 0.5
    while step > _FINEST:
        middle = share + step
        if y + middle * (once + middle * (twice + middle * thrice)) > height:
            share = middle
        step /= 2
    share += step
    return x + (end - x) * share * share * (3 - 2 * share)
