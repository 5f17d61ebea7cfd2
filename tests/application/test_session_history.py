"""What can be undone and done again."""

from strategikort.application.history import History
from strategikort.domain.changes import Change, ChangeSet
from strategikort.domain.goals import UnitGoal
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
