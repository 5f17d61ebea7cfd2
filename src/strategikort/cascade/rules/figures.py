"""Baselines, targets and measured values (MAL-010 to 016, 018, 019, 021)."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Final

from strategikort.cascade.findings import Mend
from strategikort.cascade.rules.as_last_year import (
    baseline_taken,
    last_figure,
    source_taken,
    target_copied,
    unit_set,
)
from strategikort.cascade.rules.asking import Check
from strategikort.cascade.rules.measures import PERCENT, of_current, possible
from strategikort.cascade.rules.registry import Hit, hit, rule, way
from strategikort.domain.agreements import Agreement
from strategikort.domain.edits.records import set_field
from strategikort.domain.goals import Goal, UnitGoal
from strategikort.domain.measures import Direction, Indicator, IndicatorKind, Measurement, YearlyTarget
from strategikort.domain.phrases import phrase

NOT_NUMERIC: Final = (IndicatorKind.YES_NO, IndicatorKind.SIGN)
OF_GOAL = (way(Goal, (Indicator, "goal")), way(Agreement, (UnitGoal, "agreement"), (Indicator, "goal")))


def _numeric(indicator: Indicator) -> bool:
    return indicator.kind not in NOT_NUMERIC


def _name(indicator: Indicator) -> str:
    return indicator.name or indicator.id


def agreement_year(check: Check, indicator: Indicator) -> int | None:
    """The year of the agreement that the indicator's goal stands in; None for a goal in none."""
    goal = check.document.get(UnitGoal, indicator.goal)
    agreement = check.document.get(Agreement, goal.agreement) if goal else None
    return check.profile.year_of(agreement.valid_from) if agreement else None


def target_of(check: Check, indicator: Indicator, year: int | None) -> YearlyTarget | None:
    """The target of an indicator for a year; without a year the latest."""
    targets = check.of(YearlyTarget, "indicator", indicator.id)
    found = [one for one in targets if year is None or one.year == year]
    return max(found, key=lambda one: (one.year, one.id), default=None)


@rule("MAL-010", Indicator, *OF_GOAL)
def no_baseline(check: Check, indicators: Iterable[Indicator]) -> Iterator[Hit]:
    """Numeric indicators that do not say where they begin, and do not say when they will."""
    for one in indicators:
        if (
            (one.baseline is None or one.baseline_on is None) and one.baseline_pending is None and _numeric(one)
        ) and of_current(check, one):
            yield hit(one.id, indicator=_name(one), offer=partial(baseline_taken, one=one))


@rule("MAL-011", Indicator, way(YearlyTarget, "indicator"), *OF_GOAL)
def no_target(check: Check, indicators: Iterable[Indicator]) -> Iterator[Hit]:
    """Numeric indicators of unit goals without a target for the year of the agreement."""
    for one in indicators:
        year = agreement_year(check, one) if _numeric(one) else None
        if year is not None and of_current(check, one):
            target = target_of(check, one, year)
            if target is None or (target.value is None and not target.text.strip()):
                yield hit(one.id, indicator=_name(one), year=str(year), mends=target_copied(check, one, year, target))


@rule("MAL-012", Indicator, *OF_GOAL)
def no_source(check: Check, indicators: Iterable[Indicator]) -> Iterator[Hit]:
    """Indicators that do not say where the data come from."""
    for one in indicators:
        if one.source is None and of_current(check, one):
            yield hit(one.id, indicator=_name(one), offer=partial(source_taken, one=one))


@rule("MAL-013", Indicator, *OF_GOAL)
def no_unit(check: Check, indicators: Iterable[Indicator]) -> Iterator[Hit]:
    """Numeric indicators without a unit of measure."""
    for one in indicators:
        if not one.unit.strip() and _numeric(one) and of_current(check, one):
            yield hit(one.id, indicator=_name(one), offer=partial(_measured_in, one=one))


def _measured_in(check: Check, one: Indicator) -> tuple[Mend, ...]:
    """The unit of the year before, or % for a percentage; not where a figure could not be one."""
    older = check.document.get(Indicator, one.supersedes)
    unit = (older.unit.strip() if older else "") or (PERCENT if one.kind is IndicatorKind.PERCENT else "")
    impossible = unit == PERCENT and _outside(check, one)
    return (unit_set(one, unit),) if unit and not impossible else ()


def _sides(check: Check, indicator: Indicator) -> tuple[Decimal, Decimal] | None:
    """The baseline and the target in question of a numeric indicator, where it has both."""
    if indicator.baseline is None or not _numeric(indicator):
        return None
    target = target_of(check, indicator, agreement_year(check, indicator))
    return (indicator.baseline, target.value) if target and target.value is not None else None


