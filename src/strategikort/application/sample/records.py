"""What the makers of the sample share: its year, identities by name, and the records made so far."""

import calendar
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from hashlib import sha1
from typing import Final
from uuid import UUID

from strategikort.domain.goals import Goal
from strategikort.domain.links import Link, LinkKind, Strength
from strategikort.domain.maps import MapPlace
from strategikort.domain.shape import Id, Record

YEAR: Final = 2015
TODAY: Final = date(YEAR, 2, 15)
MAP_FIRST: Final = date(YEAR, 1, 1)
MAP_LAST: Final = date(YEAR + 1, 12, 31)
SETTLED: Final = date(2012, 1, 1)
"""Since when the centres, their units and their chiefs are there."""
CARD_STEP: Final = 208
ROW_STEP: Final = 120
_SPACE: Final = UUID("5d0c4f2e-0f5b-5c1a-9f0e-0e5e50000000").bytes
_VARIANT: Final = {digit: "89ab"[int(digit, 16) & 3] for digit in "0123456789abcdef"}


def identity(*path: object) -> Id:
    """The identity of what ``path`` names, the same on every run and machine: `uuid.uuid5`, but quicker."""
    name = "/".join(map(str, path)).encode()
    said = sha1(_SPACE + name, usedforsecurity=False).hexdigest()
    return Id(f"{said[:8]}-{said[8:12]}-5{said[13:16]}-{_VARIANT[said[16]]}{said[17:20]}-{said[20:32]}")


def place_on(map: Id, goal: Id, x: int, y: int) -> MapPlace:
    """A goal's place on a map."""
    return MapPlace(id=identity(map, goal), map=map, goal=goal, x=x, y=y)


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
        self._units = 0
        self._efforts: Counter[str] = Counter()
        self._shared: dict[str, list[Goal]] = {}
        self._names = _many_names(names)

    def add(self, *records: Record) -> None:
        """Take records in."""
        self.records += records

    def goal(self, goal: Goal, key: str = "") -> Goal:
        """Take a goal in; gives it back."""
        self.records.append(goal)
        self.by_code[goal.code] = goal
        self.goals += 1
        if key:
            self.by_key[key] = goal
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

    def effort_code(self, org: str) -> str:
        """The next code of an effort of the unit or centre with the code ``org``."""
        self._efforts[org] += 1
        return f"{org}-I{self._efforts[org]:02d}"

    def next_position(self) -> int:
        """The place of the next unit among all units, from 0."""
        self._units += 1
        return self._units - 1

    def share(self, goal: Goal, key: str) -> None:
        """Let a goal be one of those that several units are joint about under ``key``."""
        for other in self._shared.setdefault(key, []):
            self.link(other, goal, LinkKind.COORDINATES)
        self._shared[key].append(goal)

    def next_name(self) -> str:
        """A person's name that nobody in the sample has yet."""
        return next(self._names)


def _many_names(names: Sequence[str]) -> Iterator[str]:
    """The names, then first names with two family names, as many as a large municipality needs."""
    yield from names
    firsts, lasts = ([*dict.fromkeys(name.split()[place] for name in names)] for place in (0, -1))
    middle = 0
    while True:
        middle += 1
        for shift in range(len(lasts)):
            for place, first in enumerate(firsts):
                last = place + shift
                yield f"{first} {lasts[(last + middle) % len(lasts)]} {lasts[last % len(lasts)]}"
