"""The verdict on every goal, against a plain way of working it out and against the graphs of others."""

import json
from datetime import date

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategikort.cascade.breaks import reason
from strategikort.cascade.graph import graph_of
from strategikort.cascade.nets import to_networkx
from strategikort.cascade.verdicts import Thread, verdicts_of
from strategikort.domain.agreements import Agreement
from strategikort.domain.document import Document
from strategikort.domain.edits.links import unlink
from strategikort.domain.goals import (
    CentreGoal,
    DecisionStatus,
    Goal,
    GoalKind,
    GoalState,
    PoliticalGoal,
    UnitGoal,
)
from strategikort.domain.links import Link
from strategikort.domain.shape import Id
from tests.cascade.graphs import TRACE, bundle, drawn
from tests.cascade.town import Town, healthy

V, P, C, U, E = GoalKind

NAMES = (
    "coest_libest",
    "doorstop_own",
    "doorstop_std498",
    "etcs_subset026_ch3",
    "lobster_own",
    "oft_own",
    "strictdoc_own",
)


@st.composite
def cascades(draw: st.DrawFn) -> Document:
    kinds = draw(st.lists(st.sampled_from(list(GoalKind)), min_size=1, max_size=14))
    ends = st.integers(0, len(kinds) - 1)
    document = drawn(kinds, draw(st.lists(st.tuples(ends, ends), max_size=30)))
    statuses = st.sampled_from(list(DecisionStatus))
    days = st.none() | st.dates(date(2014, 1, 1), date(2016, 12, 31))
    return Document(
        _varied(draw, record, statuses, days) if isinstance(record, Goal) else record for record in document.records()
    )


def _varied(draw: st.DrawFn, goal: Goal, statuses: st.SearchStrategy, days: st.SearchStrategy) -> Goal:
    values = {"id": goal.id, "title": goal.title, "valid_from": draw(days), "valid_to": draw(days)}
    if isinstance(goal, PoliticalGoal):
        values["decision_status"] = draw(statuses)
    return type(goal)(**values)


def naive(document: Document, goal: Goal, statuses: set[DecisionStatus]) -> bool:
    """Straight from the rule: is there a way up from the goal to a political goal that counts in its period?"""
    above = nx.descendants(to_networkx(document), goal.id) | {goal.id}
    return any(
        isinstance(one, PoliticalGoal)
        and one.decision_status in statuses
        and (one.valid_from or date.min) <= (goal.valid_to or date.max)
        and (goal.valid_from or date.min) <= (one.valid_to or date.max)
        for one in (document.all(Goal)[found] for found in above)
    )


@given(cascades())
def test_the_verdicts_are_what_the_rule_says(document: Document) -> None:
    verdicts = verdicts_of(document)
    for number, goal in enumerate(verdicts.graph.goals):
        assert verdicts.reaches[number] == naive(document, goal, {DecisionStatus.ADOPTED, DecisionStatus.PROPOSED})
        assert verdicts.adopted[number] == naive(document, goal, {DecisionStatus.ADOPTED})
        assert verdicts.linked[number] == bool(document.links_up(goal.id))


@given(cascades())
def test_the_rings_are_the_strong_components_that_hold_one(document: Document) -> None:
    graph = to_networkx(document)
    parts = {frozenset(part) for part in nx.strongly_connected_components(graph)}
    expected = {part for part in parts if len(part) > 1 or graph.has_edge(*[next(iter(part))] * 2)}
    verdicts = verdicts_of(document)
    found = [frozenset(verdicts.graph.goals[one].id for one in ring) for ring in verdicts.rings]
    assert len(found) == len(set(found))
    assert set(found) == expected


@given(cascades())
def test_every_broken_thread_has_a_reason_and_no_whole_one_has(document: Document) -> None:
    verdicts = verdicts_of(document)
    for number, goal in enumerate(verdicts.graph.goals):
        assert (reason(document, goal.id) is None) == bool(verdicts.reaches[number])


@pytest.mark.parametrize("name", NAMES)
def test_the_graphs_of_others_have_exactly_their_untraced_goals(name: str) -> None:
    if not TRACE.is_dir():
        pytest.skip("the graphs of others are not here")
    document = bundle(TRACE / name)
    expected = json.loads((TRACE / name / "expected.json").read_text(encoding="utf-8"))
    verdicts = verdicts_of(document)
    below = {goal.id for goal in document.all(Goal).values() if goal.kind.level > P.level}
    assert {one for one in below if not verdicts.reaches[verdicts.graph.at[one]]} == set(expected["untraced"])


