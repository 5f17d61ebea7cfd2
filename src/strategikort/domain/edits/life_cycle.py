"""The life of an agreement, from draft to archive: section 3.4 of the domain description."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from strategikort.domain.agreements import Agreement, AgreementState, FollowUp, FollowUpKind, Status
from strategikort.domain.changes import Change, ChangeSet, changed
from strategikort.domain.document import Document
from strategikort.domain.edits.records import refilled
from strategikort.domain.edits.refusal import EditRefused, existing
from strategikort.domain.edits.signing import concluded, issued_of, signatories_of, unsigned
from strategikort.domain.goals import GoalState, UnitGoal
from strategikort.domain.phrases import phrase
from strategikort.domain.shape import Id

_NEXT: Final[Mapping[AgreementState, tuple[AgreementState, ...]]] = {
    AgreementState.DRAFT: (AgreementState.IN_DIALOGUE, AgreementState.CANCELLED),
    AgreementState.IN_DIALOGUE: (AgreementState.DRAFT, AgreementState.IN_HEARING, AgreementState.READY),
    AgreementState.IN_HEARING: (AgreementState.IN_DIALOGUE, AgreementState.READY),
    AgreementState.READY: (AgreementState.IN_DIALOGUE, AgreementState.SIGNED),
    AgreementState.SIGNED: (AgreementState.IN_FORCE,),
    AgreementState.IN_FORCE: (AgreementState.MIDYEAR_DONE, AgreementState.AMENDED),
    AgreementState.AMENDED: (AgreementState.IN_FORCE,),
    AgreementState.MIDYEAR_DONE: (AgreementState.EVALUATED,),
    AgreementState.EVALUATED: (AgreementState.ARCHIVED,),
}

_FINAL: Final = (Status.FULFILLED, Status.PARTLY_FULFILLED, Status.NOT_FULFILLED, Status.LAPSED)


def next_states(state: AgreementState) -> tuple[AgreementState, ...]:
    """Where an agreement in ``state`` may go."""
    return _NEXT.get(state, ())


def state_on(agreement: Agreement, today: date) -> AgreementState:
    """The state that an agreement is in on a day: a signed one is in force from its first day by itself."""
    if agreement.state is AgreementState.SIGNED and agreement.valid_from <= today:
        return AgreementState.IN_FORCE
    return agreement.state


def move_agreement(document: Document, agreement: Id, *, to: AgreementState, today: date) -> ChangeSet:
    """Let an agreement go to its next state. What stands in the way by the rules is asked by who calls.

    From *ready* back to dialogue what was noted of signatures and approval goes, and the version rises if a paper of it
    was issued: the sheets that are out are of an earlier one.

    Raises:
        EditRefused: ``gone``; ``agreement.state`` if it cannot go there from where it is; ``agreement.unsigned`` while
            a required signature is missing; ``agreement.no_midyear``, ``agreement.no_status`` (see there);
            ``agreement.no_reason``: see `cancel_agreement`.
    """
    before = existing(document, Agreement, agreement)
    here = state_on(before, today)
    if to not in next_states(here):
        raise EditRefused("agreement.state", agreement=before.title)
    if to is AgreementState.CANCELLED:
        raise EditRefused("agreement.no_reason", agreement=before.title)
    label = phrase("edit.agreement_state")
    if to is AgreementState.SIGNED:
        if not all(one.signed_on for one in signatories_of(document, agreement) if one.required):
            raise EditRefused("agreement.unsigned", agreement=before.title)
        return ChangeSet(label, tuple(concluded(document, before)))
    if here is AgreementState.READY:
        return ChangeSet(label, tuple(_taken_back(document, before)))
    _followed_up(document, before, to)
    return ChangeSet(label, (Change(before, replace(before, state=to)),))


def _taken_back(document: Document, agreement: Agreement) -> Iterator[Change]:
    signed = [one for one in signatories_of(document, agreement.id) if one.signed_on]
    out = any(one.version == agreement.version for one in issued_of(document, agreement.id))
    version = agreement.version + bool(out or signed)
    back = replace(agreement, state=AgreementState.IN_DIALOGUE, version=version, approved_on=None, approved_by="")
    yield Change(agreement, back)
    for one in signed:
        yield Change(one, unsigned(one))


def _followed_up(document: Document, agreement: Agreement, to: AgreementState) -> None:
    """Refuse a state that rests on a follow-up which has not been."""
    if to is AgreementState.MIDYEAR_DONE:
        found = document.grouped(FollowUp, "agreement").get(agreement.id, ())
        if not any(one.kind is FollowUpKind.MIDYEAR and one.done_on for one in found):
            raise EditRefused("agreement.no_midyear", agreement=agreement.title)
    if to is AgreementState.EVALUATED:
        for goal in document.grouped(UnitGoal, "agreement").get(agreement.id, ()):
            told = document.grouped(FollowUp, "goal").get(goal.id, ())
            if goal.state is not GoalState.CANCELLED and not any(map(_is_final, told)):
                raise EditRefused("agreement.no_status", goal=goal.title or goal.code)


def _is_final(one: FollowUp) -> bool:
    return one.kind is FollowUpKind.YEAREND and one.done_on is not None and one.status in _FINAL


def cancel_agreement(document: Document, agreement: Id, *, why: str) -> ChangeSet:
    """Let a draft lapse, for a reason.

    Raises:
        EditRefused: ``gone``, ``agreement.state`` if it is no draft any more, ``agreement.no_reason``, ``text.long``.
    """
    before = existing(document, Agreement, agreement)
    if AgreementState.CANCELLED not in next_states(before.state):
        raise EditRefused("agreement.state", agreement=before.title)
    if not why.strip():
        raise EditRefused("agreement.no_reason", agreement=before.title)
    after = refilled(before, {"cancelled_why": why, "state": AgreementState.CANCELLED})
    return ChangeSet(phrase("edit.cancel_agreement", agreement=before.title), changed(before, after))
