"""The year's drafts made for many units at once, and replaced in many without losing what leaders wrote."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategikort.domain.agreements import (
    Agreement,
    AgreementState,
    FollowUp,
    FollowUpKind,
    Section,
    Signatory,
)
from strategikort.domain.changes import Change, ChangeSet
from strategikort.domain.edits import life_cycle, organisation
from strategikort.domain.edits.making import Common, CommonGoal, make_agreements, units_without
from strategikort.domain.edits.many import (
    Fate,
    FollowUpDay,
    GoalText,
    SectionText,
    change_drafts,
    common_goals,
    proposals,
    usual,
)
from strategikort.domain.edits.refusal import EditRefused
from strategikort.domain.edits.sealed import unsealed
from strategikort.domain.goals import DecidedAt, GoalKind, Origin, UnitGoal
from strategikort.domain.links import Link
from strategikort.domain.organisation import OrgKind, OrgUnit
from strategikort.domain.phrases import phrase
from strategikort.domain.shape import Id
from tests.domain.town import PROFILE, Town

TEXT = SectionText("core_task")


def town_of(units: int, goals: int = 1) -> Town:
    """A centre with some schools, their leaders, and a centre goal that the common goals support."""
    town = Town()
    centre = town.org(OrgKind.CENTRE, "Dagtilbud og Skoler", "DS")
    above = town.goal(GoalKind.CENTRE_GOAL, "Flere børn trives", owner=centre)
    chief = organisation.appoint(
        town.document, new_id=town.new_id, name="Niels", role="centre_chief", org=centre, since=date(2014, 1, 1)
    )
    town.do(chief)
    for number in range(units):
        school = town.org(OrgKind.UNIT, f"Skole {number:02d}", f"S{number:02d}", centre)
        leader = organisation.appoint(
            town.document, new_id=town.new_id, name=f"L{number}", role="unit_leader", org=school, since=date(2014, 1, 1)
        )
        town.do(leader)
    common = Common(
        texts={"core_task": "Vi underviser.", "cooperation": "Vi taler sammen."},
        fixed=frozenset(["cooperation"]),
        goals=tuple(
            CommonGoal(title=f"Fælles mål {number}", under=above, success_criterion="Det ses.", central=number == 0)
            for number in range(goals)
        ),
    )
    town.do(made(town, common))
    return town


def made(town: Town, common: Common, year: int = 2015) -> ChangeSet:
    units = [one.id for one in units_without(town.document, PROFILE, year)]
    return make_agreements(town.document, profile=PROFILE, new_id=town.new_id, units=units, year=year, common=common)


def drafts(town: Town) -> list[Agreement]:
    return sorted(town.document.all(Agreement).values(), key=lambda one: one.code)


def written(town: Town, agreement: Agreement, text: str) -> None:
    section = next(
        one for one in town.document.all(Section).values() if one.agreement == agreement.id and one.key == TEXT.key
    )
    town.do(ChangeSet(phrase("edit.field"), (Change(section, replace(section, text=text)),)))


def text_of(town: Town, agreement: Agreement) -> str:
    found = town.document.grouped(Section, "agreement")[agreement.id]
    return next(one.text for one in found if one.key == TEXT.key)


def change(town: Town, what: TEXT.__class__, value: object, *, also: Sequence[Id] = ()) -> list[Fate]:
    told = proposals(town.document, drafts(town), what, value, also=also)
    step = change_drafts(town.document, told, what, value, new_id=town.new_id)
    town.do(unsealed(town.document, step))
    return [one.fate for one in told]


def test_each_unit_gets_a_draft_with_texts_goals_parties_and_days_in_one_step() -> None:
    town = town_of(3, goals=2)
    assert len(drafts(town)) == 3
    for agreement in drafts(town):
        sections = {one.key: one for one in town.document.grouped(Section, "agreement")[agreement.id]}
        assert (sections["core_task"].text, sections["core_task"].fixed) == ("Vi underviser.", False)
        assert (sections["cooperation"].text, sections["cooperation"].fixed) == ("Vi taler sammen.", True)
        assert all(one.person for one in town.document.grouped(Signatory, "agreement")[agreement.id])
        assert len(town.document.grouped(FollowUp, "agreement")[agreement.id]) == 2
        goals = town.document.grouped(UnitGoal, "agreement")[agreement.id]
        assert {one.title for one in goals} == {"Fælles mål 0", "Fælles mål 1"}
        assert {one.origin for one in goals} == {Origin.COMMON}
        assert {one.owner for one in goals} == {agreement.org}
        assert {one.decided_at for one in goals if one.title.endswith("0")} == {DecidedAt.CENTRAL}
    goals = town.document.all(UnitGoal).values()
    assert len({one.code for one in goals}) == 6
    assert len(town.document.all(Link)) == 6
    firsts = [one for one in goals if one.common_goal is None]
    assert {one.common_goal for one in goals} - {None} == {one.id for one in firsts}
    assert units_without(town.document, PROFILE, 2015) == ()


def test_only_units_without_an_agreement_that_shall_have_one_are_offered() -> None:
    town = Town()
    centre = town.org(OrgKind.CENTRE, "Kultur", "K")
    other = town.org(OrgKind.CENTRE, "Skoler", "S")
    mine, theirs, closed = (
        town.org(OrgKind.UNIT, name, name[:2], home)
        for name, home in (("Bibliotek", centre), ("Skole", other), ("Lukket", centre))
    )
    unit = town.document.all(OrgUnit)[closed]
    town.do(ChangeSet(phrase("edit.field"), (Change(unit, replace(unit, active_to=date(2014, 6, 30))),)))
    assert [one.id for one in units_without(town.document, PROFILE, 2015)] == [mine, theirs]
    assert [one.id for one in units_without(town.document, PROFILE, 2015, centre)] == [mine]
    with pytest.raises(EditRefused, match=r"agreement\.no_units"):
        make_agreements(town.document, profile=PROFILE, new_id=town.new_id, units=[], year=2015, common=Common())


def test_a_text_is_replaced_where_it_stands_as_it_was_given_and_left_where_a_leader_rewrote_it() -> None:
    town = town_of(5)
    first, second, third, fourth, fifth = drafts(town)
    written(town, second, "Vi lærer børn at læse.")
    written(town, third, "")
    written(town, fifth, "Vi underviser alle børn.")
    for state in (AgreementState.IN_DIALOGUE, AgreementState.READY):
        town.do(life_cycle.move_agreement(town.document, fourth.id, to=state, today=date(2015, 1, 5)))
    told = change(town, TEXT, "Vi underviser alle børn.")
    assert told == [Fate.CHANGED, Fate.REWRITTEN, Fate.CHANGED, Fate.LOCKED, Fate.SAME]
    assert [text_of(town, one) for one in drafts(town)] == [
        "Vi underviser alle børn.",
        "Vi lærer børn at læse.",
        "Vi underviser alle børn.",
        "Vi underviser.",
        "Vi underviser alle børn.",
    ]
    assert change(town, TEXT, "Nyt.", also=[second.id])[1] is Fate.CHANGED


def test_a_section_that_a_draft_lacks_is_made_and_a_goal_is_not() -> None:
    town = town_of(2)
    what = SectionText("extra", "Det holder vi op med")
    assert change(town, what, "Vi holder op med at tælle blyanter.") == [Fate.CHANGED, Fate.CHANGED]
    assert sum(one.heading == "Det holder vi op med" for one in town.document.all(Section).values()) == 2
    goal = next(iter(town.document.all(UnitGoal).values()))
    town.do(ChangeSet(phrase("edit.field"), (Change(goal, replace(goal, origin=Origin.LOCAL)),)))
    told = [one.fate for one in proposals(town.document, drafts(town), GoalText("Fælles mål 0"), "Andet")]
    assert sorted(told) == [Fate.ABSENT, Fate.CHANGED]


def test_a_common_goal_is_reworded_wherever_it_stands_and_known_again_by_where_it_was_taken_from() -> None:
    town = town_of(3)
    assert common_goals(town.document, drafts(town)) == ("Fælles mål 0",)
    assert change(town, GoalText("Fælles mål 0"), "Alle børn læser") == [Fate.CHANGED] * 3
    assert {one.title for one in town.document.all(UnitGoal).values()} == {"Alle børn læser"}
    one = max(town.document.all(UnitGoal).values(), key=lambda goal: goal.code)
    town.do(ChangeSet(phrase("edit.field"), (Change(one, replace(one, title="Vores børn læser")),)))
    told = change(town, GoalText("Alle børn læser"), "Alle børn skriver")
    assert told == [Fate.CHANGED, Fate.CHANGED, Fate.REWRITTEN]
    assert change(town, GoalText("Alle børn skriver", "why"), "Fordi.") == [Fate.CHANGED] * 3


def test_a_day_is_moved_where_it_stands_as_the_wheel_gave_it() -> None:
    town = town_of(3)
    what, day = FollowUpDay(FollowUpKind.MIDYEAR), date(2015, 6, 17)
    own = max(
        (one for one in town.document.all(FollowUp).values() if one.kind is FollowUpKind.MIDYEAR),
        key=lambda one: town.document.all(Agreement)[one.agreement].code,
    )
    town.do(ChangeSet(phrase("edit.field"), (Change(own, replace(own, planned_on=date(2015, 5, 1))),)))
    assert usual(town.document, drafts(town), what) == date(2015, 6, 10)
    assert change(town, what, day) == [Fate.CHANGED, Fate.CHANGED, Fate.REWRITTEN]
    assert change(town, what, day) == [Fate.SAME, Fate.SAME, Fate.REWRITTEN]


@given(texts=st.lists(st.sampled_from(["", "A", "B", "C"]), min_size=1, max_size=8), value=st.sampled_from(["B", "D"]))
def test_whatever_the_drafts_say_one_step_changes_those_it_tells_of_and_no_others(texts: list[str], value: str) -> None:
    town = town_of(len(texts))
    for agreement, text in zip(drafts(town), texts, strict=True):
        written(town, agreement, text)
    before = town.document
    base = usual(before, drafts(town), TEXT)
    told = proposals(before, drafts(town), TEXT, value)
    step = change_drafts(before, told, TEXT, value, new_id=town.new_id)
    town.do(step)
    for agreement, text, one in zip(drafts(town), texts, told, strict=True):
        changed = text != value and (not text or text == base)
        assert (one.fate is Fate.CHANGED) is changed
        assert text_of(town, agreement) == (value if changed else text)
    town.do(step.inverted())
    assert town.document == before
