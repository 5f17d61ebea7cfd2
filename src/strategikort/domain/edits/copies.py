"""What a person can do with copies: take goals with what belongs to them, and put them down here or elsewhere.

A copy is a new goal: it has a code of its own, the council has not decided on it, nothing has been measured for it. It
supports what the original supports, where that exists; what supports the original still supports the original alone,
since nobody's work carries two goals because somebody copied one.
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, TypeVar

from strategikort.domain.agreements import FollowUp
from strategikort.domain.changes import ChangeSet, added
from strategikort.domain.document import Document
from strategikort.domain.edits.goals import free_code
from strategikort.domain.edits.links import why_not
from strategikort.domain.edits.locks import unlocked
from strategikort.domain.edits.maps import move_goals, open_map
from strategikort.domain.edits.records import checked
from strategikort.domain.edits.refusal import EditRefused, NewId, existing
from strategikort.domain.goals import DecisionStatus, Effort, EffortState, Goal, GoalState, PoliticalGoal
from strategikort.domain.kinds import TABLE_NAMED, TABLE_OF
from strategikort.domain.links import Link, LinkKind
from strategikort.domain.maps import MapPlace
from strategikort.domain.measures import Indicator, Measurement, YearlyTarget
from strategikort.domain.phrases import Phrase, phrase
from strategikort.domain.profile import Profile
from strategikort.domain.shape import Id, Record, fields_of, with_values

R = TypeVar("R", bound=Record)
Spots = Mapping[Id, tuple[int, int]]

NO_MAP: Final = Id("none")
"""What stands for the map in the places of a clip that was taken from the drawing of all goals."""

_PARTS: Final = (Indicator, YearlyTarget)
_OF_THE_MODEL: Final = ("layer", "balance", "type")
"""The fields whose words are those of a model."""
_KEPT_UPWARD: Final = (LinkKind.REALISES, LinkKind.ASSISTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clip:
    """Goals that were copied, the highest first, with their details, all links that touch them, and their places.

    A place with the goal's identity is where it was seen. After a ``cut`` there are also its places on other maps and
    its follow-ups: then the goals are nowhere else, and come back whole.
    """

    goals: tuple[Goal, ...]
    details: tuple[Record, ...] = ()
    links: tuple[Link, ...] = ()
    places: tuple[MapPlace, ...] = ()
    cut: bool = False

    @property
    def map(self) -> Id | None:
        """The map that the goals were taken from."""
        found = next((place.map for place in self.places if place.id == place.goal), NO_MAP)
        return None if found == NO_MAP else found

    @property
    def spots(self) -> Spots:
        """Where each goal was seen."""
        return {place.goal: (place.x, place.y) for place in self.places if place.id == place.goal}


def clip_of(
    document: Document, goals: Iterable[Id], *, map: Id | None = None, spots: Spots | None = None, cut: bool = False
) -> Clip:
    """These goals with all that belongs to them, seen at ``spots`` of ``map``; what is no goal is left out."""
    found = [goal for one in dict.fromkeys(goals) if (goal := document.get(Goal, one))]
    found.sort(key=lambda one: one.kind.level)
    ids = {goal.id for goal in found}
    indicators = [one for goal in found for one in document.grouped(Indicator, "goal").get(goal.id, ())]
    details: list[Record] = [*indicators]
    for kind in (YearlyTarget, Measurement):
        details += [one for part in indicators for one in document.grouped(kind, "indicator").get(part.id, ())]
    links = dict.fromkeys(link for goal in found for link in document.links_of(goal.id))
    places = [
        MapPlace(id=goal, map=map or NO_MAP, goal=goal, x=x, y=y)
        for goal, (x, y) in (spots or {}).items()
        if goal in ids
    ]
    if cut:
        for goal in found:
            details += document.grouped(FollowUp, "goal").get(goal.id, ())
            places += [one for one in document.grouped(MapPlace, "goal").get(goal.id, ()) if one.map != map]
    return Clip(goals=tuple(found), details=tuple(details), links=tuple(links), places=tuple(places), cut=cut)


def comes_back(document: Document, clip: Clip) -> bool:
    """Whether what was cut is put down again: nothing of it is in the document any longer."""
    whole = (*clip.goals, *clip.details, *clip.links, *clip.places)
    return clip.cut and not any(document.get(TABLE_OF[type(one)].base, one.id) for one in whole)


def can_be_the_same(document: Document, clip: Clip, shown: Container[Id]) -> bool:
    """Whether the goals themselves can be put on a map that shows ``shown``: all exist, and one is not seen there."""
    exist = all(document.get(Goal, goal.id) for goal in clip.goals)
    return exist and any(goal.id not in shown for goal in clip.goals)


def place_same(document: Document, *, new_id: NewId, map: Id, spots: Spots) -> ChangeSet:
    """Put goals that there are on a map.

    Raises:
        EditRefused: ``gone`` or ``map.locked``.
    """
    goals = [existing(document, Goal, goal) for goal in spots]
    made = move_goals(document, map, spots, new_id=new_id)
    return ChangeSet(_label("edit.place_same", goals), made.changes)


def paste_copies(
    document: Document,
    clip: Clip,
    *,
    profile: Profile,
    new_id: NewId,
    map: Id | None = None,
    spots: Spots | None = None,
    code: str = "edit.paste",
) -> ChangeSet:
    """Make goals of a clip, on ``map`` at ``spots`` (by the identity in the clip), with the links among them.

    What was cut comes back as it was, see `comes_back`. References to what is not in the document are emptied, links
    that its model does not allow are left out.

    Raises:
        EditRefused: ``paste.levels`` if the model does not know a level, ``locked``, ``map.locked``, ``gone``, or as
            `checked` says.
    """
    if map:
        open_map(document, map)
    if any(goal.kind not in profile.levels for goal in clip.goals):
        raise EditRefused("paste.levels")
    made = _Pasted(document, clip, profile, new_id)
    records: list[Record] = [*made.goals, *made.details, *made.places(map, spots or {})]
    records += made.links(document.with_changes(ChangeSet(phrase(code), added(records))))
    return ChangeSet(_label(code, made.goals), added(records))


@dataclass(frozen=True, slots=True)
class Missed:
    """What a clip cannot bring along: the ``fields`` that name what is not there, ``links`` to goals that are not."""

    fields: tuple[tuple[type[Record], str], ...]
    links: int


def missed(document: Document, clip: Clip, profile: Profile) -> Missed:
    """What `paste_copies` leaves empty or out in this document, by kind of record and name of field."""
    back, parts = comes_back(document, clip), [one for one in clip.details if isinstance(one, _PARTS)]
    inside = {one.id for one in (*clip.goals, *parts)}

    def is_there(table: str, identity: Id) -> bool:
        return identity in inside or document.get(TABLE_NAMED[table].base, identity) is not None

    found: dict[tuple[type[Record], str], None] = {}
    for record in (*clip.goals, *parts):
        after = _as_new(record, profile) if isinstance(record, Goal) and not back else record
        for item in fields_of(type(record)):
            value = getattr(record, item.name)
            named = value if item.lists else (value,) if item.refers and value else ()
            lost = item.name in _OF_THE_MODEL and value != getattr(after, item.name)
            if lost or not all(is_there(item.lists or item.refers or "", one) for one in named):
                found[type(record), item.name] = None
    upward = (one for one in clip.links if one.lower in inside and one.kind in _KEPT_UPWARD)
    return Missed(tuple(found), sum(not is_there("goal", one.upper) for one in upward))


def _label(code: str, goals: list[Goal]) -> Phrase:
    if len(goals) == 1:
        return phrase(f"{code}_one", goal=goals[0].title or goals[0].code)
    return phrase(code, n=len(goals))


@dataclass(slots=True)
class _Pasted:
    """The records that a clip becomes in a document."""

    document: Document
    clip: Clip
    profile: Profile
    new_id: NewId
    back: bool = False
    names: dict[Id, Id] = field(default_factory=dict)
    goals: list[Goal] = field(default_factory=list)
    details: list[Record] = field(default_factory=list)

    def __post_init__(self) -> None:
        clip = self.clip
        self.back = comes_back(self.document, clip)
        details = clip.details if self.back else [one for one in clip.details if isinstance(one, _PARTS)]
        self.names = {one.id: one.id if self.back else self.new_id() for one in (*clip.goals, *details)}
        codes: set[str] = {goal.code for goal in self.document.all(Goal).values()}
        for goal in clip.goals:
            fresh = checked(self._renamed(goal if self.back else _as_new(goal, self.profile)))
            if fresh.code in codes or not fresh.code:
                fresh = replace(fresh, code=free_code(self.document, fresh, codes))
            codes.add(fresh.code)
            self.goals.append(unlocked(self.document, fresh))
        self.details = [checked(self._renamed(one)) for one in details if self._stands(one)]

    def places(self, map: Id | None, spots: Spots) -> Iterator[MapPlace]:
        """Where the goals stand: on ``map``, and back on other maps if they were cut."""
        for goal in self.clip.goals if map else ():
            x, y = spots.get(goal.id, (0, 0))
            yield checked(MapPlace(id=self.new_id(), map=map or NO_MAP, goal=self.names[goal.id], x=x, y=y))
        others = [one for one in self.clip.places if one.id != one.goal and one.goal in self.names and one.map != map]
        for place in {(one.map, one.goal): one for one in others}.values() if self.back else ():
            if self._known("strategy_map", place.map):
                yield checked(place)

    def links(self, stage: Document) -> Iterator[Link]:
        """The links that the model allows in ``stage``, the document with the goals in it."""
        seen: set[tuple[LinkKind, frozenset[Id]]] = set()
        for before in self.clip.links:
            lower, upper = (self._end(end) for end in (before.lower, before.upper))
            low, high = stage.get(Goal, lower), stage.get(Goal, upper)
            if low is None or high is None or not self._wanted(before):
                continue
            identity = before.id if self.back else self.new_id()
            link = checked(replace(before, id=identity, lower=low.id, upper=high.id))
            if (link.kind, frozenset((low.id, high.id))) in seen or self._refused(stage, link, low, high):
                continue
            seen.add((link.kind, frozenset((low.id, high.id))))
            if link.kind is LinkKind.REALISES and low.kind is high.kind:
                stage = stage.with_changes(ChangeSet(phrase("edit.paste"), added([link])))
            yield link

    def _end(self, goal: Id) -> Id:
        return self.names.get(goal, goal)

    def _wanted(self, link: Link) -> bool:
        inside = link.lower in self.names and link.upper in self.names
        return self.back or inside or (link.lower in self.names and link.kind in _KEPT_UPWARD)

    def _refused(self, stage: Document, link: Link, low: Goal, high: Goal) -> bool:
        refusal = why_not(stage, profile=self.profile, kind=link.kind, lower=low, upper=high)
        return refusal is not None and not (self.back and refusal.code == "link.cancelled")

    def _known(self, table: str, identity: Id) -> bool:
        return self.document.get(TABLE_NAMED[table].base, identity) is not None

    def _stands(self, record: Record) -> bool:
        """Whether the record's references that cannot be empty lead to something."""
        wanted = [f for f in fields_of(type(record)) if f.refers and (not f.optional or f.name == "goal")]
        return all(
            (other := getattr(record, f.name)) in self.names or self._known(f.refers or "", other) for f in wanted
        )

    def _renamed(self, record: R) -> R:
        """``record`` with its new identity; its references lead to the copies, to what is there, or nowhere."""
        values: dict[str, object] = {"id": self.names[record.id]}
        for item in fields_of(type(record)):
            value = getattr(record, item.name)
            if item.lists:
                values[item.name] = tuple(self._end(one) for one in value if self._leads(item.lists, one))
            elif item.refers and value is not None:
                values[item.name] = self._end(value) if self._leads(item.refers, value) else None
        return with_values(record, values)

    def _leads(self, table: str, identity: Id) -> bool:
        return identity in self.names or self._known(table, identity)


def _as_new(goal: Goal, profile: Profile) -> Goal:
    """``goal`` as somebody would make it now: active, not decided on, not begun; words of the model that it knows."""
    layers = {layer.key for layer in profile.layers}
    poles = {pole for pair in profile.balance_pairs for pole in pair.poles}
    fresh = replace(
        goal,
        state=GoalState.ACTIVE,
        layer=goal.layer if goal.layer in layers else "",
        balance=tuple(pole for pole in goal.balance if pole in poles),
    )
    if isinstance(fresh, Effort):
        return replace(fresh, progress=EffortState.PLANNED)
    if isinstance(fresh, PoliticalGoal):
        kept = fresh.type if fresh.type in profile.political_types else ""
        return replace(
            fresh,
            type=kept,
            decided_on=None,
            decided_by="",
            decision_case="",
            decision_link="",
            decision_status=DecisionStatus.PROPOSED,
        )
    return fresh
