"""What one centre's file may not change: what the council decides, and what is decided centrally for others too."""

from typing import Final

from strategikort.domain.document import Document
from strategikort.domain.edits.agreements import centre_of
from strategikort.domain.edits.refusal import EditRefused
from strategikort.domain.goals import DecidedAt, Goal, GoalKind
from strategikort.domain.organisation import Scope

COUNCILS: Final = (GoalKind.VISION_ELEMENT, GoalKind.POLITICAL_GOAL)
"""The kinds of goal that the council decides."""


def lock_on(document: Document, goal: Goal) -> EditRefused | None:
    """Why this file may not change ``goal``, which says who may; None if it may.

    The municipality's own file may change all. A centre's file has received vision and political goals, and goals of
    others that are decided centrally, to be read and linked to.
    """
    municipality = document.municipality
    if municipality is None or municipality.scope is not Scope.CENTRE:
        return None
    name = goal.title or goal.code
    if goal.kind in COUNCILS:
        return EditRefused("locked", goal=name)
    if goal.decided_at is DecidedAt.CENTRAL and goal.owner and municipality.centre:
        home = centre_of(document, goal.owner, goal.valid_from)
        if home is not None and home.id != municipality.centre:
            return EditRefused("locked_centrally", goal=name, owner=home.name)
    return None


def unlocked_below(document: Document, lower: Goal) -> None:
    """Pass a link from ``lower`` upward: what the council decides is linked by its own file alone; others may be.

    Raises:
        EditRefused: ``locked``.
    """
    if lower.kind in COUNCILS:
        unlocked(document, lower)


def unlocked(document: Document, goal: Goal) -> Goal:
    """``goal``, if this file may change it.

    Raises:
        EditRefused: ``locked`` or ``locked_centrally``, as `lock_on` says.
    """
    refusal = lock_on(document, goal)
    if refusal is not None:
        raise refusal
    return goal
