"""Tracks as columns: goals of one track stand together, side by side with the others, on every level."""

from datetime import date
from itertools import pairwise
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategikort.application.drawing.arranging import arranged
from strategikort.application.drawing.columns import in_columns, strips
from strategikort.application.drawing.measure import CARD_WIDTH
from strategikort.application.drawing.picture import Picture, picture_of
from strategikort.application.drawing.placing import Places
from strategikort.application.profiles import load_profile
from strategikort.domain.document import Document
from strategikort.domain.edits.goals import add_goal
from strategikort.domain.edits.organisation import found_municipality
from strategikort.domain.edits.records import set_field
from strategikort.domain.goals import Goal, GoalKind
from strategikort.domain.shape import Id

SKANDERBORG = load_profile("skanderborg")
THEMES = ("", *(column.key for column in SKANDERBORG.columns))


def drawn(themes: list[str]) -> Picture:
    """A council goal, and below it a unit goal with an effort for each theme."""
    numbers = iter(range(10_000))

    def new_id() -> Id:
        return Id(f"id-{next(numbers):04d}")

    here = SimpleNamespace(document=found_municipality(profile=SKANDERBORG, new_id=new_id, name="Prøveby"))

    def goal(kind: GoalKind, title: str, under: Id | None = None, theme: str = "") -> Id:
        made = add_goal(here.document, profile=SKANDERBORG, new_id=new_id, kind=kind, title=title, under=under)
        here.document = here.document.with_changes(made)
        identity = made.changes[0].record.id
        themed = set_field(here.document, type(made.changes[0].record), identity, "theme", theme)
        here.document = here.document.with_changes(themed)
        return identity

    top = goal(GoalKind.POLITICAL_GOAL, "Et pejlemærke")
    for number, theme in enumerate(themes):
        unit = goal(GoalKind.UNIT_GOAL, f"Mål {number}", under=top, theme=theme)
        goal(GoalKind.EFFORT, f"Indsats {number}", under=unit)
    document: Document = here.document
    assert len(document.all(Goal)) == 1 + 2 * len(themes)
    return picture_of(document, SKANDERBORG, None)


def placed(picture: Picture) -> dict[Id, tuple[int, int]]:
    places = Places()
    places.follow(picture)
    return places.spots


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(THEMES), min_size=1, max_size=40))
def test_each_column_has_a_strip_of_its_own_and_no_card_stands_on_another(themes: list[str]) -> None:
    picture = drawn(themes)
    spots = placed(picture)
    found = strips(picture, spots)
    assert [one.column for one in found] == sorted({THEMES.index(one) for one in themes if one})
    assert all(one.right <= other.left for one, other in pairwise(found))
    taken = {(picture.cards[key].kind, *spot) for key, spot in spots.items()}
    assert len(taken) == len(spots)
    for key, card in picture.cards.items():
        strip = next((one for one in found if one.column == card.column), None)
        if strip:
            assert strip.left <= spots[key][0] and spots[key][0] + CARD_WIDTH <= strip.right


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(THEMES), min_size=1, max_size=30))
def test_arranging_again_moves_nothing(themes: list[str]) -> None:
    picture = drawn(themes)
    spots = arranged(picture, placed(picture))
    assert arranged(picture, spots) == spots


def test_an_effort_stands_in_the_column_of_the_goal_that_it_supports() -> None:
    picture = drawn(["policy", "efficiency", "policy"])
    spots = placed(picture)
    found = {one.column: one for one in strips(picture, spots)}
    for kind, column in ((0, 1), (1, 2), (2, 1)):
        effort = next(key for key, card in picture.cards.items() if card.title == f"Indsats {kind}")
        assert found[column].left <= spots[effort][0] <= found[column].right


def test_a_map_without_themes_is_as_it_was() -> None:
    picture = drawn(["", ""])
    spots = placed(picture)
    assert in_columns(picture, spots) == spots
    assert strips(picture, spots) == ()


def test_no_strips_are_drawn_where_people_have_mixed_the_columns() -> None:
    picture = drawn(["policy", "efficiency"])
    spots = dict(placed(picture))
    goals = [key for key, card in picture.cards.items() if card.column]
    spots[goals[0]], spots[goals[1]] = spots[goals[1]], spots[goals[0]]
    assert strips(picture, spots) == ()


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_model_with_tracks_is_read_in_both_languages(language: str) -> None:
    profile = load_profile("skanderborg", language)
    assert [column.key for column in profile.columns] == ["policy", "efficiency", "municipality_3"]
    assert profile.columns_name
    assert not profile.has_centre_level
    assert profile.period(2015) == (date(2015, 1, 1), date(2015, 12, 31))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(THEMES), min_size=2, max_size=20), st.data())
def test_a_goal_that_gets_another_track_moves_into_its_strip_and_the_others_stay(
    themes: list[str], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(themes) - 1))
    becomes = data.draw(st.sampled_from([one for one in THEMES if one and one != themes[place]]))
    places = Places()
    before = drawn(themes)
    places.follow(before)
    kept = dict(places.spots)
    after = drawn([*themes[:place], becomes, *themes[place + 1 :]])
    places.follow(after)
    moved = {key for key, spot in places.spots.items() if kept[key] != spot}
    assert {after.cards[key].title for key in moved} <= {f"Mål {place}", f"Indsats {place}"}
    assert THEMES.index(becomes) in [one.column for one in strips(after, places.spots)]
