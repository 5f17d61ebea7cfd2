"""Who works on what: the political goals beside centres, units or target groups, and the holes in between.

Each goal's political goals are a row of bits, which flows down level by level; only links that do not go to a higher
level are followed goal by goal.
"""

from collections import deque
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from strategikort.cascade.graph import EFFORT, POLITICAL, UNIT, Flags, Graph, Ints, distinct, graph_of
from strategikort.cascade.rules.asking import Check
from strategikort.cascade.verdicts import counts
from strategikort.domain.document import Document
from strategikort.domain.goals import Goal, list_order
from strategikort.domain.organisation import OrgKind, OrgUnit, TargetGroup
from strategikort.domain.shape import Id
from strategikort.domain.texts import sort_key

Bits = NDArray[np.uint64]

_WORD: Final = 64


class Side(StrEnum):
    """What stands beside the political goals."""

    CENTRES = "centres"
    UNITS = "units"
    TARGET_GROUPS = "target_groups"


def political_bits(graph: Graph, political: Ints, *, lowest: int = EFFORT) -> Bits:
    """For each goal down to the level ``lowest`` a row of bits, one for each of ``political`` that it reaches.

    Cost: linear, less than 1 ms at 10,000 goals; links within a level or downward cost what flows through them.
    """
    words = max(1, -(-len(political) // _WORD))
    bits = np.zeros((len(graph), words), dtype=np.uint64)
    place = np.arange(len(political))
    bits[political, place // _WORD] = np.left_shift(np.uint64(1), (place % _WORD).astype(np.uint64))
    up, levels = graph.up, graph.levels
    below, above = levels[up.starts], levels[up.ends]
    odd = (below <= above) & (below <= lowest)
    for level in range(POLITICAL, (EFFORT if odd.any() else lowest) + 1):
        here = (below == level) & (above < level)
        starts, ends = up.starts[here], up.ends[here]
        if starts.size:
            first = np.flatnonzero(np.concatenate(([True], starts[1:] != starts[:-1])))
            bits[starts[first]] |= np.bitwise_or.reduceat(bits[ends], first, axis=0)
    if odd.any():
        _flow_on(graph, bits, distinct(up.ends[below <= above]))
    return bits


def _flow_on(graph: Graph, bits: Bits, uppers: Ints) -> None:
    """Let the rows of these goals flow down, goal by goal, until nothing changes: through chains and rings."""
    rows: dict[int, int] = {}

    def row(number: int) -> int:
        if number not in rows:
            rows[number] = int.from_bytes(bits[number].tobytes(), "little")
        return rows[number]

    first, ends = graph.down.listed
    waiting = deque(uppers.tolist())
    while waiting:
        upper = waiting.popleft()
        flowing = row(upper)
        for lower in ends[first[upper] : first[upper + 1]]:
            if flowing & ~row(lower):
                rows[lower] |= flowing
                waiting.append(lower)
    width = bits.shape[1] * 8
    for number, found in rows.items():
        bits[number] = np.frombuffer(found.to_bytes(width, "little"), dtype="<u8")


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands where a political goal and a column meet: the goals of the column that reach it, in list order."""

    political: Id
    column: Id
    goals: tuple[Id, ...]


class Coverage:
    """The matrix of a check: adopted and proposed political goals of the year in question, beside one ``side``.

    A cell counts the unit goals of the year that lead up to the political goal: those of the centre's units, of the
    unit, or those that a target group will notice.
    """

    def __init__(self, check: Check, side: Side) -> None:
        self._check = check
        self.side: Final = side
        graph = check.graph
        asked = check.asked & check.in_plan_year
        rows = [one for one in _political(check.document) if asked[one] and counts(graph.goals[one])]
        self._rows: Ints = np.array(rows, dtype=np.intp)
        self.political: Final = tuple(graph.goals[one].id for one in rows)
        """The rows, in the order of the list of goals."""
        self.columns: Final[tuple[Id, ...]] = self._columns_of(check, side)
        """The columns, by name; for units those of a centre together."""
        self._row_of = {goal: row for row, goal in enumerate(self.political)}
        self._column_of = {column: place for place, column in enumerate(self.columns)}

    @staticmethod
    def _columns_of(check: Check, side: Side) -> tuple[Id, ...]:
        document = check.document
        if side is Side.TARGET_GROUPS:
            groups = document.all(TargetGroup).values()
            return tuple(one.id for one in sorted(groups, key=lambda one: (sort_key(one.name), one.id)))
        day = check.plan_period[0]
        orgs = [
            one for one in document.all(OrgUnit).values() if one.active_to is None or not day or one.active_to >= day
        ]
        if side is Side.CENTRES:
            orgs = [one for one in orgs if one.kind is OrgKind.CENTRE]
            return tuple(one.id for one in sorted(orgs, key=lambda one: (one.position, sort_key(one.name), one.id)))
        orgs = [one for one in orgs if one.kind is not OrgKind.CENTRE]

        def place(one: OrgUnit) -> tuple[object, ...]:
            return sort_key(check.places.name(check.places.centre_of(one.id, day))), sort_key(one.name), one.id

        return tuple(one.id for one in sorted(orgs, key=place))

    @cached_property
    def _bits(self) -> Bits:
        return political_bits(self._check.graph, self._rows, lowest=UNIT)

    @cached_property
    def _pairs(self) -> tuple[Ints, Ints]:
        """Unit goals of the year, and beside them the column of each; a goal for several groups comes several times."""
        goals, check = self._check.plan_goals, self._check
        if self.side is Side.TARGET_GROUPS:
            found = [
                (number, self._column_of[group])
                for number in goals.tolist()
                for group in check.goal(number).affects
                if group in self._column_of
            ]
            pairs = np.array(found, dtype=np.intp).reshape(-1, 2)
            return pairs[:, 0], pairs[:, 1]
        orgs = list(check.document.all(OrgUnit))
        places = np.array([self._column_of.get(org, -1) for org in orgs] + [-1], dtype=np.intp)
        columns = places[(check.centres if self.side is Side.CENTRES else check.owners)[goals]]
        return goals[columns >= 0], columns[columns >= 0]

    @cached_property
    def counts(self) -> NDArray[np.intp]:
        """How many unit goals: a row for each political goal, a column for each column."""
        goals, columns = self._pairs
        width, height = len(self.columns), len(self.political)
        if not width or not height:
            return np.zeros((height, width), dtype=np.intp)
        here, rows = np.divmod(np.flatnonzero(_as_flags(self._bits[goals], height)), height)
        found = np.bincount(rows * width + columns[here], minlength=height * width)
        return found.reshape(height, width)

    def cell(self, political: Id, column: Id) -> Cell:
        """What a cell counts, goal by goal. Raises KeyError for a row or column that is not there."""
        row, place = self._row_of[political], self._column_of[column]
        goals, columns = self._pairs
        among = goals[columns == place]
        held = among[_as_flags(self._bits[among], len(self.political))[:, row]]
        graph = self._check.graph
        found: list[Goal] = sorted((graph.goals[one] for one in held.tolist()), key=list_order)
        return Cell(political, column, tuple(one.id for one in found))

    def below(self, political: Id) -> tuple[Id, ...]:
        """All unit goals of the year that lead up to a political goal, in list order. Raises KeyError for another."""
        goals = self._check.plan_goals
        held = goals[_as_flags(self._bits[goals], len(self.political))[:, self._row_of[political]]]
        graph = self._check.graph
        found: list[Goal] = sorted((graph.goals[one] for one in held.tolist()), key=list_order)
        return tuple(one.id for one in found)

    @property
    def uncovered(self) -> tuple[Id, ...]:
        """The political goals on which no column works."""
        total = self.counts.sum(axis=1)
        return tuple(goal for goal, count in zip(self.political, total.tolist(), strict=True) if not count)

    @property
    def idle(self) -> tuple[Id, ...]:
        """The columns that work on none of the political goals."""
        total = self.counts.sum(axis=0)
        return tuple(column for column, count in zip(self.columns, total.tolist(), strict=True) if not count)


def _political(document: Document) -> tuple[int, ...]:
    """The political goals by number, in the order of the list of goals, which is worked out once."""

    def ordered(one: Document) -> tuple[int, ...]:
        graph = graph_of(one)
        return tuple(sorted(graph.of_level(POLITICAL).tolist(), key=lambda number: list_order(graph.goals[number])))

    return document.derived("political goals in order", ordered)


def _as_flags(bits: Bits, width: int) -> Flags:
    """Rows of bits as rows of truths."""
    flags = np.unpackbits(bits.astype("<u8").view(np.uint8), axis=1, bitorder="little")[:, :width]
    return flags.view(np.bool_)
