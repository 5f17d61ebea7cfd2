"""The red thread upward: goals that do not reach the political ones, or reach them in an odd way (TRA-001 to 007)."""

from collections.abc import Iterable, Iterator
from functools import partial

import numpy as np

from strategikort.cascade.breaks import listed, name_of
from strategikort.cascade.findings import Mend
from strategikort.cascade.graph import CENTRE, EFFORT, UNIT, Flags
from strategikort.cascade.rules.asking import Check
from strategikort.cascade.rules.joining import joins
from strategikort.cascade.rules.near import home_of
from strategikort.cascade.rules.registry import Hit, hit, rule, rule_of_all, way
from strategikort.cascade.sweeps import reached
from strategikort.cascade.verdicts import Thread
from strategikort.domain.agreements import Agreement
from strategikort.domain.document import goal_titled
from strategikort.domain.edits.locks import COUNCILS
from strategikort.domain.goals import CentreGoal, Effort, Goal, Origin, PoliticalGoal, UnitGoal
from strategikort.domain.links import Link
from strategikort.domain.organisation import OrgUnit, Placement
from strategikort.domain.phrases import Phrase
from strategikort.domain.shape import Id

OF_UNIT_GOALS = (way(Agreement, (UnitGoal, "agreement")), way(OrgUnit, (UnitGoal, "owner")))


def _broken(check: Check) -> Iterator[Goal]:
    return (check.goal(number) for number in np.flatnonzero(~check.verdicts.reaches).tolist())


def _broken_units(check: Check) -> Iterator[Goal]:
    return (goal for goal in _broken(check) if type(goal) is UnitGoal)


def _broken_centres(check: Check) -> Iterator[Goal]:
    return (goal for goal in _broken(check) if type(goal) is CentreGoal)


def _not_decided(check: Check) -> Iterator[Goal]:
    verdicts = check.verdicts
    resting = np.flatnonzero(verdicts.reaches & ~verdicts.adopted).tolist()
    return (goal for number in resting if type(goal := check.goal(number)) in (CentreGoal, UnitGoal))


def _with_many(check: Check) -> Iterator[Goal]:
    many = np.flatnonzero(check.graph.up.count > check.threshold("max_upper_goals", 3)).tolist()
    return (goal for number in many if type(goal := check.goal(number)) is UnitGoal)


@rule("TRA-001", UnitGoal, *OF_UNIT_GOALS, threads=True, among=_broken_units)
def unit_goal_without_thread(check: Check, goals: Iterable[UnitGoal]) -> Iterator[Hit]:
    """Unit goals that cannot be followed up to a political goal, own goals apart where the profile knows them."""
    for goal in goals:
        own = check.profile.own_goals and goal.origin is Origin.OWN
        if not own and check.threads.of(goal.id).broken and check.asks(goal):
            reason = check.threads.reason(goal.id) or Phrase("")
            yield hit(
                goal.id,
                offer=partial(_joins, goal=goal.id),
                goal=name_of(goal),
                unit=check.owner(goal.owner),
                reason=reason,
            )


@rule(
    "TRA-002",
    CentreGoal,
    way(OrgUnit, (CentreGoal, "owner")),
    threads=True,
    among=_broken_centres,
)
def centre_goal_without_thread(check: Check, goals: Iterable[CentreGoal]) -> Iterator[Hit]:
    """Centre goals that cannot be followed up to a political goal."""
    for goal in goals:
        if check.threads.of(goal.id).broken and check.asks(goal):
            reason = check.threads.reason(goal.id) or Phrase("")
            yield hit(
                goal.id,
                offer=partial(_joins, goal=goal.id),
                goal=name_of(goal),
                centre=check.owner(goal.owner),
                reason=reason,
            )


def _joins(check: Check, goal: Id) -> tuple[Mend, ...]:
    """Where a goal could be tied, with no link up or only to the council's goals, none of which counts for it.

    One whose thread stops at a goal between is mended there.
    """
    uppers = (check.document.get(Goal, link.upper) for link in check.document.links_up(goal))
    return joins(check, goal) if all(one is not None and one.kind in COUNCILS for one in uppers) else ()


