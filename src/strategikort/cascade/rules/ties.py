"""Links that should not be there, and rings (STR-001 to 007)."""

from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from itertools import product

import numpy as np

from strategikort.cascade.breaks import name_of
from strategikort.cascade.findings import Mend
from strategikort.cascade.graph import POLITICAL, UNIT, Flags, Neighbours
from strategikort.cascade.rules.registry import Check, Hit, hit, rule
from strategikort.cascade.sweeps import rings
from strategikort.cascade.verdicts import title_key
from strategikort.domain.document import goal_titled
from strategikort.domain.edits.links import turn_link, unlink
from strategikort.domain.goals import Goal, GoalKind, PoliticalGoal
from strategikort.domain.links import Link, LinkKind
from strategikort.domain.maps import MapPlace, StrategyMap
from strategikort.domain.phrases import Phrase, Word, phrase
from strategikort.domain.profile import Profile
from strategikort.domain.shape import Id

KINDS = tuple(GoalKind)


@rule("STR-001", Link, Goal)
def ring(check: Check) -> Iterator[Hit]:
    """Goals that support each other in a ring, and goals that support themselves. One finding for each ring."""
    for members in check.verdicts.rings:
        goals = [check.goal(number) for number in members]
        yield hit(
            *(goal.id for goal in goals),
            list=check.several(members),
            mends=tuple(_cuts(check, members)),
        )


def _cuts(check: Check, members: tuple[int, ...]) -> Iterator[Mend]:
    graph, inside = check.graph, set(members)
    for lower in members:
        for upper, place in zip(graph.up.of(lower), graph.up.links_of(lower), strict=True):
            if upper in inside:
                yield _cut(check, graph.links[place])


def _cut(check: Check, link: Link) -> Mend:
    return Mend(_naming(check, "mend.unlink", link), partial(unlink, link=link.id))


def _turn(check: Check, link: Link) -> Mend:
    return Mend(_naming(check, "mend.turn", link), partial(turn_link, link=link.id))


def _naming(check: Check, code: str, link: Link) -> Phrase:
    lower, upper = (goal_titled(check.document, end) for end in (link.lower, link.upper))
    return phrase(code, lower=lower, upper=upper)


def _realising(check: Check, where: Flags) -> Iterator[tuple[Link, Goal, Goal]]:
    """The REALISES links marked in ``where``, with their ends."""
    graph = check.graph
    for place in np.flatnonzero(where).tolist():
        yield graph.links[place], check.goal(graph.lower[place]), check.goal(graph.upper[place])


@rule("STR-002", Link, Goal)
def link_drawn_downward(check: Check) -> Iterator[Hit]:
    """Links by which a higher goal would support a lower one."""
    levels = check.graph.levels
    for link, lower, upper in _realising(check, levels[check.graph.lower] < levels[check.graph.upper]):
        mends = (_turn(check, link), _cut(check, link))
        yield hit(lower.id, upper.id, link.id, a=name_of(lower), b=name_of(upper), mends=mends)


@rule("STR-003", Link, Goal)
def link_past_a_level(check: Check) -> Iterator[Hit]:
    """Links upward that pass a level of the profile which may not be passed."""
    for link, lower, upper in _realising(check, _not_allowed(check, upward=True)):
        if _level_between(check.profile, lower.kind, upper.kind):
            suggestion = _next_up(check.profile, lower.kind)
            yield hit(lower.id, upper.id, link.id, a=name_of(lower), suggestion=suggestion, mends=(_cut(check, link),))


@rule("STR-004", Link, Goal)
def link_past_the_map(check: Check) -> Iterator[Hit]:
    """Unit goals that go straight to a political goal although the profile has a level of centres. One per goal."""
    graph = check.graph
    past = np.zeros(len(graph), dtype=np.bool_)
    straight = (graph.levels[graph.lower] == UNIT) & (graph.levels[graph.upper] == POLITICAL)
    past[graph.lower[straight]] = True
    for number in check.numbers(UNIT, where=past):
        uppers = [check.goal(top).id for top in graph.up.of(number) if graph.levels[top] == POLITICAL]
        yield hit(check.goal(number).id, *uppers, goal=check.name(number))


