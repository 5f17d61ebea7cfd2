"""What is copied, as other programs take it: records for ourselves, an indented list for word processors and sheets.

The records are a snapshot (see `strategikort.exchange.snapshot`) of the goals and what belongs to them. It is read
with the same care as a file from outside, for any program can put anything on a clipboard.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from strategikort.application.listing import Line
from strategikort.domain.document import Document
from strategikort.domain.edits.copies import Clip
from strategikort.domain.edits.refusal import EditRefused
from strategikort.domain.goals import Effort, Goal
from strategikort.domain.kinds import TABLE_OF
from strategikort.domain.links import Link, LinkKind, Strength
from strategikort.domain.maps import MapPlace
from strategikort.domain.shape import Id, Record
from strategikort.domain.texts import code_key
from strategikort.exchange.results import ImportProblem
from strategikort.exchange.snapshot import snapshot_records, written_snapshot

RECORDS: Final = "application/x-strategikort-records"
CUT: Final = "application/x-strategikort-cut"
"""What lies beside the records when they were cut."""

MOST_BYTES: Final = 50_000_000
MOST_FIGURE: Final = 10**9
_IDENTITY: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,35}")


def written_clip(clip: Clip) -> bytes:
    """The records of a clip."""
    return written_snapshot(Document([*clip.goals, *clip.details, *clip.links, *clip.places]))


def read_clip(content: bytes, *, cut: bool = False) -> Clip:
    """The clip that somebody, maybe we, put there.

    Raises:
        EditRefused: ``paste.unreadable`` if no `written_clip` of this version can have written it.
    """
    if len(content) > MOST_BYTES:
        raise EditRefused("paste.unreadable")
    try:
        records = snapshot_records(content, "")
    except ImportProblem as failure:
        raise EditRefused("paste.unreadable") from failure
    keys = {(TABLE_OF[type(one)].name, one.id) for one in records}
    if len(keys) < len(records) or not all(_IDENTITY.fullmatch(one.id) for one in records):
        raise EditRefused("paste.unreadable")
    return _clip(records, cut=cut)


def _clip(records: list[Record], *, cut: bool) -> Clip:
    goals = [one for one in records if isinstance(one, Goal)]
    places = [one for one in records if isinstance(one, MapPlace) and max(abs(one.x), abs(one.y)) <= MOST_FIGURE]
    if not goals:
        raise EditRefused("paste.unreadable")
    return Clip(
        goals=tuple(sorted(goals, key=lambda one: one.kind.level)),
        details=tuple(one for one in records if not isinstance(one, (Goal, Link, MapPlace))),
        links=tuple(one for one in records if isinstance(one, Link)),
        places=tuple(places),
        cut=cut,
    )


def lines_of(clip: Clip) -> list[Line]:
    """The goals as an indented list: each once, under the goal of the list that it supports first of all."""
    goals = {goal.id: goal for goal in clip.goals}
    over = _uppers(clip, goals)
    below: dict[Id | None, list[Goal]] = {}
    for goal in sorted(goals.values(), key=lambda one: (one.kind.level, code_key(one.code), one.id)):
        below.setdefault(over.get(goal.id), []).append(goal)
    return list(_walked(below, None, 0))


def _uppers(clip: Clip, goals: Mapping[Id, Goal]) -> dict[Id, Id]:
    """Of each goal the one that it stands under; never a ring, also where the links are one."""
    over: dict[Id, Id] = {}
    for link in sorted(clip.links, key=lambda one: one.strength is not Strength.PRIMARY):
        fits = link.kind is LinkKind.REALISES and link.lower in goals and link.upper in goals
        if fits and link.lower not in over and not _is_above(over, link.lower, link.upper):
            over[link.lower] = link.upper
    return over


def _is_above(over: Mapping[Id, Id], goal: Id, start: Id) -> bool:
    here: Id | None = start
    while here is not None and here != goal:
        here = over.get(here)
    return here == goal


def _walked(below: Mapping[Id | None, list[Goal]], upper: Id | None, level: int) -> Iterator[Line]:
    waiting = [(goal, level) for goal in reversed(below.get(upper, []))]
    while waiting:
        goal, depth = waiting.pop()
        day = goal.deadline if isinstance(goal, Effort) else None
        yield Line(level=depth, title=goal.title, code=goal.code, day=day)
        waiting += [(one, depth + 1) for one in reversed(below.get(goal.id, []))]
