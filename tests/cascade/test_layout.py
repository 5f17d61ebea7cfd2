"""The layered layout: stable, within its bands and groups, nothing on top of anything."""

import random
from dataclasses import replace
from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from strategikort.cascade.crossings import Bands, inversions
from strategikort.cascade.layout import Card, Spacing, arrange
from strategikort.cascade.orders import LARGE

Links = list[tuple[int, int]]


@st.composite
def maps(draw: st.DrawFn) -> tuple[list[Card], Links]:
    size = draw(st.integers(1, 30))
    cards = [
        Card(
            goal=f"g{number}",
            band=draw(st.integers(0, 4)),
            group=(draw(st.sampled_from("ab")), draw(st.sampled_from("xyz"))),
            x=draw(st.integers(-500, 2000)),
            width=draw(st.sampled_from([120, 160])),
            height=64,
        )
        for number in range(size)
    ]
    ends = st.integers(0, size - 1)
    return cards, draw(st.lists(st.tuples(ends, ends), max_size=50))


def moved(cards: list[Card], places: list[tuple[float, float]]) -> list[Card]:
    return [replace(card, x=x, y=y) for card, (x, y) in zip(cards, places, strict=True)]


def crossings(cards: list[Card], links: Links) -> int:
    """Counted pair by pair."""
    ties = [sorted(link, key=lambda end: cards[end].band) for link in links]
    ties = [tie for tie in ties if cards[tie[0]].band != cards[tie[1]].band]
    return sum(
        (cards[one[0]].x - cards[other[0]].x) * (cards[one[1]].x - cards[other[1]].x) < 0
        for one, other in combinations(ties, 2)
        if [cards[end].band for end in one] == [cards[end].band for end in other]
    )


@given(maps())
def test_a_second_run_moves_nothing(drawn: tuple[list[Card], Links]) -> None:
    cards, links = drawn
    once = arrange(cards, links)
    assert arrange(cards, links) == once
    assert arrange(moved(cards, once), links) == once


@given(maps())
def test_cards_stand_in_their_bands_without_touching(drawn: tuple[list[Card], Links]) -> None:
    cards = moved(drawn[0], arrange(*drawn))
    for one, other in combinations(cards, 2):
        if one.band == other.band:
            left, right = sorted((one, other), key=lambda card: card.x)
            assert one.y == other.y
            assert left.x + left.width <= right.x
        else:
            upper, lower = sorted((one, other), key=lambda card: card.band)
            assert upper.y + upper.height < lower.y


@given(maps())
def test_centres_and_units_stay_together(drawn: tuple[list[Card], Links]) -> None:
    cards = moved(drawn[0], arrange(*drawn))
    for band in {card.band for card in cards}:
        row = [card.group for card in sorted(cards, key=lambda card: card.x) if card.band == band]
        for depth in (1, 2):
            runs = [
                group[:depth]
                for group, before in zip(row, [None, *row], strict=False)
                if group[:depth] != (before or ())[:depth]
            ]
            assert len(runs) == len(set(runs))


@given(maps())
def test_the_order_that_people_know_is_left_only_for_fewer_crossings(drawn: tuple[list[Card], Links]) -> None:
    cards, links = drawn
    bands = Bands(
        [card.band for card in cards], [card.group for card in cards], np.array(links, np.intp).reshape(-1, 2)
    )
    known = bands.crossings(bands.orders(np.array([float(card.x) for card in cards])))
    after = moved(cards, arrange(cards, links))
    found = bands.crossings(bands.orders(np.array([float(card.x) for card in after])))
    assert found == crossings(after, links)
    assert found < known or [card.goal for card in row_order(after)] == [card.goal for card in row_order(cards, bands)]


def row_order(cards: list[Card], bands: Bands | None = None) -> list[Card]:
    if bands is None:
        return sorted(cards, key=lambda card: (card.band, card.x))
    orders = bands.orders(np.array([float(card.x) for card in cards]))
    return [cards[one] for band, order in zip(bands.all, orders, strict=True) for one in band.cards[order].tolist()]


