"""The table of actions: each has its words in both languages, its tip, its icon and its own keys."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from strategikort.application.resources import resource
from strategikort.desktop.actions import ACTIONS, Entry, Menu, said
from strategikort.desktop.app import application, dressed
from strategikort.desktop.look import theme
from strategikort.desktop.look.settings import Settings
from strategikort.desktop.start.start_window import StartWindow
from tests.desktop.conftest import Shown


def mnemonic(text: str) -> str:
    """The letter that is pressed with Alt, empty if there is none."""
    place = text.replace("&&", "  ").find("&")
    return text[place + 1].lower() if place >= 0 else ""


@pytest.fixture(params=["da", "en"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    dressed(application(), request.param, theme.light())
    yield request.param
    dressed(application(), "da", theme.light())


@pytest.mark.parametrize("entry", ACTIONS, ids=lambda entry: entry.id)
def test_an_action_has_its_danish_and_its_icon(dress: None, entry: Entry) -> None:
    assert entry.text
    assert said(entry.text)
    same_in_both = ("organisation", "actual_size")
    assert (said(entry.text) == entry.text) is (entry.id in same_in_both), "a Danish text is there"
    if entry.tip:
        assert said(entry.tip) != entry.tip
    if entry.icon:
        assert resource("icons", f"{entry.icon}.svg").is_file()


def test_no_action_has_the_name_or_a_key_of_another() -> None:
    assert max(Counter(entry.id for entry in ACTIONS).values()) == 1
    keys = Counter(QKeySequence(key).toString() for entry in ACTIONS for key in entry.keys)
    assert "" not in keys, "every key is one that Qt knows"
    assert [key for key, number in keys.items() if number > 1] == []


def test_every_entry_of_a_menu_has_a_letter_of_its_own(language: str) -> None:
    menus = [[said(entry.text) for entry in ACTIONS if entry.menu is menu] for menu in Menu]
    for texts in (*menus, [said(menu.value) for menu in Menu]):
        letters = [mnemonic(text) for text in texts]
        assert "" not in letters, texts
        assert len(set(letters)) == len(letters), texts


def test_every_action_in_the_window_says_what_it_does_and_with_which_key(shown: Shown) -> None:
    assert set(shown.window.actions_by_id) == {entry.id for entry in ACTIONS}
    for entry in ACTIONS:
        action = shown.window.actions_by_id[entry.id]
        assert action.text()
        tip = action.toolTip()
        assert tip and "&" not in tip
        if entry.keys:
            assert QKeySequence(entry.keys[0]).toString(QKeySequence.SequenceFormat.NativeText) in tip
        assert action.icon().isNull() is (not entry.icon)


def test_every_action_that_can_be_disabled_has_a_sentence_that_says_why(shown: Shown) -> None:
    depends = {name for room in shown.window.rooms for name in room.able()} | {"undo", "redo", "next_finding"}
    silent = {entry.id for entry in ACTIONS if entry.id in depends and not entry.needs}
    assert silent == set()
    assert [entry.id for entry in ACTIONS if entry.needs and said(entry.needs) == entry.needs] == []


def menus_of(actions: list[QAction]) -> list[QMenu]:
    return [action.menu() for action in actions if isinstance(action.menu(), QMenu)]


def test_the_letters_of_the_real_menus_are_told_apart_while_steps_are_named(shown: Shown) -> None:
    shown.select("Ny legeplads")
    shown.window.actions_by_id["delete"].trigger()
    shown.bridge.undo()
    for menu in menus_of(shown.window.menuBar().actions()):
        letters = [mnemonic(action.text()) for action in menu.actions() if not action.isSeparator()]
        assert len(set(letters)) == len(letters), menu.title()


def test_the_start_page_has_no_menu_without_entries(dress: None, qtbot: QtBot, tmp_path: Path) -> None:
    start = StartWindow(theme.light(), Settings(tmp_path), [])
    qtbot.addWidget(start)
    menus = menus_of(start.menuBar().actions())
    assert [menu.title() for menu in menus] == ["&Fil", "&Redigér", "&Hjælp"]
    assert all(menu.actions() for menu in menus)
