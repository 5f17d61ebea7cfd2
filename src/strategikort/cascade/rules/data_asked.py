"""What is asked of people, and what must not be written down (DAT)."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from operator import attrgetter
from typing import Final

import numpy as np

from strategikort.cascade.breaks import listed
from strategikort.cascade.findings import Mend
from strategikort.cascade.graph import days_of, overlap
from strategikort.cascade.rules.as_last_year import reason_taken
from strategikort.cascade.rules.asking import Check
from strategikort.cascade.rules.figures import OF_GOAL
from strategikort.cascade.rules.measures import indicator_removed, of_current
from strategikort.cascade.rules.registry import Hit, hit, rule, rule_of_all, way
from strategikort.domain.agreements import Agreement, AgreementState, FollowUp
from strategikort.domain.changes import ChangeSet, changed
from strategikort.domain.document import Document
from strategikort.domain.edits.locks import lock_on, unlocked
from strategikort.domain.edits.records import refilled, set_field
from strategikort.domain.edits.refusal import existing
from strategikort.domain.goals import Goal, UnitGoal
from strategikort.domain.kinds import KIND_NAMED
from strategikort.domain.measures import Collection, DataSource, Indicator, Measurement
from strategikort.domain.organisation import OrgUnit
from strategikort.domain.phrases import phrase
from strategikort.domain.shape import Id, Record, fields_of

CPR: Final = re.compile(r"(?<![\d-])(\d{2})(\d{2})(\d{2})[- ]?\d{4}(?![\d-])")
"""Six digits of a day, four more; the day is looked at by itself."""

_NOT_WRITTEN: Final = frozenset(
    {"id", "code", "key", "type", "role", "content_hash", "evidence", "seen_title", "seen_words"}
)
"""Texts that the program writes, or that name something."""


@rule_of_all("DAT-001", Indicator, DataSource, Goal, Agreement, OrgUnit)
def asked_twice(check: Check) -> Iterator[Hit]:
    """Units that report the same measure by hand for two indicators in days that meet."""
    asked: defaultdict[tuple[Id, Id, str], list[Indicator]] = defaultdict(list)
    for one in check.document.all(Indicator).values():
        if one.collection is Collection.MANUAL and one.source and of_current(check, one):
            source, goal = check.document.get(DataSource, one.source), check.document.get(Goal, one.goal)
            if source and source.measure_key and goal and goal.owner:
                asked[goal.owner, source.id, source.measure_key].append(one)
    for (unit, _, _), indicators in asked.items():
        together = _meeting(check, indicators)
        if len(together) > 1:
            names = [one.name or one.id for one in together]
            yield hit(*(one.id for one in together), unit=check.owner(unit), list=listed(names))


def _meeting(check: Check, indicators: list[Indicator]) -> list[Indicator]:
    """Those of the indicators whose goals hold on a day together with another's; by position and name."""
    ordered = sorted(indicators, key=lambda one: (one.name, one.id))
    days = [
        days_of(check.document, goal) if (goal := check.document.get(Goal, one.goal)) else (None, None)
        for one in ordered
    ]
    return [
        one
        for place, one in enumerate(ordered)
        if any(overlap(days[place], other) for at, other in enumerate(days) if at != place)
    ]


@rule("DAT-002", Indicator, way(DataSource, (Indicator, "source")), *OF_GOAL)
def could_be_fetched(check: Check, indicators: Iterable[Indicator]) -> Iterator[Hit]:
    """Figures that a unit reports by hand although they can be had centrally."""
    for one in indicators:
        source = check.document.get(DataSource, one.source) if one.collection is Collection.MANUAL else None
        if source and source.available_centrally and of_current(check, one):
            fetch = partial(set_field, kind=Indicator, identity=one.id, name="collection", value=Collection.CENTRAL)
            mend = Mend(phrase("mend.fetch_centrally"), fetch)
            yield hit(one.id, source.id, indicator=one.name or one.id, source=source.name or source.id, mends=(mend,))


@rule("DAT-003", Indicator, way(DataSource, (Indicator, "source")), *OF_GOAL)
def by_hand_without_reason(check: Check, indicators: Iterable[Indicator]) -> Iterator[Hit]:
    """Figures reported by hand without saying why; where they can be had centrally, that is said instead."""
    for one in indicators:
        if one.collection is Collection.MANUAL and not one.justification.strip() and of_current(check, one):
            source = check.document.get(DataSource, one.source)
            if source is None or not source.available_centrally:
                yield hit(one.id, offer=partial(reason_taken, one=one), indicator=one.name or one.id)


