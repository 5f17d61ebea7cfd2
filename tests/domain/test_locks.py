"""What a centre's file may not change: the council's goals, and what is decided centrally for others."""

from dataclasses import replace

import pytest

from strategikort.domain.changes import Change, ChangeSet
from strategikort.domain.edits import goals, records
from strategikort.domain.edits.locks import lock_on
from strategikort.domain.edits.refusal import EditRefused
from strategikort.domain.goals import CentreGoal, DecidedAt, Goal, GoalKind, UnitGoal
from strategikort.domain.organisation import OrgKind, Scope
from strategikort.domain.phrases import phrase
from strategikort.domain.shape import Id
from tests.domain.town import Town


@pytest.fixture
def town() -> Town:
    """The file of the centre for children, with goals of it, of its school, of another centre and of the council."""
    town = Town()
    own, other = (town.org(OrgKind.CENTRE, f"Center for {name}", name[:2].upper()) for name in ("Børn", "Ældre"))
    school = town.org(OrgKind.UNIT, "Skolen", "BØ-1", own)
    town.goal(GoalKind.POLITICAL_GOAL, "Politisk")
    for kind, owner, name in (
        (GoalKind.CENTRE_GOAL, own, "eget"),
        (GoalKind.UNIT_GOAL, school, "skolens"),
        (GoalKind.CENTRE_GOAL, other, "andres"),
    ):
        for decided in DecidedAt:
            goal = town.goal(kind, f"{name} {decided.value}", owner=owner)
            town.do(records.set_field(town.document, Goal, goal, "decided_at", decided))
    before = town.document.municipality
    after = replace(before, scope=Scope.CENTRE, centre=own)
    town.do(ChangeSet(phrase("edit.field"), (Change(before, after),)))
    return town


def named(town: Town, title: str) -> Goal:
    return next(goal for goal in town.document.all(Goal).values() if goal.title == title)


def test_only_the_councils_goals_and_the_central_ones_of_others_are_locked(town: Town) -> None:
    locked = {
        goal.title: refusal.code
        for goal in town.document.all(Goal).values()
        if (refusal := lock_on(town.document, goal))
    }
    assert locked == {"Politisk": "locked", "andres central": "locked_centrally"}


def test_nothing_is_locked_in_the_file_of_the_municipality(town: Town) -> None:
    before = town.document.municipality
    town.do(ChangeSet(phrase("edit.field"), (Change(before, replace(before, scope=Scope.MUNICIPALITY)),)))
    assert not [goal for goal in town.document.all(Goal).values() if lock_on(town.document, goal)]


def test_a_locked_goal_is_neither_worded_nor_removed_nor_retyped_and_the_refusal_says_who_may(town: Town) -> None:
    goal = named(town, "andres central").id
    for edit in (
        lambda: records.set_field(town.document, CentreGoal, goal, "title", "Noget andet"),
        lambda: goals.remove_goals(town.document, [goal]),
        lambda: goals.retype_goal(town.document, goal, kind=GoalKind.UNIT_GOAL),
    ):
        with pytest.raises(EditRefused, match="locked_centrally") as refusal:
            edit()
        assert dict(refusal.value.phrase.about)["owner"] == "Center for Ældre"


def test_a_goal_that_is_decided_centrally_in_ones_own_centre_can_be_changed(town: Town) -> None:
    goal = named(town, "skolens central").id
    town.do(records.set_field(town.document, UnitGoal, Id(goal), "title", "Nyt navn"))
    assert named(town, "Nyt navn").id == goal
