"""Exchanges: cards and whole groups moved within their band for as long as fewer links cross."""

from typing import Final

import numpy as np

from strategikort.cascade.crossings import Band, Bands
from strategikort.cascade.graph import Flags, Ints
from strategikort.cascade.siblings import Siblings

ROUNDS: Final = 100
MOVES: Final = 8
"""A look at all rows for a move costs about as much as so many links."""
WORK: Final = 50_000_000
"""A depth of a band with more steps to count than this is left as the sweeps have it."""


class Exchanges:
    """What may be exchanged in each band, and what crosses it: worked out once for many rounds."""

    def __init__(self, bands: Bands) -> None:
        self._bands = bands
        number = np.empty(bands.size, dtype=np.intp)
        for row, band in enumerate(bands.all):
            number[band.cards] = row
        self._depths = [_depths(band) for band in bands.all]
        self._links = [_by_band(band, number) for band in bands.all]

    def at_rest(self, orders: list[Ints]) -> bool:
        """Whether no card and no group of any band can be moved alone so that fewer links cross."""
        rank = self._bands.ranks(orders)
        rows = (row for row, links in enumerate(self._links) if links)
        return all(np.array_equal(self._exchanged(row, orders[row], rank), orders[row]) for row in rows)

    def settled(self, orders: list[Ints], held: Flags, *, moved: int | None = None) -> list[Ints]:
        """Orders in which no card and no group can be moved alone so that fewer links cross.

        With ``moved`` the orders are such but for this one band, which stands otherwise.

        Every move leaves fewer, so the result is never worse, and what is settled stays. Bands in which cards are held
        stay as they are.
        """
        found = list(orders)
        rank = self._bands.ranks(orders)
        waiting = {row for row, band in enumerate(self._bands.all) if self._links[row] and not held[band.cards].any()}
        free = frozenset(waiting)
        if moved is not None:
            waiting &= {moved, *self._links[moved]}
        for _ in range(ROUNDS):
            for row in sorted(waiting, reverse=True):
                waiting.discard(row)
                order = self._exchanged(row, found[row], rank)
                if not np.array_equal(order, found[row]):
                    found[row] = order
                    rank[self._bands.all[row].cards[order]] = np.arange(order.size)
                    waiting |= free & self._links[row].keys()
            if not waiting:
                break
        return found

    def _exchanged(self, row: int, order: Ints, rank: Ints) -> Ints:
        own = rank[self._bands.all[row].cards]
        keys = []
        for siblings in self._depths[row]:
            stands = siblings.order(own)
            if siblings.most > 1 and self._steps(row, siblings) <= WORK:
                leads = sum(siblings.leads(card, rank[end]) for card, end in self._links[row].values())
                stands = siblings.settled(np.asarray(leads), stands)
            keys.append(siblings.keys(stands))
        return np.lexsort(keys[::-1])

    def _steps(self, row: int, siblings: Siblings) -> int:
        """Roughly what a depth costs: rows are filled up to the widest, and all are looked at for each move."""
        links = sum(len(ends[0]) for ends in self._links[row].values())
        return siblings.most**2 * (links + MOVES * siblings.rows)


def _depths(band: Band) -> list[Siblings]:
    """From the widest groups to the single cards."""
    size = band.cards.size
    numbers = [np.zeros(size, dtype=np.intp), *band.groups, np.arange(size)]
    return [Siblings(parent, item) for parent, item in zip(numbers, numbers[1:], strict=False)]


def _by_band(band: Band, number: Ints) -> dict[int, Ints]:
    """The links of a band by the number of the band at their other end."""
    links = np.concatenate([band.above, band.below], axis=1)
    far = number[links[1]]
    return {int(one): links[:, far == one] for one in np.unique(far)}
