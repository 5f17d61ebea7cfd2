"""Where a red thread breaks: the goal at which it stops, and why, as a sentence."""

from collections.abc import Callable, Sequence
from functools import cached_property

import numpy as np

from strategikort.cascade.graph import POLITICAL, Flags
from strategikort.cascade.sweeps import first_few, nearest, reached
from strategikort.cascade.verdicts import Thread, Verdicts, counts, title_key, verdicts_of
from strategikort.domain.document import Document
from strategikort.domain.goals import Goal, PoliticalGoal, VisionElement
from strategikort.domain.phrases import About, Phrase, Word, phrase
from strategikort.domain.shape import Id

SHOWN = 5
"""How many goals a sentence lists by name."""


class Breaks:
    """The reasons of all goals whose thread does not reach. Worked out on first use, for all at once and linear."""

    def __init__(self, verdicts: Verdicts) -> None:
        self._verdicts = verdicts
        self._graph = verdicts.graph

    def reason(self, number: int) -> Phrase | None:
        """Why the goal's thread does not reach a political goal; None if it does."""
        return reason_of(self._graph.goals[number], self._verdicts.at(number), lambda: self._break(number))

    def _break(self, number: int) -> tuple[Goal, bool]:
        at = self.break_point(number)
        return self._graph.goals[at], bool(self._verdicts.linked[at])

    def break_point(self, number: int) -> int:
        """The goal at which the thread of a goal that does not reach stops: the nearest, then the first by title.

        That is a political goal that does not count, or else a goal without link up, or else a goal in a ring.
        """
        if self._under_political[number]:
            political, place = self._to_political
            return political[place[number]]
        ends, place = self._to_ends
        if place[number] >= 0:
            return ends[place[number]]
        circling, place = self._to_rings
        return circling[place[number]]

    @cached_property
    def _under_political(self) -> Flags:
        return reached(self._graph.down, self._graph.of_level(POLITICAL))

    @cached_property
    def _to_political(self) -> tuple[list[int], list[int]]:
        return self._from(self._graph.of_level(POLITICAL).tolist(), [True] * len(self._graph))

    @cached_property
    def _to_ends(self) -> tuple[list[int], list[int]]:
        free = ~self._under_political
        return self._from(np.flatnonzero(free & ~self._verdicts.linked).tolist(), free.tolist())

    @cached_property
    def _to_rings(self) -> tuple[list[int], list[int]]:
        free = (~self._under_political & (np.array(self._to_ends[1]) < 0)).tolist()
        return self._from([one for ring in self._verdicts.rings for one in ring if free[one]], free)

    def _from(self, starts: list[int], within: list[bool]) -> tuple[list[int], list[int]]:
        starts.sort(key=lambda number: title_key(self._graph.goals[number]))
        return starts, nearest(self._graph.down, starts, within)

    @cached_property
    def proposed(self) -> list[list[int]]:
        """For each goal the proposed political goals that it reaches, by title; one more than a sentence lists."""
        tops = [one for one in self._graph.of_level(POLITICAL).tolist() if counts(self._graph.goals[one])]
        tops = [one for one in tops if self._verdicts.at(one) is Thread.RESTS_ON_PROPOSED]
        tops.sort(key=lambda number: title_key(self._graph.goals[number]))
        return first_few(self._graph.down, tops, SHOWN + 1)


def reason_of(goal: Goal, thread: Thread, break_point: Callable[[], tuple[Goal, bool]]) -> Phrase | None:
    """Why a goal's thread does not reach a political goal; None if it does.

    ``break_point`` gives the goal at which the thread stops, and whether that has a link up; asked only if need be.
    """
    if not thread.broken:
        return None
    if isinstance(goal, VisionElement):
        return phrase("thread.is_vision")
    if isinstance(goal, PoliticalGoal):
        return phrase("thread.not_valid" if counts(goal) else "thread.lapsed")
    if thread is Thread.NO_LINK_UP:
        return phrase("thread.no_link_up")
    at, linked = break_point()
    return phrase(_code(at, linked), at=name_of(at), kind=Word(at.kind.value))


def _code(at: Goal, linked: bool) -> str:
    if isinstance(at, PoliticalGoal):
        return "thread.stops_out_of_period" if counts(at) else "thread.stops_at_lapsed"
    if isinstance(at, VisionElement):
        return "thread.passes_by"
    return "thread.stops_in_ring" if linked else "thread.stops_at"


def breaks_of(document: Document) -> Breaks:
    """The reasons of the document's broken threads, kept with it."""
    return document.derived(Breaks, lambda one: Breaks(verdicts_of(one)))


def reason(document: Document, goal: Id) -> Phrase | None:
    """Why the red thread of ``goal`` does not reach a political goal; None if it does. KeyError: no such goal."""
    verdicts = verdicts_of(document)
    return breaks_of(document).reason(verdicts.graph.at[goal])


def name_of(goal: Goal) -> str:
    """What a sentence calls a goal: its title, else its code, else its identity."""
    return goal.title or goal.code or goal.id


def listed(names: Sequence[str], *, shown: int = SHOWN) -> About:
    """Names as a sentence lists them: the first few, and how many more there are."""
    if len(names) <= shown:
        return tuple(names)
    return phrase("list.and_more", names=tuple(names[:shown]), more=len(names) - shown)
