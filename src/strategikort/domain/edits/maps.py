"""What a person can do to a strategy map: put goals on it, move them, take them off, and make maps."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from strategikort.domain.changes import Change, ChangeSet, added, changed, removed
from strategikort.domain.document import Document
from strategikort.domain.edits.records import checked, refilled, set_field
from strategikort.domain.edits.refusal import EditRefused, NewId, existing
from strategikort.domain.goals import Goal
from strategikort.domain.maps import MapPlace, MapSubject, StrategyMap
from strategikort.domain.phrases import Word, phrase
from strategikort.domain.shape import Id

Period = tuple[date | None, date | None]
"""The first and the last day; None is no limit."""

Spot = tuple[int, int]
"""The corner of a card: x on the map, y from the top of its band."""


def add_map(
    *,
    new_id: NewId,
    title: str,
    subject: MapSubject = MapSubject.GOALS,
    centre: Id | None = None,
    period: Period = (None, None),
    position: int = 0,
) -> ChangeSet:
    """Make a map for a centre (None: the whole municipality) and a period; its goals stand on it by themselves.

    Raises:
        EditRefused: ``text.long``, ``map.period`` if it ends before it begins.
    """
    first, last = in_order(period)
    made = checked(
        StrategyMap(
            id=new_id(),
            title=title,
            subject=subject,
            centre=centre,
            valid_from=first,
            valid_to=last,
            position=position,
        )
    )
    return ChangeSet(phrase("edit.add", kind=Word("strategy_map")), added([made]))


def in_order(period: Period) -> Period:
    """``period``, if it does not end before it begins. Raises EditRefused ``map.period``."""
    first, last = period
    if first and last and last < first:
        raise EditRefused("map.period")
    return period


def last_position(document: Document) -> int:
    """Where a map stands that comes after all others; 0 as long as nobody has put them in an order."""
    most = max((one.position for one in document.all(StrategyMap).values()), default=0)
    return most + 1 if most else 0


def places_on(document: Document, map: Id) -> Mapping[Id, MapPlace]:
    """The places of a map by goal."""
    return {place.goal: place for place in document.grouped(MapPlace, "map").get(map, ())}


def move_goals(
    document: Document, map: Id, where: Mapping[Id, Spot], *, new_id: NewId, step: str = "edit.move_goals"
) -> ChangeSet:
    """Put goals at places on a map, also those that were not on it or had been taken off it.

    ``step`` is the name of what was done to them: aligned, say.

    Raises:
        EditRefused: ``gone``, ``figure.large``, or ``map.locked`` if the map's drawing has been locked.
    """
    drawn = open_map(document, map)
    here = places_on(document, map)
    changes: list[Change] = []
    for goal, (x, y) in where.items():
        before = here.get(goal)
        fresh = before or MapPlace(id=new_id(), map=map, goal=goal)
        changes += changed(before, refilled(fresh, {"x": x, "y": y}))
    back = replace(drawn, left_out=tuple(goal for goal in drawn.left_out if goal not in where))
    return ChangeSet(phrase(step, n=len(changes)), (*changes, *changed(drawn, back)))


def with_themes(document: Document, made: ChangeSet, themes: Mapping[Id, str]) -> ChangeSet:
    """The step ``made``, in which goals were also moved to other columns of the map, whose keys are their themes.

    Raises:
        EditRefused: ``gone``, or ``locked`` where this file may not change a goal.
    """
    for goal, theme in themes.items():
        kind = type(existing(document, Goal, goal))
        made = made.followed_by(set_field(document, kind, goal, "theme", theme))
    return made


def pin_goals(
    document: Document, map: Id, where: Mapping[Id, Spot], *, new_id: NewId, pinned: bool = True
) -> ChangeSet:
    """Fix goals where they are, or let the automatic layout move them; ``where`` says where they are seen.

    Raises:
        EditRefused: ``gone``, ``figure.large``, ``map.locked``.
    """
    open_map(document, map)
    here = places_on(document, map)
    changes: list[Change] = []
    for goal, (x, y) in where.items():
        before = here.get(goal)
        fresh = before or refilled(MapPlace(id=new_id(), map=map, goal=goal), {"x": x, "y": y})
        if before or pinned:
            changes += changed(before, replace(fresh, pinned=pinned))
    return ChangeSet(phrase("edit.pin" if pinned else "edit.unpin", n=len(changes)), tuple(changes))


def take_off_map(document: Document, map: Id, goals: Iterable[Id]) -> ChangeSet:
    """Take goals off a map, also those that stand there by themselves; they stay in the document.

    Raises:
        EditRefused: ``gone``, ``map.locked``.
    """
    drawn = open_map(document, map)
    off = {goal: existing(document, Goal, goal) for goal in goals}
    places = [place for goal, place in places_on(document, map).items() if goal in off]
    after = replace(drawn, left_out=tuple(dict.fromkeys((*drawn.left_out, *off))))
    return ChangeSet(phrase("edit.take_off", n=len(off)), (*changed(drawn, after), *removed(places)))


def open_map(document: Document, map: Id) -> StrategyMap:
    """The map, if its drawing may be changed. Raises EditRefused ``gone``, ``map.locked``."""
    found = existing(document, StrategyMap, map)
    if found.locked:
        raise EditRefused("map.locked")
    return found
