"""The maps of a document: made, dated, copied, put in order, removed; goals taken off and put back."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategikort.domain.document import Document
from strategikort.domain.edits import map_set, maps
from strategikort.domain.edits.refusal import EditRefused
from strategikort.domain.goals import Goal, GoalKind
from strategikort.domain.ideas import Idea
from strategikort.domain.maps import MapState, MapSubject, StrategyMap
from strategikort.domain.organisation import OrgKind
from strategikort.domain.shape import Id
from tests.domain.town import PROFILE, Town
from tests.storage.desks import grown

TWO_YEARS = date(2014, 1, 1), date(2015, 12, 31)


@pytest.fixture
def town() -> Town:
    """Two centres with a map each, and maps for the vision and the municipality."""
    town = Town()
    centres = [town.org(OrgKind.CENTRE, name, name[:2].upper()) for name in ("Ældre", "Børn")]
    for title, subject, centre in (
        ("Ældrekort", MapSubject.GOALS, centres[0]),
        ("Børnekort", MapSubject.GOALS, centres[1]),
        ("Hele kommunen", MapSubject.GOALS, None),
        ("Vision 2020", MapSubject.VISION, None),
    ):
        town.do(maps.add_map(new_id=town.new_id, title=title, subject=subject, centre=centre, period=TWO_YEARS))
    return town


def titles(document: Document) -> list[str]:
    return [map.title for map in map_set.ordered_maps(document)]


def named(town: Town, title: str) -> StrategyMap:
    return next(map for map in town.document.all(StrategyMap).values() if map.title == title)


def test_the_vision_comes_first_then_the_municipality_then_the_centres_as_danes_sort(town: Town) -> None:
    assert titles(town.document) == ["Vision 2020", "Hele kommunen", "Børnekort", "Ældrekort"]


@given(st.data())
def test_a_map_that_is_moved_stands_there_and_the_others_keep_their_order(data: st.DataObject) -> None:
    town = Town()
    for number in range(4):
        town.do(maps.add_map(new_id=town.new_id, title=f"Kort {number}"))
    for _ in range(data.draw(st.integers(1, 6))):
        before = titles(town.document)
        title, step = data.draw(st.sampled_from(before)), data.draw(st.integers(-5, 5))
        moved = town.do(map_set.move_map(town.document, named(town, title).id, step))
        others = [one for one in before if one != title]
        place = min(max(before.index(title) + step, 0), 3)
        assert titles(town.document) == [*others[:place], title, *others[place:]]
        assert titles(town.document.with_changes(moved.inverted())) == before


def test_a_map_made_after_others_were_put_in_order_comes_last(town: Town) -> None:
    town.do(map_set.move_map(town.document, named(town, "Børnekort").id, -9))
    last = maps.last_position(town.document)
    town.do(maps.add_map(new_id=town.new_id, title="Endnu et", position=last))
    assert titles(town.document) == ["Børnekort", "Vision 2020", "Hele kommunen", "Ældrekort", "Endnu et"]


def test_a_map_is_given_another_title_and_period_but_none_that_ends_before_it_begins(town: Town) -> None:
    map = named(town, "Børnekort")
    town.do(map_set.change_map(town.document, map.id, title="Børn og unge", period=(date(2015, 8, 1), None)))
    assert named(town, "Børn og unge").valid_from == date(2015, 8, 1)
    with pytest.raises(EditRefused, match=r"map\.period"):
        map_set.change_map(town.document, map.id, title="X", period=(date(2016, 1, 1), date(2015, 1, 1)))


def test_the_next_period_follows_the_models_years(town: Town) -> None:
    map = named(town, "Børnekort")
    assert map_set.map_period(PROFILE, 2014) == TWO_YEARS
    assert map_set.next_period(PROFILE, map) == (date(2016, 1, 1), date(2017, 12, 31))


def test_a_copy_for_the_next_period_is_a_draft_with_the_same_goals_in_the_same_places(town: Town) -> None:
    map = named(town, "Børnekort")
    goals = [town.goal(GoalKind.CENTRE_GOAL, f"Mål {n}", map=map.id, at=(40 * n, 8)) for n in range(3)]
    town.do(maps.pin_goals(town.document, map.id, {goals[0]: (0, 8)}, new_id=town.new_id))
    town.do(maps.take_off_map(town.document, map.id, goals[2:]))
    made = map_set.copy_map(town.document, map.id, new_id=town.new_id, title="Børn 2016", period=(None, None))
    town.do(made)
    copy = named(town, "Børn 2016")
    assert (copy.state, copy.centre, copy.left_out) == (MapState.DRAFT, map.centre, (goals[2],))
    spots = [
        {goal: (place.x, place.y, place.pinned) for goal, place in maps.places_on(town.document, one).items()}
        for one in (map.id, copy.id)
    ]
    assert spots[0] == spots[1] == {goals[0]: (0, 8, True), goals[1]: (40, 8, False)}


def test_a_map_that_is_removed_leaves_its_goals_and_ideas_and_comes_back_in_one_step(town: Town) -> None:
    map = named(town, "Børnekort")
    goal = town.goal(GoalKind.CENTRE_GOAL, "Mål", map=map.id)
    town.do(grown(Idea(id=Id("idé"), text="Åbent hus", map=map.id)))
    before = town.document
    removed = town.do(map_set.remove_map(before, map.id))
    assert town.document.get(StrategyMap, map.id) is None
    assert town.document.get(Goal, goal)
    assert town.document.all(Idea)[Id("idé")].map is None
    assert town.document.with_changes(removed.inverted()) == before


def test_a_goal_taken_off_a_map_is_kept_off_until_it_is_put_there(town: Town) -> None:
    map = named(town, "Børnekort")
    goal = town.goal(GoalKind.CENTRE_GOAL, "Mål", map=map.id)
    town.do(maps.take_off_map(town.document, map.id, [goal]))
    assert named(town, "Børnekort").left_out == (goal,)
    assert not maps.places_on(town.document, map.id)
    town.do(maps.move_goals(town.document, map.id, {goal: (8, 8)}, new_id=town.new_id))
    assert named(town, "Børnekort").left_out == ()
    assert maps.places_on(town.document, map.id)[goal].x == 8
