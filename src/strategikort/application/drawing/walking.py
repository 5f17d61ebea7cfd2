"""Walking along the links of a map: up to what a goal supports, down to what supports it, aside to those beside it."""

from collections.abc import Iterable, Mapping
from enum import Enum

from strategikort.application.drawing.ground import Spot
from strategikort.application.drawing.picture import Picture
from strategikort.domain.links import LinkKind
from strategikort.domain.shape import Id


class Way(Enum):
    """Where a step along the links leads."""

    UP = "up"
    DOWN = "down"
    BEFORE = "before"
    AFTER = "after"


def step(picture: Picture, spots: Mapping[Id, Spot], here: Id, way: Way, *, came_from: Id | None = None) -> Id | None:
    """The card one step from the card ``here``; None where no link leads that way.

    Up and down it is the linked card nearest to the side. Aside it is the next card, in reading order, of those that
    support the same goal: ``came_from`` if that is one of the goals above, or else the nearest. Cards under nothing
    are beside those of their level that are under nothing either. Cost: the arrows and cards of the picture.
    """
    supporting = [arrow for arrow in picture.arrows.values() if arrow.kind is LinkKind.REALISES]
    above = [arrow.upper for arrow in supporting if arrow.lower == here]
    if way is Way.UP:
        return _nearest(above, spots, here)
    if way is Way.DOWN:
        return _nearest((arrow.lower for arrow in supporting if arrow.upper == here), spots, here)
    if above:
        over = came_from if came_from in above else _nearest(above, spots, here)
        beside = {arrow.lower for arrow in supporting if arrow.upper == over}
    else:
        kind, under = picture.cards[here].kind, {arrow.lower for arrow in supporting}
        beside = {key for key, card in picture.cards.items() if card.kind is kind and key not in under}
    row = in_reading_order(picture, spots, beside)
    place = row.index(here) + (1 if way is Way.AFTER else -1)
    return row[place] if 0 <= place < len(row) else None


def in_reading_order(picture: Picture, spots: Mapping[Id, Spot], keys: Iterable[Id]) -> list[Id]:
    """Cards as they are read on the map: level by level, row by row, from left to right."""

    def read(key: Id) -> tuple[int, int, int, Id]:
        x, y = spots[key]
        return picture.levels.index(picture.cards[key].kind), y, x, key

    return sorted(keys, key=read)


def _nearest(keys: Iterable[Id], spots: Mapping[Id, Spot], here: Id) -> Id | None:
    x = spots[here][0]
    return min(keys, key=lambda key: (abs(spots[key][0] - x), spots[key], key), default=None)
