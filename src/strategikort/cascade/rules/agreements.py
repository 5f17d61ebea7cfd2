"""What an agreement must have before it can be signed (AFT-001 to 004, 008 to 010, 012, 013, 016)."""

from collections import Counter
from collections.abc import Iterable, Iterator

from strategikort.cascade.graph import overlap
from strategikort.cascade.rules.as_last_agreement import section_copied
from strategikort.cascade.rules.asking import Check
from strategikort.cascade.rules.naming import holders
from strategikort.cascade.rules.periods import agreement_name, said
from strategikort.cascade.rules.registry import Hit, hit, rule, rule_of_all, way
from strategikort.domain.agreements import (
    Agreement,
    AgreementState,
    Commitment,
    Involvement,
    Section,
    Signatory,
)
from strategikort.domain.goals import GoalState, Origin, UnitGoal
from strategikort.domain.organisation import OrgKind, OrgUnit, Person, Placement, RoleHolding
from strategikort.domain.phrases import Phrase, Word, phrase
from strategikort.domain.profile import Feature
from strategikort.domain.shape import Id

STARTING = (AgreementState.DRAFT, AgreementState.IN_DIALOGUE)


def standing(check: Check) -> Iterator[Agreement]:
    """The agreements of the year in question or later of which anything is asked."""
    for agreement in check.document.all(Agreement).values():
        days = (agreement.valid_from, agreement.valid_to)
        if check.stands(agreement.id) and (overlap(days, check.plan_period) or _later(check, agreement)):
            yield agreement


def _later(check: Check, agreement: Agreement) -> bool:
    last = check.plan_period[1]
    return last is not None and agreement.valid_from > last


def goals_of(check: Check, agreement: Agreement) -> list[UnitGoal]:
    """The goals of an agreement that are not cancelled."""
    found = check.of(UnitGoal, "agreement", agreement.id)
    return sorted((goal for goal in found if goal.state is not GoalState.CANCELLED), key=lambda goal: goal.id)


@rule_of_all("AFT-001", Agreement, UnitGoal, OrgUnit)
def without_goals(check: Check) -> Iterator[Hit]:
    """Agreements in which no goal stands. An addendum may be about other things."""
    for agreement in standing(check):
        if agreement.amends is None and not goals_of(check, agreement):
            yield hit(agreement.id, document=agreement_name(check, agreement))


@rule_of_all("AFT-002", Agreement, UnitGoal, OrgUnit)
def many_goals(check: Check) -> Iterator[Hit]:
    """Agreements with more goals than the model finds good; a hint up to the second limit, unless VIB-007 gives it."""
    few, many = check.threshold("max_goals", 5), check.threshold("many_goals", 10)
    for agreement in standing(check):
        n = len(goals_of(check, agreement))
        told_by_model = Feature.EFFECT_GOALS in check.profile.features and n <= many
        if n > few and not told_by_model:
            yield hit(agreement.id, document=agreement_name(check, agreement), n=n, m=few, mild=n <= many)


@rule_of_all("AFT-003", Agreement, Signatory, Person, OrgUnit, RoleHolding, Placement)
def nobody_to_sign(check: Check) -> Iterator[Hit]:
    """Roles that must sign and for which the agreement names nobody."""
    required = [one.role for one in check.profile.signatories if one.required]
    for agreement in standing(check):
        signing = check.of(Signatory, "agreement", agreement.id)
        named = {one.role for one in signing if one.person}
        asked = dict.fromkeys((*required, *sorted(one.role for one in signing if one.required and one.role)))
        for role in asked:
            if role not in named:
                mends = holders(check, agreement, role, check.today)
                yield hit(
                    agreement.id, mends=mends, document=agreement_name(check, agreement), role=role_of(check, role)
                )


def role_of(check: Check, role: str) -> Word | str:
    """What a sentence calls a role: the model's word for it, or the role as it is written."""
    return Word(role) if role in check.profile.words else role


@rule_of_all("AFT-004", Agreement, Signatory, Person, OrgUnit, RoleHolding, Placement)
def signs_for_both(check: Check) -> Iterator[Hit]:
    """People who are to sign an agreement in two roles that must sign."""
    for agreement in standing(check):
        signing = [one for one in check.of(Signatory, "agreement", agreement.id) if one.required and one.person]
        for person, times in sorted(Counter(str(one.person) for one in signing).items()):
            if times > 1:
                name = person_name(check, Id(person))
                mends = tuple(
                    mend
                    for one in sorted(signing, key=lambda one: (one.position, one.id))
                    if one.person == person and one.signed_on is None
                    for mend in holders(check, agreement, one.role, check.today)
                )
                yield hit(agreement.id, Id(person), mends=mends, document=agreement_name(check, agreement), person=name)


