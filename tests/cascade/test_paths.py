"""The ways of the red thread, up, down and to the vision."""

import networkx as nx
from hypothesis import example, given
from hypothesis import strategies as st

from strategikort.cascade.nets import to_networkx
from strategikort.cascade.paths import all_threads, paths_down, paths_up, threads
from strategikort.cascade.verdicts import verdicts_of
from strategikort.domain.document import Document
from strategikort.domain.goals import DecisionStatus, Goal, GoalKind, PoliticalGoal
from strategikort.domain.links import Strength
from strategikort.domain.shape import Id
from tests.cascade.graphs import drawn
from tests.cascade.test_verdicts import cascades
from tests.cascade.town import healthy

V, P, C, U, E = GoalKind


def names(paths: tuple[tuple[Goal, ...], ...]) -> list[str]:
    return [" ".join(goal.id for goal in path) for path in paths]


def test_a_healthy_goal_has_its_way_up_down_and_to_the_vision() -> None:
    document = healthy().document
    assert names(paths_up(document, Id("ea")).shown) == ["ea ua ca pa"]
    assert names(paths_down(document, Id("pa")).shown) == ["pa ca ua ea"]
    assert names(threads(document, Id("ua"))) == ["vision pa ca ua"]
    assert names(threads(document, Id("vision"))) == ["vision"]


def test_a_broken_thread_has_no_way() -> None:
    document = healthy().without("ca>pa").document
    assert paths_up(document, Id("ua")).total == 0
    assert threads(document, Id("ua")) == ()
    assert names(paths_down(document, Id("ca")).shown) == ["ca ua ea"]


def test_the_primary_link_comes_first() -> None:
    town = healthy().link("ua>cb")
    assert names(threads(town.document, Id("ua"))) == ["vision pa ca ua", "vision pb cb ua"]
    town.change("ua>cb", strength=Strength.PRIMARY)
    assert names(threads(town.document, Id("ua"))) == ["vision pb cb ua", "vision pa ca ua"]


def test_a_way_does_not_lead_through_a_political_goal_that_lapsed() -> None:
    town = healthy().goal(PoliticalGoal, "gone", decision_status=DecisionStatus.LAPSED).link("ca>gone", "gone>vision")
    assert names(paths_up(town.document, Id("ua")).shown) == ["ua ca pa"]
    assert names(threads(town.document, Id("ua"))) == ["vision pa ca ua"]


def test_a_ring_on_the_way_is_passed_once() -> None:
    document = healthy().link("ca>ua", "ca>cb", "cb>ca").document
    ways = paths_up(document, Id("ea"))
    assert ways.total == len(ways.shown)
    assert set(names(ways.shown)) == {"ea ua ca pa", "ea ua ca cb pb"}


def test_a_way_up_that_ends_in_a_ring_ends_at_a_political_goal_that_counts() -> None:
    with_vision = drawn([V, P], [(0, 1), (1, 0)])
    assert names(paths_up(with_vision, Id("g0")).shown) == ["g0 g1"]
    assert names(threads(with_vision, Id("g0"))) == ["g0"]
    town = healthy().goal(PoliticalGoal, "gone", decision_status=DecisionStatus.LAPSED)
    ring = town.without("ca>pa").link("ca>gone", "gone>pa", "pa>gone").document
    assert names(paths_up(ring, Id("ua")).shown) == ["ua ca gone pa"]


def test_two_to_the_power_of_24_ways_are_counted_not_walked() -> None:
    layers = 24
    kinds = [P, *[U] * (2 * layers)]
    links = [(1, 0), (2, 0)]
    for layer in range(1, layers):
        above, here = 2 * layer - 1, 2 * layer + 1
        links += [(here + lower, above + upper) for lower in (0, 1) for upper in (0, 1)]
    ways = paths_up(drawn(kinds, links), Id(f"g{2 * layers}"), limit=10)
    assert ways.total == 2 ** (layers - 1)
    assert len(set(ways.shown)) == 10


def test_a_chain_of_100_000_goals_is_one_way(long_chain: Document) -> None:
    ways = paths_up(long_chain, Id("g100000"))
    assert ways.total == 1 and len(ways.shown[0]) == 100_001


@example(document=drawn([V, P], [(0, 1), (1, 0)]), goal=0)
@given(cascades(), st.integers(0, 13))
def test_every_way_goes_along_links_to_a_political_goal_and_is_counted(document: Document, goal: int) -> None:
    there = sorted(document.all(Goal))
    start = there[goal % len(there)]
    ways = paths_up(document, start, limit=1000)
    ties = {(link.lower, link.upper) for one in document.all(Goal) for link in document.links_up(one)}
    for way in ways.shown:
        assert way[0].id == start and isinstance(way[-1], PoliticalGoal)
        assert all((lower.id, upper.id) in ties for lower, upper in zip(way, way[1:], strict=False))
    verdicts = verdicts_of(document)
    assert (ways.total > 0) == bool(verdicts.reaches[verdicts.graph.at[start]])
    assert len(ways.shown) == min(ways.total, 1000)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda pair: pair[0] > pair[1]), unique=True))
def test_without_rings_the_ways_are_the_simple_paths(links: list[tuple[int, int]]) -> None:
    document = drawn([P, P, *[U] * 8], links)
    graph = to_networkx(document)
    highest = [Id("g0")] if graph.has_edge(Id("g1"), Id("g0")) else [Id("g0"), Id("g1")]
    for number in range(2, 10):
        start = Id(f"g{number}")
        expected = {tuple(path) for top in highest for path in nx.all_simple_paths(graph, start, top)}
        ways = paths_up(document, start)
        assert {tuple(goal.id for goal in way) for way in ways.shown} == expected
        assert ways.total == len(expected)


def test_all_threads_are_counted_though_few_are_shown() -> None:
    town = healthy().link("ua>cb", "ca>pb")
    found = all_threads(town.document, Id("ua"), limit=1)
    assert (found.total, len(found.shown)) == (3, 1)
