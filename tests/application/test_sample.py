"""The sample municipality: the same everywhere, shaped like a real one, sound but for its faults."""

import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache

import pytest

from strategikort.application.goal_story import story_of
from strategikort.application.profiles import load_profile
from strategikort.application.sample.content import sample_content
from strategikort.application.sample.oeresoe import sample_municipality
from strategikort.cascade.shown import goals_shown
from strategikort.domain.agreements import Agreement, AgreementState, FollowUp, Section, Signatory
from strategikort.domain.document import Document
from strategikort.domain.goals import CentreGoal, Effort, Goal, UnitGoal, VisionElement
from strategikort.domain.kinds import TABLE_NAMED, kind_name
from strategikort.domain.links import Link, LinkKind
from strategikort.domain.maps import StrategyMap
from strategikort.domain.measures import Indicator
from strategikort.domain.organisation import OrgKind, OrgUnit, Placement, RoleHolding
from strategikort.domain.shape import Id, Record, fields_of

YEAR = 2015
UNITS = Counter(
    {"integreret institution": 12, "folkeskole": 6, "plejehjem": 6, "botilbud": 4, "hjemmeplejedistrikt": 3}
)
"""The types of which there are several, by section 6 of the domain description; day-care has three of its own."""
DAY_CARE = ("integreret institution", "børnehave", "vuggestue")
FINGERPRINT = """
from strategikort.application.profiles import load_profile
from strategikort.application.sample.content import sample_content
from strategikort.application.sample.oeresoe import sample_municipality
from strategikort.domain.digest import digest_of
print(digest_of(sample_municipality(sample_content(), load_profile("helsingoer"))))
"""


@cache
def sample(size: str | int = "helsingoer") -> Document:
    return sample_municipality(sample_content(), load_profile("helsingoer"), size=size)


def units() -> list[OrgUnit]:
    return [one for one in sample().all(OrgUnit).values() if one.kind is OrgKind.UNIT and one.active_to is None]


