"""A list from another program pasted in the real window: shown first, then made as one step."""

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeWidgetItem, QTreeWidgetItemIterator
from pytestqt.qtbot import QtBot

from strategikort.desktop.sharing.paste_dialog import PasteDialog
from strategikort.domain.goals import Goal, GoalKind
from tests.desktop.conftest import Shown

FORTY = "\n".join(
    f"• Centermål nummer {one}\n"
    + "\n".join(f"\t• Enhedsmål {one}.{two}\n\t\t• Indsats {one}.{two} inden {two}. juni 2015" for two in range(1, 5))
    for one in range(1, 5)
) + "\n• Det sidste centermål" * 4  # fmt: skip


@pytest.fixture(autouse=True)
def emptied(dress: None) -> Iterator[None]:
    yield
    QGuiApplication.clipboard().clear()


def pasted(shown: Shown, text: str = "", html: str = "") -> PasteDialog:
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)
    view = shown.window.map_area.view
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = (one for one in shown.window.findChildren(PasteDialog) if one.isVisible())
    return dialog


def items(dialog: PasteDialog) -> list[QTreeWidgetItem]:
    found = QTreeWidgetItemIterator(dialog.form.list)
    listed = []
    while found.value():
        listed.append(found.value())
        found += 1
    return listed


def test_forty_goals_are_on_the_map_after_one_key_and_one_button_and_gone_after_one_undo(shown: Shown) -> None:
    before = shown.document
    dialog = pasted(shown, FORTY)
    assert shown.document is before, "looking changes nothing"
    assert dialog.form.summary.text() == "8 centermål, 16 enhedsmål, 16 indsatser"
    assert all(dialog.form.list.visualItemRect(item).height() > 0 for item in items(dialog)), "every line is listed"
    dialog.form.paste.click()
    fresh = shown.document.all(Goal).keys() - before.all(Goal).keys()
    assert len(fresh) == 40 and set(shown.bridge.selection) == fresh
    scene = shown.window.map_area.view.map_scene
    cards = [scene.item(goal) for goal in fresh]
    assert all(cards)
    assert not any(one.rect.intersects(other.rect) for place, one in enumerate(cards) for other in cards[:place])
    lower = shown.goal("Indsats 2.3")
    assert shown.record("Indsats 2.3").deadline.isoformat() == "2015-06-03"
    assert [link.upper for link in shown.document.links_up(lower)] == [shown.goal("Enhedsmål 2.3")]
    assert shown.window.actions_by_id["undo"].text() == "&Fortryd: Indsæt liste med 40 mål"
    shown.bridge.undo()
    assert shown.document == before


def test_a_list_is_put_under_the_goal_that_is_selected_unless_that_is_not_wanted(shown: Shown) -> None:
    upper = shown.select("Flere vælger skolen")
    dialog = pasted(shown, "Bedre modtagelse\nKortere skolevej")
    assert dialog.top is GoalKind.UNIT_GOAL
    assert dialog.form.connect_top.text() == "Forbind dem yderst til venstre med »Flere vælger skolen«"
    dialog.form.paste.click()
    for title in ("Bedre modtagelse", "Kortere skolevej"):
        assert [link.upper for link in shown.document.links_up(shown.goal(title))] == [upper]
    shown.select("Flere vælger skolen")
    dialog = pasted(shown, "Løst mål")
    dialog.form.connect_top.click()
    dialog.form.paste.click()
    assert shown.document.links_up(shown.goal("Løst mål")) == ()


def test_a_line_is_moved_in_and_out_by_button_and_key_with_what_is_under_it(qtbot: QtBot, shown: Shown) -> None:
    dialog = pasted(shown, "Bolig\nBillige boliger\nRækkehuse ved havnen")
    first, second, third = items(dialog)
    second.setSelected(True)
    third.setSelected(True)
    dialog.form.move_in.click()
    assert [line.level for line in dialog.lines] == [0, 1, 1]
    assert [one.text(1) for one in items(dialog)] == ["centermål", "enhedsmål", "enhedsmål"]
    dialog.form.list.clearSelection()
    items(dialog)[2].setSelected(True)
    dialog.form.list.setFocus()
    qtbot.waitUntil(dialog.form.list.hasFocus, timeout=5_000)
    shift_alt = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier
    QTest.keyClick(dialog.form.list, Qt.Key.Key_Right, shift_alt)
    assert [line.level for line in dialog.lines] == [0, 1, 2]
    dialog.form.list.clearSelection()
    items(dialog)[1].setSelected(True)
    QTest.keyClick(dialog.form.list, Qt.Key.Key_Left, shift_alt)
    assert [line.level for line in dialog.lines] == [0, 0, 1]
    dialog.form.paste.click()
    kinds = Counter(shown.record(title).kind for title in ("Bolig", "Billige boliger", "Rækkehuse ved havnen"))
    assert kinds == {GoalKind.CENTRE_GOAL: 2, GoalKind.UNIT_GOAL: 1}


def test_lines_are_left_out_retitled_and_begin_at_another_level(shown: Shown) -> None:
    before = set(shown.document.all(Goal))
    dialog = pasted(shown, "A1 Bolig\nKære alle\nA2 Job")
    items(dialog)[1].setSelected(True)
    dialog.form.leave_out.click()
    items(dialog)[0].setText(0, "Bolig til  alle")
    dialog.form.top.setCurrentIndex(dialog.form.top.findData(GoalKind.POLITICAL_GOAL))
    assert [one.text(2) for one in items(dialog)] == ["A1", "A2"]
    dialog.form.paste.click()
    fresh = [shown.document.all(Goal)[one] for one in shown.document.all(Goal).keys() - before]
    assert sorted((one.code, one.title, one.kind) for one in fresh) == [
        ("A1", "Bolig til alle", GoalKind.POLITICAL_GOAL),
        ("A2", "Job", GoalKind.POLITICAL_GOAL),
    ]


def test_codes_can_be_left_behind(shown: Shown) -> None:
    dialog = pasted(shown, "A1 Bolig til alle")
    dialog.form.codes.click()
    assert items(dialog)[0].text(2) == ""
    dialog.form.paste.click()
    assert shown.record("Bolig til alle").code == "DS-02"


def test_a_table_is_taken_before_its_plain_text(shown: Shown) -> None:
    table = "<table><tr><td>A7</td><td>Bolig til alle</td><td>15. februar 2016</td></tr></table>"
    dialog = pasted(shown, "A7 Bolig til alle 15. februar 2016", table)
    assert [items(dialog)[0].text(column) for column in (0, 2, 3)] == ["Bolig til alle", "A7", "15. februar 2016"]
    dialog.form.cancel.click()


def test_who_regrets_makes_nothing(shown: Shown) -> None:
    before = shown.document
    pasted(shown, FORTY).form.cancel.click()
    assert shown.document is before
