"""Cut, copy, paste and duplicate in the real window, between maps and between two documents."""

from collections.abc import Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from strategikort.application.clipboard import RECORDS
from strategikort.desktop.fields.captions import caption_of
from strategikort.desktop.look.settings import PASTE_AS, Settings
from strategikort.desktop.program import Program
from strategikort.desktop.sharing.paste_choice import PasteChoice
from strategikort.desktop.sharing.paste_dialog import PasteDialog
from strategikort.desktop.window.main_window import DocumentWindow
from strategikort.domain.edits import maps
from strategikort.domain.edits.maps import places_on
from strategikort.domain.edits.organisation import add_org
from strategikort.domain.edits.records import set_field
from strategikort.domain.goals import GOAL_CLASSES, Goal, GoalKind
from strategikort.domain.maps import MapSubject, StrategyMap
from strategikort.domain.measures import Indicator
from strategikort.domain.organisation import OrgKind
from strategikort.domain.shape import Id, fields_of
from tests.desktop.conftest import Shown

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def emptied(dress: None) -> Iterator[None]:
    QGuiApplication.clipboard().clear()
    yield
    QGuiApplication.clipboard().clear()


def do(window: DocumentWindow, action: str) -> None:
    window.actions_by_id[action].trigger()


def other_map(shown: Shown) -> Id:
    """The map of another centre, which is shown now."""
    new_id = shown.bridge.workspace.new_id
    made = shown.bridge.edit(lambda one: add_org(one, new_id=new_id, kind=OrgKind.CENTRE, name="Kultur", code="KU"))
    centre = made.changes[0].record.id
    made = shown.bridge.edit(lambda document: maps.add_map(new_id=new_id, title="Kort over kultur", centre=centre))
    map = made.changes[0].record.id
    shown.window.map_area.open_map(map)
    return map


def choice(window: DocumentWindow) -> PasteChoice:
    (dialog,) = (one for one in window.findChildren(PasteChoice) if one.isVisible())
    return dialog


def titles(window: DocumentWindow) -> list[str]:
    return sorted(goal.title for goal in window.bridge.document.all(Goal).values())


def test_keys_copy_and_paste_goals_with_their_links_as_one_step(shown: Shown) -> None:
    view = shown.window.map_area.view
    before = shown.document
    shown.bridge.select([shown.goal("Flere vælger skolen"), shown.goal("Flere starter hos os")])
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_C, CONTROL)
    assert shown.window.status.said.text() == "2 mål er kopieret."
    QTest.keyClick(view, Qt.Key.Key_V, CONTROL)
    fresh = [shown.document.all(Goal)[one] for one in shown.bridge.selection]
    assert [goal.title for goal in fresh] == ["Flere vælger skolen", "Flere starter hos os"]
    assert [link.upper for link in shown.document.links_up(fresh[1].id)] == [fresh[0].id]
    assert shown.window.actions_by_id["undo"].text() == "&Fortryd: Indsæt 2 mål"
    shown.bridge.undo()
    assert shown.document == before


def test_a_goal_is_the_same_goal_on_another_map_when_that_is_chosen(shown: Shown) -> None:
    goal = shown.select("Flere vælger skolen")
    do(shown.window, "copy")
    map = other_map(shown)
    goals = shown.document.all(Goal)
    do(shown.window, "paste")
    choice(shown.window).form.same.click()
    assert list(places_on(shown.document, map)) == [goal]
    assert shown.document.all(Goal) is goals
    assert shown.bridge.selection == (goal,)
    assert shown.window.map_area.view.map_scene.item(goal) is not None


