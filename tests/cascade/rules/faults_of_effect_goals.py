"""Faults of effect goals by policy area (VIB)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from strategikort.domain.goals import DecisionStatus, PoliticalGoal, UnitGoal
from strategikort.domain.measures import Direction, Indicator, YearlyTarget
from strategikort.domain.organisation import PolicyArea
from strategikort.domain.profile import Feature, Profile
from strategikort.domain.shape import Id
from tests.cascade.complete import complete
from tests.cascade.rules.fault import Fault
from tests.cascade.town import Town


def as_in_viborg(profile: Profile) -> Profile:
    return replace(profile, features=profile.features | {Feature.EFFECT_GOALS})


def area(count: int = 3) -> Town:
    """A policy area with an objective and effect goals under it, each measured and taken up."""
    town = complete().add(PolicyArea(id=Id("område"), name="Folkeskoler"))
    town.goal(PoliticalGoal, "målsætning", type="objective", decision_status=DecisionStatus.ADOPTED)
    for number in range(count):
        goal = f"effekt{number}"
        town.goal(
            PoliticalGoal,
            goal,
            type="effect_goal",
            policy_area=Id("område"),
            decision_status=DecisionStatus.ADOPTED,
            valid_from=date(2014, 1, 1),
            valid_to=date(2017, 12, 31),
        )
        town.add(Indicator(id=Id(f"i {goal}"), goal=Id(goal), name="Andel", direction=Direction.UP))
        for year, value in ((2014, 70), (2015, 72), (2016, 74)):
            town.add(YearlyTarget(id=Id(f"{goal} {year}"), indicator=Id(f"i {goal}"), year=year, value=Decimal(value)))
        town.link(f"{goal}>målsætning", f"ca>{goal}")
    return town


def many_goals(count: int) -> Town:
    town = area()
    names = [f"x{number}" for number in range(count)]
    town.goal(UnitGoal, *names, owner=Id("skole"), agreement=Id("skole2015"))
    return town.link(*(f"{name}>ca" for name in names))


def fault(rule: str, town: "Town", about: str) -> Fault:
    return Fault(rule=rule, town=lambda: town, about=(about,), mended=area, model=as_in_viborg)


FAULTS = (
    fault("VIB-001", area(2), "område"),
    fault("VIB-001", area(6), "område"),
    fault("VIB-002", area().without("effekt0 2015"), "effekt0"),
    fault("VIB-003", area().change("effekt0", valid_from=date(2015, 1, 1), valid_to=date(2015, 12, 31)), "effekt0"),
    fault("VIB-004", area().change("effekt0 2016", value=Decimal(71)), "effekt0"),
    fault("VIB-005", area().without("effekt0>målsætning"), "effekt0"),
    fault("VIB-006", area().without("ca>effekt0"), "effekt0"),
    fault("VIB-007", many_goals(4), "skole2015"),
)
