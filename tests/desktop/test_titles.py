"""Titles written in place, on the map and in the outline: nothing is cut, and what is too long is told."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from strategikort.desktop.fields.entry import Line
from strategikort.domain.changes import Change, ChangeSet
from strategikort.domain.goals import Goal
from strategikort.domain.links import Link
from strategikort.domain.phrases import phrase
from tests.desktop.conftest import Shown

OLD = (
    "Et mål fra et andet program, hvis titel er længere end der er plads til her, "
    + "og som alligevel skal stå der " * 4
)
LONG = "Ny legeplads " + "ved indskolingen " * 10


def long_titled(shown: Shown) -> None:
    """A goal of another program's, whose title is longer than one that is written here."""
    goal = shown.record("Ny legeplads")
    assert len(OLD.strip()) > 140
    shown.session.edit(ChangeSet(phrase("edit.import", file="plan.xml"), (Change(goal, replace(goal, title=OLD)),)))


def on_the_map(shown: Shown) -> QLineEdit:
    view = shown.window.map_area.view
    shown.window.map_area.show_goal(shown.bridge.selection[0])
    view.setFocus()
    view.hand.rename(shown.bridge.selection[0])
    assert view.hand.editor is not None
    return view.hand.editor


def in_the_outline(shown: Shown) -> QLineEdit:
    outline = shown.window.outline
    outline.rename()
    (editor,) = [one for one in outline.tree.viewport().findChildren(Line) if one.isVisible()]
    return editor


PLACES = pytest.mark.parametrize("place", [on_the_map, in_the_outline])


@PLACES
@pytest.mark.parametrize("end", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_an_older_title_that_is_too_long_is_shown_whole_and_stays(
    qtbot: QtBot, shown: Shown, place: Callable[[Shown], QLineEdit], end: Qt.Key
) -> None:
    long_titled(shown)
    goal = shown.select(OLD)
    editor = place(shown)
    assert editor.text() == OLD
    QTest.keyClick(editor, end)
    lines = shown.window.outline.tree.viewport()
    qtbot.waitUntil(lambda: not lines.findChildren(Line), timeout=10_000)
    assert shown.document.all(Goal)[goal].title == OLD
    assert shown.window.status.said.text() == "1 mål valgt"


@PLACES
def test_a_new_title_that_is_too_long_stays_in_its_line_and_is_told(
    qtbot: QtBot, shown: Shown, place: Callable[[Shown], QLineEdit]
) -> None:
    goal = shown.select("Ny legeplads")
    editor = place(shown)
    editor.setText(LONG)
    for _ in range(2):
        QTest.keyClick(editor, Qt.Key.Key_Return)
        assert editor.isVisible()
        assert editor.text() == LONG
        assert editor.toolTip() == f"{len(LONG.strip()) - 140} tegn for meget. Gør titlen kortere, eller tryk Esc " + (
            "for at beholde den gamle."
        )
    shown.window.goal_panel.editors["why"].widget.setFocus()
    assert editor.isVisible() and editor.text() == LONG
    assert shown.document.all(Goal)[goal].title == "Ny legeplads"
    editor.setFocus()
    editor.setText("Ny legeplads ved indskolingen")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown.document.all(Goal)[goal].title == "Ny legeplads ved indskolingen", timeout=10_000)


@PLACES
def test_escape_leaves_the_old_title(shown: Shown, place: Callable[[Shown], QLineEdit]) -> None:
    goal = shown.select("Ny legeplads")
    editor = place(shown)
    editor.setText(LONG)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert shown.document.all(Goal)[goal].title == "Ny legeplads"


def test_an_older_note_on_a_link_that_is_too_long_is_shown_whole_and_stays(shown: Shown) -> None:
    goal = shown.goal("Flere starter hos os")
    (link,) = shown.document.links_up(goal)
    note = "Fordi familierne hører om skolen i dagtilbuddet. " * 8
    shown.session.edit(ChangeSet(phrase("edit.import", file="plan.xml"), (Change(link, replace(link, note=note)),)))
    shown.bridge.select([goal])
    row = shown.window.goal_panel.links.rows[0]
    assert row._note.text() == note
    row._note.left.emit()
    assert shown.document.all(Link)[link.id].note == note
    row._note.setText(f"{note} Og mere.")
    row._note.left.emit()
    assert shown.document.all(Link)[link.id].note == note
    assert "Der er plads til 300" in shown.window.status.said.text()
