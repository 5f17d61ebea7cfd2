"""How an edit says no, and the questions that all edits ask first."""

from collections.abc import Callable
from typing import TypeVar

from strategikort.domain.document import Document
from strategikort.domain.failures import KnownFailure
from strategikort.domain.goals import Goal, GoalKind
from strategikort.domain.organisation import Scope
from strategikort.domain.phrases import About, phrase
from strategikort.domain.shape import Id, Record

NewId = Callable[[], Id]
R = TypeVar("R", bound=Record)

_POLITICAL = (GoalKind.VISION_ELEMENT, GoalKind.POLITICAL_GOAL)


class EditRefused(KnownFailure):
    """The document does not allow this edit. ``code`` names why; ``phrase`` says it in a sentence for the user."""

    def __init__(self, code: str, /, **about: About) -> None:
        super().__init__(phrase(f"refused.{code}", **about))
        self.code = code


def existing(document: Document, kind: type[R], identity: Id) -> R:
    """The record of ``kind`` with ``identity``.

    Raises:
        EditRefused: ``gone`` if somebody has removed it.
    """
    found = document.get(kind, identity)
    if found is None:
        raise EditRefused("gone")
    return found


def unlocked(document: Document, goal: Goal) -> Goal:
    """``goal``, if this file may change it: a centre's file receives vision and political goals read-only.

    Raises:
        EditRefused: ``locked`` if the council's own file has to be used.
    """
    municipality = document.municipality
    if municipality and municipality.scope is Scope.CENTRE and goal.kind in _POLITICAL:
        raise EditRefused("locked", goal=goal.title or goal.code)
    return goal
