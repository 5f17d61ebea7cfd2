"""The goals as a tree that follows the document: who stands under whom, with those that hang loose by themselves."""

from bisect import bisect_left, insort
from collections.abc import Iterable
from dataclasses import dataclass

from strategikort.domain.changes import Change
from strategikort.domain.document import Document
from strategikort.domain.goals import Goal, GoalKind, list_order
from strategikort.domain.links import Link, LinkKind
from strategikort.domain.shape import Id

Key = tuple[int, tuple[str, str], tuple[str, str], Id]
"""What goals are sorted by: level, code, title, and at last identity."""


@dataclass(frozen=True, slots=True)
class Moved:
    """What stands otherwise than before: directly ``under`` these goals, at the top, or among the loose."""

    under: frozenset[Id]
    heads: bool

    @property
    def nothing(self) -> bool:
        """Whether all stands as it did."""
        return not self.under and not self.heads


class GoalTree:
    """What stands directly under each goal, what stands on top, and the highest goal of each part that hangs loose.

    Cost: to make it, linear but for the sorting; to follow a change, that of the goals it touched, of those beside
    them, and of the way up from them. Only where goals stand in a ring all are looked at.
    """

    def __init__(self, document: Document) -> None:
        self.below: dict[Id, tuple[Id, ...]] = {}
        self.above: dict[Id, tuple[Id, ...]] = {}
        self._keys: dict[Id, Key] = {}
        self._tops: list[Key] = []
        self._hanging: list[Key] = []
        self._rings: tuple[Id, ...] = ()
        self._fill(document)

    @property
    def tops(self) -> tuple[Id, ...]:
        """The vision and the political goals that nothing stands above."""
        return tuple(key[-1] for key in self._tops)

    @property
    def loose(self) -> tuple[Id, ...]:
        """Other goals that nothing stands above, and one goal of each ring."""
        return (*(key[-1] for key in self._hanging), *self._rings)

    def on_the_way_to(self, goals: Iterable[Id]) -> set[Id]:
        """These goals and all that stand above them."""
        found = set(goals)
        waiting = list(found)
        while waiting:
            for upper in self.above.get(waiting.pop(), ()):
                if upper not in found:
                    found.add(upper)
                    waiting.append(upper)
        return found

    def in_order(self, goals: Iterable[Id]) -> list[Id]:
        """These goals as lists have them."""
        return sorted((one for one in goals if one in self._keys), key=self._keys.__getitem__)

    def follow(self, changes: Iterable[Change], document: Document) -> Moved:
        """Stand as in ``document``, the one after the changes; what stands otherwise than before."""
        under: set[Id] = set()
        heads = self._tops[:], self._hanging[:], self._rings
        moved = []
        for goal in _near(changes, document):
            found = document.get(Goal, goal)
            key, above = (list_order(found), _above(document, goal)) if found else (None, ())
            before = self._keys.get(goal), self.above.get(goal, ())
            if before != (key, above):
                under.update((*before[1], *above))
                self._put(goal, key, above)
                moved.append(goal)
        for upper in under:
            self._order_below(upper, document)
        if moved and (self._rings or not all(self._hangs_on_a_head(goal) for goal in moved)):
            self._rings = self._found_rings()
        return Moved(frozenset(under), heads != (self._tops, self._hanging, self._rings))

    def _fill(self, document: Document) -> None:
        goals = document.all(Goal)
        below: dict[Id, list[Id]] = {}
        for goal, found in goals.items():
            above = _above(document, goal)
            self._keys[goal] = key = list_order(found)
            if above:
                self.above[goal] = above
            else:
                self._heads_of(key).append(key)
            for upper in above:
                below.setdefault(upper, []).append(goal)
        self._tops.sort()
        self._hanging.sort()
        self.below = {upper: tuple(self.in_order(lowers)) for upper, lowers in below.items()}
        self._rings = self._found_rings()

    def _heads_of(self, key: Key) -> list[Key]:
        return self._tops if key[0] <= GoalKind.POLITICAL_GOAL.level else self._hanging

    def _put(self, goal: Id, key: Key | None, above: tuple[Id, ...]) -> None:
        before = self._keys.pop(goal, None)
        if before is not None and not self.above.pop(goal, ()):
            heads = self._heads_of(before)
            del heads[bisect_left(heads, before)]
        if key is not None:
            self._keys[goal] = key
            if above:
                self.above[goal] = above
            else:
                insort(self._heads_of(key), key)

    def _order_below(self, upper: Id, document: Document) -> None:
        lowers = {link.lower for link in document.links_down(upper)} if upper in self._keys else ()
        ordered = tuple(self.in_order(lowers))
        if ordered:
            self.below[upper] = ordered
        else:
            self.below.pop(upper, None)

    def _hangs_on_a_head(self, goal: Id) -> bool:
        return any(one not in self.above for one in self.on_the_way_to([goal]))

    def _found_rings(self) -> tuple[Id, ...]:
        """Of each part that hangs on no head its first goal."""
        seen: set[Id] = set()
        self._reach([*self.tops, *(key[-1] for key in self._hanging)], seen)
        if len(seen) == len(self._keys):
            return ()
        rings = []
        for goal in self.in_order(self._keys.keys() - seen):
            if goal not in seen:
                rings.append(goal)
                self._reach([goal], seen)
        return tuple(rings)

    def _reach(self, starts: Iterable[Id], seen: set[Id]) -> None:
        waiting = list(starts)
        seen.update(waiting)
        while waiting:
            for goal in self.below.get(waiting.pop(), ()):
                if goal not in seen:
                    seen.add(goal)
                    waiting.append(goal)


def _near(changes: Iterable[Change], document: Document) -> set[Id]:
    """The goals whose place in the tree the changes can have touched."""
    found: set[Id] = set()
    for change in changes:
        for record in (change.before, change.after):
            if isinstance(record, Link):
                found.update((record.lower, record.upper))
            elif isinstance(record, Goal):
                found.add(record.id)
                if None in (change.before, change.after):
                    found.update(end for link in document.links_of(record.id) for end in (link.lower, link.upper))
    return found


def _above(document: Document, goal: Id) -> tuple[Id, ...]:
    links = document.links_up(goal, LinkKind.REALISES)
    return tuple(dict.fromkeys(link.upper for link in links if document.get(Goal, link.upper)))
