"""Faults of agreements and their signatures (AFT)."""

from dataclasses import replace
from datetime import date

from strategikort.domain.agreed import content_hash
from strategikort.domain.agreements import (
    Agreement,
    AgreementState,
    Commitment,
    Involvement,
    InvolvementKind,
)
from strategikort.domain.goals import Origin, UnitGoal
from strategikort.domain.organisation import Placement
from strategikort.domain.profile import InvolvementStep, Profile
from strategikort.domain.shape import Id
from tests.cascade.complete import complete
from tests.cascade.rules.fault import Fault
from tests.cascade.town import Town

AFTALE = Id("skole2015")
CHIEF, LEADER = "centre_chief skole2015", "unit_leader skole2015"


def with_hearing(profile: Profile) -> Profile:
    step = InvolvementStep(kind=InvolvementKind.HEARING, body="Skolebestyrelsen")
    return replace(profile, involvements=(step,))


def heard(*agreements: str, **values: object) -> Town:
    town = complete()
    for one in agreements:
        heard = Involvement(id=Id(f"høring {one}"), agreement=Id(one), body="Skolebestyrelsen")
        town.add(replace(heard, answered_on=date(2015, 1, 10)))
    return town.change(f"høring {agreements[0]}", **values)


def many(count: int) -> Town:
    town = complete()
    names = [f"x{number}" for number in range(count)]
    town.goal(UnitGoal, *names, owner=Id("skole"), agreement=AFTALE)
    return town.link(*(f"{name}>ca" for name in names))


def stamped() -> Town:
    town = complete()
    agreement = town.document.all(Agreement)[AFTALE]
    return town.change("skole2015", content_hash=content_hash(town.document, agreement))


def promised(**values: object) -> Town:
    promise = Commitment(id=Id("tilsagn"), agreement=AFTALE, title="En vikar", deadline=date(2015, 5, 1))
    return complete().add(replace(promise, responsible=Id("leder af skolecenter"))).change("tilsagn", **values)


def another() -> Town:
    agreement = complete().document.all(Agreement)[AFTALE]
    return complete().add(replace(agreement, id=Id("to"), valid_from=date(2015, 7, 1)))


FAULTS = (
    Fault(
        rule="AFT-001",
        town=lambda: complete().change("ua", agreement=None).change("la", agreement=None),
        about=("skole2015",),
    ),
    Fault(rule="AFT-002", town=lambda: many(4), about=("skole2015",), mended=lambda: many(3)),
    Fault(rule="AFT-002", town=lambda: many(9), about=("skole2015",)),
    Fault(rule="AFT-003", town=lambda: complete().change(LEADER, person=None), about=("skole2015",)),
    Fault(rule="AFT-003", town=lambda: complete().without(CHIEF), about=("skole2015",)),
    Fault(rule="AFT-004", town=lambda: complete().change(CHIEF, person=Id("leder af skole")), about=("skole2015",)),
    Fault(rule="AFT-005", town=lambda: complete().change(LEADER, signed_on=None), about=("skole2015",)),
    Fault(rule="AFT-005", town=lambda: complete().change(LEADER, method=None), about=("skole2015",)),
    Fault(
        rule="AFT-006",
        town=lambda: stamped().change("ua", title="Noget andet end aftalt"),
        about=("skole2015",),
        mended=lambda: stamped().change("skole2015", case_number="15/7"),
    ),
    Fault(rule="AFT-007", town=lambda: complete().change(LEADER, signed_on=date(2015, 2, 5)), about=("skole2015",)),
    Fault(
        rule="AFT-007",
        town=lambda: complete().change("skole2015", state=AgreementState.READY).change(LEADER, signed_on=None),
        about=("skole2015",),
    ),
    Fault(
        rule="AFT-008",
        town=another,
        about=("to",),
        mended=lambda: another().change("to", amends=AFTALE),
    ),
    Fault(
        rule="AFT-009",
        town=lambda: complete().change("skole2015", state=AgreementState.CANCELLED),
        about=("skole",),
        mended=lambda: (
            complete().change("skole2015", state=AgreementState.CANCELLED).change("skole", has_agreement=False)
        ),
    ),
    Fault(
        rule="AFT-010",
        town=lambda: heard("skole2015"),
        about=("bibliotek2015",),
        mended=lambda: heard("skole2015", "bibliotek2015"),
        model=with_hearing,
    ),
    Fault(
        rule="AFT-010",
        town=lambda: heard("skole2015", "bibliotek2015", answered_on=None, waived=True),
        about=("skole2015",),
        mended=lambda: heard(
            "skole2015", "bibliotek2015", answered_on=None, waived=True, waived_why="Ingen bestyrelse"
        ),
        model=with_hearing,
    ),
    Fault(
        rule="AFT-011",
        town=lambda: complete().change("unit_leader@skole", valid_to=date(2014, 12, 31)),
        about=("skole2015",),
    ),
    Fault(
        rule="AFT-011", town=lambda: complete().change(CHIEF, person=Id("leder af kulturcenter")), about=("skole2015",)
    ),
    Fault(rule="AFT-012", town=lambda: complete().change("kerneopgave skole2015", text=" "), about=("skole2015",)),
    Fault(rule="AFT-013", town=lambda: complete().change("ua", origin=Origin.LOCAL), about=("skole2015",)),
    Fault(rule="AFT-013", town=lambda: complete().change("la", origin=Origin.COMMON), about=("skole2015",)),
    Fault(
        rule="AFT-014",
        town=lambda: complete().change("unit_leader@skole", valid_to=date(2015, 1, 31)),
        about=("skole2015",),
    ),
    Fault(
        rule="AFT-014",
        town=lambda: (
            complete()
            .change("skole@skolecenter", valid_to=date(2015, 1, 31))
            .add(
                Placement(id=Id("flyttet"), unit=Id("skole"), parent=Id("kulturcenter"), valid_from=date(2015, 2, 1)),
            )
        ),
        about=("skole2015",),
    ),
    Fault(
        rule="AFT-015",
        town=lambda: (
            complete()
            .change("skole2015", case_number="")
            .change(LEADER, signed_on=date(2015, 1, 10))
            .change(CHIEF, signed_on=date(2015, 1, 9))
        ),
        about=("skole2015",),
        mended=lambda: complete().change("skole2015", case_number=""),
    ),
    Fault(rule="AFT-016", town=lambda: promised(deadline=None), about=("tilsagn",), mended=promised),
    Fault(rule="AFT-016", town=lambda: promised(responsible=None), about=("tilsagn",), mended=promised),
)
