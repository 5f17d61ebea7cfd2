"""What a link remembers of the goal above, and whether that goal has changed since."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from strategikort.domain.goals import Goal
from strategikort.domain.links import Link, LinkKind
from strategikort.domain.shape import Id, Record

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
    if not link.seen_title:
        return False
    seen = (link.seen_title, link.seen_words, link.seen_from, link.seen_to)
    return seen != (upper.title, mark_of(upper), upper.valid_from, upper.valid_to)


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
