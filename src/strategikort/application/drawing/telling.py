"""The goals of a map as they are told one by one: down the red thread, each once, after a goal that it supports."""

from collections.abc import Collection
from dataclasses import dataclass

from strategikort.domain.document import Document
from strategikort.domain.goals import Goal
from strategikort.domain.links import Strength
from strategikort.domain.shape import Id
from strategikort.domain.texts import code_key, sort_key


@dataclass(frozen=True, slots=True)
class Told:
    """One goal, the way down to it from the top of its thread, and what supports it, both among the goals told."""

    goal: Goal
    way: tuple[Goal, ...]
    below: tuple[Goal, ...]


def told(document: Document, shown: Collection[Id]) -> list[Told]:
    """The goals ``shown`` in the order of telling. Goals in a ring begin with the first of them by level and code.

    Cost: linear in the goals and their links, apart from sorting.
    """
    goals = document.all(Goal)
    known = {one for one in shown if one in goals}
    above = {one: _above(document, one, known) for one in known}
    below: dict[Id, list[Id]] = {one: [] for one in known}
    for one in sorted(known, key=lambda identity: _order(goals[identity])):
        for upper in above[one]:
            below[upper].append(one)
    tops = [one for one in known if not above[one]]
    found: dict[Id, Told] = {}
    for top in (*sorted(tops, key=lambda one: _order(goals[one])), *sorted(known, key=lambda one: _order(goals[one]))):
        waiting: list[tuple[Id, tuple[Goal, ...]]] = [(top, ())]
        while waiting:
            one, way = waiting.pop()
            if one not in found:
                found[one] = Told(goals[one], way, tuple(goals[lower] for lower in below[one]))
                waiting += [(lower, (*way, goals[one])) for lower in reversed(below[one])]
    return list(found.values())


def _above(document: Document, goal: Id, known: Collection[Id]) -> list[Id]:
    links = [link for link in document.links_up(goal) if link.upper in known and link.upper != goal]
    links.sort(key=lambda link: link.strength is not Strength.PRIMARY)
    return list(dict.fromkeys(link.upper for link in links))


def _order(goal: Goal) -> tuple[object, ...]:
    return goal.kind.level, code_key(goal.code), sort_key(goal.title), goal.id
