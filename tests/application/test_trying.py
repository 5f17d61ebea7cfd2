"""*Prøv det af*: a forecast is what applying then gives, and nothing is written before."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategikort.application.profiles import load_profile
from strategikort.application.rulebook import load_rulebook
from strategikort.application.sample.content import sample_content
from strategikort.application.sample.oeresoe import sample_municipality
from strategikort.application.trying import Trial
from strategikort.cascade.checking import check, plan_year
from strategikort.cascade.coverage import Coverage, Side
from strategikort.cascade.findings import Finding
from strategikort.cascade.places import places_of
from strategikort.cascade.rules.asking import Check
from strategikort.cascade.verdicts import verdicts_of
from strategikort.cascade.watch import Watch
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


def watched(document: Document) -> Watch:
    return Watch(document, load_profile("helsingoer"), load_rulebook(), today=TODAY)


def tried(document: Document, *edits: Edit) -> Trial:
    found = Trial(document, lambda: watched(document))
    for edit in edits:
        found.try_(edit)
    return found


@cache
def town() -> Document:
    return complete().document


@cache
def sample() -> Document:
    return sample_municipality(sample_content(), load_profile("helsingoer"))


@cache
def watched_once(document_of: Callable[[], Document]) -> Watch:
    """One watch for all that is tried on a document: a trial may not leave anything in it."""
    return watched(document_of())


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


def play(document_of: Callable[[], Document], chance: random.Random) -> None:
    """Try something, and hold the forecast against what a full check says after it was applied."""
    document, watch = document_of(), watched_once(document_of)
    records, found = list(document.records()), Trial(document, watch.forked)
    for _ in range(chance.randint(1, 3)):
        try:
            found.try_(chosen(found.document, chance))
        except EditRefused:
            continue
    forecast = found.forecast()
    assert found.before.document is document and list(document.records()) == records
    applied = document.with_changes(found.change_set(phrase("edit.trial")))
    assert applied == found.document
    before, after = told_once(document_of), told(applied)
    assert watch.checked.findings == before.findings
    assert set(forecast.broken) == after.broken - before.broken
    assert set(forecast.mended) == before.broken - after.broken
    assert set(forecast.uncovered) == after.uncovered - before.uncovered
    known, still = ({(one.rule, one.records) for one in state.findings} for state in (before, after))
    assert forecast.appear == tuple(one for one in after.findings if (one.rule, one.records) not in known)
    assert forecast.vanish == tuple(one for one in before.findings if (one.rule, one.records) not in still)


@dataclass(frozen=True)
class Told:
    """What is said of a whole document, without any watch."""

    broken: set[Id]
    uncovered: set[Id]
    findings: tuple[Finding, ...]


@cache
def told_once(document_of: Callable[[], Document]) -> Told:
    return told(document_of())


def told(document: Document) -> Told:
    profile = load_profile("helsingoer")
    verdicts, year = verdicts_of(document), plan_year(document, profile, TODAY)
    asked = Check(document, profile, today=TODAY, year=year)
    goals = [goal for goal in document.all(Goal).values() if isinstance(goal, (CentreGoal, UnitGoal))]
    return Told(
        broken={goal.id for goal in goals if asked.asks(goal) and verdicts.of(goal.id).broken},
        uncovered=set(Coverage(asked, Side.UNITS).uncovered),
        findings=check(document, profile, load_rulebook(), today=TODAY),
    )


@settings(max_examples=40)
@given(chance=st.randoms())
def test_a_forecast_is_what_applying_gives_and_nothing_is_written_before(chance: random.Random) -> None:
    play(town, chance)


@settings(max_examples=2)
@given(chance=st.randoms())
def test_a_forecast_on_the_sample_is_what_applying_gives(chance: random.Random) -> None:
    play(sample, chance)


@pytest.mark.long
@settings(max_examples=2_000)
@given(chance=st.randoms())
def test_two_thousand_forecasts_are_what_applying_gives(chance: random.Random) -> None:
    play(town, chance)


def test_a_lapsed_goal_breaks_the_threads_under_it_and_asks_for_addenda() -> None:
    found = tried(town(), lambda one: lapse(one, [Id("pa")]))
    forecast = found.forecast()
    assert set(forecast.broken) == {"ca", "ua", "la"}
    assert forecast.addenda == ("skole2015",)
    assert {one.rule for one in forecast.appear} >= {"TRA-001", "TRA-002"}
    found.take_back()
    assert found.forecast().broken == () and found.document is town()


def test_only_what_has_been_signed_needs_an_addendum() -> None:
    drafts = complete().change("skole2015", state=AgreementState.DRAFT).document
    assert tried(drafts, lambda one: lapse(one, [Id("pa")])).forecast().addenda == ()


def test_a_unit_that_moves_needs_an_addendum_and_stands_under_its_new_centre() -> None:
    found = tried(town(), lambda one: move_unit(one, Id("skole"), centre=Id("kulturcenter"), day=DAY, new_id=fresh))
    assert found.forecast().addenda == ("skole2015",)
    places = places_of(found.document)
    assert places.centre_of(Id("skole"), DAY) == "kulturcenter"
    assert places.centre_of(Id("skole"), date(2015, 7, 31)) == "skolecenter"


def fresh() -> Id:
    return Id("fresh")


def test_units_that_merge_close_and_hand_over_what_is_not_signed() -> None:
    open_ = complete()
    for name in ("skole2015", "bibliotek2015"):
        open_.change(name, state=AgreementState.DRAFT)
    merged = tried(
        open_.document,
        lambda one: merge_units(one, [Id("skole")], into=Id("bibliotek"), day=DAY),
    ).document
    assert merged.all(OrgUnit)[Id("skole")].active_to == date(2015, 7, 31)
    goal = merged.all(UnitGoal)[Id("ua")]
    assert (goal.owner, goal.agreement) == ("bibliotek", "bibliotek2015")
    signed = tried(town(), lambda one: merge_units(one, [Id("skole")], into=Id("bibliotek"), day=DAY)).document
    assert signed.all(UnitGoal)[Id("ua")].owner == "skole"
    assert signed.all(Agreement)[Id("skole2015")] == town().all(Agreement)[Id("skole2015")]


def test_what_cannot_be_done_is_refused_and_leaves_the_trial_as_it_was() -> None:
    found = tried(town())
    with pytest.raises(EditRefused, match="no_centre"):
        found.try_(lambda one: move_unit(one, Id("skole"), centre=Id("bibliotek"), day=DAY, new_id=fresh))
    with pytest.raises(EditRefused, match="into_itself"):
        found.try_(lambda one: merge_units(one, [Id("skole")], into=Id("skole"), day=DAY))
    assert found.steps == ()
