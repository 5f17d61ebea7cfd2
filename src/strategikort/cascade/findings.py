"""Findings: what a rule has to say about a goal or link, how bad it is, what it stops, and how it can be mended."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from strategikort.domain.changes import ChangeSet
from strategikort.domain.document import Document
from strategikort.domain.phrases import Phrase
from strategikort.domain.shape import Id


class Severity(StrEnum):
    """How bad a finding is, the worst first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for an error, 2 for a hint."""
        return _RANKS[self.value]


_RANKS = {severity.value: rank for rank, severity in enumerate(Severity)}


class Gate(StrEnum):
    """What a finding stops. A draft can always be saved and printed as a draft."""

    SIGN = "sign"
    PRINT = "print"
    ARCHIVE = "archive"


@dataclass(frozen=True, slots=True)
class Mend:
    """A way to mend a finding in one step: its name and what makes the change set (which may raise EditRefused)."""

    label: Phrase
    make: Callable[[Document], ChangeSet]


Suggesting = Callable[[Document], tuple[Mend, ...]]
"""What mends could be offered in a document; worked out when somebody looks, for it has to look around."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What ``rule`` found. The first of ``records`` is what it is about, the others belong to it.

    ``mends`` are ready; ``suggesting`` gives further ones for the document as it stands when they are asked for.
    """

    rule: str
    severity: Severity
    gates: tuple[Gate, ...]
    records: tuple[Id, ...]
    message: Phrase
    mends: tuple[Mend, ...] = field(default=(), compare=False)
    suggesting: Suggesting | None = field(default=None, compare=False)

    @property
    def about(self) -> Id:
        """The record that the finding is about."""
        return self.records[0]

    def ways(self, document: Document) -> tuple[Mend, ...]:
        """Every mend that is offered in the document as it stands."""
        return self.mends + (self.suggesting(document) if self.suggesting else ())

    def stops(self, gate: Gate) -> bool:
        """Whether the finding stands in the way of signing, final print or archiving."""
        return gate in self.gates
