"""What some goals are reached from, kept while links come and go: a flood when one comes, a search when one goes."""

from collections.abc import Iterable, Mapping, Set
from copy import copy

from strategikort.domain.shape import Id

Ends = Mapping[Id, list[Id]]


class Reach:
    """All goals from which one of ``tops`` can be reached upward.

    ``up`` and ``down`` are the links as they stand, shared with whoever changes them. Each change is told right after
    it is made there. Cost of a change: the goals whose answer changes, and their links; where a link goes, also those
    above its lower end until a top is met.
    """

    def __init__(self, tops: Iterable[Id], up: Ends, down: Ends) -> None:
        self.tops = set(tops)
        self.on: set[Id] = set()
        self.rescued: set[Id] = set()
        """Goals under the link that went last which still reach, by another way."""
        self._up = up
        self._down = down
        self._flood(self.tops)

    def forked(self, up: Ends, down: Ends) -> "Reach":
        """The same by the links ``up`` and ``down``, which are equal to these and may change otherwise."""
        fork = copy(self)
        fork.tops, fork.on, fork.rescued = set(self.tops), set(self.on), set()
        fork._up, fork._down = up, down
        return fork

    def linked(self, lower: Id, upper: Id) -> set[Id]:
        """A link has come. The goals that reach now."""
        return self._flood((lower,)) if upper in self.on and lower not in self.on else set()

    def unlinked(self, lower: Id) -> set[Id]:
        """A link up from ``lower`` has gone. The goals that no longer reach."""
        self.rescued = set()
        return self._lose(lower) if lower in self.on else set()

    def top_comes(self, top: Id) -> set[Id]:
        """``top`` is a top now. The goals that reach now."""
        self.tops.add(top)
        return self._flood((top,)) if top not in self.on else set()

    def top_goes(self, top: Id) -> set[Id]:
        """``top`` is none any more. The goals that no longer reach."""
        self.tops.discard(top)
        return self._lose(top) if top in self.on else set()

    def _flood(self, starts: Iterable[Id]) -> set[Id]:
        fresh = swept(starts, self._down, outside=self.on)
        self.on |= fresh
        return fresh

    def _lose(self, goal: Id) -> set[Id]:
        if self._still(goal):
            return set()
        lost = swept((goal,), self._down, inside=self.on)
        self.on -= lost
        up, on = self._up, self.on
        # One that has a single way up stands under another that is lost.
        several = [one for one in lost if len(up.get(one, ())) > 1]
        held = [one for one in several if not on.isdisjoint(up[one])]
        self.rescued = self._flood([*held, *(lost & self.tops)])
        return lost - self.rescued

    def _still(self, goal: Id) -> bool:
        """Whether a top can be reached from ``goal`` by the links as they are."""
        seen, waiting = {goal}, [goal]
        while waiting:
            one = waiting.pop()
            if one in self.tops:
                return True
            for upper in self._up.get(one, ()):
                if upper in self.on and upper not in seen:
                    seen.add(upper)
                    waiting.append(upper)
        return False


def swept(
    starts: Iterable[Id], ways: Ends, *, inside: Set[Id] | None = None, outside: Set[Id] = frozenset()
) -> set[Id]:
    """The starts and all that can be reached from them ``inside`` some goals and ``outside`` others. Linear."""
    seen = {one for one in starts if one not in outside and (inside is None or one in inside)}
    waiting, ends_of = list(seen), ways.get
    for one in waiting:  # which grows on the way
        ends = ends_of(one)
        if ends:
            for end in ends:
                if end not in seen and end not in outside and (inside is None or end in inside):
                    seen.add(end)
                    waiting.append(end)
    return seen
