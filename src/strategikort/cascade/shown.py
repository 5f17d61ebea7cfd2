"""Which goals stand on a map: those that were put there, and by themselves those of its centre and period."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from strategikort.cascade.graph import overlap
from strategikort.domain.document import Document
from strategikort.domain.edits.agreements import centre_of
from strategikort.domain.edits.locks import COUNCILS
from strategikort.domain.edits.maps import places_on
from strategikort.domain.goals import Goal, GoalKind
from strategikort.domain.maps import MapSubject, StrategyMap
from strategikort.domain.organisation import OrgUnit
from strategikort.domain.shape import Id


def goals_shown(document: Document, map: Id | None) -> list[Goal]:
    """The goals on a map, with all above them; of no map (None) all goals.

    Those that were put there stand there, and by themselves those of its period: on the vision's map what the council
    wants, on a centre's what it and its units have, on the municipality's all. What was taken off is not shown.
    """
    found = document.get(StrategyMap, map)
    goals = document.all(Goal)
    if found is None:
        return list(goals.values())
    chosen = dict.fromkeys(goal for goal in places_on(document, found.id) if goal in goals)
    chosen.update(dict.fromkeys(_by_themselves(document, found, chosen)))
    chosen.update(dict.fromkeys(beyond(document, chosen, up=True)))
    out = frozenset(found.left_out)
    return [goals[one] for one in chosen if one not in out]


def _by_themselves(document: Document, map: StrategyMap, placed: Iterable[Id]) -> Iterator[Id]:
    goals = document.all(Goal)
    if map.subject is MapSubject.VISION:
        return (goal.id for goal in goals.values() if goal.kind in COUNCILS and _in_time(goal, map))
    if map.centre is None:
        return (goal.id for goal in goals.values() if _in_time(goal, map))
    own = dict.fromkeys(one for one in placed if goals[one].kind not in COUNCILS)
    own.update((one, None) for one in _owned(document, map.centre) if _in_time(goals[one], map))
    below = (one for one in beyond(document, own, up=False) if _in_time(goals[one], map))
    return iter((*own, *below))


def _in_time(goal: Goal, map: StrategyMap) -> bool:
    """Whether a goal is valid on some day of the map's period."""
    return overlap((goal.valid_from, goal.valid_to), (map.valid_from, map.valid_to))


def beyond(document: Document, starts: Iterable[Id], *, up: bool) -> Iterator[Id]:
    """What these goals support, directly or not, or with ``up`` false what supports them; they are left out."""
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
        homes: dict[tuple[Id, date | None], OrgUnit | None] = {}
        for goal in one.all(Goal).values():
            if not goal.owner or goal.kind.level < GoalKind.CENTRE_GOAL.level:
                continue
            there = goal.owner, goal.valid_from
            if there not in homes:
                homes[there] = centre_of(one, *there)
            if home := homes[there]:
                found[home.id].append(goal.id)
        return found

    return document.derived("goals by centre", by_centre).get(centre, [])
