"""What a person can do to goals: make, word, move in time, cancel and remove them."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from functools import partial
from itertools import count

from strategikort.domain.agreements import Agreement
from strategikort.domain.changes import Change, ChangeSet, added
from strategikort.domain.document import Document
from strategikort.domain.edits.links import realising
from strategikort.domain.edits.locks import unlocked
from strategikort.domain.edits.records import checked, removal
from strategikort.domain.edits.refusal import EditRefused, NewId, existing
from strategikort.domain.goals import (
    GOAL_CLASSES,
    Goal,
    GoalKind,
    UnitGoal,
)
from strategikort.domain.maps import MapPlace
from strategikort.domain.organisation import OrgUnit
from strategikort.domain.phrases import Word, phrase
from strategikort.domain.profile import Profile
from strategikort.domain.shape import Id, Record, fields_of, made_of, room


def add_goal(
    document: Document,
    *,
    profile: Profile,
    new_id: NewId,
    kind: GoalKind,
    title: str = "",
    under: Id | None = None,
    owner: Id | None = None,
    agreement: Id | None = None,
    layer: str = "",
    map: Id | None = None,
    at: tuple[int, int] = (0, 0),
) -> ChangeSet:
    """Make a goal, with its link to the goal ``under`` which it is made, and its place ``at`` on a ``map``.

    Owner, agreement and dates that are not given follow from the agreement, and from the goal above where that is a
    centre's or a unit's: what a committee answers for is carried out by others, in their time.

    Raises:
        EditRefused: ``gone``, ``text.long``, ``figure.large``, or as `realising` does for the link.
    """
    upper = existing(document, Goal, under) if under else None
    goal = GOAL_CLASSES[kind](id=new_id(), title=title, layer=layer)
    goal = _at_home(document, goal, upper, owner, agreement)
    goal = unlocked(document, checked(replace(goal, code=free_code(document, goal))))
    records: list[Record] = [goal]
    if upper:
        records.append(realising(document, profile=profile, new_id=new_id, lower=goal, upper=upper))
    if map:
        records.append(checked(MapPlace(id=new_id(), map=map, goal=goal.id, x=at[0], y=at[1])))
    return ChangeSet(phrase("edit.add", kind=Word(kind.value)), added(records))


def _at_home(
    document: Document,
    goal: Goal,
    upper: Goal | None,
    owner: Id | None,
    agreement: Id | None,
) -> Goal:
    if isinstance(goal, UnitGoal):
        if agreement is None and isinstance(upper, UnitGoal):
            agreement = upper.agreement
        goal = replace(goal, agreement=agreement)
    paper = document.get(Agreement, agreement)
    near = upper if upper and upper.kind.level >= GoalKind.CENTRE_GOAL.level else None
    if owner is None:
        owner = paper.org if paper else near.owner if near else None
    span = paper or near
    if span:
        goal = replace(goal, valid_from=span.valid_from, valid_to=span.valid_to)
    return replace(goal, owner=owner)


_PREFIX = {
    GoalKind.VISION_ELEMENT: "V",
    GoalKind.POLITICAL_GOAL: "POL",
    GoalKind.EFFORT: "I",
}
_CODE = room(Goal, "code")
_DIGITS = 3


def free_code(document: Document, goal: Goal, taken: Collection[str] = ()) -> str:
    """A code that no goal has yet, nor is ``taken``: the owner's code or the kind's letter, and a number.

    The number is one above those in use; where that has no room, the lowest free one, and at last one behind a
    shorter prefix.
    """
    prefix = _prefix(document, goal)
    while True:
        most = int("9" * (_CODE - len(prefix) - 1))
        used = document.derived(("codes in use", prefix), partial(_numbers_in, prefix=prefix)) | _numbers(taken, prefix)
        number = max(used, default=0) + 1
        if number > most:
            number = next(one for one in count(1) if one not in used)
        if number <= most:
            return f"{prefix}-{number:02d}"
        prefix = prefix[:-1]


def _prefix(document: Document, goal: Goal) -> str:
    """What stands before the number, with room for three digits; of a long code of the owner its beginning."""
    mark = "-I" if goal.kind is GoalKind.EFFORT else ""
    org = document.get(OrgUnit, goal.owner) if goal.kind.level >= GoalKind.CENTRE_GOAL.level else None
    start = org.code[: _CODE - _DIGITS - 1 - len(mark)].rstrip("- ") if org else ""
    return f"{start}{mark}" if start else _PREFIX.get(goal.kind, "M")


def _numbers_in(document: Document, prefix: str) -> frozenset[int]:
    return _numbers((goal.code for goal in document.all(Goal).values()), prefix)


def _numbers(codes: Iterable[str], prefix: str) -> frozenset[int]:
    tails = (code[len(prefix) + 1 :] for code in codes if code.startswith(f"{prefix}-"))
    return frozenset(int(tail) for tail in tails if tail.isascii() and tail.isdigit())


def remove_goals(document: Document, goals: Iterable[Id]) -> ChangeSet:
    """Remove goals with their details: links, indicators with their figures, places on maps, follow-ups.

    Raises:
        EditRefused: ``gone``, or ``locked`` for a political goal in a centre's file.
    """
    doomed = [unlocked(document, existing(document, Goal, goal)) for goal in dict.fromkeys(goals)]
    label = phrase("edit.remove_goal", goal=doomed[0].title or doomed[0].code) if len(doomed) == 1 else None
    return ChangeSet(label or phrase("edit.remove_goals", n=len(doomed)), removal(document, doomed))


_HOMES = ("agreement", "vision")


def can_be_retyped(goal: Goal, kind: GoalKind) -> bool:
    """Whether ``goal`` can become a goal of ``kind`` without losing what has been filled in of its own kind alone.

    The vision or agreement that it stands in is no loss: it leaves that for its new level.
    """
    kept = {field.name for field in (*fields_of(GOAL_CLASSES[kind]), *fields_of(Goal))}
    blank = type(goal)(id=goal.id)
    own = (field.name for field in fields_of(type(goal)) if field.name not in kept and field.name not in _HOMES)
    return goal.kind is not kind and all(getattr(goal, name) == getattr(blank, name) for name in own)


def retype_goal(document: Document, goal: Id, *, kind: GoalKind) -> ChangeSet:
    """Make a goal one of another level, with the same identity, links and texts; it leaves its vision or agreement.

    Raises:
        EditRefused: ``retype`` if fields would be lost, ``locked`` in a centre's file.
    """
    before = unlocked(document, existing(document, Goal, goal))
    if not can_be_retyped(before, kind):
        raise EditRefused("retype", goal=before.title, kind=Word(kind.value))
    after = unlocked(document, made_of(GOAL_CLASSES[kind], {f.name: getattr(before, f.name) for f in fields_of(Goal)}))
    return ChangeSet(phrase("edit.retype", kind=Word(kind.value)), (Change(before, after),))
