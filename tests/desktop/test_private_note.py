"""*Mine noter* in the real window: kept by itself, beside the document, never lost to another window or the disk."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from strategikort.application.session import Desk
from strategikort.desktop.fields.private_note import PrivateNote
from strategikort.desktop.look.settings import Settings
from strategikort.domain.edits.goals import remove_goals
from strategikort.domain.edits.records import set_field
from strategikort.domain.goals import Goal
from tests.desktop.conftest import Shown, in_window

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def other(shown: Shown, qtbot: QtBot, tmp_path: Path, desk: Desk, settings: Settings) -> Iterator[Shown]:
    """Another window at the same computer, over a copy of the same file."""
    folder = tmp_path / "kopi"
    folder.mkdir()
    yield from in_window(shown.document, qtbot, folder, desk, settings)


def the_note(shown: Shown) -> PrivateNote:
    shown.window.goal_panel.note.toggle.setChecked(True)
    return shown.window.goal_panel.note


def write(shown: Shown, text: str) -> PrivateNote:
    note = the_note(shown)
    note.text.setFocus()
    QTest.keyClicks(note.text, text)
    return note


def test_a_note_is_kept_after_a_pause_and_is_no_edit(qtbot: QtBot, shown: Shown) -> None:
    goal, before = shown.select("Ny legeplads"), shown.document
    write(shown, "Bo er i tvivl")
    qtbot.waitUntil(lambda: shown.session.notes.read(goal) == "Bo er i tvivl")
    assert shown.document is before
    assert shown.session.undo_label is None
    assert not shown.session.save_state.unsaved


def test_a_note_is_kept_when_the_field_another_goal_or_the_window_is_left(shown: Shown) -> None:
    goal = shown.select("Ny legeplads")
    note = write(shown, "Bo")
    shown.window.goal_panel.form.more.setFocus()
    assert shown.session.notes.read(goal) == "Bo"
    QTest.keyClicks(note.text, "1")
    shown.select("Flere starter hos os")
    assert note.text.toPlainText() == ""
    shown.select("Ny legeplads")
    note.text.setPlainText("Bo er i tvivl")
    shown.window.commit()
    assert shown.session.notes.read(goal) == "Bo er i tvivl"


def test_a_note_follows_its_goal_through_a_new_name_and_undo(shown: Shown) -> None:
    goal = shown.select("Ny legeplads")
    write(shown, "Bo er i tvivl").commit()
    shown.bridge.edit(lambda document: set_field(document, Goal, goal, "title", "Ny skolegård"))
    shown.bridge.edit(lambda document: remove_goals(document, [goal]))
    shown.bridge.undo()
    shown.bridge.select([goal])
    assert the_note(shown).text.toPlainText() == "Bo er i tvivl"
    assert the_note(shown).text.accessibleName() == "Mine noter om Ny skolegård"


def test_ctrl_z_in_a_note_takes_back_what_was_typed_there_and_nothing_else(qtbot: QtBot, shown: Shown) -> None:
    shown.window.activateWindow()
    qtbot.waitActive(shown.window)
    goal = shown.select("Ny legeplads")
    shown.bridge.edit(lambda document: set_field(document, Goal, goal, "why", "Gården er nedslidt"))
    note = write(shown, "Bo er i tvivl")
    for _ in range(3):
        QTest.keyClick(note.text, Qt.Key.Key_Z, CONTROL)
    assert note.text.toPlainText() == ""
    assert shown.document.get(Goal, goal).why == "Gården er nedslidt"


def test_folded_away_it_says_whether_something_is_written(shown: Shown) -> None:
    shown.select("Ny legeplads")
    note = shown.window.goal_panel.note
    assert note.toggle.text() == "Mine noter" and note.text.isHidden()
    write(shown, "Bo er i tvivl").commit()
    assert note.hint.text() == "Kun på denne computer. Noten kommer ikke med i filen, på papir eller i eksport."
    assert note.hint.isVisibleTo(shown.window)
    note.toggle.setChecked(False)
    assert note.toggle.text() == "Mine noter (udfyldt)" and note.text.isHidden()


def test_a_note_is_reached_and_left_by_keys(qtbot: QtBot, shown: Shown) -> None:
    shown.window.activateWindow()
    qtbot.waitActive(shown.window)
    shown.select("Ny legeplads")
    note = shown.window.goal_panel.note
    note.toggle.setFocus()
    QTest.keyClick(note.toggle, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is note.text
    QTest.keyClick(note.text, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not note.text, "Tab goes on"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    QTest.keyClick(note.text, Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is note.toggle


def test_an_agreement_has_its_note_also_when_its_text_is_locked(shown: Shown) -> None:
    shown.window.actions_by_id["view_agreements"].trigger()
    view = shown.window.views.agreements
    agreement = view.agreement
    assert agreement is not None
    view.note.toggle.setChecked(True)
    assert view.note.text.isVisible() and not view.note.text.isReadOnly()
    QTest.keyClicks(view.note.text, "Spørg til fravær")
    view.note.commit()
    assert shown.session.notes.read(agreement.id) == "Spørg til fravær"
    assert the_note(shown).toggle.isChecked(), "it is unfolded in both places"


def test_two_windows_write_the_same_note_and_both_are_kept(qtbot: QtBot, shown: Shown, other: Shown) -> None:
    goal = shown.select("Ny legeplads")
    other.select("Ny legeplads")
    mine = write(shown, "Bo er i tvivl")
    theirs = write(other, "Ida er for")
    mine.commit()
    theirs.commit()
    assert theirs.text.toPlainText() == "Ida er for\nBo er i tvivl"
    for window in (other.window, shown.window):
        window.activateWindow()
        qtbot.waitActive(window)
    qtbot.waitUntil(lambda: mine.text.toPlainText() == "Ida er for\nBo er i tvivl")
    assert shown.session.notes.read(goal) == "Ida er for\nBo er i tvivl"


def test_a_damaged_note_is_told_in_a_sentence_until_a_new_one_is_written(shown: Shown) -> None:
    goal = shown.select("Ny legeplads")
    write(shown, "Bo er i tvivl").commit()
    (file,) = shown.session.notes.folder.glob("*.json")
    file.write_bytes(b"\0\0\0")
    shown.select("Flere starter hos os")
    shown.select("Ny legeplads")
    note = the_note(shown)
    assert note.problem.text().startswith("Noten kan ikke læses, for ") and note.problem.isVisibleTo(shown.window)
    write(shown, "Bo er med").commit()
    assert note.problem.isHidden()
    assert shown.session.notes.read(goal) == "Bo er med"
    assert [one.read_bytes() for one in shown.session.notes.folder.glob("*.damaged-*")] == [b"\0\0\0"]


def test_what_the_disk_refuses_stays_in_the_field_and_is_kept_later(shown: Shown) -> None:
    goal = shown.select("Ny legeplads")
    folder = shown.session.notes.folder
    folder.write_text("in the way")
    note = write(shown, "Bo er i tvivl")
    shown.select("Flere starter hos os")
    shown.select("Ny legeplads")
    assert note.text.toPlainText() == "Bo er i tvivl"
    folder.unlink()
    shown.window.commit()
    assert shown.session.notes.read(goal) == "Bo er i tvivl"
    assert note.problem.isHidden()
