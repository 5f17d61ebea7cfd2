"""Arranging a map: stable, nothing on anything else, what is pinned or not selected stays."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from strategikort.application.drawing.arranging import arranged
from strategikort.application.drawing.ground import MOST_A_ROW, ROW, STEP
from strategikort.application.drawing.picture import Arrow, Picture
from strategikort.application.drawing.placing import Places
from strategikort.domain.goals import GoalKind
from strategikort.domain.links import LinkKind
from strategikort.domain.shape import Id
from tests.application.drawing.pictures import LEVELS, Spots, card, pictures, seen, with_pins


def overlaps(picture: Picture, spots: Spots) -> list[tuple[Id, Id]]:
    return [
        (one, other)
        for one, other in combinations(picture.cards, 2)
        if picture.cards[one].kind is picture.cards[other].kind
        and abs(spots[one][0] - spots[other][0]) < STEP
        and abs(spots[one][1] - spots[other][1]) < ROW
    ]


@settings(max_examples=50)
@given(pictures(), st.data())
def test_arranging_again_moves_nothing_and_no_card_stands_on_another(picture: Picture, data: st.DataObject) -> None:
    once = arranged(picture, data.draw(seen(picture)))
    assert once.keys() == picture.cards.keys()
    assert arranged(picture, once) == once
    assert overlaps(picture, once) == []


@settings(max_examples=40)
@given(pictures(18), st.data())
def test_what_is_pinned_stays_and_the_rest_makes_way(picture: Picture, data: st.DataObject) -> None:
    before = data.draw(seen(picture))
    pinned = data.draw(st.sets(st.sampled_from(sorted(picture.cards))))
    picture = with_pins(picture, pinned)
    once = arranged(picture, before)
    assert {key: once[key] for key in pinned} == {key: before[key] for key in pinned}
    assert arranged(picture, once) == once
    assert [pair for pair in overlaps(picture, once) if not set(pair) <= pinned] == []


@settings(max_examples=40)
@given(pictures(18), st.data())
def test_only_what_is_selected_moves(picture: Picture, data: st.DataObject) -> None:
    before = data.draw(seen(picture))
    chosen = data.draw(st.sets(st.sampled_from(sorted(picture.cards))))
    once = arranged(picture, before, chosen)
    assert all(once[key] == before[key] for key in picture.cards.keys() - chosen)
    assert arranged(picture, once, chosen) == once
    assert [pair for pair in overlaps(picture, once) if set(pair) & chosen] == []


@settings(max_examples=25)
@given(pictures())
def test_a_map_that_is_shown_for_the_first_time_is_arranged(picture: Picture) -> None:
    places = Places()
    places.follow(picture)
    assert arranged(picture, places.spots) == places.spots


def fans(uppers: int, each: int) -> Picture:
    """Centre goals with unit goals below each, made in an order that crosses."""
    tops = [card(f"c{number:02}", GoalKind.CENTRE_GOAL) for number in range(uppers)]
    unders = [card(f"u{number:02}", GoalKind.UNIT_GOAL) for number in range(uppers * each)]
    ties = [(one.key, tops[number % uppers].key) for number, one in enumerate(unders)]
    arrows = {(LinkKind.REALISES, *tie): Arrow(LinkKind.REALISES, *tie, (Id("link"),)) for tie in ties}
    return Picture(levels=LEVELS, cards={one.key: one for one in (*tops, *unders)}, arrows=arrows)


def test_a_level_with_more_cards_than_a_row_holds_stands_in_even_rows_under_what_it_supports() -> None:
    picture = fans(5, 6)
    spots = arranged(picture, {})
    rows = [[key for key in spots if key[0] == "u" and spots[key][1] == row * ROW] for row in range(3)]
    assert [len(row) for row in rows] == [10, 10, 10] and len(rows[0]) <= MOST_A_ROW
    for one, other in combinations(picture.arrows.values(), 2):
        across = spots[one.upper][0] - spots[other.upper][0]
        assert across * (spots[one.lower][0] - spots[other.lower][0]) >= 0, "no two ways cross"


def test_goals_that_are_arranged_beside_pinned_ones_still_come_under_what_they_support() -> None:
    picture = fans(3, 3)
    before = arranged(picture, {})
    mixed = {key: (spot[0] * (-1 if key[0] == "u" else 1), spot[1]) for key, spot in before.items()}
    pinned = {Id("c00"), Id("c01"), Id("c02")}
    spots = arranged(with_pins(picture, pinned), mixed)
    for tie in picture.arrows.values():
        assert abs(spots[tie.lower][0] - spots[tie.upper][0]) <= 1.5 * STEP
