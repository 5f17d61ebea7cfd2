"""The tree of goals: whatever is done, what followed the changes stands as one that is made anew."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from strategikort.application.drawing.tree import GoalTree
from strategikort.domain.changes import ChangeSet, added, removed
from strategikort.domain.document import Document
from strategikort.domain.edits.goals import remove_goals
from strategikort.domain.edits.records import set_field
from strategikort.domain.goals import CentreGoal, Effort, Goal, PoliticalGoal, UnitGoal
from strategikort.domain.links import Link
from strategikort.domain.phrases import phrase
from strategikort.domain.shape import Id, Record

KINDS = (PoliticalGoal, CentreGoal, UnitGoal, Effort)
STEPS = st.lists(st.tuples(st.sampled_from(["add", "tie", "cut", "remove", "name", "back"]), *[st.integers(0, 30)] * 2))


def change_of(document: Document, what: str, one: int, other: int, number: int) -> ChangeSet | None:
    """A step of somebody who may draw rings too, as a file from elsewhere can hold them."""
    goals, links = sorted(document.all(Goal)), sorted(document.all(Link))
    if what == "add":
        made = KINDS[one % len(KINDS)](id=Id(f"goal-{number:03d}"), title=f"Mål {other}")
        return ChangeSet(phrase("edit.link"), added([made]))
    if what == "tie" and goals:
        lower, upper = goals[one % len(goals)], goals[other % len(goals)]
        return ChangeSet(phrase("edit.link"), added([Link(id=Id(f"link-{number:03d}"), lower=lower, upper=upper)]))
    if what == "cut" and links:
        return ChangeSet(phrase("edit.link"), removed([document.all(Link)[links[one % len(links)]]]))
    if what == "remove" and goals:
        return remove_goals(document, [goals[one % len(goals)]])
    if what == "name" and goals:
        return set_field(document, Goal, goals[one % len(goals)], "title", f"Åben {other}")
    return None


def stands(tree: GoalTree) -> tuple[object, ...]:
    above = {goal: frozenset(uppers) for goal, uppers in tree.above.items()}
    return tree.below, above, tree.tops, tree.loose


@given(STEPS)
def test_a_tree_that_followed_stands_as_one_made_anew(steps: list[tuple[str, int, int]]) -> None:
    document = Document()
    tree = GoalTree(document)
    done: list[ChangeSet] = []
    for number, (what, one, other) in enumerate(steps):
        change = done.pop().inverted() if what == "back" and done else change_of(document, what, one, other, number)
        if change is None:
            continue
        if what != "back":
            done.append(change)
        document = document.with_changes(change)
        before = dict(tree.below), tree.tops, tree.loose
        moved = tree.follow(change.changes, document)
        assert stands(tree) == stands(GoalTree(document))
        assert {goal for goal, _ in before[0].items() ^ tree.below.items()} <= moved.under
        assert moved.heads or before[1:] == (tree.tops, tree.loose)


def test_new_words_are_followed_without_a_look_at_the_others() -> None:
    upper = CentreGoal(id=Id("upper"), title="Flere vælger skolen")
    lowers = [UnitGoal(id=Id(f"unit-{number}"), title=f"Mål {number}") for number in range(3)]
    links = [Link(id=Id(f"link-{one.id}"), lower=one.id, upper=upper.id) for one in lowers]
    records: list[Record] = [upper, *lowers, *links]
    document = Document(records)
    tree = GoalTree(document)
    why = set_field(document, UnitGoal, lowers[0].id, "valid_from", date(2015, 1, 1))
    assert tree.follow(why.changes, document.with_changes(why)).nothing
    named = set_field(document, UnitGoal, lowers[0].id, "title", "Åbent hus")
    moved = tree.follow(named.changes, document.with_changes(named))
    assert (moved.under, moved.heads) == ({upper.id}, False)
    assert tree.below[upper.id] == (lowers[1].id, lowers[2].id, lowers[0].id)
