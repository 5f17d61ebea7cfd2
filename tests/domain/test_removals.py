"""What goes with a record that is removed, and what stays without it."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategikort.domain.agreements import Agreement, FollowUp
from strategikort.domain.changes import ChangeSet
from strategikort.domain.document import Document
from strategikort.domain.edits import goals, organisation, records
from strategikort.domain.edits.refusal import EditRefused
from strategikort.domain.goals import Goal, GoalKind, PoliticalGoal, UnitGoal
from strategikort.domain.kinds import KIND_NAMED, TABLE_NAMED, TABLE_OF
from strategikort.domain.maps import StrategyMap
from strategikort.domain.organisation import OrgKind, OrgUnit, RoleHolding, Scope, TargetGroup
from strategikort.domain.shape import Field, Id, Record, fields_of, made_of, references
from tests.domain.records import days, values_of
from tests.domain.town import PROFILE, Town

KINDS = list(KIND_NAMED.values())


@st.composite
def tied(draw: st.DrawFn) -> Document:
    """A document with some records of every kind, tied to each other at random, without a reference to nothing."""
    kinds = [*KINDS, *draw(st.lists(st.sampled_from(KINDS), max_size=12))]
    ids = [Id(f"{TABLE_OF[kind].name} {number}") for number, kind in enumerate(kinds)]
    return Document(_tied(draw, kind, identity, ids) for kind, identity in zip(kinds, ids, strict=True))


def _tied(draw: st.DrawFn, kind: type[Record], identity: Id, ids: list[Id]) -> Record:
    values: dict[str, object] = {"id": identity}
    for field in fields_of(kind):
        table = field.refers or field.lists
        others = st.sampled_from([one for one in ids if one.split()[0] == table] or [identity])
        if field.refers:
            values[field.name] = draw(st.none() | others if field.optional else others)
        elif field.lists:
            values[field.name] = draw(st.lists(others, max_size=2, unique=True).map(tuple))
        elif field.name in ("valid_from", "valid_to", "measured_on", "year"):
            values[field.name] = draw(_needed(field))
    return made_of(kind, values)


def _needed(field: Field) -> st.SearchStrategy[object]:
    return days if field.type is not int else values_of(field)


def loose(document: Document) -> list[Record]:
    return [
        record
        for record in document.records()
        if any(document.get(TABLE_NAMED[table].base, one) is None for table, one in references(record))
    ]


@settings(max_examples=60)
@given(tied(), st.data())
def test_after_any_removal_no_record_names_one_that_is_gone(document: Document, data: st.DataObject) -> None:
    assert not loose(document)
    doomed = data.draw(st.sampled_from(list(document.records())))
    try:
        removal = records.remove_record(document, type(doomed), doomed.id, code="edit.remove_record")
    except EditRefused as refusal:
        assert refusal.code == "in_use"
        return
    after = document.with_changes(removal)
    assert document.find(doomed.id) and after.find(doomed.id) is None
    assert not loose(after)
    assert after.with_changes(removal.inverted()) == document
    kept = [one for one in after.all(FollowUp).values() if one.goal is None and one.agreement is None]
    assert all(one == document.get(FollowUp, one.id) for one in kept)


@given(tied(), st.data())
def test_after_the_removal_of_goals_no_record_names_one_of_them(document: Document, data: st.DataObject) -> None:
    doomed = data.draw(st.lists(st.sampled_from(list(document.all(Goal))), min_size=1))
    assert not loose(document.with_changes(goals.remove_goals(document, doomed)))


def added(town: Town, *made: Record) -> ChangeSet:
    return town.do(records.add_records("edit.add", made))


def removed(town: Town, kind: type[Record], identity: Id) -> ChangeSet:
    return town.do(records.remove_record(town.document, kind, identity, code="edit.remove_record"))


def test_a_target_group_or_a_centre_that_goes_is_taken_out_of_every_list(town: Town) -> None:
    centre = town.org(OrgKind.CENTRE, "Center for Skoler", "DS")
    young, old = TargetGroup(id=Id("young")), TargetGroup(id=Id("old"))
    goal = PoliticalGoal(id=Id("goal"), affects=(young.id, old.id), responsible_centres=(centre,), applies_to=(centre,))
    added(town, young, old, goal)
    removed(town, TargetGroup, young.id)
    removed(town, OrgUnit, centre)
    assert town.document.all(PoliticalGoal)[goal.id] == PoliticalGoal(id=goal.id, affects=(old.id,))


def test_a_follow_up_goes_with_its_goal_or_else_with_its_agreement(town: Town) -> None:
    school = town.org(OrgKind.UNIT, "Strandskolen", "DS-S1")
    paper = Agreement(id=Id("paper"), org=school, valid_from=days_of(2015)[0], valid_to=days_of(2015)[1])
    goal = UnitGoal(id=Id("goal"), agreement=paper.id)
    looks = [
        FollowUp(id=Id("of goal"), agreement=paper.id, goal=goal.id),
        FollowUp(id=Id("of paper"), agreement=paper.id),
    ]
    added(town, paper, goal, *looks)
    removed(town, Agreement, paper.id)
    assert list(town.document.all(FollowUp)) == ["of goal"]
    assert town.document.all(FollowUp)[Id("of goal")].agreement is None
    town.do(goals.remove_goals(town.document, [goal.id]))
    assert not town.document.all(FollowUp)


def days_of(year: int) -> tuple[date, date]:
    return PROFILE.period(year)


def test_who_led_a_unit_that_goes_does_not_lead_the_municipality_then(town: Town) -> None:
    school = town.org(OrgKind.UNIT, "Strandskolen", "DS-S1")
    day = days_of(2015)[0]
    town.do(
        organisation.appoint(
            town.document, new_id=town.new_id, name="Lone Berg", role="unit_leader", org=school, since=day
        )
    )
    removed(town, OrgUnit, school)
    assert not town.document.all(RoleHolding)


def test_a_centre_with_a_map_is_not_removed_under_it(town: Town) -> None:
    centre = town.org(OrgKind.CENTRE, "Center for Skoler", "DS")
    added(town, StrategyMap(id=Id("map"), centre=centre))
    with pytest.raises(EditRefused, match="in_use"):
        records.remove_record(town.document, OrgUnit, centre, code="edit.remove_record")
    removed(town, StrategyMap, Id("map"))
    removed(town, OrgUnit, centre)


def test_in_a_centres_file_a_political_goal_is_not_removed_as_a_record_either(town: Town) -> None:
    goal = town.goal(GoalKind.POLITICAL_GOAL, "Flere flytter til")
    whose = town.document.municipality
    assert whose
    town.do(records.set_field(town.document, type(whose), whose.id, "scope", Scope.CENTRE))
    with pytest.raises(EditRefused, match="locked"):
        records.remove_record(town.document, PoliticalGoal, goal, code="edit.remove_record")
