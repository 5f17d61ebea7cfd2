"""A document in which every text of every record that an agreement rests on says something of its own."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from strategikort.application.reading import Reading, reading_of
from strategikort.domain.agreements import (
    Agreement,
    Commitment,
    FollowUp,
    Involvement,
    Section,
    Signatory,
)
from strategikort.domain.document import Document
from strategikort.domain.goals import Effort, Goal, Milestone
from strategikort.domain.links import Link
from strategikort.domain.measures import DataSource, Indicator, Measurement, YearlyTarget
from strategikort.domain.organisation import (
    Committee,
    Municipality,
    OrgUnit,
    Person,
    PolicyArea,
    TargetGroup,
    Vision,
)
from strategikort.domain.shape import Id, Record, fields_of
from tests.cascade.town import Town, healthy

AGREEMENT = Id("skole2015")
OTHERS = ("pb", "cb", "ub", "eb", "bibliotek2015", "bibliotek@kulturcenter", "bibliotek", "kulturcenter")
OTHER_LINKS = ("pb>vision", "cb>pb", "ub>cb", "eb>ub")


def town() -> Town:
    """One school's agreement with a record of every kind that may stand on its paper."""
    found = healthy().without(*OTHERS, *OTHER_LINKS)
    of = {"agreement": AGREEMENT}
    day = date(2015, 6, 10)
    found.add(
        Vision(id=Id("v")),
        Committee(id=Id("udvalg")),
        PolicyArea(id=Id("område"), committee=Id("udvalg")),
        Person(id=Id("person")),
        TargetGroup(id=Id("gruppe")),
        DataSource(id=Id("kilde")),
        Section(id=Id("tekst"), key="core_task", **of),
        Section(id=Id("mere"), key="egen", **of),
        Signatory(id=Id("underskriver"), person=Id("person"), role="unit_leader", **of),
        Involvement(id=Id("høring"), answered_on=day, **of),
        Commitment(id=Id("tilsagn"), responsible=Id("person"), deadline=day, **of),
        FollowUp(id=Id("møde"), planned_on=day, **of),
        *measured("tal", "ua"),
        *measured("effekt", "ea"),
    )
    found.change(AGREEMENT, approved_on=day)
    found.change("vision", vision=Id("v"))
    found.change("pa", committee=Id("udvalg"), policy_area=Id("område"), decided_on=day, affects=(Id("gruppe"),))
    for goal in ("ua", "ea"):
        found.change(goal, affects=(Id("gruppe"),), responsible=Id("person"))
    return found.change("ea", deadline=day, start=date(2015, 3, 1))


def measured(name: str, goal: str) -> tuple[Record, ...]:
    indicator = Id(name)
    return (
        Indicator(id=indicator, goal=Id(goal), source=Id("kilde"), baseline=Decimal(1), baseline_on=date(2014, 1, 1)),
        YearlyTarget(id=Id(f"{name}-mål"), indicator=indicator, year=2015, value=Decimal(3), tolerance=Decimal(1)),
        Measurement(id=Id(f"{name}-målt"), indicator=indicator, measured_on=date(2014, 12, 1), value=Decimal(2)),
    )


def filled() -> tuple[Reading, dict[tuple[type[Record], str], list[str]]]:
    """The document, and by kind and field the texts that it was given."""
    texts: dict[tuple[type[Record], str], list[str]] = {}
    records = [_filled(record, texts) for record in town().records.values()]
    return reading_of(Document(records), language="da"), texts


def _filled(record: Record, texts: dict[tuple[type[Record], str], list[str]]) -> Record:
    kind = type(record)
    if kind not in _TOLD and not isinstance(record, Goal):
        return record
    given: dict[str, object] = {}
    for name in _texts_of(kind):
        if (record.id, name) in _ELSEWHERE:
            continue
        number = sum(map(len, texts.values()))
        text = f"QZ{number:03}x"
        texts.setdefault((kind, name), []).append(text)
        given[name] = text
    if isinstance(record, Effort):
        given["milestones"] = (Milestone(on=date(2015, 4, 30), text="QZ-milepæl"),)
        texts[kind, "milestones"] = ["QZ-milepæl"]
    return replace(record, **given)  # type: ignore[arg-type]


_TOLD = (
    Agreement, Commitment, Committee, DataSource, FollowUp, Indicator, Involvement, Link, Measurement, Municipality,
    OrgUnit, Person, PolicyArea, Section, Signatory, TargetGroup, Vision, YearlyTarget,
)  # fmt: skip
_ELSEWHERE = {("skolecenter", "type"), *((link, "note") for link in ("pa>vision", "ca>pa", "ea>ua"))}
"""Texts that no unit's agreement prints: the type of its centre, and how goals above and efforts support others."""
_KEYS = {"id", "key", "profile", "role"}


def _texts_of(kind: type[Record]) -> Iterator[str]:
    for field in fields_of(kind):
        if field.type is str and not field.refers and not field.many and field.name not in _KEYS:
            yield field.name
