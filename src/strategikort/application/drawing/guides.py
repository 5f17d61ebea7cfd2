"""Guides while cards are moved: where edges, middles and gaps fall in line with cards that stand near.

All cards have one size, so one edge of a card tells its others. What is asked costs what is beside the moved cards.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from strategikort.application.drawing.measure import CARD_HEIGHT, CARD_WIDTH

Corner = tuple[float, float]


class Box(NamedTuple):
    """The rectangle around what is moved."""

    left: float
    top: float
    width: float
    height: float


class Guide(NamedTuple):
    """A line that shows why something falls in place; a ``gap`` is one of several that are equal."""

    x1: float
    y1: float
    x2: float
    y2: float
    gap: bool

    @property
    def turned(self) -> "Guide":
        """The same with across and down exchanged."""
        return Guide(self.y1, self.x1, self.y2, self.x2, self.gap)


class Fit(NamedTuple):
    """How far the box has to be moved to fall in line, None where it does not, and the guides that say with what."""

    across: float | None
    down: float | None
    guides: tuple[Guide, ...]


class Guides:
    """The cards that stand, by their upper left corners."""

    def __init__(self, standing: Iterable[Corner]) -> None:
        corners = list(standing)
        self._across = _Axis(corners, CARD_WIDTH, CARD_HEIGHT)
        self._down = _Axis([(y, x) for x, y in corners], CARD_HEIGHT, CARD_WIDTH)

    def fit(self, box: Box, near: float) -> Fit:
        """Where ``box`` falls in line if it is moved by ``near`` at most, across and down."""
        across = self._across.nearest(box, near)
        turned = Box(box.top, box.left, box.height, box.width)
        down = self._down.nearest(turned, near)
        there = Box(box.left + (across or 0), box.top + (down or 0), box.width, box.height)
        guides: list[Guide] = []
        if across is not None:
            guides += self._across.guides(there)
        if down is not None:
            back = Box(there.top, there.left, there.height, there.width)
            guides += [guide.turned for guide in self._down.guides(back)]
        return Fit(across, down, tuple(guides))


class _Axis:
    """One direction: places along it, in lines across it. ``size`` is that of a card along, ``depth`` across."""

    def __init__(self, corners: Iterable[Corner], size: float, depth: float) -> None:
        self._size, self._depth = size, depth
        self._lines: dict[float, list[float]] = defaultdict(list)
        self._sides: dict[float, list[float]] = defaultdict(list)
        for along, across in corners:
            self._lines[across].append(along)
            self._sides[along].append(across)
        self._alongs, self._acrosses = sorted(self._sides), sorted(self._lines)

    def nearest(self, box: Box, near: float) -> float | None:
        """The shortest way to where an edge, the middle or a gap of ``box`` falls in line."""
        found = [place - box.left for place, _ in self._gaps(box)]
        for inset in _insets(box, self._size):
            wanted = box.left + inset
            at = bisect_left(self._alongs, wanted)
            found += [place - wanted for place in self._alongs[max(at - 1, 0) : at + 1]]
        return min((by for by in found if abs(by) <= near), key=lambda by: (abs(by), by), default=None)

    def guides(self, box: Box) -> Iterator[Guide]:
        """What ``box`` is in line with where it is now."""
        for inset, edge in _insets(box, self._size).items():
            place = box.left + inset
            if place in self._sides:
                ends = (*self._sides[place], box.top, box.top + box.height - self._depth)
                yield Guide(place + edge, min(ends), place + edge, max(ends) + self._depth, gap=False)
        middle = box.top + box.height / 2
        for place, gaps in self._gaps(box):
            if abs(place - box.left) < 0.01:
                yield from (Guide(start, middle, end, middle, gap=True) for start, end in gaps)

    def _gaps(self, box: Box) -> Iterator[tuple[float, list[tuple[float, float]]]]:
        """Places at which the gaps before or after ``box`` are equal, and these gaps."""
        beside = self._beside(box)
        at = bisect_left(beside, box.left + box.width / 2 - self._size / 2)
        before, after = beside[max(at - 2, 0) : at], beside[at : at + 2]
        if len(before) == 2 and (gap := before[1] - before[0] - self._size) > 0:
            end = before[1] + self._size
            yield end + gap, [(before[0] + self._size, before[1]), (end, end + gap)]
        if len(after) == 2 and (gap := after[1] - after[0] - self._size) > 0:
            yield (
                after[0] - gap - box.width,
                [(after[0] - gap, after[0]), (after[0] + self._size, after[1])],
            )
        if before and after and (gap := (after[0] - before[-1] - self._size - box.width) / 2) > 0:
            end = before[-1] + self._size
            yield end + gap, [(end, end + gap), (after[0] - gap, after[0])]

    def _beside(self, box: Box) -> list[float]:
        first = bisect_left(self._acrosses, box.top - self._depth + 1)
        last = bisect_left(self._acrosses, box.top + box.height)
        return sorted({along for across in self._acrosses[first:last] for along in self._lines[across]})


def _insets(box: Box, size: float) -> dict[float, float]:
    """From the left of ``box``, where a card begins that shares an edge or the middle with it, and where that is."""
    return {box.width - size: size, (box.width - size) / 2: size / 2, 0.0: 0.0}