def test_the_answer_is_remembered_and_asked_for_again_on_demand(shown: Shown, settings: Settings) -> None:
    shown.select("Flere vælger skolen")
    do(shown.window, "copy")
    map = other_map(shown)
    do(shown.window, "paste")
    choice(shown.window).form.remember.click()
    choice(shown.window).form.copy.click()
    assert settings.get(PASTE_AS) == "copy"
    assert titles(shown.window).count("Flere vælger skolen") == 2
    do(shown.window, "paste")
    assert titles(shown.window).count("Flere vælger skolen") == 3
    do(shown.window, "paste_as")
    choice(shown.window).form.same.click()
    assert titles(shown.window).count("Flere vælger skolen") == 3
    assert len(places_on(shown.document, map)) == 3
    assert settings.get(PASTE_AS) == "copy", "one answer for once changes nothing"


def test_who_regrets_pastes_nothing(shown: Shown) -> None:
    shown.select("Flere vælger skolen")
    do(shown.window, "copy")
    other_map(shown)
    before = shown.document
    do(shown.window, "paste")
    choice(shown.window).form.cancel.click()
    assert shown.document is before


def test_cut_and_paste_give_the_same_goals_and_are_two_steps(shown: Shown) -> None:
    before = shown.document
    goal = shown.select("Flere starter hos os")
    do(shown.window, "cut")
    assert shown.document.get(Goal, goal) is None
    assert shown.window.actions_by_id["undo"].text() == "&Fortryd: Klip »Flere starter hos os«"
    do(shown.window, "paste")
    assert shown.document.all(Goal) == before.all(Goal)
    assert {link.id for link in shown.document.links_of(goal)} == {link.id for link in before.links_of(goal)}
    shown.bridge.undo()
    shown.bridge.undo()
    assert shown.document == before


def test_a_duplicate_stands_next_to_its_original_and_on_nothing_else(shown: Shown) -> None:
    goal = shown.select("Flere vælger skolen")
    scene = shown.window.map_area.view.map_scene
    original = scene.item(goal)
    QTest.keyClick(shown.window.map_area.view, Qt.Key.Key_D, CONTROL)
    (fresh,) = shown.bridge.selection
    copy = scene.item(fresh)
    assert fresh != goal and copy.y == original.y and copy.x > original.x
    assert not any(copy.rect.intersects(one.rect) for one in scene.card_items() if one is not copy)
    assert shown.window.actions_by_id["undo"].text() == "&Fortryd: Dupliker »Flere vælger skolen«"


def test_between_two_windows_goals_are_copies(qtbot: QtBot, program: Program, shown: Shown) -> None:
    window = program.open_sample()
    assert window is not None
    qtbot.waitExposed(window)
    shown.bridge.select([shown.goal("Flere vælger skolen"), shown.goal("Flere starter hos os")])
    do(shown.window, "copy")
    before = set(window.bridge.document.all(Goal))
    do(window, "paste")
    fresh = set(window.bridge.document.all(Goal)) - before
    assert set(window.bridge.selection) == fresh
    assert {window.bridge.document.all(Goal)[one].title for one in fresh} == {
        "Flere vælger skolen",
        "Flere starter hos os",
    }
    assert fresh.isdisjoint(shown.document.all(Goal))
    said = window.status.said.text()
    assert said.startswith("Står tomt, fordi det ikke findes i dette dokument: »Center«, »Enhed«")
    assert said.endswith("2 forbindelser til mål, der ikke findes her, er udeladt.")
    window.bridge.check_now()
    assert window.status.said.text() == said, "it stays until something else is done"
    goal = next(one for one in fresh if window.bridge.document.all(Goal)[one].kind is GoalKind.UNIT_GOAL)
    assert len(window.bridge.document.links_up(goal)) == 1
    do(window, "undo")
    assert set(window.bridge.document.all(Goal)) == before


def test_other_programs_get_an_indented_list_and_a_picture(shown: Shown) -> None:
    shown.bridge.select([shown.goal("Flere vælger skolen"), shown.goal("Flere starter hos os")])
    do(shown.window, "copy")
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "DS-01 Flere vælger skolen\n\tDS-S1-01 Flere starter hos os"
    assert "<ul><li>DS-01 Flere vælger skolen<ul><li>" in data.html()
    image = QImage(data.imageData())
    seen = {image.pixelColor(QPoint(x, y)).name() for x in range(0, image.width(), 7) for y in range(0, image.height())}
    assert image.width() > 200 and image.height() > 200 and len(seen) > 4


