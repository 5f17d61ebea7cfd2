"""The ways of arrows: around cards where there is a gap, never longer over cards than the plain arrow."""

from hypothesis import given, settings
from hypothesis import strategies as st

from strategikort.application.drawing.arranging import arranged
from strategikort.application.drawing.ground import ROW, STEP
from strategikort.application.drawing.measure import CARD_HEIGHT, CARD_WIDTH
from strategikort.application.drawing.picture import Picture
from strategikort.application.drawing.placing import Places
from strategikort.application.drawing.routes import Point, Streets, direct, plain_within
from strategikort.domain.links import LinkKind
from strategikort.domain.shape import Id
from tests.application.drawing.pictures import LEVELS, Spots, pictures, seen


def corners(picture: Picture, spots: Spots) -> dict[Id, Point]:
    places = Places()
    for key, card in picture.cards.items():
        places.put(key, card.kind, spots[key])
    tops = {kind: band.top + 22 for kind, band in places.bands(LEVELS).items()}
    return {key: (x, tops[picture.cards[key].kind] + y) for key, (x, y) in spots.items()}


def streets(picture: Picture, places: dict[Id, Point]) -> Streets:
    return Streets([[places[key] for key, card in picture.cards.items() if card.kind is kind] for kind in LEVELS])


@settings(max_examples=60)
@given(pictures(), st.data())
def test_wherever_cards_stand_a_way_runs_no_longer_over_cards_than_the_plain_arrow(
    picture: Picture, data: st.DataObject
) -> None:
    places = corners(picture, data.draw(seen(picture)))
    around = streets(picture, places)
    for kind, lower, upper in picture.arrows:
        way = around.way(kind, places[lower], places[upper])
        plain = direct(kind, places[lower], places[upper])
        assert around.overlap(way) <= around.overlap(plain) + 0.5
        assert (way.start, way.tip, way.towards) == (plain.start, plain.tip, plain.towards)


@settings(max_examples=60)
@given(pictures(), st.data())
def test_where_a_way_up_cannot_be_is_known_before_it_is_worked_out(picture: Picture, data: st.DataObject) -> None:
    places = corners(picture, data.draw(seen(picture)))
    around = streets(picture, places)
    for kind, lower, upper in picture.arrows:
        way = around.way(kind, places[lower], places[upper])
        if not way.towards[1]:
            continue
        spans = around.spans(places[lower], places[upper])
        for x, y in way.points():
            near, far = plain_within(places[lower], places[upper], y, y)
            inside = any(
                left - 1 <= x <= right + 1 and top - 1 <= y <= bottom + 1 for left, top, right, bottom in spans
            )
            assert inside or near - 1 <= x <= far + 1


@settings(max_examples=60)
@given(pictures())
def test_on_an_arranged_map_no_way_up_runs_over_a_card(picture: Picture) -> None:
    """Its rows stand in columns, so there is always a gap."""
    places = corners(picture, arranged(picture, {}))
    around = streets(picture, places)
    for kind, lower, upper in picture.arrows:
        way = around.way(kind, places[lower], places[upper])
        if way.towards[1]:
            assert around.overlap(way) < 0.5


def test_a_way_from_the_second_row_goes_through_the_gap_of_the_first() -> None:
    first = [(place * STEP, 400.0) for place in range(5)]
    lower, upper = (2.0 * STEP, 400.0 + ROW), (2.0 * STEP, 0.0)
    around = Streets([[upper], [*first, lower]])
    assert around.overlap(direct(LinkKind.REALISES, lower, upper)) == CARD_HEIGHT
    way = around.way(LinkKind.REALISES, lower, upper)
    assert around.overlap(way) == 0
    assert any(x % STEP > CARD_WIDTH for x, _ in way.points())


def test_a_way_with_nothing_in_between_is_the_plain_one() -> None:
    lower, upper = (700.0, 400.0), (0.0, 0.0)
    around = Streets([[upper, (300.0, 0.0)], [(0.0, 400.0), lower]])
    assert around.way(LinkKind.REALISES, lower, upper) == direct(LinkKind.REALISES, lower, upper)


def test_cause_and_effect_past_a_card_between_goes_around_it() -> None:
    row = [(place * STEP, 0.0) for place in range(3)]
    around = Streets([row])
    way = around.way(LinkKind.CAUSES, row[0], row[2])
    assert around.overlap(direct(LinkKind.CAUSES, row[0], row[2])) > CARD_WIDTH - 1
    assert around.overlap(way) == 0
