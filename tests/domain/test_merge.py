"""What holds when two people's documents become one again."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategikort.domain.changes import Change, ChangeSet
from strategikort.domain.document import Document
from strategikort.domain.goals import Goal, PoliticalGoal, UnitGoal
from strategikort.domain.links import Link
from strategikort.domain.maps import MapPlace, StrategyMap
from strategikort.domain.measures import Indicator, Measurement, YearlyTarget
from strategikort.domain.merge import difference, merge
from strategikort.domain.organisation import TargetGroup
from strategikort.domain.phrases import phrase
from strategikort.domain.shape import Id, Record

SIDE = phrase("edit.field")
SCHOOL = UnitGoal(id=Id("school"), title="Flere læser", why="Fordi")
TOWN = PoliticalGoal(id=Id("town"), title="Flere flytter til")
THREAD = Link(id=Id("thread"), lower=SCHOOL.id, upper=TOWN.id)
BASE = Document([SCHOOL, TOWN, THREAD])


def edited(document: Document, goal: Goal, **values: object) -> Document:
    after = replace(document.all(Goal)[goal.id], **values)  # type: ignore[arg-type]
    return document.with_changes(ChangeSet(SIDE, (Change(document.all(Goal)[goal.id], after),)))


def without(document: Document, *records: Goal | Link) -> Document:
    return document.with_changes(ChangeSet(SIDE, tuple(Change(one, None) for one in records)))


def test_what_only_one_changed_is_taken() -> None:
    mine, theirs = edited(BASE, SCHOOL, title="Alle læser"), edited(BASE, SCHOOL, why="Derfor")
    result = merge(BASE, mine, theirs)
    merged = mine.with_changes(result.changes).all(Goal)[SCHOOL.id]
    assert (merged.title, merged.why) == ("Alle læser", "Derfor")
    assert not result.conflicts


def test_where_both_wrote_mine_stays_and_theirs_is_listed() -> None:
    mine, theirs = edited(BASE, SCHOOL, title="Min"), edited(BASE, SCHOOL, title="Deres")
    result = merge(BASE, mine, theirs)
    assert mine.with_changes(result.changes) == mine
    (conflict,) = result.conflicts
    assert (conflict.record.id, conflict.field, conflict.mine, conflict.theirs) == ("school", "title", "Min", "Deres")


def test_two_who_drew_the_same_arrow_have_drawn_one() -> None:
    same = "Aftalt på mødet"
    lonely = without(BASE, THREAD)
    mine, theirs = (
        lonely.with_changes(ChangeSet(SIDE, (Change(None, replace(THREAD, id=Id(name), note=note)),)))
        for name, note in (("mine", same), ("theirs", "Måske"))
    )
    result = merge(lonely, mine, theirs)
    (link,) = mine.with_changes(result.changes).links_up(SCHOOL.id)
    assert (link.id, link.note) == ("mine", same)
    assert [(one.field, one.theirs) for one in result.conflicts] == [("note", "Måske")]


def test_both_writing_the_same_is_no_conflict() -> None:
    same = edited(BASE, SCHOOL, title="Ens")
    assert not merge(BASE, same, edited(BASE, SCHOOL, title="Ens")).conflicts


def test_an_edit_beats_a_removal_and_is_listed() -> None:
    gone, kept = without(BASE, THREAD, SCHOOL), edited(BASE, SCHOOL, title="Stadig vigtigt")
    for mine, theirs in ((gone, kept), (kept, gone)):
        result = merge(BASE, mine, theirs)
        merged = mine.with_changes(result.changes)
        assert merged.all(Goal)[SCHOOL.id].title == "Stadig vigtigt"
        assert [one.record.id for one in result.conflicts] == ["school"]


def test_a_goal_that_somebody_linked_to_comes_back_though_the_other_removed_it() -> None:
    lonely = without(BASE, THREAD)
    linked = lonely.with_changes(ChangeSet(SIDE, (Change(None, THREAD),)))
    for mine, theirs in ((without(lonely, TOWN), linked), (linked, without(lonely, TOWN))):
        result = merge(lonely, mine, theirs)
        merged = mine.with_changes(result.changes)
        assert merged.get(Goal, TOWN.id) == TOWN
        assert [one.record.id for one in result.conflicts] == ["town"]


def test_a_target_group_that_somebody_named_comes_back_though_the_other_removed_it() -> None:
    group = TargetGroup(id=Id("young"), name="De unge")
    base = Document([SCHOOL, group])
    named, gone = edited(base, SCHOOL, affects=(group.id,)), base.with_changes(ChangeSet(SIDE, (Change(group, None),)))
    for mine, theirs in ((named, gone), (gone, named)):
        result = merge(base, mine, theirs)
        assert mine.with_changes(result.changes) == named
        assert [one.record.id for one in result.conflicts] == ["young"]


MAP, SHARE = StrategyMap(id=Id("map")), Indicator(id=Id("share"), goal=SCHOOL.id)
DAY = date(2015, 6, 1)


@pytest.mark.parametrize(
    ("one", "other", "listed"),
    [
        (
            MapPlace(id=Id("a"), map=MAP.id, goal=SCHOOL.id, x=1),
            MapPlace(id=Id("b"), map=MAP.id, goal=SCHOOL.id),
            ["x"],
        ),
        (
            YearlyTarget(id=Id("a"), indicator=SHARE.id, year=2016, value=Decimal(7)),
            YearlyTarget(id=Id("b"), indicator=SHARE.id, year=2016, value=Decimal(8)),
            ["value"],
        ),
        (
            Measurement(id=Id("a"), indicator=SHARE.id, measured_on=DAY, value=Decimal(7)),
            Measurement(id=Id("b"), indicator=SHARE.id, measured_on=DAY, value=Decimal(7)),
            [],
        ),
    ],
)
def test_what_both_made_once_is_there_once_and_what_theirs_said_is_listed(
    one: Record, other: Record, listed: list[str]
) -> None:
    base = Document([SCHOOL, TOWN, MAP, SHARE])
    sides = [base.with_changes(ChangeSet(SIDE, (Change(None, made),))) for made in (one, other)]
    for (mine, theirs), kept, gave_way in ((sides, one, other), (sides[::-1], other, one)):
        for origin in (base, None):
            result = merge(origin, mine, theirs)
            assert mine.with_changes(result.changes) == mine
            assert [conflict.field for conflict in result.conflicts] == listed
            for conflict in result.conflicts:
                assert conflict.record == kept
                assert conflict.theirs == getattr(gave_way, conflict.field)


def test_a_place_that_they_alone_have_twice_is_left_to_them() -> None:
    base = Document([SCHOOL, MAP, MapPlace(id=Id("a"), map=MAP.id, goal=SCHOOL.id)])
    twice = MapPlace(id=Id("b"), map=MAP.id, goal=SCHOOL.id)
    theirs = base.with_changes(ChangeSet(SIDE, (Change(None, twice),)))
    assert base.with_changes(merge(base, base, theirs).changes) == theirs


def test_what_neither_touched_again_stays_removed() -> None:
    result = merge(BASE, BASE, without(BASE, THREAD, SCHOOL))
    assert BASE.with_changes(result.changes) == without(BASE, THREAD, SCHOOL)
    assert not result.conflicts


def test_without_a_common_base_nothing_counts_as_removed() -> None:
    mine, theirs = without(BASE, THREAD, SCHOOL), without(BASE, THREAD, TOWN)
    merged = mine.with_changes(merge(None, mine, theirs).changes)
    assert set(merged.all(Goal)) == {SCHOOL.id, TOWN.id}


def test_lists_are_merged_item_by_item() -> None:
    groups = [TargetGroup(id=Id(name)) for name in "abcd"]
    base = Document([replace(SCHOOL, affects=(Id("a"), Id("b"))), *groups])
    mine = edited(base, SCHOOL, affects=(Id("b"), Id("c")))
    theirs = edited(base, SCHOOL, affects=(Id("a"), Id("b"), Id("d")))
    result = merge(base, mine, theirs)
    assert mine.with_changes(result.changes).all(Goal)[SCHOOL.id].affects == ("b", "c", "d")


titles = st.sampled_from(["", "A", "B", "C"])
goals = st.sampled_from([f"g{n}" for n in range(4)])


@st.composite
def documents(draw: st.DrawFn) -> Document:
    found = draw(st.dictionaries(goals, st.tuples(titles, titles), max_size=4))
    made = [UnitGoal(id=Id(one), title=title, why=why) for one, (title, why) in found.items()]
    ends = st.sampled_from(sorted(found)) if found else st.nothing()
    pairs = draw(st.dictionaries(st.sampled_from("pqr"), st.tuples(ends, ends), max_size=3)) if found else {}
    links = [Link(id=Id(one), lower=Id(low), upper=Id(up)) for one, (low, up) in pairs.items()]
    return Document([*made, *links])


@given(documents(), documents())
def test_the_difference_leads_from_one_to_the_other_and_back(before: Document, after: Document) -> None:
    change_set = difference(before, after, SIDE)
    assert before.with_changes(change_set) == after
    assert after.with_changes(change_set.inverted()) == before


@given(documents(), documents())
def test_a_side_that_did_nothing_gives_the_others_work(base: Document, theirs: Document) -> None:
    result = merge(base, base, theirs)
    assert base.with_changes(result.changes) == theirs
    assert not result.conflicts
    assert not merge(base, theirs, base).changes


@given(documents(), documents(), documents())
def test_no_reference_hangs_loose_after_a_merge(base: Document, mine: Document, theirs: Document) -> None:
    for origin in (base, None):
        merged = mine.with_changes(merge(origin, mine, theirs).changes)
        there = merged.all(Goal)
        assert all(one.lower in there and one.upper in there for one in merged.all(Link).values())


@given(documents(), documents(), documents())
def test_every_text_that_somebody_wrote_is_there_or_listed(base: Document, mine: Document, theirs: Document) -> None:
    assert not lost_texts(base, mine, theirs, with_list=True)


def lost_texts(base: Document, mine: Document, theirs: Document, *, with_list: bool) -> set[tuple[str, str, object]]:
    """What one of the two wrote and that is neither in the merged document nor listed."""
    result = merge(base, mine, theirs)
    merged = mine.with_changes(result.changes)
    listed = {(one.record.id, one.field, one.theirs) for one in result.conflicts} if with_list else set()
    wrote: set[tuple[str, str, object]] = {
        (goal.id, name, getattr(goal, name))
        for side in (mine, theirs)
        for goal in side.all(Goal).values()
        for name in ("title", "why")
        if (was := base.get(Goal, goal.id)) is None or getattr(was, name) != getattr(goal, name)
    }
    stands = {(one.id, name, getattr(one, name)) for one in merged.all(Goal).values() for name in ("title", "why")}
    return wrote - stands - listed


def test_the_search_for_lost_texts_finds_one_when_nothing_is_listed() -> None:
    mine, theirs = edited(BASE, SCHOOL, title="Min"), edited(BASE, SCHOOL, title="Deres")
    assert lost_texts(BASE, mine, theirs, with_list=False) == {("school", "title", "Deres")}


def ours(base: Document | None, mine: Document, theirs: Document) -> Document:
    return mine.with_changes(merge(base, mine, theirs).changes)


@pytest.mark.parametrize("names", [("mine", "theirs"), ("theirs", "mine")])
def test_removals_are_the_same_whoever_merges(names: tuple[str, str]) -> None:
    sides = {"mine": without(BASE, THREAD), "theirs": edited(BASE, TOWN, title="Nyt")}
    merged = ours(BASE, sides[names[0]], sides[names[1]])
    assert not merged.all(Link)
    assert merged.all(Goal)[TOWN.id].title == "Nyt"


@settings(max_examples=30)
@given(documents(), documents(), documents())
def test_merging_again_changes_nothing(base: Document, mine: Document, theirs: Document) -> None:
    merged = ours(base, mine, theirs)
    assert ours(theirs, merged, theirs) == merged
