"""Several maps in one document, by the real window: made, shown, dated, copied, ordered, removed; goals on and off."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from strategikort.application.drawing.picture import picture_of
from strategikort.desktop.look.settings import UNITS_OPENED, Settings
from strategikort.desktop.maps.dialog import About, MapDialog
from strategikort.domain.edits.map_set import ordered_maps
from strategikort.domain.edits.maps import add_map
from strategikort.domain.goals import Goal
from strategikort.domain.maps import MapSubject, StrategyMap
from tests.desktop.conftest import Shown, dialogs


def do(shown: Shown, action: str) -> None:
    found = shown.window.actions_by_id[action]
    assert found.isEnabled(), action
    found.trigger()


def asked(shown: Shown, action: str) -> MapDialog:
    do(shown, action)
    (dialog,) = (one for one in dialogs() if isinstance(one, MapDialog))
    return dialog


def titles(shown: Shown) -> list[str]:
    return [map.title for map in ordered_maps(shown.document)]


def opened_map(shown: Shown) -> StrategyMap:
    return shown.document.all(StrategyMap)[shown.window.map_area.map]


def municipality(shown: Shown) -> None:
    made = shown.bridge.edit(lambda _: add_map(new_id=shown.bridge.workspace.new_id, title="Hele kommunen"))
    shown.window.map_area.open_map(made.changes[0].record.id)


def is_drawn_as_the_document(shown: Shown) -> bool:
    scene = shown.window.map_area.view.map_scene
    fresh = picture_of(shown.document, shown.bridge.workspace.profile, scene.map, scene.opened)
    return {one.card.key: one.card for one in scene.card_items()} == fresh.cards


def test_a_new_map_is_made_for_what_is_chosen_with_the_models_period_and_a_title_that_follows(shown: Shown) -> None:
    dialog = asked(shown, "new_map")
    assert (dialog.title, dialog.form.first.text(), dialog.form.last.text()) == (
        "Center for Skoler 2015–2016",
        "1.1.2015",
        "31.12.2016",
    )
    dialog.choose(About(MapSubject.VISION))
    assert dialog.title == "Vision 2015–2016"
    dialog.form.last.setText("31.12.2020")
    assert dialog.title == "Vision 2015–2020"
    dialog.form.make.click()
    made = opened_map(shown)
    assert (made.subject, made.centre, made.valid_to) == (MapSubject.VISION, None, date(2020, 12, 31))
    drawn = {one.card.title for one in shown.window.map_area.view.map_scene.card_items()}
    assert drawn == {"Sammen om løsninger", "Flere familier flytter til", "Alle unge får en uddannelse"}
    do(shown, "undo")
    assert titles(shown) == ["Kort over skolerne"]
    assert shown.window.map_area.map is None


def test_a_title_that_somebody_wrote_stays_and_a_map_without_one_or_with_a_wrong_day_is_not_made(shown: Shown) -> None:
    dialog = asked(shown, "new_map")
    dialog.form.title.selectAll()
    QTest.keyClicks(dialog.form.title, "Skolernes kort")
    dialog.choose(About(MapSubject.GOALS))
    assert dialog.title == "Skolernes kort"
    dialog.form.first.setText("31.2.2015")
    assert not dialog.form.make.isEnabled()
    assert dialog.form.complaint.text()
    dialog.form.first.setText("1.1.2018")
    assert not dialog.form.make.isEnabled(), "it ends before it begins"
    dialog.reject()
    assert titles(shown) == ["Kort over skolerne"]


def test_a_map_is_dated_and_copied_to_the_next_period(shown: Shown) -> None:
    dialog = asked(shown, "change_map")
    assert dialog.title == "Kort over skolerne"
    dialog.form.first.setText("1.1.2014")
    dialog.form.last.setText("31.12.2015")
    dialog.form.make.click()
    assert opened_map(shown).valid_from == date(2014, 1, 1)
    assert shown.window.map_area.choice.currentText() == "Kort over skolerne · 2014–2015"
    dialog = asked(shown, "next_period")
    assert dialog.title == "Center for Skoler 2016–2017"
    dialog.form.make.click()
    assert (opened_map(shown).valid_from, opened_map(shown).title) == (date(2016, 1, 1), "Center for Skoler 2016–2017")
    assert len(titles(shown)) == 2


def test_maps_are_switched_by_keys_round_and_round_and_stand_in_the_order_that_they_are_given(shown: Shown) -> None:
    municipality(shown)
    assert titles(shown) == ["Hele kommunen", "Kort over skolerne"]
    seen = []
    for _ in range(4):
        QTest.keyClick(shown.window, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
        seen.append(shown.window.map_area.choice.currentText())
    assert seen == ["Kort over skolerne", "Alle mål", "Hele kommunen", "Kort over skolerne"]
    QTest.keyClick(shown.window, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert opened_map(shown).title == "Hele kommunen"
    do(shown, "map_later")
    assert titles(shown) == ["Kort over skolerne", "Hele kommunen"]
    assert not shown.window.actions_by_id["map_later"].isEnabled()
    assert opened_map(shown).title == "Hele kommunen"


@pytest.mark.parametrize("sure", [True, False])
def test_a_map_is_removed_when_that_is_meant_and_its_goals_stay(shown: Shown, sure: bool) -> None:
    goals = dict(shown.document.all(Goal))
    do(shown, "remove_map")
    (dialog,) = dialogs()
    assert "Kort over skolerne" in dialog.form.heading.text()
    dialog.done(QDialog.DialogCode.Accepted if sure else QDialog.DialogCode.Rejected)
    assert (titles(shown) == []) is sure
    assert shown.document.all(Goal) == goals
    if sure:
        do(shown, "undo")
    assert titles(shown) == ["Kort over skolerne"]


def test_a_goal_is_taken_off_the_map_and_put_there_again(shown: Shown) -> None:
    goal = shown.select("Ny legeplads")
    assert not shown.window.actions_by_id["put_on_map"].isEnabled()
    do(shown, "take_off_map")
    assert goal in shown.document.all(Goal)
    assert shown.window.map_area.view.map_scene.item(goal) is None
    do(shown, "put_on_map")
    assert shown.window.map_area.view.map_scene.item(goal) is not None
    assert is_drawn_as_the_document(shown)
    do(shown, "undo")
    do(shown, "undo")
    assert is_drawn_as_the_document(shown)


def test_no_goal_is_taken_off_the_view_of_all_goals(shown: Shown) -> None:
    shown.select("Ny legeplads")
    shown.window.map_area.open_map(None)
    assert not shown.window.actions_by_id["take_off_map"].isEnabled()
    assert not shown.window.actions_by_id["remove_map"].isEnabled()


def test_a_units_box_opens_by_enter_says_so_in_the_bar_and_closes_again(shown: Shown) -> None:
    municipality(shown)
    area, goal = shown.window.map_area, shown.goal("Ny legeplads")
    shown.bridge.select([goal])
    assert area.view.map_scene.item(goal).card.is_box
    area.view.setFocus()
    QTest.keyClick(area.view, Qt.Key.Key_Return)
    assert not area.view.map_scene.item(goal).card.is_box
    assert (area.opened.isVisible(), area.opened.text()) == (True, "1 enhed åben")
    area.opened.choices.actions()[0].trigger()
    assert area.view.map_scene.item(goal).card.is_box
    assert not area.opened.isVisible()
    do(shown, "open_unit")
    assert not area.view.map_scene.item(goal).card.is_box
    do(shown, "open_unit")
    assert area.view.map_scene.item(goal).card.is_box
    do(shown, "open_unit")
    do(shown, "close_units")
    assert area.view.map_scene.item(goal).card.is_box
    assert is_drawn_as_the_document(shown)


def test_units_that_were_left_open_on_a_map_are_open_there_again_and_on_no_other(
    shown: Shown, settings: Settings
) -> None:
    municipality(shown)
    area = shown.window.map_area
    scene = area.view.map_scene
    unit = next(card.key for card in scene.picture.cards.values() if card.is_box)
    scene.open_unit(unit)
    there, boxes = area.map, {card.key for card in scene.picture.cards.values() if card.is_box}
    area.open_map(None)
    assert scene.opened == frozenset()
    area.open_map(there)
    assert scene.opened == {unit} and {card.key for card in scene.picture.cards.values() if card.is_box} == boxes
    assert settings.get(UNITS_OPENED) == [f"{there} {unit}"]
    do(shown, "close_units")
    area.open_map(None)
    area.open_map(there)
    assert scene.opened == frozenset()
