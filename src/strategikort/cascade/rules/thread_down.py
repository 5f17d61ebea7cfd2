"""The red thread downward: what was decided above and taken up by nobody (TRA-010 to 014)."""

from collections.abc import Iterator

import numpy as np

from strategikort.cascade.graph import CENTRE, EFFORT, POLITICAL, UNIT, VISION, Flags
from strategikort.cascade.rules.asking import Check
from strategikort.cascade.rules.registry import Hit, hit, rule_of_all
from strategikort.cascade.sweeps import reached
from strategikort.cascade.verdicts import counts
from strategikort.domain.agreements import Agreement
from strategikort.domain.goals import CentreGoal, DecisionStatus, Effort, PoliticalGoal, UnitGoal, VisionElement
from strategikort.domain.links import Link
from strategikort.domain.organisation import Municipality, OrgUnit


def _carried_by(check: Check, *levels: int) -> Flags:
    """Which goals have a goal of one of these levels directly beneath them."""
    graph = check.graph
    found = np.zeros(len(graph), dtype=np.bool_)
    found[graph.upper[np.isin(graph.levels[graph.lower], levels)]] = True
    return found


def _adopted(check: Check) -> Flags:
    """Which political goals are adopted and valid in the year in question."""
    found = np.zeros(len(check.graph), dtype=np.bool_)
    for number in check.numbers(POLITICAL, where=check.in_plan_year):
        goal = check.goal(number)
        found[number] = isinstance(goal, PoliticalGoal) and goal.decision_status is DecisionStatus.ADOPTED
    return found


@rule_of_all("TRA-010", Link, PoliticalGoal, CentreGoal, UnitGoal, Municipality)
def political_goal_not_taken_up(check: Check) -> Iterator[Hit]:
    """Adopted political goals with no centre or unit goal directly beneath them."""
    for number in check.numbers(POLITICAL, where=_adopted(check) & ~_carried_by(check, CENTRE, UNIT)):
        yield hit(check.goal(number).id, goal=check.name(number))


@rule_of_all("TRA-011", Link, PoliticalGoal, CentreGoal, UnitGoal, Agreement, Municipality)
def political_goal_without_unit(check: Check) -> Iterator[Hit]:
    """Adopted political goals that no unit goal of the year leads up to."""
    if check.year is None:
        return
    worked_on = reached(check.graph.up, check.plan_goals)
    for number in check.numbers(POLITICAL, where=_adopted(check) & ~worked_on):
        yield hit(check.goal(number).id, goal=check.name(number), year=str(check.year))


@rule_of_all("TRA-012", Link, CentreGoal, UnitGoal, Effort)
def centre_goal_without_work(check: Check) -> Iterator[Hit]:
    """Centre goals with neither a unit goal nor an effort directly beneath them."""
    for number in check.numbers(CENTRE, where=~_carried_by(check, UNIT, EFFORT)):
        yield hit(check.goal(number).id, goal=check.name(number))


@rule_of_all("TRA-013", Link, PoliticalGoal, CentreGoal, OrgUnit, Municipality)
def assigned_goal_not_on_map(check: Check) -> Iterator[Hit]:
    """Political goals for which a centre is responsible and which no goal of that centre supports.

    In one centre's file only that centre is asked about.
    """
    municipality = check.document.municipality
    only = municipality.centre if municipality else None
    for number in check.numbers(POLITICAL, where=check.in_plan_year):
        goal = check.goal(number)
        if not isinstance(goal, PoliticalGoal) or not goal.responsible_centres or not counts(goal):
            continue
        beneath = [one for one in check.graph.down.of(number) if check.graph.levels[one] == CENTRE]
        taken_up = {check.goal(one).owner for one in beneath}
        for centre in goal.responsible_centres:
            if centre not in taken_up and only in (None, centre):
                name = check.places.name(centre) or centre
                yield hit(goal.id, centre, goal=check.name(number), responsible=name)


@rule_of_all("TRA-014", Link, VisionElement, PoliticalGoal)
def vision_without_goals(check: Check) -> Iterator[Hit]:
    """Vision elements with no political goal directly beneath them."""
    for number in check.numbers(VISION, where=~_carried_by(check, POLITICAL)):
        yield hit(check.goal(number).id, element=check.name(number))
