"""A goal above has changed: which links know it otherwise, and which goals below are in doubt until somebody answers.

A link remembers what the upper goal said when it was made or last confirmed (`domain.remembered`). When that goal says
something else now, the goal below it is asked (*Passer jeres mål stadig?*), and all below that are marked with it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

import numpy as np

from strategikort.cascade.graph import graph_of
from strategikort.cascade.sweeps import reached
from strategikort.domain.document import Document
from strategikort.domain.goals import Goal, GoalState, list_order
from strategikort.domain.links import Link
from strategikort.domain.remembered import changed_since, mark_of
from strategikort.domain.shape import Id


@dataclass(frozen=True, slots=True)
class Doubts:
    """``asked``: by goal the links whose upper goal has changed. ``below``: other goals, which stand under these."""

    asked: Mapping[Id, tuple[Link, ...]]
    below: frozenset[Id]

    def __contains__(self, goal: Id) -> bool:
        """Whether a goal is in doubt, by itself or through one above it."""
        return goal in self.asked or goal in self.below


class Difference(Enum):
    """What a goal above says otherwise than when a goal was linked to it."""

    TITLE = "title"
    WORDS = "words"
    DAYS = "days"


@dataclass(frozen=True, slots=True)
class Question:
    """A goal that has changed, and the links to it that know it otherwise, by code and title of the goals below."""

    upper: Goal
    links: tuple[Link, ...]


def questions_of(document: Document) -> tuple[Question, ...]:
    """*Passer jeres mål stadig?*: every goal that goals below have to answer for, the highest first. Cost: linear."""
    goals = document.all(Goal)
    by_upper: dict[Id, list[Link]] = {}
    for links in doubts_of(document).asked.values():
        for link in links:
            by_upper.setdefault(link.upper, []).append(link)
    uppers = sorted((goals[one] for one in by_upper), key=lambda one: (one.kind.level, *list_order(one)))
    return tuple(
        Question(upper, tuple(sorted(by_upper[upper.id], key=lambda link: list_order(goals[link.lower]))))
        for upper in uppers
    )


def asked_of(document: Document, goal: Id) -> tuple[Link, ...]:
    """The links of one goal whose goal above has changed. Cost: that of its links."""
    known = document.all(Goal)
    if goal not in known or known[goal].state is GoalState.CANCELLED:
        return ()
    return tuple(link for link in document.links_up(goal) if changed_since(link, known[link.upper]))


def differences(link: Link, upper: Goal) -> tuple[Difference, ...]:
    """What ``upper`` says otherwise than ``link`` remembers."""
    found = {
        Difference.TITLE: link.seen_title != upper.title,
        Difference.WORDS: link.seen_words != mark_of(upper),
        Difference.DAYS: (link.seen_from, link.seen_to) != (upper.valid_from, upper.valid_to),
    }
    return tuple(one for one, differs in found.items() if differs)


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
