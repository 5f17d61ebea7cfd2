"""A municipality in which everything is as it should be: no rule has anything to say of it."""

from datetime import date
from decimal import Decimal

from strategikort.domain.agreements import (
    AgreementState,
    FollowUp,
    FollowUpKind,
    Section,
    Signatory,
    SigningMethod,
)
from strategikort.domain.goals import Origin, UnitGoal, VisionElement
from strategikort.domain.maps import MapPlace, StrategyMap
from strategikort.domain.measures import Chain, DataSource, Direction, Indicator, YearlyTarget
from strategikort.domain.organisation import Committee, Person, RoleHolding, Vision
from strategikort.domain.shape import Id
from tests.cascade.town import Town, healthy

SIGNED = date(2015, 1, 20)
POLES = ("non_financial", "effort", "employee", "future", "financial", "result", "citizen", "present")
LAYERS = ("mission", "vision", "focus_group", "focus_group", "characteristic")


def complete() -> Town:
    """The healthy municipality, complete: agreements signed in time, goals measured and followed up, maps filled."""
    town = healthy().add(
        Committee(id=Id("udvalg"), name="Børneudvalget"),
        DataSource(id=Id("kilde"), name="Egen optælling", measure_key="andel"),
        Vision(id=Id("vision2020"), name="Vision 2020", valid_to=date(2020, 12, 31)),
    )
    town.change("vision", layer="mission", vision=Id("vision2020"))
    for number, layer in enumerate(LAYERS[1:], start=1):
        town.goal(VisionElement, f"vision{number}", layer=layer, vision=Id("vision2020"))
        town.link(f"pa>vision{number}")
    town.without("kort", "ca@kort")
    for mark, centre, unit in (("a", "skolecenter", "skole"), ("b", "kulturcenter", "bibliotek")):
        _organised(town, centre, unit)
        _agreed(town, mark, centre, unit)
        _measured(town, mark)
        _drawn(town, mark, centre)
    return town


def _organised(town: Town, centre: str, unit: str) -> None:
    for org, role in ((centre, "centre_chief"), (unit, "unit_leader")):
        town.add(
            Person(id=Id(f"leder af {org}"), name=f"Leder af {org}"),
            RoleHolding(id=Id(f"{role}@{org}"), person=Id(f"leder af {org}"), org=Id(org), role=role),
        )


def _agreed(town: Town, mark: str, centre: str, unit: str) -> None:
    agreement = Id(f"{unit}2015")
    town.change(
        agreement,
        state=AgreementState.IN_FORCE,
        code=f"{unit.upper()}-2015",
        title=f"Aftale for {unit}",
        case_number="15/1",
    )
    for place, (org, role) in enumerate(((centre, "centre_chief"), (unit, "unit_leader"))):
        town.add(
            Signatory(
                id=Id(f"{role} {agreement}"),
                agreement=agreement,
                role=role,
                person=Id(f"leder af {org}"),
                position=place,
                signed_on=SIGNED,
                method=SigningMethod.PAPER,
                evidence="underskrevet ark",
            )
        )
    town.add(Section(id=Id(f"kerneopgave {agreement}"), agreement=agreement, key="core_task", text="Børnene først."))
    for kind, day in ((FollowUpKind.MIDYEAR, date(2015, 6, 10)), (FollowUpKind.YEAREND, date(2015, 11, 5))):
        town.add(FollowUp(id=Id(f"{kind.value} {agreement}"), agreement=agreement, kind=kind, planned_on=day))
    person = Id(f"leder af {unit}")
    town.change(f"u{mark}", origin=Origin.COMMON, responsible=person)
    town.goal(UnitGoal, f"l{mark}", owner=Id(unit), agreement=agreement, responsible=person).link(f"l{mark}>c{mark}")
    town.change(f"c{mark}", responsible=Id(f"leder af {centre}"), success_criterion="Det kan ses i hverdagen.")
    town.change(
        f"e{mark}",
        responsible=person,
        method_reason="Det virkede sidst.",
        start=date(2015, 2, 1),
        deadline=date(2015, 10, 1),
    )


def _measured(town: Town, mark: str) -> None:
    for goal in (f"u{mark}", f"l{mark}"):
        town.add(
            Indicator(
                id=Id(f"i {goal}"),
                goal=Id(goal),
                name=f"Andel {goal}",
                definition="Andelen af alle.",
                chain=Chain.RESULT,
                unit="%",
                direction=Direction.UP,
                baseline=Decimal(70),
                baseline_on=date(2014, 12, 1),
                source=Id("kilde"),
                use_for="Vi taler om det på næste møde.",
            ),
            YearlyTarget(id=Id(f"t {goal}"), indicator=Id(f"i {goal}"), year=2015, value=Decimal(75)),
        )


def _drawn(town: Town, mark: str, centre: str) -> None:
    town.change(
        f"p{mark}", committee=Id("udvalg"), decided_on=date(2014, 6, 1), decided_by="Byrådet", type="vision_goal"
    )
    days = {"valid_from": date(2015, 1, 1), "valid_to": date(2016, 12, 31)}
    town.add(StrategyMap(id=Id(f"kort {centre}"), title=f"Kort for {centre}", centre=Id(centre), **days))
    town.change(f"c{mark}", balance=POLES[::2]).change(f"u{mark}", balance=POLES[1::2])
    town.add(MapPlace(id=Id(f"c{mark}@kort {centre}"), map=Id(f"kort {centre}"), goal=Id(f"c{mark}")))
