"""The ways of the red thread: from a goal up to the political goals, down to the efforts, and up to the vision.

A ring is passed as one step, on its shortest way; so the ways are always finite, and counted without walking them.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np

from strategikort.cascade.graph import EFFORT, POLITICAL, Flags, Graph, Neighbours, Period, graph_of, overlap
from strategikort.cascade.sweeps import reached
from strategikort.cascade.verdicts import counts, title_key, valid, verdicts_of
from strategikort.domain.document import Document
from strategikort.domain.goals import Goal
from strategikort.domain.links import Strength
from strategikort.domain.shape import Id

SHOWN: Final = 100
"""How many ways are walked unless more are asked for."""


@dataclass(frozen=True, slots=True)
class Paths:
    """The first of the ways, each from the goal asked about to its end, and how many there are in all."""

    shown: tuple[tuple[Goal, ...], ...]
    total: int


def paths_up(document: Document, goal: Id, *, limit: int = SHOWN) -> Paths:
    """Every way from ``goal`` up to the highest political goals that count for it; none if its thread does not reach.

    Raises:
        KeyError: no such goal.
    """
    graph = graph_of(document)
    number = graph.at[goal]
    period = graph.periods[graph.period_of[number]]
    walk = document.derived((paths_up, period), lambda one: _walk_up(one, period))
    return walk.paths(number, limit)


def paths_down(document: Document, goal: Id, *, limit: int = SHOWN) -> Paths:
    """Every way from ``goal`` down to efforts. Raises KeyError if there is no such goal."""
    graph = graph_of(document)
    walk = document.derived(paths_down, _walk_down)
    return walk.paths(graph.at[goal], limit)


def threads(document: Document, goal: Id, limit: int = SHOWN) -> tuple[tuple[Goal, ...], ...]:
    """The red threads of ``goal`` as they are printed: each from the vision down to the goal, primary links first.

    A goal whose thread does not reach a political goal has none. Raises KeyError if there is no such goal.
    """
    return all_threads(document, goal, limit=limit).shown


def all_threads(document: Document, goal: Id, *, limit: int = SHOWN) -> Paths:
    """`threads`, with the number of all of them."""
    verdicts = verdicts_of(document)
    graph, number = verdicts.graph, verdicts.graph.at[goal]
    if not verdicts.reaches[number] and graph.levels[number] > POLITICAL:
        return Paths((), 0)
    period = graph.periods[graph.period_of[number]]
    walk = document.derived((all_threads, period), lambda one: _walk_to_vision(one, period))
    found = walk.paths(number, limit) if walk.enters(number) else Paths(((graph.goals[number],),), 1)
    return Paths(tuple(path[::-1] for path in found.shown), found.total)


def _walk_up(document: Document, period: Period) -> "_Walk":
    """Ways through the goals that lead up to a political goal that counts in the period, to such goals."""
    graph = graph_of(document)
    counting = _counting(graph, period)
    return _Walk(document, graph.up, reached(graph.down, np.flatnonzero(counting)), counting)


def _walk_to_vision(document: Document, period: Period) -> "_Walk":
    """Ways through those goals and what stands above the political ones, to these or to the vision."""
    graph = graph_of(document)
    counting = _counting(graph, period)
    within = reached(graph.up, np.flatnonzero(counting)) | reached(graph.down, np.flatnonzero(counting))
    return _Walk(document, graph.up, within, counting | (graph.levels < POLITICAL))


def _walk_down(document: Document) -> "_Walk":
    """Ways through the goals that efforts lead up to, to efforts."""
    graph = graph_of(document)
    return _Walk(document, graph.down, reached(graph.up, graph.of_level(EFFORT)), graph.levels == EFFORT)


def _counting(graph: Graph, period: Period) -> Flags:
    found = np.zeros(len(graph), dtype=np.bool_)
    for one in graph.of_level(POLITICAL).tolist():
        goal = graph.goals[one]
        found[one] = counts(goal) and overlap(period, valid(goal))
    return found


_Step: TypeAlias = "tuple[int, _Step | None]"
"""A goal on a way, and the step before it: ways share their beginnings."""


class _Walk:
    """Ways through the goals marked in ``within``; each ends where no marked goal follows.

    A way that ends in a ring goes on in it to the nearest goal marked in ``ends``, if one is there.
    """

    def __init__(self, document: Document, ways: Neighbours, within: Flags, ends: Flags) -> None:
        verdicts = verdicts_of(document)
        self._graph: Graph = verdicts.graph
        self._ways = ways
        self._within = within
        self._ends = ends
        self._ring = {number: row for row, ring in enumerate(verdicts.rings) for number in ring}
        self._rings = verdicts.rings
        self._steps: dict[int, list[tuple[int, int]]] = {}
        self._count: dict[int, int] = {}

    def enters(self, goal: int) -> bool:
        """Whether the goal is among those that ways go through."""
        return bool(self._within[goal])

    def paths(self, start: int, limit: int) -> Paths:
        """The first ``limit`` ways from ``start``, and the number of all. Cost: the goals within reach and the ways."""
        if not self._within[start]:
            return Paths((), 0)
        shown: list[tuple[int, ...]] = []
        stack: list[_Step] = [(start, None)]
        while stack and len(shown) < limit:
            step = stack.pop()
            onward = self._onward(self._node(step[0]))
            if not onward:
                shown.append(self._ended(step))
            for leaving, entering in reversed(onward):
                before = step
                for passed in self._across(step[0], leaving):
                    before = (passed, before)
                stack.append((entering, before))
        goals = self._graph.goals
        total = self._total(self._node(start))
        return Paths(tuple(tuple(goals[one] for one in path) for path in shown), total)

    def _node(self, number: int) -> int:
        """One number for all goals of a ring: that of the first."""
        row = self._ring.get(number)
        return number if row is None else self._rings[row][0]

    def _members(self, node: int) -> tuple[int, ...]:
        row = self._ring.get(node)
        return (node,) if row is None else self._rings[row]

    def _onward(self, node: int) -> list[tuple[int, int]]:
        """The links on from a goal or out of a ring: goal left, goal entered. Primary ones first, then by title."""
        if node not in self._steps:
            found = []
            for leaving in self._members(node):
                for end, place in zip(self._ways.of(leaving), self._ways.links_of(leaving), strict=True):
                    if self._within[end] and self._node(end) != node:
                        secondary = self._graph.links[place].strength is not Strength.PRIMARY
                        found.append((secondary, title_key(self._graph.goals[end]), leaving, end))
            self._steps[node] = [(leaving, end) for _, _, leaving, end in sorted(found)]
        return self._steps[node]

    def _total(self, start: int) -> int:
        stack = [start]
        while stack:
            node = stack[-1]
            ends = [self._node(end) for _, end in self._onward(node)]
            unknown = [end for end in ends if end not in self._count]
            if unknown:
                stack += unknown
                continue
            self._count[node] = sum(self._count[end] for end in ends) if ends else 1
            stack.pop()
        return self._count[start]

    def _ended(self, last: "_Step") -> tuple[int, ...]:
        """A whole way, from its last step. One that ends in a ring goes on to the nearest end that is there."""
        way: list[int] = []
        step: _Step | None = last
        while step:
            way.append(step[0])
            step = step[1]
        return (*reversed(way), *self._inside(last[0], lambda one: bool(self._ends[one])))

    def _across(self, entered: int, leaving: int) -> tuple[int, ...]:
        """The goals of a ring after the one entered up to the one left."""
        return () if entered == leaving else self._inside(entered, lambda one: one == leaving)

    def _inside(self, start: int, arrived: Callable[[int], bool]) -> tuple[int, ...]:
        row = self._ring.get(start)
        if row is None:
            return ()
        before = {start: start}
        waiting = deque([start])
        while waiting:
            one = waiting.popleft()
            if arrived(one):
                way = [one]
                while before[way[-1]] != start:
                    way.append(before[way[-1]])
                return tuple(reversed(way)) if one != start else ()
            for end in self._ways.of(one):
                if end not in before and self._ring.get(end) == row:
                    before[end] = one
                    waiting.append(end)
        return ()
