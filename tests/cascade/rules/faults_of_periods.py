"""Days that do not fit together (PER)."""

from datetime import date
from decimal import Decimal

from strategikort.domain.agreements import Agreement, AgreementState
from strategikort.domain.goals import GoalState, UnitGoal
from strategikort.domain.links import LinkKind
from strategikort.domain.maps import StrategyMap
from strategikort.domain.measures import Indicator, YearlyTarget
from strategikort.domain.organisation import Vision
from strategikort.domain.shape import Id
from tests.cascade.complete import complete
from tests.cascade.rules.fault import Fault
from tests.cascade.town import Town

KORT = "kort skolecenter"


def carried(years: int, title: str = "Mål ua") -> Town:
    """The school's goal, and the same in the years before."""
    town = complete()
    newer = "ua"
    for year in range(2014, 2014 - years, -1):
        older = f"ua{year}"
        days = {"valid_from": date(year, 1, 1), "valid_to": date(year, 12, 31)}
        town.add(UnitGoal(id=Id(older), title=title, owner=Id("skole"), state=GoalState.CLOSED, **days))
        town.add(Indicator(id=Id(f"i {older}"), goal=Id(older), name="Andel ua"))
        town.add(YearlyTarget(id=Id(f"t {older}"), indicator=Id(f"i {older}"), year=year, value=Decimal(75)))
        town.link(f"{newer}>{older}", kind=LinkKind.SUPERSEDES).link(f"{older}>ca")
        newer = older
    return town


def last_year(**values: object) -> Town:
    town = complete().add(
        Agreement(
            id=Id("skole2014"),
            org=Id("skole"),
            valid_from=date(2014, 1, 1),
            valid_to=date(2014, 12, 31),
            state=AgreementState.EVALUATED,
        ),
        UnitGoal(id=Id("old"), title="Et mål fra sidste år", owner=Id("skole"), agreement=Id("skole2014")),
    )
    return town.change("old", **values)


FAULTS = (
    Fault(rule="PER-001", town=lambda: complete().change("ca", valid_to=date(2014, 12, 31)), about=("la", "ua")),
    Fault(rule="PER-002", town=lambda: complete().change("ua", valid_to=date(2016, 6, 30)), about=("ua",)),
    Fault(rule="PER-002", town=lambda: complete().change("ua", valid_from=date(2014, 6, 30)), about=("ua",)),
    Fault(rule="PER-003", town=lambda: complete().change(KORT, valid_from=date(2015, 2, 1)), about=("skole2015",)),
    Fault(
        rule="PER-003",
        town=lambda: complete().change(KORT, valid_to=date(2015, 6, 30)),
        about=("skole2015",),
        mended=lambda: (
            complete()
            .change(KORT, valid_to=date(2015, 6, 30))
            .add(StrategyMap(id=Id("nyt"), centre=Id("skolecenter"), valid_from=date(2015, 1, 1)))
        ),
    ),
    Fault(rule="PER-004", town=lambda: complete().change("pa", valid_to=date(2015, 6, 30)), about=("pa",)),
    Fault(
        rule="PER-005",
        town=lambda: complete().change("ca", valid_from=date(2016, 1, 1), valid_to=date(2015, 1, 1)),
        about=("ca",),
    ),
    Fault(
        rule="PER-005",
        town=lambda: complete().change("ea", start=date(2015, 9, 1), deadline=date(2015, 8, 1)),
        about=("ea",),
    ),
    Fault(
        rule="PER-005",
        town=lambda: complete().add(
            Vision(id=Id("v"), name="Ny", valid_from=date(2030, 1, 1), valid_to=date(2020, 1, 1))
        ),
        about=("v",),
    ),
    Fault(rule="PER-006", town=lambda: complete().change("ea", deadline=date(2016, 2, 1)), about=("ea",)),
    Fault(rule="PER-007", town=lambda: carried(2), about=("ua",), mended=lambda: carried(1)),
    Fault(
        rule="PER-007",
        town=lambda: carried(3),
        about=("ua",),
        mended=lambda: carried(3).change("t ua2014", value=Decimal(74)),
    ),
    Fault(rule="PER-008", town=last_year, about=("old",), mended=lambda: last_year(state=GoalState.CLOSED)),
    Fault(
        rule="PER-008",
        town=last_year,
        about=("old",),
        mended=lambda: last_year().link("ua>old", kind=LinkKind.SUPERSEDES),
    ),
    Fault(
        rule="PER-009",
        town=lambda: complete().change("vision2020", valid_to=date(2014, 12, 31)),
        about=("vision2020",),
    ),
)
