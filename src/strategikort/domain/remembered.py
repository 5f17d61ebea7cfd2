"""What a link remembers of the goal above, and whether that goal has changed since."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from strategikort.domain.goals import Goal
from strategikort.domain.links import Link, LinkKind
from strategikort.domain.shape import Id, Record

Said = tuple[str, str, date | None, date | None]
"""Title, mark of the other words, first and last day."""

_DIGITS: Final = 16


def mark_of(goal: Goal) -> str:
    """A mark of the words of a goal beside its title: description and success criterion; empty where it has none."""
    if not (goal.description or goal.success_criterion):
        return ""
    words = f"{goal.description}\x1f{goal.success_criterion}"
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def remembering(link: Link, upper: Goal) -> Link:
    """The link, knowing ``upper`` as it is now."""
    return replace(
        link, seen_title=upper.title, seen_words=mark_of(upper), seen_from=upper.valid_from, seen_to=upper.valid_to
    )


def changed_since(link: Link, upper: Goal) -> bool:
    """Whether the goal above says something else, or holds for other days, than when the link was made or confirmed.

    A link that remembers nothing (made without a title above, or by an earlier version) is never told.
    """
    return differs(link, said_by(upper))


def said_by(goal: Goal) -> Said:
    """What a goal says of itself, as far as links remember it; worked out once for many links."""
    return goal.title, mark_of(goal), goal.valid_from, goal.valid_to


def differs(link: Link, said: Said) -> bool:
    """Whether a link remembers something, and something else than this."""
    return bool(link.seen_title) and (link.seen_title, link.seen_words, link.seen_from, link.seen_to) != said


def with_memories(records: Iterable[Record], known: Mapping[Id, Goal]) -> list[Record]:
    """Records made together, their REALISES links knowing the goals above, which are among them or ``known``."""
    made = list(records)
    goals = {one.id: one for one in made if isinstance(one, Goal)}

    def knowing(one: Record) -> Record:
        if not isinstance(one, Link) or one.kind is not LinkKind.REALISES:
            return one
        upper = goals.get(one.upper) or known.get(one.upper)
        return remembering(one, upper) if upper else one

    return [knowing(one) for one in made]
