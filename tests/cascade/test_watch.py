"""Following edits gives what a full check gives, after every step of a user who does anything to anything."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import Enum
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategikort.application.profiles import load_profile
from strategikort.application.rulebook import load_rulebook
from strategikort.cascade.breaks import breaks_of
from strategikort.cascade.changed_above import doubts_of
from strategikort.cascade.checking import checked
from strategikort.cascade.live_doubts import LiveDoubts
from strategikort.cascade.live_threads import LiveThreads
from strategikort.cascade.rulebook import Rulebook
from strategikort.cascade.threads import Threads, WholeThreads
from strategikort.cascade.verdicts import Thread, verdicts_of
from strategikort.cascade.watch import Watch
from strategikort.domain.agreements import Agreement
from strategikort.domain.changes import Change, ChangeSet, added, changed, removed
from strategikort.domain.document import Document
from strategikort.domain.edits.records import removal
from strategikort.domain.edits.refusal import EditRefused
from strategikort.domain.goals import GOAL_CLASSES, CentreGoal, DecisionStatus, Goal, PoliticalGoal, UnitGoal
from strategikort.domain.kinds import KIND_NAMED, TABLE_NAMED
from strategikort.domain.links import Link
from strategikort.domain.organisation import Municipality, OrgUnit
from strategikort.domain.phrases import Phrase
from strategikort.domain.profile import Profile
from strategikort.domain.remembered import remembering
from strategikort.domain.shape import Field, Id, Record, fields_of, made_of, with_values
from tests.cascade.complete import complete
from tests.cascade.test_verdicts import cascades
from tests.cascade.town import TODAY

WORDS = ("", "Mål ua", "Flere børn læser", "mission", "core_task", "unit_leader", "%", "010100-0000", "Ét nyt mål")


class User:
    """Somebody who does anything to any record, by chance; new records have the user's ``mark``."""

    def __init__(self, seed: int, mark: str = "") -> None:
        self._chance = random.Random(seed)
        self._mark = mark
        self._made = 0

    def step(self, document: Document) -> ChangeSet:
        """Something that could happen to the document: an edit of one record, a new one, or one that goes."""
        kinds = [kind for kind in KIND_NAMED.values() if kind is not Municipality and document.all(kind)]
        doing = self._chance.random()
        if doing < 0.15 or not document.all(Goal):
            return ChangeSet(Phrase("added"), added([self._new(document)]))
        if doing < 0.3:
            return self._tied(document)
        record = self._one_of(document, self._chance.choice([Goal, Link, Goal, *kinds]))
        if doing < 0.45:
            try:
                return ChangeSet(Phrase("removed"), removal(document, [record]))
            except EditRefused:
                return ChangeSet(Phrase("nothing"), ())
        return ChangeSet(Phrase("changed"), self._touched(document, record))

    def touch(self, document: Document, likely: frozenset[type[Record]]) -> Change | None:
        """Something done to one field of one record, by turns of any kind and a likely one; None if nothing changes."""
        kinds = [kind for kind in KIND_NAMED.values() if kind is not Municipality and document.all(kind)]
        if self._chance.random() < 0.5:
            kinds = [kind for kind in kinds if kind in likely] or kinds
        record = self._one_of(document, self._chance.choice(kinds))
        return next(iter(self._touched(document, record)), None)

    def _touched(self, document: Document, record: Record) -> tuple[Change, ...]:
        field = self._chance.choice([field for field in fields_of(type(record)) if field.name != "id"])
        return changed(record, with_values(record, {field.name: self._value(document, field)}))

    def _one_of(self, document: Document, kind: type[Record]) -> Record:
        return self._chance.choice(list(document.all(kind).values()) or list(document.records()))

    def _tied(self, document: Document) -> ChangeSet:
        goals = list(document.all(Goal))
        self._made += 1
        ends = {"lower": self._chance.choice(goals), "upper": self._chance.choice(goals)}
        return ChangeSet(Phrase("tied"), added([Link(id=Id(f"tied {self._mark}{self._made}"), **ends)]))

    def _new(self, document: Document) -> Record:
        kinds = [kind for kind in KIND_NAMED.values() if kind is not Municipality]
        kind = self._chance.choice([*kinds, *GOAL_CLASSES.values()])
        self._made += 1
        values = {field.name: self._value(document, field) for field in fields_of(kind) if field.name != "id"}
        return made_of(kind, {**values, "id": Id(f"new {self._mark}{self._made}")})

    def _value(self, document: Document, field: Field) -> object:
        if field.many:
            return tuple(self._single(document, field) for _ in range(self._chance.randrange(3)))
        if field.optional and self._chance.random() < 0.3:
            return None
        return self._single(document, field)

    def _single(self, document: Document, field: Field) -> object:
        chance, table = self._chance, field.refers or field.lists
        if table:
            known = list(document.all(TABLE_NAMED[table].base))
            return chance.choice(known) if known else None
        if issubclass(field.type, Enum):
            return chance.choice(list(field.type))
        if field.type in (date, datetime):
            day = TODAY + timedelta(days=chance.randrange(-800, 800))
            return day if field.type is date else datetime(day.year, day.month, day.day)
        simple = {bool: chance.random() < 0.5, int: chance.choice([0, 1, 3, 2014, 2015]), str: chance.choice(WORDS)}
        if field.type in simple:
            return simple[field.type]
        if field.type is Decimal:
            return Decimal(chance.choice([0, 70, 75, 80]))
        parts = {part.name: self._value(document, part) for part in fields_of(field.type)}
        return field.type(**parts) if parts else None


def steps(document: Document, seed: int, count: int, mark: str = "") -> Iterator[tuple[ChangeSet, Document]]:
    user = User(seed, mark)
    for _ in range(count):
        change_set = user.step(document)
        document = document.with_changes(change_set)
        yield change_set, document


