"""Comparison: every goal of both sides is told once, and told right."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from strategikort.application.comparing import Change, compare_versions, compare_years
from strategikort.application.profiles import load_profile
from strategikort.domain.document import Document
from strategikort.domain.goals import CentreGoal, Goal, UnitGoal
from strategikort.domain.links import LinkKind
from strategikort.domain.shape import Id
from tests.cascade.test_verdicts import cascades
from tests.cascade.test_watch import steps
from tests.cascade.town import Town, healthy

PROFILE = load_profile("helsingoer")


def two_years() -> Town:
    """The healthy municipality, and the year before of its first unit goal."""
    town = healthy()
    days = {"valid_from": date(2014, 1, 1), "valid_to": date(2014, 12, 31)}
    town.add(UnitGoal(id=Id("ua2014"), code="UA", title="Mål ua", owner=Id("skole"), **days))
    town.add(UnitGoal(id=Id("gone"), code="X", title="Et mål, der var", owner=Id("skole"), **days))
    return town.link("ua2014>ca", "gone>ca").link("ua>ua2014", kind=LinkKind.SUPERSEDES)


def test_nothing_has_changed_between_a_document_and_itself() -> None:
    document = healthy().document
    assert {row.change for row in compare_versions(document, document).rows} == {Change.SAME}


def test_added_removed_and_changed_goals_are_told_with_what_changed() -> None:
    before = healthy()
    after = healthy().goal(CentreGoal, "new").change("ua", title="Andre ord").without("eb", "eb>ub")
    after.without("ub>cb").link("ub>ca")
    found = compare_versions(before.document, after.document)
    assert [row.goal.id for row in found.of(Change.ADDED)] == ["new"]
    assert [row.goal.id for row in found.of(Change.REMOVED)] == ["eb"]
    changed = {row.goal.id: row for row in found.of(Change.CHANGED)}
    assert changed.keys() == {"ua", "ub"}
    assert changed[Id("ua")].fields == ("title",)
    assert (changed[Id("ub")].gained, changed[Id("ub")].lost) == (("ca",), ("cb",))


def test_a_goal_that_was_carried_over_unchanged_is_the_same_in_both_years() -> None:
    found = compare_years(two_years().document, PROFILE, 2014, 2015)
    assert found.changes[Id("ua")] is Change.SAME
    assert [row.goal.id for row in found.of(Change.REMOVED)] == ["gone"]
    assert found.changes[Id("ub")] is Change.ADDED


def test_a_goal_carried_over_with_other_words_or_links_is_changed() -> None:
    worded = two_years().change("ua", title="Nu med andre ord").document
    assert compare_years(worded, PROFILE, 2014, 2015).changes[Id("ua")] is Change.CHANGED
    tied = two_years().without("ua>ca").link("ua>cb").document
    (row,) = compare_years(tied, PROFILE, 2014, 2015).of(Change.CHANGED)
    assert (row.gained, row.lost) == (("cb",), ("ca",))


def test_a_goal_that_skipped_a_year_is_found_through_those_in_between() -> None:
    town = two_years()
    days = {"valid_from": date(2013, 1, 1), "valid_to": date(2013, 12, 31)}
    town.add(replace(town.document.all(UnitGoal)[Id("ua2014")], id=Id("ua2013"), **days))
    town.link("ua2013>ca").link("ua2014>ua2013", kind=LinkKind.SUPERSEDES)
    found = compare_years(town.document, PROFILE, 2013, 2015)
    assert found.changes[Id("ua")] is Change.SAME


@given(cascades(), st.integers(0, 10**6))
def test_every_goal_of_both_versions_is_told_once_and_taking_back_turns_it_round(start: Document, seed: int) -> None:
    *_, (_, end) = steps(start, seed, 5)
    there, back = compare_versions(start, end), compare_versions(end, start)
    assert {row.goal.id for row in there.rows} == start.all(Goal).keys() | end.all(Goal).keys()
    assert len(there.rows) == len({row.goal.id for row in there.rows})
    turned = {Change.ADDED: Change.REMOVED, Change.REMOVED: Change.ADDED}
    assert back.changes == {goal: turned.get(change, change) for goal, change in there.changes.items()}
