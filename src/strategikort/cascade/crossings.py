"""The order of cards within bands, and how to make fewer links cross without tearing groups apart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from strategikort.cascade.graph import Ints

Floats = NDArray[np.float64]
SWEEPS: Final = 8
RUNS: Final = 40


@dataclass(frozen=True, slots=True, eq=False)
class Order:
    """``row`` are all cards, band after band from left to right; ``band`` and ``group`` are told of each card.

    ``groups`` numbers the innermost groups; ``nested`` numbers the groups of each depth, the widest first.
    """

    row: Ints
    band: Ints
    groups: Ints
    nested: tuple[Ints, ...]

    @classmethod
    def of(cls, band: Sequence[int], group: Sequence[tuple[str, ...]], x: Sequence[float]) -> "Order":
        """The order that the places ``x`` show, with groups drawn together."""
        depth = max((len(one) for one in group), default=0)
        nested = tuple(_numbered([one[: level + 1] for one in group]) for level in range(depth))
        bands = np.array(band, dtype=np.intp)
        start = cls(np.arange(len(band)), bands, nested[-1] if nested else np.zeros(len(band), np.intp), nested)
        return start.sorted_by(np.array(x, dtype=np.float64))

    def bands(self) -> Iterator[Ints]:
        """The cards of each band from left to right, the top band first."""
        cuts = np.flatnonzero(np.diff(self.band[self.row])) + 1
        yield from np.split(self.row, cuts)

    def places(self) -> Floats:
        """By card its place in its band, from 0 at the left to 1 at the right."""
        place = np.empty(self.row.size)
        for row in self.bands():
            place[row] = (np.arange(row.size) + 0.5) / row.size
        return place

    def sorted_by(self, wanted: Floats) -> "Order":
        """The order in which each card stands where it wants as far as its groups, sorted by their means, allow."""
        rank = np.empty(self.row.size, dtype=np.intp)
        rank[self.row] = np.arange(self.row.size)
        keys: list[NDArray[np.float64] | Ints] = [rank, wanted]
        for numbers in reversed(self.nested):
            pairs = numbers * (int(self.band.max()) + 1) + self.band
            _, at = np.unique(pairs, return_inverse=True)
            mean = np.bincount(at, wanted) / np.bincount(at)
            first = np.full(at.max() + 1, rank.size)
            np.minimum.at(first, at, rank)
            keys += [first[at], mean[at]]
        return replace(self, row=np.lexsort((*keys, self.band)))

    def means(self, ends: Ints, place: Floats) -> Floats:
        """By card the mean place of those it is linked to (``ends`` both ways); its own where it has no links."""
        count = np.bincount(ends[:, 0], minlength=place.size)
        total = np.bincount(ends[:, 0], place[ends[:, 1]], minlength=place.size)
        return np.where(count > 0, total / np.maximum(count, 1), place)

    def crossings(self, ends: Ints) -> int:
        """How many pairs of links cross, told between any two bands that are linked."""
        rank = np.empty(self.row.size, dtype=np.intp)
        rank[self.row] = np.arange(self.row.size)
        upper, lower = _by_band(ends, self.band)
        pair = self.band[upper] * (int(self.band.max()) + 1) + self.band[lower]
        found = 0
        for one in np.unique(pair).tolist():
            here = pair == one
            found += _inversions(rank[upper[here]], rank[lower[here]])
        return found


def _numbered(names: Sequence[tuple[str, ...]]) -> Ints:
    known: dict[tuple[str, ...], int] = {}
    return np.array([known.setdefault(name, len(known)) for name in names], dtype=np.intp)


def _by_band(ends: Ints, band: Ints) -> tuple[Ints, Ints]:
    """The upper and the lower end of each link between two bands; links within one band cross nothing that counts."""
    ends = ends[band[ends[:, 0]] != band[ends[:, 1]]]
    turned = band[ends[:, 0]] > band[ends[:, 1]]
    return np.where(turned, ends[:, 1], ends[:, 0]), np.where(turned, ends[:, 0], ends[:, 1])


def _inversions(one: Ints, other: Ints) -> int:
    """How many pairs stand in one order by ``one`` and in the opposite by ``other``; bit by bit, n log n."""
    row = other[np.lexsort((other, one))]
    value = np.empty(row.size, dtype=np.intp)
    value[np.argsort(row, kind="stable")] = np.arange(row.size)
    found = 0
    for bit in range(max(int(row.size - 1).bit_length(), 1) - 1, -1, -1):
        high = (value >> bit) & 1
        ones = np.cumsum(high)
        prefix = value >> (bit + 1)
        starts = np.flatnonzero(np.concatenate(([True], prefix[1:] != prefix[:-1])))
        before = (ones - high)[starts]
        group = np.repeat(before, np.diff(np.concatenate((starts, [value.size]))))
        found += int(((ones - group) * (1 - high)).sum())
        value = value[np.argsort(value >> bit, kind="stable")]
    return found


def fewer_crossings(order: Order, ends: Ints) -> Order:
    """The best order found by sweeping; the one given unless there is a better one. Sweeping it again finds nothing."""
    both = np.concatenate([ends, ends[:, ::-1]])
    best, least = order, order.crossings(ends)
    for _ in range(RUNS):
        found, crossing = _swept(best, ends, both)
        if crossing >= least:
            break
        best, least = found, crossing
    return best


def _swept(start: Order, ends: Ints, both: Ints) -> tuple[Order, int]:
    """The best of several sweeps down and up, each band sorted by the means of the bands before it."""
    order, best, least = start, start, start.crossings(ends)
    bands = np.unique(order.band)
    from_above = both[order.band[both[:, 0]] > order.band[both[:, 1]]]
    from_below = both[order.band[both[:, 0]] < order.band[both[:, 1]]]
    for _ in range(SWEEPS):
        for links, way in ((from_above, bands[1:]), (from_below, bands[-2::-1])):
            for band in way.tolist():
                place = order.places()
                wanted = np.where(order.band == band, order.means(links, place), place)
                order = order.sorted_by(wanted)
            crossing = order.crossings(ends)
            if crossing < least:
                best, least = order, crossing
    return best, least
