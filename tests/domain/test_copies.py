"""Copies of goals: what they take along, what they leave, and what comes back after a cut."""

from datetime import date
from decimal import Decimal
from itertools import count

import pytest

from strategikort.application.clipboard import lines_of, read_clip, written_clip
from strategikort.application.listing import written, written_html
from strategikort.domain.document import Document
from strategikort.domain.edits import agreements, maps, measures
from strategikort.domain.edits.copies import (
    Clip,
    Missed,
    can_be_the_same,
    clip_of,
    comes_back,
    missed,
    paste_copies,
    place_same,
)
from strategikort.domain.edits.goals import remove_goals
from strategikort.domain.edits.records import set_field
from strategikort.domain.edits.refusal import EditRefused
from strategikort.domain.goals import (
    CentreGoal,
    DecisionStatus,
    Effort,
    EffortState,
    Goal,
    GoalKind,
    PoliticalGoal,
    UnitGoal,
)
from strategikort.domain.links import Link
from strategikort.domain.maps import MapPlace
from strategikort.domain.measures import Indicator, Measurement, YearlyTarget
from strategikort.domain.organisation import Municipality, OrgKind, Scope
from strategikort.domain.shape import Id, references
from tests.domain.town import PROFILE, Town


def school() -> Town:
    """A thread from a political goal to an effort, with an indicator, its target and a result, on a map."""
    town = Town()
    centre = town.org(OrgKind.CENTRE, "Center for Skoler", "DS")
    unit = town.org(OrgKind.UNIT, "Strandskolen", "DS-S1", centre)
    made = agreements.add_agreement(town.document, profile=PROFILE, new_id=town.new_id, unit=unit, year=2015)
    paper = town.do(made).changes[0].record.id
    map = town.do(maps.add_map(new_id=town.new_id, title="Kort", centre=centre)).changes[0].record.id
    town.do(maps.add_map(new_id=town.new_id, title="Et andet kort"))
    political = town.goal(GoalKind.POLITICAL_GOAL, "Flere familier flytter til")
    upper = town.goal(GoalKind.CENTRE_GOAL, "Flere vælger skolen", under=political, owner=centre, map=map, at=(40, 8))
    goal = town.goal(GoalKind.UNIT_GOAL, "Flere starter hos os", under=upper, agreement=paper)
    town.goal(GoalKind.EFFORT, "Åbent hus", under=goal)
    made = town.do(measures.add_indicator(town.document, new_id=town.new_id, goal=goal, name="Andel af børnene"))
    indicator = made.changes[0].record.id
    town.do(measures.set_target(town.document, indicator, new_id=town.new_id, year=2015, value=Decimal(82)))
    on = date(2015, 1, 5)
    town.do(measures.measure(town.document, indicator, new_id=town.new_id, on=on, value=Decimal(79)))
    return town


def named(document: Document, title: str) -> list[Goal]:
    return [goal for goal in document.all(Goal).values() if goal.title == title]


def the(document: Document, title: str) -> Id:
    (goal,) = named(document, title)
    return goal.id


def taken(town: Town, *titles: str, **more: object) -> Clip:
    clip = clip_of(town.document, [the(town.document, title) for title in titles], **more)
    assert read_clip(written_clip(clip), cut=clip.cut) == clip, "what is written is what is read"
    return clip


def pasted(town: Town, clip: Clip, **more: object) -> list[Goal]:
    made = town.do(paste_copies(town.document, clip, profile=PROFILE, new_id=town.new_id, **more))
    for record in town.document.records():
        for table, identity in references(record):
            assert town.document.find(identity), f"{record} names a {table} that is nowhere"
    return [change.after for change in made.changes if isinstance(change.after, Goal)]


def test_a_copy_has_its_own_code_and_supports_what_the_original_supports() -> None:
    town = school()
    (copy,) = pasted(town, taken(town, "Flere starter hos os"))
    original = next(one for one in named(town.document, copy.title) if one.id != copy.id)
    assert isinstance(copy, UnitGoal) and isinstance(original, UnitGoal)
    assert copy.code != original.code and copy.agreement == original.agreement
    assert [link.upper for link in town.document.links_up(copy.id)] == [the(town.document, "Flere vælger skolen")]


