"""What an agreement's paper carries gives the agreement back, record for record, in any file it comes into."""

from dataclasses import replace
from functools import cache

import pytest

from strategikort.application.starting import sample_document
from strategikort.domain.agreements import Agreement, Section
from strategikort.domain.carried import carried_document, own_records
from strategikort.domain.changes import Change, ChangeSet
from strategikort.domain.document import Document
from strategikort.domain.goals import Goal, GoalKind, UnitGoal
from strategikort.domain.organisation import Municipality, Person
from strategikort.domain.phrases import phrase
from strategikort.domain.shape import Id, Record, references
from strategikort.exchange.paper_data import agreement_named, data_name, read_data, written_data
from strategikort.exchange.results import ImportProblem


@cache
def town() -> Document:
    return sample_document()


def agreements() -> list[Agreement]:
    return sorted(town().all(Agreement).values(), key=lambda one: one.id)


def written() -> Agreement:
    """An agreement with texts and goals."""
    texts = {one.agreement for one in town().all(Section).values()}
    return next(one for one in agreements() if one.id in texts and town().grouped(UnitGoal, "agreement").get(one.id))


def carried(agreement: Agreement, document: Document) -> bytes:
    return written_data(carried_document(document, agreement))


def changed(document: Document, before: Record, after: Record | None) -> Document:
    return document.with_changes(ChangeSet(phrase("edit.field"), (Change(before, after),)))


@pytest.mark.parametrize("place", range(0, 71, 7))
def test_the_data_alone_give_the_agreement_in_an_empty_file_record_for_record(place: int) -> None:
    agreement = agreements()[place]
    read = read_data(carried(agreement, town()), agreement.id, Document(), file="aftale.pdf")
    fresh = Document().with_changes(read.change_set)
    own = own_records(town(), agreement)
    assert len(own) > 5
    assert set(own_records(fresh, fresh.all(Agreement)[agreement.id])) == set(own)
    for record in fresh.records():
        assert all(fresh.find(identity) for _, identity in references(record))


@pytest.mark.parametrize("place", range(0, 71, 7))
def test_each_goal_comes_with_its_red_thread_up_to_the_council(place: int) -> None:
    agreement = agreements()[place]
    alone = carried_document(town(), agreement)
    for goal in alone.grouped(UnitGoal, "agreement").get(agreement.id, ()):
        above = {goal.id}
        waiting = [goal.id]
        while waiting:
            here = waiting.pop()
            assert set(alone.links_up(here)) == set(town().links_up(here))
            waiting += [one.upper for one in alone.links_up(here) if one.upper not in above]
            above |= {one.upper for one in alone.links_up(here)}
        kinds = {alone.all(Goal)[one].kind for one in above}
        assert GoalKind.POLITICAL_GOAL in kinds or not town().links_up(goal.id)


def test_into_the_file_it_came_from_it_brings_nothing_and_no_address_is_lost() -> None:
    agreement = written()
    person = next(iter(town().all(Person).values()))
    document = changed(town(), person, replace(person, email="lone@oeresoe.example"))
    content = carried(agreement, document)
    assert b"lone@oeresoe.example" not in content
    assert not read_data(content, agreement.id, document, file="aftale.pdf").change_set


def test_what_was_changed_since_takes_the_form_of_the_paper_and_what_lies_around_it_stays() -> None:
    agreement = written()
    section = town().grouped(Section, "agreement")[agreement.id][0]
    goal = town().grouped(UnitGoal, "agreement")[agreement.id][0]
    above = town().all(Goal)[town().links_up(goal.id)[0].upper]
    later = changed(town(), section, replace(section, text="Skrevet om."))
    later = changed(later, above, replace(above, title="Et nyt mål ovenover"))
    read = read_data(carried(agreement, town()), agreement.id, later, file="aftale.pdf")
    assert read.change_set.changes == (Change(replace(section, text="Skrevet om."), section),)


def test_weights_of_performance_pay_stay_out_of_a_public_paper() -> None:
    agreement = written()
    goal = town().grouped(UnitGoal, "agreement")[agreement.id][0]
    weighed = changed(town(), goal, replace(goal, weight=40))
    assert carried_document(weighed, agreement).all(UnitGoal)[goal.id].weight == 40
    assert carried_document(weighed, agreement, public=True).all(UnitGoal)[goal.id].weight is None


def test_whose_data_a_file_holds_stands_in_its_name() -> None:
    agreement = agreements()[0].id
    assert agreement_named(data_name(agreement)) == agreement
    assert agreement_named("bilag.json") is None
    assert agreement_named("strategikort-aftale-../../x.json") is None


def test_the_same_agreement_gives_the_same_bytes_and_nothing_of_the_rest_of_the_file() -> None:
    agreement = written()
    content = carried(agreement, town())
    assert content == carried(agreement, Document(reversed(list(town().records()))))
    own = {one.id for one in own_records(town(), agreement)}
    others = [one for one in town().all(Section).values() if one.agreement != agreement.id]
    assert others
    assert not any(one.id in content.decode() for one in others if one.id not in own)
    assert len(content) < 60_000


@pytest.mark.parametrize(
    "spoilt",
    [
        lambda content: content[:-20],
        lambda content: content.replace(b'"version": 1', b'"version": 9', 1),
        lambda content: content.replace(b'"title"', b'"titel"', 1),
        lambda content: b"{}",
        lambda content: b"\xff\xfe",
    ],
)
def test_data_that_somebody_has_spoilt_are_refused_in_a_sentence(spoilt: object) -> None:
    content = carried(agreements()[0], town())
    with pytest.raises(ImportProblem):
        read_data(spoilt(content), agreements()[0].id, Document(), file="aftale.pdf")


def test_the_paper_of_another_municipality_and_data_without_an_agreement_are_refused() -> None:
    content = carried(agreements()[0], town())
    with pytest.raises(ImportProblem, match="other_municipality"):
        read_data(
            content, agreements()[0].id, Document([Municipality(id=Id("en-anden"), name="Anden")]), file="aftale.pdf"
        )
    alone = written_data(Document(town().all(Municipality).values()))
    with pytest.raises(ImportProblem, match="no_agreement"):
        read_data(alone, agreements()[0].id, Document(), file="aftale.pdf")
