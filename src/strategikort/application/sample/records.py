"""What the makers of the sample share: its year, identities by name, and the records made so far."""

import calendar
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import cycle
from typing import Final
from uuid import UUID, uuid5

from strategikort.domain.goals import Goal
from strategikort.domain.links import Link, LinkKind, Strength
from strategikort.domain.shape import Id, Record

YEAR: Final = 2015
FIRST, LAST = date(YEAR, 1, 1), date(YEAR, 12, 31)
_SPACE: Final = UUID("5d0c4f2e-0f5b-5c1a-9f0e-0e5e50000000")


def identity(*path: object) -> Id:
    """The identity of what ``path`` names: the same on every run and machine."""
    return Id(str(uuid5(_SPACE, "/".join(map(str, path)))))


def last_day(month: int, year: int = YEAR) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


class Made:
    """The records of the sample so far, goals to be found by the key of their words and by their code."""

    def __init__(self, names: Sequence[str]) -> None:
        self.records: list[Record] = []
        self.by_key: dict[str, Goal] = {}
        self.by_code: dict[str, Goal] = {}
        self.goals = 0
        self._names = cycle(names)

    def add(self, *records: Record) -> None:
        """Take records in."""
        self.records += records

    def goal(self, goal: Goal, key: str = "") -> Goal:
        """Take a goal in; gives it back."""
        self.records.append(goal)
        self.by_code[goal.code] = goal
        if key:
            self.by_key[key] = goal
        self.goals += 1
        return goal

    def links(self, lower: Goal, uppers: Iterable[Goal]) -> None:
        """Let a goal support others, the first of them above all."""
        for place, upper in enumerate(uppers):
            strength = Strength.SECONDARY if place else Strength.PRIMARY
            self.link(lower, upper, strength=strength)

    def link(
        self,
        lower: Goal,
        upper: Goal,
        kind: LinkKind = LinkKind.REALISES,
        *,
        strength: Strength = Strength.SECONDARY,
        note: str = "",
    ) -> None:
        """Tie two goals together."""
        made = identity("link", kind.value, lower.id, upper.id)
        self.records.append(Link(id=made, kind=kind, lower=lower.id, upper=upper.id, strength=strength, note=note))

    def next_name(self) -> str:
        """A person's name that nobody in the sample has yet, as long as there are names."""
        return next(self._names)
