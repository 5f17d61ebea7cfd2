"""Orders with few crossings: sweeps bring cards near what they are linked to, exchanges settle what is left."""

from collections.abc import Callable, Iterable
from typing import Final

import numpy as np

from strategikort.cascade.crossings import Band, Bands, Floats
from strategikort.cascade.exchanges import Exchanges
from strategikort.cascade.graph import Flags, Ints

SWEEPS: Final = 6
DRAWN: Final = 3
RUNS: Final = 20


def fewer_crossings(bands: Bands, orders: list[Ints], held: Flags) -> list[Ints]:
    """The best orders found; those given unless there are better ones. Cards that are held keep their rank.

    Looking again finds nothing, so that what was arranged once stays.
    """
    least = bands.crossings(orders)
    exchanges = Exchanges(bands)
    for _ in range(RUNS if least else 0):
        start, fewer = _Sweeps(bands, orders, least, held).best()
        found = exchanges.settled(start, held)
        crossing = bands.crossings(found) if found is not start else fewer
        if crossing >= least:
            break
        orders, least = found, crossing
    return orders


class _Sweeps:
    """Several sweeps down and up from one start, each band sorted by the means of what it is linked to."""

    def __init__(self, bands: Bands, start: list[Ints], crossing: int, held: Flags) -> None:
        self._bands = bands
        self._held = held
        self._orders, self._best, self._least = list(start), start, crossing
        self._at = np.empty(bands.size)
        for row, order in enumerate(start):
            self._at[bands.all[row].cards[order]] = _even(order.size)

    def best(self) -> tuple[list[Ints], int]:
        """The orders with the fewest crossings that were met, and how many."""
        down = range(1, len(self._orders))
        up = range(len(self._orders) - 2, -1, -1)
        for _ in range(SWEEPS):
            before = list(self._orders)
            self._sweep(down, lambda band: band.above)
            self._sweep(up, lambda band: band.below)
            self._count()
            if not self._least or all(map(np.array_equal, self._orders, before)):
                break
        for _ in range(DRAWN if self._least else 0):
            self._sweep((*down, *up), lambda band: np.concatenate([band.above, band.below], axis=1))
        self._count()
        return self._best, self._least

    def _sweep(self, rows: Iterable[int], links: Callable[[Band], Ints]) -> None:
        for row in rows:
            band, before = self._bands.all[row], self._orders[row]
            after = band.sorted_by(band.means(links(band), self._at), before)
            order = self._orders[row] = _free_sorted(before, after, self._held[band.cards])
            self._at[band.cards[order]] = _even(order.size)

    def _count(self) -> None:
        crossing = self._bands.crossings(self._orders)
        if crossing < self._least:
            self._best, self._least = list(self._orders), crossing


def _free_sorted(before: Ints, after: Ints, held: Flags) -> Ints:
    """The order ``after``, but what is held keeps its rank from ``before``."""
    if not held.any():
        return after
    found = before.copy()
    found[~held[before]] = after[~held[after]]
    return found


def _even(size: int) -> Floats:
    """Places from 0 at the left to 1 at the right, whatever the size of the band."""
    return (np.arange(size) + 0.5) / size
