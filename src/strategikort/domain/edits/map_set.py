"""What a person can do to the maps of a document as a set: name and date them, copy, order and remove them."""

from dataclasses import replace
from datetime import date

from strategikort.domain.changes import Change, ChangeSet, added, changed
from strategikort.domain.document import Document
from strategikort.domain.edits.maps import Period, in_order, last_position, places_on
from strategikort.domain.edits.records import checked, refilled, removal
from strategikort.domain.edits.refusal import NewId, existing
from strategikort.domain.maps import MapState, MapSubject, StrategyMap
from strategikort.domain.organisation import OrgUnit
from strategikort.domain.phrases import phrase
from strategikort.domain.profile import Profile
from strategikort.domain.shape import Id
from strategikort.domain.texts import sort_key


def ordered_maps(document: Document) -> tuple[StrategyMap, ...]:
    """The maps as people have put them: if they have not, the vision's first, the municipality's, then by centre."""

    def place(map: StrategyMap) -> tuple[object, ...]:
        centre = document.get(OrgUnit, map.centre)
        about = 0 if map.subject is MapSubject.VISION else 1 if map.centre is None else 2
        begins = map.valid_from or date.min
        return map.position, about, sort_key(centre.name) if centre else (), begins, sort_key(map.title), map.id

    return tuple(sorted(document.all(StrategyMap).values(), key=place))


def map_period(profile: Profile, year: int) -> tuple[date, date]:
    """The first and the last day of a map that begins in ``year``, as long as the model's maps are."""
    return profile.period(year)[0], profile.period(year + profile.map_years - 1)[1]


def next_period(profile: Profile, map: StrategyMap) -> Period:
    """The period after that of ``map``, as long as the model's maps are; none if the map has no last day."""
    if map.valid_to is None:
        return None, None
    month, day = profile.agreement_start
    start = date(map.valid_to.year, month, day)
    return map_period(profile, start.year if start > map.valid_to else start.year + 1)


def change_map(document: Document, map: Id, *, title: str, period: Period) -> ChangeSet:
    """Give a map another title or period. Raises EditRefused ``gone``, ``text.long``, ``map.period``."""
    before = existing(document, StrategyMap, map)
    first, last = in_order(period)
    after = refilled(before, {"title": title, "valid_from": first, "valid_to": last})
    return ChangeSet(phrase("edit.change_map", title=after.title), changed(before, after))


def copy_map(document: Document, map: Id, *, new_id: NewId, title: str, period: Period) -> ChangeSet:
    """Make a draft like ``map`` for another period: the same goals stand in the same places, to go on from.

    Raises:
        EditRefused: ``gone``, ``text.long``, ``map.period``.
    """
    before = existing(document, StrategyMap, map)
    first, last = in_order(period)
    copy = replace(
        before,
        id=new_id(),
        title=title,
        valid_from=first,
        valid_to=last,
        state=MapState.DRAFT,
        locked=False,
        position=last_position(document),
    )
    places = [replace(one, id=new_id(), map=copy.id) for one in places_on(document, map).values()]
    return ChangeSet(phrase("edit.copy_map", title=title), added([checked(copy), *places]))


def remove_map(document: Document, map: Id) -> ChangeSet:
    """Remove a map and its places. Its goals stay in the document. Raises EditRefused ``gone``."""
    doomed = existing(document, StrategyMap, map)
    return ChangeSet(phrase("edit.remove_map", title=doomed.title), removal(document, [doomed]))


def move_map(document: Document, map: Id, step: int) -> ChangeSet:
    """Let a map stand ``step`` places later (earlier if negative) among the maps; at the ends nothing changes.

    Raises:
        EditRefused: ``gone``.
    """
    moved = existing(document, StrategyMap, map)
    maps = list(ordered_maps(document))
    place = maps.index(moved)
    maps.insert(min(max(place + step, 0), len(maps) - 1), maps.pop(place))
    changes: list[Change] = []
    if maps[place] != moved:
        for position, one in enumerate(maps, start=1):
            changes += changed(one, replace(one, position=position))
    return ChangeSet(phrase("edit.move_map", title=moved.title), tuple(changes))
