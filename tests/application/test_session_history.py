"""What can be undone and done again."""

from dataclasses import replace

import pytest

from strategikort.application.history import MOST_STEPS, History
from strategikort.domain.changes import Change, ChangeSet
from strategikort.domain.goals import UnitGoal
from strategikort.domain.links import Link
from strategikort.domain.organisation import TargetGroup
from strategikort.domain.phrases import phrase
from strategikort.domain.shape import Id


def step(goal: str, before: str, after: str, merges: str = "") -> ChangeSet:
    was, now = (UnitGoal(id=Id(goal), title=title) for title in (before, after))
    return ChangeSet(phrase(f"{goal} {after}"), (Change(was, now),), merges)


def test_a_new_step_ends_what_could_be_done_again() -> None:
    history = History()
    history.did(step("a", "1", "2"))
    history.undid()
    assert history.to_redo == step("a", "1", "2")
    history.did(step("b", "1", "2"))
    assert history.to_redo is None
    assert history.redo_label is None


def test_typing_back_to_the_start_leaves_no_step() -> None:
    history = History()
    history.did(step("a", "x", "xy", "title"))
    history.did(step("a", "xy", "x", "title"))
    assert history.to_undo is None


def test_typing_after_an_undo_is_a_step_of_its_own() -> None:
    history = History()
    history.did(step("a", "1", "2", "title"))
    history.did(step("b", "1", "2"))
    history.undid()
    history.did(step("a", "2", "3", "title"))
    assert history.to_undo == step("a", "2", "3", "title")


def test_steps_on_records_that_others_changed_and_all_before_them_are_gone() -> None:
    history = History()
    for goal in ("a", "b", "c"):
        history.did(step(goal, "1", "2"))
    history.undid()
    history.others_changed(step("b", "2", "9"))
    assert history.to_undo is None
    assert history.to_redo == step("c", "1", "2")
    history.others_changed(step("c", "1", "9"))
    assert history.to_redo is None


def test_of_a_very_long_day_the_last_thousand_steps_can_be_undone() -> None:
    history = History()
    for number in range(MOST_STEPS + 7):
        history.did(step(f"g{number}", "1", "2"))
    for number in range(MOST_STEPS):
        assert history.to_undo == step(f"g{MOST_STEPS + 6 - number}", "1", "2")
        history.undid()
    assert history.to_undo is None


LINK = Link(id=Id("link"), lower=Id("a"), upper=Id("b"))
GOAL = UnitGoal(id=Id("b"))
GROUPED = UnitGoal(id=Id("a"), affects=(Id("group"),))


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        (Change(LINK, None), Change(GOAL, None)),
        (Change(None, GOAL), Change(None, LINK)),
        (Change(GROUPED, replace(GROUPED, affects=())), Change(TargetGroup(id=Id("group")), None)),
    ],
)
def test_a_step_that_would_leave_a_reference_to_nothing_can_no_longer_be_undone(mine: Change, theirs: Change) -> None:
    undone, done = History(), History()
    for history in (undone, done):
        history.did(ChangeSet(phrase("mine"), (mine,)))
    undone.undid()
    for history in (undone, done):
        history.others_changed(ChangeSet(phrase("theirs"), (theirs,)))
    assert done.to_undo is None
    assert undone.to_redo is None


def test_a_link_can_be_undone_though_others_worded_the_goal_it_leads_to() -> None:
    history = History()
    history.did(ChangeSet(phrase("mine"), (Change(None, LINK),)))
    history.others_changed(ChangeSet(phrase("theirs"), (Change(GOAL, replace(GOAL, title="Nyt")),)))
    assert history.to_undo is not None
