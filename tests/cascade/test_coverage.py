"""The coverage matrix, against a plain search for every cell."""

from datetime import date

import networkx as nx
import numpy as np
import pytest
from hypothesis import given

from strategikort.cascade.coverage import Coverage, Side, political_bits
from strategikort.cascade.graph import POLITICAL, graph_of
from strategikort.cascade.nets import to_networkx
from strategikort.cascade.rules.asking import Check
from strategikort.domain.document import Document
from strategikort.domain.goals import DecisionStatus, PoliticalGoal
from strategikort.domain.organisation import TargetGroup
from strategikort.domain.profile import Profile
from strategikort.domain.shape import Id
from tests.cascade.test_verdicts import cascades
from tests.cascade.town import TODAY, Town, healthy


def matrix(town: Town, profile: Profile, side: Side, year: int = 2015) -> Coverage:
    return Coverage(Check(town.document, profile, today=TODAY, year=year), side)


@given(cascades())
def test_the_bits_of_a_goal_are_the_political_goals_above_it(document: Document) -> None:
    graph = graph_of(document)
    political = graph.of_level(POLITICAL)
    bits = political_bits(graph, political)
    net = to_networkx(document)
    for number, goal in enumerate(graph.goals):
        above = nx.descendants(net, goal.id) | {goal.id}
        expected = {place for place, one in enumerate(political.tolist()) if graph.goals[one].id in above}
        found = int.from_bytes(bits[number].tobytes(), "little")
        assert {place for place in range(len(political)) if found >> place & 1} == expected


def test_the_bits_flow_down_a_chain_of_a_hundred_thousand(long_chain: Document) -> None:
    graph = graph_of(long_chain)
    assert np.all(political_bits(graph, graph.of_level(POLITICAL)) == 1)


@pytest.mark.parametrize(
    ("side", "columns"), [(Side.CENTRES, ("kulturcenter", "skolecenter")), (Side.UNITS, ("bibliotek", "skole"))]
)
def test_a_cell_counts_the_unit_goals_that_lead_up(profile: Profile, side: Side, columns: tuple[str, ...]) -> None:
    found = matrix(healthy().link("ub>ca"), profile, side)
    assert found.political == ("pa", "pb")
    assert found.columns == columns
    assert found.counts.tolist() == [[1, 1], [1, 0]]
    assert found.cell(Id("pa"), Id(columns[0])).goals == ("ub",)
    assert found.cell(Id("pb"), Id(columns[1])).goals == ()


def test_a_target_group_counts_the_goals_that_it_will_notice(profile: Profile) -> None:
    town = healthy().add(TargetGroup(id=Id("unge"), name="Unge"), TargetGroup(id=Id("ældre"), name="Ældre"))
    found = matrix(town.change("ua", affects=(Id("unge"), Id("unge2"))), profile, Side.TARGET_GROUPS)
    assert found.columns == ("unge", "ældre")
    assert found.counts.tolist() == [[1, 0], [0, 0]]
    assert (found.uncovered, found.idle) == ((Id("pb"),), (Id("ældre"),))


def test_holes_are_goals_nobody_works_on_and_columns_that_work_on_none(profile: Profile) -> None:
    town = healthy().without("ub>cb").goal(PoliticalGoal, "px", decision_status=DecisionStatus.ADOPTED)
    found = matrix(town, profile, Side.UNITS)
    assert found.uncovered == ("pb", "px")
    assert found.idle == ("bibliotek",)


def test_only_goals_of_the_year_count_and_only_political_goals_that_stand(profile: Profile) -> None:
    town = healthy().goal(PoliticalGoal, "gone", decision_status=DecisionStatus.LAPSED)
    town.goal(PoliticalGoal, "past", decision_status=DecisionStatus.ADOPTED, valid_to=date(2014, 12, 31))
    found = matrix(town, profile, Side.UNITS)
    assert found.political == ("pa", "pb")
    assert matrix(town, profile, Side.UNITS, year=2016).counts.sum() == 0


def test_a_document_without_goals_has_an_empty_matrix(profile: Profile) -> None:
    empty = Coverage(Check(Document(), profile, today=TODAY, year=None), Side.CENTRES)
    assert (empty.political, empty.columns, empty.counts.size, empty.uncovered) == ((), (), 0, ())
