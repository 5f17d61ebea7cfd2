"""What a person can do to goals: make, word, move in time, cancel and remove them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from strategikort.domain.agreements import Agreement
from strategikort.domain.changes import Change, ChangeSet, added, removed
from strategikort.domain.document import Document
from strategikort.domain.edits.links import realising
from strategikort.domain.edits.records import checked, everything_on
from strategikort.domain.edits.refusal import EditRefused, NewId, existing, unlocked
from strategikort.domain.goals import (
    GOAL_CLASSES,
    Effort,
    Goal,
    GoalKind,
    PoliticalGoal,
    UnitGoal,
)
from strategikort.domain.maps import MapPlace
from strategikort.domain.organisation import OrgUnit
from strategikort.domain.phrases import Word, phrase
from strategikort.domain.profile import Profile
from strategikort.domain.shape import Id, Record


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

    Owner, agreement and dates that are not given follow from the goal above and the agreement.

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
    if owner is None:
        owner = paper.org if paper else upper.owner if upper and upper.kind >= GoalKind.CENTRE_GOAL else None
    span = paper or (upper if upper and upper.kind.level >= GoalKind.CENTRE_GOAL.level else None)
    if span:
        goal = replace(goal, valid_from=span.valid_from, valid_to=span.valid_to)
    return replace(goal, owner=owner)


_PREFIX = {
    GoalKind.VISION_ELEMENT: "V",
    GoalKind.POLITICAL_GOAL: "POL",
    GoalKind.EFFORT: "I",
}


def free_code(document: Document, goal: Goal) -> str:
    """A code that no goal has yet: the owner's code or the kind's letter, and a number above those in use."""
    org = document.get(OrgUnit, goal.owner)
    prefix = org.code if org and goal.kind not in (GoalKind.VISION_ELEMENT, GoalKind.POLITICAL_GOAL) else ""
    if goal.kind is GoalKind.EFFORT:
        prefix = f"{prefix}-I" if prefix else "I"
    prefix = (prefix or _PREFIX.get(goal.kind, "M"))[:8]
    numbers = document.derived(("codes in use", prefix), lambda one: _numbers(one, prefix))
    return f"{prefix}-{max(numbers, default=0) + 1:02d}"


def _numbers(document: Document, prefix: str) -> list[int]:
    tails = (goal.code[len(prefix) + 1 :] for goal in document.all(Goal).values() if goal.code.startswith(f"{prefix}-"))
    return [int(tail) for tail in tails if tail.isascii() and tail.isdigit()]


def remove_goals(document: Document, goals: Iterable[Id]) -> ChangeSet:
    """Remove goals with all that hangs on them: links, indicators, places on maps, follow-ups.

    Raises:
        EditRefused: ``gone``, or ``locked`` for a political goal in a centre's file.
    """
    doomed = [unlocked(document, existing(document, Goal, goal)) for goal in dict.fromkeys(goals)]
    changes = [
        *removed(everything_on(document, {goal.id for goal in doomed})),
        *removed(doomed),
    ]
    loosened = [Change(one, replace(one, common_goal=None)) for one in _copies(document, {goal.id for goal in doomed})]
    label = phrase("edit.remove_goal", goal=doomed[0].title or doomed[0].code) if len(doomed) == 1 else None
    return ChangeSet(label or phrase("edit.remove_goals", n=len(doomed)), (*loosened, *changes))


def _copies(document: Document, doomed: set[Id]) -> Sequence[UnitGoal]:
    goals = document.all(UnitGoal).values()
    return [goal for goal in goals if goal.common_goal in doomed and goal.id not in doomed]


def can_be_retyped(goal: Goal, kind: GoalKind) -> bool:
    """Whether ``goal`` can become a goal of ``kind`` without losing what only its own kind holds."""
    return goal.kind is not kind and not isinstance(goal, (PoliticalGoal, Effort))


def retype_goal(document: Document, goal: Id, *, kind: GoalKind) -> ChangeSet:
    """Make a goal one of another level, with the same identity, links and texts.

    Raises:
        EditRefused: ``retype`` if fields would be lost, ``locked`` in a centre's file.
    """
    before = unlocked(document, existing(document, Goal, goal))
    if not can_be_retyped(before, kind):
        raise EditRefused("retype", goal=before.title, kind=Word(kind.value))
    shared = {name: getattr(before, name) for name in Goal.__dataclass_fields__}
    after = unlocked(document, GOAL_CLASSES[kind](**shared))
    return ChangeSet(phrase("edit.retype", kind=Word(kind.value)), (Change(before, after),))
