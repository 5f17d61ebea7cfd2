"""Sheets put together are the whole drawing: no point is left out, none is shown twice but in the overlap."""

from hypothesis import assume, given
from hypothesis import strategies as st
from pytest import approx

from strategikort.reports.looks import MM
from strategikort.reports.tiles import LARGEST, SMALLEST_TEXT, PaperSize, Sheets, Spread, better_way_up, enough

sheets = st.builds(
    Sheets,
    size=st.sampled_from(PaperSize),
    landscape=st.booleans(),
    across=st.integers(1, 7),
    down=st.integers(1, 7),
    overlap=st.integers(0, 25).map(lambda mm: mm * MM),
)
lengths = st.floats(20, 20_000)


@given(sheets, lengths, lengths, st.floats(0, 1), st.floats(0, 1))
def test_every_point_is_on_a_sheet_and_where_two_meet_it_is_at_one_place(
    chosen: Sheets, width: float, height: float, across: float, down: float
) -> None:
    spread = Spread(chosen, width, height)
    point = across * width, down * height
    found = [tile for tile in spread.tiles() if _near(tile.seen.left, point[0], tile.seen.right)]
    found = [tile for tile in found if _near(tile.seen.top, point[1], tile.seen.bottom)]
    assert found
    step = chosen.room[0] - chosen.overlap, chosen.room[1] - chosen.overlap
    for tile in found:
        x, y = spread.on_page(tile, point)
        assert x + tile.column * step[0] == approx(spread.on_page(found[0], point)[0] + found[0].column * step[0])
        assert y - tile.row * step[1] == approx(spread.on_page(found[0], point)[1] - found[0].row * step[1])
        assert -0.01 <= x <= chosen.page[0] + 0.01 and -0.01 <= y <= chosen.page[1] + 0.01


def _near(low: float, value: float, high: float) -> bool:
    return low - 1e-6 <= value <= high + 1e-6


@given(sheets, lengths, lengths)
def test_a_drawing_takes_no_more_sheets_than_it_needs_and_is_as_large_as_they_allow(
    chosen: Sheets, width: float, height: float
) -> None:
    spread = Spread(chosen, width, height)
    assert 1 <= spread.across <= chosen.across and 1 <= spread.down <= chosen.down
    for count, room, length in zip((spread.across, spread.down), chosen.room, (width, height), strict=True):
        fewer = (count - 1) * room - (count - 2) * chosen.overlap
        assert count == 1 or length * spread.scale > fewer - 0.01, "the last sheet would be empty"
    full = [
        count * room - (count - 1) * chosen.overlap == approx(length * spread.scale)
        for count, room, length in zip((chosen.across, chosen.down), chosen.room, (width, height), strict=True)
    ]
    assert any(full) or spread.scale == LARGEST


@given(sheets, lengths, lengths, st.floats(8, 20))
def test_the_sheets_that_are_proposed_make_text_readable_and_one_less_does_not(
    chosen: Sheets, width: float, height: float, text: float
) -> None:
    found = enough(chosen, width, height, text)
    assume(found is not None)
    assert found is not None

    def points(across: int, down: int) -> float:
        sheets = Sheets(size=chosen.size, landscape=chosen.landscape, across=across, down=down, overlap=chosen.overlap)
        return Spread(sheets, width, height).scale * text

    across, down = found
    assert points(across, down) >= SMALLEST_TEXT - 1e-6
    assert across == 1 or points(across - 1, down) < SMALLEST_TEXT
    assert down == 1 or points(across, down - 1) < SMALLEST_TEXT


def test_a_wide_map_lies_and_a_high_one_stands() -> None:
    assert better_way_up(PaperSize.A4, (3000, 900))
    assert not better_way_up(PaperSize.A4, (900, 3000))
    assert better_way_up(PaperSize.A4, (900, 3000), across=1, down=6), "six lying sheets below each other"


def test_sheets_are_named_as_a_map_is() -> None:
    tiles = list(Spread(Sheets(across=3, down=2), 3 * 700, 2 * 480).tiles())
    assert [tile.name for tile in tiles] == ["A1", "B1", "C1", "A2", "B2", "C2"]
