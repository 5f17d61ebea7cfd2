"""How goals are going: the last follow-up of each, and the last figure of an indicator beside its target."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from strategikort.cascade.rules.asking import Check
from strategikort.domain.agreements import FollowUp, Status
from strategikort.domain.goals import Goal
from strategikort.domain.measures import Indicator, Measurement, YearlyTarget
from strategikort.domain.shape import Id


def last_follow_up(check: Check, goal: Id) -> FollowUp | None:
    """The latest follow-up of a goal that has been held; None if none has."""
    held = [one for one in check.of(FollowUp, "goal", goal) if one.done_on]
    return max(held, key=lambda one: (one.done_on or date.min, one.id), default=None)


def by_status(check: Check, goals: Iterable[Id]) -> Mapping[Status, tuple[Id, ...]]:
    """Goals by what was said of them last; of whom nothing has been said, they have not started. All statuses in order.

    There are no averages: three goals on track and one at risk are just that.
    """
    found: dict[Status, list[Id]] = {status: [] for status in Status}
    for goal in goals:
        last = last_follow_up(check, goal)
        found[last.status if last else Status.NOT_STARTED].append(goal)
    return {status: tuple(those) for status, those in found.items()}


def due(check: Check, goals: Iterable[Id]) -> tuple[FollowUp, ...]:
    """The follow-ups of these goals that should have been held by today, the longest overdue first."""
    planned = (one for goal in goals for one in check.of(FollowUp, "goal", goal))
    late = [one for one in planned if is_due(one, check.today)]
    return tuple(sorted(late, key=lambda one: (one.planned_on or date.min, one.id)))


def is_due(follow_up: FollowUp, today: date) -> bool:
    """Whether a follow-up was planned for a day that has passed and has not been held."""
    return follow_up.planned_on is not None and follow_up.planned_on < today and follow_up.done_on is None


@dataclass(frozen=True, slots=True)
class Figures:
    """An indicator's target for a year beside its last measurement; None where there is none."""

    indicator: Indicator
    target: YearlyTarget | None
    result: Measurement | None


def figures_of(check: Check, goal: Goal, year: int | None) -> tuple[Figures, ...]:
    """The figures of a goal's own indicators, in their order. Without a year the latest target counts."""
    found = sorted(check.of(Indicator, "goal", goal.id), key=lambda one: (one.position, one.name, one.id))
    return tuple(_figures(check, one, year) for one in found)


def _figures(check: Check, indicator: Indicator, year: int | None) -> Figures:
    targets = [one for one in check.of(YearlyTarget, "indicator", indicator.id) if year is None or one.year <= year]
    results = [one for one in check.of(Measurement, "indicator", indicator.id) if one.measured_on <= check.today]
    later = [one for one in check.of(YearlyTarget, "indicator", indicator.id) if one not in targets]
    exact = [one for one in targets if one.year == year] or sorted(later, key=lambda one: one.year)[:1] or targets
    return Figures(
        indicator,
        max(exact, key=lambda one: (one.year, one.id), default=None),
        max(results, key=lambda one: (one.measured_on, one.id), default=None),
    )
