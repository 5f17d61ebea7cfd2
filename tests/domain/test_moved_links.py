"""Links that are moved: no goal is left without a primary one or gets two, and no pair is tied twice."""

import pytest

from strategikort.domain.edits import links
from strategikort.domain.edits.records import set_field
from strategikort.domain.edits.refusal import EditRefused
from strategikort.domain.edits.rehang import rehang
from strategikort.domain.goals import Goal, GoalKind
from strategikort.domain.links import Link, LinkEnd, Strength
from strategikort.domain.remembered import changed_since
from strategikort.domain.shape import Id
from tests.domain.town import PROFILE, Town


class Hung:
    """Two unit goals; the first supports two centre goals, the second one."""

    def __init__(self, town: Town) -> None:
        self.town = town
        self.reading, self.joy, self.third = (
            town.goal(GoalKind.CENTRE_GOAL, title) for title in ("Flere læser", "Flere er glade", "Flere lærer")
        )
        self.school = town.goal(GoalKind.UNIT_GOAL, "Skolen læser", under=self.reading)
        town.link(self.school, self.joy)
        self.club = town.goal(GoalKind.UNIT_GOAL, "Klubben læser", under=self.reading)

    def link(self, lower: Id, upper: Id) -> Link:
        return next(one for one in self.town.document.links_up(lower) if one.upper == upper)

    def strengths(self, goal: Id) -> dict[Id, Strength]:
        found = self.town.document.links_up(goal)
        assert len({one.upper for one in found}) == len(found)
        return {one.upper: one.strength for one in found}


@pytest.fixture
def hung(town: Town) -> Hung:
    return Hung(town)


def moved(hung: Hung, link: Link, end: LinkEnd, goal: Id) -> None:
    hung.town.do(links.move_link_end(hung.town.document, link.id, profile=PROFILE, end=end, goal=goal))


def test_a_link_that_comes_gives_way_to_the_primary_one_and_the_goal_it_left_has_another(hung: Hung) -> None:
    before = hung.town.document
    moved(hung, hung.link(hung.club, hung.reading), LinkEnd.UPPER, hung.third)
    moved(hung, hung.link(hung.school, hung.reading), LinkEnd.LOWER, hung.club)
    assert hung.strengths(hung.school) == {hung.joy: Strength.PRIMARY}
    assert hung.strengths(hung.club) == {hung.third: Strength.PRIMARY, hung.reading: Strength.SECONDARY}
    assert before != hung.town.document


def test_the_only_link_of_a_goal_is_its_primary_one_and_undo_gives_both_back(hung: Hung) -> None:
    lonely = hung.town.goal(GoalKind.UNIT_GOAL, "Biblioteket læser")
    before = hung.town.document
    step = links.move_link_end(
        before, hung.link(hung.school, hung.joy).id, profile=PROFILE, end=LinkEnd.LOWER, goal=lonely
    )
    hung.town.do(step)
    assert hung.strengths(lonely) == {hung.joy: Strength.PRIMARY}
    assert hung.town.document.with_changes(step.inverted()) == before


def test_cutting_or_turning_the_primary_link_lets_the_next_be_it(hung: Hung) -> None:
    turned = hung.town.document.with_changes(
        links.turn_link(hung.town.document, hung.link(hung.school, hung.reading).id)
    )
    assert [one.strength for one in turned.links_up(hung.school)] == [Strength.PRIMARY]
    hung.town.do(links.unlink(hung.town.document, hung.link(hung.school, hung.reading).id))
    assert hung.strengths(hung.school) == {hung.joy: Strength.PRIMARY}


def test_a_goal_hung_elsewhere_keeps_one_primary_link_that_knows_the_goal_it_came_to(hung: Hung) -> None:
    made = rehang(
        hung.town.document,
        profile=PROFILE,
        new_id=hung.town.new_id,
        goals=[(hung.school, hung.reading), (hung.club, hung.reading)],
        upper=hung.third,
    )
    hung.town.do(made)
    assert hung.strengths(hung.school) == {hung.third: Strength.PRIMARY, hung.joy: Strength.SECONDARY}
    assert hung.strengths(hung.club) == {hung.third: Strength.PRIMARY}
    assert not changed_since(hung.link(hung.club, hung.third), hung.town.document.all(Goal)[hung.third])


def test_a_goal_is_not_hung_twice_under_one(hung: Hung) -> None:
    for keep in (True, False):
        with pytest.raises(EditRefused, match=r"link\.twice"):
            rehang(
                hung.town.document,
                profile=PROFILE,
                new_id=hung.town.new_id,
                goals=[(hung.school, hung.reading)],
                upper=hung.joy,
                keep=keep,
            )


def test_a_goal_whose_links_stay_keeps_their_strengths(hung: Hung) -> None:
    link = hung.link(hung.school, hung.reading)
    hung.town.do(set_field(hung.town.document, Link, link.id, "strength", Strength.SECONDARY))
    moved(hung, link, LinkEnd.UPPER, hung.third)
    assert set(hung.strengths(hung.school).values()) == {Strength.SECONDARY}
