"""Cards on a line and with equal gaps: in their bands, in their order, never on each other."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from strategikort.application.drawing.ground import ROW, STEP, Spot
from strategikort.application.drawing.lining import ACROSS, Line, aligned, distributed
from strategikort.domain.goals import GoalKind
from strategikort.domain.shape import Id

place = st.tuples(st.integers(-200, 200).map(lambda step: step * 4), st.integers(0, 100).map(lambda step: step * 4))
spots = st.dictionaries(st.integers(0, 99).map(lambda number: Id(f"g{number}")), place, min_size=1, max_size=12)
KINDS = (GoalKind.CENTRE_GOAL, GoalKind.UNIT_GOAL)


def kinds(spots: dict[Id, Spot]) -> dict[Id, GoalKind]:
    return {key: KINDS[int(key[1:]) % 2] for key in spots}


def bands(spots: dict[Id, Spot]) -> list[list[Spot]]:
    return [[spot for key, spot in spots.items() if kinds(spots)[key] is kind] for kind in KINDS]


@given(spots, st.sampled_from(Line))
def test_cards_come_on_one_line_apart_and_doing_it_again_moves_nothing(spots: dict[Id, Spot], line: Line) -> None:
    found = aligned(spots, kinds(spots), line)
    down = int(line not in ACROSS)
    if not down:
        assert len({spot[0] for spot in found.values()}) == 1
    for band in bands(found):
        assert len({spot[down] for spot in band}) <= 1
        along = sorted(spot[1 - down] for spot in band)
        assert all(after - before >= (STEP if down else ROW) for before, after in pairwise(along))
    assert aligned(found, kinds(spots), line) == found


def test_cards_that_are_apart_keep_their_rows_and_the_outermost_counts() -> None:
    spots = {Id("g1"): (0, 0), Id("g3"): (100, 400), Id("g2"): (60, 0)}
    assert aligned(spots, kinds(spots), Line.RIGHT) == {Id("g1"): (100, 0), Id("g3"): (100, 400), Id("g2"): (100, 0)}
    assert aligned(spots, kinds(spots), Line.CENTRE)[Id("g2")] == (48, 0)


@given(spots, st.booleans())
def test_gaps_are_equal_and_doing_it_again_moves_nothing(spots: dict[Id, Spot], down: bool) -> None:
    found = distributed(spots, kinds(spots), down=down)
    for band, before in zip(bands(found), bands(spots), strict=True):
        along = sorted({spot[down] for spot in band})
        gaps = [after - one for one, after in pairwise(along)]
        assert not gaps or max(gaps) - min(gaps) <= 4
        assert all(gap >= (ROW if down else STEP) for gap in gaps)
        assert not band or min(along) == min(spot[down] for spot in before)
    assert distributed(found, kinds(spots), down=down) == found
