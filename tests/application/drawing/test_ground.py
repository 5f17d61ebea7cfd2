"""The ground of a band: no card on another, each in the nearest gap, and what is in sight is found."""

from hypothesis import given
from hypothesis import strategies as st

from strategikort.application.drawing.ground import MOST_A_ROW, ROW, STEP, Ground, Spot
from strategikort.domain.shape import Id

x = st.integers(-40, 40).map(lambda step: step * STEP // 4)
spots = st.tuples(x, st.integers(0, 12).map(lambda step: step * ROW // 3))
doings = st.lists(st.tuples(st.sampled_from(["put", "add", "add", "take away"]), spots), max_size=40)


@given(doings, spots)
def test_whatever_was_put_and_taken_away_a_card_gets_the_nearest_gap(
    done: list[tuple[str, Spot]], wanted: Spot
) -> None:
    ground, there = Ground(), dict[Id, Spot]()
    for number, (what, spot) in enumerate(done):
        if what == "take away" and there:
            key = sorted(there)[spot[0] % len(there)]
            ground.leave(key, there.pop(key))
        elif what != "take away":
            there[Id(str(number))] = found = ground.free_spot(spot) if what == "add" else spot
            ground.take(Id(str(number)), found)
        assert ground.deepest() == max((one[1] for one in there.values()), default=0)
    assert ground.free_spot(wanted) == _nearest_gap(list(there.values()), wanted)


def _nearest_gap(taken: list[Spot], wanted: Spot) -> Spot:
    """The same by trying each place of each row, the nearest first."""
    x, y = wanted
    while True:
        beside = [one[0] for one in taken if abs(y - one[1]) < ROW]
        for away in range(MOST_A_ROW * STEP):
            for across in (x + away, x - away):
                if not any(abs(across - one) < STEP for one in beside):
                    return across, y
        y += ROW


@given(st.lists(spots, max_size=40), spots, st.integers(0, 2_000), st.integers(0, 1_000))
def test_every_card_that_a_rectangle_touches_is_found(taken: list[Spot], corner: Spot, width: int, height: int) -> None:
    there = {Id(str(number)): spot for number, spot in enumerate(taken)}
    found = set(Ground(there).within(*corner, corner[0] + width, corner[1] + height))
    touched = {
        key
        for key, (x, y) in there.items()
        if x < corner[0] + width and x + STEP > corner[0] and y < corner[1] + height and y + ROW > corner[1]
    }
    assert touched <= found


def test_many_cards_that_want_one_place_stand_in_full_rows_below_each_other() -> None:
    ground = Ground()
    found = []
    for number in range(270):
        found.append(ground.free_spot((0, 0)))
        ground.take(Id(str(number)), found[-1])
    assert len(set(found)) == 270
    assert {y for _, y in found} == {row * ROW for row in range(10)}
    assert all(abs(x) < MOST_A_ROW * STEP and x % STEP == 0 for x, _ in found)
