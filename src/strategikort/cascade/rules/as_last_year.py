"""*... fra sidste år*: what the indicator of the year before says, taken over by a click."""

from datetime import date
from decimal import Decimal
from functools import partial

from strategikort.cascade.findings import Mend
from strategikort.cascade.rules.asking import Check
from strategikort.cascade.rules.measures import PERCENT, possible
from strategikort.domain.changes import ChangeSet, added
from strategikort.domain.document import Document
from strategikort.domain.edits.records import derived_id, set_field
from strategikort.domain.edits.refusal import existing
from strategikort.domain.measures import DataSource, Indicator, Measurement, YearlyTarget
from strategikort.domain.phrases import phrase
from strategikort.domain.shape import Id


def target_copied(check: Check, indicator: Indicator, year: int, empty: YearlyTarget | None) -> tuple[Mend, ...]:
    """The target of the year before for ``year``, in the target that is there without a value, or in a new one."""
    targets = [one for one in check.of(YearlyTarget, "indicator", indicator.id) if one.year == year - 1]
    last = max(targets, key=lambda one: one.id, default=None)
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


def last_figure(check: Check, older: Indicator | None) -> tuple[date, Decimal] | None:
    """The last result with a figure of the indicator that this one goes on with."""
    results = check.of(Measurement, "indicator", older.id) if older else ()
    dated = [(one.measured_on, one.id, one.value) for one in results if one.value is not None]
    if not dated:
        return None
    last = max(day for day, *_ in dated)
    return min((identity, day, value) for day, identity, value in dated if day == last)[1:]


def baseline_taken(check: Check, one: Indicator, *, since: date | None = None) -> tuple[Mend, ...]:
    """The last figure of the year before as baseline, if there is one, not older than ``since``."""
    last = last_figure(check, check.document.get(Indicator, one.supersedes))
    if last is None or (since and last[0] < since):
        return ()
    least, most = possible(one)
    if one.unit.strip() == PERCENT and not least <= last[1] <= most:
        return ()
    make = partial(_take_over, indicator=one.id, value=last[1], on=last[0])
    return (Mend(phrase("mend.take_baseline", value=last[1]), make),)


def _take_over(document: Document, *, indicator: Id, value: Decimal, on: date) -> ChangeSet:
    step = set_field(document, Indicator, indicator, "baseline", value)
    later = set_field(document.with_changes(step), Indicator, indicator, "baseline_on", on)
    return ChangeSet(phrase("edit.field"), step.followed_by(later).changes)


def source_taken(check: Check, one: Indicator) -> tuple[Mend, ...]:
    """The data source of the year before."""
    older = check.document.get(Indicator, one.supersedes)
    source = check.document.get(DataSource, older.source) if older else None
    if source is None:
        return ()
    return (Mend(phrase("mend.copy_source", source=source.name or source.id), _setting(one, "source", source.id)),)


def reason_taken(check: Check, one: Indicator) -> tuple[Mend, ...]:
    """The reason of the year before for asking the unit for a figure."""
    older = check.document.get(Indicator, one.supersedes)
    if older is None or not older.justification.strip():
        return ()
    return (Mend(phrase("mend.copy_reason"), _setting(one, "justification", older.justification)),)


def unit_set(one: Indicator, unit: str) -> Mend:
    """The unit of measure, as the year before or the kind of figure says it."""
    return Mend(phrase("mend.measured_in", measure=unit), _setting(one, "unit", unit))


def _setting(one: Indicator, name: str, value: object) -> "partial[ChangeSet]":
    return partial(set_field, kind=Indicator, identity=one.id, name=name, value=value)