def test_two_failures_are_told_apart() -> None:
    town = healthy().without("ua>ca").goal(CentreGoal, "loose").link("ub>loose").without("ub>cb")
    verdicts = verdicts_of(town.document)
    assert verdicts.of(Id("ua")) is Thread.NO_LINK_UP
    assert verdicts.of(Id("ub")) is Thread.STOPS
    assert verdicts.of(Id("ca")) is Thread.REACHES


def test_a_goal_on_proposals_alone_is_told() -> None:
    town = healthy().change("pa", decision_status=DecisionStatus.PROPOSED)
    assert verdicts_of(town.document).of(Id("ua")) is Thread.RESTS_ON_PROPOSED


def said(town: Town, goal: str) -> tuple[str, object]:
    found = reason(town.document, Id(goal))
    assert found is not None
    return found.code, dict(found.about).get("at")


def test_the_reason_names_where_the_thread_stops() -> None:
    assert said(healthy().without("ua>ca"), "ua") == ("thread.no_link_up", None)
    assert said(healthy().without("ca>pa"), "ua") == ("thread.stops_at", "Mål ca")
    assert said(healthy().without("ca>pa"), "ea") == ("thread.stops_at", "Mål ca")
    assert said(healthy().without("ca>pa").link("ca>vision"), "ua") == ("thread.passes_by", "Mål vision")
    assert said(healthy().without("ca>pa").link("ca>ua"), "ea") == ("thread.stops_in_ring", "Mål ua")


def test_the_reason_names_the_political_goal_that_does_not_count() -> None:
    lapsed = healthy().change("pa", decision_status=DecisionStatus.LAPSED)
    assert said(lapsed, "ua") == ("thread.stops_at_lapsed", "Mål pa")
    cancelled = healthy().change("pa", state=GoalState.CANCELLED)
    assert said(cancelled, "ua") == ("thread.stops_at_lapsed", "Mål pa")
    over = healthy().change("pa", valid_to=date(2014, 12, 31))
    assert said(over, "ua") == ("thread.stops_out_of_period", "Mål pa")


def test_the_period_of_a_unit_goal_is_that_of_its_agreement() -> None:
    town = healthy().change("pa", valid_from=date(2016, 1, 1))
    assert verdicts_of(town.document).of(Id("ua")) is Thread.STOPS
    town.change("skole2015", valid_to=date(2016, 7, 31))
    assert verdicts_of(town.document).of(Id("ua")) is Thread.REACHES
    assert town.document.all(Agreement)[Id("skole2015")].valid_to == date(2016, 7, 31)


def test_each_year_is_judged_by_its_own_political_goals() -> None:
    town = Town()
    for year in (2013, 2014, 2015):
        first, last = date(year, 1, 1), date(year, 12, 31)
        town.add(Agreement(id=Id(f"a{year}"), org=Id("skole"), valid_from=first, valid_to=last))
        town.goal(PoliticalGoal, f"p{year}", valid_from=first, valid_to=last, decision_status=DecisionStatus.ADOPTED)
        town.goal(CentreGoal, f"c{year}").goal(UnitGoal, f"u{year}", agreement=Id(f"a{year}"))
        town.link(f"c{year}>p{year}", f"u{year}>c{year}")
    town.goal(UnitGoal, "late", agreement=Id("a2015")).link("late>c2013", "late>c2014")
    verdicts = verdicts_of(town.document)
    assert [verdicts.of(Id(f"u{year}")) for year in (2013, 2014, 2015)] == [Thread.REACHES] * 3
    assert verdicts.of(Id("late")) is Thread.STOPS


def test_a_chain_of_100_000_goals_is_no_trouble(long_chain: Document) -> None:
    verdicts = verdicts_of(long_chain)
    assert verdicts.reaches.all() and verdicts.rings == ()


def test_a_cut_chain_of_100_000_goals_breaks_where_it_is_cut(long_chain: Document) -> None:
    cut = long_chain.with_changes(unlink(long_chain, Id("l0")))
    assert not verdicts_of(cut).reaches[1:].any()
    assert reason(cut, Id("g100000")) == reason(cut, Id("g2")) != reason(cut, Id("g1"))


def test_a_ring_of_100_000_goals_is_one_ring_in_its_order() -> None:
    size = 100_000
    document = drawn([U] * size, [(number, (number + 1) % size) for number in range(size)])
    (ring,) = verdicts_of(document).rings
    graph = graph_of(document)
    assert len(ring) == size
    assert all(graph.up.of(lower) == [upper] for lower, upper in zip(ring, [*ring[1:], ring[0]], strict=True))


def test_a_link_to_a_goal_that_is_not_there_is_passed_over() -> None:
    document = Document([*healthy().document.records(), Link(id=Id("x"), lower=Id("ua"), upper=Id("gone"))])
    assert verdicts_of(document).of(Id("ua")) is Thread.REACHES
    assert len(graph_of(document).links) == 8
