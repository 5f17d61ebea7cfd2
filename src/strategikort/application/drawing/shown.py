"""Which goals a map shows, and which of them are inside the box of their unit."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from strategikort.domain.document import Document
from strategikort.domain.edits.agreements import centre_of
from strategikort.domain.edits.maps import places_on
from strategikort.domain.goals import Effort, Goal, GoalKind, UnitGoal
from strategikort.domain.maps import StrategyMap
from strategikort.domain.shape import Id

MOST_UNIT_GOALS = 60
"""A map with more unit goals than this shows units as boxes; each opens to its goals."""


def goals_shown(document: Document, map: Id | None) -> list[Goal]:
    """The goals on a map with all above them and what its centre and units have; of no map (None) all goals."""
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


def boxes_of(shown: list[Goal], opened: frozenset[Id]) -> dict[Id, Id]:
    """The unit whose box each goal is in, for goals that are in one: none while the map shows few unit goals."""
    unit_goals = [goal for goal in shown if isinstance(goal, UnitGoal)]
    if len(unit_goals) <= MOST_UNIT_GOALS:
        return {}
    return {
        goal.id: goal.owner
        for goal in shown
        if isinstance(goal, (UnitGoal, Effort)) and goal.owner and goal.owner not in opened
    }
