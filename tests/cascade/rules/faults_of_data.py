"""Faults of what is asked of people, of services and quality reports (DAT, YDE, KVA)."""

from dataclasses import replace
from datetime import date

from strategikort.domain.agreements import Agreement, AgreementState, FollowUp
from strategikort.domain.goals import PoliticalGoal, UnitGoal
from strategikort.domain.measures import Collection, Indicator, Measurement
from strategikort.domain.profile import Feature, Profile
from strategikort.domain.registers import QualityReport, Service
from strategikort.domain.shape import Id
from tests.cascade.complete import complete
from tests.cascade.rules.fault import Fault
from tests.cascade.town import Town

REASON = "Tallet findes kun hos os."
SEVEN = ("purpose", "legal_basis", "content", "design", "target_group", "evidence", "evaluation")


def by_hand(*indicators: str, **values: object) -> Town:
    town = complete()
    for one in indicators:
        town.change(one, **{"collection": Collection.MANUAL, "justification": REASON, **values})
    return town


def unused(years: int) -> Town:
    """The indicator of the school's goal, carried through so many evaluated years."""
    town, newer = complete(), "i ua"
    for year in range(2014, 2014 - years, -1):
        agreement, goal, older = Id(f"skole{year}"), Id(f"u{year}"), f"i{year}"
        town.add(
            Agreement(id=agreement, org=Id("skole"), valid_from=date(year, 1, 1), valid_to=date(year, 12, 31)),
            UnitGoal(id=goal, title="Mål ua", owner=Id("skole"), agreement=agreement),
            Indicator(id=Id(older), goal=goal, name="Andel ua", definition="Andelen af alle."),
        )
        town.change(agreement, state=AgreementState.EVALUATED).change(newer, supersedes=Id(older))
        newer = older
    return town


def with_services(profile: Profile) -> Profile:
    return replace(profile, features=profile.features | {Feature.SERVICES})


def with_reports(profile: Profile) -> Profile:
    return replace(profile, features=profile.features | {Feature.QUALITY_REPORTS})


def catalogue(**values: object) -> Town:
    town = complete().add(Service(id=Id("ydelse"), name="Læsevejledning", **dict.fromkeys(SEVEN, "Beskrevet.")))
    for effort in ("ea", "eb"):
        town.change(effort, services=(Id("ydelse"),))
    return town.change("ydelse", **values)


def school(*years: int) -> Town:
    town = complete().change("skole", type="folkeskole")
    return town.add(*(QualityReport(id=Id(f"rapport {year}"), org=Id("skole"), year=year) for year in years))


def marked() -> Town:
    town = school(2014).goal(PoliticalGoal, "mærke", type="guiding_mark", quality_report=Id("rapport 2014"))
    return town


FAULTS = (
    Fault(
        rule="DAT-001",
        town=lambda: by_hand("i ua", "i la"),
        about=("i la",),
        mended=lambda: by_hand("i ua", "i ub"),
    ),
    Fault(
        rule="DAT-002",
        town=lambda: by_hand("i ua").change("kilde", available_centrally=True),
        about=("i ua",),
        mended=lambda: by_hand("i ua"),
    ),
    Fault(rule="DAT-003", town=lambda: by_hand("i ua", justification=""), about=("i ua",)),
    Fault(rule="DAT-004", town=lambda: unused(2), about=("i ua",), mended=lambda: unused(1)),
    Fault(
        rule="DAT-004",
        town=lambda: unused(2),
        about=("i ua",),
        mended=lambda: unused(2).add(
            Measurement(id=Id("m"), indicator=Id("i2013"), measured_on=date(2013, 12, 1), text="Bedre")
        ),
    ),
    Fault(
        rule="DAT-004",
        town=lambda: unused(2),
        about=("i ua",),
        mended=lambda: unused(2).add(FollowUp(id=Id("f"), goal=Id("u2014"), explanation="Andel ua steg.")),
    ),
    Fault(rule="DAT-005", town=lambda: complete().change("ua", description="Se 010100-0000."), about=("ua",)),
    Fault(
        rule="DAT-005",
        town=lambda: complete().change("kerneopgave skole2015", text="Karen 311299 1234 har sagt ja."),
        about=("kerneopgave skole2015",),
        mended=lambda: complete().change("kerneopgave skole2015", text="Sag 991399-1234 og 2015-010100-00001"),
    ),
    Fault(
        rule="DAT-006",
        town=lambda: complete().change("i ua", population_size=4),
        about=("i ua",),
        mended=lambda: complete().change("i ua", population_size=5),
    ),
    Fault(
        rule="YDE-001",
        town=lambda: catalogue(evidence="", design=" "),
        about=("ydelse",),
        mended=catalogue,
        model=with_services,
    ),
    Fault(
        rule="YDE-002",
        town=lambda: catalogue().change("ea", services=()),
        about=("ea",),
        mended=catalogue,
        model=with_services,
    ),
    Fault(
        rule="YDE-002",
        town=lambda: catalogue().add(Service(id=Id("to"), name="Ingen giver den")),
        about=("to",),
        mended=catalogue,
        model=with_services,
    ),
    Fault(
        rule="YDE-003",
        town=lambda: complete().change("ea", method="Makkerlæsning", method_reason=""),
        about=("ea",),
        mended=lambda: complete().change("ea", method="Makkerlæsning"),
    ),
    Fault(rule="KVA-001", town=lambda: school(2012), about=("skole",), mended=lambda: school(2014), model=with_reports),
    Fault(
        rule="KVA-002",
        town=marked,
        about=("mærke",),
        mended=lambda: marked().link("ca>mærke"),
        model=with_reports,
    ),
)
