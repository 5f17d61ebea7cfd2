"""Orders with few crossings: sweeps bring cards near what they are linked to, exchanges settle what is left."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

import numpy as np

from strategikort.cascade.crossings import Band, Bands, Floats
from strategikort.cascade.exchanges import Exchanges
from strategikort.cascade.graph import Flags, Ints

RUNS: Final = 20
LARGE: Final = 200
"""From so many cards on, orders that rest under exchanges are left as they are: looking on costs as much again."""

PLANS: Final = (
    ("dudu", "dubb"),
    ("udud", "udbb"),
    ("bbb",),
    ("eee",),
    ("dubbb",),
    ("udbbb",),
    ("debbb",),
    ("uebbb",),
)
"""Ways to sweep, each a few rounds long: no one of them is the best for all maps, and they cost less than exchanges.

``d`` goes down and sorts each band by what it is linked to above, ``u`` goes up and sorts it by what is below; ``b``
goes down and up, ``e`` up and down, and both sort by all that a band is linked to.
"""


def fewer_crossings(bands: Bands, orders: list[Ints], held: Flags) -> list[Ints]:
    """The best orders found; those given unless there are better ones. Cards that are held keep their rank.

    Looking again finds nothing, so that what was arranged once stays.
    """
    least = bands.crossings(orders)
    exchanges = Exchanges(bands)
    once = bands.size >= LARGE and not held.any()
    if not least or (once and exchanges.at_rest(orders)):
        return orders
    for _ in range(1 if once else RUNS):
        found = exchanges.settled(_swept(bands, orders, least, held), held)
        found, crossing = _followed(bands, exchanges, found, held)
        if crossing >= least:
            break
        orders, least = found, crossing
    return orders


def _followed(bands: Bands, exchanges: Exchanges, orders: list[Ints], held: Flags) -> tuple[list[Ints], int]:
    """Settled orders, or better ones: one of the two bands that most links join follows the other, group by group.

    Exchanges move a group in one band at a time, and cannot bring a unit's goals and efforts over to where both belong.
    """
    least = bands.crossings(orders)
    if not least:
        return orders, least
    upper, lower = bands.most_linked
    for row, links in ((upper, _below), (lower, _above)):
        sweeps = _Sweeps(bands, orders, held)
        sweeps.sweep((row,), links)
        found = exchanges.settled(sweeps.orders, held, moved=row)
        crossing = bands.crossings(found)
        if crossing < least:
            orders, least = found, crossing
    return orders, least


def _swept(bands: Bands, orders: list[Ints], crossing: int, held: Flags) -> list[Ints]:
    """The orders with the fewest crossings that any plan meets; those given, that have so many, if none has fewer."""
    best, least = orders, crossing
    for plan in PLANS:
        sweeps = _Sweeps(bands, orders, held)
        for found in sweeps.rounds(plan):
            crossing = bands.crossings(found)
            if crossing < least:
                best, least = found, crossing
        if not least:
            break
    return best


class _Sweeps:
    """Sweeps from one start, each band sorted by the means of what it is linked to."""

    def __init__(self, bands: Bands, start: list[Ints], held: Flags) -> None:
        self._bands = bands
        self._held = held
        self.orders = list(start)
        self._at = np.empty(bands.size)
        for band, order in zip(bands.all, start, strict=True):
            self._at[band.cards[order]] = _even(order.size)

    def rounds(self, plan: tuple[str, ...]) -> Iterator[list[Ints]]:
        """The orders after each round; no further round once one has changed nothing."""
        for steps in plan:
            before = list(self.orders)
            for step in steps:
                self._step(step)
            if all(map(np.array_equal, self.orders, before)):
                return
            yield list(self.orders)

    def _step(self, step: str) -> None:
        last = len(self.orders) - 1
        down, up = range(last + 1), range(last, -1, -1)
        if step == "d":
            self.sweep(down[1:], _above)
        elif step == "u":
            self.sweep(up[1:], _below)
        else:
            rows = (*down[1:], *up[1:]) if step == "b" else (*up, *down[1:])
            self.sweep(rows, _both)

    def sweep(self, rows: Iterable[int], links: Callable[[Band], Ints]) -> None:
        """Sort these bands, one after the other, each by what its ``links`` lead to."""
        for row in rows:
            band, before = self._bands.all[row], self.orders[row]
            after = band.sorted_by(band.means(links(band), self._at), before)
            order = self.orders[row] = _free_sorted(before, after, self._held[band.cards])
            self._at[band.cards[order]] = _even(order.size)


def _above(band: Band) -> Ints:
    return band.above


def _below(band: Band) -> Ints:
    return band.below


def _both(band: Band) -> Ints:
    return band.both


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