def same(watch: Watch, document: Document, profile: Profile, rulebook: Rulebook) -> None:
    expected = checked(document, profile, rulebook, today=TODAY)
    assert watch.checked.excepted == expected.excepted
    assert watch.checked.findings == expected.findings
    assert watch.doubts.all == doubts_of(document)


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_following_a_user_gives_what_a_full_check_gives(seed: int) -> None:
    play(seed, 40)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(200))
def test_following_many_users_for_long_gives_what_full_checks_give(seed: int) -> None:
    play(seed, 200)


@cache
def shipped() -> tuple[Profile, Rulebook]:
    return load_profile("helsingoer"), load_rulebook()


def play(seed: int, count: int) -> None:
    profile, rulebook = shipped()
    own = replace(profile, own_goals=seed % 2 == 0)
    start = remembering_all(complete().document)
    watch = Watch(start, own, rulebook, today=TODAY)
    same(watch, start, own, rulebook)
    for change_set, document in steps(start, seed, count):
        watch.follow(change_set, document)
        watch.settle()
        same(watch, document, own, rulebook)


def remembering_all(document: Document) -> Document:
    """Let every link know what stands above it, so that a change there puts what is below in doubt."""
    goals = document.all(Goal)
    links = document.all(Link).values()
    known = tuple(one for link in links for one in changed(link, remembering(link, goals[link.upper])))
    return document.with_changes(ChangeSet(Phrase("remembered"), known))


@settings(max_examples=6, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_a_forked_watch_follows_its_own_edits_and_leaves_the_other_where_it_is(seed: int) -> None:
    profile, rulebook = shipped()
    document = remembering_all(complete().document)
    watch = Watch(document, profile, rulebook, today=TODAY)
    for number, (change_set, after) in enumerate(steps(document, seed, 6)):
        fork, document = watch.forked(), after
        for tried, other in steps(fork.check.document, seed + number, 5, "in the fork "):
            fork.follow(tried, other)
            fork.settle()
            same(fork, other, profile, rulebook)
        watch.follow(change_set, document)
        watch.settle()
        same(watch, document, profile, rulebook)


def test_a_unit_that_is_renamed_has_its_new_name_in_what_is_said_of_its_agreement() -> None:
    profile, rulebook = shipped()
    start = complete().change("unit_leader skole2015", person=None).document
    unit = start.all(OrgUnit)[Id("skole")]
    watch = Watch(start, profile, rulebook, today=TODAY)
    same(watch, start, profile, rulebook)
    change_set = ChangeSet(Phrase("renamed"), changed(unit, replace(unit, name="Skolen ved Søen")))
    renamed = start.with_changes(change_set)
    watch.follow(change_set, renamed)
    watch.settle()
    same(watch, renamed, profile, rulebook)


def test_a_vision_that_is_over_is_not_held_against_goals_of_agreements_that_no_longer_meet_the_year() -> None:
    profile, rulebook = shipped()
    document = complete().change("vision2020", valid_to=date(2014, 12, 31)).document
    watch = Watch(document, profile, rulebook, today=TODAY, year=2015)
    assert any(one.rule == "PER-009" for one in watch.checked.findings)
    for agreement in document.all(Agreement).values():
        change_set = ChangeSet(Phrase("moved"), changed(agreement, replace(agreement, valid_from=date(2017, 1, 1))))
        document = document.with_changes(change_set)
        watch.follow(change_set, document)
    watch.settle()
    assert not any(one.rule == "PER-009" for one in watch.checked.findings)


def test_a_goal_that_still_reaches_another_way_is_said_to_rest_on_the_proposals_that_are_left() -> None:
    profile, rulebook = shipped()
    town = complete().goal(PoliticalGoal, "p1", decision_status=DecisionStatus.PROPOSED)
    town.goal(PoliticalGoal, "p2", decision_status=DecisionStatus.PROPOSED).goal(CentreGoal, "c1").goal(
        CentreGoal, "c2"
    )
    start = town.goal(UnitGoal, "u").link("c1>p1", "c2>p2", "u>c1", "u>c2").document
    watch = Watch(start, profile, rulebook, today=TODAY)
    [link] = start.links_up(Id("c1"))
    cut = ChangeSet(Phrase("cut"), removed([link]))
    watch.follow(cut, start.with_changes(cut))
    watch.settle()
    same(watch, start.with_changes(cut), profile, rulebook)


@settings(deadline=None)
@given(cascades(), st.integers(0, 10**6))
def test_threads_followed_through_rings_and_reversed_links_are_those_of_the_full_pass(
    start: Document, seed: int
) -> None:
    start = remembering_all(start)
    live = LiveThreads(start)
    doubts = LiveDoubts(start, live)
    said = {goal: told(live, goal) for goal in start.all(Goal)}
    for change_set, document in steps(start, seed, 12):
        moved = live.follow(change_set, document)
        before, doubted = doubts.all, doubts.follow(change_set, document)
        assert doubts.all == doubts_of(document)
        assert before.otherwise(doubts.all) <= doubted
        assert {goal for goal in document.all(Goal) if goal in doubts} == doubts.all.asked.keys() | doubts.all.below
        full = WholeThreads(verdicts_of(document), breaks_of(document))
        for goal in document.all(Goal):
            found = told(live, goal)
            assert found == told(full, goal)
            assert goal in moved or found == said[goal]
            said[goal] = found


def told(threads: Threads, goal: Id) -> tuple[Thread, Phrase | None, Sequence[Id]]:
    """All that is said of a goal's thread."""
    thread = threads.of(goal)
    return thread, threads.reason(goal), list(threads.proposed(goal)) if thread is Thread.RESTS_ON_PROPOSED else []
