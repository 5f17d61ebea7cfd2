"""Where the cards of a map stand: bands from top to bottom, centres and units kept together, few links crossing.

The order that people see now is where it starts from, and it is left only for one with fewer crossings; so a second
run moves nothing. No chance is involved: the same cards and links give the same places.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from strategikort.cascade.crossings import Band, Bands, Floats
from strategikort.cascade.graph import Flags, Ints
from strategikort.cascade.orders import fewer_crossings

ROUNDS: Final = 4
HELD: Final = 1e6
"""How much heavier a pinned card is than one that may move."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A goal on a map: its ``band`` (0 on top), ``group`` (the widest first, such as centre and unit), place and size.

    Cards of one group stay beside each other within their band. A ``pinned`` card stays where it is.
    """

    goal: str
    band: int
    group: tuple[str, ...] = ()
    x: float = 0
    y: float = 0
    width: float
    height: float
    pinned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Spacing:
    """Room between cards, between groups and between bands; ``tops`` gives the upper edge of bands that are drawn."""

    card: float = 16
    group: float = 32
    band: float = 72
    tops: Mapping[int, float] = field(default_factory=dict)


def arrange(
    cards: Sequence[Card],
    links: Sequence[tuple[int, int]],
    *,
    spacing: Spacing | None = None,
    only: frozenset[int] | None = None,
) -> list[tuple[float, float]]:
    """The upper left corner of each card. ``links`` are pairs of places in ``cards``, in either direction.

    With ``only``, the places of the cards that may move, all others stay as if pinned.

    Cost: about 0.3 s for 10,000 cards.
    """
    if not cards:
        return []
    room = spacing or Spacing()
    held = np.array([card.pinned or (only is not None and row not in only) for row, card in enumerate(cards)])
    ends = np.array([pair for pair in links if pair[0] != pair[1]], dtype=np.intp).reshape(-1, 2)
    bands = Bands([card.band for card in cards], [card.group for card in cards], ends)
    seen = np.array([card.x for card in cards], dtype=np.float64)
    orders = bands.orders(seen)
    if held.any():
        orders = bands.kept(orders, seen, held)
    orders = fewer_crossings(bands, orders, held)
    x = _across(cards, bands, orders, held, room)
    y = _down(cards, room)
    return [
        (card.x, card.y) if held[row] else (round(float(x[row])), round(float(y[row])))
        for row, card in enumerate(cards)
    ]


def _down(cards: Sequence[Card], room: Spacing) -> Floats:
    tallest: dict[int, float] = {}
    for card in cards:
        tallest[card.band] = max(tallest.get(card.band, 0), card.height)
    tops: dict[int, float] = {}
    at = 0.0
    for band in sorted(tallest):
        at = room.tops.get(band, at)
        tops[band] = at
        at += tallest[band] + room.band
    return np.array([tops[card.band] for card in cards])


def _across(cards: Sequence[Card], bands: Bands, orders: list[Ints], held: Flags, room: Spacing) -> Floats:
    """The left edges: every card as near under and over its neighbours as the order allows.

    Beside cards that are held, one that is linked to nothing stays where it is as well, if there is room.
    """
    width = np.array([card.width for card in cards], dtype=np.float64)
    rows = [_Row(band, order, width, room) for band, order in zip(bands.all, orders, strict=True)]
    here = np.array([card.x for card in cards], dtype=np.float64) + width / 2
    centre = float(here[held].mean()) if held.any() else max(row.width for row in rows) / 2
    middle = np.empty(len(cards))
    for row in rows:
        middle[row.cards] = row.offset + centre - row.width / 2
    middle[held] = here[held]
    stays = held | ~bands.linked if held.any() else held
    weight = np.where(held, HELD, 1.0)
    for _ in range(ROUNDS):
        for row in (*rows, *rows[-2::-1]):
            wanted = np.where(stays[row.cards], here[row.cards], row.wanted(middle))
            middle[row.cards] = row.fitted(wanted, weight[row.cards])
            middle[held] = here[held]
    left = middle - width / 2
    return left if held.any() else left - left.min()


class _Row:
    """The cards of one band from left to right, and how far apart their middles are at least."""

    def __init__(self, band: Band, order: Ints, width: Floats, room: Spacing) -> None:
        self._band = band
        self._order = order
        self.cards: Ints = band.cards[order]
        own = width[self.cards]
        parted = np.diff(band.inner[order]) != 0
        steps = (own[1:] + own[:-1]) / 2 + np.where(parted, room.group, room.card)
        self.offset: Floats = own[0] / 2 + np.concatenate([[0.0], np.cumsum(steps)])
        self.width = float(self.offset[-1] + own[-1] / 2)

    def wanted(self, middle: Floats) -> Floats:
        """Where each card would stand, left to right, if it were alone: over and under what it is linked to."""
        return self._band.means(self._band.both, middle)[self._order]

    def fitted(self, wanted: Floats, weight: Floats) -> Floats:
        """The middles nearest to those wanted that keep order and distance (pooling neighbours that press together)."""
        sums: list[float] = []
        weights: list[float] = []
        counts: list[int] = []
        for value, heavy in zip((wanted - self.offset).tolist(), weight.tolist(), strict=True):
            total, mass, count = value * heavy, heavy, 1
            while sums and sums[-1] * mass >= total * weights[-1]:
                total += sums.pop()
                mass += weights.pop()
                count += counts.pop()
            sums.append(total)
            weights.append(mass)
            counts.append(count)
        means = np.array(sums) / np.array(weights)
        fitted: Floats = np.repeat(means, counts) + self.offset
        return fitted
