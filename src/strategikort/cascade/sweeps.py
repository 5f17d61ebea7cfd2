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
    first, ends = ways.listed
    inside = set(among)
    number: dict[int, int] = {}
    low: dict[int, int] = {}
    waiting: list[int] = []
    open_: set[int] = set()
    found: list[list[int]] = []
    for root in inside:
        if root in number:
            continue
        stack = [(root, first[root])]
        number[root] = low[root] = len(number)
        waiting.append(root)
        open_.add(root)
        while stack:
            goal, place = stack.pop()
            if place < first[goal + 1]:
                stack.append((goal, place + 1))
                end = ends[place]
                if end not in inside:
                    continue
                if end not in number:
                    number[end] = low[end] = len(number)
                    waiting.append(end)
                    open_.add(end)
                    stack.append((end, first[end]))
                elif end in open_:
                    low[goal] = min(low[goal], number[end])
                continue
            if stack:
                parent = stack[-1][0]
                low[parent] = min(low[parent], low[goal])
            if low[goal] == number[goal]:
                part = _closed(goal, waiting, open_)
                if len(part) > 1 or goal in _ends_of(goal, first, ends):
                    found.append(part)
    return found


def _closed(root: int, waiting: list[int], open_: set[int]) -> list[int]:
    part = []
    while True:
        goal = waiting.pop()
        open_.discard(goal)
        part.append(goal)
        if goal == root:
            return part
