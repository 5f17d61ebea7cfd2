"""A goal above has changed: those below are asked, and those under them marked, until somebody answers."""

from dataclasses import replace
from datetime import date

import pytest

from strategikort.application.profiles import load_profile
from strategikort.application.sample.content import sample_content
from strategikort.application.sample.oeresoe import sample_municipality
from strategikort.cascade.changed_above import doubts_of
from strategikort.domain.document import Document
from strategikort.domain.edits.reviews import confirm_above
from strategikort.domain.goals import Goal, GoalState
from strategikort.domain.links import Link, LinkKind
from strategikort.domain.remembered import remembering
from strategikort.domain.shape import Id
from tests.cascade.town import Town, healthy


def remembered() -> Town:
    """The healthy municipality, its links knowing what stands above."""
    town = healthy()
    for link in list(town.document.all(Link).values()):
        town.add(remembering(link, town.document.all(Goal)[link.upper]))
    return town


def test_nothing_is_in_doubt_while_nothing_above_has_changed() -> None:
    doubts = doubts_of(remembered().document)
    assert not doubts.asked and not doubts.below


@pytest.mark.parametrize(
    "values",
    [
        {"title": "Et andet mål"},
        {"success_criterion": "600.000 besøg"},
        {"description": "Med andre ord"},
        {"valid_to": date(2016, 12, 31)},
    ],
)
def test_a_change_of_wording_or_days_puts_the_goal_below_in_doubt_and_all_under_it(values: dict[str, object]) -> None:
    doubts = doubts_of(remembered().change("pa", **values).document)
    assert set(doubts.asked) == {"ca"}
    assert doubts.below == {"ua", "ea"}
    assert Id("ua") in doubts and Id("ub") not in doubts


def test_what_nobody_reads_as_wording_puts_nothing_in_doubt() -> None:
    assert not doubts_of(remembered().change("pa", code="P-7", theme="by").document).asked


def test_yes_it_fits_takes_the_doubt_away_in_one_step() -> None:
    document = remembered().change("pa", title="Et andet mål").document
    answer = confirm_above(document, [link.id for link in doubts_of(document).asked[Id("ca")]])
    assert len(answer.changes) == 1
    assert not doubts_of(document.with_changes(answer)).asked


def test_links_of_earlier_files_and_cancelled_goals_are_not_asked() -> None:
    assert not doubts_of(healthy().change("pa", title="Et andet mål").document).asked
    cancelled = remembered().change("pa", title="Et andet mål").change("ca", state=GoalState.CANCELLED)
    assert not doubts_of(cancelled.document).asked


def test_several_links_are_asked_together() -> None:
    town = remembered().link("ca>pb")
    link = town.document.all(Link)[Id("ca>pb")]
    town.add(replace(remembering(link, town.document.all(Goal)[Id("pb")]), note="også"))
    document: Document = town.change("pa", title="Nyt").change("pb", title="Andet").document
    assert {link.upper for link in doubts_of(document).asked[Id("ca")]} == {"pa", "pb"}


def test_links_of_the_sample_know_what_stands_above_and_nothing_is_in_doubt() -> None:
    document = sample_municipality(sample_content(), load_profile("helsingoer"))
    links = [one for one in document.all(Link).values() if one.kind is LinkKind.REALISES]
    assert links and all(one.seen_title == document.all(Goal)[one.upper].title for one in links)
    assert not doubts_of(document).asked
