"""Goals as they are made and made into others: whose they become, their codes, what they keep."""

from dataclasses import replace

import pytest

from strategikort.application.wordings import wording
from strategikort.domain.agreements import Agreement
from strategikort.domain.changes import Change, ChangeSet, added
from strategikort.domain.edits import agreements, goals, records
from strategikort.domain.edits.refusal import EditRefused
from strategikort.domain.goals import CentreGoal, Effort, Goal, GoalKind, PoliticalGoal, UnitGoal
from strategikort.domain.organisation import OrgKind
from strategikort.domain.phrases import Phrase
from strategikort.domain.shape import Id
from tests.domain.town import PROFILE, Town


def test_only_what_stands_below_a_centre_goal_takes_its_owner(town: Town) -> None:
    centre = town.org(OrgKind.CENTRE, "Center for Skoler", "DS")
    political = town.goal(GoalKind.POLITICAL_GOAL, "Flere flytter til", owner=centre)
    upper = town.goal(GoalKind.CENTRE_GOAL, "Flere vælger skolen", under=political)
    assert town.document.all(CentreGoal)[upper].owner is None
    town.do(records.set_field(town.document, CentreGoal, upper, "owner", centre))
    effort = town.goal(GoalKind.EFFORT, "Åbent hus", under=upper)
    assert town.document.all(Effort)[effort].owner == centre


@pytest.mark.parametrize(
    ("org", "kind", "code"),
    [
        ("DS-S1", GoalKind.UNIT_GOAL, "DS-S1-01"),
        ("DS-S1", GoalKind.EFFORT, "DS-S1-I-01"),
        ("ABCDEFG-HIJK", GoalKind.UNIT_GOAL, "ABCDEFG-01"),
        ("ABCDEFGHIJKL", GoalKind.EFFORT, "ABCDEF-I-01"),
        ("", GoalKind.UNIT_GOAL, "M-01"),
        ("", GoalKind.EFFORT, "I-01"),
    ],
)
def test_a_code_begins_with_the_units_and_has_room(town: Town, org: str, kind: GoalKind, code: str) -> None:
    unit = town.org(OrgKind.UNIT, "Skolen", org)
    made = town.goal(kind, "Flere starter", owner=unit)
    assert town.document.all(Goal)[made].code == code


def coded(town: Town, *codes: str) -> None:
    made = added(PoliticalGoal(id=Id(f"coded {code}"), code=code) for code in codes)
    town.do(ChangeSet(Phrase(""), made))


def test_where_the_numbers_have_run_out_a_free_one_is_taken_and_then_a_shorter_prefix(town: Town) -> None:
    unit = town.org(OrgKind.UNIT, "Skolen", "ABCDEFGH")
    coded(town, "POL-01", "POL-99999999", *(f"ABCDEFGH-{number:02d}" for number in range(1, 1000)))
    made = [town.goal(GoalKind.POLITICAL_GOAL, "Et mål"), town.goal(GoalKind.UNIT_GOAL, "Et mål", owner=unit)]
    assert [town.document.all(Goal)[goal].code for goal in made] == ["POL-02", "ABCDEFG-01"]


def test_a_goal_made_one_of_another_level_keeps_its_identity_links_and_texts(town: Town) -> None:
    upper = town.goal(GoalKind.POLITICAL_GOAL, "Flere flytter til")
    goal = town.goal(GoalKind.UNIT_GOAL, "Flere starter hos os", under=upper)
    before = town.document
    town.do(records.set_field(town.document, UnitGoal, goal, "why", "Fordi"))
    step = town.do(goals.retype_goal(town.document, goal, kind=GoalKind.CENTRE_GOAL))
    made = town.document.all(CentreGoal)[goal]
    assert (made.title, made.why) == ("Flere starter hos os", "Fordi")
    assert town.document.links_up(goal) == before.links_up(goal)
    town.do(step.inverted())
    assert town.document.all(UnitGoal)[goal].why == "Fordi"


def test_a_goal_leaves_its_agreement_for_another_level_but_loses_nothing_that_was_written(town: Town) -> None:
    school = town.org(OrgKind.UNIT, "Strandskolen", "DS-S1")
    town.do(agreements.add_agreement(town.document, profile=PROFILE, new_id=town.new_id, unit=school, year=2015))
    (agreement,) = town.document.all(Agreement)
    goal = town.goal(GoalKind.UNIT_GOAL, "Flere starter hos os", agreement=agreement)
    assert goals.can_be_retyped(town.document.all(Goal)[goal], GoalKind.CENTRE_GOAL)
    before = town.document.all(UnitGoal)[goal]
    for values in ({"weight": 40}, {"common_goal": Id("another")}):
        weighed = town.document.with_changes(ChangeSet(Phrase(""), (Change(before, replace(before, **values)),)))
        with pytest.raises(EditRefused, match="retype") as refusal:
            goals.retype_goal(weighed, goal, kind=GoalKind.CENTRE_GOAL)
        assert wording("da", PROFILE).say(refusal.value.phrase)


def test_an_effort_with_nothing_but_a_title_can_become_a_goal(town: Town) -> None:
    effort = town.goal(GoalKind.EFFORT, "Åbent hus")
    assert goals.can_be_retyped(town.document.all(Goal)[effort], GoalKind.UNIT_GOAL)
    town.do(records.set_field(town.document, Effort, effort, "method", "Samtaler"))
    assert not goals.can_be_retyped(town.document.all(Goal)[effort], GoalKind.UNIT_GOAL)
