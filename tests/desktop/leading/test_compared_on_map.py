"""What has changed, on the map in the real window: begun in *Ledelse*, read near and from afar, left by Esc."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from strategikort.desktop.canvas.view import MapView
from strategikort.desktop.maps.comparing_bar import ComparingBar
from strategikort.desktop.maps.in_words_dialog import MapInWordsDialog
from strategikort.desktop.paper.map_print_dialog import MapPrintDialog, shown_on
from strategikort.domain.edits.goals import remove_goals
from strategikort.domain.edits.links import unlink_all
from strategikort.domain.edits.maps import add_map
from strategikort.domain.edits.records import set_field
from strategikort.domain.goals import Goal
from strategikort.domain.maps import MapSubject
from tests.desktop.conftest import Shown, dialogs

CHANGED, GONE, SAME = "Ny legeplads", "Åbent hus med dagtilbuddene", "Alle unge får en uddannelse"


@pytest.fixture
def bar(shown: Shown) -> Iterator[ComparingBar]:
    """The bar over a map on which one goal has been retitled and one has gone since the file was saved."""
    shown.session.save()
    changed, gone = shown.goal(CHANGED), shown.goal(GONE)
    shown.bridge.edit(lambda document: set_field(document, Goal, changed, "why", "Børnene har bedt om den"))
    shown.bridge.edit(lambda document: remove_goals(document, [gone]))
    shown.bridge.check_now()
    shown.window.actions_by_id["view_leading"].trigger()
    leading = shown.window.views.leading
    leading.tabs.setCurrentWidget(leading.comparing)
    version = next(n for n in range(leading.comparing.pairs.count()) if "– nu" in leading.comparing.pairs.itemText(n))
    leading.comparing.pairs.setCurrentIndex(version)
    leading.comparing.pairs.activated.emit(version)
    leading.comparing.to_map.click()
    yield shown.window.map_area.comparing


def press(shown: Shown, key: Qt.Key) -> None:
    QTest.keyClick(shown.window.map_area.view, key)


def test_the_map_shows_new_changed_and_gone_goals_and_the_rest_steps_back(shown: Shown, bar: ComparingBar) -> None:
    assert shown.window.views.currentWidget() is shown.window.map_area and bar.isVisible()
    assert shown.window.actions_by_id["view_map"].isChecked()
    assert "nye 0 · ændrede 1 · udgåede 1" in bar.told.text() and "– nu" in bar.told.text()
    scene = shown.window.map_area.view.map_scene
    assert {placed.card.title for placed in scene.card_items() if not placed.dimmed} == {CHANGED}
    [gone] = bar.layer.gone.values()
    assert gone.card.title == GONE and not any(gone.rect.intersects(one.rect) for one in scene.card_items())
    assert scene.content_rect().contains(gone.rect)


@pytest.mark.parametrize("scale", [1.0, 0.25, 0.1])
def test_each_change_is_painted_at_every_size_of_the_map(shown: Shown, bar: ComparingBar, scale: float) -> None:
    view = shown.window.map_area.view
    view.zoom_at(view.viewport().rect().center().toPointF(), scale / view.scale_now)
    for title in (CHANGED, GONE):
        placed = next(
            one for one in (*view.map_scene.card_items(), *bar.layer.gone.values()) if one.card.title == title
        )
        view.center_at(placed.middle)
        around = view.mapFromScene(placed.rect.adjusted(-6, -14, 6, 6)).boundingRect()
        with_it = view.grab().toImage()
        bar.layer.show(None)
        without = view.grab().toImage()
        bar._lay()
        near = [(x, y) for x in range(around.left(), around.right()) for y in range(around.top(), around.bottom())]
        inked = [at for at in near if with_it.valid(*at) and with_it.pixel(*at) != without.pixel(*at)]
        assert len(inked) > len(near) / 50, f"{title} at {scale}"


def test_escape_on_the_map_or_the_bar_ends_it_before_anything_else(shown: Shown, bar: ComparingBar) -> None:
    shown.select(CHANGED)
    press(shown, Qt.Key.Key_Escape)
    scene = shown.window.map_area.view.map_scene
    assert bar.isHidden() and bar.compared is None and not bar.layer.gone and scene.look.marked is None
    assert shown.bridge.selection == (shown.goal(CHANGED),)
    press(shown, Qt.Key.Key_Escape)
    assert shown.bridge.selection == () and not any(one.dimmed for one in scene.card_items())
    shown.window.views.leading.comparing.to_map.click()
    assert bar.isVisible()
    QTest.keyClick(bar.next, Qt.Key.Key_Escape)
    assert bar.isHidden()
    shown.window.views.leading.comparing.to_map.click()
    bar.end.click()
    assert bar.isHidden()


def test_the_next_change_is_shown_in_turn_and_what_is_gone_is_in_a_list(shown: Shown, bar: ComparingBar) -> None:
    view = shown.window.map_area.view
    bar.next.click()
    assert shown.bridge.selection == (shown.goal(CHANGED),)
    bar.next.click()
    [gone] = bar.layer.gone.values()
    assert shown.bridge.selection == () and view.seen.contains(gone.rect)
    bar.next.click()
    assert shown.bridge.selection == (shown.goal(CHANGED),)
    [line] = bar.left.menu().actions()
    assert GONE in line.text() and bar.left.text().startswith("1 udgået")
    line.trigger()
    assert shown.bridge.selection == ()


def test_a_card_is_heard_with_what_became_of_it(shown: Shown, bar: ComparingBar) -> None:
    heard = shown.window.map_area.heard.of(shown.goal(CHANGED))
    assert heard.text(QAccessible.Text.Description).startswith("Ændret i forhold til før.")
    same = shown.window.map_area.heard.of(shown.goal(SAME))
    assert "i forhold til før" not in same.text(QAccessible.Text.Description)
    told: list[object] = []
    shown.window.map_area.heard.told.connect(lambda key, event: told.append((key, event)))
    bar.leave()
    assert (shown.goal(CHANGED), QAccessible.Event.DescriptionChanged) in told
    assert "i forhold til før" not in heard.text(QAccessible.Text.Description)


def test_the_map_in_words_tells_what_lies_over_it_as_long_as_it_does(shown: Shown, bar: ComparingBar) -> None:
    shown.window.actions_by_id["map_in_words"].trigger()
    [dialog] = dialogs()
    assert isinstance(dialog, MapInWordsDialog)
    lines = dialog.text.splitlines()
    assert "nye 0 · ændrede 1 · udgåede 1" in lines[1]
    said = next(place for place, line in enumerate(lines) if line.startswith("»") and CHANGED in line.split("«")[0])
    assert lines[said + 1] == "Ændret i forhold til før: ordlyden."
    assert lines[-2] == "Udgået i forhold til før (1)" and lines[-1].startswith("Udgået: »") and GONE in lines[-1]
    bar.leave()
    assert "i forhold til før" not in dialog.text
    dialog.close()


@pytest.mark.parametrize("scale", [1.0, 0.25, 0.1])
def test_what_is_kept_of_the_comparison_follows_cards_that_are_dragged_and_edited(
    shown: Shown, bar: ComparingBar, scale: float
) -> None:
    view = shown.window.map_area.view
    view.zoom_at(view.viewport().rect().center().toPointF(), scale / view.scale_now)
    placed = view.map_scene.item(shown.goal(CHANGED))
    assert placed is not None
    view.center_at(placed.middle)
    assert painted_anew(view)
    view.map_scene.lift([placed.card.key])
    for aside in (20, 60):
        view.map_scene.carry({placed.card.key: QPointF(placed.x + aside, placed.y)})
        assert painted_anew(view)
    view.map_scene.lift(())
    view.horizontalScrollBar().setValue(view.horizontalScrollBar().value() + 11)
    assert painted_anew(view)
    shown.bridge.edit(lambda document: remove_goals(document, [shown.goal(SAME)]))
    assert painted_anew(view)


def painted_anew(view: MapView) -> bool:
    """Whether the view looks the same when nothing of it is kept."""
    QApplication.processEvents()
    shown = view.grab().toImage()
    for item in view.map_scene.items():
        item.update()
    return view.grab().toImage() == shown


def test_the_legend_explains_the_signs_as_long_as_they_are_on_the_map(shown: Shown, bar: ComparingBar) -> None:
    legend = shown.window.map_area.legend
    legend.show()
    assert {"ændret mål", "udgået mål"} <= set(legend.names) and "nyt mål" not in legend.names
    bar.leave()
    assert "ændret mål" not in legend.names


def test_the_comparison_follows_edits_a_moment_later(shown: Shown, bar: ComparingBar) -> None:
    links = shown.document.links_up(shown.goal("Flere starter hos os"))
    shown.bridge.edit(lambda document: unlink_all(document, [one.id for one in links]))
    assert bar._soon.isActive()
    bar._soon.timeout.emit()
    assert "ændrede 2" in bar.told.text()
    assert bar.compared is not None and any(bar.compared.lost.values())


def test_paper_and_pictures_do_not_show_it_and_the_print_dialog_says_so(shown: Shown, bar: ComparingBar) -> None:
    scene = shown.window.map_area.view.map_scene
    assert any(one.dimmed for one in scene.card_items())
    seen = shown_on(scene, as_seen=True)
    assert not seen.faded and seen.only is None
    shown.window.actions_by_id["hide_rest"].trigger()
    assert shown_on(scene, as_seen=True).only is None
    shown.window.actions_by_id["print_map"].trigger()
    [dialog] = dialogs()
    assert isinstance(dialog, MapPrintDialog)
    assert dialog.form.said.text() == "Sammenligningen på skærmen kommer ikke med på papiret."
    dialog.close()


def test_another_map_is_compared_at_once_and_says_so_where_nothing_has_changed(shown: Shown, bar: ComparingBar) -> None:
    area = shown.window.map_area
    made = add_map(new_id=shown.bridge.workspace.new_id, title="Byrådets mål", subject=MapSubject.VISION)
    shown.bridge.edit(lambda document: made)
    before = area.map
    area.open_map(made.changes[0].record.id)
    assert bar.told.text().endswith(": intet er ændret på dette kort")
    assert not bar.next.isVisible() and not bar.left.isVisible()
    area.open_map(before)
    assert "ændrede 1 · udgåede 1" in bar.told.text() and bar.next.isVisible()
