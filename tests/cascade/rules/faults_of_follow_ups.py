"""Faults of follow-up (OPF)."""

from datetime import date
from decimal import Decimal

from strategikort.domain.agreements import AgreementState, Consequence, FollowUp, FollowUpKind, Status
from strategikort.domain.measures import Measurement
from strategikort.domain.shape import Id
from tests.cascade.complete import complete
from tests.cascade.rules.fault import Fault
from tests.cascade.town import Town

PLANNED = ("midyear skole2015", "yearend skole2015")


def held(**values: object) -> Town:
    """The school's goal, followed up at the end."""
    town = complete().add(
        FollowUp(
            id=Id("opf"),
            goal=Id("ua"),
            agreement=Id("skole2015"),
            kind=FollowUpKind.YEAREND,
            done_on=date(2015, 2, 10),
            status=Status.ON_TRACK,
            explanation="Det går godt.",
            learning_point="Begynd tidligt.",
        )
    )
    return town.change("opf", **values)


def measured(value: int, **values: object) -> Town:
    result = Measurement(id=Id("m"), indicator=Id("i ua"), measured_on=date(2015, 2, 1), value=Decimal(value))
    return held(**values).add(result)


def late(**values: object) -> Town:
    return complete().change("midyear skole2015", planned_on=date(2015, 1, 31), **values)


FAULTS = (
    Fault(rule="OPF-001", town=lambda: complete().without(*PLANNED), about=("la", "ua")),
    Fault(
        rule="OPF-001",
        town=lambda: complete().without(*PLANNED),
        about=("la", "ua"),
        mended=lambda: complete().without(PLANNED[0]).change(PLANNED[1], planned_on=None),
    ),
    Fault(
        rule="OPF-002",
        town=lambda: complete().change(PLANNED[0], planned_on=date(2015, 1, 31)),
        about=(PLANNED[0],),
        mended=lambda: complete().change(PLANNED[0], planned_on=date(2015, 2, 1)),
    ),
    Fault(rule="OPF-002", town=late, about=(PLANNED[0],), mended=lambda: late(done_on=date(2015, 2, 1))),
    Fault(
        rule="OPF-002",
        town=late,
        about=(PLANNED[0],),
        mended=lambda: held(kind=FollowUpKind.MIDYEAR).change(PLANNED[0], planned_on=date(2015, 1, 31)),
    ),
    Fault(rule="OPF-003", town=lambda: held(explanation=" "), about=("opf",), mended=held),
    Fault(
        rule="OPF-003",
        town=lambda: held(explanation=""),
        about=("opf",),
        mended=lambda: measured(71, explanation=""),
    ),
    Fault(
        rule="OPF-004",
        town=lambda: measured(74, status=Status.FULFILLED),
        about=("opf",),
        mended=lambda: measured(75, status=Status.FULFILLED),
    ),
    Fault(
        rule="OPF-004",
        town=lambda: measured(75, status=Status.NOT_FULFILLED),
        about=("opf",),
        mended=lambda: measured(74, status=Status.NOT_FULFILLED),
    ),
    Fault(
        rule="OPF-005",
        town=lambda: held(status=Status.NOT_FULFILLED),
        about=("opf",),
        mended=lambda: held(status=Status.NOT_FULFILLED, consequence=Consequence.LEARNING_DIALOGUE),
    ),
    Fault(
        rule="OPF-005",
        town=lambda: held(status=Status.PARTLY_FULFILLED),
        about=("opf",),
        mended=lambda: held(status=Status.PARTLY_FULFILLED, consequence_text="Vi prøver igen."),
    ),
    Fault(
        rule="OPF-006",
        town=lambda: complete().change("skole2015", valid_from=date(2014, 1, 1), valid_to=date(2014, 12, 1)),
        about=("skole2015",),
        mended=lambda: (
            complete()
            .change("skole2015", valid_from=date(2014, 1, 1), valid_to=date(2014, 12, 1))
            .change("skole2015", state=AgreementState.EVALUATED)
        ),
    ),
    Fault(rule="OPF-007", town=lambda: held(learning_point=""), about=("opf",), mended=held),
    Fault(rule="OPF-008", town=lambda: complete().without(PLANNED[0]), about=("skole2015",)),
)
