"""What a map shows, worked out from the document alone: cards, boxes of whole units, links, bands. No Qt, no places."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from strategikort.cascade.verdicts import Thread, verdicts_of
from strategikort.domain.document import Document
from strategikort.domain.edits.agreements import centre_of
from strategikort.domain.edits.maps import places_on
from strategikort.domain.goals import Effort, Goal, GoalKind, GoalState, UnitGoal, VisionElement
from strategikort.domain.links import Link, LinkKind
from strategikort.domain.maps import MapPlace, StrategyMap
from strategikort.domain.organisation import OrgUnit
from strategikort.domain.profile import Profile
from strategikort.domain.shape import Id
from strategikort.domain.texts import sort_key

MOST_UNIT_GOALS = 60
"""A map with more unit goals than this shows units as boxes; each opens to its goals."""

DRAWN = (LinkKind.REALISES, LinkKind.CAUSES, LinkKind.COORDINATES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One card. ``key`` is the goal's identity, or the unit's for a box; ``goals`` are those that it stands for."""

    key: Id
    kind: GoalKind
    goals: tuple[Id, ...]
    code: str
    title: str
    foot: str
    group: Id | None = None
    layer: int = 0
    broken: bool = False
    cancelled: bool = False
    ups: int = 0
    downs: int = 0
    efforts: int = 0

    @property
    def is_box(self) -> bool:
        """Whether the card stands for a whole unit."""
        return self.key not in self.goals


