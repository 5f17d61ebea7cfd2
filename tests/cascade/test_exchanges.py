"""Exchanges within bands: counted exactly, never for the worse, and at rest when nothing more is to be gained."""

from itertools import combinations, pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from strategikort.cascade.crossings import Bands
from strategikort.cascade.exchanges import WORK, Exchanges
from strategikort.cascade.siblings import Siblings
from tests.cascade.test_layout import Links, crossings, maps, moved


def bands_of(drawn: tuple[list, Links]) -> Bands:
    cards, links = drawn
    ends = np.array(links, np.intp).reshape(-1, 2)
    return Bands([card.band for card in cards], [card.group for card in cards], ends)


@given(maps())
def test_exchanges_never_leave_more_crossings_and_then_rest(drawn: tuple[list, Links]) -> None:
    bands = bands_of(drawn)
    free = np.zeros(bands.size, dtype=np.bool_)
    start = bands.orders(np.array([float(card.x) for card in drawn[0]]))
    found = Exchanges(bands).settled(start, free)
    assert bands.crossings(found) <= bands.crossings(start)
    changed = not all(map(np.array_equal, found, start))
    assert changed == (bands.crossings(found) < bands.crossings(start))
    assert all(map(np.array_equal, Exchanges(bands).settled(found, free), found))


@given(maps())
def test_exchanges_keep_groups_together_and_every_card(drawn: tuple[list, Links]) -> None:
    cards = drawn[0]
    bands = bands_of(drawn)
    start = bands.orders(np.array([float(card.x) for card in cards]))
    for band, order in zip(bands.all, Exchanges(bands).settled(start, np.zeros(bands.size, np.bool_)), strict=True):
        assert sorted(order.tolist()) == list(range(band.cards.size))
        for numbers in band.groups:
            row = numbers[order].tolist()
            assert 1 + sum(one != other for one, other in pairwise(row)) == len(set(row))


@given(maps())
def test_the_crossings_of_a_settled_map_are_those_counted_pair_by_pair(drawn: tuple[list, Links]) -> None:
    cards, links = drawn
    bands = bands_of(drawn)
    start = bands.orders(np.array([float(card.x) for card in cards]))
    found = Exchanges(bands).settled(start, np.zeros(bands.size, np.bool_))
    x = np.empty(len(cards))
    for band, order in zip(bands.all, found, strict=True):
        x[band.cards[order]] = np.arange(order.size)
    assert bands.crossings(found) == crossings(moved(cards, [(float(one), 0.0) for one in x]), links)


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 6)), min_size=1, max_size=30))
def test_leads_are_the_crossings_one_way_less_the_other(links: Links) -> None:
    parent = np.array([0, 0, 0, 1, 1, 1])
    siblings = Siblings(parent, np.arange(6))
    leads = siblings.leads(*np.array(links, np.intp).T)
    for one, other in combinations(range(6), 2):
        if parent[one] == parent[other]:
            expected = sum(
                int(np.sign(a - b)) for here, a in links if here == one for there, b in links if there == other
            )
            assert leads[parent[one], siblings.place[one] % 3, siblings.place[other] % 3] == expected


def test_one_wide_group_among_many_narrow_ones_counts_as_what_it_costs_and_stays_as_it_is() -> None:
    groups = [("wide",)] * 330 + [(f"narrow {number // 2}",) for number in range(140)]
    links = np.array([(card, 470 + (7 * card) % 20) for card in range(360)], np.intp)
    bands = Bands([1] * 470 + [0] * 20, [*groups, *([()] * 20)], links)
    cards = max(range(len(bands.all)), key=lambda row: bands.all[row].cards.size)
    exchanges = Exchanges(bands)
    (_, depth) = exchanges._depths[cards]
    assert depth.rows == 71 and depth.most**2 * len(links) < WORK < exchanges._steps(cards, depth)
