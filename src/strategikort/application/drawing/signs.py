"""Which signs are on a map, so that a legend explains these and no others."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from strategikort.application.drawing.picture import Card, Picture
from strategikort.cascade.findings import Finding, Severity
from strategikort.domain.goals import GoalKind
from strategikort.domain.links import LinkKind
from strategikort.domain.shape import Id

ERROR_SIGN: Final = "▲ !"
WARNING_SIGN: Final = "!"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """The levels and kinds of arrow on a map, from the highest and the most usual on, and the marks on its cards."""

    kinds: tuple[GoalKind, ...] = ()
    arrows: tuple[LinkKind, ...] = ()
    box: bool = False
    broken: bool = False
    error: bool = False
    warning: bool = False
    pinned: bool = False
    locked: bool = False


def signs_on(picture: Picture, cards: Iterable[tuple[Card, Severity | None]]) -> Signs:
    """The signs on these cards, each with the worst that is said of it, and on the arrows of their picture."""
    kinds, worst = set(), set()
    box = broken = pinned = locked = False
    for card, severity in cards:
        kinds.add(card.kind)
        box, broken = box or card.is_box, broken or card.broken
        pinned, locked = pinned or card.pinned, locked or card.locked
        if not card.broken:
            worst.add(severity)
    arrows = {key[0] for key in picture.arrows}
    return Signs(
        kinds=tuple(kind for kind in picture.levels if kind in kinds),
        arrows=tuple(kind for kind in LinkKind if kind in arrows),
        box=box,
        broken=broken,
        error=Severity.ERROR in worst,
        warning=Severity.WARNING in worst,
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


def worst_on(card: Card, known: Mapping[Id, Severity]) -> Severity | None:
    """The worst that is said of the goals of a card."""
    found = (known.get(goal) for goal in card.goals)
    return min((one for one in found if one), key=lambda one: one.rank, default=None)
