"""A goal above has changed: which links know it otherwise, and which goals below are in doubt until somebody answers.

A link remembers what the upper goal said when it was made or last confirmed (`domain.remembered`). When that goal says
something else now, the goal below it is asked (*Passer jeres mål stadig?*), and all below that are marked with it.
"""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import Enum
from typing import Final, Protocol

import numpy as np

from strategikort.cascade.graph import graph_of
from strategikort.cascade.sweeps import reached
from strategikort.domain.document import Document
from strategikort.domain.goals import Goal, GoalState, list_order
from strategikort.domain.links import Link, LinkKind
from strategikort.domain.remembered import Said, changed_since, differs, mark_of, said_by
from strategikort.domain.shape import Id


class Doubt(Enum):
    """How a goal is in doubt: it is asked itself, or stands further below and waits for an answer above it."""

    ASKED = "asked"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class Doubts:
    """``asked``: by goal the links whose upper goal has changed. ``below``: other goals, which stand under these.

    Cancelled goals are in neither, but what stands under them may be.
    """

    asked: Mapping[Id, tuple[Link, ...]]
    below: frozenset[Id]

    def __contains__(self, goal: Id) -> bool:
        """Whether a goal is in doubt, by itself or through one above it."""
        return goal in self.asked or goal in self.below

    def of(self, goal: Id) -> Doubt | None:
        """How a goal is in doubt, if it is."""
        if goal in self.asked:
            return Doubt.ASKED
        return Doubt.WAITING if goal in self.below else None

    def otherwise(self, other: "Doubts") -> AbstractSet[Id]:
        """The goals whose doubt is another in ``other``. Cost: all goals in doubt."""
        return (self.asked.keys() ^ other.asked.keys()) | (self.below ^ other.below)


class KnownDoubts(Protocol):
    """Doubts that can be asked about one goal: those of a document, or those kept while it changes."""

    def of(self, goal: Id) -> Doubt | None:
        """How a goal is in doubt, if it is."""


NO_DOUBTS: Final = Doubts({}, frozenset())


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


def asked_over(document: Document, doubts: KnownDoubts, goal: Id) -> frozenset[Id]:
    """The nearest goals upward that are asked, the goal itself if it is: whose answers it waits for."""
    seen, waiting, found = {goal}, [goal], set[Id]()
    while waiting:
        here = waiting.pop()
        if doubts.of(here) is Doubt.ASKED:
            found.add(here)
            continue
        fresh = {link.upper for link in document.links_up(here)} - seen
        seen |= fresh
        waiting += fresh
    return frozenset(found)


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
    said: dict[Id, Said] = {}
    found: dict[Id, list[Link]] = {}
    for link in document.all(Link).values():
        if not link.seen_title or link.kind is not LinkKind.REALISES:
            continue
        if link.lower not in goals or link.upper not in goals:
            continue
        if link.upper not in said:
            said[link.upper] = said_by(goals[link.upper])
        if differs(link, said[link.upper]) and goals[link.lower].state is not GoalState.CANCELLED:
            found.setdefault(link.lower, []).append(link)
    if not found:
        return NO_DOUBTS
    graph = graph_of(document)
    starts = np.array([graph.at[goal] for goal in found], dtype=np.intp)
    under = np.flatnonzero(reached(graph.down, starts)).tolist()
    return doubts_on(goals, found, (graph.goals[one].id for one in under))


def doubts_on(goals: Mapping[Id, Goal], asked: Mapping[Id, Iterable[Link]], reached: Iterable[Id]) -> Doubts:
    """The doubts where these links are asked about, and these goals can be reached from theirs downward."""
    below = frozenset(one for one in reached if one not in asked and goals[one].state is not GoalState.CANCELLED)
    return Doubts({goal: tuple(sorted(links, key=lambda link: link.id)) for goal, links in asked.items()}, below)
