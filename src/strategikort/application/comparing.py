"""Two states of a municipality beside each other: two versions of a file, or two years of one."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from strategikort.cascade.graph import days_of, overlap
from strategikort.domain.document import Document
from strategikort.domain.goals import GOAL_CLASSES, Goal, GoalKind, list_order
from strategikort.domain.links import LinkKind
from strategikort.domain.profile import Profile
from strategikort.domain.shape import Id, fields_of

_Pair = tuple[Goal | None, Goal | None]

_NOT_SAID = frozenset({"id", "code", "valid_from", "valid_to", "agreement", "state"})
"""Fields that differ between two years of one goal without anybody having changed it."""


class Change(StrEnum):
    """What became of a goal."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A goal before and after. ``fields`` say something else now; ``gained`` and ``lost`` are goals above."""

    change: Change
    before: Goal | None
    after: Goal | None
    fields: tuple[str, ...] = ()
    gained: tuple[Id, ...] = ()
    lost: tuple[Id, ...] = ()

    @property
    def goal(self) -> Goal:
        """The goal as it is, or as it was where it is gone."""
        found = self.after or self.before
        assert found is not None, "one of the two is there"
        return found


@dataclass(frozen=True, slots=True)
class Comparison:
    """All goals of both sides, in list order."""

    rows: tuple[Compared, ...]

    def of(self, change: Change) -> tuple[Compared, ...]:
        """The goals of which that became."""
        return tuple(row for row in self.rows if row.change is change)

    @property
    def changes(self) -> Mapping[Id, Change]:
        """What became of each goal, by the identity of the goal as it is or was."""
        return {row.goal.id: row.change for row in self.rows}


def compare_versions(before: Document, after: Document) -> Comparison:
    """What became of each goal between two versions of one document. Cost: linear."""
    old, new = before.all(Goal), after.all(Goal)
    pairs = [(old.get(goal), new.get(goal)) for goal in dict.fromkeys((*new, *old))]
    return _compared(pairs, before, after, {goal: goal for goal in old}, frozenset({"id"}))


def compare_years(document: Document, profile: Profile, before: int, after: int) -> Comparison:
    """What became of the goals of one year in a later one, through what took their place. Cost: linear.

    A goal that holds in both years is itself in both.
    """
    first, second = profile.period(before), profile.period(after)
    goals = document.all(Goal).values()
    old = {goal.id: goal for goal in goals if overlap(days_of(document, goal), first)}
    new = {goal.id: goal for goal in goals if overlap(days_of(document, goal), second)}
    became = {goal: goal if goal in new else _successor(document, goal, new) for goal in old}
    taken = {goal for goal in became.values() if goal}
    pairs: list[_Pair] = [(old[one], new[now] if now else None) for one, now in became.items()]
    pairs += [(None, goal) for key, goal in new.items() if key not in taken]
    known = {one: now for one, now in became.items() if now}
    return _compared(pairs, document, document, known, _NOT_SAID)


def _successor(document: Document, goal: Id, among: Mapping[Id, Goal]) -> Id | None:
    """The goal among these that took the place of another, through those in between if need be; the first by list."""
    seen, waiting = {goal}, [goal]
    while waiting:
        later = [link.lower for one in waiting for link in document.links_down(one, LinkKind.SUPERSEDES)]
        found = sorted((among[one] for one in later if one in among), key=list_order)
        if found:
            return found[0].id
        waiting = [one for one in dict.fromkeys(later) if one not in seen]
        seen.update(waiting)
    return None


def _compared(
    pairs: Iterable[_Pair], before: Document, after: Document, became: Mapping[Id, Id], silent: frozenset[str]
) -> Comparison:
    rows: list[Compared] = []
    for old, new in pairs:
        if old and new:
            was = {became.get(link.upper, link.upper) for link in before.links_up(old.id)}
            now = {link.upper for link in after.links_up(new.id)}
            rows.append(_row(old, new, was, now, silent))
        else:
            rows.append(Compared(change=Change.REMOVED if old else Change.ADDED, before=old, after=new))
    return Comparison(tuple(sorted(rows, key=lambda row: list_order(row.goal))))


def _row(old: Goal, new: Goal, was: set[Id], now: set[Id], silent: frozenset[str]) -> Compared:
    fields = () if old is new else tuple(_differing(old, new, silent))
    changed = bool(fields or was != now)
    return Compared(
        change=Change.CHANGED if changed else Change.SAME,
        before=old,
        after=new,
        fields=fields,
        gained=tuple(sorted(now - was)),
        lost=tuple(sorted(was - now)),
    )


def _differing(old: Goal, new: Goal, silent: frozenset[str]) -> Iterator[str]:
    if type(old) is not type(new):
        yield "kind"
    for name in _shared(old.kind, new.kind, silent):
        if getattr(old, name) != getattr(new, name):
            yield name


@cache
def _shared(old: GoalKind, new: GoalKind, silent: frozenset[str]) -> tuple[str, ...]:
    """The fields that two kinds of goal share, but for those."""
    known = {field.name for field in fields_of(GOAL_CLASSES[old])} - silent
    return tuple(field.name for field in fields_of(GOAL_CLASSES[new]) if field.name in known)
