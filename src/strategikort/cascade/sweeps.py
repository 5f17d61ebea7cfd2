"""Sweeps over the graph: what can be reached, what lies nearest, which goals stand in rings. None of them recurses."""

from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np

from strategikort.cascade.graph import Flags, Ints, Neighbours

FEW: Final = 32
"""A sweep's front below this size is taken goal by goal: for so few, arrays cost more than they save."""

WIDE: Final = 8
"""A front at which more than every eighth link begins is taken with all links at once."""


def reached(ways: Neighbours, starts: Ints) -> Flags:
    """Which goals are among ``starts`` or can be reached from them. Linear, also on a chain of 100,000 and on rings."""
    seen = np.zeros(ways.size, dtype=np.bool_)
    seen[starts] = True
    front = np.flatnonzero(seen)
    turn = np.empty(ways.size, dtype=np.intp)
    while front.size:
        front = _few(ways, front, seen) if front.size < FEW else _many(ways, front, seen, turn)
    return seen


def _many(ways: Neighbours, front: Ints, seen: Flags, turn: Ints) -> Ints:
    count = ways.count[front]
    upto = np.cumsum(count)
    total = int(upto[-1])
    if not total:
        return front[:0]
    if total * WIDE > ways.ends.size:
        return _all(ways, front, seen)
    places = np.arange(total) + np.repeat(ways.first[front] - upto + count, count)
    ends = ways.ends[places]
    ends = ends[~seen[ends]]
    seen[ends] = True
    row = np.arange(ends.size)
    turn[ends] = row
    fresh: Ints = ends[turn[ends] == row]
    return fresh


def _all(ways: Neighbours, front: Ints, seen: Flags) -> Ints:
    """One step over all links at once; affordable when a good part of them starts at the front."""
    stands = np.zeros(ways.size, dtype=np.bool_)
    stands[front] = True
    fresh = np.zeros(ways.size, dtype=np.bool_)
    fresh[ways.ends[stands[ways.starts]]] = True
    fresh &= ~seen
    seen |= fresh
    return np.flatnonzero(fresh)


def _few(ways: Neighbours, front: Ints, seen: Flags) -> Ints:
    first, ends = ways.listed
    mark = seen.data
    now: list[int] = front.tolist()
    while now and len(now) < FEW:
        fresh = []
        for goal in now:
            for end in ends[first[goal] : first[goal + 1]]:
                if not mark[end]:
                    mark[end] = True
                    fresh.append(end)
        now = fresh
    return np.array(now, dtype=np.intp)


def nearest(ways: Neighbours, starts: Sequence[int], within: Sequence[bool]) -> list[int]:
    """For each goal the place in ``starts`` of the one that reaches it in the fewest steps, -1 if none does.

    Of several as near the first in ``starts`` counts, so the answer does not hang on the order of records. Only goals
    marked in ``within`` are entered. Cost: linear.
    """
    first, ends = ways.listed
    found = [-1] * ways.size
    for place, goal in enumerate(starts):
        found[goal] = place
    front = list(starts)
    while front:
        fresh: dict[int, int] = {}
        for goal in front:
            place = found[goal]
            for end in ends[first[goal] : first[goal + 1]]:
                if found[end] < 0 and within[end] and fresh.get(end, place) >= place:
                    fresh[end] = place
        for end, place in fresh.items():
            found[end] = place
        front = list(fresh)
    return found


def first_few(ways: Neighbours, starts: Sequence[int], most: int) -> list[list[int]]:
    """For each goal the first ``most`` of ``starts`` that reach it. Cost: at most ``most`` times linear."""
    first, ends = ways.listed
    found: list[list[int]] = [[] for _ in range(ways.size)]
    for start in starts:
        front = [start]
        found[start].append(start)
        while front:
            for end in _ends_of(front.pop(), first, ends):
                known = found[end]
                if len(known) < most and (not known or known[-1] != start):
                    known.append(start)
                    front.append(end)
    return found


def _ends_of(goal: int, first: list[int], ends: list[int]) -> list[int]:
    return ends[first[goal] : first[goal + 1]]


def rings(ways: Neighbours, among: Iterable[int]) -> list[list[int]]:
    """The rings among the goals given: goals that support each other all round, and those that support themselves.

    Exactly the strongly connected parts that hold a ring, each once (Tarjan's way, with a stack of our own). Linear.
    """
    search = _Search(ways, set(among))
    for goal in sorted(search.inside):
        if goal not in search.number:
            search.from_root(goal)
    return search.found


class _Search:
    """One run of Tarjan's search: goals are numbered as met; ``low`` is the lowest number they lead back to."""

    def __init__(self, ways: Neighbours, inside: set[int]) -> None:
        self.inside = inside
        self.number: dict[int, int] = {}
        self.found: list[list[int]] = []
        self._first, self._ends = ways.listed
        self._low: dict[int, int] = {}
        self._waiting: list[int] = []
        self._open: set[int] = set()

    def from_root(self, root: int) -> None:
        """Go wherever the links lead from ``root``, and close every part that is done."""
        first, ends, low = self._first, self._ends, self._low
        stack = [(root, self._meet(root))]
        while stack:
            goal, place = stack.pop()
            if place < first[goal + 1]:
                stack.append((goal, place + 1))
                end = ends[place]
                if end in self._open:
                    low[goal] = min(low[goal], self.number[end])
                elif end in self.inside and end not in self.number:
                    stack.append((end, self._meet(end)))
                continue
            if stack:
                before = stack[-1][0]
                low[before] = min(low[before], low[goal])
            if low[goal] == self.number[goal]:
                self._close(goal)

    def _meet(self, goal: int) -> int:
        self.number[goal] = self._low[goal] = len(self.number)
        self._waiting.append(goal)
        self._open.add(goal)
        return self._first[goal]

    def _close(self, root: int) -> None:
        part = [self._waiting.pop()]
        while part[-1] != root:
            part.append(self._waiting.pop())
        self._open.difference_update(part)
        if len(part) > 1 or root in _ends_of(root, self._first, self._ends):
            self.found.append(part)