def test_what_supports_the_original_supports_it_alone() -> None:
    town = school()
    (copy,) = pasted(town, taken(town, "Flere starter hos os"))
    assert town.document.links_down(copy.id) == ()


def test_links_inside_the_selection_come_along() -> None:
    town = school()
    before = len(town.document.all(Link))
    copies = {one.kind: one for one in pasted(town, taken(town, "Flere vælger skolen", "Flere starter hos os"))}
    goal, upper = copies[GoalKind.UNIT_GOAL], copies[GoalKind.CENTRE_GOAL]
    assert [link.upper for link in town.document.links_up(goal.id)] == [upper.id]
    assert len(town.document.all(Link)) == before + 2


def test_a_copy_takes_indicators_and_targets_along_and_no_results() -> None:
    town = school()
    (copy,) = pasted(town, taken(town, "Flere starter hos os"))
    (indicator,) = town.document.grouped(Indicator, "goal")[copy.id]
    assert [one.value for one in town.document.grouped(YearlyTarget, "indicator")[indicator.id]] == [Decimal(82)]
    assert indicator.id not in town.document.grouped(Measurement, "indicator")


def test_a_copy_is_neither_decided_nor_begun() -> None:
    town = school()
    political, effort = the(town.document, "Flere familier flytter til"), the(town.document, "Åbent hus")
    town.do(set_field(town.document, PoliticalGoal, political, "decision_status", DecisionStatus.ADOPTED))
    town.do(set_field(town.document, PoliticalGoal, political, "decided_on", date(2014, 6, 1)))
    town.do(set_field(town.document, Effort, effort, "progress", EffortState.DONE))
    copies = pasted(town, taken(town, "Flere familier flytter til", "Åbent hus"))
    assert [one.decision_status for one in copies if isinstance(one, PoliticalGoal)] == [DecisionStatus.PROPOSED]
    assert [one.decided_on for one in copies if isinstance(one, PoliticalGoal)] == [None]
    assert [one.progress for one in copies if isinstance(one, Effort)] == [EffortState.PLANNED]


def test_what_was_cut_comes_back_whole_once_and_as_copies_after_that() -> None:
    town = school()
    whole = town.document
    titles = ("Flere vælger skolen", "Flere starter hos os")
    clip = taken(town, *titles, cut=True)
    town.do(remove_goals(town.document, [goal.id for goal in clip.goals]))
    assert comes_back(town.document, clip)
    pasted(town, clip)
    for kind in (Goal, Link, Indicator, YearlyTarget, Measurement, MapPlace):
        assert town.document.all(kind) == whole.all(kind)
    assert not comes_back(town.document, clip)
    again = pasted(town, clip)
    assert len(town.document.all(Goal)) == len(whole.all(Goal)) + 2
    assert {goal.code for goal in again}.isdisjoint(goal.code for goal in whole.all(Goal).values())


def test_in_another_document_references_to_what_is_not_there_are_emptied() -> None:
    town, other = school(), Town()
    numbers = count(1)
    other.new_id = lambda: Id(f"other-{next(numbers):04d}")
    copies = pasted(other, taken(town, "Flere vælger skolen", "Flere starter hos os", "Åbent hus"))
    assert [(one.title, one.owner) for one in copies] == [
        ("Flere vælger skolen", None),
        ("Flere starter hos os", None),
        ("Åbent hus", None),
    ]
    assert [one.code for one in copies] == ["DS-01", "DS-S1-01", "DS-S1-I-01"], "a code that is free there is kept"
    assert len(other.document.all(Link)) == 2


def test_what_does_not_come_along_is_known_beforehand() -> None:
    town, other = school(), Town()
    clip = taken(town, "Flere vælger skolen", "Flere starter hos os", "Åbent hus")
    lost = missed(other.document, clip, PROFILE)
    assert lost.fields == ((CentreGoal, "owner"), (UnitGoal, "owner"), (UnitGoal, "agreement"), (Effort, "owner"))
    assert lost.links == 1, "that of the highest goal; those among the goals come along"
    assert missed(town.document, clip, PROFILE) == Missed((), 0)
    one = the(town.document, "Flere starter hos os")
    town.do(set_field(town.document, UnitGoal, one, "layer", "nowhere"))
    assert missed(town.document, taken(town, "Flere starter hos os"), PROFILE) == Missed(((UnitGoal, "layer"),), 0)


