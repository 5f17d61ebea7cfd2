"""What a person can do to a strategy map: put goals on it, move them, take them off, and make maps."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from strategikort.domain.changes import Change, ChangeSet, added, changed, removed
from strategikort.domain.document import Document
from strategikort.domain.edits.records import checked, refilled
from strategikort.domain.edits.refusal import EditRefused, NewId, existing
from strategikort.domain.maps import MapPlace, StrategyMap
from strategikort.domain.phrases import Word, phrase
from strategikort.domain.shape import Id


def add_map(
    *,
    new_id: NewId,
    title: str,
    centre: Id | None = None,
    period: tuple[date | None, date | None] = (None, None),
) -> ChangeSet:
    """Make an empty map for a centre (None: the whole municipality) and a period. Raises EditRefused ``text.long``."""
    made = checked(
        StrategyMap(
            id=new_id(),
            title=title,
            centre=centre,
            valid_from=period[0],
            valid_to=period[1],
        )
    )
    return ChangeSet(phrase("edit.add", kind=Word("strategy_map")), added([made]))


def places_on(document: Document, map: Id) -> Mapping[Id, MapPlace]:
    """The places of a map by goal."""
    return {place.goal: place for place in document.grouped(MapPlace, "map").get(map, ())}


def move_goals(document: Document, map: Id, where: Mapping[Id, tuple[int, int]], *, new_id: NewId) -> ChangeSet:
    """Put goals at places on a map; one that is not on it yet is put there. Goals that stay are left out.

    Raises:
        EditRefused: ``gone``, ``figure.large``, or ``map.locked`` if the map's drawing has been locked.
    """
    open_map(document, map)
    here = places_on(document, map)
    changes: list[Change] = []
    for goal, (x, y) in where.items():
        before = here.get(goal)
        fresh = before or MapPlace(id=new_id(), map=map, goal=goal)
        changes += changed(before, refilled(fresh, {"x": x, "y": y}))
    return ChangeSet(phrase("edit.move_goals", n=len(changes)), tuple(changes))


def pin_goals(document: Document, map: Id, goals: Iterable[Id], *, pinned: bool) -> ChangeSet:
    """Fix goals where they are, or let the automatic layout move them. Raises EditRefused ``gone``, ``map.locked``."""
    open_map(document, map)
    here = places_on(document, map)
    places = [here[goal] for goal in goals if goal in here and here[goal].pinned is not pinned]
    code = "edit.pin" if pinned else "edit.unpin"
    return ChangeSet(
        phrase(code, n=len(places)),
        tuple(Change(one, replace(one, pinned=pinned)) for one in places),
    )


def take_off_map(document: Document, map: Id, goals: Iterable[Id]) -> ChangeSet:
    """Take goals off a map; they stay in the document. Raises EditRefused ``gone``, ``map.locked``."""
    open_map(document, map)
    here = places_on(document, map)
    places = [here[goal] for goal in goals if goal in here]
    return ChangeSet(phrase("edit.take_off", n=len(places)), removed(places))


def open_map(document: Document, map: Id) -> None:
    """Let an edit of the map go on. Raises EditRefused ``gone``, ``map.locked``."""
    if existing(document, StrategyMap, map).locked:
        raise EditRefused("map.locked")
