"""What a person can do to have an agreement: make the year's for a unit, with its parties, texts and days."""

from collections.abc import Iterator
from datetime import date

from strategikort.domain.agreements import (
    Agreement,
    AgreementState,
    FollowUp,
    FollowUpKind,
    Section,
    Signatory,
)
from strategikort.domain.changes import ChangeSet, added
from strategikort.domain.document import Document
from strategikort.domain.edits.refusal import EditRefused, NewId, existing
from strategikort.domain.organisation import OrgUnit, Placement, RoleHolding
from strategikort.domain.phrases import phrase
from strategikort.domain.profile import Profile
from strategikort.domain.shape import Id, Record


def holder_of(document: Document, role: str, org: Id | None, on: date) -> Id | None:
    """The person who holds ``role`` in ``org`` (None: the municipality) on a day, None if nobody does."""
    holdings = document.all(RoleHolding).values()
    found = (
        one for one in holdings if one.role == role and one.org == org and within(on, one.valid_from, one.valid_to)
    )
    return next((one.person for one in found), None)


def within(day: date, first: date | None, last: date | None) -> bool:
    """Whether ``day`` lies in the days from ``first`` to ``last``; None is no limit."""
    return (first is None or first <= day) and (last is None or day <= last)


def centre_of(document: Document, unit: Id | None, on: date | None) -> OrgUnit | None:
    """The centre that ``unit`` belongs to on a day (None: any day), or the unit itself if it is a centre."""
    org = document.get(OrgUnit, unit)
    if org is None or org.kind == "centre":
        return org
    for place in document.grouped(Placement, "unit").get(org.id, ()):
        if on is None or within(on, place.valid_from, place.valid_to):
            return document.get(OrgUnit, place.parent)
    return None


def party_home(document: Document, unit: Id, of: str, on: date) -> Id | None:
    """Where who signs an agreement of ``unit`` as a party ``of`` unit, centre or municipality holds the role on a day.

    None for the municipality, and for the centre of a unit that has none.
    """
    centre = centre_of(document, unit, on)
    return {"unit": unit, "centre": centre.id if centre else None, "municipality": None}[of]


def add_agreement(document: Document, *, profile: Profile, new_id: NewId, unit: Id, year: int) -> ChangeSet:
    """Make the agreement of ``unit`` for ``year``, with the profile's sections, signatories and follow-up dates.

    Raises:
        EditRefused: ``gone``, or ``agreement.twice`` if the unit has one, not cancelled, that covers those days.
    """
    org = existing(document, OrgUnit, unit)
    first, last = profile.period(year)
    if agreement_in(document, unit, first, last):
        raise EditRefused("agreement.twice", unit=org.name, year=str(year))
    title = f"{profile.words['unit_agreement']:One} {year}"
    made = Agreement(
        id=new_id(),
        org=unit,
        valid_from=first,
        valid_to=last,
        title=title,
        code="-".join(part for part in (org.code, str(year)) if part),
        budget_year=year,
    )
    parts = _parts(document, made, org, profile, new_id, year)
    return ChangeSet(
        phrase("edit.add_agreement", unit=org.name, year=str(year)),
        added([made, *parts]),
    )


def agreement_in(document: Document, unit: Id, first: date, last: date) -> Agreement | None:
    """An agreement of ``unit`` that covers some of the days and has not been cancelled, or None."""
    found = (one for one in document.all(Agreement).values() if one.org == unit)
    alive = (one for one in found if one.state is not AgreementState.CANCELLED)
    return next((one for one in alive if one.valid_from <= last and first <= one.valid_to), None)


def _parts(
    document: Document,
    made: Agreement,
    org: OrgUnit,
    profile: Profile,
    new_id: NewId,
    year: int,
) -> Iterator[Record]:
    for place, section in enumerate(profile.sections):
        yield Section(
            id=new_id(),
            agreement=made.id,
            key=section.key,
            heading=section.heading,
            position=place,
        )
    for place, party in enumerate(profile.signatories):
        home = party_home(document, org.id, party.of, made.valid_from)
        person = holder_of(document, party.role, home, made.valid_from)
        yield Signatory(
            id=new_id(),
            agreement=made.id,
            role=party.role,
            person=person,
            position=place,
            required=party.required,
        )
    for kind, key in (
        (FollowUpKind.MIDYEAR, "midyear_due"),
        (FollowUpKind.YEAREND, "yearend_due"),
    ):
        day = profile.wheel_date(key, year)
        if day:
            yield FollowUp(id=new_id(), agreement=made.id, kind=kind, planned_on=day)
