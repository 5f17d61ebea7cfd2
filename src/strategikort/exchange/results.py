"""What an import gives, and how it is refused."""

from collections.abc import Mapping
from dataclasses import dataclass

from strategikort.domain.changes import ChangeSet
from strategikort.domain.failures import KnownFailure
from strategikort.domain.phrases import About, Phrase, phrase
from strategikort.domain.shape import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What a source brings into the document that it was read for.

    ``change_set`` is one step to undo. ``added`` counts by kind of record, and links
    also by kind of link (``REALISES`` ...), as in ``stats``.
    ``repaired`` tells what was taken in another form than it stood, ``unresolved`` which links lead nowhere,
    ``skipped`` each text that found no place. ``delivered`` are the goals of the council that were there already and
    that the source names by their codes, changed or not.
    """

    change_set: ChangeSet
    added: Mapping[str, int]
    repaired: tuple[Phrase, ...] = ()
    unresolved: tuple[Phrase, ...] = ()
    skipped: tuple[Phrase, ...] = ()
    delivered: frozenset[Id] = frozenset()


class ImportProblem(KnownFailure):
    """A source that cannot be used: nothing of it is taken."""


def refused(code: str, /, **about: About) -> ImportProblem:
    """The refusal that ``import.problem.CODE`` says."""
    return ImportProblem(phrase(f"import.problem.{code}", **about))