@dataclass(frozen=True, slots=True)
class Arrow:
    """Links of one kind from card to card; ``links`` are those that it stands for."""

    kind: LinkKind
    lower: Id
    upper: Id
    links: tuple[Id, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """All that a map shows, cards and arrows by key; ``placed`` are the places that the document keeps."""

    levels: tuple[GoalKind, ...]
    cards: Mapping[Id, Card] = field(default_factory=dict)
    arrows: Mapping[tuple[LinkKind, Id, Id], Arrow] = field(default_factory=dict)
    placed: Mapping[Id, MapPlace] = field(default_factory=dict)
    card_of: Mapping[Id, Id] = field(default_factory=dict)


def picture_of(document: Document, profile: Profile, map: Id | None, opened: frozenset[Id] = frozenset()) -> Picture:
    """What the map ``map`` shows (None: everything), with the units in ``opened`` opened to their goals.

    Cost: linear in the goals shown and their links; a map of everything also in all goals.
    """
    shown = _shown(document, map)
    boxes = _boxes(shown, opened)
    card_of = {goal.id: boxes.get(goal.id, goal.id) for goal in shown}
    cards = {card.key: card for card in _cards(document, profile, shown, boxes)}
    return Picture(
        levels=profile.levels,
        cards=cards,
        arrows=_arrows(document, card_of),
        placed=places_on(document, map) if map else {},
        card_of=card_of,
    )


def _shown(document: Document, map: Id | None) -> list[Goal]:
    found = document.get(StrategyMap, map)
    if found is None:
        return list(document.all(Goal).values())
    placed = [goal for goal in places_on(document, found.id) if document.get(Goal, goal)]
    chosen = dict.fromkeys(placed)
    chosen.update(dict.fromkeys(_beyond(document, chosen, up=True)))
    goals = document.all(Goal)
    if found.centre:
        every = dict.fromkeys((*placed, *_owned(document, found.centre)))
        own = [one for one in every if goals[one].kind.level >= GoalKind.CENTRE_GOAL.level]
        chosen.update(dict.fromkeys((*own, *_beyond(document, own, up=False))))
        chosen.update(dict.fromkeys(_beyond(document, chosen, up=True)))
    return [goals[one] for one in chosen]


def _beyond(document: Document, starts: Iterable[Id], *, up: bool) -> Iterator[Id]:
    waiting = list(starts)
    seen = set(waiting)
    while waiting:
        here = waiting.pop()
        links = document.links_up(here) if up else document.links_down(here)
        for link in links:
            there = link.upper if up else link.lower
            if there not in seen:
                seen.add(there)
                waiting.append(there)
                yield there


def _owned(document: Document, centre: Id) -> list[Id]:
    """The goals of a centre and its units, so that a loose one is on the map too."""

    def by_centre(one: Document) -> dict[Id, list[Id]]:
        found: dict[Id, list[Id]] = defaultdict(list)
        for goal in one.all(Goal).values():
            home = centre_of(one, goal.owner, goal.valid_from) if goal.owner else None
            if home and goal.kind.level >= GoalKind.CENTRE_GOAL.level:
                found[home.id].append(goal.id)
        return found

    return document.derived("goals by centre", by_centre).get(centre, [])


def _boxes(shown: list[Goal], opened: frozenset[Id]) -> dict[Id, Id]:
    """The unit whose box each goal is in, for goals that are in one."""
    unit_goals = [goal for goal in shown if isinstance(goal, UnitGoal)]
    if len(unit_goals) <= MOST_UNIT_GOALS:
        return {}
    return {
        goal.id: goal.owner
        for goal in shown
        if isinstance(goal, (UnitGoal, Effort)) and goal.owner and goal.owner not in opened
    }


def _cards(document: Document, profile: Profile, shown: list[Goal], boxes: Mapping[Id, Id]) -> Iterator[Card]:
    verdicts = verdicts_of(document)
    layers = {layer.key: place for place, layer in enumerate(profile.layers)}
    broken = {
        goal.id
        for goal in shown
        if goal.kind in (GoalKind.CENTRE_GOAL, GoalKind.UNIT_GOAL)
        and goal.state is not GoalState.CANCELLED
        and verdicts.of(goal.id) in (Thread.NO_LINK_UP, Thread.STOPS)
    }
    inside: dict[Id, list[Goal]] = defaultdict(list)
    for goal in shown:
        box = boxes.get(goal.id)
        if box:
            inside[box].append(goal)
        else:
            yield _goal_card(document, profile, goal, broken=goal.id in broken, layer=layers.get(goal.layer, 0))
    for unit, goals in inside.items():
        yield _box_card(document, unit, goals, broken)


def _goal_card(document: Document, profile: Profile, goal: Goal, *, broken: bool, layer: int) -> Card:
    owner = document.get(OrgUnit, goal.owner)
    links = document.links_of(goal.id, LinkKind.REALISES)
    ups = sum(link.lower == goal.id for link in links)
    return Card(
        key=goal.id,
        kind=goal.kind,
        goals=(goal.id,),
        code=goal.code,
        title=goal.short_title or goal.title,
        foot=_foot(profile, goal, owner),
        group=goal.owner,
        layer=layer if isinstance(goal, VisionElement) else 0,
        broken=broken,
        cancelled=goal.state is GoalState.CANCELLED,
        ups=ups,
        downs=len(links) - ups,
    )


def _foot(profile: Profile, goal: Goal, owner: OrgUnit | None) -> str:
    if goal.kind is GoalKind.CENTRE_GOAL:
        names = {
            pole: name for pair in profile.balance_pairs for pole, name in zip(pair.poles, pair.names, strict=True)
        }
        return " · ".join(names[pole] for pole in goal.balance if pole in names)
    if isinstance(goal, VisionElement):
        return next((layer.name for layer in profile.layers if layer.key == goal.layer), "")
    return owner.name if owner and goal.kind is GoalKind.UNIT_GOAL else ""


def _box_card(document: Document, unit: Id, goals: list[Goal], broken: set[Id]) -> Card:
    org = document.get(OrgUnit, unit)
    unit_goals = [goal for goal in goals if isinstance(goal, UnitGoal)]
    return Card(
        key=unit,
        kind=GoalKind.UNIT_GOAL,
        goals=tuple(goal.id for goal in goals),
        code=org.code if org else "",
        title=org.name if org else "",
        foot="",
        group=unit,
        broken=any(goal.id in broken for goal in unit_goals),
        downs=len(unit_goals),
        efforts=len(goals) - len(unit_goals),
    )


def _arrows(document: Document, card_of: Mapping[Id, Id]) -> dict[tuple[LinkKind, Id, Id], Arrow]:
    found: dict[tuple[LinkKind, Id, Id], list[Id]] = defaultdict(list)
    for link in _links_among(document, card_of):
        lower, upper = card_of[link.lower], card_of[link.upper]
        if lower != upper:
            found[link.kind, lower, upper].append(link.id)
    return {key: Arrow(*key, links=tuple(links)) for key, links in found.items()}


def _links_among(document: Document, card_of: Mapping[Id, Id]) -> Iterator[Link]:
    for goal in card_of:
        for link in document.links_of(goal):
            if link.lower == goal and link.upper in card_of and link.kind in DRAWN:
                yield link


def reading_order(cards: Iterable[Card]) -> list[Card]:
    """Cards as a list would have them: by level, layer, owner's code, code and title."""
    return sorted(cards, key=lambda card: (card.kind.level, card.layer, card.code, sort_key(card.title), card.key))
