"""What is announced: the outcome of each command, why something was refused, and hints for hands on the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from strategikort.desktop.findings.model import FindingsModel
from strategikort.desktop.outline.panel import OutlinePanel
from strategikort.domain.edits.records import set_field
from strategikort.domain.goals import Goal
from tests.desktop.conftest import Shown


@pytest.fixture
def said(shown: Shown) -> list[str]:
    found: list[str] = []
    shown.window.announcer.announced.connect(found.append)
    return found


def test_each_command_says_what_it_did_and_what_was_taken_back(shown: Shown, said: list[str]) -> None:
    shown.select("Ny legeplads")
    for action in ("delete", "undo", "redo"):
        shown.window.actions_by_id[action].trigger()
    assert said == ["Udført: Slet »Ny legeplads«.", "Fortrudt: Slet »Ny legeplads«.", "Gentaget: Slet »Ny legeplads«."]


def test_the_same_command_twice_is_announced_twice(shown: Shown, said: list[str]) -> None:
    goal = shown.select("Ny legeplads")
    for _ in range(2):
        shown.window.actions_by_id["delete"].trigger()
        shown.window.actions_by_id["undo"].trigger()
        shown.bridge.select([goal])
    assert len(said) == 4


def test_what_is_refused_is_announced_with_its_reason(shown: Shown, said: list[str]) -> None:
    goal = shown.goal("Ny legeplads")
    shown.bridge.edit(lambda one: set_field(one, Goal, goal, "title", "x" * 200))
    assert said == ["Teksten er på 200 tegn. Der er plads til 140. Gør den kortere."]


def test_typing_in_a_field_is_not_talked_over(shown: Shown, said: list[str]) -> None:
    goal = shown.goal("Ny legeplads")
    shown.bridge.edit(lambda one: set_field(one, Goal, goal, "title", "En ny legeplads"))
    assert said == []


def test_a_link_drawn_by_keyboard_says_each_end_that_it_can_have(shown: Shown, said: list[str], qtbot: QtBot) -> None:
    shown.select("Ny legeplads")
    view = shown.window.map_area.view
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    QTest.keyClick(view, Qt.Key.Key_L)
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert said[0].endswith("Enter forbinder, piletaster vælger, Esc slutter.")
    assert said[-1].startswith("Udført: Forbind »Ny legeplads« med ")


def test_a_line_of_the_outline_says_as_much_as_its_card(shown: Shown) -> None:
    outline: OutlinePanel = shown.window.outline
    place = outline.model.place_of(shown.goal("Flere starter hos os"))
    said = place.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert said.startswith("Enhedsmål hos Strandskolen. Forbindelser opad: 1. Nedad: 1.")
    view = QAccessible.queryAccessibleInterface(shown.window.map_area.view)
    cards = [view.child(row) for row in range(view.childCount())]
    assert said in [card.text(QAccessible.Text.Description) for card in cards]


def test_a_finding_says_how_bad_it_is_where_others_see_a_sign(shown: Shown) -> None:
    shown.bridge.check_now()
    model = FindingsModel(shown.bridge, shown.window)
    heard = {model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())}
    words = shown.bridge.workspace.words
    wanted = {f"{words.text(f'severity.{one.severity}')}: {words.say(one.message)}" for one in shown.bridge.findings}
    assert heard == wanted
    assert any(text.startswith("Fejl: ") or text.startswith("Advarsel: ") for text in heard)
