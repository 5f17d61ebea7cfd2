"""What a person can do to indicators: add one to a goal, set the target of a year, enter a result."""

from datetime import date
from decimal import Decimal

from strategikort.domain.changes import ChangeSet, added, changed
from strategikort.domain.document import Document
from strategikort.domain.edits.records import checked, refilled
from strategikort.domain.edits.refusal import NewId, existing
from strategikort.domain.goals import Goal
from strategikort.domain.measures import Indicator, Measurement, YearlyTarget
from strategikort.domain.phrases import phrase
from strategikort.domain.shape import Id
from strategikort.domain.texts import one_line


def indicators_of(document: Document, goal: Id) -> tuple[Indicator, ...]:
    """The indicators of a goal in their order."""
    found = document.grouped(Indicator, "goal").get(goal, ())
    return tuple(sorted(found, key=lambda one: (one.position, one.name, one.id)))


def targets_of(document: Document, indicator: Id) -> tuple[YearlyTarget, ...]:
    """The targets of an indicator, the earliest year first."""
    found = document.grouped(YearlyTarget, "indicator").get(indicator, ())
    return tuple(sorted(found, key=lambda one: (one.year, one.id)))


def measurements_of(document: Document, indicator: Id) -> tuple[Measurement, ...]:
    """The results of an indicator, the earliest first."""
    found = document.grouped(Measurement, "indicator").get(indicator, ())
    return tuple(sorted(found, key=lambda one: (one.measured_on, one.id)))


def add_indicator(document: Document, *, new_id: NewId, goal: Id, name: str) -> ChangeSet:
    """Measure a goal by one more indicator. Raises EditRefused ``gone``, ``text.long``."""
    existing(document, Goal, goal)
    last = max((one.position for one in indicators_of(document, goal)), default=-1)
    made = checked(Indicator(id=new_id(), goal=goal, name=one_line(name), position=last + 1))
    return ChangeSet(phrase("edit.add_indicator"), added([made]))


def set_target(
    document: Document,
    indicator: Id,
    *,
    new_id: NewId,
    year: int,
    value: Decimal | None,
) -> ChangeSet:
    """Set what an indicator shall show at the end of ``year``.

    Raises:
        EditRefused: ``gone``, ``figure.large``, ``figure.fine``.
    """
    existing(document, Indicator, indicator)
    before = next((one for one in targets_of(document, indicator) if one.year == year), None)
    fresh = before or checked(YearlyTarget(id=new_id(), indicator=indicator, year=year))
    return ChangeSet(
        phrase("edit.target", year=str(year)),
        changed(before, refilled(fresh, {"value": value})),
        merges=f"{indicator}.target.{year}",
    )


def measure(
    document: Document,
    indicator: Id,
    *,
    new_id: NewId,
    on: date,
    value: Decimal | None,
    by: str = "",
) -> ChangeSet:
    """Enter what an indicator showed on a day; a second entry for the day replaces the first.

    The value that stands there already gives an empty change set, whoever enters it.

    Raises:
        EditRefused: ``gone``, ``text.long``, ``figure.large``, ``figure.fine``.
    """
    existing(document, Indicator, indicator)
    before = next(
        (one for one in measurements_of(document, indicator) if one.measured_on == on),
        None,
    )
    fresh = before or Measurement(id=new_id(), indicator=indicator, measured_on=on)
    same = before is not None and before.value == value
    return ChangeSet(
        phrase("edit.measure"),
        () if same else changed(before, refilled(fresh, {"value": value, "entered_by": by})),
        merges=f"{indicator}.measured.{on}",
    )
