"""What a person can do in review: except a finding with a reason, remark on a map, send, return and approve it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from strategikort.domain.agreements import Section
from strategikort.domain.changes import Change, ChangeSet, added, changed
from strategikort.domain.document import Document, map_titled
from strategikort.domain.edits.records import checked, removal
from strategikort.domain.edits.refusal import EditRefused, NewId, existing
from strategikort.domain.goals import Goal
from strategikort.domain.links import Link
from strategikort.domain.maps import MapState, StrategyMap
from strategikort.domain.phrases import phrase
from strategikort.domain.remembered import changed_since, remembering
from strategikort.domain.reviews import Comment, Exemption
from strategikort.domain.shape import Id


def except_finding(
    document: Document, *, rule: str, record: Id, why: str, who: str, today: date, new_id: NewId
) -> ChangeSet:
    """Let what ``rule`` says of ``record`` stand, for a reason. A reason given before is replaced.

    Raises:
        EditRefused: ``review.no_reason`` if nothing is written, ``gone``, ``text.long``.
    """
    if not why.strip():
        raise EditRefused("review.no_reason")
    if document.find(record) is None:
        raise EditRefused("gone")
    before = exemption_of(document, rule, record)
    identity = before.id if before else new_id()
    after = checked(Exemption(id=identity, rule=rule, record=record, why=why, who=who, given_on=today))
    return ChangeSet(phrase("edit.except", rule=rule), changed(before, after))


def exemption_of(document: Document, rule: str, record: Id) -> Exemption | None:
    """The reason why what ``rule`` says of ``record`` may stand, if one was given."""
    known = document.all(Exemption).values()
    return next((one for one in known if (one.rule, one.record) == (rule, record)), None)


def drop_exemption(document: Document, exemption: Id) -> ChangeSet:
    """Take back a justified exception, so that the finding is told again. Raises EditRefused ``gone``."""
    before = existing(document, Exemption, exemption)
    return ChangeSet(phrase("edit.drop_exemption", rule=before.rule), removal(document, [before]))


def confirm_above(document: Document, links: Iterable[Id]) -> ChangeSet:
    """*Ja, det passer*: the goals still fit what the goals above them say now. Only links in doubt are touched.

    Raises:
        EditRefused: ``gone``.
    """
    changes: list[Change] = []
    for identity in links:
        link = existing(document, Link, identity)
        upper = document.get(Goal, link.upper)
        if upper and changed_since(link, upper):
            changes += changed(link, remembering(link, upper))
    return ChangeSet(phrase("edit.confirm_above", n=len(changes)), tuple(changes))


def remark(
    document: Document,
    map: Id,
    *,
    text: str,
    who: str,
    now: datetime,
    new_id: NewId,
    goal: Id | None = None,
    answers: Id | None = None,
) -> ChangeSet:
    """Say something of a map, of one of its goals, or in answer to another remark.

    Raises:
        EditRefused: ``review.empty``, ``gone``, ``text.long``.
    """
    if not text.strip():
        raise EditRefused("review.empty")
    existing(document, StrategyMap, map)
    if answers:
        goal = existing(document, Comment, answers).goal
    said = Comment(id=new_id(), map=map, goal=goal, answers=answers, text=text, who=who, said_at=now)
    return ChangeSet(phrase("edit.remark"), added([checked(said)]))


def remark_on_section(
    document: Document, section: Id, *, text: str, who: str, now: datetime, new_id: NewId
) -> ChangeSet:
    """Say something of a section of an agreement, to the other party. Raises EditRefused as `remark`."""
    if not text.strip():
        raise EditRefused("review.empty")
    found = existing(document, Section, section)
    said = Comment(id=new_id(), agreement=found.agreement, section=section, text=text, who=who, said_at=now)
    return ChangeSet(phrase("edit.remark"), added([checked(said)]))


def remarks_on_section(document: Document, section: Id) -> tuple[Comment, ...]:
    """The remarks on a section that nobody has closed, in the order in which they were made."""
    found = (one for one in document.grouped(Comment, "section").get(section, ()) if not one.closed_on)
    return tuple(sorted(found, key=lambda one: (one.said_at or datetime.min, one.id)))


def close_remark(document: Document, comment: Id, *, who: str, today: date) -> ChangeSet:
    """Say that a remark has been dealt with. Raises EditRefused ``gone``."""
    before = existing(document, Comment, comment)
    return ChangeSet(phrase("edit.close_remark"), changed(before, replace(before, closed_on=today, closed_by=who)))


def reopen_remark(document: Document, comment: Id) -> ChangeSet:
    """Say that a remark has not been dealt with after all. Raises EditRefused ``gone``."""
    before = existing(document, Comment, comment)
    return ChangeSet(phrase("edit.reopen_remark"), changed(before, replace(before, closed_on=None, closed_by="")))


def remove_remark(document: Document, comment: Id) -> ChangeSet:
    """Take a remark back, with the answers to it. Raises EditRefused ``gone``."""
    before = existing(document, Comment, comment)
    answers = [one for one in document.all(Comment).values() if one.answers == comment]
    return ChangeSet(phrase("edit.remove_remark"), removal(document, [before, *answers]))


def send_map(document: Document, map: Id, *, today: date) -> ChangeSet:
    """Send a draft to the director. Raises EditRefused ``gone``, ``review.state`` if it is no draft."""
    before = _in_state(document, map, MapState.DRAFT)
    after = replace(before, state=MapState.WITH_DIRECTOR, sent_on=today, decided_on=None, decided_by="")
    return ChangeSet(phrase("edit.send_map", title=map_titled(document, before)), changed(before, after))


def approve_map(document: Document, map: Id, *, who: str, today: date) -> ChangeSet:
    """Approve a map that was sent. Raises EditRefused ``gone``, ``review.state``."""
    before = _in_state(document, map, MapState.WITH_DIRECTOR)
    after = replace(before, state=MapState.APPROVED, decided_on=today, decided_by=who)
    return ChangeSet(phrase("edit.approve_map", title=map_titled(document, before)), changed(before, after))


def return_map(
    document: Document, map: Id, *, why: str, who: str, today: date, now: datetime, new_id: NewId
) -> ChangeSet:
    """Return a map that was sent, as a draft, with a reason that stands among its remarks.

    Raises:
        EditRefused: ``gone``, ``review.state``, ``review.no_reason``, ``text.long``.
    """
    before = _in_state(document, map, MapState.WITH_DIRECTOR)
    if not why.strip():
        raise EditRefused("review.no_reason")
    after = replace(before, state=MapState.DRAFT, decided_on=today, decided_by=who)
    reason = remark(document, map, text=why, who=who, now=now, new_id=new_id)
    label = phrase("edit.return_map", title=map_titled(document, before))
    return ChangeSet(label, (*changed(before, after), *reason.changes))


def _in_state(document: Document, map: Id, state: MapState) -> StrategyMap:
    found = existing(document, StrategyMap, map)
    if found.state is not state:
        raise EditRefused(f"review.{state.value}")
    return found


def open_remarks(document: Document, map: Id) -> tuple[Comment, ...]:
    """The remarks on a map that nobody has closed, answers apart, in the order in which they were made."""
    found = [one for one in document.all(Comment).values() if one.map == map and not one.closed_on and not one.answers]
    return tuple(sorted(found, key=lambda one: (one.said_at or datetime.min, one.id)))
