"""F1 leads to the page for the very place, in every view and dialog; pages name only what is there."""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QDockWidget, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from strategikort import desktop
from strategikort.application.help.book import read_book
from strategikort.application.help.pages import Role
from strategikort.desktop.actions import ACTIONS
from strategikort.desktop.help.desk import classes_around
from strategikort.desktop.help.names import WindowNames
from strategikort.desktop.help.window import HelpWindow
from strategikort.desktop.house import House
from strategikort.desktop.look.theme import light
from strategikort.desktop.maps.presenting import Presenting
from strategikort.desktop.program import Program
from strategikort.desktop.window.main_window import DocumentWindow
from strategikort.domain.goals import UnitGoal

BOOK = read_book("da")


@pytest.fixture
def opened(program: Program, qtbot: QtBot) -> Iterator[DocumentWindow]:
    window = program.open_sample()
    assert window is not None
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    yield window
    program.help.close()


def classes() -> dict[str, type]:
    found: dict[str, type] = {}
    for module in pkgutil.walk_packages(desktop.__path__, "strategikort.desktop."):
        for name, one in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
            if one.__module__ == module.name:
                found[name] = one
    return found


def page_of(program: Program) -> str:
    assert program.help.window is not None
    return program.help.window.target


def test_every_dialog_panel_and_view_has_a_page_of_its_own(opened: DocumentWindow) -> None:
    """F1 goes by the very class, not by the one that it derives from, so a new one has to say where its help is."""
    known = classes()
    assert [name for name in BOOK.places if name not in known] == []
    dialogs = {name for name, one in known.items() if issubclass(one, QDialog | Presenting)}
    panels = {type(dock.widget()).__name__ for dock in opened.findChildren(QDockWidget)}
    for name, action in opened.actions_by_id.items():
        if name.startswith("view_"):
            action.trigger()  # some views are made only then
    views = {type(opened.views.widget(number)).__name__ for number in range(opened.views.count())}
    windows = {name for name, one in known.items() if issubclass(one, QMainWindow)}
    assert len(dialogs) > 15 and len(panels) > 3 and len(views) > 2
    assert sorted((dialogs | panels | views | windows) - BOOK.places.keys()) == []


def test_every_action_named_in_the_help_is_there_with_its_menu_and_key() -> None:
    named = {bit.text for page in BOOK.pages.values() for bit in page.bits if bit.role is Role.ACTION}
    assert named - {entry.id for entry in ACTIONS} == set()
    assert len(named) > 60


def test_every_key_named_in_the_help_is_one_and_no_sign_of_the_markup_is_left_over(dress: None) -> None:
    keys = {bit.text for page in BOOK.pages.values() for bit in page.bits if bit.role is Role.KEY}
    assert [key for key in sorted(keys) if not WindowNames().key(key)] == []
    plain = [bit.text for page in BOOK.pages.values() for bit in page.bits if bit.role is Role.PLAIN]
    assert [text for text in plain if set(text) & set("*`[]")] == []


def test_an_action_is_said_as_its_menu_and_key_are(dress: None) -> None:
    assert WindowNames().action("new_goal") == "Mål > Nyt mål (Ctrl+Skift+N)"
    assert WindowNames().action("import") == "Fil > Indlæs"


def test_f1_in_each_part_of_the_window_leads_to_its_own_page(
    program: Program, opened: DocumentWindow, qtbot: QtBot
) -> None:
    opened.bridge.select([min(opened.bridge.document.all(UnitGoal))])
    opened.goal_panel.focus_title()
    title = QApplication.focusWidget()
    assert title is not None
    for place, page in (
        (opened.map_area.view, "map"),
        (opened.outline.tree, "outline"),
        (opened.search, "outline#find"),
        (title, "goal"),
        (opened.findings.form.list, "findings"),
        (opened.thread_view.broken, "thread"),
        (opened.ideas.line, "workshop"),
    ):
        opened.panels["ideas"].setVisible(page == "workshop")
        opened.views.setCurrentWidget(opened.thread_view if page == "thread" else opened.map_area)
        opened.activateWindow()
        place.setFocus()
        qtbot.waitUntil(lambda place=place: QApplication.focusWidget() is place)
        QTest.keyClick(place, Qt.Key.Key_F1)
        assert page_of(program) == page


def test_f1_on_the_start_page_leads_to_the_beginning(program: Program, qtbot: QtBot) -> None:
    start = program.show_start()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is start)
    QTest.keyClick(start, Qt.Key.Key_F1)
    assert page_of(program) == "start"
    program.help.close()


@pytest.mark.parametrize(
    ("action", "page"),
    [
        ("organisation", "organisation"),
        ("print_map", "print#map"),
        ("palette", "reading#palette"),
        ("preferences", "preferences"),
        ("new_map", "maps#new"),
        ("import", "lists#import"),
    ],
)
def test_f1_in_a_dialog_opens_help_beside_it_that_can_be_used(
    program: Program, opened: DocumentWindow, qtbot: QtBot, action: str, page: str
) -> None:
    opened.actions_by_id[action].trigger()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), QDialog))
    dialog = QApplication.activeWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F1)
    assert page_of(program) == page
    help = program.help.window
    assert help is not None and help.isVisible()
    QTest.keyClicks(help.search, "udskriv")
    assert help.contents.count() > 1
    assert dialog is not None and dialog.isVisible()
    dialog.close()


def test_contents_links_search_and_the_way_back(dress: None, qtbot: QtBot) -> None:
    help = HelpWindow(BOOK, light())
    qtbot.addWidget(help)
    help.show_page("start")
    help.show()
    assert help.contents.count() == len(BOOK.pages)
    assert help.contents.currentItem().text() == "Kom i gang"
    help.text.anchorClicked.emit(QUrl("maps#new"))
    assert help.target == "maps#new"
    assert help.windowTitle() == "Flere kort – Hjælp"
    help.go_back()
    assert (help.target, help.back.isEnabled()) == ("start", False)
    QTest.keyClicks(help.search, "brudt traad")
    QTest.keyClick(help.search, Qt.Key.Key_Return)
    assert help.target == "findings#broken"
    help.show_page("nowhere")
    assert help.target == "findings#broken"


def test_pages_are_read_with_headings_and_by_keyboard(dress: None, qtbot: QtBot) -> None:
    help = HelpWindow(BOOK, light())
    qtbot.addWidget(help)
    for page in BOOK.pages.values():
        help.show_page(page.name)
        block, levels = help.text.document().begin(), []
        while block.isValid():
            if block.blockFormat().headingLevel():
                levels.append((block.blockFormat().headingLevel(), block.text()))
            block = block.next()
        assert levels == [(1, page.title), *((2, one.heading) for one in page.sections if one.heading)]
        assert help.text.accessibleName() == page.title
    assert help.text.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard


def test_the_help_follows_the_language_and_says_when_it_is_danish_only(
    program: Program, opened: DocumentWindow
) -> None:
    house: House = program.house
    danish = program.help.show_page("map")
    house.language = "en"
    english = program.help.show_page("map")
    assert english is not danish
    assert not danish.isVisible()
    house.language = "da"


def test_the_nearest_place_around_a_widget_is_named_first(opened: DocumentWindow) -> None:
    around = list(classes_around(opened.map_area.view))
    assert around[0] == "MapView" and around[-1] == "DocumentWindow"
    assert "MapArea" in around
    assert list(classes_around(QWidget())) == ["QWidget"]
