"""Follow-up: planned, held, reasoned, learnt from (OPF)."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from typing import Final

from strategikort.cascade.breaks import name_of
from strategikort.cascade.findings import Mend
from strategikort.cascade.rules.agreements import standing
from strategikort.cascade.rules.asking import Check
from strategikort.cascade.rules.figures import agreement_year, target_of
from strategikort.cascade.rules.periods import agreement_name
from strategikort.cascade.rules.registry import Hit, hit, rule, rule_of_all, way
from strategikort.domain.agreements import Agreement, AgreementState, Consequence, FollowUp, FollowUpKind, Status
from strategikort.domain.changes import ChangeSet, added
from strategikort.domain.document import Document
from strategikort.domain.edits.records import derived_id
from strategikort.domain.edits.refusal import EditRefused, existing
from strategikort.domain.goals import Goal, UnitGoal
from strategikort.domain.measures import Direction, Indicator, IndicatorKind, Measurement, YearlyTarget
from strategikort.domain.organisation import OrgUnit
from strategikort.domain.phrases import Phrase, phrase
from strategikort.domain.shape import Id

OF_WHAT = (way(Goal, (FollowUp, "goal")), way(Agreement, (FollowUp, "agreement")))
_OF_THE_WHEEL: Final = (FollowUpKind.MIDYEAR, FollowUpKind.YEAREND)
DONE = (AgreementState.EVALUATED, AgreementState.ARCHIVED, AgreementState.CANCELLED)
MISSED = (Status.PARTLY_FULFILLED, Status.NOT_FULFILLED)


def _planned(check: Check, follow_up: FollowUp, agreement: Agreement | None) -> bool:
    """Whether a follow-up has a day: its own, or that of the model's wheel for its kind."""
    if follow_up.planned_on or follow_up.done_on:
        return True
    year = check.profile.year_of(agreement.valid_from) if agreement else check.year
    return year is not None and check.profile.wheel_date(f"{follow_up.kind.value}_due", year) is not None


def _unplanned(check: Check) -> Iterator[UnitGoal]:
    """The goals of agreements for which as a whole nothing is planned."""
    for agreement in check.document.all(Agreement).values():
        if not any(one.goal is None and one.planned_on for one in check.of(FollowUp, "agreement", agreement.id)):
            yield from check.of(UnitGoal, "agreement", agreement.id)


@rule(
    "OPF-001",
    UnitGoal,
    way(FollowUp, "goal"),
    way(FollowUp, "agreement", (UnitGoal, "agreement")),
    way(Agreement, (UnitGoal, "agreement")),
    among=_unplanned,
)
def nobody_will_look(check: Check, goals: Iterable[UnitGoal]) -> Iterator[Hit]:
    """Goals of agreements for which no follow-up is planned, neither their own nor the agreement's."""
    for goal in goals:
        if goal.agreement is None or not check.is_current(goal):
            continue
        agreement = check.document.get(Agreement, goal.agreement)
        of_all = (one for one in check.of(FollowUp, "agreement", goal.agreement) if one.goal is None)
        if agreement and not any(
            _planned(check, one, agreement) for one in (*of_all, *check.of(FollowUp, "goal", goal.id))
        ):
            yield hit(goal.id, offer=partial(_planning, agreement=agreement, least=1), goal=name_of(goal))


def _planning(check: Check, agreement: Agreement, *, least: int) -> tuple[Mend, ...]:
    """The days of the model's wheel that are to come, as follow-ups of those kinds that an agreement has none of.

    Offered where the agreement has ``least`` days after it.
    """
    year = check.profile.year_of(agreement.valid_from)
    known = [one for one in check.of(FollowUp, "agreement", agreement.id) if one.goal is None]
    wheel = ((kind, check.profile.wheel_date(f"{kind.value}_due", year)) for kind in _OF_THE_WHEEL)
    kinds = {one.kind for one in known}
    days = {kind: day for kind, day in wheel if day and day >= check.today and kind not in kinds}
    if not days or len({one.planned_on or one.done_on for one in known} | set(days.values())) < least:
        return ()
    make = partial(_plan, agreement=agreement.id, days=tuple(days.items()))
    return (Mend(phrase("mend.plan"), make, after_signing=True),)


