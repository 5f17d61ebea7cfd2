"""Faults of the organisation (ORG)."""

from datetime import date

from strategikort.domain.goals import Effort
from strategikort.domain.links import LinkKind
from strategikort.domain.organisation import OrgKind, OrgUnit, Placement
from strategikort.domain.shape import Id
from tests.cascade.complete import complete
from tests.cascade.rules.fault import Fault
from tests.cascade.town import Town


def staff() -> Town:
    town = complete().add(
        OrgUnit(id=Id("stab"), kind=OrgKind.STAFF, name="Staben", has_agreement=False),
        Placement(id=Id("stab@skolecenter"), unit=Id("stab"), parent=Id("skolecenter")),
    )
    return town.goal(Effort, "es", owner=Id("stab"))


FAULTS = (
    Fault(rule="ORG-001", town=lambda: complete().without("skole@skolecenter"), about=("skole",)),
    Fault(
        rule="ORG-001",
        town=lambda: complete().add(Placement(id=Id("også"), unit=Id("skole"), parent=Id("kulturcenter"))),
        about=("skole",),
        mended=lambda: complete().add(
            Placement(id=Id("også"), unit=Id("skole"), parent=Id("kulturcenter"), valid_to=date(2014, 12, 31))
        ),
    ),
    Fault(rule="ORG-002", town=lambda: complete().without("unit_leader@skole"), about=("skole",)),
    Fault(rule="ORG-002", town=lambda: complete().without("centre_chief@skolecenter"), about=("skolecenter",)),
    Fault(
        rule="ORG-003",
        town=lambda: complete().change("kort skolecenter", valid_from=date(2016, 1, 1)),
        about=("skolecenter",),
    ),
    Fault(rule="ORG-004", town=lambda: complete().change("pa", committee=None), about=("pa",)),
    Fault(rule="ORG-004", town=lambda: complete().change("pa", decided_on=None), about=("pa",)),
    Fault(rule="ORG-005", town=lambda: complete().change("skole", active_to=date(2015, 7, 31)), about=("skole",)),
    Fault(rule="ORG-006", town=staff, about=("es",), mended=lambda: staff().link("es>ua", kind=LinkKind.ASSISTS)),
)
