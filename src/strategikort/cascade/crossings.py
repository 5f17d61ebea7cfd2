"""The cards of a map in bands, the orders they stand in, and how many links cross then."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from strategikort.cascade.graph import Flags, Ints, distinct

Floats = NDArray[np.float64]
_LOOSE: Final = 1e-6
"""What a card without links counts in the mean of its group: nothing, unless all are so."""
_FEW: Final = 700
"""Up to so many links, looking at each pair of them is quicker than sorting them bit by bit."""
_LATER: Final = np.triu(np.ones((_FEW, _FEW), dtype=np.bool_), 1)


class Band:
    """The cards of one band, and what they are linked to above and below.

    ``groups`` numbers the groups of each depth, the widest first; ``inner`` tells cards of one innermost group.
    ``above`` and ``below`` are links: the place in ``cards``, and the card at the other end.
    """

    def __init__(self, cards: Ints, groups: Sequence[Sequence[str]], above: Ints, below: Ints) -> None:
        self.cards = cards
        depth = max((len(group) for group in groups), default=0)
        self.groups = [_numbered([tuple(group[: level + 1]) for group in groups]) for level in range(depth)]
        self.inner: Ints = self.groups[-1] if self.groups else np.zeros(cards.size, dtype=np.intp)
        place = np.zeros(int(cards.max()) + 1, dtype=np.intp)
        place[cards] = np.arange(cards.size)
        self.above = np.stack([place[above[:, 0]], above[:, 1]]) if above.size else np.zeros((2, 0), dtype=np.intp)
        self.below = np.stack([place[below[:, 0]], below[:, 1]]) if below.size else np.zeros((2, 0), dtype=np.intp)

        self.both: Ints = np.concatenate([self.above, self.below], axis=1)
        self._weight = np.maximum(np.bincount(self.both[0], minlength=cards.size), _LOOSE)
        self._weights = [np.bincount(numbers, self._weight) for numbers in self.groups]

    def means(self, links: Ints, at: Floats) -> Floats:
        """By place the mean of ``at`` over what ``links`` lead to; its own where there are none."""
        count = np.bincount(links[0], minlength=self.cards.size)
        total = np.bincount(links[0], at[links[1]], minlength=self.cards.size)
        return np.where(count > 0, total / np.maximum(count, 1), at[self.cards])

    def sorted_by(self, wanted: Floats, order: Ints) -> Ints:
        """The places in the order in which each card stands where it wants as far as its groups allow.

        Groups stand by their means, in which a card counts by its links; what wants the same stays as in ``order``.
        """
        keys: list[Floats | Ints] = [wanted[order]]
        for numbers, weight in zip(reversed(self.groups), reversed(self._weights), strict=True):
            if weight.size > 1:
                there = numbers[order]
                mean = np.bincount(numbers, wanted * self._weight) / weight
                first = np.empty(weight.size, dtype=np.intp)
                first[there[::-1]] = np.arange(order.size - 1, -1, -1)  # of several, the last one written stays
                keys += [first[there], mean[there]]
        return order[np.lexsort(keys)]


class Bands:
    """All bands from top to bottom, and the links between them."""

    def __init__(self, band: Sequence[int], groups: Sequence[Sequence[str]], links: Ints) -> None:
        self.size = len(band)
        self.band = np.array(band, dtype=np.intp)
        turned = self.band[links[:, 0]] > self.band[links[:, 1]]
        self.upper: Ints = np.where(turned, links[:, 1], links[:, 0])
        self.lower: Ints = np.where(turned, links[:, 0], links[:, 1])
        between = self.band[self.upper] != self.band[self.lower]
        self.upper, self.lower = self.upper[between], self.lower[between]
        self.linked: Flags = np.zeros(self.size, dtype=np.bool_)
        """Which cards are linked to one of another band."""
        self.linked[self.upper] = self.linked[self.lower] = True
        self.all = [self._band(number, groups) for number in distinct(self.band).tolist()]
        pair = self.band[self.upper] * (int(self.band.max()) + 1) + self.band[self.lower]
        parted = [np.flatnonzero(pair == one) for one in distinct(pair).tolist()]
        self._pairs = [(self.upper[here], self.lower[here]) for here in parted]

    def _band(self, number: int, groups: Sequence[Sequence[str]]) -> Band:
        cards = np.flatnonzero(self.band == number)
        here = self.band[self.lower] == number
        there = self.band[self.upper] == number
        above = np.stack([self.lower[here], self.upper[here]], axis=1)
        below = np.stack([self.upper[there], self.lower[there]], axis=1)
        return Band(cards, [groups[card] for card in cards.tolist()], above, below)

    def orders(self, x: Floats) -> list[Ints]:
        """The order that places show, groups drawn together: by band, places in its cards from left to right."""
        return [band.sorted_by(x[band.cards], np.arange(band.cards.size)) for band in self.all]

    def kept(self, orders: list[Ints], x: Floats, held: Flags) -> list[Ints]:
        """The same orders, but where cards are held these come where they stand among the others."""
        found = []
        for band, order in zip(self.all, orders, strict=True):
            still, at = held[band.cards], x[band.cards]
            free = order[~still[order]]
            fixed = np.flatnonzero(still)
            fixed = fixed[np.argsort(at[fixed], kind="stable")]
            found.append(np.insert(free, np.searchsorted(np.sort(at[free]), at[fixed]), fixed))
        return found

    @property
    def most_linked(self) -> tuple[int, int]:
        """The places in ``all`` of the two bands, the upper first, that most links lead between; some do."""
        upper, lower = max(self._pairs, key=lambda ends: len(ends[0]))
        numbers = [int(self.band[band.cards[0]]) for band in self.all]
        return numbers.index(int(self.band[upper[0]])), numbers.index(int(self.band[lower[0]]))

    def ranks(self, orders: list[Ints]) -> Ints:
        """By card its place from the left of its band."""
        rank = np.empty(self.size, dtype=np.intp)
        for band, order in zip(self.all, orders, strict=True):
            rank[band.cards[order]] = np.arange(order.size)
        return rank

    def crossings(self, orders: list[Ints]) -> int:
        """How many pairs of links cross, told between any two bands that are linked."""
        rank = self.ranks(orders)
        return sum(inversions(rank[upper], rank[lower]) for upper, lower in self._pairs)


def _numbered(names: Sequence[tuple[str, ...]]) -> Ints:
    known: dict[tuple[str, ...], int] = {}
    return np.array([known.setdefault(name, len(known)) for name in names], dtype=np.intp)


def inversions(one: Ints, other: Ints) -> int:
    """How many pairs stand in one order by ``one`` and in the opposite by ``other``; of many in n log n, bit by bit."""
    row = other[np.lexsort((other, one))]
    if row.size <= _FEW:
        return int(np.count_nonzero((row[:, None] > row) & _LATER[: row.size, : row.size]))
    if not (row[1:] < row[:-1]).any():
        return 0
    value = np.empty(row.size, dtype=np.intp)
    value[np.argsort(row, kind="stable")] = np.arange(row.size)
    found = 0
    for bit in range(int(row.size - 1).bit_length() - 1, -1, -1):
        high = (value >> bit) & 1
        start = value >> (bit + 1) << (bit + 1)
        before = np.cumsum(high) - high
        ones = before - before[start]
        found += int((ones * (1 - high)).sum())
        parted = np.empty_like(value)
        parted[np.where(high, start + (1 << bit) + ones, np.arange(value.size) - ones)] = value
        value = parted
    return found