def test_what_cannot_be_read_is_told_and_changes_nothing(shown: Shown) -> None:
    before = shown.document
    do(shown.window, "paste")
    assert shown.window.status.said.text().startswith("Der er hverken mål eller tekst på udklipsholderen.")
    data = QMimeData()
    data.setData(RECORDS, b'{"format": "strategikort", "version": 9}')
    QGuiApplication.clipboard().setMimeData(data)
    do(shown.window, "paste")
    assert shown.window.status.said.text().startswith("Det kopierede kan ikke læses.")
    assert shown.document is before


def test_a_locked_map_takes_nothing(shown: Shown) -> None:
    shown.select("Flere vælger skolen")
    do(shown.window, "copy")
    map = other_map(shown)
    shown.bridge.edit(lambda one: set_field(one, StrategyMap, map, "locked", True))
    before = shown.document
    do(shown.window, "paste")
    choice(shown.window).form.copy.click()
    assert shown.document is before
    assert shown.window.status.said.text().startswith("Kortet er låst.")


def test_in_a_text_field_the_same_keys_are_about_its_text(shown: Shown) -> None:
    shown.select("Flere vælger skolen")
    before = shown.document
    title = shown.window.search
    title.setText("skolen")
    title.setFocus()
    title.selectAll()
    do(shown.window, "copy")
    assert QGuiApplication.clipboard().text() == "skolen"
    assert not QGuiApplication.clipboard().mimeData().hasFormat(RECORDS)
    do(shown.window, "cut")
    assert title.text() == ""
    do(shown.window, "paste")
    assert title.text() == "skolen"
    assert shown.document is before


@pytest.mark.parametrize("how", ["copy", "same", "list"])
def test_goals_pasted_on_the_visions_map_each_get_a_place_in_a_band_of_their_level(
    shown: Shown, settings: Settings, how: str
) -> None:
    settings.put(PASTE_AS, how if how != "list" else "")
    new_id = shown.bridge.workspace.new_id
    shown.bridge.select([goal.id for goal in shown.document.all(Goal).values() if goal.kind.level >= 2])
    do(shown.window, "copy")
    made = shown.bridge.edit(lambda document: maps.add_map(new_id=new_id, title="Vision", subject=MapSubject.VISION))
    shown.window.map_area.open_map(made.changes[0].record.id)
    scene = shown.window.map_area.view.map_scene
    assert GoalKind.UNIT_GOAL not in scene.picture.levels
    if how == "list":
        data = QMimeData()
        data.setText("Et centermål\n\tEt enhedsmål\n\tNoget andet\nNok et centermål")
        QGuiApplication.clipboard().setMimeData(data)
        do(shown.window, "paste")
        (dialog,) = (one for one in shown.window.findChildren(PasteDialog) if one.isVisible())
        dialog.form.paste.click()
    else:
        do(shown.window, "paste")
    spots = places_on(shown.document, scene.map)
    pasted = [shown.document.all(Goal)[one] for one in shown.bridge.selection]
    assert len(pasted) >= 3 and {goal.kind for goal in pasted} <= set(scene.picture.levels)
    assert len({(goal.kind, spots[goal.id].x, spots[goal.id].y) for goal in pasted}) == len(pasted)
    rooms = [placed.rect for placed in scene.card_items()]
    assert not any(one.intersects(other) for one, other in combinations(rooms, 2))


def test_every_field_that_can_be_left_empty_has_a_name(shown: Shown) -> None:
    for kind in (*GOAL_CLASSES.values(), Indicator):
        for field in fields_of(kind):
            if field.name != "goal" and (field.lists or (field.refers and field.optional)):
                assert caption_of(kind, field.name, shown.bridge.workspace.words)
