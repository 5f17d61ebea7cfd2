"""Which of the goals on a map are inside the box of their unit."""

from strategikort.domain.document import Document
from strategikort.domain.goals import Effort, Goal, UnitGoal
from strategikort.domain.maps import MapSubject, StrategyMap
from strategikort.domain.shape import Id

MOST_UNIT_GOALS = 60
"""A map with more unit goals than this shows units as boxes; each opens to its goals."""


def boxes_of(document: Document, map: Id | None, shown: list[Goal], opened: frozenset[Id]) -> dict[Id, Id]:
    """The unit whose box each goal is in, for goals that are in one.

    Units are boxes on the municipality's map, and on every other that would show many unit goals.
    """
    found = document.get(StrategyMap, map)
    of_all = found is not None and found.centre is None and found.subject is MapSubject.GOALS
    if not of_all and sum(isinstance(goal, UnitGoal) for goal in shown) <= MOST_UNIT_GOALS:
        return {}
    return {
        goal.id: goal.owner
        for goal in shown
        if isinstance(goal, (UnitGoal, Effort)) and goal.owner and goal.owner not in opened
    }
