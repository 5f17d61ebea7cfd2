"""Review: exceptions with a reason, remarks on a map, and its way to the director and back."""

from datetime import date, datetime

import pytest

from strategikort.domain.changes import ChangeSet
from strategikort.domain.document import Document
from strategikort.domain.edits import reviews
from strategikort.domain.edits.goals import remove_goals
from strategikort.domain.edits.map_set import remove_map
from strategikort.domain.edits.maps import add_map
from strategikort.domain.edits.refusal import EditRefused
from strategikort.domain.goals import GoalKind
from strategikort.domain.maps import MapState, StrategyMap
from strategikort.domain.reviews import Comment, Exemption
from strategikort.domain.shape import Id
from tests.domain.town import Town

TODAY = date(2015, 2, 15)
NOW = datetime(2015, 2, 15, 9, 30)


def excepted(town: Town, goal: Id, why: str = "Aftalt med direktøren") -> ChangeSet:
    return reviews.except_finding(
        town.document, rule="TRA-006", record=goal, why=why, who="Karen", today=TODAY, new_id=town.new_id
    )


def drawn(town: Town) -> Id:
    return town.do(add_map(new_id=town.new_id, title="Kort")).changes[0].record.id


def said(town: Town, map: Id, text: str, goal: Id | None = None, answers: Id | None = None) -> Id:
    made = reviews.remark(
        town.document, map, text=text, who="Karen", now=NOW, new_id=town.new_id, goal=goal, answers=answers
    )
    return town.do(made).changes[0].record.id


def state(document: Document, map: Id) -> MapState:
    return document.all(StrategyMap)[map].state


def test_an_exception_holds_who_when_and_why_and_is_written_again_in_its_place(town: Town) -> None:
    goal = town.goal(GoalKind.UNIT_GOAL, "Flere børn læser")
    town.do(excepted(town, goal))
    town.do(excepted(town, goal, "Nu med en bedre grund"))
    (found,) = town.document.all(Exemption).values()
    assert (found.rule, found.record, found.why) == ("TRA-006", goal, "Nu med en bedre grund")
    assert (found.who, found.given_on) == ("Karen", TODAY)
    town.do(reviews.drop_exemption(town.document, found.id))
    assert reviews.exemption_of(town.document, "TRA-006", goal) is None


def test_an_exception_needs_a_reason_and_goes_with_what_it_is_about(town: Town) -> None:
    goal = town.goal(GoalKind.UNIT_GOAL, "Flere børn læser")
    with pytest.raises(EditRefused, match="no_reason"):
        excepted(town, goal, "  ")
    town.do(excepted(town, goal))
    removed = town.do(remove_goals(town.document, [goal]))
    assert not town.document.all(Exemption)
    town.do(removed.inverted())
    assert len(town.document.all(Exemption)) == 1


def test_a_remark_is_answered_and_closed_and_goes_with_its_map(town: Town) -> None:
    map, goal = drawn(town), town.goal(GoalKind.CENTRE_GOAL, "Flere børn læser")
    asked = said(town, map, "Hvordan måles det?", goal)
    answer = said(town, map, "Med den nationale test", answers=asked)
    assert town.document.all(Comment)[answer].goal == goal
    assert [one.id for one in reviews.open_remarks(town.document, map)] == [asked]
    town.do(reviews.close_remark(town.document, asked, who="Karen", today=TODAY))
    assert reviews.open_remarks(town.document, map) == ()
    town.do(reviews.reopen_remark(town.document, asked))
    assert reviews.open_remarks(town.document, map) != ()
    town.do(reviews.remove_remark(town.document, asked))
    assert not town.document.all(Comment)
    said(town, map, "Igen")
    town.do(remove_map(town.document, map))
    assert not town.document.all(Comment)


def test_a_map_goes_to_the_director_comes_back_with_a_reason_and_is_approved(town: Town) -> None:
    map = drawn(town)
    with pytest.raises(EditRefused, match="with_director"):
        reviews.approve_map(town.document, map, who="Direktøren", today=TODAY)
    town.do(reviews.send_map(town.document, map, today=TODAY))
    with pytest.raises(EditRefused, match="draft"):
        reviews.send_map(town.document, map, today=TODAY)
    back = {"who": "Direktøren", "today": TODAY, "now": NOW, "new_id": town.new_id}
    with pytest.raises(EditRefused, match="no_reason"):
        reviews.return_map(town.document, map, why="", **back)
    town.do(reviews.return_map(town.document, map, why="Der mangler et mål om trivsel", **back))
    assert state(town.document, map) is MapState.DRAFT
    assert [one.text for one in reviews.open_remarks(town.document, map)] == ["Der mangler et mål om trivsel"]
    town.do(reviews.send_map(town.document, map, today=TODAY))
    town.do(reviews.approve_map(town.document, map, who="Direktøren", today=TODAY))
    found = town.document.all(StrategyMap)[map]
    assert (found.state, found.decided_by, found.decided_on) == (MapState.APPROVED, "Direktøren", TODAY)
