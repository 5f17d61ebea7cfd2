"""What ground of a band is taken: where cards stand, which of them are in sight, and the nearest gap between them."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from strategikort.application.drawing.measure import CARD_HEIGHT, CARD_WIDTH, GAP, ROW_GAP
from strategikort.domain.shape import Id

Spot = tuple[int, int]
"""The upper left corner of a card: x in the scene, y from the top of its band."""

MOST_A_ROW = 14
STEP = CARD_WIDTH + GAP
ROW = CARD_HEIGHT + ROW_GAP


def even_rows(cards: int) -> tuple[int, int]:
    """In how many rows so many cards stand, one at the least, and how many are in each but the last."""
    rows = -(-cards // MOST_A_ROW)
    return rows, -(-cards // rows)


class _Row:
    """The stretches of one row on which no card's corner may stand, as long as can be; their ends are free."""

    __slots__ = ("ends", "starts")

    def __init__(self, taken: Iterable[int]) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        for x in sorted(taken):
            if self.ends and x - STEP < self.ends[-1]:
                self.ends[-1] = x + STEP
            else:
                self.starts.append(x - STEP)
                self.ends.append(x + STEP)

    def take(self, x: int) -> None:
        """A card stands at ``x`` from now on."""
        start, end = x - STEP, x + STEP
        first = bisect_left(self.ends, start + 1)
        last = bisect_left(self.starts, end)
        if first < last:
            start, end = min(start, self.starts[first]), max(end, self.ends[last - 1])
        self.starts[first:last], self.ends[first:last] = [start], [end]

    def nearest(self, x: int) -> int:
        """The free place nearest to ``x``; of two, the one to the right."""
        place = bisect_left(self.starts, x) - 1
        if place < 0 or x >= self.ends[place]:
            return x
        left, right = self.starts[place], self.ends[place]
        return right if right - x <= x - left else left


class Ground:
    """The cards of one band by their spots. What is asked costs what is near, not what is in the band."""

    def __init__(self, spots: Mapping[Id, Spot] | None = None) -> None:
        self._cells: dict[int, dict[int, dict[Id, Spot]]] = {}
        self._rows: dict[int, dict[int, _Row]] = defaultdict(dict)
        self._full: dict[Spot, int] = {}
        for key, spot in (spots or {}).items():
            self.take(key, spot)

    def take(self, key: Id, spot: Spot) -> None:
        """A card stands at ``spot`` from now on."""
        line, column = spot[1] // ROW, spot[0] // STEP
        self._cells.setdefault(line, {}).setdefault(column, {})[key] = spot
        for _, row in self._rows_near(spot[1]):
            row.take(spot[0])

    def leave(self, key: Id, spot: Spot) -> None:
        """The card that stood at ``spot`` does so no longer."""
        line, column = spot[1] // ROW, spot[0] // STEP
        del self._cells[line][column][key]
        if not self._cells[line][column]:
            del self._cells[line][column]
        if not self._cells[line]:
            del self._cells[line]
        for y, _ in self._rows_near(spot[1]):
            del self._rows[y // ROW][y]
        self._full.clear()

    def deepest(self) -> int:
        """How far down the lowest card stands; 0 on empty ground."""
        if not self._cells:
            return 0
        return max(spot[1] for cell in self._cells[max(self._cells)].values() for spot in cell.values())

    def within(self, left: float, top: float, right: float, bottom: float) -> Iterator[Id]:
        """The cards that may touch a rectangle: all that do, and a few beside it."""
        for line in _among(self._cells, int(top // ROW) - 1, int(bottom // ROW)):
            cells = self._cells[line]
            for column in _among(cells, int(left // STEP) - 1, int(right // STEP)):
                yield from cells[column]

    def free_spot(self, wanted: Spot) -> Spot:
        """The free spot nearest to the one wanted, row by row downward."""
        x, y = wanted[0], self._full.get(wanted, wanted[1])
        while abs((across := self._row(y).nearest(x)) - x) >= MOST_A_ROW * STEP:
            y += ROW
        self._full[wanted] = y
        return across, y

    def _row(self, y: int) -> _Row:
        rows = self._rows[y // ROW]
        if y not in rows:
            lines = (self._cells.get(y // ROW + step, {}) for step in (-1, 0, 1))
            spots = (spot for line in lines for cell in line.values() for spot in cell.values())
            rows[y] = _Row(spot[0] for spot in spots if abs(spot[1] - y) < ROW)
        return rows[y]

    def _rows_near(self, y: int) -> list[tuple[int, _Row]]:
        near = (self._rows[y // ROW + step] for step in (-1, 0, 1) if y // ROW + step in self._rows)
        return [(at, row) for rows in near for at, row in rows.items() if abs(at - y) < ROW]


def _among(present: Mapping[int, object], first: int, last: int) -> Iterable[int]:
    if last - first > len(present):
        return [one for one in present if first <= one <= last]
    return [one for one in range(first, last + 1) if one in present]
