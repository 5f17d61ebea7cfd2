"""The goals of a document and what supports what, as arrays: built once per document, read by everything in this room.

A goal is a number here, its place in ``goals``. Only REALISES links are in the graph, legal or not: the red thread
follows them all, and a link that should not be there is a finding of its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from strategikort.domain.agreements import Agreement
from strategikort.domain.document import Document
from strategikort.domain.goals import CentreGoal, Effort, Goal, PoliticalGoal, UnitGoal, VisionElement
from strategikort.domain.links import Link, LinkKind
from strategikort.domain.shape import Id

Ints = NDArray[np.intp]
Flags = NDArray[np.bool_]
Period = tuple[date | None, date | None]

LEVELS: Final[Mapping[type[Goal], int]] = {
    cls: cls.kind.level for cls in (VisionElement, PoliticalGoal, CentreGoal, UnitGoal, Effort)
}
VISION, POLITICAL, CENTRE, UNIT, EFFORT = range(5)


def distinct(numbers: Ints) -> Ints:
    """The numbers in order, each once. NumPy's own ``unique`` loads a library of masked arrays for it."""
    row = np.sort(numbers)
    fresh = np.ones(row.size, dtype=np.bool_)
    fresh[1:] = row[1:] != row[:-1]
    return row[fresh]


class Neighbours:
    """Where the links lead from each goal, all in one row: ``ends[first[goal]:first[goal + 1]]``.

    ``starts`` is that row's other side, and ``links`` the place of each in `Graph.links`.
    """

    def __init__(self, size: int, starts: Ints, ends: Ints) -> None:
        order = np.argsort(starts, kind="stable")
        self.size = size
        self.starts: Ints = starts[order]
        self.ends: Ints = ends[order]
        self.links: Ints = order
        self.count: Ints = np.bincount(starts, minlength=size).astype(np.intp)
        self.first: Ints = np.zeros(size + 1, dtype=np.intp)
        np.cumsum(self.count, out=self.first[1:])

    @cached_property
    def listed(self) -> tuple[list[int], list[int]]:
        """``first`` and ``ends`` as lists, which single steps read faster than arrays."""
        return self.first.tolist(), self.ends.tolist()

    def of(self, goal: int) -> list[int]:
        """The goals that ``goal`` leads to, in the order of the links."""
        first, ends = self.listed
        return ends[first[goal] : first[goal + 1]]

    def links_of(self, goal: int) -> list[int]:
        """The places in `Graph.links` of the links from ``goal``, beside `of`."""
        found: list[int] = self.links[self.first[goal] : self.first[goal + 1]].tolist()
        return found


@dataclass(frozen=True, eq=False, kw_only=True)
class Graph:
    """Goals and REALISES links by number.

    ``levels`` is each goal's level (0 vision ... 4 effort); ``lower`` and ``upper`` are the ends of ``links``. The
    period in question for goal g is ``periods[period_of[g]]``: its agreement's for a unit goal, else its own validity.
    """

    goals: tuple[Goal, ...]
    at: Mapping[Id, int]
    levels: Ints
    links: tuple[Link, ...]
    lower: Ints
    upper: Ints
    periods: tuple[Period, ...]
    period_of: Ints

    def __len__(self) -> int:
        return len(self.goals)

    @cached_property
    def up(self) -> Neighbours:
        """From each goal to what it supports."""
        return Neighbours(len(self), self.lower, self.upper)

    @cached_property
    def down(self) -> Neighbours:
        """From each goal to what supports it."""
        return Neighbours(len(self), self.upper, self.lower)

    def of_level(self, level: int) -> Ints:
        """The goals of a level, by number."""
        return np.flatnonzero(self.levels == level)


def graph_of(document: Document) -> Graph:
    """The graph of the document, built on the first call. Cost: linear, about 30 ms for 10,000 goals."""
    return document.derived(Graph, _built)


def _built(document: Document) -> Graph:
    table = document.all(Goal)
    at = {identity: number for number, identity in enumerate(table)}
    goals = tuple(table.values())
    links = tuple(link for link in document.all(Link).values() if link.kind is LinkKind.REALISES)
    lower = np.array([at.get(link.lower, -1) for link in links], dtype=np.intp)
    upper = np.array([at.get(link.upper, -1) for link in links], dtype=np.intp)
    held = (lower >= 0) & (upper >= 0)
    if not held.all():
        links = tuple(links[place] for place in np.flatnonzero(held).tolist())
        lower, upper = lower[held], upper[held]
    periods, period_of = _periods(document, goals)
    return Graph(
        goals=goals,
        at=at,
        levels=np.array([LEVELS[type(goal)] for goal in goals], dtype=np.intp),
        links=links,
        lower=lower,
        upper=upper,
        periods=periods,
        period_of=period_of,
    )


def _periods(document: Document, goals: tuple[Goal, ...]) -> tuple[tuple[Period, ...], Ints]:
    numbers: dict[Period, int] = {(None, None): 0}
    agreed: dict[Id | None, int] = {
        key: numbers.setdefault((one.valid_from, one.valid_to), len(numbers))
        for key, one in document.all(Agreement).items()
    }
    found = [
        agreed[goal.agreement]
        if type(goal) is UnitGoal and goal.agreement in agreed
        else numbers.setdefault((goal.valid_from, goal.valid_to), len(numbers))
        if goal.valid_from or goal.valid_to
        else 0
        for goal in goals
    ]
    return tuple(numbers), np.array(found, dtype=np.intp)


def days_of(document: Document, goal: Goal) -> Period:
    """The period in question for one goal: that of its agreement for a unit goal in one, else its own validity."""
    if type(goal) is UnitGoal and goal.agreement:
        agreement = document.get(Agreement, goal.agreement)
        if agreement:
            return agreement.valid_from, agreement.valid_to
    return goal.valid_from, goal.valid_to


def overlap(one: Period, other: Period) -> bool:
    """Whether two periods share a day; a missing day is no limit."""
    return not ((one[0] and other[1] and one[0] > other[1]) or (other[0] and one[1] and other[0] > one[1]))
