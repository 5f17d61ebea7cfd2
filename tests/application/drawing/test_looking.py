"""What stands out on a map: the thread as far as it is followed, the hits with all above them; nothing else."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from strategikort.application.drawing.looking import Direction, Look, emphasis
from strategikort.application.drawing.picture import Arrow, Card, Picture
from strategikort.domain.goals import GoalKind
from strategikort.domain.links import LinkKind
from strategikort.domain.shape import Id

LEVELS = tuple(GoalKind)


def picture(pairs: set[tuple[int, int]], count: int = 12) -> Picture:
    """Cards in a row, an arrow from each lower to each upper number."""
    cards = {
        Id(f"{n}"): Card(key=Id(f"{n}"), kind=LEVELS[n % 5], goals=(Id(f"{n}"),), code="", title="", foot="")
        for n in range(count)
    }
    keys = [(LinkKind.REALISES, Id(f"{a}"), Id(f"{b}")) for a, b in sorted(pairs) if a != b]
    arrows = {key: Arrow(*key, links=(Id("-".join(key[1:])),)) for key in keys}
    return Picture(levels=LEVELS, cards=cards, arrows=arrows, card_of={key: key for key in cards})


CHAIN = picture(set(pairwise(range(11, -1, -1))))
"""11 supports 10, 10 supports 9, and so on up to 0."""


def ids(*numbers: int) -> frozenset[Id]:
    return frozenset(Id(f"{number}") for number in numbers)


def test_a_thread_is_followed_so_many_steps_up_down_or_both() -> None:
    look = {"starts": ids(5), "following": True}
    assert emphasis(CHAIN, Look(**look, depth=1)).cards == ids(4, 5, 6)
    assert emphasis(CHAIN, Look(**look, depth=2, direction=Direction.UP)).cards == ids(3, 4, 5)
    assert emphasis(CHAIN, Look(**look, depth=2, direction=Direction.DOWN)).cards == ids(5, 6, 7)
    assert emphasis(CHAIN, Look(**look)).cards == frozenset(CHAIN.cards)


def test_a_single_card_shows_its_whole_thread_and_several_show_theirs_only_while_followed() -> None:
    assert emphasis(CHAIN, Look(starts=ids(5))).cards == frozenset(CHAIN.cards)
    assert emphasis(CHAIN, Look(starts=ids(5, 7))).cards is None
    assert emphasis(CHAIN, Look(starts=ids(5, 9), following=True, depth=1)).cards == ids(4, 5, 6, 8, 9, 10)
    assert emphasis(CHAIN, Look()).cards is None


def test_hits_stand_out_with_all_above_them() -> None:
    assert emphasis(CHAIN, Look(hits=ids(3))).cards == ids(0, 1, 2, 3)
    assert emphasis(CHAIN, Look(hits=frozenset())).cards == frozenset()


@given(
    st.sets(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=30),
    st.sets(st.integers(0, 11), min_size=1, max_size=3),
    st.integers(1, 5),
    st.sampled_from(Direction),
)
def test_each_step_further_adds_what_is_linked_and_arrows_join_only_what_stands_out(
    pairs: set[tuple[int, int]], starts: set[int], depth: int, direction: Direction
) -> None:
    drawn = picture(pairs)
    look = {"starts": ids(*starts), "following": True, "direction": direction}
    nearer, further = emphasis(drawn, Look(**look, depth=depth)), emphasis(drawn, Look(**look, depth=depth + 1))
    assert nearer.cards is not None and further.cards is not None
    assert ids(*starts) <= nearer.cards <= further.cards
    for _, lower, upper in further.arrows:
        assert {lower, upper} <= further.cards
        assert {lower, upper} & nearer.cards
