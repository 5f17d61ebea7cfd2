"""What one centre's file may not change: what the council decides, and what is decided centrally for others too."""

from typing import Final

from strategikort.domain.document import Document
from strategikort.domain.edits.agreements import centre_of
from strategikort.domain.edits.refusal import EditRefused
from strategikort.domain.goals import DecidedAt, Goal, GoalKind
from strategikort.domain.organisation import OVERVIEW, Scope

COUNCILS: Final = (GoalKind.VISION_ELEMENT, GoalKind.POLITICAL_GOAL)
"""The kinds of goal that the council decides."""


def lock_on(document: Document, goal: Goal) -> EditRefused | None:
    """Why this file may not change ``goal``, which says who may; None if it may.

    The municipality's own file may change all. A centre's file has received vision and political goals, and goals of
    others that are decided centrally, to be read and linked to. In an overview of several files nothing may be changed.
    """
    municipality, name = document.municipality, goal.title or goal.code
    if is_overview(document):
        return EditRefused("locked_overview", goal=name)
    if municipality is None or municipality.scope is not Scope.CENTRE:
        return None
    if goal.kind in COUNCILS:
        return EditRefused("locked", goal=name)
    if goal.decided_at is DecidedAt.CENTRAL and goal.owner and municipality.centre:
        home = centre_of(document, goal.owner, goal.valid_from)
        if home is not None and home.id != municipality.centre:
            return EditRefused("locked_centrally", goal=name, owner=home.name)
    return None


def is_overview(document: Document) -> bool:
    """Whether the document was put together of several files, to be read only."""
    return document.municipality is not None and document.municipality.id == OVERVIEW


def stands_locked(document: Document, goal: Goal) -> bool:
    """Whether a goal is to be marked as locked: not where nothing may be changed, for then a mark tells nothing."""
    return not is_overview(document) and lock_on(document, goal) is not None


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