def _plan(document: Document, *, agreement: Id, days: tuple[tuple[FollowUpKind, date], ...]) -> ChangeSet:
    existing(document, Agreement, agreement)
    known = document.grouped(FollowUp, "agreement").get(agreement, ())
    kinds = {one.kind for one in known if one.goal is None}
    made = [
        FollowUp(id=derived_id("follow-up", agreement, kind.value), agreement=agreement, kind=kind, planned_on=day)
        for kind, day in days
        if kind not in kinds
    ]
    if not made:
        raise EditRefused("gone")
    return ChangeSet(phrase("edit.plan"), added(made))


def _of(check: Check, follow_up: FollowUp) -> str | Phrase | None:
    """What a follow-up is about, if anything is asked of it: its goal, or its agreement."""
    goal = check.document.get(Goal, follow_up.goal)
    if goal:
        return name_of(goal) if check.asks(goal) else None
    agreement = check.document.get(Agreement, follow_up.agreement)
    return agreement_name(check, agreement) if agreement and check.stands(agreement.id) else None


@rule(
    "OPF-002",
    FollowUp,
    *OF_WHAT,
    way(OrgUnit, (Agreement, "org"), (FollowUp, "agreement")),
    way(FollowUp, "agreement", (FollowUp, "agreement")),
)
def overdue(check: Check, follow_ups: Iterable[FollowUp]) -> Iterator[Hit]:
    """Follow-ups that should have been held more than two weeks ago."""
    patience = timedelta(days=check.threshold("days_to_follow_up", 14))
    for one in follow_ups:
        late = one.planned_on is not None and one.done_on is None and one.planned_on + patience < check.today
        about = _of(check, one) if late and one.status is Status.NOT_STARTED and not _held(check, one) else None
        if about and one.planned_on:
            yield hit(one.id, goal=about, date=one.planned_on)


def _held(check: Check, follow_up: FollowUp) -> bool:
    """Whether a talk on the whole agreement was held goal by goal."""
    if follow_up.goal or not follow_up.agreement:
        return False
    of_agreement = check.of(FollowUp, "agreement", follow_up.agreement)
    return any(one.kind is follow_up.kind and one.done_on is not None for one in of_agreement)


@rule(
    "OPF-003",
    FollowUp,
    *OF_WHAT,
    way(Indicator, "goal", (FollowUp, "goal")),
    way(Measurement, "indicator", "goal", (FollowUp, "goal")),
)
def without_reason(check: Check, follow_ups: Iterable[FollowUp]) -> Iterator[Hit]:
    """Follow-ups of goals that were held and give neither a reason nor a figure."""
    for one in follow_ups:
        goal = check.document.get(Goal, one.goal) if one.done_on and not one.explanation.strip() else None
        if goal and check.asks(goal) and not _has_figure(check, goal):
            yield hit(one.id, goal=name_of(goal))


def _has_figure(check: Check, goal: Goal) -> bool:
    indicators = check.of(Indicator, "goal", goal.id)
    return any(check.of(Measurement, "indicator", one.id) for one in indicators)