@rule_of_all("TRA-003", Link, Effort, UnitGoal, CentreGoal)
def effort_without_goal(check: Check) -> Iterator[Hit]:
    """Efforts that no link ties to a unit or centre goal, neither directly nor through the effort they are part of."""
    graph = check.graph
    carried = (graph.levels[graph.upper] == UNIT) | (graph.levels[graph.upper] == CENTRE)
    from_effort = graph.levels[graph.lower] == EFFORT
    tied = np.zeros(len(graph), dtype=np.bool_)
    tied[graph.lower[carried & from_effort]] = True
    parts = from_effort & (graph.levels[graph.upper] == EFFORT)
    if parts.any():
        tied = _with_parts(check, tied)
    for number in check.numbers(EFFORT, where=~tied):
        goal = check.goal(number)
        yield hit(goal.id, offer=partial(joins, goal=goal.id), goal=check.name(number))


def _with_parts(check: Check, tied: Flags) -> Flags:
    efforts = check.graph.levels == EFFORT
    found: Flags = reached(check.graph.down, np.flatnonzero(tied & efforts)) & efforts
    return found


@rule("TRA-004", (CentreGoal, UnitGoal), *OF_UNIT_GOALS[:1], threads=True, among=_not_decided)
def goal_on_proposals_only(check: Check, goals: Iterable[Goal]) -> Iterator[Hit]:
    """Unit and centre goals all of whose political goals are proposals that the council has not adopted yet."""
    for goal in goals:
        if check.threads.of(goal.id) is Thread.RESTS_ON_PROPOSED and check.asks(goal):
            rests_on = check.threads.proposed(goal.id)
            names = [goal_titled(check.document, top) for top in rests_on]
            yield hit(goal.id, *rests_on, goal=name_of(goal), list=listed(names))


@rule_of_all("TRA-005", Link, PoliticalGoal, CentreGoal, UnitGoal, Agreement, OrgUnit, Placement)
def unit_goal_for_other_centres(check: Check) -> Iterator[Hit]:
    """Unit goals that reach political goals only through goals of centres that are not the unit's own."""
    graph, reaches = check.graph, check.verdicts.reaches
    through = np.flatnonzero((graph.levels[graph.lower] == UNIT) & reaches[graph.upper])
    lower, upper = graph.lower[through], graph.upper[through]
    centre, owner = check.centres[lower], check.owners[upper]
    foreign = (graph.levels[upper] == CENTRE) & (centre >= 0) & (owner >= 0) & (centre != owner)
    at_home, elsewhere = np.zeros((2, len(graph)), dtype=np.bool_)
    at_home[lower[~foreign]] = True
    elsewhere[lower[foreign]] = True
    for number in check.numbers(UNIT, where=reaches & elsewhere & ~at_home):
        uppers = {check.goal(top).owner for top in graph.up.of(number) if reaches[top]}
        centres = sorted(check.places.name(one) for one in uppers if one)
        goal = check.goal(number)
        yield hit(goal.id, offer=partial(_at_home, goal=goal.id), goal=check.name(number), elsewhere=tuple(centres))


def _at_home(check: Check, goal: Id) -> tuple[Mend, ...]:
    found = check.document.get(Goal, goal)
    home = home_of(check, found) if found else None
    return joins(check, goal, only=lambda upper: upper.owner == home)


@rule("TRA-006", UnitGoal, way(Link, "lower"), *OF_UNIT_GOALS[:1], among=_with_many)
def unit_goal_for_many(check: Check, goals: Iterable[UnitGoal]) -> Iterator[Hit]:
    """Unit goals that support more goals directly than the profile finds good."""
    most = check.threshold("max_upper_goals", 3)
    for goal in goals:
        n = len(check.document.links_up(goal.id))
        if n > most and check.asks(goal):
            yield hit(goal.id, goal=name_of(goal), n=n)


@rule("TRA-007", UnitGoal, *OF_UNIT_GOALS[:1], threads=True, among=_broken_units)
def own_goal(check: Check, goals: Iterable[UnitGoal]) -> Iterator[Hit]:
    """Unit goals that are marked as the unit's own and reach no political goal."""
    for goal in goals:
        if goal.origin is Origin.OWN and check.threads.of(goal.id).broken and check.asks(goal):
            yield hit(goal.id, goal=name_of(goal))
