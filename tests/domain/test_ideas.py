"""The scratch pad: what is an idea asks nothing of anybody, and what becomes a goal does so in one step."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategikort.application.profiles import load_profile
from strategikort.application.rulebook import load_rulebook
from strategikort.cascade.checking import check
from strategikort.domain.edits.ideas import add_ideas, goals_of_ideas, ideas_beside, remove_ideas, word_idea
from strategikort.domain.edits.map_set import remove_map
from strategikort.domain.edits.maps import add_map, places_on
from strategikort.domain.edits.refusal import EditRefused
from strategikort.domain.goals import Goal, GoalKind
from strategikort.domain.ideas import Idea
from strategikort.domain.organisation import OrgKind
from strategikort.domain.shape import Id
from tests.domain.town import PROFILE, Town


def written(town: Town, *texts: str, map: Id | None = None) -> list[Id]:
    made = town.do(add_ideas(town.document, texts, new_id=town.new_id, map=map))
    return [change.record.id for change in made.changes]


def drawn(town: Town, title: str = "Kort") -> Id:
    return town.do(add_map(new_id=town.new_id, title=title)).changes[0].record.id


def test_ideas_stand_in_the_order_in_which_they_were_written(town: Town) -> None:
    written(town, "Flere cykler", "  ", "En\nlegeplads")
    written(town, "Åbent hus")
    assert [idea.text for idea in ideas_beside(town.document, None)] == ["Flere cykler", "En legeplads", "Åbent hus"]


def test_an_idea_stands_beside_its_own_map_or_beside_all(town: Town) -> None:
    one, other = drawn(town), drawn(town)
    written(town, "Her", map=one)
    written(town, "Alle vegne")
    assert [idea.text for idea in ideas_beside(town.document, one)] == ["Her", "Alle vegne"]
    assert [idea.text for idea in ideas_beside(town.document, other)] == ["Alle vegne"]


def test_ideas_outlive_their_map(town: Town) -> None:
    map = drawn(town)
    (idea,) = written(town, "Her", map=map)
    town.do(remove_map(town.document, map))
    assert town.document.all(Idea)[idea].map is None


def test_nothing_is_found_about_ideas(town: Town) -> None:
    profile = load_profile("helsingoer", "da")
    before = check(town.document, profile, load_rulebook(), today=date(2015, 2, 15), year=None)
    written(town, "øget fokus på mere kvalitet", "x")
    after = check(town.document, profile, load_rulebook(), today=date(2015, 2, 15), year=None)
    assert after == before


def test_an_idea_becomes_a_goal_in_one_step_and_an_idea_again(town: Town) -> None:
    centre, map = town.org(OrgKind.CENTRE, "Center for Skoler", "DS"), drawn(town)
    (idea,) = written(town, "Flere vælger skolen", map=map)
    before = town.document
    step = town.do(
        goals_of_ideas(
            before,
            {idea: (40, 8)},
            profile=PROFILE,
            new_id=town.new_id,
            kind=GoalKind.CENTRE_GOAL,
            owner=centre,
            map=map,
        )  # fmt: skip
    )
    (goal,) = town.document.all(Goal).values()
    assert (goal.title, goal.kind, goal.owner, goal.code) == (
        "Flere vælger skolen", GoalKind.CENTRE_GOAL, centre, "DS-01",
    )  # fmt: skip
    assert (places_on(town.document, map)[goal.id].x, places_on(town.document, map)[goal.id].y) == (40, 8)
    assert not town.document.all(Idea)
    assert town.document.with_changes(step.inverted()) == before


def test_several_ideas_become_goals_with_codes_of_their_own(town: Town) -> None:
    ideas = written(town, "Et mål", "Endnu et", "Det tredje")
    made = goals_of_ideas(
        town.document, dict.fromkeys(ideas, (0, 0)), profile=PROFILE, new_id=town.new_id, kind=GoalKind.POLITICAL_GOAL
    )
    town.do(made)
    assert sorted(goal.code for goal in town.document.all(Goal).values()) == ["POL-01", "POL-02", "POL-03"]


def test_an_idea_says_something_and_not_too_much(town: Town) -> None:
    (idea,) = written(town, "Et ord")
    for text, code in (("  \n", "idea.empty"), ("x" * 301, "text.long")):
        with pytest.raises(EditRefused) as refusal:
            add_ideas(town.document, [text], new_id=town.new_id)
        assert refusal.value.code == code
        with pytest.raises(EditRefused) as refusal:
            word_idea(town.document, idea, text)
        assert refusal.value.code == code


@given(st.lists(st.text(max_size=300), min_size=1, max_size=12))
def test_what_is_written_and_thrown_away_leaves_the_document_as_it_was(texts: list[str]) -> None:
    town = Town()
    before = town.document
    try:
        step = add_ideas(before, texts, new_id=town.new_id)
    except EditRefused:
        return
    town.do(step)
    ideas = [change.record.id for change in step.changes]
    town.do(word_idea(town.document, ideas[0], "Noget andet"))
    town.do(remove_ideas(town.document, ideas))
    assert town.document == before