@rule(
    "OPF-004",
    FollowUp,
    *OF_WHAT,
    way(Indicator, "goal", (FollowUp, "goal")),
    way(Measurement, "indicator", "goal", (FollowUp, "goal")),
    way(YearlyTarget, "indicator", "goal", (FollowUp, "goal")),
    way(Agreement, (UnitGoal, "agreement"), (FollowUp, "goal")),
)
def figures_say_otherwise(check: Check, follow_ups: Iterable[FollowUp]) -> Iterator[Hit]:
    """Goals said to be met while a figure is not, or not met while all figures are."""
    for one in follow_ups:
        if one.done_on is None or one.status not in (Status.FULFILLED, Status.NOT_FULFILLED):
            continue
        goal = check.document.get(Goal, one.goal)
        met = _met(check, goal) if goal and check.asks(goal) else []
        wrong = not all(met) if one.status is Status.FULFILLED else all(met)
        if goal and met and wrong:
            yield hit(one.id, goal=name_of(goal), status=Phrase(f"status.{one.status.value}"))


def _met(check: Check, goal: Goal) -> list[bool]:
    """For each indicator of a goal that has a target and a result: whether the target is met."""
    found = []
    for one in check.of(Indicator, "goal", goal.id):
        target = target_of(check, one, agreement_year(check, one))
        results = [result for result in check.of(Measurement, "indicator", one.id) if result.value is not None]
        last = max(results, key=lambda result: (result.measured_on, result.id), default=None)
        comparable = one.kind not in (IndicatorKind.YES_NO, IndicatorKind.SIGN) and one.direction is not None
        if comparable and target and target.value is not None and last and last.value is not None:
            found.append(_reached(one.direction, last.value, target.value, target.tolerance or Decimal(0)))
    return found


def _reached(direction: Direction | None, value: Decimal, target: Decimal, tolerance: Decimal) -> bool:
    if direction is Direction.UP:
        return value >= target - tolerance
    if direction is Direction.DOWN:
        return value <= target + tolerance
    return abs(value - target) <= tolerance


def _final(one: FollowUp) -> bool:
    return one.kind is FollowUpKind.YEAREND and one.done_on is not None


@rule("OPF-005", FollowUp, *OF_WHAT)
def no_consequence(check: Check, follow_ups: Iterable[FollowUp]) -> Iterator[Hit]:
    """Goals that were not met, or only in part, and nothing followed."""
    for one in follow_ups:
        if _final(one) and one.status in MISSED and one.consequence is Consequence.NONE:
            goal = check.document.get(Goal, one.goal) if not one.consequence_text.strip() else None
            if goal and check.asks(goal):
                yield hit(one.id, goal=name_of(goal))


@rule_of_all("OPF-006", Agreement, OrgUnit)
def not_evaluated(check: Check) -> Iterator[Hit]:
    """Signed agreements that ended two months ago and have not been evaluated."""
    patience = timedelta(days=check.threshold("days_to_evaluate", 60))
    for one in check.document.all(Agreement).values():
        if one.state.signed and one.state not in DONE and one.valid_to + patience < check.today:
            year = str(check.profile.year_of(one.valid_from))
            yield hit(one.id, document=agreement_name(check, one), year=year)


@rule("OPF-007", FollowUp, *OF_WHAT)
def nothing_learnt(check: Check, follow_ups: Iterable[FollowUp]) -> Iterator[Hit]:
    """Evaluated goals without a word on what was learnt."""
    for one in follow_ups:
        goal = check.document.get(Goal, one.goal) if _final(one) and not one.learning_point.strip() else None
        if goal and check.asks(goal):
            yield hit(one.id, goal=name_of(goal))


@rule_of_all("OPF-008", Agreement, FollowUp, OrgUnit)
def few_follow_ups(check: Check) -> Iterator[Hit]:
    """Agreements with fewer planned follow-ups in their days than the model has; where none is, each goal says so."""
    least = check.threshold("min_followups", 2)
    for agreement in standing(check):
        days = {
            one.planned_on or one.done_on
            for one in check.of(FollowUp, "agreement", agreement.id)
            if one.goal is None and _planned(check, one, agreement)
        }
        if agreement.state not in DONE and 0 < len(days) < least:
            offer = partial(_planning, agreement=agreement, least=least)
            yield hit(agreement.id, offer=offer, document=agreement_name(check, agreement), n=len(days), m=least)
