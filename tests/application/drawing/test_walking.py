"""Along the links one comes from every goal to every goal that it is linked with, and back."""

from hypothesis import given
from hypothesis import strategies as st

from strategikort.application.drawing.picture import Arrow, Card, Picture
from strategikort.application.drawing.telling import told
from strategikort.application.drawing.walking import Way, in_reading_order, step
from strategikort.domain.edits.refusal import EditRefused
from strategikort.domain.goals import Goal, GoalKind
from strategikort.domain.links import LinkKind
from strategikort.domain.shape import Id
from tests.domain.town import PROFILE, Town

LEVELS = PROFILE.levels


def picture(kinds: list[GoalKind], links: list[tuple[int, int]]) -> Picture:
    cards = {
        Id(f"g{row:02d}"): Card(
            key=Id(f"g{row:02d}"), kind=kind, goals=(Id(f"g{row:02d}"),), code="", title="", foot=""
        )
        for row, kind in enumerate(kinds)
    }
    keys = list(cards)
    ways = [
        (LinkKind.REALISES, keys[low], keys[high])
        for low, high in links
        if low != high and kinds[low].level > kinds[high].level
    ]
    return Picture(levels=LEVELS, cards=cards, arrows={way: Arrow(*way, links=()) for way in ways})


@st.composite
def drawn(draw: st.DrawFn) -> tuple[Picture, dict[Id, tuple[int, int]]]:
    kinds = draw(st.lists(st.sampled_from(LEVELS), min_size=1, max_size=12))
    numbers = st.integers(0, len(kinds) - 1)
    made = picture(kinds, draw(st.lists(st.tuples(numbers, numbers), max_size=30)))
    places = st.tuples(st.integers(-500, 500), st.integers(0, 300))
    return made, {key: draw(places) for key in made.cards}


@given(drawn())
def test_up_and_down_lead_along_a_link_whenever_there_is_one(made: tuple[Picture, dict[Id, tuple[int, int]]]) -> None:
    shown, spots = made
    for key in shown.cards:
        ups = {arrow.upper for arrow in shown.arrows.values() if arrow.lower == key}
        downs = {arrow.lower for arrow in shown.arrows.values() if arrow.upper == key}
        up, down = step(shown, spots, key, Way.UP), step(shown, spots, key, Way.DOWN)
        assert up in ups if ups else up is None
        assert down in downs if downs else down is None


@given(drawn())
def test_aside_leads_once_past_all_that_support_the_same_goal_and_back(
    made: tuple[Picture, dict[Id, tuple[int, int]]],
) -> None:
    shown, spots = made
    for upper in shown.cards:
        row = in_reading_order(shown, spots, {arrow.lower for arrow in shown.arrows.values() if arrow.upper == upper})
        for one, other in zip(row, row[1:], strict=False):
            assert step(shown, spots, one, Way.AFTER, came_from=upper) == other
            assert step(shown, spots, other, Way.BEFORE, came_from=upper) == one
        if row:
            assert step(shown, spots, row[0], Way.BEFORE, came_from=upper) is None
            assert step(shown, spots, row[-1], Way.AFTER, came_from=upper) is None


def test_goals_under_nothing_are_beside_the_others_of_their_level_that_are_under_nothing() -> None:
    unit = GoalKind.UNIT_GOAL
    shown = picture([GoalKind.CENTRE_GOAL, unit, unit, unit, GoalKind.EFFORT], [(1, 0)])
    spots = {key: (row * 200, 0) for row, key in enumerate(shown.cards)}
    assert step(shown, spots, Id("g02"), Way.AFTER) == "g03"
    assert step(shown, spots, Id("g02"), Way.BEFORE) is None


@st.composite
def towns(draw: st.DrawFn) -> Town:
    town = Town()
    made: list[Id] = []
    for kind in draw(st.lists(st.sampled_from(list(GoalKind)), max_size=12)):
        made.append(town.goal(kind, f"Mål {len(made)}"))
    pairs = st.tuples(st.integers(0, 11), st.integers(0, 11))
    for low, high in draw(st.lists(pairs, max_size=25)):
        if low < len(made) and high < len(made):
            _link_if_allowed(town, made[low], made[high])
    return town


def _link_if_allowed(town: Town, lower: Id, upper: Id) -> None:
    try:
        town.link(lower, upper)
    except EditRefused:
        return


@given(towns(), st.data())
def test_each_goal_is_told_once_and_after_one_that_it_supports(town: Town, data: st.DataObject) -> None:
    every = sorted(town.document.all(Goal))
    shown = data.draw(st.sets(st.sampled_from(every))) if every else set()
    tale = told(town.document, shown)
    assert sorted(one.goal.id for one in tale) == sorted(shown)
    before: set[Id] = set()
    for one in tale:
        uppers = {link.upper for link in town.document.links_up(one.goal.id)} & shown
        way = [goal.id for goal in one.way]
        assert set(way) <= before
        assert (way[-1] in uppers) if uppers else not way
        assert {goal.id for goal in one.below} == {link.lower for link in town.document.links_down(one.goal.id)} & shown
        before.add(one.goal.id)
