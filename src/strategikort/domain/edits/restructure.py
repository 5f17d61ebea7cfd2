"""What a municipality does to itself between two plans: goals lapse, units merge or change centre, dates move."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from strategikort.domain.agreements import Agreement, AgreementState
from strategikort.domain.changes import Change, ChangeSet, added, changed
from strategikort.domain.document import Document, goal_titled
from strategikort.domain.edits.agreements import within
from strategikort.domain.edits.maps import in_order
from strategikort.domain.edits.refusal import EditRefused, NewId, existing
from strategikort.domain.goals import DecisionStatus, Goal, GoalState, PoliticalGoal, UnitGoal
from strategikort.domain.organisation import OrgKind, OrgUnit, Placement
from strategikort.domain.phrases import Phrase, phrase
from strategikort.domain.shape import Id

OPEN = (AgreementState.DRAFT, AgreementState.IN_DIALOGUE, AgreementState.IN_HEARING)
"""The states in which an agreement's goals may still be moved."""


def lapse(document: Document, goals: Sequence[Id]) -> ChangeSet:
    """Let goals lapse: what the council decided is *bortfaldet*, any other goal *udgår*. They stay in the document.

    Raises:
        EditRefused: ``gone``.
    """
    changes: list[Change] = []
    for identity in goals:
        goal = existing(document, Goal, identity)
        after: Goal = (
            replace(goal, decision_status=DecisionStatus.LAPSED)
            if isinstance(goal, PoliticalGoal)
            else replace(goal, state=GoalState.CANCELLED)
        )
        changes += changed(goal, after)
    return ChangeSet(_named("edit.lapse", document, goals), tuple(changes))


def redate(document: Document, goals: Sequence[Id], *, first: date | None, last: date | None) -> ChangeSet:
    """Let goals hold from one day to another; None is no limit. Raises EditRefused ``gone``, ``map.period``."""
    begin, end = in_order((first, last))
    changes: list[Change] = []
    for identity in goals:
        goal = existing(document, Goal, identity)
        changes += changed(goal, replace(goal, valid_from=begin, valid_to=end))
    return ChangeSet(_named("edit.redate", document, goals), tuple(changes))


def _named(code: str, document: Document, goals: Sequence[Id]) -> Phrase:
    if len(goals) == 1:
        return phrase(f"{code}_one", goal=goal_titled(document, goals[0]))
    return phrase(code, n=len(goals))


def move_unit(document: Document, unit: Id, *, centre: Id, day: date, new_id: NewId) -> ChangeSet:
    """Let a unit belong to another centre from a day. Raises EditRefused ``gone``, ``org.no_centre``."""
    moved, there = existing(document, OrgUnit, unit), existing(document, OrgUnit, centre)
    if there.kind is not OrgKind.CENTRE:
        raise EditRefused("org.no_centre", unit=there.name)
    placements = tuple(_ended(document, unit, day))
    fresh = Placement(id=new_id(), unit=unit, parent=centre, valid_from=day)
    label = phrase("edit.move_unit", unit=moved.name, centre=there.name)
    return ChangeSet(label, (*placements, *added([fresh])))


def _ended(document: Document, unit: Id, day: date) -> Iterator[Change]:
    """The unit's placements end the day before; those that begin on the day or later go."""
    for one in document.grouped(Placement, "unit").get(unit, ()):
        if one.valid_from and one.valid_from >= day:
            yield Change(one, None)
        elif within(day, one.valid_from, one.valid_to):
            yield Change(one, replace(one, valid_to=day - timedelta(days=1)))


def merge_units(document: Document, units: Iterable[Id], *, into: Id, day: date) -> ChangeSet:
    """Let units become part of ``into`` from a day.

    They close the day before. Their goals and efforts become the other's, those in agreements as far as both agreements
    for the same days are still being written; what is signed stays as it was signed.

    Raises:
        EditRefused: ``gone``; ``org.into_itself`` if nothing else is left to merge.
    """
    target = existing(document, OrgUnit, into)
    doomed = [existing(document, OrgUnit, one) for one in dict.fromkeys(units) if one != into]
    if not doomed:
        raise EditRefused("org.into_itself", unit=target.name)
    changes: list[Change] = []
    for unit in doomed:
        changes += changed(unit, replace(unit, active_to=day - timedelta(days=1)))
        changes += _ended(document, unit.id, day)
        changes += _taken_over(document, unit.id, into)
    names = ", ".join(unit.name for unit in doomed)
    return ChangeSet(phrase("edit.merge_units", units=names, into=target.name), tuple(changes))


def _taken_over(document: Document, unit: Id, into: Id) -> Iterator[Change]:
    agreements = document.all(Agreement)
    for goal in document.all(Goal).values():
        if goal.owner != unit:
            continue
        if not isinstance(goal, UnitGoal) or goal.agreement is None:
            yield Change(goal, replace(goal, owner=into))
        elif (held := agreements.get(goal.agreement)) and held.state in OPEN:
            other = _same_days(document, held, into)
            if other:
                yield Change(goal, replace(goal, owner=into, agreement=other.id))


def _same_days(document: Document, agreement: Agreement, org: Id) -> Agreement | None:
    days = agreement.valid_from, agreement.valid_to
    found = (one for one in document.all(Agreement).values() if one.org == org and one.state in OPEN)
    return next((one for one in found if (one.valid_from, one.valid_to) == days), None)
