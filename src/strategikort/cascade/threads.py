"""What a rule asks of red threads, whoever worked them out: the full pass, or the one that follows each edit."""

from collections.abc import Sequence
from typing import Protocol

from strategikort.cascade.breaks import Breaks
from strategikort.cascade.verdicts import Thread, Verdicts
from strategikort.domain.phrases import Phrase
from strategikort.domain.shape import Id


class Threads(Protocol):
    """The verdict on every goal of a document, with its reasons. All raise KeyError for a goal that is not there."""

    def of(self, goal: Id) -> Thread:
        """The verdict on one goal."""
        ...

    def reason(self, goal: Id) -> Phrase | None:
        """Why its thread does not reach a political goal; None if it does."""
        ...

    def proposed(self, goal: Id) -> Sequence[Id]:
        """The proposed political goals that it reaches, by title; one more than a sentence lists."""
        ...


class WholeThreads:
    """The threads as the full pass knows them."""

    def __init__(self, verdicts: Verdicts, breaks: Breaks) -> None:
        self._verdicts = verdicts
        self._breaks = breaks

    def of(self, goal: Id) -> Thread:
        """The verdict on one goal."""
        return self._verdicts.of(goal)

    def reason(self, goal: Id) -> Phrase | None:
        """Why its thread does not reach a political goal; None if it does."""
        return self._breaks.reason(self._verdicts.graph.at[goal])

    def proposed(self, goal: Id) -> Sequence[Id]:
        """The proposed political goals that it reaches, by title; one more than a sentence lists."""
        graph = self._verdicts.graph
        return [graph.goals[top].id for top in self._breaks.proposed[graph.at[goal]]]
