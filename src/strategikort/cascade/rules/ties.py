"""Links that should not be there, and rings (STR-001 to 007)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import permutations

import numpy as np

from strategikort.cascade.breaks import name_of
from strategikort.cascade.findings import Mend
from strategikort.cascade.graph import POLITICAL, UNIT, Neighbours, distinct
from strategikort.cascade.rules.asking import Check
from strategikort.cascade.rules.joining import cut, instead, naming
from strategikort.cascade.rules.near import nearby
from strategikort.cascade.rules.registry import Hit, hit, rule, rule_of_all, way
from strategikort.cascade.sweeps import rings
from strategikort.cascade.verdicts import title_key
from strategikort.domain.agreements import Agreement
from strategikort.domain.document import goal_titled
from strategikort.domain.edits.links import stands_under, turn_link, without_link
from strategikort.domain.edits.refusal import existing
from strategikort.domain.goals import Goal, GoalKind, PoliticalGoal, UnitGoal
from strategikort.domain.links import Link, LinkKind
from strategikort.domain.maps import MapPlace, StrategyMap
from strategikort.domain.phrases import Word
from strategikort.domain.profile import Profile
from strategikort.domain.shape import Id

KINDS = tuple(GoalKind)

MOST_TRIED = 200
"""In a ring of more links than this every link is offered, whether cutting it is enough or not."""


@rule_of_all("STR-001", Link, Goal)
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
    """The links whose removal breaks the ring: those without which their lower goal no longer leads to their upper."""
    graph, inside = check.graph, set(members)
    inner = [
        (lower, upper, place)
        for lower in members
        for upper, place in zip(graph.up.of(lower), graph.up.links_of(lower), strict=True)
        if upper in inside
    ]
    for lower, upper, place in inner:
        if len(inner) > MOST_TRIED or not _leads_round(inner, lower, upper, place):
            yield cut(check, graph.links[place])


def _leads_round(inner: list[tuple[int, int, int]], start: int, end: int, without: int) -> bool:
    """Whether ``start`` leads to ``end`` by the links of a ring without one of them."""
    seen, waiting = {start}, [start]
    ways: dict[int, list[int]] = defaultdict(list)
    for lower, upper, place in inner:
        if place != without:
            ways[lower].append(upper)
    while waiting:
        for upper in ways[waiting.pop()]:
            if upper == end:
                return True
            if upper not in seen:
                seen.add(upper)
                waiting.append(upper)
    return start == end and len({lower for lower, _, _ in inner}) > 1


def _turn(check: Check, link: Link) -> Mend:
    return Mend(naming(check, "mend.turn", link), partial(turn_link, link=link.id))


ENDS = (way(Goal, (Link, "lower")), way(Goal, (Link, "upper")))


def _realising(check: Check, links: Iterable[Link]) -> Iterator[tuple[Link, Goal, Goal]]:
    """The REALISES links among ``links``, with their ends."""
    return ((link, *ends) for link, ends in _ended(check, links) if link.kind is LinkKind.REALISES)


def _ended(check: Check, links: Iterable[Link]) -> Iterator[tuple[Link, tuple[Goal, Goal]]]:
    """The links both of whose goals are there, with these."""
    goals = check.document.all(Goal)
    for link in links:
        lower, upper = goals.get(link.lower), goals.get(link.upper)
        if lower and upper:
            yield link, (lower, upper)


def _odd(check: Check) -> Iterator[Link]:
    """The links that may not be in order: not from one level to a higher one that the profile knows."""
    graph, profile = check.graph, check.profile
    known = np.zeros((len(KINDS), len(KINDS)), dtype=np.bool_)
    for lower, upper in permutations(KINDS, 2):
        known[lower.level, upper.level] = profile.allows(LinkKind.REALISES, lower, upper) and lower.level > upper.level
    for place in np.flatnonzero(~known[graph.levels[graph.lower], graph.levels[graph.upper]]).tolist():
        yield graph.links[place]
    for link in check.document.all(Link).values():
        if link.kind is not LinkKind.REALISES:
            yield link


def _straight(check: Check) -> Iterator[Goal]:
    graph = check.graph
    past = (graph.levels[graph.lower] == UNIT) & (graph.levels[graph.upper] == POLITICAL)
    return (check.goal(number) for number in distinct(graph.lower[past]).tolist())


@rule("STR-002", Link, *ENDS, among=_odd)
def link_drawn_downward(check: Check, links: Iterable[Link]) -> Iterator[Hit]:
    """Links by which a higher goal would support a lower one."""
    for link, lower, upper in _realising(check, links):
        if lower.kind.level < upper.kind.level:
            offer = partial(_turned_or_cut, link=link)
            yield hit(lower.id, upper.id, link.id, a=name_of(lower), b=name_of(upper), offer=offer, subject=link.id)


def _turned_or_cut(check: Check, link: Link) -> Iterator[Mend]:
    """The link the other way, where the model knows it so and no ring comes of it; or none."""
    lower, upper = (existing(check.document, Goal, end) for end in (link.lower, link.upper))
    known = check.profile.allows(LinkKind.REALISES, upper.kind, lower.kind)
    if known and not stands_under(without_link(check.document, link), lower.id, upper.id):
        yield _turn(check, link)
    yield cut(check, link)


@rule("STR-003", Link, *ENDS, among=_odd)
def link_past_a_level(check: Check, links: Iterable[Link]) -> Iterator[Hit]:
    """Links upward that pass a level of the profile which may not be passed."""
    for link, lower, upper in _realising(check, links):
        if _goes_up_unknown(check.profile, lower, upper) and _level_between(check.profile, lower.kind, upper.kind):
            suggestion, ids = _next_up(check.profile, lower.kind), (lower.id, upper.id, link.id)
            offer = partial(_by_the_level, link=link)
            yield hit(*ids, a=name_of(lower), suggestion=suggestion, offer=offer, subject=link.id)


def _by_the_level(check: Check, link: Link) -> Iterator[Mend]:
    """The link led to a goal of the level that it passes; or none."""
    yield from instead(check, link, _between(check, link))
    yield cut(check, link)


def _between(check: Check, link: Link) -> list[Id]:
    """The goals near the lower goal of a link that stand under its upper: by them the thread leads where it led."""
    near = nearby(check, existing(check.document, Goal, link.lower))
    return [one for one in near if stands_under(check.document, one, link.upper)]


@rule(
    "STR-004",
    UnitGoal,
    way(Link, "lower"),
    way(Agreement, (UnitGoal, "agreement")),
    among=_straight,
)
def link_past_the_map(check: Check, goals: Iterable[UnitGoal]) -> Iterator[Hit]:
    """Unit goals that go straight to a political goal although the profile has a level of centres. One per goal."""
    for goal in goals:
        uppers = (link.upper for link in check.document.links_up(goal.id))
        straight = [upper for upper in uppers if check.document.get(PoliticalGoal, upper)]
        if straight and check.asks(goal):
            yield hit(goal.id, *straight, offer=partial(_by_the_map, goal=goal.id), goal=name_of(goal))


def _by_the_map(check: Check, goal: Id) -> tuple[Mend, ...]:
    """The only link past the map led to a goal on it that stands under the same political goal."""
    links = [link for link in check.document.links_up(goal) if check.document.get(PoliticalGoal, link.upper)]
    return instead(check, links[0], _between(check, links[0])) if len(links) == 1 else ()


@rule("STR-005", Link, *ENDS, among=_odd)
def link_not_in_the_model(check: Check, links: Iterable[Link]) -> Iterator[Hit]:
    """All other links that the profile does not allow, of whatever kind; each link is told by one rule only."""
    profile = check.profile
    for link, (lower, upper) in _ended(check, links):
        if link.kind is not LinkKind.REALISES:
            unknown = not profile.allows(link.kind, lower.kind, upper.kind)
        elif lower.kind is upper.kind:
            unknown = _not_in_order(profile, lower, upper)
        else:
            unknown = _goes_up_unknown(profile, lower, upper) and not _level_between(profile, lower.kind, upper.kind)
        if unknown:
            yield _unknown(check, link, lower, upper)


def _unknown(check: Check, link: Link, lower: Goal, upper: Goal) -> Hit:
    return hit(
        lower.id,
        upper.id,
        link.id,
        subject=link.id,
        a=name_of(lower),
        b=name_of(upper),
        type=Word(link.kind.value),
        from_kind=Word(lower.kind.value),
        to_kind=Word(upper.kind.value),
        mends=(cut(check, link),),
    )


def _goes_up_unknown(profile: Profile, lower: Goal, upper: Goal) -> bool:
    """Whether a link goes to a higher level where the profile knows none."""
    return lower.kind.level > upper.kind.level and not profile.allows(LinkKind.REALISES, lower.kind, upper.kind)


def _not_in_order(profile: Profile, lower: Goal, upper: Goal) -> bool:
    """Whether a link between goals of one kind is not known, or not between political goals of these types."""
    if isinstance(lower, PoliticalGoal) and isinstance(upper, PoliticalGoal):
        return (lower.type, upper.type) not in profile.political_order
    return not profile.allows(LinkKind.REALISES, lower.kind, upper.kind)


def _level_between(profile: Profile, lower: GoalKind, upper: GoalKind) -> bool:
    return any(upper.level < kind.level < lower.level for kind in profile.levels)


def _next_up(profile: Profile, lower: GoalKind) -> Word:
    """The kind just above ``lower`` that it may support."""
    above = [kind for kind in KINDS if kind.level < lower.level]
    allowed = [kind for kind in above if profile.allows(LinkKind.REALISES, lower, kind)]
    return Word((allowed or above)[-1].value)


@rule_of_all("STR-006", Link, Goal, MapPlace)
def cause_across_maps(check: Check) -> Iterator[Hit]:
    """Cause-and-effect links between goals that do not stand on one strategy map."""
    maps = check.maps_of
    for link in check.causes:
        if not maps.get(link.lower, frozenset()) & maps.get(link.upper, frozenset()):
            a, b = (goal_titled(check.document, end) for end in (link.lower, link.upper))
            yield hit(link.lower, link.upper, link.id, mends=(cut(check, link),), a=a, b=b)


@rule_of_all("STR-007", Link, Goal, MapPlace, StrategyMap)
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
                cuts = tuple(cut(check, one) for one in links if {one.lower, one.upper} <= inside)
                in_order = sorted(members, key=lambda number: title_key(check.goal(number)))
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
