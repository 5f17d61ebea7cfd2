"""Faults of maps as drawings, and of what is printed (STR-010 to 014, PRT)."""

from datetime import date

from strategikort.domain.agreements import AgreementState
from strategikort.domain.goals import CentreGoal, VisionElement
from strategikort.domain.maps import MapPlace, Paper
from strategikort.domain.shape import Id
from tests.cascade.complete import complete
from tests.cascade.rules.fault import Fault
from tests.cascade.town import Town

KORT = "kort skolecenter"


def crowded(count: int) -> Town:
    town = complete()
    names = [f"c{number}" for number in range(count - 1)]
    town.goal(CentreGoal, *names, owner=Id("skolecenter"))
    return town.link(*(f"{name}>pa" for name in names))


def wide(x: int, paper: Paper = Paper.A3) -> Town:
    town = complete().change(KORT, paper=paper)
    return town.add(MapPlace(id=Id("far"), map=Id(KORT), goal=Id("ua"), x=x))


FAULTS = (
    Fault(rule="STR-010", town=lambda: crowded(16), about=(KORT,), mended=lambda: crowded(15)),
    Fault(rule="STR-010", town=lambda: crowded(21), about=(KORT,)),
    Fault(rule="STR-011", town=lambda: complete().change("vision", layer=""), about=("kommune",)),
    Fault(rule="STR-011", town=lambda: complete().change("vision", valid_to=date(2014, 1, 1)), about=("kommune",)),
    Fault(
        rule="STR-012",
        town=lambda: complete().goal(VisionElement, "tredje", layer="focus_group").link("pa>tredje"),
        about=("kommune",),
    ),
    Fault(rule="STR-013", town=lambda: complete().change("ca", balance=("financial",)), about=(KORT,) * 3),
    Fault(rule="STR-014", town=lambda: complete().goal(CentreGoal, "cx", owner=Id("skolecenter")), about=("cx",)),
    Fault(
        rule="PRT-001",
        town=lambda: complete().without("ua>ca"),
        about=("skole2015",),
        mended=lambda: complete().without("ua>ca").change("skole2015", state=AgreementState.DRAFT),
    ),
    Fault(rule="PRT-001", town=lambda: complete().change("ca", title="Se 010100-0000"), about=("skole2015",)),
    Fault(rule="PRT-001", town=lambda: complete().change("t ua", text="Se 010100-0000"), about=("skole2015",)),
    Fault(rule="PRT-002", town=lambda: wide(2_200), about=(KORT,), mended=lambda: wide(1_600)),
    Fault(rule="PRT-002", town=lambda: wide(1_600, Paper.A4), about=(KORT,), mended=lambda: wide(1_000, Paper.A4)),
)