@rule("MAL-014", Indicator, way(YearlyTarget, "indicator"), *OF_GOAL)
def wrong_way(check: Check, indicators: Iterable[Indicator]) -> Iterator[Hit]:
    """Indicators whose target lies on the wrong side of their baseline."""
    for one in indicators:
        sides = _sides(check, one) if one.direction in (Direction.UP, Direction.DOWN) else None
        if sides and of_current(check, one):
            baseline, target = sides
            if target < baseline if one.direction is Direction.UP else target > baseline:
                turned = Direction.DOWN if one.direction is Direction.UP else Direction.UP
                yield hit(one.id, indicator=_name(one), mends=(_directed(one, turned),))


@rule("MAL-015", Indicator, way(YearlyTarget, "indicator"), *OF_GOAL)
def nothing_to_reach(check: Check, indicators: Iterable[Indicator]) -> Iterator[Hit]:
    """Indicators whose target is where they begin, though they are to move."""
    for one in indicators:
        sides = _sides(check, one) if one.direction is not Direction.KEEP else None
        if sides and sides[0] == sides[1] and of_current(check, one):
            yield hit(one.id, indicator=_name(one), mends=(_directed(one, Direction.KEEP),))


def _directed(indicator: Indicator, direction: Direction) -> Mend:
    make = partial(set_field, kind=Indicator, identity=indicator.id, name="direction", value=direction)
    return Mend(phrase(f"mend.direction_{direction.value}"), make)


@rule("MAL-016", Indicator, *OF_GOAL)
def old_baseline(check: Check, indicators: Iterable[Indicator]) -> Iterator[Hit]:
    """Indicators whose baseline was taken more than two years before the agreement begins."""
    months = check.threshold("months_of_baseline", 24)
    for one in indicators:
        goal = check.document.get(UnitGoal, one.goal) if one.baseline_on else None
        agreement = check.document.get(Agreement, goal.agreement) if goal else None
        oldest = _before(agreement.valid_from, months) if agreement else None
        if oldest and one.baseline_on and one.baseline_on < oldest and of_current(check, one):
            yield hit(
                one.id, indicator=_name(one), date=one.baseline_on, offer=partial(baseline_taken, one=one, since=oldest)
            )


def _before(day: date, months: int) -> date:
    month = day.year * 12 + day.month - 1 - months
    return date(max(month // 12, 1), month % 12 + 1, 1)


@rule("MAL-018", Indicator, way(YearlyTarget, "indicator"), way(Measurement, "indicator"), *OF_GOAL)
def out_of_range(check: Check, indicators: Iterable[Indicator]) -> Iterator[Hit]:
    """Percentages with a baseline, a target or a result outside what is possible. One finding for each indicator."""
    for one in indicators:
        if one.unit.strip() != PERCENT or not _numeric(one) or not of_current(check, one):
            continue
        outside = _outside(check, one)
        if outside:
            least, most = possible(one)
            yield hit(one.id, indicator=_name(one), value=outside[-1], min=least, max=most)


def _outside(check: Check, indicator: Indicator) -> list[Decimal]:
    """The figures that no percentage of this indicator can have, the least first."""
    least, most = possible(indicator)
    return sorted(value for value in _values(check, indicator) if not least <= value <= most)


def _values(check: Check, indicator: Indicator) -> Iterator[Decimal]:
    targets = (one.value for one in check.of(YearlyTarget, "indicator", indicator.id))
    results = (one.value for one in check.of(Measurement, "indicator", indicator.id))
    return (value for value in (indicator.baseline, *targets, *results) if value is not None)


@rule("MAL-019", Indicator, way(Indicator, (Indicator, "supersedes")), *OF_GOAL)
def another_definition(check: Check, indicators: Iterable[Indicator]) -> Iterator[Hit]:
    """Indicators that are defined otherwise than the year before, without a word on what that does to the figures."""
    for one in indicators:
        older = check.document.get(Indicator, one.supersedes)
        if (
            older
            and older.definition != one.definition
            and not one.comparability_note.strip()
            and of_current(check, one)
        ):
            yield hit(one.id, older.id, indicator=_name(one))


@rule(
    "MAL-021",
    Indicator,
    way(Measurement, "indicator", (Indicator, "supersedes")),
    way(Indicator, (Indicator, "supersedes")),
    *OF_GOAL,
)
def preliminary_baseline(check: Check, indicators: Iterable[Indicator]) -> Iterator[Hit]:
    """Baselines taken over from the year before while its last figure is missing, or is newer than the baseline."""
    for one in indicators:
        older = check.document.get(Indicator, one.supersedes)
        if older is None or one.baseline is None or not of_current(check, one):
            continue
        last = last_figure(check, older)
        year = agreement_year(check, one)
        if last is None or one.baseline_on is None or last[0] > one.baseline_on:
            told = year - 1 if year is not None else (last[0] if last else check.today).year
            yield hit(one.id, older.id, indicator=_name(one), year=str(told), offer=partial(baseline_taken, one=one))
