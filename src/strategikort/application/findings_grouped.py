"""Findings put into groups: by what is wrong, by centre, or by unit."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from strategikort.application.homes import Homes
from strategikort.application.reading import Reading
from strategikort.cascade.findings import Finding
from strategikort.cascade.rules.asking import Check
from strategikort.domain.organisation import OrgUnit
from strategikort.domain.shape import Id
from strategikort.domain.texts import sort_key

Row = TypeVar("Row", bound=tuple[Finding, object])


class Grouping(StrEnum):
    """By what findings are grouped."""

    RULE = "rule"
    CENTRE = "centre"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class Group:
    """A group: ``key`` is a rule, or the identity of a centre or unit, empty for what belongs to none."""

    key: str
    name: str


def grouped(rows: Iterable[Row], by: Grouping, reading: Reading, check: Check) -> Mapping[Group, Sequence[Row]]:
    """The findings of each group in their order. Rules come in the order of their worst finding, the others by name.

    Cost: what leads from each finding to its unit.
    """
    homes, document = Homes(check), reading.document
    found: dict[str, list[Row]] = {}
    for row in rows:
        finding = row[0]
        if by is Grouping.RULE:
            key = finding.rule
        else:
            record = document.find(finding.about)
            home = (homes.of if by is Grouping.CENTRE else homes.org_of)(record) if record else None
            key = home or ""
        found.setdefault(key, []).append(row)
    groups = {Group(key, _name(key, by, reading)): those for key, those in found.items()}
    if by is Grouping.RULE:
        return groups
    return dict(sorted(groups.items(), key=lambda one: (not one[0].key, sort_key(one[0].name), one[0].key)))


def _name(key: str, by: Grouping, reading: Reading) -> str:
    if by is Grouping.RULE:
        return reading.words.text(f"{key}.title")
    unit = reading.document.get(OrgUnit, Id(key))
    return unit.name if unit else reading.words.text(f"tables.no_{by.value}")
