"""How an edit says no, and the questions that all edits ask first."""

from collections.abc import Callable
from typing import TypeVar

from strategikort.domain.document import Document
from strategikort.domain.failures import KnownFailure
from strategikort.domain.phrases import About, phrase
from strategikort.domain.shape import Id, Record

NewId = Callable[[], Id]
R = TypeVar("R", bound=Record)


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
