"""The verdict on every goal: whether its red thread reaches a political goal, and what it rests on.

Two failures are told apart: *ingen overordnet* (no link up at all) and *når ikke et politisk mål* (the thread stops on
the way). A political goal counts while it is adopted or proposed, not cancelled, and valid in the period in question.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

import numpy as np

from strategikort.cascade.graph import POLITICAL, Flags, Graph, Ints, Period, graph_of, overlap
from strategikort.cascade.sweeps import reached, rings
from strategikort.domain.document import Document
from strategikort.domain.goals import DecisionStatus, Goal, GoalState, PoliticalGoal
from strategikort.domain.shape import Id


class Thread(StrEnum):
    """What is said of one goal: its thread reaches, reaches proposals only, has no link up, or stops on the way."""

    REACHES = "reaches"
    RESTS_ON_PROPOSED = "rests_on_proposed"
    NO_LINK_UP = "no_link_up"
    STOPS = "stops"

    @property
    def broken(self) -> bool:
        """Whether it reaches no political goal, not even a proposal."""
        return self in (Thread.NO_LINK_UP, Thread.STOPS)


@dataclass(frozen=True, eq=False, kw_only=True)
class Verdicts:
    """By number of the goal: ``reaches`` a political goal that counts; reaches an ``adopted`` one; is ``linked`` up."""

    graph: Graph
    reaches: Flags
    adopted: Flags
    linked: Flags

    def of(self, goal: Id) -> Thread:
        """The verdict on one goal. Raises KeyError if the document has no such goal."""
        return self.at(self.graph.at[goal])

    def at(self, number: int) -> Thread:
        """The verdict on the goal of that number."""
        return verdict(bool(self.reaches[number]), bool(self.adopted[number]), bool(self.linked[number]))

    @cached_property
    def rings(self) -> tuple[tuple[int, ...], ...]:
        """The goals that support each other in rings, ring by ring: see `ordered_ring` for the order within."""
        return tuple(ordered_ring(self.graph, ring) for ring in _rings(self.graph))


def verdict(reaches: bool, adopted: bool, linked: bool) -> Thread:
    """What is said of a goal that reaches a political goal or not, an adopted one or not, and is linked up or not."""
    if reaches:
        return Thread.REACHES if adopted else Thread.RESTS_ON_PROPOSED
    return Thread.STOPS if linked else Thread.NO_LINK_UP


def verdicts_of(document: Document) -> Verdicts:
    """The verdicts on all goals of the document, worked out once. Linear in goals and links."""
    return document.derived(Verdicts, lambda one: judged(graph_of(one)))


def judged(graph: Graph) -> Verdicts:
    """The verdicts on all goals of a graph: the full pass.

    Cost: linear; one more sweep for every set of political goals that only some of the periods in question meet.
    """
    counting = [number for number in graph.of_level(POLITICAL).tolist() if counts(graph.goals[number])]
    decided = [number for number in counting if adopted(graph.goals[number])]
    reaches = _reached_in_period(graph, counting)
    return Verdicts(
        graph=graph,
        reaches=reaches,
        adopted=reaches if len(decided) == len(counting) else _reached_in_period(graph, decided),
        linked=graph.up.count > 0,
    )


def counts(goal: Goal) -> bool:
    """Whether a goal is political, adopted or proposed, and not cancelled, whatever its period."""
    if not isinstance(goal, PoliticalGoal) or goal.state is GoalState.CANCELLED:
        return False
    return goal.decision_status is DecisionStatus.ADOPTED or goal.decision_status is DecisionStatus.PROPOSED


def adopted(goal: Goal) -> bool:
    """Whether a goal counts and the council has adopted it."""
    return counts(goal) and isinstance(goal, PoliticalGoal) and goal.decision_status is DecisionStatus.ADOPTED


def valid(goal: Goal) -> Period:
    """The first and last day on which the goal itself is valid."""
    return goal.valid_from, goal.valid_to


def _reached_in_period(graph: Graph, tops: list[int]) -> Flags:
    """Which goals reach one of ``tops`` that is valid in the goal's own period in question."""
    limited = [top for top in tops if valid(graph.goals[top]) != (None, None)]
    every = reached(graph.down, np.array(tops, dtype=np.intp))
    if not limited:
        return every
    missed = _missed(graph, limited)
    if not any(missed):
        return every
    always = set(tops).difference(*missed)
    found = reached(graph.down, np.array(sorted(always), dtype=np.intp))
    for gone in set(missed):
        asked = np.array([one == gone for one in missed], dtype=np.bool_)[graph.period_of]
        open_: Flags = asked & every & ~found
        if open_.any():
            left = np.array(sorted(set(tops) - gone), dtype=np.intp)
            found = found | (open_ & reached(graph.down, left))
    return found


def _missed(graph: Graph, limited: list[int]) -> list[frozenset[int]]:
    """For each period in question the political goals that are not valid in it."""
    return [
        frozenset(top for top in limited if not overlap(period, valid(graph.goals[top]))) for period in graph.periods
    ]


def _rings(graph: Graph) -> list[list[int]]:
    """All rings. Every ring has a link that does not go to a higher level: only between the ends of such can one be."""
    flat = graph.levels[graph.lower] <= graph.levels[graph.upper]
    if not flat.any():
        return []
    below: Flags = reached(graph.down, graph.lower[flat])
    above: Flags = reached(graph.up, graph.upper[flat])
    among: Ints = np.flatnonzero(below & above)
    return rings(graph.up, among.tolist())


def ordered_ring(graph: Graph, ring: list[int]) -> tuple[int, ...]:
    """A ring of one way round in the order in which its goals support each other, the first by title in front.

    Goals that are tied together in more than one way round come by title.
    """
    inside = set(ring)
    by_title = sorted(ring, key=lambda number: title_key(graph.goals[number]))
    ways = {goal: {end for end in graph.up.of(goal) if end in inside} for goal in ring}
    if any(len(ends) != 1 for ends in ways.values()):
        return tuple(by_title)
    order = [by_title[0]]
    while len(order) < len(ring):
        order.append(next(iter(ways[order[-1]])))
    return tuple(order)


def title_key(goal: Goal) -> tuple[str, str, str]:
    """An order of goals that does not hang on the order of records: title, code, identity."""
    return goal.title, goal.code, goal.id
