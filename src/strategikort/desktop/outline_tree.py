"""The goals as a tree: who stands under whom, with those that hang loose in a group of their own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from strategikort.domain.document import Document
from strategikort.domain.goals import Goal, GoalKind
from strategikort.domain.links import Link, LinkKind
from strategikort.domain.shape import Id
from strategikort.domain.texts import sort_key

_TOP: Final = (GoalKind.VISION_ELEMENT, GoalKind.POLITICAL_GOAL)


@dataclass(frozen=True, slots=True)
class Tree:
    """What stands directly under each goal, what stands on top, and the highest goal of each part that hangs loose."""

    below: Mapping[Id, tuple[Id, ...]]
    above: Mapping[Id, tuple[Id, ...]]
    tops: tuple[Id, ...]
    loose: tuple[Id, ...]

    def on_the_way_to(self, goals: Iterator[Id]) -> set[Id]:
        """These goals and all that stand above them."""
        found = set(goals)
        waiting = list(found)
        while waiting:
            for upper in self.above.get(waiting.pop(), ()):
                if upper not in found:
                    found.add(upper)
                    waiting.append(upper)
        return found


def tree_of(document: Document) -> Tree:
    """The tree of a document, worked out once for it. Linear but for the sorting."""
    return document.derived(Tree, _made)


def _made(document: Document) -> Tree:
    goals = document.all(Goal)
    order = {goal: place for place, goal in enumerate(sorted(goals, key=lambda one: _key(goals[one])))}
    below: dict[Id, list[Id]] = {}
    above: dict[Id, list[Id]] = {}
    for link in document.all(Link).values():
        if link.kind is LinkKind.REALISES and link.lower in goals and link.upper in goals:
            below.setdefault(link.upper, []).append(link.lower)
            above.setdefault(link.lower, []).append(link.upper)
    sorted_below = {goal: tuple(sorted(set(under), key=order.__getitem__)) for goal, under in below.items()}
    without = [goal for goal in order if goal not in above]
    tops = [goal for goal in without if goals[goal].kind in _TOP]
    loose = [goal for goal in without if goals[goal].kind not in _TOP]
    seen = _reached(sorted_below, [*tops, *loose])
    for goal in order:
        if goal not in seen:
            loose.append(goal)
            seen |= _reached(sorted_below, [goal])
    return Tree(sorted_below, {goal: tuple(upper) for goal, upper in above.items()}, tuple(tops), tuple(loose))


def _reached(below: Mapping[Id, tuple[Id, ...]], starts: list[Id]) -> set[Id]:
    seen, waiting = set(starts), list(starts)
    while waiting:
        for goal in below.get(waiting.pop(), ()):
            if goal not in seen:
                seen.add(goal)
                waiting.append(goal)
    return seen


def _key(goal: Goal) -> tuple[int, tuple[str, str], tuple[str, str], Id]:
    return goal.kind.level, sort_key(goal.code), sort_key(goal.title), goal.id
