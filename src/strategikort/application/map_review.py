"""Where the review of a map stands, and what is said of it, in the order in which it is read."""

from collections import Counter
from collections.abc import Iterator, Mapping
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


def open_remarks(document: Document, map: Id | None) -> int:
    """How many remarks on a map nobody has closed yet; answers do not count. Cost: the remarks of all maps."""
    return sum(one.map == map for one in _open(document))


def open_remarks_of(document: Document, goal: Id) -> Mapping[Id, int]:
    """How many open remarks there are on a goal, by map."""
    return Counter(one.map for one in _open(document) if one.goal == goal and one.map)


def _open(document: Document) -> Iterator[Comment]:
    on_maps = (one for one in document.all(Comment).values() if one.map)
    return (one for one in on_maps if not one.answers and one.closed_on is None)


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
