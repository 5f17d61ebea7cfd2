"""Findings: what a rule has to say about a goal or link, how bad it is, what it stops, and how it can be mended."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

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
    """A way to mend a finding in one step: its name and what makes the change set (which may raise EditRefused).

    One that changes nothing of what two parties agree on may also be offered ``after_signing``.
    """

    label: Phrase
    make: Callable[[Document], ChangeSet]
    after_signing: bool = False


Offer: TypeAlias = Callable[..., Iterable[Mend]]
"""The ways out of a finding, worked out of a `Check` when somebody looks: most findings are never mended by a click."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What ``rule`` found. The first of ``records`` is what it is about, the others belong to it.

    ``offer`` works out how it can be mended: see `mending.mends_of`.
    """

    rule: str
    severity: Severity
    gates: tuple[Gate, ...]
    records: tuple[Id, ...]
    message: Phrase
    offer: Offer | None = field(default=None, compare=False)

    @property
    def about(self) -> Id:
        """The record that the finding is about."""
        return self.records[0]

    def stops(self, gate: Gate) -> bool:
        """Whether the finding stands in the way of signing, final print or archiving."""
        return gate in self.gates
