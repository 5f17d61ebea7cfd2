"""How a map is looked at: which goals were searched for, whose red thread is followed and how far; what steps back.

The one place where it is kept is the `Look`; the window and the paper both ask `emphasis` what follows from it.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from strategikort.application.drawing.picture import Picture
from strategikort.domain.links import LinkKind
from strategikort.domain.shape import Id

Key = tuple[LinkKind, Id, Id]
_ALL = 1_000_000


class Direction(Enum):
    """Which way a thread is followed."""

    BOTH = "both"
    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """``hits`` are the goals that were searched for, None without a search.

    While ``following``, the threads of the cards ``starts`` are shown ``depth`` steps far, None for all the way; else
    the whole thread of a single card. With ``alone`` what steps back is not shown at all. ``marked`` are the cards that
    a comparison is about: they stand out while nothing else does. That is for the screen only (`apart`).
    """

    hits: frozenset[Id] | None = None
    starts: frozenset[Id] = frozenset()
    following: bool = False
    direction: Direction = Direction.BOTH
    depth: int | None = None
    alone: bool = False
    marked: frozenset[Id] | None = None

    @property
    def apart(self) -> "Look":
        """The same without a comparison: how paper and pictures show the map."""
        return replace(self, marked=None)


@dataclass(frozen=True, slots=True)
class Emphasis:
    """The ``cards`` that stand out, None if all stand alike, and the ``arrows`` of the threads between them."""

    cards: frozenset[Id] | None = None
    arrows: frozenset[Key] = frozenset()


def emphasis(picture: Picture, look: Look) -> Emphasis:
    """What stands out. With a search: the cards of the hits and all above them; with a thread: what it goes through.

    With both, what both show, and the cards that the thread begins at. Cost: the arrows of the picture.
    """
    starts = look.starts & picture.cards.keys()
    thread = None
    if starts and (look.following or len(starts) == 1):
        thread = _thread(picture, starts, look)
    if look.hits is None:
        if thread and (thread[1] or look.following):
            return Emphasis(*thread)
        return Emphasis(None if look.marked is None else look.marked & picture.cards.keys())
    hits = {picture.card_of[goal] for goal in look.hits if goal in picture.card_of}
    found, ways = _reached(hits, _ways(picture, up=True), _ALL)
    if thread and look.following:
        cards = (thread[0] & found) | starts
        return Emphasis(frozenset(cards), frozenset(key for key in thread[1] if {key[1], key[2]} <= cards))
    return Emphasis(frozenset(found | starts), frozenset(ways))


def _thread(picture: Picture, starts: Collection[Id], look: Look) -> tuple[frozenset[Id], frozenset[Key]]:
    cards, keys = set(starts), set[Key]()
    depth = look.depth if look.following and look.depth is not None else _ALL
    for direction, up in ((Direction.UP, True), (Direction.DOWN, False)):
        if not look.following or look.direction in (Direction.BOTH, direction):
            reached, ways = _reached(starts, _ways(picture, up=up), depth)
            cards |= reached
            keys |= ways
    return frozenset(cards), frozenset(keys)


def _ways(picture: Picture, *, up: bool) -> Mapping[Id, list[Key]]:
    found: dict[Id, list[Key]] = {}
    for key in picture.arrows:
        if key[0] is LinkKind.REALISES:
            found.setdefault(key[1] if up else key[2], []).append(key)
    return found


def _reached(starts: Iterable[Id], ways: Mapping[Id, list[Key]], depth: int) -> tuple[set[Id], set[Key]]:
    """The cards at most so many steps away, and the arrows on the way."""
    seen, keys = set(starts), set[Key]()
    edge = list(seen)
    while edge and depth > 0:
        depth -= 1
        further = []
        for here in edge:
            for key in ways.get(here, ()):
                keys.add(key)
                there = key[2] if key[1] == here else key[1]
                if there not in seen:
                    seen.add(there)
                    further.append(there)
        edge = further
    return seen, keys
