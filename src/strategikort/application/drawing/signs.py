"""Which signs are on a map, so that a legend explains these and no others."""

from collections.abc import Iterable
from dataclasses import dataclass

from strategikort.application.drawing.picture import Card, Picture
from strategikort.cascade.findings import Severity
from strategikort.domain.goals import GoalKind
from strategikort.domain.links import LinkKind


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
