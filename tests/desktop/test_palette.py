"""Ctrl+K: a few letters do an action, open a map, go to a goal; the sheet of keys shows every key that there is."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from strategikort.desktop.actions import ACTIONS
from strategikort.desktop.canvas.keys import ON_MAP, WHILE_LINKING
from strategikort.desktop.keys.offers import key_text
from strategikort.desktop.keys.palette import Palette
from strategikort.desktop.keys.sheet import KeySheet
from strategikort.domain.goals import Goal, GoalKind
from strategikort.domain.maps import StrategyMap
from tests.desktop.conftest import Shown

CONTROL = Qt.KeyboardModifier.ControlModifier
RETURN = Qt.Key.Key_Return


def opened(shown: Shown, qtbot: QtBot) -> Palette:
    shown.window.activateWindow()
    shown.window.map_area.view.setFocus()
    QTest.keyClick(shown.window.map_area.view, Qt.Key.Key_K, CONTROL)
    palette = next(one for one in shown.window.findChildren(Palette) if one.isVisible())
    qtbot.waitUntil(lambda: QApplication.activeWindow() is palette)
    return palette


def texts(palette: Palette) -> list[str]:
    model = palette.list.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_every_action_map_and_goal_is_offered(shown: Shown, qtbot: QtBot) -> None:
    palette = opened(shown, qtbot)
    found = [offer.text for offer in palette.offers]
    goals = {f"{goal.code}  {goal.title}" for goal in shown.document.all(Goal).values()}
    maps = {one.title for one in shown.document.all(StrategyMap).values()}
    assert goals | maps <= set(found)
    assert "Gem" in texts(palette)
    actions = shown.window.actions_by_id
    plain = [actions[entry.id] for entry in ACTIONS if actions[entry.id].menu() is None and entry.id != "palette"]
    menus = [actions[entry.id].menu() for entry in ACTIONS if isinstance(actions[entry.id].menu(), QMenu)]
    lines = sum(len(menu.actions()) for menu in menus)
    assert len(found) == len(plain) + lines + len(shown.window.map_area.maps) + len(goals)


def test_a_goal_of_any_level_is_made_by_its_name(shown: Shown, qtbot: QtBot) -> None:
    palette = opened(shown, qtbot)
    QTest.keyClicks(palette.line, "nyt politisk mål")
    QTest.keyClick(palette.line, RETURN)
    assert shown.window.map_area.view.hand.editor is not None
    (made,) = shown.bridge.selection
    assert shown.document.get(Goal, made).kind is GoalKind.POLITICAL_GOAL


def test_letters_and_enter_do_an_action_with_the_keys_where_they_were(shown: Shown, qtbot: QtBot) -> None:
    shown.select("Ny legeplads")
    palette = opened(shown, qtbot)
    QTest.keyClicks(palette.line, "omdøb")
    assert texts(palette)[0] == "Omdøb"
    QTest.keyClick(palette.line, RETURN)
    editor = shown.window.map_area.view.hand.editor
    assert editor is not None and editor.text() == "Ny legeplads"


def test_an_action_that_makes_no_sense_now_is_pale_and_says_why(shown: Shown, qtbot: QtBot) -> None:
    shown.bridge.select(())
    palette = opened(shown, qtbot)
    QTest.keyClicks(palette.line, "omdøb")
    QTest.keyClick(palette.line, RETURN)
    assert palette.isVisible()
    assert palette.hint.text() == "Vælg ét mål først."
    QTest.keyClick(palette.line, Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_letters_and_enter_go_to_a_goal_and_the_map_has_the_keys_then(shown: Shown, qtbot: QtBot) -> None:
    palette = opened(shown, qtbot)
    QTest.keyClicks(palette.line, "aabent hus")
    QTest.keyClick(palette.line, RETURN)
    assert shown.bridge.selection == (shown.goal("Åbent hus med dagtilbuddene"),)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is shown.window.map_area.view)


def test_arrows_choose_among_what_fits_and_a_map_is_opened(shown: Shown, qtbot: QtBot) -> None:
    shown.window.map_area.open_map(None)
    shown.window.actions_by_id["view_thread"].trigger()
    palette = opened(shown, qtbot)
    QTest.keyClicks(palette.line, "kort over skolerne")
    QTest.keyClick(palette.line, Qt.Key.Key_Down)
    QTest.keyClick(palette.line, Qt.Key.Key_Up)
    QTest.keyClick(palette.line, RETURN)
    (map,) = shown.document.all(StrategyMap)
    assert shown.window.map_area.map == map
    assert shown.window.views.currentWidget() is shown.window.map_area


def test_the_sheet_of_keys_has_every_key_of_the_tables(shown: Shown, qtbot: QtBot) -> None:
    QTest.keyClick(shown.window.map_area.view, "?")
    (sheet,) = shown.window.findChildren(KeySheet)
    page = sheet.page.toPlainText().replace("\xa0", " ")
    for entry in ACTIONS:
        for key in entry.keys:
            assert key_text(key) in page, entry.id
    arrows = ("Left", "Right", "Up", "Down")
    for row in (*ON_MAP, *WHILE_LINKING):
        for key in row.acts:
            assert key_text(key) in page or key.rpartition("+")[2] in arrows, key
    assert "Alt+piletaster" in page
    QTest.keyClick(sheet.page, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_no_key_of_the_map_is_another_action_s_key() -> None:
    same = {"F2", "Del"}
    keys = {QKeySequence(key).toString() for entry in ACTIONS for key in entry.keys} - same
    for table in (ON_MAP, WHILE_LINKING):
        own = [QKeySequence(key).toString() for row in table for key in row.acts]
        assert len(set(own)) == len(own)
        assert "" not in own
    assert not keys & {QKeySequence(key).toString() for row in ON_MAP for key in row.acts}


def test_esc_leads_out_of_every_panel_to_the_map(shown: Shown) -> None:
    window = shown.window
    view = window.map_area.view
    shown.select("Ny legeplads")
    window.activateWindow()
    window.search.setText("lege")
    window.search.setFocus()
    QTest.keyClick(window.search, Qt.Key.Key_Escape)
    assert window.search.text() == ""
    places = [window.search, window.outline.tree, window.goal_panel.editors["title"].focusProxy(), window.findings]
    for place in [one for one in places if one is not None]:
        place.setFocus()
        QTest.keyClick(place, Qt.Key.Key_Escape)
        assert QApplication.focusWidget() is view
    window.actions_by_id["view_thread"].trigger()
    window.thread_view.broken.setFocus()
    QTest.keyClick(window.thread_view.broken, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is view
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert shown.bridge.selection == ()
