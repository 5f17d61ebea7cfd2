"""Pictures of maps drawn at random."""

from dataclasses import replace

from hypothesis import strategies as st

from strategikort.application.drawing.ground import ROW, STEP, Spot
from strategikort.application.drawing.picture import Arrow, Card, Picture
from strategikort.domain.goals import GoalKind
from strategikort.domain.links import LinkKind
from strategikort.domain.shape import Id

LEVELS = tuple(GoalKind)
Spots = dict[Id, Spot]


def card(name: str, kind: GoalKind, group: str = "", *, pinned: bool = False) -> Card:
    key = Id(name)
    return Card(key=key, kind=kind, goals=(key,), code=name, title=name, foot="", group=Id(group), pinned=pinned)


@st.composite
def pictures(draw: st.DrawFn, most: int = 60) -> Picture:
    """Cards of all levels, in units, with links from any to any."""
    cards = [
        card(f"g{number:02}", draw(st.sampled_from(LEVELS)), draw(st.sampled_from("xyz")))
        for number in range(draw(st.integers(1, most)))
    ]
    ends = st.sampled_from(cards)
    arrows = {}
    for lower, upper in draw(st.lists(st.tuples(ends, ends), max_size=2 * most)):
        kind = LinkKind.CAUSES if lower.kind is upper.kind else LinkKind.REALISES
        if lower is not upper:
            arrows[kind, lower.key, upper.key] = Arrow(kind, lower.key, upper.key, (Id("link"),))
    return Picture(levels=LEVELS, cards={one.key: one for one in cards}, arrows=arrows)


@st.composite
def seen(draw: st.DrawFn, picture: Picture) -> Spots:
    """Where the cards stand: no two on each other, on no grid."""
    spots: Spots = {}
    for number, key in enumerate(draw(st.permutations(sorted(picture.cards)))):
        x = number % 9 * STEP + draw(st.integers(0, 4)) * 4
        spots[key] = (x + number % 9 * 16, number // 9 * (ROW + 8) + draw(st.integers(0, 2)) * 4)
    return spots


def with_pins(picture: Picture, pinned: set[Id]) -> Picture:
    cards = {key: replace(one, pinned=key in pinned) for key, one in picture.cards.items()}
    return replace(picture, cards=cards)
