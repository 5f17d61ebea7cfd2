"""What a person can do with a list of goals that are not made yet: make them all, with their links, as one step."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from strategikort.domain.changes import Change, ChangeSet
from strategikort.domain.document import Document
from strategikort.domain.edits.goals import add_goal
from strategikort.domain.edits.records import checked
from strategikort.domain.edits.refusal import NewId
from strategikort.domain.goals import Effort, Goal, GoalKind
from strategikort.domain.phrases import phrase
from strategikort.domain.profile import Profile
from strategikort.domain.shape import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One goal to be made. ``upper`` is the place in the list of the draft that it supports, before its own.

    ``day`` becomes the deadline of an effort, the last day of another goal. A ``code`` that is in use is not taken.
    """

    kind: GoalKind
    title: str
    code: str = ""
    day: date | None = None
    note: str = ""
    upper: int | None = None


def add_drafts(
    document: Document,
    drafts: Sequence[Draft],
    *,
    profile: Profile,
    new_id: NewId,
    under: Id | None = None,
    centre: Id | None = None,
    map: Id | None = None,
    spots: Sequence[tuple[int, int]] = (),
) -> ChangeSet:
    """Make the goals of a list, in its order.

    Those at its top support ``under``; centre goals that follow from nothing belong to ``centre``. On a ``map`` each
    stands at its spot.

    Raises:
        EditRefused: as `add_goal` says.
    """
    changes: list[Change] = []
    made: list[Id] = []
    codes = {goal.code for goal in document.all(Goal).values()}
    for place, draft in enumerate(drafts):
        top = draft.upper is None
        added = add_goal(
            document,
            profile=profile,
            new_id=new_id,
            kind=draft.kind,
            title=draft.title,
            under=under if top else made[draft.upper or 0],
            owner=centre if top and draft.kind is GoalKind.CENTRE_GOAL else None,
            map=map,
            at=spots[place] if spots else (0, 0),
        )
        goal = _filled(added.changes[0].after, draft, codes)
        codes.add(goal.code)
        made.append(goal.id)
        step = (Change(None, goal), *added.changes[1:])
        document = document.with_changes(ChangeSet(added.label, step))
        changes += step
    return ChangeSet(phrase("edit.paste_list", n=len(made)), tuple(changes))


def _filled(goal: object, draft: Draft, codes: set[str]) -> Goal:
    assert isinstance(goal, Goal), "the first change makes the goal"
    goal = replace(goal, description=draft.note)
    if draft.code and draft.code not in codes:
        goal = replace(goal, code=draft.code)
    if draft.day and isinstance(goal, Effort):
        goal = replace(goal, deadline=draft.day)
    elif draft.day:
        goal = replace(goal, valid_to=draft.day)
    return checked(goal)
