"""*Ret i flere udkast*: a text, a common goal or a day replaced in many drafts, but not where it was rewritten."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from strategikort.domain.agreements import Agreement, FollowUp, FollowUpKind, Section
from strategikort.domain.changes import Change, ChangeSet, changed
from strategikort.domain.document import Document
from strategikort.domain.edits.records import checked, refilled
from strategikort.domain.edits.refusal import NewId
from strategikort.domain.edits.sealed import text_lock
from strategikort.domain.goals import GoalState, Origin, UnitGoal
from strategikort.domain.phrases import phrase
from strategikort.domain.shape import Id, Record
from strategikort.domain.texts import folded

Value: TypeAlias = str | date | None


@dataclass(frozen=True, slots=True)
class SectionText:
    """The text of the section with ``key`` (and ``heading``, for drafts that lack it)."""

    key: str
    heading: str = ""


@dataclass(frozen=True, slots=True)
class GoalText:
    """A text of a common goal that stands in many agreements: ``field`` of the goals that are titled so, or of one."""

    title: str
    field: str = "title"


@dataclass(frozen=True, slots=True)
class FollowUpDay:
    """The day that a follow-up of the agreement as a whole is planned for."""

    kind: FollowUpKind


What: TypeAlias = SectionText | GoalText | FollowUpDay
"""What is replaced in many drafts at once."""


class Fate(StrEnum):
    """What happens to one draft: changed; as it should be already; rewritten there, so left; locked; lacking it."""

    CHANGED = "changed"
    SAME = "same"
    REWRITTEN = "rewritten"
    LOCKED = "locked"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What would happen to one agreement: the record there (None: it would be made), what it says, and its fate."""

    agreement: Agreement
    fate: Fate
    before: Value = ""
    record: Record | None = None


def common_goals(document: Document, agreements: Iterable[Agreement]) -> tuple[str, ...]:
    """The titles of the common goals in these agreements, those that most have first."""
    found = Counter(goal.title for one in agreements for goal in _common(document, one))
    return tuple(sorted(found, key=lambda title: (-found[title], folded(title))))


def _common(document: Document, agreement: Agreement) -> Iterator[UnitGoal]:
    for goal in document.grouped(UnitGoal, "agreement").get(agreement.id, ()):
        if goal.origin is Origin.COMMON and goal.state is not GoalState.CANCELLED:
            yield goal


def usual(document: Document, agreements: Sequence[Agreement], what: What) -> Value:
    """What most of the agreements say, so that what a leader has rewritten can be told from it; "" if all differ."""
    said = Counter(value for one in agreements for _, value in _spots(document, one, what) if value)
    (value, times), *_ = said.most_common(1) or [("", 0)]
    return value if times > 1 or len(said) == 1 else ""


def proposals(
    document: Document,
    agreements: Sequence[Agreement],
    what: What,
    value: Value,
    *,
    also: Collection[Id] = (),
) -> tuple[Proposal, ...]:
    """What replacing ``what`` by ``value`` would do to each of the agreements, in their order.

    A text that is neither empty nor the usual one was rewritten in that unit, and is left; ``also`` are agreements in
    which it is replaced all the same.
    """
    base = usual(document, agreements, what)
    return tuple(_proposed(document, one, what, value, base, one.id in also) for one in agreements)


def _proposed(
    document: Document, agreement: Agreement, what: What, value: Value, base: Value, anyway: bool
) -> Proposal:
    record, before = next(_spots(document, agreement, what), (None, ""))
    if record is None and isinstance(what, GoalText):
        fate = Fate.ABSENT
    elif before == value:
        fate = Fate.SAME
    elif text_lock(agreement) or agreement.state.signed:
        fate = Fate.LOCKED
    elif before and before != base and not anyway:
        fate = Fate.REWRITTEN
    else:
        fate = Fate.CHANGED
    return Proposal(agreement=agreement, fate=fate, before=before, record=record)


def change_drafts(
    document: Document, made: Iterable[Proposal], what: What, value: Value, *, new_id: NewId
) -> ChangeSet:
    """Replace ``what`` by ``value`` in the drafts whose fate is to be changed, as one step.

    Raises:
        EditRefused: ``text.long``.
    """
    changes: list[Change] = []
    doomed = [one for one in made if one.fate is Fate.CHANGED]
    for one in doomed:
        before = one.record
        if before is None:
            changes.append(Change(None, checked(_made(document, one.agreement, what, new_id, value))))
        else:
            changes += changed(before, refilled(before, {_field(what): value}))
    return ChangeSet(phrase("edit.change_drafts", n=len(doomed)), tuple(changes))


def _field(what: What) -> str:
    if isinstance(what, SectionText):
        return "text"
    return "planned_on" if isinstance(what, FollowUpDay) else what.field


def _made(document: Document, agreement: Agreement, what: What, new_id: NewId, value: Value) -> Record:
    if isinstance(what, SectionText):
        known = document.grouped(Section, "agreement").get(agreement.id, ())
        place = max((one.position for one in known), default=-1) + 1
        return Section(
            id=new_id(),
            agreement=agreement.id,
            key=what.key,
            heading=what.heading,
            text=str(value or ""),
            position=place,
        )
    assert isinstance(what, FollowUpDay), "a goal that an agreement lacks is not made"
    day = value if isinstance(value, date) else None
    return FollowUp(id=new_id(), agreement=agreement.id, kind=what.kind, planned_on=day)


def _spots(document: Document, agreement: Agreement, what: What) -> Iterator[tuple[Record, Value]]:
    """The record of an agreement that ``what`` is about, with what it says; at most one."""
    if isinstance(what, SectionText):
        for section in document.grouped(Section, "agreement").get(agreement.id, ()):
            if section.key == what.key:
                yield section, section.text
                return
    elif isinstance(what, FollowUpDay):
        for one in document.grouped(FollowUp, "agreement").get(agreement.id, ()):
            if one.goal is None and one.kind is what.kind:
                yield one, one.planned_on
                return
    else:
        yield from _goal_spots(document, agreement, what)


def _goal_spots(document: Document, agreement: Agreement, what: GoalText) -> Iterator[tuple[Record, Value]]:
    roots = document.derived(("roots of", what.title), lambda _: _roots(document, what.title))
    for goal in _common(document, agreement):
        if goal.title == what.title or (goal.common_goal or goal.id) in roots:
            yield goal, str(getattr(goal, what.field))
            return


def _roots(document: Document, title: str) -> frozenset[Id]:
    """The goals from which those that are titled so were taken."""
    found = (goal for goal in document.all(UnitGoal).values() if goal.title == title and goal.origin is Origin.COMMON)
    return frozenset(goal.common_goal or goal.id for goal in found)
