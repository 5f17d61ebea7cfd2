"""Aligning and distributing cards. Each stays in the band of its level, and none is put on another of those chosen."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from enum import Enum

from strategikort.application.drawing.ground import ROW, STEP, Spot
from strategikort.application.drawing.measure import snapped
from strategikort.domain.goals import GoalKind
from strategikort.domain.shape import Id

Spots = dict[Id, Spot]


class Line(Enum):
    """What cards can be lined up by: their edges or their middles, across or down."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


_CHOOSE: Mapping[Line, Callable[[list[int]], int]] = {
    Line.LEFT: min,
    Line.TOP: min,
    Line.CENTRE: lambda all: snapped((min(all) + max(all)) / 2),
    Line.MIDDLE: lambda all: snapped((min(all) + max(all)) / 2),
    Line.RIGHT: max,
    Line.BOTTOM: max,
}
ACROSS = (Line.LEFT, Line.CENTRE, Line.RIGHT)


def aligned(spots: Mapping[Id, Spot], kinds: Mapping[Id, GoalKind], line: Line) -> Spots:
    """The cards on one line: across on one for all bands, down on one for each band, for no card leaves its own.

    All cards have one size, so left edges, middles and right edges only differ by whose place counts. Cards of one
    band that would come to stand on each other are drawn apart along the line, in the order in which they stand.
    """
    along = 1 if line in ACROSS else 0
    choose = _CHOOSE[line]
    found: Spots = {}
    whole = choose([spot[0] for spot in spots.values()]) if along and spots else 0
    for keys in _bands(spots, kinds):
        at = whole if along else choose([spots[key][1] for key in keys])
        keys.sort(key=lambda key: (spots[key][along], spots[key][1 - along], key))
        least = ROW if along else STEP
        free = spots[keys[0]][along]
        for key in keys:
            free = max(free, spots[key][along])
            found[key] = (at, free) if along else (free, at)
            free += least
    return found


def distributed(spots: Mapping[Id, Spot], kinds: Mapping[Id, GoalKind], *, down: bool) -> Spots:
    """The cards with equal gaps between the first and the last of them, in each band for itself.

    Where there is no room for that the last gives way. Cards that stand in one column are one when gaps across are
    made equal, and a row is one when gaps downward are.
    """
    along, least = (1, ROW) if down else (0, STEP)
    found: Spots = {}
    for keys in _bands(spots, kinds):
        places = sorted({spots[key][along] for key in keys})
        steps = max(len(places) - 1, 1)
        first, room = places[0], max(places[-1] - places[0], least * (len(places) - 1))
        at = {place: snapped(first + room * number / steps) for number, place in enumerate(places)}
        at[first] = first
        for key in keys:
            x, y = spots[key]
            found[key] = (x, at[y]) if down else (at[x], y)
    return found


def _bands(spots: Mapping[Id, Spot], kinds: Mapping[Id, GoalKind]) -> Iterator[list[Id]]:
    bands: dict[GoalKind, list[Id]] = defaultdict(list)
    for key in spots:
        bands[kinds[key]].append(key)
    yield from bands.values()