@rule("STR-005", Link, Goal)
def link_not_in_the_model(check: Check) -> Iterator[Hit]:
    """All other links that the profile does not allow, of whatever kind; each link is told by one rule only."""
    for link, lower, upper in _realising(check, _not_allowed(check, upward=False)):
        yield _unknown(check, link, lower, upper)
    for link, lower, upper in _realising(check, _not_allowed(check, upward=True)):
        if not _level_between(check.profile, lower.kind, upper.kind):
            yield _unknown(check, link, lower, upper)
    for link in check.document.all(Link).values():
        if link.kind is not LinkKind.REALISES:
            ends = check.document.get(Goal, link.lower), check.document.get(Goal, link.upper)
            if ends[0] and ends[1] and not check.profile.allows(link.kind, ends[0].kind, ends[1].kind):
                yield _unknown(check, link, ends[0], ends[1])


def _unknown(check: Check, link: Link, lower: Goal, upper: Goal) -> Hit:
    return hit(
        lower.id,
        upper.id,
        link.id,
        a=name_of(lower),
        b=name_of(upper),
        type=Word(link.kind.value),
        from_kind=Word(lower.kind.value),
        to_kind=Word(upper.kind.value),
        mends=(_cut(check, link),),
    )


def _not_allowed(check: Check, *, upward: bool) -> Flags:
    """Which REALISES links the profile does not allow, of those that go to a higher level or to the same one."""
    graph = check.graph
    low, high = graph.levels[graph.lower], graph.levels[graph.upper]
    allowed = np.zeros((len(KINDS), len(KINDS)), dtype=np.bool_)
    for lower, upper in product(KINDS, KINDS):
        allowed[lower.level, upper.level] = check.profile.allows(LinkKind.REALISES, lower, upper)
    found: Flags = ~allowed[low, high] & ((low > high) if upward else (low == high))
    if upward:
        return found
    for place in np.flatnonzero((low == POLITICAL) & (high == POLITICAL)).tolist():
        types = _type(check, graph.lower[place]), _type(check, graph.upper[place])
        found[place] |= types not in check.profile.political_order
    return found


def _type(check: Check, number: int) -> str:
    goal = check.goal(number)
    return goal.type if isinstance(goal, PoliticalGoal) else ""


def _level_between(profile: Profile, lower: GoalKind, upper: GoalKind) -> bool:
    return any(upper.level < kind.level < lower.level for kind in profile.levels)


def _next_up(profile: Profile, lower: GoalKind) -> Word:
    """The kind just above ``lower`` that it may support."""
    above = [kind for kind in KINDS if kind.level < lower.level]
    allowed = [kind for kind in above if profile.allows(LinkKind.REALISES, lower, kind)]
    return Word((allowed or above)[-1].value)


@rule("STR-006", Link, Goal, MapPlace)
def cause_across_maps(check: Check) -> Iterator[Hit]:
    """Cause-and-effect links between goals that do not stand on one strategy map."""
    maps = check.maps_of
    for link in check.causes:
        if not maps.get(link.lower, frozenset()) & maps.get(link.upper, frozenset()):
            names = {"a": goal_titled(check.document, link.lower), "b": goal_titled(check.document, link.upper)}
            yield hit(link.lower, link.upper, link.id, mends=(_cut(check, link),), **names)


@rule("STR-007", Link, Goal, MapPlace, StrategyMap)
def causes_in_a_ring(check: Check) -> Iterator[Hit]:
    """Chains of cause and effect on one strategy map that lead back to where they began."""
    by_map: defaultdict[Id, list[Link]] = defaultdict(list)
    for link in check.causes:
        both = check.maps_of.get(link.lower, frozenset()) & check.maps_of.get(link.upper, frozenset())
        for one in both:
            by_map[one].append(link)
    told: set[frozenset[int]] = set()
    for links in by_map.values():
        for members in _cause_rings(check, links):
            if frozenset(members) not in told:
                told.add(frozenset(members))
                inside = {check.goal(number).id for number in members}
                cuts = tuple(_cut(check, one) for one in links if {one.lower, one.upper} <= inside)
                in_order = sorted(members, key=lambda number: title_key(check.graph, number))
                ids = [check.goal(number).id for number in in_order]
                yield hit(*ids, list=check.several(in_order), mends=cuts)


def _cause_rings(check: Check, links: list[Link]) -> Iterator[set[int]]:
    graph = check.graph
    at = [(graph.at[link.lower], graph.at[link.upper]) for link in links]
    numbers = sorted({end for pair in at for end in pair})
    place = {number: row for row, number in enumerate(numbers)}
    ends = np.array([(place[lower], place[upper]) for lower, upper in at], dtype=np.intp)
    ways = Neighbours(len(numbers), ends[:, 0], ends[:, 1])
    for members in rings(ways, range(len(numbers))):
        yield {numbers[row] for row in members}
