"""A small municipality for tests: told in few words, healthy unless a test breaks it."""

from dataclasses import replace
from datetime import date
from typing import Any

from strategikort.domain.agreements import Agreement
from strategikort.domain.document import Document
from strategikort.domain.goals import (
    CentreGoal,
    DecisionStatus,
    Effort,
    Goal,
    PoliticalGoal,
    UnitGoal,
    VisionElement,
)
from strategikort.domain.links import Link, LinkKind
from strategikort.domain.maps import MapPlace, StrategyMap
from strategikort.domain.organisation import Municipality, OrgKind, OrgUnit, Placement
from strategikort.domain.shape import Id, Record

TODAY = date(2015, 2, 15)


class Town:
    """Records by short names; ``links`` are told as "lower>upper"."""

    def __init__(self) -> None:
        self.records: dict[Id, Record] = {}

    def add(self, *records: Record) -> "Town":
        self.records |= {record.id: record for record in records}
        return self

    def change(self, identity: str, **values: Any) -> "Town":
        self.records[Id(identity)] = replace(self.records[Id(identity)], **values)
        return self

    def without(self, *identities: str) -> "Town":
        for identity in identities:
            del self.records[Id(identity)]
        return self

    def link(self, *pairs: str, kind: LinkKind = LinkKind.REALISES) -> "Town":
        for pair in pairs:
            lower, upper = pair.split(">")
            self.add(Link(id=Id(pair), kind=kind, lower=Id(lower), upper=Id(upper)))
        return self

    def goal(self, cls: type[Goal], *names: str, **values: Any) -> "Town":
        for name in names:
            self.add(cls(id=Id(name), code=name.upper(), title=f"Mål {name}", **values))
        return self

    @property
    def document(self) -> Document:
        return Document(self.records.values())


def healthy() -> Town:
    """Two centres, a school and a library, one thread from the vision to an effort for each."""
    town = Town().add(
        Municipality(id=Id("kommune"), name="Prøveby Kommune"),
        StrategyMap(id=Id("kort"), title="Kort for skoler", centre=Id("skolecenter")),
    )
    for centre, unit in (("skolecenter", "skole"), ("kulturcenter", "bibliotek")):
        town.add(
            OrgUnit(id=Id(centre), kind=OrgKind.CENTRE, name=centre.capitalize()),
            OrgUnit(id=Id(unit), name=unit.capitalize()),
            Placement(id=Id(f"{unit}@{centre}"), unit=Id(unit), parent=Id(centre)),
            Agreement(id=Id(f"{unit}2015"), org=Id(unit), valid_from=date(2015, 1, 1), valid_to=date(2015, 12, 31)),
        )
    town.goal(VisionElement, "vision")
    for mark, unit, centre in (("a", "skole", "skolecenter"), ("b", "bibliotek", "kulturcenter")):
        town.goal(PoliticalGoal, f"p{mark}", decision_status=DecisionStatus.ADOPTED)
        town.goal(CentreGoal, f"c{mark}", owner=Id(centre))
        town.goal(UnitGoal, f"u{mark}", owner=Id(unit), agreement=Id(f"{unit}2015"))
        town.goal(Effort, f"e{mark}", owner=Id(unit))
        town.link(f"p{mark}>vision", f"c{mark}>p{mark}", f"u{mark}>c{mark}", f"e{mark}>u{mark}")
    return town.add(MapPlace(id=Id("ca@kort"), map=Id("kort"), goal=Id("ca")))
