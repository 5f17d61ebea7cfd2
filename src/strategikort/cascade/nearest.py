"""Where broken threads break, for some goals only: as `breaks`, which works it out for all."""

from collections.abc import Iterable, Mapping

import numpy as np

from strategikort.cascade.graph import Neighbours
from strategikort.cascade.reach import Ends, swept
from strategikort.cascade.sweeps import rings
from strategikort.cascade.verdicts import title_key
from strategikort.domain.document import Document
from strategikort.domain.goals import Goal, PoliticalGoal
from strategikort.domain.shape import Id


def nearest_breaks(document: Document, goals: Iterable[Id], up: Ends, down: Ends) -> Mapping[Id, Id]:
    """For each of the goals that has a break above it the one at which its thread stops.

    That is the nearest political goal, or else the nearest goal without link up, or else the nearest in a ring; of
    several as near the first by title. Cost: linear in all that lies above.
    """
    known = document.all(Goal)
    above = swept(goals, up)
    political = [one for one in above if isinstance(known[one], PoliticalGoal)]
    found = _spread(document, political, above, down)
    left = {one for one in above if one not in found}
    ends = [one for one in left if not up.get(one)]
    found |= _spread(document, ends, left, down)
    left = {one for one in left if one not in found}
    if left:
        found |= _spread(document, _in_rings(left, up), left, down)
    return found


def first_few_above(starts: Iterable[Id], within: set[Id], down: Ends, most: int) -> dict[Id, list[Id]]:
    """For each goal ``within`` the first ``most`` of the starts that lie above it. Linear, ``most`` times at worst."""
    found: dict[Id, list[Id]] = {}
    for start in starts:
        front = [start]
        found.setdefault(start, []).append(start)
        while front:
            for end in down.get(front.pop(), ()):
                if end in within:
                    known = found.setdefault(end, [])
                    if len(known) < most and (not known or known[-1] != start):
                        known.append(start)
                        front.append(end)
    return found


def _spread(document: Document, starts: list[Id], within: set[Id], down: Ends) -> dict[Id, Id]:
    """Step by step down from the starts: whose it is, is said of each goal by the nearest; of several, the first."""
    goals = document.all(Goal)
    place = {one: number for number, one in enumerate(sorted(starts, key=lambda one: title_key(goals[one])))}
    found = {one: one for one in place}
    front = list(place)
    while front:
        fresh: dict[Id, Id] = {}
        for one in front:
            start = found[one]
            for end in down.get(one, ()):
                if end in within and end not in found and (end not in fresh or place[fresh[end]] > place[start]):
                    fresh[end] = start
        found |= fresh
        front = list(fresh)
    return found


def _in_rings(goals: set[Id], up: Ends) -> list[Id]:
    number = {goal: place for place, goal in enumerate(goals)}
    pairs = [(number[lower], number[upper]) for lower in goals for upper in up.get(lower, ()) if upper in number]
    ends = np.array(pairs, dtype=np.intp).reshape(-1, 2)
    found = rings(Neighbours(len(number), ends[:, 0], ends[:, 1]), range(len(number)))
    names = list(number)
    return [names[place] for ring in found for place in ring]
