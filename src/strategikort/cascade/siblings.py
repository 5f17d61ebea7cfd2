"""Siblings in a band: groups, or cards, that may change places with each other within the group around them."""

from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from strategikort.cascade.graph import Ints

Leads = NDArray[np.float64]
ALONE: Final = 200_000
"""A product of matrices with fewer steps than this is done on one core; shared out, it costs more than it gives."""
NARROWEST: Final = 16


class Siblings:
    """The items of one depth in a band, in rows: a row holds those of one parent, filled up with items of no cards.

    ``parent`` and ``item`` number the group around each card, and the group (or card) that it moves with.
    """

    def __init__(self, parent: Ints, item: Ints) -> None:
        _, first, inverse = np.unique(item, return_index=True, return_inverse=True)
        above = parent[first]
        count = np.bincount(above)
        self.rows = count.size
        self.most = int(count.max())
        turn = np.argsort(above, kind="stable")
        within = np.empty(above.size, dtype=np.intp)
        within[turn] = np.arange(above.size) - (np.cumsum(count) - count)[above[turn]]
        self.place: Ints = (above * self.most + within)[inverse]
        """By card the row times ``most`` and the item within it."""

    @cached_property
    def _rightward(self) -> NDArray[np.bool_]:
        """By item and other item whether the other is further to the right; as large as the square of the items."""
        return np.triu(np.ones((self.most, self.most), dtype=np.bool_), 1)

    def order(self, rank: Ints) -> Ints:
        """By row the items from left to right when the cards stand by ``rank``; those of no cards come last."""
        first = np.full(self.rows * self.most, rank.size)
        np.minimum.at(first, self.place, rank)
        return np.argsort(first.reshape(self.rows, self.most), axis=1, kind="stable")

    def keys(self, order: Ints) -> Ints:
        """By card, how far to the left its item stands in its row."""
        at = np.empty_like(order)
        np.put_along_axis(at, order, np.arange(self.most)[None, :], axis=1)
        return at.ravel()[self.place]

    def leads(self, card: Ints, rank: Ints) -> Leads:
        """By row, item and other item: the crossings with the first to the left, less those with it to the right.

        ``card`` and ``rank`` tell of each link its card here and the rank of its other end. Cost: the square of the
        items times the ends of a row.
        """
        place = self.place[card]
        row = place // self.most
        turn = np.lexsort((rank, row))
        place, row, rank = place[turn], row[turn], rank[turn]
        fresh = np.cumsum(np.append(False, (rank[1:] != rank[:-1]) | (row[1:] != row[:-1])))
        column = fresh - fresh[np.searchsorted(row, row)]
        wide = int(column.max()) + 1
        met = np.bincount(place * wide + column, minlength=self.rows * self.most * wide)
        ends = met.astype(np.float32).reshape(self.rows, self.most, wide)
        before = (np.cumsum(ends, axis=2) - ends).transpose(0, 2, 1)
        crossing = np.zeros((self.rows, self.most, self.most))
        step = max(ALONE // self.most**2, NARROWEST)
        for start in range(0, wide, step):
            crossing += ends[:, :, start : start + step] @ before[:, start : start + step]
        found: Leads = crossing - crossing.transpose(0, 2, 1)
        return found

    def settled(self, leads: Leads, order: Ints) -> Ints:
        """The order in which no item can be moved alone so that fewer links cross; ``order`` itself if it is one.

        It starts from the items sorted by their leads over all others where that is better.
        """
        found = order.copy()
        rows = np.arange(self.rows)[:, None]
        overall = leads.sum(axis=2)[rows, order]
        other = order[rows, np.argsort(overall, axis=1, kind="stable")]
        now, then = _turned(leads, order), _turned(leads, other)
        better = self._rightward_sum(then) < self._rightward_sum(now)
        found[better], now[better] = other[better], then[better]
        busy = np.arange(self.rows)
        while busy.size:
            start, end, gains = self._best_moves(now)
            busy, now, start, end = busy[gains], now[gains], start[gains], end[gains]
            taken = _taken(start, end, self.most)
            found[busy] = found[busy[:, None], taken]
            now = _turned(now, taken)
        return found

    def _rightward_sum(self, leads: Leads) -> Leads:
        """By row, twice the crossings less what no order can change."""
        found: Leads = (leads * self._rightward).sum(axis=(1, 2))
        return found

    def _best_moves(self, leads: Leads) -> tuple[Ints, Ints, NDArray[np.bool_]]:
        """By row the move of one item that leaves the fewest crossings: from where, to where, and whether it gains."""
        upto = np.cumsum(leads, axis=2)
        own = np.diagonal(upto, axis1=1, axis2=2)[:, :, None]
        # to the right an item passes all as far as where it goes, to the left all from there on
        change = (own - upto + leads * ~self._rightward).reshape(len(leads), -1)
        best = change.argmin(axis=1)
        return best // self.most, best % self.most, change[np.arange(len(leads)), best] < 0


def _turned(leads: Leads, order: Ints) -> Leads:
    """The leads with items and other items in the order of their row."""
    rows = np.arange(order.shape[0])[:, None, None]
    turned: Leads = leads[rows, order[:, :, None], order[:, None, :]]
    return turned


def _taken(start: Ints, end: Ints, most: int) -> Ints:
    """By row, from which place each place takes its item when one is moved from ``start`` to ``end``."""
    place = np.arange(most)
    start, end = start[:, None], end[:, None]
    passed = ((place >= start) & (place < end)).astype(np.intp) - ((place <= start) & (place > end))
    return np.where(place == end, start, place + passed)
