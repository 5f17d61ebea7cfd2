"""Spelling in the real window: marks under wrong words, suggestions in the menu, own words, and one step to undo."""

import os

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from strategikort.desktop.fields.entry import Text
from strategikort.desktop.look.settings import OWN_WORDS, SPELLING
from strategikort.desktop.program import Program
from strategikort.desktop.window.main_window import DocumentWindow
from strategikort.domain.agreements import Agreement, AgreementState, Section
from strategikort.domain.edits.records import set_field
from strategikort.exchange.spelling import dictionary_folder

pytestmark = pytest.mark.skipif(
    dictionary_folder() is None and not os.environ.get("CI"), reason="no Danish dictionary here"
)
SAID = "Fraværet fallder, siger Strandskolens leder (2 mio. kr. i alt)"


@pytest.fixture
def window(program: Program, qtbot: QtBot) -> DocumentWindow:
    """The sample with the agreements before the eyes; the dictionary has been read."""
    made = program.open_sample()
    assert made is not None
    made.actions_by_id["view_agreements"].trigger()
    view = made.views.agreements
    agreements = made.bridge.document.all(Agreement).values()
    view.choose(next(one.id for one in agreements if one.state is AgreementState.DRAFT))
    qtbot.waitUntil(lambda: made.bridge.spelling._words is not None, timeout=30_000)
    return made


def field(window: DocumentWindow) -> Text:
    return window.views.agreements.text.blocks["core_task"].editor.widget


def marked(text: Text) -> list[str]:
    """The words that have a line under them."""
    found = []
    block = text.document().begin()
    while block.isValid():
        found += [block.text()[one.start : one.start + one.length] for one in block.layout().formats()]
        block = block.next()
    return found


def written(window: DocumentWindow, said: str) -> Text:
    text = field(window)
    text.setFocus()
    text.selectAll()
    QTest.keyClicks(text, said)
    return text


def menu(text: Text, word: str) -> QMenu:
    cursor = text.textCursor()
    cursor.setPosition(text.toPlainText().index(word) + 2)
    return text.menu_at(cursor)


def test_a_wrong_word_is_marked_when_the_next_one_is_typed_and_names_of_the_document_are_not(
    window: DocumentWindow,
) -> None:
    text = written(window, "Fraværet fallder")
    assert marked(text) == []
    QTest.keyClicks(text, ", siger Strandskolens leder")
    assert marked(text) == ["fallder"]
    window.views.agreements.text.blocks["core_task"].editor.commit()


def test_the_word_meant_takes_the_place_of_the_wrong_one_and_is_one_step_to_undo(window: DocumentWindow) -> None:
    view, text = window.views.agreements, field(window)
    section = next(
        one
        for one in window.bridge.document.all(Section).values()
        if one.agreement == view.agreement.id and one.key == "core_task"
    )
    window.bridge.edit(lambda document: set_field(document, Section, section.id, "text", SAID))
    window.bridge.edit(lambda document: set_field(document, Agreement, view.agreement.id, "case_number", "15/1"))
    assert marked(text) == ["fallder"]
    offered = [one.text() for one in menu(text, "fallder").actions()]
    assert "falder" in offered[:5]
    steps = window.bridge.document
    next(one for one in menu(text, "fallder").actions() if one.text() == "falder").trigger()
    window.views.agreements.text.blocks["core_task"].editor.commit()
    assert text.toPlainText() == SAID.replace("fallder", "falder") and marked(text) == []
    window.undo()
    assert window.bridge.document == steps and "fallder" in field(window).toPlainText()


def test_a_word_is_learnt_or_ignored_and_all_fields_know_it(window: DocumentWindow, program: Program) -> None:
    text = written(window, "Vi trivsler og samskaber på Vestermølleskolenn nu")
    assert set(marked(text)) >= {"trivsler", "Vestermølleskolenn"}
    next(one for one in menu(text, "trivsler").actions() if one.text() == "Føj »trivsler« til mine ord").trigger()
    next(one for one in menu(text, "Vestermølleskolenn").actions() if one.text() == "Ignorér").trigger()
    assert not {"trivsler", "Vestermølleskolenn"} & set(marked(text))
    assert program.house.settings.get(OWN_WORDS) == ["trivsler"]


def test_who_does_not_want_it_sees_no_marks_and_none_of_it_is_an_edit(window: DocumentWindow, program: Program) -> None:
    text = written(window, SAID)
    window.views.agreements.text.blocks["core_task"].editor.commit()
    document = window.bridge.document
    program.house.settings.put(SPELLING, False)
    assert marked(text) == [] and menu(text, "fallder").actions()[0].text() != "falder"
    program.house.settings.put(SPELLING, True)
    assert marked(text) == ["fallder"]
    assert not window.views.agreements.text.blocks["core_task"].editor.pending
    assert window.bridge.document is document


def test_after_an_emoji_the_mark_and_the_correction_are_in_their_places(window: DocumentWindow) -> None:
    text = written(window, "x ")
    text.insertPlainText("😀 ")
    QTest.keyClicks(text, "Fraværet fallder meget ")
    editor = window.views.agreements.text.blocks["core_task"].editor
    editor.commit()
    (mark,) = text.document().begin().layout().formats()
    counted = text.toPlainText().encode("utf-16-le")
    assert (mark.start, mark.length) == (counted.index("fallder".encode("utf-16-le")) // 2, 7)
    cursor = text.textCursor()
    cursor.setPosition(mark.start + 2)
    next(one for one in text.menu_at(cursor).actions() if one.text() == "falder").trigger()
    editor.commit()
    assert "😀 Fraværet falder meget" in text.toPlainText()


def test_a_word_that_is_typed_in_its_middle_is_not_marked_before_it_is_left(window: DocumentWindow) -> None:
    text = written(window, "Fraværet faler meget")
    cursor = text.textCursor()
    cursor.setPosition(text.toPlainText().index("faler") + 2)
    text.setTextCursor(cursor)
    QTest.keyClicks(text, "q")
    assert marked(text) == []
    text.moveCursor(QTextCursor.MoveOperation.End)
    assert marked(text) == ["faqler"]
    window.views.agreements.text.blocks["core_task"].editor.commit()
