"""Signatures, and what has changed since (AFT-005 to 007, 011, 014, 015)."""

from collections.abc import Iterator
from datetime import date, timedelta

from strategikort.cascade.rules.agreements import person_name, role_of, standing
from strategikort.cascade.rules.asking import Check
from strategikort.cascade.rules.naming import holders
from strategikort.cascade.rules.periods import agreement_name
from strategikort.cascade.rules.registry import Hit, hit, rule_of_all
from strategikort.domain.agreed import content_hash
from strategikort.domain.agreements import Agreement, AgreementState, Commitment, Section, Signatory
from strategikort.domain.goals import Effort, UnitGoal
from strategikort.domain.links import Link
from strategikort.domain.measures import Indicator, YearlyTarget
from strategikort.domain.organisation import OrgUnit, Person, Placement, RoleHolding
from strategikort.domain.phrases import Phrase
from strategikort.domain.shape import Id


def _signing(check: Check, agreement: Agreement) -> list[Signatory]:
    return sorted(check.of(Signatory, "agreement", agreement.id), key=lambda one: (one.position, one.id))


def _signed_on(check: Check, agreement: Agreement) -> date | None:
    """The day of the last signature that is required; None while one is missing."""
    days = [one.signed_on for one in _signing(check, agreement) if one.required]
    return None if None in days or not days else max(day for day in days if day)


@rule_of_all("AFT-005", Agreement, Signatory, OrgUnit)
def signature_missing(check: Check) -> Iterator[Hit]:
    """Roles that must sign, in a signed agreement, of which no day or no way of signing is on record."""
    for agreement in standing(check):
        if agreement.state.signed:
            for one in _signing(check, agreement):
                if one.required and (one.signed_on is None or one.method is None):
                    name = agreement_name(check, agreement)
                    yield hit(agreement.id, one.id, document=name, role=role_of(check, one.role))


@rule_of_all("AFT-006", Agreement, UnitGoal, Effort, Link, Indicator, YearlyTarget, Section, Commitment, OrgUnit)
def changed_after_signing(check: Check) -> Iterator[Hit]:
    """Signed agreements that say something else now than what was signed."""
    for agreement in standing(check):
        stamped = agreement.state.signed and agreement.content_hash
        if stamped and content_hash(check.document, agreement) != stamped:
            yield hit(agreement.id, document=agreement_name(check, agreement))


@rule_of_all("AFT-007", Agreement, Signatory, OrgUnit)
def signed_late(check: Check) -> Iterator[Hit]:
    """Agreements that were signed after the day that the model sets, or not yet although it has passed."""
    for agreement in standing(check):
        due = _due(check, agreement)
        if due is None or agreement.amends:
            continue
        signed_on = _signed_on(check, agreement)
        late = signed_on > due if signed_on else check.today > due and not agreement.state.signed
        if late:
            yield hit(agreement.id, document=agreement_name(check, agreement), date=due, mild=signed_on is not None)


def _due(check: Check, agreement: Agreement) -> date | None:
    """The day by which an agreement is to be signed: as far into its period as the model's day is into the year."""
    year = check.profile.year_of(agreement.valid_from)
    due = check.profile.wheel_date("sign_due", year)
    return agreement.valid_from + (due - check.profile.period(year)[0]) if due else None


@rule_of_all("AFT-011", Agreement, Signatory, Person, RoleHolding, OrgUnit, Placement)
def does_not_hold_therole_of(check: Check) -> Iterator[Hit]:
    """People who sign in a role that they are not known to hold on the day of their signature, or today if not yet."""
    for agreement in standing(check):
        for one in _signing(check, agreement):
            day = one.signed_on or max(check.today, agreement.valid_from)
            if one.person and one.required and not _holds(check, agreement, one, day):
                mends = holders(check, agreement, one.role, day) if one.signed_on is None else ()
                yield hit(
                    agreement.id,
                    one.person,
                    mends=mends,
                    document=agreement_name(check, agreement),
                    person=person_name(check, one.person),
                    role=role_of(check, one.role),
                    date=day,
                )


def _holds(check: Check, agreement: Agreement, signatory: Signatory, day: date) -> bool:
    of = next((one.of for one in check.profile.signatories if one.role == signatory.role), "")
    orgs: set[Id | None] = {agreement.org, check.places.centre_of(agreement.org, day), None}
    if of == "unit":
        orgs = {agreement.org}
    elif of == "centre":
        orgs = {check.places.centre_of(agreement.org, day)}
    return any(
        held.role == signatory.role and held.org in orgs and _on(day, held.valid_from, held.valid_to)
        for held in check.of(RoleHolding, "person", signatory.person or Id(""))
    )


def _on(day: date, first: date | None, last: date | None) -> bool:
    return (first is None or first <= day) and (last is None or day <= last)


@rule_of_all("AFT-014", Agreement, Signatory, RoleHolding, OrgUnit, Placement)
def changed_hands(check: Check) -> Iterator[Hit]:
    """Agreements in force whose unit has another leader, or another centre, than when they were signed."""
    for agreement in standing(check):
        signed_on = _signed_on(check, agreement)
        if not agreement.state.signed or agreement.state is AgreementState.EVALUATED or signed_on is None:
            continue
        if agreement.valid_to < check.today:
            continue
        was, now = (check.places.centre_of(agreement.org, day) for day in (signed_on, check.today))
        if was != now:
            yield hit(agreement.id, agreement.org, change=Phrase("changed.centre"), unit=check.owner(agreement.org))
        elif _leader_left(check, agreement):
            yield hit(agreement.id, agreement.org, change=Phrase("changed.leader"), unit=check.owner(agreement.org))


def _leader_left(check: Check, agreement: Agreement) -> bool:
    leads = {one.role for one in check.profile.signatories if one.of == "unit"}
    return any(
        _holds(check, agreement, one, one.signed_on)
        and not _holds(check, agreement, one, max(check.today, one.signed_on))
        for one in _signing(check, agreement)
        if one.role in leads and one.person and one.signed_on
    )


@rule_of_all("AFT-015", Agreement, Signatory, OrgUnit)
def not_filed(check: Check) -> Iterator[Hit]:
    """Agreements that have not been filed thirty days after they were signed."""
    patience = timedelta(days=check.threshold("days_to_file", 30))
    for agreement in standing(check):
        signed_on = _signed_on(check, agreement)
        filed = agreement.case_number.strip() or agreement.filed_on
        if agreement.state.signed and signed_on and not filed and check.today > signed_on + patience:
            yield hit(agreement.id, document=agreement_name(check, agreement), date=signed_on)
