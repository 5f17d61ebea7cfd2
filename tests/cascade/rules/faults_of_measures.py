"""Faults of indicators and their figures (MAL)."""

from datetime import date
from decimal import Decimal

from strategikort.domain.goals import UnitGoal
from strategikort.domain.measures import Chain, Direction, Indicator, IndicatorKind, Measurement, YearlyTarget
from strategikort.domain.shape import Id
from tests.cascade.complete import complete
from tests.cascade.rules.fault import Fault
from tests.cascade.town import Town


def measured(goal: str, count: int) -> Town:
    """A goal with so many indicators more than its own."""
    town = complete()
    own = town.document.all(Indicator)[Id("i ua")]
    for number in range(count):
        town.add(Indicator(id=Id(f"more {number}"), goal=Id(goal), name=f"Tal {number}"))
        town.change(f"more {number}", source=own.source, use_for=own.use_for, kind=IndicatorKind.SIGN)
    return town


def indicator(**values: object) -> Town:
    return complete().change("i ua", **values)


def effect_goal(*chains: Chain) -> Town:
    town = complete().change("pa", type="effect_goal")
    for number, chain in enumerate(chains):
        town.add(Indicator(id=Id(f"e{number}"), goal=Id("pa"), name=f"Tal {number}", chain=chain))
    return town


def worded(title: str) -> Town:
    return complete().change("ca", title=title)


def carried(**values: object) -> Town:
    """The indicator of the school's goal, and that of the year before with its last figure."""
    town = complete().add(
        Indicator(id=Id("old"), name="Andel ua", definition="Andelen af alle."),
        Measurement(id=Id("m old"), indicator=Id("old"), measured_on=date(2014, 12, 1), value=Decimal(70)),
        UnitGoal(id=Id("g old"), title="Mål ua", valid_to=date(2014, 12, 31)),
    )
    return town.change("old", goal=Id("g old")).change("i ua", **{"supersedes": Id("old"), **values})


FAULTS = (
    Fault(rule="MAL-001", town=lambda: complete().without("t ua", "i ua"), about=("ua",)),
    Fault(
        rule="MAL-001",
        town=lambda: complete().without("t ua", "i ua"),
        about=("ua",),
        mended=lambda: complete().without("t ua", "i ua").change("ua", success_criterion="Alle kan læse"),
    ),
    Fault(rule="MAL-002", town=lambda: measured("ua", 3), about=("ua",), mended=lambda: measured("ua", 2)),
    Fault(rule="MAL-002", town=lambda: measured("ca", 6), about=("ca",)),
    Fault(rule="MAL-003", town=lambda: measured("ua", 9), about=("skole2015",), mended=lambda: measured("ua", 8)),
    Fault(rule="MAL-003", town=lambda: measured("ua", 19), about=("skole2015",)),
    Fault(rule="MAL-004", town=lambda: indicator(goal=None), about=("i ua",)),
    Fault(rule="MAL-005", town=lambda: indicator(use_for=" "), about=("i ua",)),
    Fault(rule="MAL-010", town=lambda: indicator(baseline=None), about=("i ua",)),
    Fault(
        rule="MAL-010",
        town=lambda: indicator(baseline_on=None),
        about=("i ua",),
        mended=lambda: indicator(baseline_on=None, baseline_pending=date(2015, 3, 1)),
    ),
    Fault(rule="MAL-011", town=lambda: complete().without("t ua"), about=("i ua",)),
    Fault(rule="MAL-011", town=lambda: complete().change("t ua", year=2014), about=("i ua",)),
    Fault(
        rule="MAL-011",
        town=lambda: complete().change("t ua", value=None),
        about=("i ua",),
        mended=lambda: complete().change("t ua", value=None, text="Flere end nu"),
    ),
    Fault(
        rule="MAL-011",
        town=lambda: complete().change("t ua", value=None).add(LAST_YEAR),
        about=("i ua",),
    ),
    Fault(rule="MAL-012", town=lambda: indicator(source=None), about=("i ua",)),
    Fault(rule="MAL-013", town=lambda: indicator(unit=""), about=("i ua",)),
    Fault(rule="MAL-014", town=lambda: indicator(direction=Direction.DOWN), about=("i ua",)),
    Fault(rule="MAL-014", town=lambda: complete().change("t ua", value=Decimal(60)), about=("i ua",)),
    Fault(
        rule="MAL-015",
        town=lambda: complete().change("t ua", value=Decimal(70)),
        about=("i ua",),
        mended=lambda: complete().change("t ua", value=Decimal(70)).change("i ua", direction=Direction.KEEP),
    ),
    Fault(rule="MAL-016", town=lambda: indicator(baseline_on=date(2012, 12, 31)), about=("i ua",)),
    Fault(
        rule="MAL-017",
        town=lambda: effect_goal(Chain.ACTIVITY, Chain.OUTPUT),
        about=("pa",),
        mended=lambda: effect_goal(Chain.ACTIVITY, Chain.EFFECT),
    ),
    Fault(rule="MAL-018", town=lambda: complete().change("t ua", value=Decimal(120)), about=("i ua",)),
    Fault(
        rule="MAL-018",
        town=lambda: indicator(baseline=Decimal(-5)),
        about=("i ua",),
        mended=lambda: indicator(baseline=Decimal(-5), minimum=Decimal(-10)),
    ),
    Fault(
        rule="MAL-019",
        town=lambda: carried(definition="Andelen af nogle."),
        about=("i ua",),
        mended=lambda: carried(definition="Andelen af nogle.", comparability_note="Kun fra 2015."),
    ),
    Fault(rule="MAL-020", town=lambda: worded("Øget fokus på trivsel"), about=("ca",)),
    Fault(rule="MAL-020", town=lambda: worded("Vi arbejder med læring"), about=("ca",)),
    Fault(
        rule="MAL-020",
        town=lambda: worded("Fokus på læsning"),
        about=("ca",),
        mended=lambda: worded("Fokus på, at 80 procent læser hver dag"),
    ),
    Fault(rule="MAL-021", town=lambda: carried().without("m old"), about=("i ua",), mended=carried),
    Fault(
        rule="MAL-021",
        town=lambda: carried().change("m old", measured_on=date(2015, 1, 15)),
        about=("i ua",),
        mended=carried,
    ),
)

LAST_YEAR = YearlyTarget(id=Id("t 2014"), indicator=Id("i ua"), year=2014, value=Decimal(72))
