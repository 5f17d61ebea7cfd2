"""Agreements of the sample's year, each in the state that it is in on the sample's day."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from strategikort.application.sample.content import CentreHeadWords, StatusWords, TownWords, UnitWords
from strategikort.application.sample.records import YEAR, Made, identity, last_day
from strategikort.application.sample.units import Staff, Term
from strategikort.domain.agreements import (
    Agreement,
    AgreementState,
    Commitment,
    FollowUp,
    FollowUpKind,
    Involvement,
    InvolvementKind,
    Section,
    Signatory,
    SigningMethod,
)
from strategikort.domain.profile import Profile
from strategikort.domain.shape import Id

UNSIGNED: Final[Mapping[str, AgreementState]] = {
    "DS-D6": AgreementState.IN_HEARING,
    "DS-D17": AgreementState.IN_DIALOGUE,
    "DS-K1": AgreementState.IN_DIALOGUE,
    "SO-P3": AgreementState.READY,
    "SO-P6": AgreementState.IN_HEARING,
    "SSI-B4": AgreementState.DRAFT,
    "JU-S1": AgreementState.READY,
    "KI-K1": AgreementState.READY,
}
"""Agreements that nobody has signed on the sample's day, by the unit's code."""

SCHOOL_YEAR: Final = date(YEAR - 1, 8, 1), date(YEAR, 7, 31)
SCHOOL_MIDYEAR: Final = date(YEAR, 1, 14)
SENT_FOR_HEARING: Final = date(YEAR - 1, 11, 24)
_PRICE_LEVEL: Final = "2015-priser"
_CLOSING: Final = 4
"""Every so many units one is signed in the last days of January and not yet in force."""


def term_of(words: UnitWords, profile: Profile) -> Term:
    """When the agreement of a unit runs, and whether it is signed."""
    first, last = SCHOOL_YEAR if "school_year" in words.planted else profile.period(YEAR)
    own = identity("unit", words.code, "agreement", first.year)
    return Term(agreement=own, first=first, last=last, begun=words.code not in UNSIGNED)


def make_agreement(
    made: Made,
    town: TownWords,
    profile: Profile,
    head: CentreHeadWords,
    words: UnitWords,
    *,
    staff: Staff,
    chief: Id,
    term: Term,
    position: int,
) -> None:
    """The agreement of a unit with all that is in it but its goals. ``position`` counts the units of all centres."""
    signed_on = _signed_on(position, term)
    state = UNSIGNED.get(words.code) or (
        AgreementState.SIGNED if position % _CLOSING == 0 and term.first.year == YEAR else AgreementState.IN_FORCE
    )
    year = f"{term.first.year}/{term.last:%y}" if term.first.year != term.last.year else str(term.first.year)
    made.add(
        Agreement(
            id=term.agreement,
            org=identity("unit", words.code),
            valid_from=term.first,
            valid_to=term.last,
            code=f"{words.code}-{term.first.year}",
            title=f"{profile.words['unit_agreement']:One} {year}",
            state=state,
            budget_amount=words.budget_amount,
            budget_year=YEAR,
            price_level=_PRICE_LEVEL,
            case_number=f"{term.first.year - 2001}/{20000 + 37 * position}",
        )
    )
    _make_sections(made, town, profile, head, words, term)
    _make_signatories(made, profile, {"centre": chief, "unit": staff.leader}, signed_on if term.begun else None, term)
    _make_involvements(made, town, words, state, term)
    for place, promise in enumerate(words.commitment):
        made.add(
            Commitment(
                id=identity(term.agreement, "commitment", place),
                agreement=term.agreement,
                title=promise.title,
                description=promise.description,
                responsible=chief,
                deadline=last_day(promise.deadline),
                position=place,
            )
        )
    _make_follow_ups(made, profile, term)


def _signed_on(position: int, term: Term) -> date:
    """A working day in January, or in August for a school year."""
    if term.first.year < YEAR:
        return term.first + timedelta(days=17)
    week = 3 if position % _CLOSING == 0 else position // 5 % 3
    return date(YEAR, 1, 5) + timedelta(days=7 * week + position % 5)


def _make_sections(
    made: Made, town: TownWords, profile: Profile, head: CentreHeadWords, words: UnitWords, term: Term
) -> None:
    texts = {
        "parties": town.sections.parties.format(unit=words.name, centre=head.name),
        "core_task": words.core_task,
        "budget": words.budget_text,
        "cooperation": words.cooperation,
        "follow_up": town.sections.follow_up.format(unit=words.name, centre=head.name),
    }
    for place, section in enumerate(profile.sections):
        made.add(
            Section(
                id=identity(term.agreement, "section", section.key),
                agreement=term.agreement,
                key=section.key,
                heading=section.heading,
                text=texts.get(section.key, ""),
                position=place,
            )
        )


def _make_signatories(
    made: Made, profile: Profile, people: Mapping[str, Id], signed_on: date | None, term: Term
) -> None:
    for place, party in enumerate(profile.signatories):
        made.add(
            Signatory(
                id=identity(term.agreement, "signs", party.role),
                agreement=term.agreement,
                role=party.role,
                person=people.get(party.of),
                position=place,
                required=party.required,
                signed_on=signed_on,
                method=SigningMethod.PAPER if signed_on else None,
                evidence="Underskrevet papireksemplar ligger på sagen" if signed_on else "",
            )
        )


def _make_involvements(made: Made, town: TownWords, words: UnitWords, state: AgreementState, term: Term) -> None:
    board = town.boards.get(words.type)
    bodies = [(InvolvementKind.HEARING, board)] if board else []
    sent = SENT_FOR_HEARING if term.first.year == YEAR else term.first - timedelta(days=70)
    late = state is AgreementState.IN_HEARING
    if late:
        sent = date(YEAR, 2, 2)
    begun = state not in (AgreementState.DRAFT, AgreementState.IN_DIALOGUE)
    for place, (kind, body) in enumerate([*bodies, (InvolvementKind.DISCUSSION, "Lokal-MED")]):
        due = sent + timedelta(days=21)
        made.add(
            Involvement(
                id=identity(term.agreement, "involvement", place),
                agreement=term.agreement,
                kind=kind,
                body=body,
                sent_on=sent if begun else None,
                due_on=due if begun else None,
                answered_on=due - timedelta(days=3) if begun and not late else None,
                position=place,
            )
        )


def _make_follow_ups(made: Made, profile: Profile, term: Term) -> None:
    planned = {
        FollowUpKind.MIDYEAR: profile.wheel_date("midyear_due", YEAR),
        FollowUpKind.YEAREND: profile.wheel_date("yearend_due", YEAR),
    }
    if term.first.year < YEAR:
        planned = {FollowUpKind.MIDYEAR: SCHOOL_MIDYEAR, FollowUpKind.YEAREND: profile.wheel_date("midyear_due", YEAR)}
    for kind, day in planned.items():
        if day:
            made.add(
                FollowUp(id=identity(term.agreement, kind.value), agreement=term.agreement, kind=kind, planned_on=day)
            )


def make_midyear(made: Made, statuses: tuple[StatusWords, ...], words: UnitWords, term: Term) -> None:
    """What was said of each goal at the midyear talk of an agreement that has had it: the school year's."""
    if term.first.year == YEAR:
        return
    said = [one for one in statuses if not one.learning_point]
    for number in range(1, len(words.goal) + 1):
        made.add(
            FollowUp(
                id=identity(term.agreement, "midyear", number),
                agreement=term.agreement,
                goal=identity("unit", words.code, "goal", number),
                kind=FollowUpKind.MIDYEAR,
                planned_on=SCHOOL_MIDYEAR,
                done_on=SCHOOL_MIDYEAR,
                **said[number % len(said)].model_dump(),
            )
        )
