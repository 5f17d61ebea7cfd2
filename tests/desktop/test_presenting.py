"""F5: the goals of the map one by one on a whole screen, down the red thread; nothing can be edited there."""

import json
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from strategikort.desktop.maps.presenting import Presenting
from strategikort.domain.edits.goals import remove_goals
from strategikort.domain.edits.records import set_field
from strategikort.domain.goals import Goal, UnitGoal
from tests.desktop.conftest import Shown

TWO_SCREENS = """
import sys
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from strategikort.desktop.maps.presenting import second_screen
app = QApplication([])
first, second = QGuiApplication.screens()
window = QWidget()
window.setGeometry(first.geometry())
window.show()
assert second_screen(window.screen()) is second
assert second_screen(second) is first
page = QWidget()
page.setScreen(second)
page.setGeometry(second.geometry())
page.showFullScreen()
app.processEvents()
assert page.screen() is second, page.geometry()
"""


def presented(shown: Shown, qtbot: QtBot) -> Presenting:
    view = shown.window.map_area.view
    shown.window.activateWindow()
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_F5)
    page = next(one for one in shown.window.findChildren(Presenting) if one.isVisible())
    qtbot.waitUntil(page.isFullScreen)
    return page


def said(page: Presenting) -> list[str]:
    return [label.text() for label in page.words.findChildren(QLabel) if label.text()]


def test_page_down_leads_goal_by_goal_down_the_thread_and_page_up_back(shown: Shown, qtbot: QtBot) -> None:
    shown.select("Sammen om løsninger")
    page = presented(shown, qtbot)
    told = [page.goal.title]
    for _ in range(len(page.told) - 1):
        QTest.keyClick(page, Qt.Key.Key_PageDown)
        told.append(page.goal.title)
    titles = [goal.title for goal in shown.document.all(Goal).values()]
    assert sorted(told) == sorted(titles)
    thread = [
        "Flere familier flytter til",
        "Flere vælger skolen",
        "Flere starter hos os",
        "Åbent hus med dagtilbuddene",
    ]
    assert [told.index(title) for title in thread] == sorted(told.index(title) for title in thread)
    QTest.keyClick(page, Qt.Key.Key_PageDown)
    assert page.goal.title == told[-1]
    for key in (Qt.Key.Key_PageUp, Qt.Key.Key_Backspace):
        QTest.keyClick(page, key)
    assert page.goal.title == told[-3]
    QTest.keyClick(page, Qt.Key.Key_Space)
    assert page.goal.title == told[-2]
    page.close()


def test_a_page_says_the_way_down_the_goal_and_what_supports_it(shown: Shown, qtbot: QtBot) -> None:
    shown.select("Flere starter hos os")
    page = presented(shown, qtbot)
    assert page.isFullScreen()
    words = said(page)
    order = ["Sammen om løsninger", "Flere vælger skolen", "Flere starter hos os", "Understøttes af"]
    assert [words.index(one) for one in order] == sorted(words.index(one) for one in order)
    assert words[-1] == "Åbent hus med dagtilbuddene"
    assert not page.findChildren(QLineEdit)
    page.close()


def test_esc_ends_and_the_goal_shown_last_is_selected(shown: Shown, qtbot: QtBot) -> None:
    document = shown.document
    shown.select("Flere vælger skolen")
    page = presented(shown, qtbot)
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_F2, Qt.Key.Key_Tab, Qt.Key.Key_L):
        QTest.keyClick(page, key)
    QTest.keyClick(page, Qt.Key.Key_PageDown)
    last = page.goal.id
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert not shown.window.findChildren(Presenting) or not page.isVisible()
    assert shown.bridge.selection == (last,)
    assert shown.document is document


def test_what_is_presented_follows_the_document(shown: Shown, qtbot: QtBot) -> None:
    goal = shown.select("Flere starter hos os")
    page = presented(shown, qtbot)
    shown.bridge.edit(lambda document: set_field(document, UnitGoal, goal, "title", "Alle starter hos os"))
    assert "Alle starter hos os" in said(page)
    shown.bridge.edit(lambda document: remove_goals(document, [goal]))
    assert page.goal.id != goal
    shown.bridge.edit(lambda document: remove_goals(document, list(document.all(Goal))))
    assert not page.isVisible()
    assert not shown.window.actions_by_id["present"].isEnabled()


def test_a_click_leads_on_a_right_click_back_and_a_button_ends(shown: Shown, qtbot: QtBot) -> None:
    shown.bridge.select(())
    page = presented(shown, qtbot)
    first = page.goal.id
    QTest.mouseClick(page, Qt.MouseButton.LeftButton)
    assert page.goal.id != first
    QTest.mouseClick(page, Qt.MouseButton.RightButton)
    assert page.goal.id == first
    page.end_button.click()
    assert not page.isVisible()
    assert QApplication.activeModalWidget() is None


def test_of_two_screens_the_other_one_is_filled(tmp_path: Path) -> None:
    screens = [
        {"name": name, "x": x, "y": 0, "width": 1280, "height": 720, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
        for name, x in (("own", 0), ("projector", 1280))
    ]
    file = tmp_path / "screens.json"
    file.write_text(json.dumps({"screens": screens}), encoding="utf-8")
    platform = f"offscreen:configfile={file}"
    done = subprocess.run(
        [sys.executable, "-c", TWO_SCREENS, "-platform", platform],
        env={"QT_QPA_PLATFORM": platform, "PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
