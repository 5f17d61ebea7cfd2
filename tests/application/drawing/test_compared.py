"""A comparison on one map: every change that the map can show is on it once, and nothing that is gone covers a card."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from strategikort.application.comparing import Change, compare_versions, compare_years
from strategikort.application.drawing.compared import ComparedMap, Sides, compared_on
from strategikort.application.drawing.measure import CARD_HEIGHT, CARD_WIDTH
from strategikort.application.drawing.picture import picture_of
from strategikort.application.drawing.placing import Places
from strategikort.application.profiles import load_profile
from strategikort.domain.document import Document
from strategikort.domain.edits.goals import remove_goals
from strategikort.domain.goals import Goal, UnitGoal
from strategikort.domain.links import LinkKind
from strategikort.domain.maps import StrategyMap
from strategikort.domain.organisation import OrgUnit
from strategikort.domain.shape import Id
from tests.application.test_comparing import two_years
from tests.cascade.test_verdicts import cascades
from tests.cascade.test_watch import steps
from tests.cascade.town import Town, healthy

PROFILE = load_profile("helsingoer")


def on_map(
    document: Document, sides: Sides, map: Id | None = None, opened: frozenset[Id] = frozenset()
) -> tuple[ComparedMap, Places]:
    picture, places = picture_of(document, PROFILE, map, opened), Places()
    places.follow(picture)
    return compared_on(document, PROFILE, map, opened, picture, places, sides), places


def versions(before: Document, after: Document) -> Sides:
    return Sides(before=before, comparison=compare_versions(before, after))


def edited() -> tuple[Town, Town]:
    before = healthy()
    after = healthy().goal(UnitGoal, "new").link("new>cb").change("ua", title="Andre ord").without("eb", "eb>ub")
    after.without("ub>cb").link("ub>ca")
    return before, after


def test_new_changed_and_gone_goals_are_marked_each_on_its_card() -> None:
    before, after = edited()
    found, _ = on_map(after.document, versions(before.document, after.document))
    assert found.marks == {
        "new": {Change.ADDED: 1},
        "ua": {Change.CHANGED: 1},
        "ub": {Change.CHANGED: 1},
        "eb": {Change.REMOVED: 1},
    }
    assert [(goal.id, card) for goal, card in found.left] == [("eb", "eb")]
    assert list(found.gone) == ["eb"]


def test_links_between_goals_that_stay_are_told_apart_from_those_of_new_and_gone_goals() -> None:
    before, after = edited()
    found, _ = on_map(after.document, versions(before.document, after.document))
    assert found.gained == {(LinkKind.REALISES, "ub", "ca"): True, (LinkKind.REALISES, "new", "cb"): False}
    assert found.lost == {("ub", "cb"): True, ("eb", "ub"): False}


def test_nothing_lies_over_the_map_of_a_document_compared_with_itself() -> None:
    document = healthy().document
    found, _ = on_map(document, versions(document, document))
    assert not any((found.marks, found.gone, found.gained, found.lost, found.left))


def test_a_goal_of_the_year_before_that_lapsed_is_drawn_on_the_map_of_this_year() -> None:
    town = two_years()
    year = StrategyMap(id=Id("map"), title="2015", valid_from=date(2015, 1, 1), valid_to=date(2015, 12, 31))
    document = town.add(year).document
    sides = Sides(
        before=document, comparison=compare_years(document, PROFILE, 2014, 2015), earlier=PROFILE.period(2014)
    )
    opened = frozenset(document.all(OrgUnit))
    found, _ = on_map(document, sides, Id("map"), opened)
    assert list(found.gone) == ["gone"] and found.lost[Id("gone"), Id("ca")] is False
    assert "ua2014" not in found.gone  # `ua` has taken its place
    everything, _ = on_map(document, sides)
    assert not everything.gone and everything.marks[Id("gone")] == {Change.REMOVED: 1}


def test_a_box_says_how_many_of_its_goals_are_new_changed_or_gone() -> None:
    before = healthy()
    before.add(StrategyMap(id=Id("map"), title="Alt"))
    after = before.document.with_changes(remove_goals(before.document, [Id("ua")]))
    found, _ = on_map(after, versions(before.document, after), Id("map"))
    unit = before.document.all(Goal)[Id("ua")].owner
    assert found.marks[unit][Change.REMOVED] >= 1
    assert (before.document.all(Goal)[Id("ua")], unit) in found.left and not found.gone


@given(cascades(), st.integers(0, 10**6))
def test_whatever_is_done_every_change_is_shown_once_and_what_is_gone_stands_free(start: Document, seed: int) -> None:
    *_, (_, after) = steps(start, seed, 12)
    sides = versions(start, after)
    found, places = on_map(after, sides)
    wanted = {row.goal.id: row.change for row in sides.comparison.rows if row.change is not Change.SAME}
    assert {key: next(iter(tally)) for key, tally in found.marks.items()} == wanted
    assert {goal.id for goal, _ in found.left} == {one for one, change in wanted.items() if change is Change.REMOVED}
    kinds = {key: card.kind for key, card in picture_of(after, PROFILE, None).cards.items()}
    taken = [(kinds[key], spot) for key, spot in places.spots.items()]
    for card, spot in found.gone.values():
        assert not any(
            kind is card.kind and abs(x - spot[0]) < CARD_WIDTH and abs(y - spot[1]) < CARD_HEIGHT
            for kind, (x, y) in taken
        )
        taken.append((card.kind, spot))


def test_a_map_that_the_earlier_version_did_not_have_shows_no_goal_that_is_gone() -> None:
    before, after = edited()
    document = after.add(replace(StrategyMap(id=Id("map")), title="Nyt kort")).document
    found, _ = on_map(document, versions(before.document, document), Id("map"), frozenset(document.all(OrgUnit)))
    assert not found.gone and not found.left and found.marks[Id("ua")] == {Change.CHANGED: 1}
