"""The life of an agreement: its steps, its signatures, and that nothing changes what was signed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategikort.domain.agreed import agreed_records, content_hash
from strategikort.domain.agreements import (
    Agreement,
    AgreementState,
    Attachment,
    AttachmentKind,
    Commitment,
    FollowUp,
    FollowUpKind,
    IssuedPaper,
    IssuePurpose,
    Section,
    Signatory,
    SigningMethod,
    Status,
)
from strategikort.domain.changes import Change, ChangeSet, added
from strategikort.domain.document import Document
from strategikort.domain.edits import agreements, life_cycle, measures, organisation, signing
from strategikort.domain.edits.refusal import EditRefused
from strategikort.domain.edits.sealed import text_lock, unsealed
from strategikort.domain.goals import Effort, GoalKind, UnitGoal
from strategikort.domain.links import Link
from strategikort.domain.measures import Indicator, YearlyTarget
from strategikort.domain.organisation import OrgKind
from strategikort.domain.phrases import phrase
from strategikort.domain.profile import Feature
from strategikort.domain.shape import Id, Record, fields_of, with_values
from tests.domain.town import PROFILE, Town

TODAY = date(2015, 1, 5)
NOW = datetime(2015, 1, 5, 9, 0)


@pytest.fixture
def town() -> Town:
    """A school whose agreement has a goal, an effort, an indicator with its target, a text and a promise."""
    return agreed_town()


def agreed_town() -> Town:
    town = Town()
    centre = town.org(OrgKind.CENTRE, "Dagtilbud og Skoler", "DS")
    school = town.org(OrgKind.UNIT, "Strandskolen", "DS-S1", centre)
    for role, org, name in (("centre_chief", centre, "Niels"), ("unit_leader", school, "Jens")):
        since = date(2014, 8, 1)
        town.do(organisation.appoint(town.document, new_id=town.new_id, name=name, role=role, org=org, since=since))
    town.do(agreements.add_agreement(town.document, profile=PROFILE, new_id=town.new_id, unit=school, year=2015))
    above = town.goal(GoalKind.CENTRE_GOAL, "Flere børn trives", owner=centre)
    goal = town.goal(GoalKind.UNIT_GOAL, "Flere børn læser", owner=school, agreement=the_agreement(town).id)
    town.link(goal, above)
    effort = town.goal(GoalKind.EFFORT, "Læsebånd hver dag", owner=school)
    town.link(effort, goal)
    town.do(measures.add_indicator(town.document, new_id=town.new_id, goal=goal, name="Læseprøven"))
    (indicator,) = town.document.all(Indicator)
    set_target = measures.set_target(town.document, indicator, new_id=town.new_id, year=2015, value=Decimal(80))
    town.do(set_target)
    promise = Commitment(id=town.new_id(), agreement=the_agreement(town).id, title="En læsevejleder")
    town.do(ChangeSet(phrase("edit.add_commitment"), added([promise])))
    return town


def the_agreement(town: Town) -> Agreement:
    return next(iter(town.document.all(Agreement).values()))


def move(town: Town, to: AgreementState, today: date = TODAY) -> None:
    town.do(life_cycle.move_agreement(town.document, the_agreement(town).id, to=to, today=today))


def made_ready(town: Town) -> None:
    move(town, AgreementState.IN_DIALOGUE)
    move(town, AgreementState.READY)


def sign_all(town: Town) -> None:
    for one in signing.signatories_of(town.document, the_agreement(town).id):
        town.do(
            signing.sign(town.document, one.id, on=TODAY, method=SigningMethod.PAPER, profile=PROFILE, place="Prøveby")
        )


@pytest.fixture
def signed(town: Town) -> Town:
    made_ready(town)
    sign_all(town)
    return town


def test_an_agreement_goes_through_its_life_step_by_step(town: Town) -> None:
    made_ready(town)
    assert the_agreement(town).content_hash == ""
    first, second = signing.signatories_of(town.document, the_agreement(town).id)
    town.do(signing.sign(town.document, first.id, on=TODAY, method=SigningMethod.SCAN, profile=PROFILE))
    assert the_agreement(town).state is AgreementState.READY
    with pytest.raises(EditRefused, match=r"agreement\.unsigned"):
        move(town, AgreementState.SIGNED)
    town.do(signing.sign(town.document, second.id, on=TODAY, method=SigningMethod.DIGITAL, profile=PROFILE))
    agreement = the_agreement(town)
    assert agreement.state is AgreementState.SIGNED
    assert agreement.content_hash == content_hash(town.document, agreement)
    with pytest.raises(EditRefused, match=r"agreement\.no_midyear"):
        move(town, AgreementState.MIDYEAR_DONE)
    for one in town.document.all(FollowUp).values():
        if one.kind is FollowUpKind.MIDYEAR:
            town.do(ChangeSet(phrase("edit.field"), (Change(one, replace(one, done_on=date(2015, 6, 10))),)))
    move(town, AgreementState.MIDYEAR_DONE)
    with pytest.raises(EditRefused, match=r"agreement\.no_status"):
        move(town, AgreementState.EVALUATED)
    (goal,) = town.document.all(UnitGoal)
    told = FollowUp(
        id=town.new_id(), goal=goal, kind=FollowUpKind.YEAREND, done_on=date(2015, 12, 1), status=Status.FULFILLED
    )
    town.do(ChangeSet(phrase("edit.add_follow_up"), added([told])))
    move(town, AgreementState.EVALUATED)
    move(town, AgreementState.ARCHIVED)
    assert life_cycle.next_states(the_agreement(town).state) == ()


def test_a_signed_agreement_is_in_force_from_its_first_day_by_itself(signed: Town) -> None:
    agreement = the_agreement(signed)
    assert life_cycle.state_on(agreement, date(2014, 12, 31)) is AgreementState.SIGNED
    assert life_cycle.state_on(agreement, date(2015, 1, 1)) is AgreementState.IN_FORCE


@pytest.mark.parametrize("here", AgreementState)
@pytest.mark.parametrize("to", AgreementState)
def test_no_state_is_reached_but_by_the_steps_of_its_life(here: AgreementState, to: AgreementState) -> None:
    town = agreed_town()
    before = the_agreement(town)
    town.do(ChangeSet(phrase("edit.agreement_state"), (Change(before, replace(before, state=here)),)))
    shown = life_cycle.state_on(the_agreement(town), TODAY)
    if to in life_cycle.next_states(shown):
        return
    with pytest.raises(EditRefused, match=r"agreement\.state"):
        move(town, to)


def test_back_to_dialogue_takes_signatures_and_approval_with_it_and_counts_a_version_up(town: Town) -> None:
    made_ready(town)
    town.do(signing.approve(town.document, the_agreement(town).id, on=TODAY, by="Børneudvalget"))
    town.do(issued(town, IssuePurpose.PAPER))
    first = signing.signatories_of(town.document, the_agreement(town).id)[0]
    town.do(signing.sign(town.document, first.id, on=TODAY, method=SigningMethod.PAPER, profile=PROFILE))
    move(town, AgreementState.IN_DIALOGUE)
    agreement = the_agreement(town)
    assert (agreement.version, agreement.approved_on, agreement.approved_by) == (2, None, "")
    assert all(one.signed_on is None for one in town.document.all(Signatory).values())
    move(town, AgreementState.READY)
    move(town, AgreementState.IN_DIALOGUE)
    assert the_agreement(town).version == 2


def issued(town: Town, purpose: IssuePurpose, file: str = "f" * 64) -> ChangeSet:
    return signing.issue(
        town.document,
        the_agreement(town).id,
        purpose=purpose,
        check_code="1a2b 3c4d 5e6f",
        file=file,
        now=NOW,
        who="Niels",
        new_id=town.new_id,
    )


def test_a_paper_goes_out_once_the_text_is_ready_and_is_noted_once(town: Town) -> None:
    with pytest.raises(EditRefused, match=r"agreement\.not_ready"):
        issued(town, IssuePurpose.PAPER)
    made_ready(town)
    town.do(issued(town, IssuePurpose.PAPER))
    assert not issued(town, IssuePurpose.PAPER)
    town.do(issued(town, IssuePurpose.SERVICE))
    known = signing.issued_of(town.document, the_agreement(town).id)
    assert {one.purpose for one in known} == {IssuePurpose.PAPER, IssuePurpose.SERVICE}
    assert {one.content_hash for one in known} == {content_hash(town.document, the_agreement(town))}


def test_where_a_committee_approves_nobody_signs_before_it_has(town: Town) -> None:
    approving = replace(PROFILE, features=PROFILE.features | {Feature.APPROVAL})
    with pytest.raises(EditRefused, match=r"agreement\.not_ready"):
        signing.approve(town.document, the_agreement(town).id, on=TODAY, by="Børneudvalget")
    made_ready(town)
    one = signing.signatories_of(town.document, the_agreement(town).id)[0]
    with pytest.raises(EditRefused, match=r"agreement\.not_approved"):
        signing.sign(town.document, one.id, on=TODAY, method=SigningMethod.PAPER, profile=approving)
    town.do(signing.approve(town.document, the_agreement(town).id, on=TODAY, by="Børneudvalget"))
    assert signing.sign(town.document, one.id, on=TODAY, method=SigningMethod.PAPER, profile=approving)


def test_a_signature_is_taken_back_while_others_are_missing_and_not_after(town: Town) -> None:
    made_ready(town)
    one = signing.signatories_of(town.document, the_agreement(town).id)[0]
    town.do(signing.sign(town.document, one.id, on=TODAY, method=SigningMethod.PAPER, profile=PROFILE, place="Her"))
    town.do(signing.unsign(town.document, one.id))
    assert town.document.get(Signatory, one.id) == one
    sign_all(town)
    with pytest.raises(EditRefused, match=r"agreement\.is_signed"):
        signing.unsign(town.document, one.id)


def test_an_agreement_lapses_for_a_reason_that_is_kept(town: Town) -> None:
    agreement = the_agreement(town).id
    with pytest.raises(EditRefused, match=r"agreement\.no_reason"):
        life_cycle.cancel_agreement(town.document, agreement, why="  ")
    with pytest.raises(EditRefused, match=r"agreement\.no_reason"):
        move(town, AgreementState.CANCELLED)
    town.do(life_cycle.cancel_agreement(town.document, agreement, why="Skolen lukker til sommer."))
    assert the_agreement(town).cancelled_why == "Skolen lukker til sommer."
    assert text_lock(the_agreement(town)) == "agreement.is_cancelled"


def test_an_addendum_has_the_parties_and_the_days_that_are_left_and_amends_when_it_is_signed(signed: Town) -> None:
    old = the_agreement(signed)
    today = date(2015, 5, 4)
    signed.do(signing.add_addendum(signed.document, old.id, today=today, profile=PROFILE, new_id=signed.new_id))
    (made,) = (one for one in signed.document.all(Agreement).values() if one.amends == old.id)
    assert (made.title, made.valid_from, made.valid_to) == ("Decentral aftale 2015 – tillæg 1", today, old.valid_to)
    parties = [(one.role, one.person, one.signed_on) for one in signing.signatories_of(signed.document, made.id)]
    assert [role for role, person, day in parties if person and day is None] == ["centre_chief", "unit_leader"]
    for state in (AgreementState.IN_DIALOGUE, AgreementState.READY):
        signed.do(life_cycle.move_agreement(signed.document, made.id, to=state, today=today))
    for one in signing.signatories_of(signed.document, made.id):
        signed.do(signing.sign(signed.document, one.id, on=today, method=SigningMethod.PAPER, profile=PROFILE))
    assert signed.document.all(Agreement)[old.id].state is AgreementState.AMENDED
    assert signed.document.all(Agreement)[made.id].state is AgreementState.SIGNED


def other_value(record: Record, name: str) -> object:
    """A value that the field does not have."""
    value = getattr(record, name)
    kind = next(one for one in fields_of(type(record)) if one.name == name).type
    if isinstance(value, bool):
        return not value
    if isinstance(value, tuple):
        return () if value else None
    if isinstance(value, str) and issubclass(kind, str) and kind is not str:
        return next(one for one in kind if one != value)  # type: ignore[attr-defined]
    made = {str: f"{value}x", int: 77, Decimal: Decimal(77), date: date(2016, 2, 2), datetime: NOW}
    return made.get(kind, "x")


def every_change(document: Document, agreement: Agreement) -> Iterator[tuple[str, Change]]:
    """Each field of each record that was agreed filled otherwise, and each of them taken away."""
    for record in agreed_records(document, agreement):
        name = type(record).__name__
        yield f"{name} gone", Change(record, None)
        for field in fields_of(type(record)):
            if field.name == "id" or other_value(record, field.name) is None:
                continue
            yield (
                f"{name}.{field.name}",
                Change(record, with_values(record, {field.name: other_value(record, field.name)})),
            )


GOES_ON = {
    *("Agreement." + name for name in ("state", "version", "content_hash", "public", "case_number", "kle_number")),
    *("Agreement." + name for name in ("filed_on", "approved_on", "approved_by", "cancelled_why")),
    *("Link." + name for name in ("seen_title", "seen_words", "seen_from", "seen_to", "created_by", "created_at")),
    *("UnitGoal.state", "Effort.state", "Effort.progress", "Section.fixed"),
}
"""What lives on after signing: where things stand, and where the paper is filed."""


def test_no_edit_changes_what_was_signed_and_what_goes_on_after_signing_goes_on(signed: Town) -> None:
    document, agreement = signed.document, the_agreement(signed)
    refused, allowed = set(), set()
    for name, change in every_change(document, agreement):
        try:
            unsealed(document, ChangeSet(phrase("edit.field"), (change,)))
            allowed.add(name)
        except EditRefused as refusal:
            assert refusal.code == "agreement.is_signed"
            refused.add(name)
    assert allowed == GOES_ON
    kinds = {name.split(" ")[0] for name in refused if name.endswith("gone")}
    expected = (Agreement, Section, Commitment, UnitGoal, Effort, Link, Indicator, YearlyTarget)
    assert kinds == {kind.__name__ for kind in expected}


def test_nothing_is_added_to_what_was_signed(signed: Town) -> None:
    document, agreement = signed.document, the_agreement(signed)
    goal = next(iter(document.all(UnitGoal)))
    loose = Effort(id=Id("ny"), title="En ny indsats")
    document = document.with_changes(ChangeSet(phrase("edit.add"), added([loose])))
    for made in (
        UnitGoal(id=Id("a"), title="Et mål mere", agreement=agreement.id),
        Section(id=Id("b"), agreement=agreement.id, text="Et afsnit mere"),
        Commitment(id=Id("c"), agreement=agreement.id),
        Indicator(id=Id("d"), goal=goal),
        YearlyTarget(id=Id("e"), indicator=next(iter(document.all(Indicator))), year=2016),
        Link(id=Id("f"), lower=loose.id, upper=goal),
    ):
        with pytest.raises(EditRefused, match=r"agreement\.is_signed"):
            unsealed(document, ChangeSet(phrase("edit.add"), added([made])))
    for made in (
        FollowUp(id=Id("g"), agreement=agreement.id),
        Attachment(id=Id("h"), agreement=agreement.id),
        IssuedPaper(id=Id("i"), agreement=agreement.id),
    ):
        assert unsealed(document, ChangeSet(phrase("edit.add"), added([made])))


@pytest.mark.parametrize("state", AgreementState)
def test_the_text_is_locked_while_it_is_heard_or_ready_and_for_good_when_signed(state: AgreementState) -> None:
    town = agreed_town()
    before = the_agreement(town)
    town.do(ChangeSet(phrase("edit.agreement_state"), (Change(before, replace(before, state=state)),)))
    section = next(iter(town.document.all(Section).values()))
    step = ChangeSet(phrase("edit.field"), (Change(section, replace(section, text="Nyt")),))
    if state in (AgreementState.IN_HEARING, AgreementState.READY, AgreementState.CANCELLED):
        with pytest.raises(EditRefused):
            unsealed(town.document, step)
    else:
        assert unsealed(town.document, step) is step


@given(size=st.integers(0, 10_000_000))
def test_a_file_is_attached_once_and_taken_away_again(size: int) -> None:
    town = agreed_town()
    agreement = the_agreement(town).id

    def attached(file: str) -> ChangeSet:
        return signing.attach(
            town.document,
            agreement,
            kind=AttachmentKind.SIGNED_SHEETS,
            name="underskrifter.pdf",
            media_type="application/pdf",
            file=file,
            size=size,
            today=TODAY,
            who="Anna",
            new_id=town.new_id,
        )

    before = town.document
    town.do(attached("a" * 64))
    assert not attached("a" * 64)
    town.do(attached("b" * 64))
    found = signing.attachments_of(town.document, agreement)
    assert [(one.file[0], one.position, one.size) for one in found] == [("a", 0, size), ("b", 1, size)]
    for one in found:
        town.do(signing.detach(town.document, one.id))
    assert town.document == before
