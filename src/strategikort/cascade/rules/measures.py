"""Whether it can be seen that a goal is met: indicators and what they say of themselves (MAL-001 to 005, 017, 020)."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import partial
from typing import Final

from strategikort.cascade.breaks import name_of
from strategikort.cascade.findings import Mend
from strategikort.cascade.rules.agreements import goals_of, standing
from strategikort.cascade.rules.asking import Check
from strategikort.cascade.rules.periods import agreement_name
from strategikort.cascade.rules.registry import Hit, hit, rule, rule_of_all, way
from strategikort.domain.agreements import Agreement
from strategikort.domain.edits.records import remove_record
from strategikort.domain.goals import CentreGoal, Goal, PoliticalGoal, UnitGoal
from strategikort.domain.measures import Chain, Indicator, Measurement
from strategikort.domain.organisation import OrgUnit
from strategikort.domain.phrases import phrase

ACTIVITY: Final = (Chain.RESOURCE, Chain.ACTIVITY, Chain.OUTPUT)
PERCENT: Final = "%"
EFFECT_GOAL: Final = "effect_goal"
MEASURED: Final = (PoliticalGoal, CentreGoal, UnitGoal)

VAGUE: Final = re.compile(
    r"\b(fokus(?:ere)? på|arbejde(?:r|s)? med|understøtte(?:r|s)?|styrke(?:r|s)?|udvikle(?:r|s)?|sætte spot på|"
    r"have øje for|være med til|bidrage(?:r)? til)\b",
    re.IGNORECASE,
)
"""Words by which a goal can be met whatever happens; the list is Danish, as the goals are."""

_STEMS: Final = ("fokus", "arbejd", "understøt", "styrke", "udvikle", "spot på", "øje for", "med til", "bidrag")
"""What every vague wording holds."""

_CONCRETE: Final = re.compile(
    r"\d|\b(mere|mindre|flere|færre|bedre|højere|lavere|hurtigere|kortere|længere|oftere|alle|ingen|hver)\b",
    re.IGNORECASE,
)


def measured(check: Check) -> Iterator[Goal]:
    """The goals that have an indicator."""
    goals = check.document.all(Goal)
    named = dict.fromkeys(one.goal for one in check.document.all(Indicator).values() if one.goal)
    return (goals[one] for one in named if one in goals)


@rule("MAL-001", UnitGoal, way(Indicator, "goal"), way(Agreement, (UnitGoal, "agreement")))
def nothing_to_see_it_by(check: Check, goals: Iterable[UnitGoal]) -> Iterator[Hit]:
    """Unit goals with neither an indicator nor a success criterion."""
    for goal in goals:
        if not goal.success_criterion and not check.of(Indicator, "goal", goal.id) and check.is_current(goal):
            yield hit(goal.id, goal=name_of(goal))


@rule("MAL-002", MEASURED, way(Indicator, "goal"), way(Agreement, (UnitGoal, "agreement")), among=measured)
def many_indicators(check: Check, goals: Iterable[Goal]) -> Iterator[Hit]:
    """Goals with more indicators than anybody keeps an eye on; a hint up to the second limit."""
    few, many = check.threshold("indicators_of_goal_hint", 3), check.threshold("indicators_of_goal", 5)
    for goal in goals:
        n = len(check.of(Indicator, "goal", goal.id))
        if n > few and check.is_current(goal):
            yield hit(goal.id, goal=name_of(goal), n=n, mild=n <= many)


@rule_of_all("MAL-003", Agreement, UnitGoal, Indicator, OrgUnit)
def many_in_all(check: Check) -> Iterator[Hit]:
    """Agreements with many indicators in all; a hint up to the second limit."""
    few, many = check.threshold("indicators_of_agreement", 10), check.threshold("many_indicators", 20)
    for agreement in standing(check):
        n = sum(len(check.of(Indicator, "goal", goal.id)) for goal in goals_of(check, agreement))
        if n > few:
            yield hit(agreement.id, document=agreement_name(check, agreement), n=n, mild=n <= many)


@rule("MAL-004", Indicator, way(Goal, (Indicator, "goal")), way(Measurement, "indicator"))
def measures_nothing(check: Check, indicators: Iterable[Indicator]) -> Iterator[Hit]:
    """Indicators that belong to no goal."""
    for one in indicators:
        if check.document.get(Goal, one.goal) is None:
            unused = not check.of(Measurement, "indicator", one.id)
            yield hit(one.id, name=one.name or one.id, mends=(indicator_removed(one),) if unused else ())


def indicator_removed(one: Indicator) -> Mend:
    """An indicator that nobody needs taken away, with its targets."""
    make = partial(remove_record, kind=Indicator, identity=one.id, code="edit.remove_indicator")
    return Mend(phrase("mend.remove_indicator", indicator=one.name or one.id), make)


@rule(
    "MAL-005", Indicator, way(Goal, (Indicator, "goal")), way(Agreement, (UnitGoal, "agreement"), (Indicator, "goal"))
)
def used_for_nothing(check: Check, indicators: Iterable[Indicator]) -> Iterator[Hit]:
    """Indicators that do not say what is done when they go the wrong way."""
    for one in indicators:
        if not one.use_for.strip() and of_current(check, one):
            yield hit(one.id, indicator=one.name or one.id)


def of_current(check: Check, indicator: Indicator) -> bool:
    """Whether an indicator measures a goal of the year in question or later."""
    goal = check.document.get(Goal, indicator.goal)
    return goal is not None and check.is_current(goal)


def possible(indicator: Indicator) -> tuple[Decimal, Decimal]:
    """The least and the greatest figure that a percentage can show."""
    least, most = indicator.minimum, indicator.maximum
    return least if least is not None else Decimal(0), most if most is not None else Decimal(100)


def _effect_goals(check: Check) -> Iterator[Goal]:
    return (goal for goal in measured(check) if isinstance(goal, PoliticalGoal) and goal.type == EFFECT_GOAL)


@rule("MAL-017", PoliticalGoal, way(Indicator, "goal"), among=_effect_goals)
def effect_by_activity(check: Check, goals: Iterable[PoliticalGoal]) -> Iterator[Hit]:
    """Effect goals that are measured on activity alone."""
    for goal in goals:
        if goal.type == EFFECT_GOAL and check.is_current(goal):
            chains = [one.chain for one in check.of(Indicator, "goal", goal.id)]
            if chains and all(chain in ACTIVITY for chain in chains):
                yield hit(goal.id, goal=name_of(goal))


def _perhaps_vague(check: Check) -> Iterator[Goal]:
    for kind in (CentreGoal, UnitGoal):
        for goal in check.document.all(kind).values():
            title = goal.title.lower()
            if any(stem in title for stem in _STEMS):
                yield goal


@rule(
    "MAL-020",
    (CentreGoal, UnitGoal),
    way(Indicator, "goal"),
    way(Agreement, (UnitGoal, "agreement")),
    among=_perhaps_vague,
)
def worded_widely(check: Check, goals: Iterable[Goal]) -> Iterator[Hit]:
    """Goals in vague words, without a figure, a date or a comparison, and with no indicator."""
    for goal in goals:
        if (
            VAGUE.search(goal.title)
            and not _CONCRETE.search(goal.title)
            and not check.of(Indicator, "goal", goal.id)
            and check.is_current(goal)
        ):
            yield hit(goal.id, goal=name_of(goal))