def test_the_sample_is_the_same_on_every_run_and_for_every_hash_seed() -> None:
    found = {
        subprocess.run(
            [sys.executable, "-c", FINGERPRINT],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("0", "1")
    }
    assert len(found) == 1
    assert len(found.pop().strip()) == 64


def test_there_are_ten_centres_of_which_one_has_no_units() -> None:
    centres = {one.id: one.code for one in sample().all(OrgUnit).values() if one.kind is OrgKind.CENTRE}
    with_units = {one.parent for one in sample().all(Placement).values()}
    assert len(centres) == 10
    assert [code for key, code in centres.items() if key not in with_units] == ["EPO"]


def test_the_sixty_two_units_are_of_the_types_of_a_municipality_of_this_size() -> None:
    types = Counter(unit.type for unit in units())
    assert types.total() == 62
    assert sum(types[kind] for kind in DAY_CARE) == 17
    assert all(types[kind] == number for kind, number in UNITS.items() if kind not in DAY_CARE)
    assert set(types) <= set(load_profile("helsingoer").unit_types)


def test_every_unit_has_an_agreement_with_goals_in_the_year() -> None:
    now = {key for key, one in sample().all(Agreement).items() if one.valid_to >= date(YEAR, 1, 1)}
    owners = {goal.owner for goal in sample().all(UnitGoal).values() if goal.agreement in now}
    assert owners == {unit.id for unit in units()}
    assert len(now) == 62


def test_about_thirteen_hundred_goals_and_efforts() -> None:
    assert 1_250 <= len(sample().all(Goal)) <= 1_350


@pytest.mark.parametrize(("size", "least"), [("aalborg", 4_700), ("koebenhavn", 10_000), (400, 400)])
def test_another_size_is_reached(size: str | int, least: int) -> None:
    assert least <= len(sample(size).all(Goal)) <= least * 1.02


def references(document: Document) -> Iterator[tuple[Record, str, Id]]:
    for record in document.records():
        for field in fields_of(type(record)):
            value = getattr(record, field.name)
            if field.refers and value is not None:
                yield record, field.refers, value


@pytest.mark.parametrize("size", ["helsingoer", "aalborg", 400])
def test_nothing_refers_to_what_is_not_there(size: str | int) -> None:
    document = sample(size)
    missing = [
        (kind_name(record), table, value)
        for record, table, value in references(document)
        if document.get(TABLE_NAMED[table].base, value) is None
    ]
    assert missing == []


def test_the_groups_that_goals_are_for_and_the_centres_that_are_responsible_are_there() -> None:
    known = {record.id for record in sample().records()}
    named = {one for goal in sample().all(Goal).values() for one in goal.affects}
    assert named
    assert named <= known


def texts(record: object) -> Iterator[tuple[str, int, int, str]]:
    """Each text of a record with the length that it may have, those of its milestones too."""
    for field in fields_of(type(record)):
        value = getattr(record, field.name)
        if field.length and isinstance(value, str):
            yield field.name, field.length.least, field.length.most, value
        if field.many and not issubclass(field.type, str):
            for item in value:
                yield from texts(item)


@pytest.mark.parametrize("size", ["helsingoer", "aalborg"])
def test_every_text_has_the_length_that_it_may_have(size: str) -> None:
    wrong = [
        (kind_name(record), name, text)
        for record in sample(size).records()
        for name, least, most, text in texts(record)
        if not least <= len(text) <= most
    ]
    assert wrong == []


def test_no_title_is_a_number_or_stands_ten_times() -> None:
    titles = Counter(goal.title for goal in sample().all(Goal).values())
    assert max(titles.values()) < 10
    assert [title for title in titles if re.fullmatch(r"\S+ [\d.]+", title)] == []


def test_codes_of_goals_are_given_once() -> None:
    codes = Counter(goal.code for goal in sample().all(Goal).values())
    assert max(codes.values()) == 1
    assert "" not in codes


def test_all_goals_say_why_they_are_there_and_when_they_are_reached() -> None:
    silent = [
        goal.code
        for goal in sample().all(Goal).values()
        if isinstance(goal, CentreGoal | UnitGoal) and not (goal.why and goal.success_criterion and goal.responsible)
    ]
    assert silent == []


def test_all_efforts_have_somebody_who_carries_them_and_days_within_the_agreement() -> None:
    document = sample()
    for effort in document.all(Effort).values():
        assert effort.responsible, effort.code
        assert effort.start and effort.deadline, effort.code
        assert effort.start <= effort.deadline, effort.code
        for milestone in effort.milestones:
            assert effort.start <= milestone.on <= effort.deadline, effort.code


def signed_days(agreement: Agreement) -> list[date | None]:
    return [one.signed_on for one in sample().all(Signatory).values() if one.agreement == agreement.id]


def test_agreements_in_force_are_signed_by_all_on_a_working_day_in_january() -> None:
    signed = [
        one
        for one in sample().all(Agreement).values()
        if one.valid_from == date(YEAR, 1, 1) and one.state in (AgreementState.SIGNED, AgreementState.IN_FORCE)
    ]
    assert len(signed) > 50
    for agreement in signed:
        days = signed_days(agreement)
        assert len(days) == 2, agreement.code
        for day in days:
            assert day and date(YEAR, 1, 5) <= day <= date(YEAR, 1, 30), agreement.code
            assert day.weekday() < 5, agreement.code


def test_agreements_that_may_not_be_signed_are_not() -> None:
    open_ones = [one for one in sample().all(Agreement).values() if not one.state.may_be_signed]
    assert open_ones
    for agreement in open_ones:
        assert set(signed_days(agreement)) == {None}, agreement.code


def test_every_agreement_of_the_year_has_all_sections_with_a_text_where_one_is_required() -> None:
    profile = load_profile("helsingoer")
    for agreement in sample().all(Agreement).values():
        sections = {one.key: one for one in sample().all(Section).values() if one.agreement == agreement.id}
        if agreement.valid_to >= date(YEAR, 1, 1):
            assert [one.key for one in profile.sections] == list(sections), agreement.code
            assert all(sections[one.key].text for one in profile.sections if one.required and one.part != "goals")


def test_units_and_centres_have_somebody_who_leads_them_on_every_day_of_the_year() -> None:
    held: dict[Id | None, list[tuple[date, date]]] = {}
    for role in sample().all(RoleHolding).values():
        held.setdefault(role.org, []).append((role.valid_from or date.min, role.valid_to or date.max))
    for org in (one for one in sample().all(OrgUnit).values() if one.active_to is None):
        for day in (date(YEAR, 1, 31), date(YEAR, 2, 1), date(YEAR, 12, 31)):
            assert any(first <= day <= last for first, last in held[org.id]), org.code


# ------------------------------------------------------------- faults of the sample whose rules are still to be written


def test_three_schools_share_a_goal() -> None:
    shared = [link for link in sample().all(Link).values() if link.kind is LinkKind.COORDINATES]
    goals = {end for link in shared for end in (link.lower, link.upper)}
    assert len({sample().all(UnitGoal)[goal].owner for goal in goals}) == 3


def test_one_goal_has_been_carried_over_twice_unchanged() -> None:
    document = sample()
    before = {link.lower: link.upper for link in document.all(Link).values() if link.kind is LinkKind.SUPERSEDES}
    twice = [
        [document.all(UnitGoal)[one] for one in (goal.id, before[goal.id], before[before[goal.id]])]
        for goal in document.all(UnitGoal).values()
        if before.get(goal.id) in before
    ]
    [chain] = [three for three in twice if len({goal.title for goal in three}) == 1]
    assert [goal.valid_from and goal.valid_from.year for goal in chain] == [2015, 2014, 2013]


def test_one_goal_is_followed_through_ten_years_and_two_units_with_one_break_in_its_figures() -> None:
    document = sample()
    [goal] = [one.id for one in document.all(UnitGoal).values() if one.code == "BUF-T1-01"]
    chapters = story_of(document, goal)
    assert [chapter.first and chapter.first.year for chapter in chapters] == list(range(2006, 2016))
    assert len({chapter.goal.title for chapter in chapters}) == 10
    assert len({chapter.goal.owner for chapter in chapters}) == 2
    assert len({chapter.goal.responsible for chapter in chapters}) == 3
    assert [chapter.goal.code for chapter in chapters if any(line.broken for line in chapter.lines)] == ["BUF-T1-01-0"]
    assert all(one.learning_point for chapter in chapters[:-1] for one in chapter.follow_ups)


def test_what_is_over_stands_on_no_map_of_today() -> None:
    document = sample()
    past = {goal.id for goal in document.all(Goal).values() if goal.valid_to and goal.valid_to < date(2014, 1, 1)}
    assert len(past) > 10
    assert not any(one.id in past for map in document.all(StrategyMap) for one in goals_shown(document, map))


def test_one_agreement_follows_the_school_year_and_has_had_its_midyear_talk() -> None:
    (agreement,) = [one for one in sample().all(Agreement).values() if one.valid_from == date(2014, 8, 1)]
    assert agreement.valid_to == date(2015, 7, 31)
    talks = [one for one in sample().all(FollowUp).values() if one.agreement == agreement.id and one.goal]
    goals = {goal.id for goal in sample().all(UnitGoal).values() if goal.agreement == agreement.id}
    assert {one.goal for one in talks} == goals
    assert all(one.done_on and one.done_on.month == 1 and one.explanation for one in talks)


def test_one_leader_has_left_since_the_agreement_was_signed() -> None:
    left = [one for one in sample().all(RoleHolding).values() if one.valid_to and one.valid_to.year == YEAR]
    assert len(left) == 1
    agreement = next(one for one in sample().all(Agreement).values() if one.org == left[0].org)
    signatories = [one for one in sample().all(Signatory).values() if one.agreement == agreement.id]
    assert left[0].person in {one.person for one in signatories}


def test_one_agreement_has_twelve_goals_and_one_goal_six_indicators() -> None:
    goals = Counter(goal.agreement for goal in sample().all(UnitGoal).values())
    indicators = Counter(one.goal for one in sample().all(Indicator).values())
    assert max(goals.values()) == 12
    assert max(indicators.values()) == 6


def test_one_text_holds_what_looks_like_a_cpr_number() -> None:
    efforts = [one for one in sample().all(Effort).values() if re.search(r"\b\d{6}-\d{4}\b", one.description)]
    assert len(efforts) == 1


def test_all_layers_of_the_vision_have_elements() -> None:
    layers = {one.layer for one in sample().all(VisionElement).values()}
    assert layers == {layer.key for layer in load_profile("helsingoer").layers}
