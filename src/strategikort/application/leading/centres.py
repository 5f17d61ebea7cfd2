"""*Ledelse*: how every centre stands. Each number is the length of a list, and the list is what is kept."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from strategikort.application.leading.statuses import by_status, is_due
from strategikort.cascade.checking import Checked
from strategikort.cascade.coverage import Coverage, Side
from strategikort.cascade.findings import Finding, Severity
from strategikort.cascade.graph import CENTRE, UNIT
from strategikort.cascade.rules.asking import Check
from strategikort.domain.agreements import Agreement, AgreementState, FollowUp, Status
from strategikort.domain.goals import Goal
from strategikort.domain.kinds import TABLE_NAMED
from strategikort.domain.organisation import OrgKind, OrgUnit
from strategikort.domain.shape import Id, Record, fields_of

T = TypeVar("T")

_LEADS_TO_GOAL = ("goal", "indicator", "agreement", "org", "owner", "unit", "centre", "map", "lower")


@dataclass(frozen=True, slots=True, kw_only=True)
class CentreRow:
    """One centre (None: what belongs to none) in the year in question.

    ``agreements`` are by state; ``untraced`` the goals whose thread does not reach a political goal; ``assigned`` the
    political goals that no goal of its units leads up to although the centre answers for them; ``due`` the follow-ups
    that should have been held; ``status`` its unit goals of the year by what was said of them last.
    """

    centre: Id | None
    agreements: Mapping[AgreementState, tuple[Id, ...]]
    findings: Mapping[Severity, tuple[Finding, ...]]
    excepted: tuple[Finding, ...]
    untraced: tuple[Id, ...]
    assigned: tuple[Id, ...]
    due: tuple[Id, ...]
    status: Mapping[Status, tuple[Id, ...]]


def centre_rows(check: Check, checked: Checked) -> tuple[CentreRow, ...]:
    """A row for every centre in the order of the matrix, and last one for what belongs to none, if anything does.

    Cost: linear, about 30 ms at 10,000 goals.
    """
    coverage, home = Coverage(check, Side.CENTRES), _Home(check)
    document = check.document
    agreements = _shared((home.of(one), one) for one in document.all(Agreement).values() if _in_year(check, one))
    findings = _shared((home.of_identity(one.about), one) for one in checked.findings)
    excepted = _shared((home.of_identity(one.about), one) for one, _ in checked.excepted)
    untraced = _shared((home.of(goal), goal.id) for goal in _untraced(check))
    goals = _shared((home.of(goal), goal.id) for goal in map(check.goal, check.plan_goals.tolist()))
    late = _shared((home.of(one), one.id) for one in document.all(FollowUp).values() if is_due(one, check.today))
    rows = (
        CentreRow(
            centre=centre,
            agreements=_by_state(agreements[centre]),
            findings=_by_severity(findings[centre]),
            excepted=tuple(excepted[centre]),
            untraced=tuple(untraced[centre]),
            assigned=_assigned(check, coverage, centre),
            due=tuple(late[centre]),
            status=by_status(check, goals[centre]),
        )
        for centre in (*coverage.columns, None)
    )
    return tuple(row for row in rows if row.centre or _anything(row))


def _shared(pairs: Iterable[tuple[Id | None, T]]) -> defaultdict[Id | None, list[T]]:
    found: defaultdict[Id | None, list[T]] = defaultdict(list)
    for centre, one in pairs:
        found[centre].append(one)
    return found


def _untraced(check: Check) -> Iterator[Goal]:
    for number in check.numbers(CENTRE, UNIT, where=~check.verdicts.reaches):
        yield check.goal(number)


def _anything(row: CentreRow) -> bool:
    lists = (*row.agreements.values(), *row.findings.values(), *row.status.values(), row.untraced, row.due)
    return any(lists)


def _in_year(check: Check, agreement: Agreement) -> bool:
    first, last = check.plan_period
    return (not last or agreement.valid_from <= last) and (not first or agreement.valid_to >= first)


def _by_state(agreements: Iterable[Agreement]) -> Mapping[AgreementState, tuple[Id, ...]]:
    found: dict[AgreementState, list[Id]] = {state: [] for state in AgreementState}
    for one in agreements:
        found[one.state].append(one.id)
    return {state: tuple(those) for state, those in found.items()}


def _by_severity(findings: Iterable[Finding]) -> Mapping[Severity, tuple[Finding, ...]]:
    found: dict[Severity, list[Finding]] = {severity: [] for severity in Severity}
    for one in findings:
        found[one.severity].append(one)
    return {severity: tuple(those) for severity, those in found.items()}


def _assigned(check: Check, coverage: Coverage, centre: Id | None) -> tuple[Id, ...]:
    if centre is None:
        return ()
    place = coverage.columns.index(centre) if centre in coverage.columns else -1
    found = []
    for row, political in enumerate(coverage.political):
        goal = check.document.all(Goal)[political]
        covered = place >= 0 and coverage.counts[row, place] > 0
        if centre in getattr(goal, "responsible_centres", ()) and not covered:
            found.append(political)
    return tuple(found)


class _Home:
    """Which centre a record belongs to on the first day of the plan year, through what it names."""

    def __init__(self, check: Check) -> None:
        self._check = check
        self._day = check.plan_period[0] or check.today
        self._known: dict[Id, Id | None] = {}

    def of_identity(self, identity: Id) -> Id | None:
        """The centre of the record with an identity; None for a record of no centre."""
        record = self._check.document.get(Goal, identity) or self._check.document.find(identity)
        return self.of(record) if record else None

    def of(self, record: Record) -> Id | None:
        """The centre of a record: that of the unit that it names, or else that of the goal or agreement it names."""
        if isinstance(record, OrgUnit):
            return self._of_org(record.id)
        for name in _LEADS_TO_GOAL:
            named = getattr(record, name, None)
            if named:
                table = next(field.refers for field in fields_of(type(record)) if field.name == name)
                found = self._check.document.get(TABLE_NAMED[table].base, named) if table else None
                if found and (centre := self.of(found)):
                    return centre
        return None

    def _of_org(self, org: Id) -> Id | None:
        if org not in self._known:
            unit = self._check.document.get(OrgUnit, org)
            itself = org if unit and unit.kind is OrgKind.CENTRE else None
            self._known[org] = itself or self._check.places.centre_of(org, self._day)
        return self._known[org]
