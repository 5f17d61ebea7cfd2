"""Which agreements a finding is in the way of: those whose paper says something of what it is about."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from strategikort.cascade.findings import Finding
from strategikort.domain.agreements import Agreement
from strategikort.domain.document import Document
from strategikort.domain.goals import Effort, Goal, UnitGoal
from strategikort.domain.measures import Indicator
from strategikort.domain.shape import Id, Record


def by_agreement(document: Document, findings: Iterable[Finding]) -> Mapping[Id, tuple[Finding, ...]]:
    """The findings that are about an agreement, its texts, its goals, their efforts and figures, or a goal above them.

    A loose goal elsewhere is in nobody else's way (section 4.1 of the domain description). Cost: for each finding the
    goals below what it is about; nothing where there are no agreements yet.
    """
    if not document.all(Agreement):
        return {}
    found: defaultdict[Id, list[Finding]] = defaultdict(list)
    known: dict[Id, tuple[Id, ...]] = {}
    for finding in findings:
        if finding.about not in known:
            known[finding.about] = tuple(_agreements(document, finding.about))
        for agreement in known[finding.about]:
            found[agreement].append(finding)
    return {agreement: tuple(those) for agreement, those in found.items()}


def _agreements(document: Document, about: Id) -> Iterator[Id]:
    record = document.find(about)
    if isinstance(record, Agreement):
        yield record.id
    elif isinstance(record, Goal):
        yield from _of_goal(document, record)
    elif record is not None:
        yield from _of_detail(document, record)


def _of_goal(document: Document, goal: Goal) -> Iterator[Id]:
    """The agreements of the unit goals below a goal, or for an effort of those that it is a part of."""
    up = isinstance(goal, Effort)
    seen, waiting, told = {goal.id}, [goal.id], set[Id]()
    while waiting:
        here = waiting.pop()
        unit_goal = document.get(UnitGoal, here)
        if unit_goal and unit_goal.agreement and unit_goal.agreement not in told:
            told.add(unit_goal.agreement)
            yield unit_goal.agreement
        if up and unit_goal:
            continue
        links = document.links_up(here) if up else document.links_down(here)
        for there in (link.upper if up else link.lower for link in links):
            if there not in seen and (not up or isinstance(document.get(Goal, there), (Effort, UnitGoal))):
                seen.add(there)
                waiting.append(there)


def _of_detail(document: Document, record: Record) -> Iterator[Id]:
    agreement, goal = getattr(record, "agreement", None), getattr(record, "goal", None)
    indicator = document.get(Indicator, getattr(record, "indicator", None))
    if agreement:
        yield agreement
    elif goal or (indicator and indicator.goal):
        found = document.get(Goal, goal or (indicator.goal if indicator else None))
        yield from _of_goal(document, found) if found else ()
