"""The red thread upward: goals that do not reach the political ones, or reach them in an odd way (TRA-001 to 007)."""

from collections.abc import Iterator

import numpy as np

from strategikort.cascade.graph import CENTRE, EFFORT, UNIT, Flags
from strategikort.cascade.rules.registry import Check, Hit, hit, rule
from strategikort.cascade.sweeps import reached
from strategikort.domain.agreements import Agreement
from strategikort.domain.goals import CentreGoal, Effort, Origin, PoliticalGoal, UnitGoal
from strategikort.domain.links import Link
from strategikort.domain.organisation import OrgUnit, Placement
from strategikort.domain.phrases import Phrase

THREAD = (Link, PoliticalGoal, CentreGoal, UnitGoal, Agreement)


@rule("TRA-001", *THREAD)
def unit_goal_without_thread(check: Check) -> Iterator[Hit]:
    """Unit goals that cannot be followed up to a political goal, own goals apart where the profile knows them."""
    for number in check.numbers(UNIT, where=~check.verdicts.reaches):
        if not (check.profile.own_goals and check.goal(number).origin is Origin.OWN):
            yield hit(
                check.goal(number).id,
                goal=check.name(number),
                unit=check.owner(number),
                reason=check.breaks.reason(number) or Phrase(""),
            )


@rule("TRA-002", *THREAD)
def centre_goal_without_thread(check: Check) -> Iterator[Hit]:
    """Centre goals that cannot be followed up to a political goal."""
    for number in check.numbers(CENTRE, where=~check.verdicts.reaches):
        yield hit(
            check.goal(number).id,
            goal=check.name(number),
            centre=check.owner(number),
            reason=check.breaks.reason(number) or Phrase(""),
        )


@rule("TRA-003", Link, Effort, UnitGoal, CentreGoal)
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
        yield hit(check.goal(number).id, goal=check.name(number))


def _with_parts(check: Check, tied: Flags) -> Flags:
    efforts = check.graph.levels == EFFORT
    found: Flags = reached(check.graph.down, np.flatnonzero(tied & efforts)) & efforts
    return found


@rule("TRA-004", *THREAD)
def goal_on_proposals_only(check: Check) -> Iterator[Hit]:
    """Unit and centre goals all of whose political goals are proposals that the council has not adopted yet."""
    verdicts = check.verdicts
    for number in check.numbers(CENTRE, UNIT, where=verdicts.reaches & ~verdicts.adopted):
        rests_on = check.breaks.proposed[number]
        yield hit(
            check.goal(number).id,
            *(check.goal(top).id for top in rests_on),
            goal=check.name(number),
            list=check.several(rests_on),
        )


@rule("TRA-005", *THREAD, OrgUnit, Placement)
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
        yield hit(check.goal(number).id, goal=check.name(number), elsewhere=tuple(centres))


@rule("TRA-006", Link, UnitGoal)
def unit_goal_for_many(check: Check) -> Iterator[Hit]:
    """Unit goals that support more goals directly than the profile finds good."""
    most = check.threshold("max_upper_goals", 3)
    count = check.graph.up.count
    for number in check.numbers(UNIT, where=count > most):
        yield hit(check.goal(number).id, goal=check.name(number), n=int(count[number]))


@rule("TRA-007", *THREAD)
def own_goal(check: Check) -> Iterator[Hit]:
    """Unit goals that are marked as the unit's own and reach no political goal."""
    for number in check.numbers(UNIT, where=~check.verdicts.reaches):
        if check.goal(number).origin is Origin.OWN:
            yield hit(check.goal(number).id, goal=check.name(number))
