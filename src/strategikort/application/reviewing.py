"""Questions to a document, answered as the command line prints them and as programs read them (JSON)."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from strategikort.application.reading import Reading
from strategikort.cascade.breaks import reason
from strategikort.cascade.checking import asking, checked
from strategikort.cascade.findings import Finding, Gate, Severity
from strategikort.cascade.paths import Paths, paths_down, paths_up
from strategikort.cascade.verdicts import verdicts_of
from strategikort.domain.document import Document
from strategikort.domain.failures import KnownFailure
from strategikort.domain.goals import Goal
from strategikort.domain.kinds import KIND_NAMED, kind_name
from strategikort.domain.links import Link, LinkKind
from strategikort.domain.phrases import Phrase, phrase
from strategikort.domain.reviews import Exemption
from strategikort.domain.shape import Id

Json = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Review:
    """The findings of a document for a year, and those that are excepted for a reason."""

    year: int | None
    findings: tuple[Finding, ...]
    excepted: tuple[tuple[Finding, Exemption], ...] = ()


def reviewed(reading: Reading, *, today: date, year: int | None, gate: Gate | None = None) -> Review:
    """All findings, or with a ``gate`` those that stop it."""
    asked = asking(reading.document, reading.profile, today=today, year=year)
    found = checked(reading.document, reading.profile, reading.rulebook, today=today, year=asked.year)
    return Review(
        asked.year,
        tuple(one for one in found.findings if gate is None or one.stops(gate)),
        tuple((one, given) for one, given in found.excepted if gate is None or one.stops(gate)),
    )


def excepted_told(finding: Finding, given: Exemption) -> Phrase:
    """The sentence of a finding that somebody lets stand: with why, who and when."""
    return phrase("finding.excepted", finding=finding.message, why=given.why, who=given.who, day=given.given_on or "?")


def counted(findings: Iterable[Finding]) -> dict[str, int]:
    """How many findings there are of each severity, the worst first."""
    counts = Counter(finding.severity for finding in findings)
    return {severity.value: counts[severity] for severity in Severity}


def check_as_json(reading: Reading, review: Review, *, file: str) -> Json:
    """The review for programs."""
    return {
        "file": file,
        "profile": reading.profile.key,
        "year": review.year,
        "counts": counted(review.findings),
        "findings": [_finding_as_json(reading, finding) for finding in review.findings],
    }


def _finding_as_json(reading: Reading, finding: Finding) -> Json:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "gates": [gate.value for gate in finding.gates],
        "records": list(finding.records),
        "codes": [_code(reading.document, record) for record in finding.records],
        "message": reading.words.say(finding.message),
    }


def _code(document: Document, identity: Id) -> str:
    return str(getattr(document.find(identity), "code", ""))


def goal_called(reading: Reading, name: str) -> Goal:
    """The goal whose identity or code is ``name``; a code is found in capitals or not.

    Raises:
        KnownFailure: there is none, or several have that code.
    """
    document = reading.document
    by_identity = document.get(Goal, Id(name))
    if by_identity:
        return by_identity
    found = [goal for goal in document.all(Goal).values() if goal.code == name]
    found = found or [goal for goal in document.all(Goal).values() if goal.code.casefold() == name.casefold()]
    if len(found) == 1:
        return found[0]
    raise KnownFailure(phrase("trace.many" if found else "trace.none", goal=name, n=len(found)))


@dataclass(frozen=True, slots=True)
class Trace:
    """Every way from ``goal`` (shown to a bound), whether its thread is whole, and if not, why."""

    goal: Goal
    traced: bool
    ways: Paths
    reason: Phrase | None


def trace_of(reading: Reading, name: str, *, down: bool) -> Trace:
    """Every way from the goal called ``name`` up to the political goals, or down to efforts.

    Raises:
        KnownFailure: as `goal_called` says.
    """
    document, goal = reading.document, goal_called(reading, name)
    traced = not verdicts_of(document).of(goal.id).broken
    ways = (paths_down if down else paths_up)(document, goal.id)
    return Trace(goal, traced, ways, None if down or traced else reason(document, goal.id))


def trace_as_json(reading: Reading, trace: Trace) -> Json:
    """A trace for programs."""
    return {
        "goal": _goal_as_json(trace.goal),
        "traced": trace.traced,
        "paths": [[_goal_as_json(step) for step in path] for path in trace.ways.shown],
        "reason": reading.words.say(trace.reason) if trace.reason else "",
    }


def _goal_as_json(goal: Goal) -> Json:
    return {"uuid": goal.id, "code": goal.code, "title": goal.title, "kind": goal.kind.value}


def stats_of(document: Document) -> Mapping[str, Mapping[str, int]]:
    """How many records there are of each kind, and how many links of each kind."""
    records = Counter(kind_name(record) for record in document.records())
    links = Counter(link.kind.value for link in document.all(Link).values())
    return {
        "records": {name: records[name] for name in KIND_NAMED},
        "links": {kind.value.upper(): links[kind.value] for kind in LinkKind},
    }
