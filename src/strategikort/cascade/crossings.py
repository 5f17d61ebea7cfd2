"""The cards of a map in bands, the orders they stand in, and how many links cross then."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from strategikort.cascade.graph import Flags, Ints, distinct

Floats = NDArray[np.float64]


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

    def means(self, links: Ints, at: Floats) -> Floats:
        """By place the mean of ``at`` over what ``links`` lead to; its own where there are none."""
        count = np.bincount(links[0], minlength=self.cards.size)
        total = np.bincount(links[0], at[links[1]], minlength=self.cards.size)
        return np.where(count > 0, total / np.maximum(count, 1), at[self.cards])

    def sorted_by(self, wanted: Floats, order: Ints) -> Ints:
        """The places in the order in which each card stands where it wants as far as its groups allow.

        Groups stand by their means; what wants the same stays as in ``order``.
        """
        rank = np.empty(order.size, dtype=np.intp)
        rank[order] = np.arange(order.size)
        keys: list[Floats | Ints] = [rank, wanted]
        for numbers in reversed(self.groups):
            size = int(numbers.max()) + 1
            mean = np.bincount(numbers, wanted, size) / np.bincount(numbers, minlength=size)
            first = np.full(size, order.size)
            np.minimum.at(first, numbers, rank)
            keys += [first[numbers], mean[numbers]]
        return np.lexsort(keys)


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

    def crossings(self, orders: list[Ints]) -> int:
        """How many pairs of links cross, told between any two bands that are linked."""
        rank = np.empty(self.size, dtype=np.intp)
        for band, order in zip(self.all, orders, strict=True):
            rank[band.cards[order]] = np.arange(order.size)
        pair = self.band[self.upper] * (int(self.band.max()) + 1) + self.band[self.lower]
        found = 0
        for one in distinct(pair).tolist():
            here = pair == one
            found += inversions(rank[self.upper[here]], rank[self.lower[here]])
        return found


def _numbered(names: Sequence[tuple[str, ...]]) -> Ints:
    known: dict[tuple[str, ...], int] = {}
    return np.array([known.setdefault(name, len(known)) for name in names], dtype=np.intp)


def inversions(one: Ints, other: Ints) -> int:
    """How many pairs stand in one order by ``one`` and in the opposite by ``other``; n log n, bit by bit."""
    row = other[np.lexsort((other, one))]
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
