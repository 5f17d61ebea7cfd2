"""Where the review of a map stands, and what is said of it, in the order in which it is read."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from strategikort.domain.document import Document
from strategikort.domain.goals import Goal, list_order
from strategikort.domain.maps import MapState, StrategyMap
from strategikort.domain.phrases import Phrase, phrase
from strategikort.domain.reviews import Comment
from strategikort.domain.shape import Id


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark, the goal it is about (None: the whole map), and the answers to it, the first first."""

    comment: Comment
    goal: Goal | None
    answers: tuple["Remark", ...] = ()


def remarks_on(document: Document, map: Id, *, closed: bool) -> tuple[Remark, ...]:
    """The remarks on a map, those on all of it first, then goal by goal; the ``closed`` ones only if wanted."""
    of_map = sorted((one for one in document.all(Comment).values() if one.map == map), key=_when)
    answers: dict[Id, list[Comment]] = {}
    for one in of_map:
        if one.answers:
            answers.setdefault(one.answers, []).append(one)
    told = [
        Remark(one, document.get(Goal, one.goal), tuple(Remark(answer, None) for answer in answers.get(one.id, ())))
        for one in of_map
        if not one.answers and (closed or not one.closed_on)
    ]
    whole = [one for one in told if one.goal is None]
    of_goals = [(list_order(one.goal), one) for one in told if one.goal]
    return (*whole, *(one for _, one in sorted(of_goals, key=lambda pair: pair[0])))


def state_told(map: StrategyMap) -> Iterator[Phrase]:
    """The state of a map as sentences: since when, and who decided."""
    yield phrase(f"map_state.{map.state.value}")
    if map.state is MapState.WITH_DIRECTOR and map.sent_on:
        yield phrase("map_state.sent", day=map.sent_on)
    if map.decided_on and map.state in (MapState.DRAFT, MapState.APPROVED):
        decision = "returned" if map.state is MapState.DRAFT else "decided"
        yield phrase(f"map_state.{decision}", day=map.decided_on, who=map.decided_by or "?")


def _when(one: Comment) -> tuple[datetime, Id]:
    return one.said_at or datetime.min, one.id
