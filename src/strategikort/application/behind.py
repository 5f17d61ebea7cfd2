"""The goals behind a finding: what a person is shown when they want to see what it is about."""

from collections.abc import Iterable, Iterator

from strategikort.cascade.findings import Finding
from strategikort.domain.agreements import Agreement, Commitment, FollowUp
from strategikort.domain.document import Document
from strategikort.domain.goals import Goal, UnitGoal, VisionElement, list_order
from strategikort.domain.links import Link
from strategikort.domain.measures import Indicator, Measurement, YearlyTarget
from strategikort.domain.organisation import OrgUnit, Vision
from strategikort.domain.shape import Id, Record


def goals_behind(document: Document, finding: Finding) -> list[Id]:
    """The goals that a finding's records are, tie together, measure or hold; each once, the nearest first."""
    return goals_of(document, finding.records)


def goals_of(document: Document, identities: Iterable[Id]) -> list[Id]:
    """The goals that records are, tie together, measure or hold; each once, the nearest first."""
    found: dict[Id, None] = {}
    for identity in identities:
        record = document.find(identity)
        found.update(dict.fromkeys(_of(document, record)) if record else {})
    return list(found)


def _of(document: Document, record: Record) -> Iterator[Id]:
    if isinstance(record, Goal):
        yield record.id
    elif isinstance(record, Link):
        yield from (end for end in (record.lower, record.upper) if document.get(Goal, end))
    elif isinstance(record, (YearlyTarget, Measurement)):
        indicator = document.get(Indicator, record.indicator)
        yield from _of(document, indicator) if indicator else ()
    elif isinstance(record, (Indicator, FollowUp)) and record.goal:
        yield record.goal
    elif isinstance(record, (Commitment, FollowUp)) and record.agreement:
        yield from _held(document, record.agreement)
    elif isinstance(record, Agreement):
        yield from _held(document, record.id)
    elif isinstance(record, Vision):
        elements = document.grouped(VisionElement, "vision").get(record.id, ())
        yield from (one.id for one in sorted(elements, key=list_order))
    elif isinstance(record, OrgUnit):
        owned = document.grouped(Goal, "owner").get(record.id, ())
        yield from (goal.id for goal in sorted(owned, key=list_order))


def _held(document: Document, agreement: Id) -> Iterator[Id]:
    goals = document.grouped(UnitGoal, "agreement").get(agreement, ())
    return (goal.id for goal in sorted(goals, key=list_order))
