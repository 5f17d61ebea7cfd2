"""All record kinds, declared once: their table, in an order in which what is referred to comes first."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from strategikort.domain.agreements import (
    Agreement,
    Attachment,
    Commitment,
    FollowUp,
    Involvement,
    IssuedPaper,
    Section,
    Signatory,
)
from strategikort.domain.goals import (
    CentreGoal,
    Effort,
    Goal,
    PoliticalGoal,
    UnitGoal,
    VisionElement,
)
from strategikort.domain.ideas import Idea
from strategikort.domain.links import Link
from strategikort.domain.maps import MapPlace, StrategyMap
from strategikort.domain.measures import (
    DataSource,
    Indicator,
    Measurement,
    YearlyTarget,
)
from strategikort.domain.organisation import (
    Committee,
    Municipality,
    OrgUnit,
    Person,
    Placement,
    PolicyArea,
    RoleHolding,
    TargetGroup,
    Vision,
)
from strategikort.domain.registers import QualityReport, Service
from strategikort.domain.reviews import Comment, Exemption
from strategikort.domain.shape import Record


@dataclass(frozen=True, slots=True)
class Table:
    """Records that share one table and one space of identities. ``base`` is what they have in common.

    A table of several ``kinds`` is told apart by the name of the kind; goals are the only such table, so that a link
    can point to any goal.
    """

    name: str
    base: type[Record]
    kinds: tuple[tuple[str, type[Record]], ...]


def _one(name: str, kind: type[Record]) -> Table:
    return Table(name, kind, ((name, kind),))


TABLES: Final = (
    _one("org_unit", OrgUnit),
    _one("municipality", Municipality),
    _one("vision", Vision),
    _one("committee", Committee),
    _one("policy_area", PolicyArea),
    _one("placement", Placement),
    _one("person", Person),
    _one("role_holding", RoleHolding),
    _one("target_group", TargetGroup),
    _one("data_source", DataSource),
    _one("service", Service),
    _one("quality_report", QualityReport),
    _one("agreement", Agreement),
    Table(
        "goal",
        Goal,
        tuple((cls.kind.value, cls) for cls in (VisionElement, PoliticalGoal, CentreGoal, UnitGoal, Effort)),
    ),
    _one("link", Link),
    _one("indicator", Indicator),
    _one("yearly_target", YearlyTarget),
    _one("measurement", Measurement),
    _one("section", Section),
    _one("signatory", Signatory),
    _one("involvement", Involvement),
    _one("commitment", Commitment),
    _one("follow_up", FollowUp),
    _one("issued_paper", IssuedPaper),
    _one("attachment", Attachment),
    _one("strategy_map", StrategyMap),
    _one("map_place", MapPlace),
    _one("idea", Idea),
    _one("comment", Comment),
    _one("exemption", Exemption),
)

TABLE_NAMED: Final = {table.name: table for table in TABLES}
TABLE_OF: Final = {cls: table for table in TABLES for _, cls in table.kinds} | {Goal: TABLE_NAMED["goal"]}
KIND_NAMED: Final = {name: cls for table in TABLES for name, cls in table.kinds}
NAME_OF: Final = {cls: name for name, cls in KIND_NAMED.items()}


ONCE: Final[Mapping[type[Record], tuple[str, ...]]] = {
    MapPlace: ("map", "goal"),
    YearlyTarget: ("indicator", "year"),
    Measurement: ("indicator", "measured_on"),
    Link: ("kind", "lower", "upper"),
}
"""Kinds of which two records with the same in these fields say the same thing twice; nothing refers to them."""


def kind_name(record: Record) -> str:
    """The name of the record's kind, as in ``stats`` and in files: political_goal, link, org_unit ..."""
    return NAME_OF[type(record)]