def person_name(check: Check, person: Id | None) -> str:
    """What a sentence calls a person."""
    found = check.document.get(Person, person)
    return (found.name if found else "") or str(person)


@rule_of_all("AFT-008", Agreement, OrgUnit)
def two_in_force(check: Check) -> Iterator[Hit]:
    """Two signed agreements of one unit for the same days. An addendum goes with the agreement that it amends."""
    for org in sorted({one.org for one in standing(check)}):
        signed = [one for one in check.of(Agreement, "org", org) if one.state.signed and check.stands(one.id)]
        signed = sorted((one for one in signed if one.amends is None), key=lambda one: (one.valid_from, one.id))
        for place, later in enumerate(signed):
            days = later.valid_from, later.valid_to
            earlier = [one for one in signed[:place] if overlap((one.valid_from, one.valid_to), days)]
            if earlier:
                yield hit(later.id, earlier[0].id, unit=check.owner(org), period=said(days))


@rule_of_all("AFT-009", Agreement, OrgUnit)
def no_agreement(check: Check) -> Iterator[Hit]:
    """Units under agreement steering that have none for the year, after the day by which drafts are due."""
    if check.year is None:
        return
    first, last = check.profile.period(check.year)
    due = check.profile.wheel_date("draft_due", check.year) or first
    if check.today <= due:
        return
    for unit in check.document.all(OrgUnit).values():
        active = overlap((unit.active_from, unit.active_to), (first, last))
        if unit.kind is OrgKind.UNIT and unit.has_agreement and active and not _closes(unit, check):
            alive = (one for one in check.of(Agreement, "org", unit.id) if one.state is not AgreementState.CANCELLED)
            if not any(overlap((one.valid_from, one.valid_to), (first, last)) for one in alive):
                yield hit(unit.id, unit=unit.name or unit.code, year=str(check.year))


def _closes(unit: OrgUnit, check: Check) -> bool:
    return unit.active_to is not None and unit.active_to < check.today


@rule_of_all("AFT-010", Agreement, Involvement, OrgUnit)
def not_involved(check: Check) -> Iterator[Hit]:
    """Bodies that the model lets take part in every agreement and that have not, without a reason."""
    for agreement in standing(check):
        found = check.of(Involvement, "agreement", agreement.id)
        for step in check.profile.involvements:
            here = [one for one in found if one.kind is step.kind and one.body == step.body]
            if not any(_done(one) for one in here):
                name = agreement_name(check, agreement)
                told = phrase(f"involved.{step.kind.value}", document=name, body=step.body)
                yield hit(agreement.id, said=told, mild=agreement.state in STARTING)


def _done(involvement: Involvement) -> bool:
    if involvement.waived:
        return bool(involvement.waived_why.strip())
    informed = involvement.kind == "information" and involvement.sent_on is not None
    return informed or involvement.answered_on is not None


@rule_of_all("AFT-012", Agreement, Section, OrgUnit)
def empty_section(check: Check) -> Iterator[Hit]:
    """Sections that the model requires and in which nothing stands. What the program writes itself is never empty."""
    required = [one for one in check.profile.sections if one.required and not one.part]
    for agreement in standing(check):
        written = {one.key for one in check.of(Section, "agreement", agreement.id) if one.text.strip()}
        for section in required:
            if section.key not in written:
                name, mends = agreement_name(check, agreement), section_copied(check, agreement, section)
                yield hit(agreement.id, mends=mends, document=name, section=section.heading)


@rule_of_all("AFT-013", Agreement, UnitGoal, OrgUnit)
def only_one_sort_of_goal(check: Check) -> Iterator[Hit]:
    """Agreements whose goals are all common or all local."""
    for agreement in standing(check):
        origins = {goal.origin for goal in goals_of(check, agreement)}
        if origins in ({Origin.COMMON}, {Origin.LOCAL}):
            kind = Phrase(f"goals_only.{next(iter(origins)).value}")
            yield hit(agreement.id, document=agreement_name(check, agreement), kind=kind)


@rule("AFT-016", Commitment, way(Agreement, (Commitment, "agreement")))
def promise_without_owner(check: Check, commitments: Iterable[Commitment]) -> Iterator[Hit]:
    """What the centre promises without saying who or when."""
    for one in commitments:
        if (one.responsible is None or one.deadline is None) and check.stands(one.agreement):
            yield hit(one.id, one.agreement, effort=one.title or phrase("promise.nameless"))
