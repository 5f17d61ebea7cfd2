"""Guides: the nearest line is found, whatever stands there, and what they show is true."""

from hypothesis import given
from hypothesis import strategies as st

from strategikort.application.drawing.guides import Box, Corner, Guides
from strategikort.application.drawing.measure import CARD_HEIGHT, CARD_WIDTH

NEAR = 8.0
coordinate = st.integers(0, 150).map(lambda step: step * 8.0)
corners = st.lists(st.tuples(coordinate, coordinate), max_size=30)
boxes = st.builds(
    Box,
    st.integers(0, 1200).map(float),
    st.integers(0, 1200).map(float),
    st.sampled_from([CARD_WIDTH, CARD_WIDTH + 208, CARD_WIDTH + 40]).map(float),
    st.sampled_from([CARD_HEIGHT, CARD_HEIGHT + 120]).map(float),
)


def edges(left: float, width: float) -> tuple[float, float, float]:
    return left, left + width / 2, left + width


def ways(box: Box, standing: list[Corner]) -> list[float]:
    """The ways across by which an edge or the middle of the box comes to that of a card: each tried."""
    pairs = [zip(edges(x, CARD_WIDTH), edges(box.left, box.width), strict=True) for x, _ in standing]
    return [one - own for pair in pairs for one, own in pair if abs(one - own) <= NEAR]


@given(corners, boxes)
def test_what_is_near_a_line_is_brought_onto_the_nearest(standing: list[Corner], box: Box) -> None:
    fit = Guides(standing).fit(box, NEAR)
    least = min((abs(way) for way in ways(box, standing)), default=None)
    assert fit.across is None or abs(fit.across) <= NEAR
    if least is not None:
        assert fit.across is not None and abs(fit.across) <= least


@given(corners, boxes)
def test_every_guide_is_true_of_the_box_where_it_came_to(standing: list[Corner], box: Box) -> None:
    fit = Guides(standing).fit(box, NEAR)
    assert (fit.across is None and fit.down is None) == (not fit.guides)
    left, top = box.left + (fit.across or 0), box.top + (fit.down or 0)
    for guide in fit.guides:
        if guide.gap:
            continue
        if guide.x1 == guide.x2:
            assert guide.x1 in edges(left, box.width)
            assert any(guide.x1 in edges(x, CARD_WIDTH) and guide.y1 <= y <= guide.y2 for x, y in standing)
        else:
            assert guide.y1 == guide.y2 and guide.y1 in edges(top, box.height)
            assert any(guide.y1 in edges(y, CARD_HEIGHT) and guide.x1 <= x <= guide.x2 for x, y in standing)
    for turned in (False, True):
        sizes = [
            guide.y2 - guide.y1 if turned else guide.x2 - guide.x1
            for guide in fit.guides
            if guide.gap and (guide.x1 == guide.x2) is turned
        ]
        assert all(size > 0 for size in sizes)
        assert all(
            any(abs(one - other) < 0.02 for other in sizes[:place] + sizes[place + 1 :])
            for place, one in enumerate(sizes)
        )


def test_a_card_beside_two_others_comes_as_far_from_them_as_they_are_apart() -> None:
    standing = [(0.0, 0.0), (CARD_WIDTH + 40.0, 0.0)]
    fit = Guides(standing).fit(Box(2 * CARD_WIDTH + 77.0, 8.0, CARD_WIDTH, CARD_HEIGHT), NEAR)
    assert (fit.across, fit.down) == (3.0, -8.0)
    assert [(one.x1, one.x2) for one in fit.guides if one.gap] == [(188.0, 228.0), (416.0, 456.0)]


def test_a_card_between_two_others_comes_into_the_middle_also_down() -> None:
    standing = [(0.0, 0.0), (0.0, 400.0)]
    fit = Guides(standing).fit(Box(300.0, 201.0, CARD_WIDTH, CARD_HEIGHT), NEAR)
    assert (fit.across, fit.down, fit.guides) == (None, None, ())
    fit = Guides(standing).fit(Box(4.0, 201.0, CARD_WIDTH, CARD_HEIGHT), NEAR)
    assert (fit.across, fit.down) == (-4.0, -1.0)
