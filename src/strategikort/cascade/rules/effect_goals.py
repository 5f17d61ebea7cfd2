"""Effect goals by policy area, as Viborg steers (VIB)."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import partial
from typing import Final

import numpy as np

from strategikort.cascade.breaks import name_of
from strategikort.cascade.findings import Mend
from strategikort.cascade.graph import overlap
from strategikort.cascade.rules.agreements import goals_of, standing
from strategikort.cascade.rules.as_last_year import target_copied
from strategikort.cascade.rules.asking import Check
from strategikort.cascade.rules.joining import joins
from strategikort.cascade.rules.measures import EFFECT_GOAL
from strategikort.cascade.rules.periods import agreement_name
from strategikort.cascade.rules.registry import Hit, hit, rule, rule_of_all, way
from strategikort.cascade.sweeps import reached
from strategikort.cascade.verdicts import counts
from strategikort.domain.agreements import Agreement
from strategikort.domain.edits.locks import lock_on
from strategikort.domain.goals import Goal, PoliticalGoal, UnitGoal
from strategikort.domain.links import Link
from strategikort.domain.measures import Direction, Indicator, YearlyTarget
from strategikort.domain.organisation import OrgUnit, PolicyArea

OBJECTIVE: Final = "objective"
FOCUS_AREA: Final = "focus_area"
OF_FIGURES = (way(Indicator, "goal"), way(YearlyTarget, "indicator", "goal"))


def _effective(check: Check, goal: PoliticalGoal, *types: str) -> bool:
    """Whether a political goal of one of these types stands in the year in question."""
    return goal.type in types and counts(goal) and overlap((goal.valid_from, goal.valid_to), check.plan_period)


@rule_of_all("VIB-001", PolicyArea, PoliticalGoal, Agreement)
def other_number_of_effect_goals(check: Check) -> Iterator[Hit]:
    """Policy areas with fewer or more effect goals in the year than the model has."""
    least, most = check.threshold("effect_goals_least", 3), check.threshold("effect_goals_most", 5)
    for area in check.document.all(PolicyArea).values():
        goals = check.of(PoliticalGoal, "policy_area", area.id)
        n = sum(_effective(check, goal, EFFECT_GOAL) for goal in goals)
        if not least <= n <= most:
            yield hit(area.id, area=area.name or area.id, n=n, least=least, most=most)


@rule("VIB-002", PoliticalGoal, *OF_FIGURES)
def no_yearly_target(check: Check, goals: Iterable[PoliticalGoal]) -> Iterator[Hit]:
    """Effect goals of the year with no target for it."""
    for goal in goals:
        if check.year is not None and _effective(check, goal, EFFECT_GOAL):
            targets = (one for indicator in check.of(Indicator, "goal", goal.id) for one in _targets(check, indicator))
            if not any(one.year == check.year and (one.value is not None or one.text.strip()) for one in targets):
                yield hit(goal.id, mends=_copied(check, goal, check.year), goal=name_of(goal), year=str(check.year))


def _copied(check: Check, goal: PoliticalGoal, year: int) -> tuple[Mend, ...]:
    """The target of the year before, where one indicator of the goal has one."""
    found: list[Mend] = []
    for one in check.of(Indicator, "goal", goal.id):
        empty = next((target for target in _targets(check, one) if target.year == year), None)
        found += target_copied(check, one, year, empty)
    return tuple(found) if len(found) == 1 else ()


def _targets(check: Check, indicator: Indicator) -> list[YearlyTarget]:
    found = check.of(YearlyTarget, "indicator", indicator.id)
    return sorted(found, key=lambda one: (one.year, one.id))


@rule("VIB-003", PoliticalGoal)
def one_year_only(check: Check, goals: Iterable[PoliticalGoal]) -> Iterator[Hit]:
    """Effect goals that hold for one budget year."""
    for goal in goals:
        first, last = goal.valid_from, goal.valid_to
        if goal.type != EFFECT_GOAL or not counts(goal) or first is None or last is None:
            continue
        if check.profile.year_of(first) == check.profile.year_of(last):
            yield hit(goal.id, goal=name_of(goal))


@rule("VIB-004", PoliticalGoal, *OF_FIGURES)
def targets_back_and_forth(check: Check, goals: Iterable[PoliticalGoal]) -> Iterator[Hit]:
    """Effect goals whose yearly targets do not all move the wanted way."""
    for goal in goals:
        if _effective(check, goal, EFFECT_GOAL) and any(
            _turns(one.direction, [target.value for target in _targets(check, one) if target.value is not None])
            for one in check.of(Indicator, "goal", goal.id)
        ):
            yield hit(goal.id, goal=name_of(goal))


def _turns(direction: Direction | None, values: list[Decimal]) -> bool:
    steps = list(zip(values, values[1:], strict=False))
    if direction is Direction.UP:
        return any(later < earlier for earlier, later in steps)
    return direction is Direction.DOWN and any(later > earlier for earlier, later in steps)


@rule(
    "VIB-005",
    PoliticalGoal,
    way(Link, "lower"),
    way(PoliticalGoal, (Link, "upper"), "lower"),
)
def outside_the_policy(check: Check, goals: Iterable[PoliticalGoal]) -> Iterator[Hit]:
    """Effect goals that support no objective of the sector policy."""
    for goal in goals:
        if _effective(check, goal, EFFECT_GOAL):
            uppers = (check.document.get(PoliticalGoal, link.upper) for link in check.document.links_up(goal.id))
            if not any(upper and upper.type == OBJECTIVE for upper in uppers):
                yield hit(goal.id, offer=partial(_under_the_policy, goal=goal), goal=name_of(goal))


def _under_the_policy(check: Check, goal: PoliticalGoal) -> tuple[Mend, ...]:
    """The objectives of its area and those that others there support, where this file may tie the council's goals."""
    if goal.policy_area is None or lock_on(check.document, goal):
        return ()
    beside = check.of(PoliticalGoal, "policy_area", goal.policy_area)
    supported = (link.upper for one in beside for link in check.document.links_up(one.id))
    found = (check.document.get(PoliticalGoal, one) for one in (*(one.id for one in beside), *supported))
    return joins(check, goal.id, among=[one.id for one in found if one and one.type == OBJECTIVE and counts(one)])


@rule_of_all("VIB-006", PoliticalGoal, UnitGoal, Goal, Link, Agreement)
def in_no_agreement(check: Check) -> Iterator[Hit]:
    """Effect goals and focus areas that no goal of an agreement of the year leads up to."""
    in_agreements = [
        one for one in check.plan_goals.tolist() if check.stands(getattr(check.goal(one), "agreement", None))
    ]
    worked_on = reached(check.graph.up, np.array(in_agreements, dtype=np.intp))
    for goal in check.document.all(PoliticalGoal).values():
        if _effective(check, goal, EFFECT_GOAL, FOCUS_AREA) and not worked_on[check.graph.at[goal.id]]:
            yield hit(goal.id, goal=name_of(goal))


@rule_of_all("VIB-007", Agreement, UnitGoal, OrgUnit)
def more_than_a_few(check: Check) -> Iterator[Hit]:
    """Agreements with more goals than the few overall ones that they should commit to."""
    few, many = check.threshold("max_goals", 5), check.threshold("many_goals", 10)
    for agreement in standing(check):
        n = len(goals_of(check, agreement))
        if few < n <= many:
            yield hit(agreement.id, document=agreement_name(check, agreement), n=n)
