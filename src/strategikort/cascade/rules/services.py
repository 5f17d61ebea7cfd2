"""The catalogue of services and the quality reports of schools (YDE, KVA)."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

import numpy as np

from strategikort.cascade.breaks import name_of
from strategikort.cascade.graph import overlap
from strategikort.cascade.rules.asking import Check
from strategikort.cascade.rules.registry import Hit, hit, rule, rule_of_all
from strategikort.cascade.sweeps import reached
from strategikort.domain.agreements import Agreement
from strategikort.domain.goals import CentreGoal, Effort, PoliticalGoal, UnitGoal
from strategikort.domain.links import Link
from strategikort.domain.organisation import OrgUnit
from strategikort.domain.phrases import Phrase
from strategikort.domain.registers import QualityReport, Service

SEVEN: Final = ("purpose", "legal_basis", "content", "design", "target_group", "evidence", "evaluation")
GUIDING_MARK: Final = "guiding_mark"
SCHOOLS: Final = ("folkeskole", "specialskole")
"""The types of unit of which the law asks a quality report."""


@rule("YDE-001", Service)
def service_not_described(check: Check, services: Iterable[Service]) -> Iterator[Hit]:
    """Services of which one of the seven fields is empty."""
    for one in services:
        empty = [name for name in SEVEN if not getattr(one, name).strip()]
        if empty:
            yield hit(
                one.id, service=one.name or one.id, fields=_together([Phrase(f"service.{name}") for name in empty])
            )


def _together(names: list[Phrase]) -> Phrase:
    """Words in a row: the first, and the rest after a comma."""
    first, *rest = names
    return Phrase("service.more", (("first", first), ("rest", _together(rest)))) if rest else first


@rule_of_all("YDE-002", Service, Effort, Link, UnitGoal, CentreGoal)
def not_coupled(check: Check) -> Iterator[Hit]:
    """Efforts that deliver no service of the catalogue, and services that no effort under a goal delivers."""
    services = check.document.all(Service)
    delivered = set()
    for effort in check.document.all(Effort).values():
        if not check.asks(effort):
            continue
        here = [one for one in effort.services if one in services]
        if any(check.document.get(kind, link.upper) for link in check.document.links_up(effort.id) for kind in _GOALS):
            delivered.update(here)
        if not here:
            yield hit(effort.id, name=name_of(effort))
    for one in services.values():
        if one.id not in delivered:
            yield hit(one.id, name=one.name or one.id)


_GOALS: Final = (UnitGoal, CentreGoal)


@rule("YDE-003", Effort)
def why_this_method(check: Check, efforts: Iterable[Effort]) -> Iterator[Hit]:
    """Efforts that have a method and do not say why."""
    for effort in efforts:
        if effort.method and not effort.method_reason.strip() and check.asks(effort):
            yield hit(effort.id, effort=name_of(effort))


@rule_of_all("KVA-001", OrgUnit, QualityReport)
def no_quality_report(check: Check) -> Iterator[Hit]:
    """Schools without a quality report for the latest even year, after 31 March of that year."""
    even = check.today.year - check.today.year % 2
    year = even if check.today > date(even, 3, 31) else even - 2
    for school in check.document.all(OrgUnit).values():
        active = overlap((school.active_from, school.active_to), (check.today, check.today))
        if (
            school.type.casefold() in SCHOOLS
            and active
            and not any(report.year == year for report in check.of(QualityReport, "org", school.id))
        ):
            yield hit(school.id, school=school.name or school.code, year=str(year))


@rule_of_all("KVA-002", PoliticalGoal, QualityReport, UnitGoal, Link, OrgUnit, Agreement)
def mark_not_taken_up(check: Check) -> Iterator[Hit]:
    """Guiding marks from a school's quality report that no unit goal of that school leads up to."""
    for goal in check.document.all(PoliticalGoal).values():
        report = check.document.get(QualityReport, goal.quality_report) if goal.type == GUIDING_MARK else None
        if report is None or not check.asks(goal):
            continue
        beneath = reached(check.graph.down, np.array([check.graph.at[goal.id]], dtype=np.intp))
        owners = {one.owner for one in map(check.goal, np.flatnonzero(beneath).tolist()) if isinstance(one, UnitGoal)}
        if report.org not in owners:
            yield hit(goal.id, report.org, mark=name_of(goal), school=check.owner(report.org))
