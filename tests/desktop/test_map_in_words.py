"""The map in words on the screen: read, copied, kept in a file."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from strategikort.desktop.maps.in_words_dialog import MapInWordsDialog
from strategikort.domain.edits.records import set_field
from strategikort.domain.goals import Goal
from tests.desktop.conftest import Shown

LINK = "Det understøtter »DS-01 Flere vælger skolen«."


@pytest.fixture
def words(shown: Shown) -> MapInWordsDialog:
    shown.window.actions_by_id["map_in_words"].trigger()
    (dialog,) = shown.window.findChildren(MapInWordsDialog)
    return dialog


def test_the_map_that_is_shown_is_read_at_once(words: MapInWordsDialog, qtbot: QtBot) -> None:
    assert words.windowTitle() == "Kortet i ord"
    assert words.text.startswith("Strategikort: Kort over skolerne\n")
    assert LINK in words.text
    assert words.focusWidget() is words.form.text
    words.form.close.click()


def test_the_words_follow_the_document(words: MapInWordsDialog, shown: Shown) -> None:
    goal = shown.goal("Flere vælger skolen")
    shown.bridge.edit(lambda one: set_field(one, Goal, goal, "title", "Endnu flere vælger skolen"))
    assert "»DS-01 Endnu flere vælger skolen« er et centermål" in words.text
    words.form.close.click()


def test_the_words_are_copied_and_it_is_said(words: MapInWordsDialog) -> None:
    words.form.copy.click()
    assert QGuiApplication.clipboard().text() == words.text
    assert words.form.said.text() == "Teksten er kopieret."
    words.form.close.click()


def test_the_words_are_kept_in_a_file_or_it_is_said_why_not(words: MapInWordsDialog, tmp_path: Path) -> None:
    words.save_file(str(tmp_path / "kort.txt"))
    assert (tmp_path / "kort.txt").read_text(encoding="utf-8") == words.text
    (tmp_path / "optaget").mkdir()
    words.save_file(str(tmp_path / "optaget"))
    assert words.form.said.text().startswith("Den kan ikke gemmes dér: ")
    words.form.close.click()