@rule_of_all("DAT-004", Indicator, Measurement, FollowUp, Goal, Agreement)
def never_used(check: Check) -> Iterator[Hit]:
    """Indicators carried through two evaluated years without a value and without a follow-up that names them."""
    for one in check.document.all(Indicator).values():
        if not of_current(check, one):
            continue
        older: list[Indicator] = []
        before = check.document.get(Indicator, one.supersedes)
        while before and before not in older and before.id != one.id:
            older.append(before)
            before = check.document.get(Indicator, before.supersedes)
        evaluated = [indicator for indicator in older if _evaluated(check, indicator)]
        if len(evaluated) >= 2 and not any(_used(check, indicator) for indicator in (one, *older)):
            yield hit(one.id, mends=(indicator_removed(one),), indicator=one.name or one.id)


def _evaluated(check: Check, indicator: Indicator) -> bool:
    goal = check.document.get(UnitGoal, indicator.goal)
    agreement = check.document.get(Agreement, goal.agreement) if goal else None
    return agreement is not None and agreement.state in (AgreementState.EVALUATED, AgreementState.ARCHIVED)


def _used(check: Check, indicator: Indicator) -> bool:
    if any(result.value is not None or result.text for result in check.of(Measurement, "indicator", indicator.id)):
        return True
    told = check.of(FollowUp, "goal", indicator.goal) if indicator.goal else ()
    return any(indicator.name and indicator.name in f"{one.explanation} {one.next_step}" for one in told)


def _written(check: Check) -> Iterator[Record]:
    """The records of the kinds in whose texts, taken together, six digits stand in a row at all."""
    for kind, names in _WRITTEN.items():
        records = check.document.all(kind).values()
        if names and records and _has_six_digits("\n".join(_all_texts(records, names))):
            yield from records


def _all_texts(records: Iterable[Record], names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        yield from map(attrgetter(name), records)


def _has_six_digits(text: str) -> bool:
    letters = np.frombuffer(text.encode("utf-8", "replace"), dtype=np.uint8)
    digits = (letters >= ord("0")) & (letters <= ord("9"))
    pairs = digits[:-1] & digits[1:]
    return bool((pairs[:-4] & pairs[2:-2] & pairs[4:]).any())


@rule("DAT-005", tuple(KIND_NAMED.values()), among=_written)
def looks_like_a_cpr_number(check: Check, records: Iterable[Record]) -> Iterator[Hit]:
    """Texts in which something looks like a civil registration number: the date in it is one."""
    search, names_of = CPR.search, _WRITTEN
    for record in records:
        for name in names_of[type(record)]:
            text = getattr(record, name)
            if len(text) > 9 and search(text) and any(_is_day(*found.groups()) for found in CPR.finditer(text)):
                about = getattr(record, "title", "") or getattr(record, "name", "")
                where = phrase("cpr.in", name=CPR.sub("…", about)) if about else phrase("cpr.somewhere")
                yield hit(record.id, mends=_blotted(check, record), where=where)
                break


def _blotted(check: Check, record: Record) -> tuple[Mend, ...]:
    """The numbers taken out of all texts of a record, where this file may change it."""
    if isinstance(record, Goal) and lock_on(check.document, record):
        return ()
    return (Mend(phrase("mend.blot"), partial(_blot, kind=type(record), identity=record.id)),)


def _blot(document: Document, *, kind: type[Record], identity: Id) -> ChangeSet:
    before = existing(document, kind, identity)
    if isinstance(before, Goal):
        unlocked(document, before)
    texts = {name: CPR.sub(_unless_no_day, getattr(before, name)) for name in _WRITTEN[kind]}
    return ChangeSet(phrase("edit.blot"), changed(before, refilled(before, texts)))


def _unless_no_day(found: re.Match[str]) -> str:
    return "…" if _is_day(*found.groups()) else found.group()


def _is_day(day: str, month: str, year: str) -> bool:
    for century in ("19", "20"):
        try:
            date.fromisoformat(f"{century}{year}-{month}-{day}")
        except ValueError:
            continue
        return True
    return False


def _texts_of(kind: type[Record]) -> tuple[str, ...]:
    plain = (field.name for field in fields_of(kind) if field.type is str and not field.many and not field.refers)
    return tuple(name for name in plain if name not in _NOT_WRITTEN)


_WRITTEN: Final = {kind: _texts_of(kind) for kind in KIND_NAMED.values()}


@rule("DAT-006", Indicator, *OF_GOAL)
def few_people(check: Check, indicators: Iterable[Indicator]) -> Iterator[Hit]:
    """Indicators that rest on so few people that they may be known by it."""
    least = check.threshold("min_group_size", 5)
    for one in indicators:
        if one.population_size is not None and 0 < one.population_size < least and of_current(check, one):
            yield hit(one.id, indicator=one.name or one.id, n=least)
