"""A goal above has changed: which links know it otherwise, and which goals below are in doubt until somebody answers.

A link remembers what the upper goal said when it was made or last confirmed (`domain.remembered`). When that goal says
something else now, the goal below it is asked (*Passer jeres mål stadig?*), and all below that are marked with it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from strategikort.cascade.graph import graph_of
from strategikort.cascade.sweeps import reached
from strategikort.domain.document import Document
from strategikort.domain.goals import Goal, GoalState
from strategikort.domain.links import Link
from strategikort.domain.remembered import changed_since
from strategikort.domain.shape import Id


@dataclass(frozen=True, slots=True)
class Doubts:
    """``asked``: by goal the links whose upper goal has changed. ``below``: other goals, which stand under these."""

    asked: Mapping[Id, tuple[Link, ...]]
    below: frozenset[Id]

    def __contains__(self, goal: Id) -> bool:
        """Whether a goal is in doubt, by itself or through one above it."""
        return goal in self.asked or goal in self.below


def doubts_of(document: Document) -> Doubts:
    """What is in doubt in a document, worked out once. Cost: linear in goals and links."""
    return document.derived(Doubts, _found)


def _found(document: Document) -> Doubts:
    goals = document.all(Goal)
    graph = graph_of(document)
    asked: dict[Id, tuple[Link, ...]] = {}
    for link in graph.links:
        doubted = link.seen_title and changed_since(link, goals[link.upper])
        if doubted and goals[link.lower].state is not GoalState.CANCELLED:
            asked[link.lower] = (*asked.get(link.lower, ()), link)
    if not asked:
        return Doubts({}, frozenset())
    starts = np.array([graph.at[goal] for goal in asked], dtype=np.intp)
    under = np.flatnonzero(reached(graph.down, starts)).tolist()
    return Doubts(asked, frozenset(graph.goals[one].id for one in under) - asked.keys())
