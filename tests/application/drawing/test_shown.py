"""Which goals a map shows: of a centre and a period, of the vision, of the whole municipality with units as boxes."""

from dataclasses import replace
from datetime import date
from itertools import groupby

import pytest

from strategikort.application.drawing.picture import picture_of
from strategikort.application.drawing.placing import Places
from strategikort.cascade.shown import goals_shown
from strategikort.domain.changes import Change, ChangeSet
from strategikort.domain.edits import maps
from strategikort.domain.goals import Goal, GoalKind
from strategikort.domain.maps import MapSubject
from strategikort.domain.organisation import OrgKind
from strategikort.domain.phrases import phrase
from strategikort.domain.shape import Id
from tests.domain.town import PROFILE, Town

NOW = date(2014, 1, 1), date(2015, 12, 31)


@pytest.fixture
def town() -> Town:
    """Two centres with a unit each, and a thread through all levels in each of them."""
    town = Town()
    vision = town.goal(GoalKind.VISION_ELEMENT, "Sammen om løsninger", layer="vision")
    for code, name in (("BØ", "Børn"), ("ÆL", "Ældre")):
        centre = town.org(OrgKind.CENTRE, f"Center for {name}", code)
        unit = town.org(OrgKind.UNIT, {"Børn": "Børnehuset", "Ældre": "Ældrehuset"}[name], f"{code}-1", centre)
        political = town.goal(GoalKind.POLITICAL_GOAL, f"{name}: politisk", under=vision)
        upper = town.goal(GoalKind.CENTRE_GOAL, f"{name}: center", under=political, owner=centre)
        goal = town.goal(GoalKind.UNIT_GOAL, f"{name}: enhed", under=upper, owner=unit)
        town.goal(GoalKind.EFFORT, f"{name}: indsats", under=goal, owner=unit)
    return town


def made(town: Town, subject: MapSubject = MapSubject.GOALS, centre: str | None = None) -> Id:
    owner = goal(town, f"{centre}: center").owner if centre else None
    map = maps.add_map(new_id=town.new_id, title="Kort", subject=subject, centre=owner, period=NOW)
    return town.do(map).changes[0].record.id


def goal(town: Town, title: str) -> Goal:
    return next(one for one in town.document.all(Goal).values() if one.title == title)


def dated(town: Town, title: str, first: date | None, last: date | None) -> None:
    before = goal(town, title)
    town.do(ChangeSet(phrase("edit.field"), (Change(before, replace(before, valid_from=first, valid_to=last)),)))


def shown(town: Town, map: Id | None) -> set[str]:
    return {one.title for one in goals_shown(town.document, map)}


def test_the_map_of_the_vision_shows_what_the_council_wants_and_nothing_below(town: Town) -> None:
    assert shown(town, made(town, MapSubject.VISION)) == {"Sammen om løsninger", "Børn: politisk", "Ældre: politisk"}


def test_the_map_of_a_centre_shows_its_own_goals_with_all_above_them(town: Town) -> None:
    titles = {"Sammen om løsninger", *(f"Børn: {level}" for level in ("politisk", "center", "enhed", "indsats"))}
    assert shown(town, made(town, centre="Børn")) == titles


def test_the_map_of_the_municipality_shows_all_with_each_unit_as_one_box_that_opens(town: Town) -> None:
    map = made(town)
    assert shown(town, map) == shown(town, None)
    unit = goal(town, "Børn: enhed").owner
    picture = picture_of(town.document, PROFILE, map)
    box = picture.cards[unit]
    assert (box.title, box.is_box, box.downs, box.efforts) == ("Børnehuset", True, 1, 1)
    assert goal(town, "Børn: enhed").id not in picture.cards
    opened = picture_of(town.document, PROFILE, map, frozenset([unit]))
    assert unit not in opened.cards
    assert goal(town, "Børn: enhed").id in opened.cards


@pytest.mark.parametrize(
    ("first", "last", "there"),
    [
        (None, None, True),
        (date(2015, 12, 31), None, True),
        (date(2016, 1, 1), None, False),
        (None, date(2014, 1, 1), True),
        (None, date(2013, 12, 31), False),
    ],
)
def test_a_map_shows_the_goals_of_its_period(town: Town, first: date | None, last: date | None, there: bool) -> None:
    dated(town, "Børn: indsats", first, last)
    dated(town, "Børn: enhed", first, last)
    dated(town, "Børn: politisk", first, last)
    assert ("Børn: enhed" in shown(town, made(town, centre="Børn"))) is there
    assert ("Børn: politisk" in shown(town, made(town, MapSubject.VISION))) is there


def test_what_a_goal_of_the_period_supports_is_shown_even_if_it_has_ended(town: Town) -> None:
    dated(town, "Børn: politisk", None, date(2013, 12, 31))
    assert "Børn: politisk" in shown(town, made(town, centre="Børn"))


def test_a_goal_of_another_time_that_was_put_on_the_map_stands_there(town: Town) -> None:
    map = made(town, centre="Børn")
    dated(town, "Børn: enhed", date(2017, 1, 1), None)
    place = {goal(town, "Børn: enhed").id: (0, 0)}
    town.do(maps.move_goals(town.document, map, place, new_id=town.new_id))
    assert "Børn: enhed" in shown(town, map)


def test_what_was_taken_off_a_map_is_shown_on_others_only(town: Town) -> None:
    map = made(town, centre="Børn")
    town.do(maps.take_off_map(town.document, map, [goal(town, "Børn: enhed").id]))
    assert "Børn: enhed" not in shown(town, map)
    assert "Børn: enhed" in shown(town, made(town, centre="Børn"))


def test_the_map_of_the_vision_has_the_councils_levels_and_others_only_where_a_goal_was_put_there(town: Town) -> None:
    map = made(town, MapSubject.VISION)
    councils = (GoalKind.VISION_ELEMENT, GoalKind.POLITICAL_GOAL)
    assert picture_of(town.document, PROFILE, map).levels == councils
    place = {goal(town, "Børn: enhed").id: (0, 0)}
    town.do(maps.move_goals(town.document, map, place, new_id=town.new_id))
    levels = picture_of(town.document, PROFILE, map).levels
    assert levels == (*councils, GoalKind.CENTRE_GOAL, GoalKind.UNIT_GOAL), "with all above the goal"


def test_a_units_box_says_its_centre_and_the_boxes_of_a_centre_stand_side_by_side(town: Town) -> None:
    centres = {goal(town, f"{name}: center").owner: name for name in ("Børn", "Ældre")}
    for centre, name in centres.items():
        for number in range(2, 5):
            unit = town.org(OrgKind.UNIT, f"{name}: enhed {number}", f"{name[0]}-{number}", centre)
            for other in centres.values():
                upper = goal(town, f"{other}: center").id
                town.goal(GoalKind.UNIT_GOAL, f"{name} {number} {other}", under=upper, owner=unit)
    map = made(town)
    picture = picture_of(town.document, PROFILE, map)
    places = Places()
    places.follow(picture)
    boxes = sorted((card for card in picture.cards.values() if card.is_box), key=lambda one: places.spots[one.key])
    assert {box.foot for box in boxes} == {"BØ", "ÆL"}
    assert len([key for key, _ in groupby(box.centre for box in boxes)]) == 2
