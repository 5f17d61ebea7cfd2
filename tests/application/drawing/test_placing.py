"""Room for several new cards at once: none on another, in the shape they were in where that is free."""

from hypothesis import given
from hypothesis import strategies as st

from strategikort.application.drawing.ground import ROW, STEP, Spot
from strategikort.application.drawing.placing import Places
from strategikort.domain.goals import GoalKind
from strategikort.domain.shape import Id

KIND = GoalKind.CENTRE_GOAL
spots = st.tuples(st.integers(-30, 30).map(lambda x: x * STEP // 3), st.integers(0, 6).map(lambda y: y * ROW // 2))


def ground(taken: list[Spot]) -> Places:
    places = Places()
    for number, spot in enumerate(taken):
        places.put(Id(f"there-{number}"), KIND, spot)
    return places


def touch(one: Spot, other: Spot) -> bool:
    return abs(one[0] - other[0]) < STEP and abs(one[1] - other[1]) < ROW


@given(st.lists(spots, max_size=20), st.lists(spots, max_size=8))
def test_new_cards_stand_on_no_other_and_nothing_is_taken_yet(taken: list[Spot], wanted: list[Spot]) -> None:
    places = ground(taken)
    asked = {Id(f"new-{number}"): (KIND, spot) for number, spot in enumerate(wanted)}
    found = places.room_for(asked)
    assert found.keys() == asked.keys()
    new = list(found.values())
    assert not any(touch(one, other) for one in new for other in taken)
    assert not any(touch(one, other) for place, one in enumerate(new) for other in new[:place])
    assert places.room_for(asked) == found


def test_copies_of_a_full_row_stand_below_it_in_the_same_shape() -> None:
    row = [(place * STEP, 0) for place in range(6)]
    wanted = {Id(str(x)): (KIND, (x + STEP, y)) for x, y in row[:3]}
    assert list(ground(row).room_for(wanted).values()) == [(place * STEP, ROW) for place in (1, 2, 3)]