@given(maps(), st.data())
def test_pinned_cards_stay_and_so_do_all_outside_a_selection(
    drawn: tuple[list[Card], Links], data: st.DataObject
) -> None:
    cards, links = drawn
    pinned = data.draw(st.sets(st.integers(0, len(cards) - 1)))
    places = arrange([replace(card, pinned=row in pinned) for row, card in enumerate(cards)], links)
    assert all(places[row] == (cards[row].x, cards[row].y) for row in pinned)
    others = arrange(cards, links, only=frozenset(range(len(cards))) - pinned)
    assert others == places


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=40))
def test_crossings_are_counted_exactly(pairs: Links) -> None:
    ends = np.array(pairs, dtype=np.intp).reshape(-1, 2)
    expected = sum((a - c) * (b - d) < 0 for (a, b), (c, d) in combinations(pairs, 2))
    assert inversions(ends[:, 0], ends[:, 1]) == expected


def test_no_cards_need_no_places() -> None:
    assert arrange([], []) == []


def test_bands_can_be_given_their_upper_edges() -> None:
    cards = [Card(goal=f"g{band}", band=band, width=100, height=50) for band in range(3)]
    places = arrange(cards, [(1, 0), (2, 1)], spacing=Spacing(tops={0: 40, 2: 900}))
    assert places == [(0, 40), (0, 40 + 50 + 72), (0, 900)]


def test_links_without_need_to_cross_do_not() -> None:
    chance = random.Random(1)
    tops = [Card(goal=f"t{row}", band=0, width=100, height=50) for row in range(12)]
    unders = [Card(goal=f"u{row}", band=1, width=100, height=50) for row in range(36)]
    links = [(12 + row, row // 3) for row in range(36)]
    shuffled = [replace(card, x=chance.random()) for card in (*tops, *unders)]
    assert crossings(shuffled, links) > 100
    assert crossings(moved(shuffled, arrange(shuffled, links)), links) == 0


def large_map(seed: int) -> tuple[list[Card], Links]:
    """More cards than are swept again once at rest: two centres with units, whose goals support each other's."""
    chance = random.Random(seed)  # noqa: S311
    bands = [0] * 8 + [1] * 30 + [2] * 90 + [3] * 160
    groups = [(f"c{number % 2}", f"u{number % 14}") if band >= 2 else () for number, band in enumerate(bands)]
    cards = [
        Card(goal=f"g{number}", band=band, group=group, x=number * 10, width=120, height=64)
        for number, (band, group) in enumerate(zip(bands, groups, strict=True))
    ]
    above = [[row for row, one in enumerate(bands) if one == band - 1] for band in range(4)]
    return cards, [(row, chance.choice(above[band])) for row, band in enumerate(bands) if band for _ in range(2)]


def test_a_large_map_has_far_fewer_crossings_and_a_second_run_moves_nothing() -> None:
    for seed in range(6):
        cards, links = large_map(seed)
        assert len(cards) >= LARGE
        once = arrange(cards, links)
        assert arrange(moved(cards, once), links) == once
        bands = Bands(
            [card.band for card in cards], [card.group for card in cards], np.array(links, np.intp).reshape(-1, 2)
        )
        before, after = (
            bands.crossings(bands.orders(np.array([float(card.x) for card in row])))
            for row in (cards, moved(cards, once))
        )
        assert after < 0.8 * before


def test_a_large_map_in_which_cards_are_pinned_is_arranged_around_them_once_and_for_all() -> None:
    cards, links = large_map(3)
    pinned = [replace(card, pinned=row % 29 == 0) for row, card in enumerate(cards)]
    once = arrange(pinned, links)
    assert all(once[row] == (card.x, card.y) for row, card in enumerate(pinned) if card.pinned)
    assert once != [(card.x, card.y) for card in cards]
