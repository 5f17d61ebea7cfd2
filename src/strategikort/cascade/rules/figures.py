"""Baselines, targets and measured values (MAL-010 to 016, 018, 019, 021)."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Final

from strategikort.cascade.findings import Mend
from strategikort.cascade.rules.asking import Check
from strategikort.cascade.rules.measures import of_current
from strategikort.cascade.rules.registry import Hit, hit, rule, way
from strategikort.domain.agreements import Agreement
from strategikort.domain.changes import ChangeSet, added
from strategikort.domain.document import Document
from strategikort.domain.edits.records import derived_id, set_field
from strategikort.domain.edits.refusal import existing
from strategikort.domain.goals import Goal, UnitGoal
from strategikort.domain.measures import Direction, Indicator, IndicatorKind, Measurement, YearlyTarget
from strategikort.domain.phrases import phrase
from strategikort.domain.shape import Id

NOT_NUMERIC: Final = (IndicatorKind.YES_NO, IndicatorKind.SIGN)
OF_GOAL = (way(Goal, (Indicator, "goal")), way(Agreement, (UnitGoal, "agreement"), (Indicator, "goal")))
PERCENT: Final = "%"


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
            yield hit(one.id, indicator=_name(one))


@rule("MAL-011", Indicator, way(YearlyTarget, "indicator"), *OF_GOAL)
def no_target(check: Check, indicators: Iterable[Indicator]) -> Iterator[Hit]:
    """Numeric indicators of unit goals without a target for the year of the agreement."""
    for one in indicators:
        year = agreement_year(check, one) if _numeric(one) else None
        if year is not None and of_current(check, one):
            target = target_of(check, one, year)
            if target is None or (target.value is None and not target.text.strip()):
                yield hit(one.id, indicator=_name(one), year=str(year), mends=_copied(check, one, year, target))


def _copied(check: Check, indicator: Indicator, year: int, empty: YearlyTarget | None) -> tuple[Mend, ...]:
    last = target_of(check, indicator, year - 1)
    if last is None or last.value is None:
        return ()
    make = partial(_copy_target, indicator=indicator.id, year=year, value=last.value, empty=empty.id if empty else None)
    return (Mend(phrase("mend.copy_target", value=last.value), make),)


def _copy_target(document: Document, *, indicator: Id, year: int, value: Decimal, empty: Id | None) -> ChangeSet:
    existing(document, Indicator, indicator)
    if empty:
        step = set_field(document, YearlyTarget, empty, "value", value)
        return ChangeSet(phrase("edit.target", year=str(year)), step.changes)
    made = YearlyTarget(id=derived_id("target", indicator, str(year)), indicator=indicator, year=year, value=value)
    return ChangeSet(phrase("edit.target", year=str(year)), added([made]))


@rule("MAL-012", Indicator, *OF_GOAL)
def no_source(check: Check, indicators: Iterable[Indicator]) -> Iterator[Hit]:
    """Indicators that do not say where the data come from."""
    for one in indicators:
        if one.source is None and of_current(check, one):
            yield hit(one.id, indicator=_name(one))


@rule("MAL-013", Indicator, *OF_GOAL)
def no_unit(check: Check, indicators: Iterable[Indicator]) -> Iterator[Hit]:
    """Numeric indicators without a unit of measure."""
    for one in indicators:
        if not one.unit.strip() and _numeric(one) and of_current(check, one):
            yield hit(one.id, indicator=_name(one))


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
        if (
            agreement
            and one.baseline_on
            and one.baseline_on < _before(agreement.valid_from, months)
            and of_current(check, one)
        ):
            yield hit(one.id, indicator=_name(one), date=one.baseline_on)


def _before(day: date, months: int) -> date:
    month = day.year * 12 + day.month - 1 - months
    return date(max(month // 12, 1), month % 12 + 1, 1)


@rule("MAL-018", Indicator, way(YearlyTarget, "indicator"), way(Measurement, "indicator"), *OF_GOAL)
def out_of_range(check: Check, indicators: Iterable[Indicator]) -> Iterator[Hit]:
    """Percentages with a baseline, a target or a result outside what is possible. One finding for each indicator."""
    for one in indicators:
        if one.unit.strip() != PERCENT or not _numeric(one) or not of_current(check, one):
            continue
        least = one.minimum if one.minimum is not None else Decimal(0)
        most = one.maximum if one.maximum is not None else Decimal(100)
        outside = sorted(value for value in _values(check, one) if not least <= value <= most)
        if outside:
            yield hit(one.id, indicator=_name(one), value=outside[-1], min=least, max=most)


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
        days = [
            result.measured_on for result in check.of(Measurement, "indicator", older.id) if result.value is not None
        ]
        last = max(days, default=None)
        year = agreement_year(check, one)
        if last is None or one.baseline_on is None or last > one.baseline_on:
            told = year - 1 if year is not None else (last or check.today).year
            yield hit(one.id, older.id, indicator=_name(one), year=str(told), mends=_final(check, one, older, last))


def _final(check: Check, one: Indicator, older: Indicator, last: date | None) -> tuple[Mend, ...]:
    results = [result for result in check.of(Measurement, "indicator", older.id) if result.measured_on == last]
    value = next((result.value for result in sorted(results, key=lambda one: one.id) if result.value is not None), None)
    if value is None or last is None:
        return ()
    make = partial(_take_over, indicator=one.id, value=value, on=last)
    return (Mend(phrase("mend.take_baseline", value=value), make),)


def _take_over(document: Document, *, indicator: Id, value: Decimal, on: date) -> ChangeSet:
    step = set_field(document, Indicator, indicator, "baseline", value)
    later = set_field(document.with_changes(step), Indicator, indicator, "baseline_on", on)
    return ChangeSet(phrase("edit.field"), step.followed_by(later).changes)