def test_the_same_goal_can_stand_on_another_map_and_is_one_goal() -> None:
    town = school()
    clip = taken(town, "Flere vælger skolen")
    (first,) = {place.map for place in town.document.all(MapPlace).values()}
    second = next(one for one in town.document.all(maps.StrategyMap) if one != first)
    assert can_be_the_same(town.document, clip, maps.places_on(town.document, second))
    assert not can_be_the_same(town.document, clip, maps.places_on(town.document, first))
    assert not can_be_the_same(Town().document, clip, ()), "it is not in that document"
    goals = town.document.all(Goal)
    spots = {clip.goals[0].id: (60, 4)}
    town.do(place_same(town.document, new_id=town.new_id, map=second, spots=spots))
    place = maps.places_on(town.document, second)[clip.goals[0].id]
    assert (place.x, place.y) == (60, 4) and town.document.all(Goal) is goals


def test_a_centres_file_takes_no_copies_of_political_goals() -> None:
    town = school()
    clip = taken(town, "Flere familier flytter til")
    (municipality,) = town.document.all(Municipality)
    town.do(set_field(town.document, Municipality, municipality, "scope", Scope.CENTRE))
    with pytest.raises(EditRefused) as refusal:
        pasted(town, clip)
    assert refusal.value.code == "locked"


def test_copied_goals_are_an_indented_list_for_other_programs() -> None:
    town = school()
    lines = lines_of(taken(town, "Åbent hus", "Flere vælger skolen", "Flere starter hos os"))
    assert written(lines) == "DS-01 Flere vælger skolen\n\tDS-S1-01 Flere starter hos os\n\t\tDS-S1-I-01 Åbent hus"
    assert written_html(lines) == (
        "<meta charset='utf-8'><ul><li>DS-01 Flere vælger skolen<ul><li>DS-S1-01 Flere starter hos os"
        "<ul><li>DS-S1-I-01 Åbent hus</li></ul></li></ul></li></ul>"
    )


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b'{"format": "strategikort", "version": 2, "records": {}}',
        b'{"format": "strategikort", "version": 1, "records": {}}',
        b'{"format": "strategikort", "version": 1, "records": {"centre_goal": [{"id": "a", "title": 7}]}}',
        b'{"format": "strategikort", "version": 1, "records": {"centre_goal": [{"id": "../a"}]}}',
        b'{"format": "strategikort", "version": 1, "records": {"centre_goal": [{"id": "a"}, {"id": "a"}]}}',
        b"[" * 100_000,
        b"\xff\xfe",
    ],
)
def test_what_no_copy_wrote_is_refused(content: bytes) -> None:
    with pytest.raises(EditRefused) as refusal:
        read_clip(content)
    assert refusal.value.code == "paste.unreadable"


def test_a_forged_clip_makes_no_illegal_link_and_no_text_that_has_no_room() -> None:
    town = school()
    forged = (
        b'{"format": "strategikort", "version": 1, "records": {"centre_goal": [{"id": "a", "title": "Oppe"},'
        b'{"id": "c", "title": "Ogs\\u00e5 oppe"}], "effort": [{"id": "b", "title": "Nede"}], "link": ['
        b'{"id": "l1", "lower": "a", "upper": "b"}, {"id": "l2", "lower": "a", "upper": "a"},'
        b'{"id": "l3", "lower": "a", "upper": "nowhere"}, {"id": "l4", "lower": "a", "upper": "c"}]}}'
    )
    before = len(town.document.all(Link))
    assert len(pasted(town, read_clip(forged))) == 3
    assert len(town.document.all(Link)) == before
    long = b'{"format": "strategikort", "version": 1, "records": {"centre_goal": [{"id": "a", "title": "%s"}]}}'
    with pytest.raises(EditRefused) as refusal:
        pasted(town, read_clip(long % (b"x" * 200)))
    assert refusal.value.code == "text.long"
