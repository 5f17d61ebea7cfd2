"""Which signs are on a map, so that a legend explains these and no others."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from strategikort.application.drawing.picture import Card, Picture
from strategikort.cascade.changed_above import Doubt, KnownDoubts
from strategikort.cascade.findings import Finding, Severity
from strategikort.domain.goals import GoalKind
from strategikort.domain.links import LinkKind
from strategikort.domain.shape import Id


class Sign(StrEnum):
    """What stands at a card's upper edge, and what its word is called."""

    BROKEN = "broken"
    ERROR = "error"
    WARNING = "warning"
    ASKED = "asked"
    WAITING = "waiting"


ERROR_SIGN: Final = "▲ !"
WARNING_SIGN: Final = "!"
DOUBT_SIGNS: Final[Mapping[Doubt, str]] = {Doubt.ASKED: "?", Doubt.WAITING: "(?)"}
"""A goal that is asked whether it still fits, and one further below that waits for the answer: in brackets."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a card says of its goals: the worst that was found, and whether one of them is in doubt."""

    worst: Severity | None = None
    doubt: Doubt | None = None


NOTHING: Final = Said()


def signs_of(said: Said, *, broken: bool) -> Iterator[tuple[Sign, str]]:
    """The signs of one card with their letters: what is wrong, and behind it whether a goal is in doubt.

    Without letters a sign is told in words: a broken thread always, a doubt where nothing is wrong.
    """
    if broken:
        yield Sign.BROKEN, ""
    elif said.worst is Severity.ERROR:
        yield Sign.ERROR, ERROR_SIGN
    elif said.worst is Severity.WARNING:
        yield Sign.WARNING, WARNING_SIGN
    if said.doubt is not None:
        wrong = broken or said.worst is not None
        yield Sign(said.doubt.value), DOUBT_SIGNS[said.doubt] if wrong else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """The levels and kinds of arrow on a map, from the highest and the most usual on, and the marks on its cards."""

    kinds: tuple[GoalKind, ...] = ()
    arrows: tuple[LinkKind, ...] = ()
    box: bool = False
    broken: bool = False
    error: bool = False
    warning: bool = False
    asked: bool = False
    waiting: bool = False
    pinned: bool = False
    locked: bool = False


def signs_on(picture: Picture, cards: Iterable[tuple[Card, Said]]) -> Signs:
    """The signs on these cards, each with what it says of its goals, and on the arrows of their picture."""
    kinds, worst, doubts = set(), set(), set()
    box = broken = pinned = locked = False
    for card, said in cards:
        kinds.add(card.kind)
        box, broken = box or card.is_box, broken or card.broken
        pinned, locked = pinned or card.pinned, locked or card.locked
        doubts.add(said.doubt)
        if not card.broken:
            worst.add(said.worst)
    arrows = {key[0] for key in picture.arrows}
    return Signs(
        kinds=tuple(kind for kind in picture.levels if kind in kinds),
        arrows=tuple(kind for kind in LinkKind if kind in arrows),
        box=box,
        broken=broken,
        error=Severity.ERROR in worst,
        warning=Severity.WARNING in worst,
        asked=Doubt.ASKED in doubts,
        waiting=Doubt.WAITING in doubts,
        pinned=pinned,
        locked=locked,
    )


def severities(findings: Iterable[Finding]) -> dict[Id, Severity]:
    """The worst that is said of each record, apart from good advice."""
    found: dict[Id, Severity] = {}
    for finding in findings:
        if finding.records and finding.severity is not Severity.INFO:
            key = finding.records[0]
            found[key] = min(finding.severity, found.get(key, finding.severity), key=lambda one: one.rank)
    return found


def said_on(card: Card, known: Mapping[Id, Severity], doubts: KnownDoubts) -> Said:
    """What a card says of its goals: the worst that is said of them, and the doubt that asks most."""
    if len(card.goals) == 1:
        (goal,) = card.goals
        worst, doubt = known.get(goal), doubts.of(goal)
        return Said(worst, doubt) if worst or doubt else NOTHING
    doubted = {doubts.of(goal) for goal in card.goals}
    doubt = next((one for one in Doubt if one in doubted), None)
    if known.keys().isdisjoint(card.goals):
        return Said(doubt=doubt) if doubt else NOTHING
    found = (known.get(goal) for goal in card.goals)
    return Said(min((one for one in found if one), key=lambda one: one.rank, default=None), doubt)
