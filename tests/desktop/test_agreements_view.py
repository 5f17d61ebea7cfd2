"""The view *Aftaler*: an agreement is written where it is printed, seen as paper, not rewritten where it is locked."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from strategikort.desktop.agreement.section_block import SectionBlock
from strategikort.desktop.agreement.view import AgreementsView
from strategikort.domain.agreements import Agreement, AgreementState, Commitment, FollowUp, Section
from strategikort.domain.changes import Change, ChangeSet
from strategikort.domain.edits.records import set_field
from strategikort.domain.goals import UnitGoal
from strategikort.domain.phrases import phrase
from strategikort.domain.reviews import Comment
from tests.desktop.conftest import Shown


@pytest.fixture
def view(shown: Shown) -> AgreementsView:
    shown.window.actions_by_id["view_agreements"].trigger()
    return shown.window.views.agreements


def block(view: AgreementsView, key: str) -> SectionBlock:
    return view.text.blocks[key]


def section(shown: Shown, key: str) -> Section:
    return next(one for one in shown.document.all(Section).values() if one.key == key)


def write(view: AgreementsView, key: str, text: str) -> None:
    field = block(view, key).editor.widget
    field.setFocus()
    QTest.keyClicks(field, text)
    block(view, key).editor.commit()


def test_sections_stand_in_the_order_of_print_with_what_the_model_makes_for_them(
    view: AgreementsView, shown: Shown
) -> None:
    order = [one.key for one in shown.bridge.workspace.profile.sections]
    assert list(view.text.blocks) == order
    assert [block(view, key).part for key in ("parties", "goals", "budget")] == [
        view.text.parts.parties,
        view.text.parts.goals,
        view.text.parts.money,
    ]
    assert "Centerchef: " in view.text.parts.parties.text()


def test_what_is_typed_is_one_step_in_the_document_and_undone_by_the_window(view: AgreementsView, shown: Shown) -> None:
    before = shown.document
    write(view, "core_task", "Vi lærer ")
    write(view, "core_task", "sammen")
    assert section(shown, "core_task").text == "Vi lærer sammen"
    shown.bridge.undo()
    assert shown.document == before
    assert block(view, "core_task").editor.text == ""


def test_a_text_that_is_locked_says_why_and_cannot_be_written(view: AgreementsView, shown: Shown) -> None:
    agreement = view.agreement
    shown.bridge.edit(lambda document: set_field(document, Agreement, agreement.id, "state", AgreementState.READY))
    assert block(view, "core_task").editor.widget.isReadOnly()
    assert view.text.parts.promises.add.isHidden()
    shown.bridge.edit(lambda document: set_field(document, Agreement, agreement.id, "state", AgreementState.DRAFT))
    assert not block(view, "core_task").editor.widget.isReadOnly()
    fixed = section(shown, "core_task")
    shown.bridge.edit(lambda document: set_field(document, Section, fixed.id, "fixed", True))
    assert block(view, "core_task").editor.widget.isReadOnly()
    assert block(view, "core_task").lock.text().startswith("Fastsat centralt for flere enheder.")
    assert not block(view, "parties").editor.widget.isReadOnly()


def test_a_remark_is_said_to_the_other_party_and_closed(view: AgreementsView, shown: Shown) -> None:
    remarks = block(view, "core_task").remarks
    remarks.toggle.click()
    QTest.keyClicks(remarks.line, "Skriv gerne, hvem der gør hvad.")
    QTest.keyClick(remarks.line, Qt.Key.Key_Return)
    (said,) = shown.document.all(Comment).values()
    assert (said.section, said.agreement, said.text) == (
        section(shown, "core_task").id,
        view.agreement.id,
        "Skriv gerne, hvem der gør hvad.",
    )
    assert remarks.toggle.text() == "1 bemærkning"
    remarks._close(said.id)
    assert remarks.toggle.text() == "Bemærkning"
    assert shown.document.all(Comment)[said.id].closed_on == date(2015, 2, 15)


def test_a_promise_of_the_centre_is_added_written_and_taken_away(view: AgreementsView, shown: Shown) -> None:
    promises = view.text.parts.promises
    promises.add.click()
    (card,) = promises.cards
    assert card.record_form is not None
    title = card.record_form.editors["title"]
    title.widget.setFocus()
    QTest.keyClicks(title.widget, "En læsevejleder to dage om ugen")
    title.commit()
    (promise,) = shown.document.all(Commitment).values()
    assert (promise.title, promise.agreement) == ("En læsevejleder to dage om ugen", view.agreement.id)
    assert promises.cards[0].head.text() == "En læsevejleder to dage om ugen"
    promises.cards[0].remove.click()
    assert not shown.document.all(Commitment) and not promises.cards


def test_days_of_follow_up_of_the_whole_agreement_are_those_that_are_shown(view: AgreementsView, shown: Shown) -> None:
    own = [one for one in shown.document.all(FollowUp).values() if one.agreement == view.agreement.id and not one.goal]
    assert {card.record for card in view.text.parts.days.cards} == {one.id for one in own}
    view.text.parts.days.add.click()
    assert len(view.text.parts.days.cards) == len(own) + 1


def test_a_finding_leads_to_its_section_or_to_its_goal(view: AgreementsView, shown: Shown) -> None:
    view.show_signing()
    view.go_to(section(shown, "budget").id)
    assert view.form.pages.currentWidget() is view.form.text_tab
    assert block(view, "budget").editor.widget.hasFocus()
    wanted: list[object] = []
    view.wanted.connect(wanted.append)
    goal = next(iter(shown.document.all(UnitGoal)))
    view.go_to(goal)
    assert wanted == [goal]
    view.go_to(view.agreement.id)
    assert view.form.pages.currentWidget() is view.form.signing_tab


def test_the_paper_beside_the_text_follows_what_is_written_and_turns_to_its_page(
    view: AgreementsView, shown: Shown, qtbot: QtBot
) -> None:
    view.form.show_paper.click()
    qtbot.waitUntil(lambda: view.form.page_number.text().startswith("Side 1 af "))
    before = view.paper._paper
    write(view, "core_task", "Vi lærer sammen, og det kan ses på papiret.")
    qtbot.waitUntil(lambda: view.paper._paper is not before)
    block(view, "signatures").entered.emit(section(shown, "signatures"))
    last = view.form.page_number.text().split()[-1]
    assert view.form.page_number.text() == f"Side {last} af {last}"
    write(view, "cooperation", "Vi mødes.")
    qtbot.wait(50)
    assert not view.form.page_number.text().startswith("Side 1 af ")


def test_what_is_typed_for_one_agreement_is_kept_when_another_is_chosen(view: AgreementsView, shown: Shown) -> None:
    first = view.agreement
    other = replace(first, id=shown.bridge.workspace.new_id(), code="2", org=first.org)
    made = ChangeSet(phrase("edit.add_record"), (Change(None, other),))
    shown.bridge.edit(lambda document: made)
    field = block(view, "core_task").editor.widget
    field.setFocus()
    QTest.keyClicks(field, "Halvt skrevet")
    view.choose(other.id)
    texts = {one.text for one in shown.document.all(Section).values() if one.agreement == first.id}
    assert "Halvt skrevet" in texts


def test_the_list_is_found_in_by_name_and_state(view: AgreementsView) -> None:
    item = view.form.agreements.topLevelItem(0)
    view.form.search.setText("findes ikke")
    assert item.isHidden()
    view.form.search.clear()
    assert not item.isHidden()
    view.form.state_filter.setCurrentIndex(view.form.state_filter.findData(AgreementState.ARCHIVED))
    assert item.isHidden()
