"""What may stand in a record: every text tidy and of its length, every figure of a size that a file holds."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from strategikort.application.wordings import wording
from strategikort.domain.changes import Change, ChangeSet
from strategikort.domain.edits import maps, measures, records
from strategikort.domain.edits.refusal import EditRefused
from strategikort.domain.goals import Effort, GoalKind, Milestone, UnitGoal
from strategikort.domain.measures import DataSource, Indicator, Measurement
from strategikort.domain.phrases import Phrase
from strategikort.domain.shape import Id
from tests.domain.town import PROFILE, Town

LONG = "x" * 700


def test_a_record_with_one_text_too_long_from_elsewhere_can_still_be_edited(town: Town) -> None:
    goal = town.goal(GoalKind.UNIT_GOAL, "Flere starter")
    old = town.document.all(UnitGoal)[goal]
    town.do(ChangeSet(Phrase(""), (Change(old, replace(old, why=LONG, description="a\u202e")),)))
    town.do(records.set_field(town.document, UnitGoal, goal, "title", "Alle starter"))
    kept = town.document.all(UnitGoal)[goal]
    assert (kept.title, kept.why, kept.description) == ("Alle starter", LONG, "a\u202e")
    with pytest.raises(EditRefused, match=r"text\.long"):
        records.set_field(town.document, UnitGoal, goal, "why", LONG + "x")


def test_a_new_goal_has_a_tidy_title(town: Town) -> None:
    goal = town.goal(GoalKind.UNIT_GOAL, " Flere\n\ud83d starter\x00\u202e ")
    assert town.document.all(UnitGoal)[goal].title == "Flere starter"


def test_records_that_are_added_are_tidied(town: Town) -> None:
    town.do(records.add_records("edit.add", [DataSource(id=Id("source"), name=" Register\ud800 ", link="a\nb")]))
    source = town.document.all(DataSource)[Id("source")]
    assert (source.name, source.link) == ("Register", "a\nb")


def test_milestones_keep_to_their_length_and_are_tidied(town: Town) -> None:
    effort = town.goal(GoalKind.EFFORT, "Åbent hus")
    steps = (Milestone(date(2015, 5, 1), " Halvvejs\ud800 "),)
    town.do(records.set_field(town.document, Effort, effort, "milestones", steps))
    assert town.document.all(Effort)[effort].milestones[0].text == "Halvvejs"
    with pytest.raises(EditRefused, match=r"text\.long"):
        records.set_field(town.document, Effort, effort, "milestones", (Milestone(date(2015, 5, 1), "x" * 201),))


@pytest.mark.parametrize(
    ("figure", "code"),
    [
        (Decimal(10) ** 15, "figure.large"),
        (Decimal("NaN"), "figure.large"),
        (Decimal("1e-16"), "figure.fine"),
    ],
)
def test_a_figure_that_no_file_holds_is_refused_in_a_sentence(town: Town, figure: Decimal, code: str) -> None:
    goal = town.goal(GoalKind.UNIT_GOAL, "Flere starter")
    made = town.do(measures.add_indicator(town.document, new_id=town.new_id, goal=goal, name="Andel"))
    with pytest.raises(EditRefused) as refusal:
        records.set_field(town.document, Indicator, made.changes[0].record.id, "baseline", figure)
    assert refusal.value.code == code
    assert wording("da", PROFILE).say(refusal.value.phrase)


@pytest.mark.parametrize("number", [2**63, -(10**15)])
def test_a_whole_number_that_no_file_holds_is_refused(town: Town, number: int) -> None:
    goal = town.goal(GoalKind.UNIT_GOAL, "Flere starter")
    map = town.do(maps.add_map(new_id=town.new_id, title="Kort")).changes[0].record.id
    for edit in (
        lambda: records.set_field(town.document, UnitGoal, goal, "priority", number),
        lambda: maps.move_goals(town.document, map, {goal: (number, 0)}, new_id=town.new_id),
    ):
        with pytest.raises(EditRefused, match=r"figure\.large"):
            edit()


def test_a_result_that_stands_there_already_is_no_step(town: Town) -> None:
    goal = town.goal(GoalKind.UNIT_GOAL, "Flere starter")
    indicator = town.do(measures.add_indicator(town.document, new_id=town.new_id, goal=goal, name="Andel"))
    entered = [
        town.do(
            measures.measure(
                town.document,
                indicator.changes[0].record.id,
                new_id=town.new_id,
                on=date(2015, 6, 1),
                value=Decimal(value),
                by=who,
            )
        )
        for value, who in (("82", "LB"), ("82", "LB"), ("82.0", "AK"), ("83", "AK"))
    ]
    assert [bool(step) for step in entered] == [True, False, False, True]
    assert [one.entered_by for one in town.document.all(Measurement).values()] == ["AK"]
