"""Where the cards of a picture stand: as the document keeps it, as the layout finds it, or in the nearest gap."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import count

from strategikort.application.drawing.arranging import Strip, first_sight, in_rows
from strategikort.application.drawing.columns import LEAST_A_ROW, columns_of, strips
from strategikort.application.drawing.ground import ROW, STEP, Ground, Spot
from strategikort.application.drawing.measure import BAND_LEAST, BAND_PAD, CARD_HEIGHT, CARD_WIDTH, GAP, snapped
from strategikort.application.drawing.picture import Card, Picture, reading_order
from strategikort.domain.goals import GoalKind
from strategikort.domain.shape import Id


@dataclass(frozen=True, slots=True)
class Band:
    """The strip of one level: its upper edge and height in the scene."""

    kind: GoalKind
    top: int
    height: int


_ROWS_TRIED = 3

MOST_LEFT = 10_000
"""So many cards that are gone are remembered: more than come back by undoing, or when a municipality is shown again."""


class Places:
    """Where the cards of a picture stand now, and what ground of each band is free."""

    def __init__(self) -> None:
        self.spots: dict[Id, Spot] = {}
        self._kinds: dict[Id, GoalKind] = {}
        self._kept: Set[Id] = frozenset()
        self._loose: dict[Id, Spot] = {}
        """Where goals stood before the document kept a place for them."""
        self._left: dict[Id, tuple[GoalKind, Spot]] = {}
        """Where cards stood that are gone: what is undone comes back there."""
        self._columns: Mapping[Id, int] = {}
        self._grounds: dict[GoalKind, Ground] = defaultdict(Ground)

    def follow(self, picture: Picture) -> None:
        """Give each card of the picture a place and forget the others. Cards stay where they are.

        The document's places come first; of the rest, those of a picture that is shown for the first time are laid
        out, and a card that is new takes the nearest gap. Cost: that of what is new, and of `layout.arrange` at first.
        """
        first = not self.spots
        for key in self.spots.keys() - picture.cards.keys():
            self._left[key] = self._kinds.pop(key), self.spots.pop(key)
            self._grounds[self._left[key][0]].leave(key, self._left[key][1])
        self._bring_back(picture)
        self._forget()
        self._follow_kept(picture)
        self._follow_columns(picture)
        if not first:
            self._add([card for key, card in picture.cards.items() if key not in self.spots], picture)
        elif self.spots:
            loose = [card for card in reading_order(picture.cards.values()) if card.key not in self.spots]
            near = _near(loose, picture, self.spots)
            for key, spot in in_rows(_by_strip(loose, near), near, defaultdict(Ground)):
                self._put_near(picture.cards[key], spot)
        else:
            for key, spot in first_sight(picture).items():
                self.put(key, picture.cards[key].kind, spot)

    def _forget(self) -> None:
        """Of what is gone, remember only the last."""
        for key in list(self._left)[:-MOST_LEFT]:
            del self._left[key]
        if len(self._loose) > MOST_LEFT:
            for key in [key for key in self._loose if key not in self.spots][:-MOST_LEFT]:
                del self._loose[key]

    def _bring_back(self, picture: Picture) -> None:
        """Put cards that were gone and are there again where they stood."""
        for key in self._left.keys() & picture.cards.keys():
            kind, spot = self._left.pop(key)
            if picture.cards[key].kind is kind:
                self.put(key, kind, spot)

    def _follow_kept(self, picture: Picture) -> None:
        """Put the goals that the document keeps places for there; one that it keeps none for now is put back."""
        for goal in (self._loose.keys() - picture.placed.keys()) & picture.cards.keys():
            self.put(goal, picture.cards[goal].kind, self._loose.pop(goal))
        for goal, place in picture.placed.items():
            if goal in picture.cards:
                if goal in self.spots and goal not in self._kept and goal not in self._loose:
                    self._loose[goal] = self.spots[goal]
                self.put(goal, picture.cards[goal].kind, (place.x, place.y))
        self._kept = picture.placed.keys()

    def _follow_columns(self, picture: Picture) -> None:
        """Let go of the cards that were moved to another column and have no kept place: they are new there."""
        columns = columns_of(picture)
        for key in self.spots.keys() - self._kept:
            if columns.get(key, 0) != self._columns.get(key, 0):
                self._grounds[self._kinds.pop(key)].leave(key, self.spots.pop(key))
        self._columns = columns

    def put(self, key: Id, kind: GoalKind, spot: Spot) -> None:
        """Let a card stand at ``spot``, whatever stands there."""
        if key in self.spots:
            if self.spots[key] == spot and self._kinds[key] is kind:
                return
            self._grounds[self._kinds[key]].leave(key, self.spots[key])
        self.spots[key], self._kinds[key] = spot, kind
        self._grounds[kind].take(key, spot)

    def free_spot(self, kind: GoalKind, wanted: Spot) -> Spot:
        """The free spot of a band nearest to the one wanted, row by row downward."""
        return self._grounds[kind].free_spot(wanted)

    def room_for(self, wanted: Mapping[Id, tuple[GoalKind, Spot]]) -> dict[Id, Spot]:
        """Free spots for several new cards at once; nothing is put there yet.

        Those of a band stand to each other as wanted, some rows further down if need be; where that is full too, each
        stands in the nearest gap. A band that is not drawn yet is free.
        """
        bands: dict[GoalKind, dict[Id, Spot]] = defaultdict(dict)
        for key, (kind, spot) in wanted.items():
            bands[kind][key] = spot
        found: dict[Id, Spot] = {}
        for kind, spots in bands.items():
            found |= _room_in(self._grounds[kind], spots)
        return found

    def within(self, kind: GoalKind, left: float, top: float, right: float, bottom: float) -> Iterator[Id]:
        """The cards of a band that may touch a rectangle, counted from the top of the band."""
        return self._grounds[kind].within(left, top, right, bottom)

    def bands(self, levels: Iterable[GoalKind]) -> dict[GoalKind, Band]:
        """The bands of the levels from top to bottom, each as high as its cards need."""
        bands, top = {}, 0
        for kind in levels:
            height = max(BAND_LEAST, self._grounds[kind].deepest() + CARD_HEIGHT + 2 * BAND_PAD)
            bands[kind] = Band(kind, top, height)
            top += height
        return bands

    def _add(self, cards: Sequence[Card], picture: Picture) -> None:
        """Put cards that were not there before under what they support, each in the nearest gap."""
        if not cards:
            return
        neighbours = _neighbours(picture)
        for card in cards:
            if card.key in self._columns:
                self._put_in_column(card, picture)
                continue
            near = [self.spots[other][0] for other in neighbours[card.key] if other in self.spots]
            self._put_near(card, (snapped(sum(near) / len(near)) if near else 0, card.layer * ROW))

    def _put_in_column(self, card: Card, picture: Picture) -> None:
        """Put a card into the strip of its column, row by row; beside all others if it is the first there."""
        found = strips(picture, self.spots)
        own = next((one for one in found if one.column == self._columns[card.key]), None)
        left = own.left if own else max((one.right for one in found), default=-GAP) + GAP
        right = max(own.right if own else 0, left + LEAST_A_ROW * STEP + GAP)
        if own:
            right = min((one.left for one in found if one.left >= own.right), default=right)
        slots = ((x, y) for y in count(0, ROW) for x in range(left + GAP, right - CARD_WIDTH, STEP))
        self.put(card.key, card.kind, next(one for one in slots if self.free_spot(card.kind, one) == one))

    def _put_near(self, card: Card, wanted: Spot) -> None:
        self.put(card.key, card.kind, self.free_spot(card.kind, wanted))


def _room_in(ground: Ground, wanted: Mapping[Id, Spot]) -> dict[Id, Spot]:
    for down in range(_ROWS_TRIED):
        lower = {key: (x, y + down * ROW) for key, (x, y) in wanted.items()}
        if (found := _held(ground, lower)) == lower:
            return found
    return _held(ground, wanted)


def _held(ground: Ground, wanted: Mapping[Id, Spot]) -> dict[Id, Spot]:
    """The nearest free spots, one after the other; the ground is left as it was."""
    found: dict[Id, Spot] = {}
    for key, spot in wanted.items():
        found[key] = ground.free_spot(spot)
        ground.take(_waiting(key), found[key])
    for key, spot in found.items():
        ground.leave(_waiting(key), spot)
    return found


def _waiting(key: Id) -> Id:
    """What holds a spot for a new card; no card has this key."""
    return Id(f"new {key}")


def _near(cards: list[Card], picture: Picture, kept: Mapping[Id, Spot]) -> dict[Id, float]:
    """Where cards would stand under or over the cards whose places are kept; level by level away from them."""
    neighbours = _neighbours(picture)
    x = {key: float(spot[0]) for key, spot in kept.items()}
    waiting = cards
    while waiting:
        found = {}
        for card in waiting:
            near = [x[other] for other in neighbours[card.key] if other in x]
            if near:
                found[card.key] = sum(near) / len(near)
        if not found:
            rightmost = max(x.values(), default=0.0)
            found = {card.key: rightmost + STEP * (place + 1) for place, card in enumerate(waiting)}
        x.update(found)
        waiting = [card for card in waiting if card.key not in found]
    return x


def _neighbours(picture: Picture) -> Mapping[Id, list[Id]]:
    found: dict[Id, list[Id]] = defaultdict(list)
    for arrow in picture.arrows.values():
        found[arrow.lower].append(arrow.upper)
        found[arrow.upper].append(arrow.lower)
    return found


def _by_strip(cards: list[Card], x: Mapping[Id, float]) -> dict[Strip, list[Card]]:
    strips: dict[Strip, list[Card]] = defaultdict(list)
    for card in sorted(cards, key=lambda card: (x[card.key], card.code, card.key)):
        strips[card.kind.level, card.layer].append(card)
    return strips
