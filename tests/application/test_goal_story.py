"""A goal's history: chapters through what took its place, wording with its changes, figures with their breaks."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from strategikort.application.goal_story import Mark, pieces, story_of
from strategikort.domain.agreements import FollowUp, Status
from strategikort.domain.goals import UnitGoal
from strategikort.domain.links import LinkKind
from strategikort.domain.measures import Indicator, Measurement, YearlyTarget
from strategikort.domain.shape import Id
from tests.cascade.town import Town, healthy

TITLES = {2013: "Flere børn læser", 2014: "Flere børn læser hver dag", 2015: "Alle børn læser hver dag"}


def three_years() -> Town:
    town = healthy()
    for year, title in TITLES.items():
        first, last = date(year, 1, 1), date(year, 12, 31)
        town.add(UnitGoal(id=Id(f"g{year}"), title=title, owner=Id("skole"), valid_from=first, valid_to=last))
        town.add(Indicator(id=Id(f"i{year}"), goal=Id(f"g{year}"), name="Andel", unit="%"))
        town.add(YearlyTarget(id=Id(f"t{year}"), indicator=Id(f"i{year}"), year=year, value=Decimal(year - 1930)))
        town.add(Measurement(id=Id(f"m{year}"), indicator=Id(f"i{year}"), measured_on=last, value=Decimal(80)))
    return town.link("g2014>g2013", "g2015>g2014", kind=LinkKind.SUPERSEDES)


def test_the_chapters_are_told_from_the_oldest_whichever_of_them_is_asked_for() -> None:
    document = three_years().document
    for goal in ("g2013", "g2014", "g2015"):
        assert [chapter.goal.id for chapter in story_of(document, Id(goal))] == ["g2013", "g2014", "g2015"]


def test_the_wording_shows_what_was_changed_since_the_chapter_before() -> None:
    first, second, third = story_of(three_years().document, Id("g2014"))
    assert {piece.mark for piece in first.title} == {Mark.SAME}
    assert [piece.text.strip() for piece in second.title if piece.mark is Mark.ADDED] == ["hver dag"]
    assert [piece.text for piece in third.title if piece.mark is Mark.REMOVED] == ["Flere"]


def test_figures_are_broken_where_they_are_measured_otherwise_or_the_indicator_says_so() -> None:
    town = three_years()
    assert not any(line.broken for chapter in story_of(town.document, Id("g2013")) for line in chapter.lines)
    town.change("i2014", unit="antal").change("i2015", unit="antal", comparability_note="Nyt skema")
    assert [chapter.lines[0].broken for chapter in story_of(town.document, Id("g2013"))] == [False, True, True]
    renamed = three_years().change("i2014", name="Læselyst", supersedes=Id("i2013"), definition="Nu med lyst")
    assert story_of(renamed.document, Id("g2013"))[1].lines[0].broken


def test_a_chapter_has_its_figures_and_what_was_learnt() -> None:
    town = three_years().add(
        FollowUp(id=Id("f"), goal=Id("g2014"), done_on=date(2014, 11, 1), status=Status.AT_RISK, learning_point="Læs")
    )
    chapter = story_of(town.document, Id("g2014"))[1]
    assert [target.value for target in chapter.lines[0].targets] == [84]
    assert [result.value for result in chapter.lines[0].results] == [80]
    assert [one.learning_point for one in chapter.follow_ups] == ["Læs"]


def test_goals_that_became_one_are_all_told() -> None:
    town = three_years()
    town.add(replace(town.document.all(UnitGoal)[Id("g2013")], id=Id("other"), title="Et andet mål"))
    town.link("g2014>other", kind=LinkKind.SUPERSEDES)
    assert {chapter.goal.id for chapter in story_of(town.document, Id("other"))} == {"g2013", "g2014", "g2015", "other"}


words = st.text(st.sampled_from("ab \n"), max_size=30)


@given(words, words)
def test_the_pieces_make_up_both_wordings(old: str, new: str) -> None:
    found = pieces(old, new)
    assert "".join(one.text for one in found if one.mark is not Mark.REMOVED) == new
    assert "".join(one.text for one in found if one.mark is not Mark.ADDED) == old
