"""*Prøv det af*: a forecast is what applying then gives, and nothing is written before."""

import random
from collections.abc import Callable
from datetime import date
from functools import cache
from itertools import count

import pytest

from strategikort.application.profiles import load_profile
from strategikort.application.reading import Reading, reading_of
from strategikort.application.sample.content import sample_content
from strategikort.application.sample.oeresoe import sample_municipality
from strategikort.application.trying import BROKEN, Trial, trial
from strategikort.cascade.checking import checked
from strategikort.cascade.coverage import Coverage, Side
from strategikort.cascade.rules.asking import Check
from strategikort.cascade.verdicts import verdicts_of
from strategikort.domain.agreements import Agreement, AgreementState
from strategikort.domain.changes import ChangeSet
from strategikort.domain.document import Document
from strategikort.domain.edits.refusal import EditRefused
from strategikort.domain.edits.restructure import lapse, merge_units, move_unit, redate
from strategikort.domain.goals import CentreGoal, Goal, PoliticalGoal, UnitGoal
from strategikort.domain.organisation import OrgKind, OrgUnit
from strategikort.domain.phrases import phrase
from strategikort.domain.shape import Id
from tests.cascade.complete import complete

TODAY, DAY = date(2015, 2, 15), date(2015, 8, 1)
Edit = Callable[[Document], ChangeSet]


def check_of(document: Document) -> Check:
    return Check(document, load_profile("helsingoer"), today=TODAY, year=2015)


def tried(reading: Reading, *edits: Edit) -> Trial:
    found = trial(reading, check_of)
    for edit in edits:
        found.try_(edit)
    return found


@cache
def town() -> Reading:
    return reading_of(complete().document, language="da")


@cache
def sample() -> Reading:
    return reading_of(sample_municipality(sample_content(), load_profile("helsingoer")), language="da")


def chosen(document: Document, chance: random.Random) -> Edit:
    """Something that a director might want to try."""
    numbers = count(chance.randrange(10**9))
    goals = [goal.id for goal in document.all(Goal).values() if isinstance(goal, (PoliticalGoal, CentreGoal, UnitGoal))]
    orgs = list(document.all(OrgUnit).values())
    units = [one.id for one in orgs if one.kind is not OrgKind.CENTRE]
    centres = [one.id for one in orgs if one.kind is OrgKind.CENTRE]
    some = chance.sample(goals, k=chance.randint(1, 3))
    unit, other, centre = chance.choice(units), chance.choice(units), chance.choice(centres)
    last = chance.choice([None, date(2014, 12, 31), date(2015, 6, 30), date(2020, 12, 31)])
    return chance.choice(
        [
            lambda one: lapse(one, some),
            lambda one: redate(one, some, first=None, last=last),
            lambda one: move_unit(one, unit, centre=centre, day=DAY, new_id=lambda: Id(f"moved {next(numbers)}")),
            lambda one: merge_units(one, [unit], into=other, day=DAY),
        ]
    )


def play(reading: Reading, seed: int, steps: int) -> None:
    """Try something, and hold the forecast against what a check says after it was applied."""
    chance, found = random.Random(seed), tried(reading)
    for _ in range(steps):
        try:
            found.try_(chosen(found.document, chance))
        except EditRefused:
            continue
    forecast = found.forecast()
    assert tried(reading).document is reading.document
    applied = reading.document.with_changes(found.change_set(phrase("edit.trial")))
    assert applied == found.document
    before, after = (told(one, reading) for one in (reading.document, applied))
    assert set(forecast.broken) == after["broken"] - before["broken"]
    assert set(forecast.uncovered) == after["uncovered"] - before["uncovered"]
    assert {(one.rule, one.records) for one in forecast.appear} == after["findings"] - before["findings"]
    assert {(one.rule, one.records) for one in forecast.vanish} == before["findings"] - after["findings"]


def told(document: Document, reading: Reading) -> dict[str, set[object]]:
    verdicts = verdicts_of(document)
    check = check_of(document)
    found = checked(document, reading.profile, reading.rulebook, today=TODAY, year=2015).findings
    return {
        "broken": {
            goal.id
            for goal in document.all(Goal).values()
            if isinstance(goal, (CentreGoal, UnitGoal)) and check.asks(goal) and verdicts.of(goal.id) in BROKEN
        },
        "uncovered": set(Coverage(check, Side.UNITS).uncovered),
        "findings": {(one.rule, one.records) for one in found},
    }


@pytest.mark.parametrize("seed", range(40))
def test_a_forecast_is_what_applying_gives(seed: int) -> None:
    play(town(), seed, 3)


@pytest.mark.parametrize("seed", range(2))
def test_a_forecast_on_the_sample_is_what_applying_gives(seed: int) -> None:
    play(sample(), seed, 2)


@pytest.mark.long
def test_two_thousand_forecasts_are_what_applying_gives() -> None:
    for seed in range(2_000):
        play(town(), seed, 3)


def test_a_lapsed_goal_breaks_the_threads_under_it_and_asks_for_addenda() -> None:
    found = tried(town(), lambda one: lapse(one, [Id("pa")]))
    forecast = found.forecast()
    assert set(forecast.broken) == {"ca", "ua", "la"}
    assert forecast.addenda == ("skole2015",)
    assert {one.rule for one in forecast.appear} >= {"TRA-001", "TRA-002"}
    found.take_back()
    assert found.forecast().broken == () and found.document is town().document


def test_only_what_has_been_signed_needs_an_addendum() -> None:
    drafts = complete().change("skole2015", state=AgreementState.DRAFT).document
    assert tried(reading_of(drafts, language="da"), lambda one: lapse(one, [Id("pa")])).forecast().addenda == ()


def test_a_unit_that_moves_needs_an_addendum_and_stands_under_its_new_centre() -> None:
    found = tried(town(), lambda one: move_unit(one, Id("skole"), centre=Id("kulturcenter"), day=DAY, new_id=fresh))
    assert found.forecast().addenda == ("skole2015",)
    places = check_of(found.document).places
    assert places.centre_of(Id("skole"), DAY) == "kulturcenter"
    assert places.centre_of(Id("skole"), date(2015, 7, 31)) == "skolecenter"


def fresh() -> Id:
    return Id("fresh")


def test_units_that_merge_close_and_hand_over_what_is_not_signed() -> None:
    open_ = complete()
    for name in ("skole2015", "bibliotek2015"):
        open_.change(name, state=AgreementState.DRAFT)
    merged = tried(
        reading_of(open_.document, language="da"),
        lambda one: merge_units(one, [Id("skole")], into=Id("bibliotek"), day=DAY),
    ).document
    assert merged.all(OrgUnit)[Id("skole")].active_to == date(2015, 7, 31)
    goal = merged.all(UnitGoal)[Id("ua")]
    assert (goal.owner, goal.agreement) == ("bibliotek", "bibliotek2015")
    signed = tried(town(), lambda one: merge_units(one, [Id("skole")], into=Id("bibliotek"), day=DAY)).document
    assert signed.all(UnitGoal)[Id("ua")].owner == "skole"
    assert signed.all(Agreement)[Id("skole2015")] == town().document.all(Agreement)[Id("skole2015")]


def test_what_cannot_be_done_is_refused_and_leaves_the_trial_as_it_was() -> None:
    found = tried(town())
    with pytest.raises(EditRefused, match="no_centre"):
        found.try_(lambda one: move_unit(one, Id("skole"), centre=Id("bibliotek"), day=DAY, new_id=fresh))
    with pytest.raises(EditRefused, match="into_itself"):
        found.try_(lambda one: merge_units(one, [Id("skole")], into=Id("skole"), day=DAY))
    assert found.steps == ()
