"""Around the map: the minimap, the legend of what is on it, and a way back when nothing of it is in sight."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from strategikort.application.drawing.signs import signs_on
from strategikort.desktop.look.settings import LEGEND, MINIMAP, Settings
from strategikort.domain.changes import ChangeSet, added
from strategikort.domain.edits.records import set_field
from strategikort.domain.goals import Goal, GoalKind
from strategikort.domain.links import Link, LinkKind
from strategikort.domain.phrases import phrase
from strategikort.domain.shape import Id
from tests.desktop.conftest import Shown


def press(shown: Shown, action: str) -> None:
    shown.window.actions_by_id[action].trigger()


def middle(shown: Shown) -> QPointF:
    view = shown.window.map_area.view
    return view.mapToScene(view.viewport().rect().center())


def test_the_minimap_is_opened_by_key_and_remembered(shown: Shown, settings: Settings) -> None:
    minimap = shown.window.map_area.minimap
    assert minimap.isHidden()
    press(shown, "minimap")
    assert minimap.isVisible()
    assert settings.get(MINIMAP)
    assert shown.window.map_area.view.viewport().rect().contains(minimap.geometry())
    press(shown, "minimap")
    assert minimap.isHidden()
    assert not settings.get(MINIMAP)


def test_the_frame_on_the_minimap_is_what_is_seen_and_can_be_dragged(shown: Shown, qtbot: QtBot) -> None:
    shown.window.map_area.open_map(None)
    view, minimap = shown.window.map_area.view, shown.window.map_area.minimap
    press(shown, "minimap")
    for _ in range(8):
        view.zoom_in()
    seen = view.mapToScene(view.viewport().rect()).boundingRect()
    assert (minimap.place_of(minimap.seen.center()) - seen.center()).manhattanLength() < 2
    start = minimap.seen.center().toPoint()
    before = middle(shown)
    qtbot.mousePress(minimap, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(minimap, start + QPoint(12, 6))
    qtbot.mouseRelease(minimap, Qt.MouseButton.LeftButton, pos=start + QPoint(12, 6))
    way = middle(shown) - before
    assert way.x() > 0
    assert way.y() > 0


def test_the_frame_on_the_minimap_moves_by_keys(shown: Shown, qtbot: QtBot) -> None:
    shown.window.map_area.open_map(None)
    view, minimap = shown.window.map_area.view, shown.window.map_area.minimap
    press(shown, "minimap")
    for _ in range(8):
        view.zoom_in()
    before = middle(shown)
    qtbot.keyClick(minimap, Qt.Key.Key_Down)
    assert middle(shown).y() > before.y()
    qtbot.keyClick(minimap, Qt.Key.Key_Up)
    assert abs(middle(shown).y() - before.y()) < 3
    qtbot.keyClick(minimap, Qt.Key.Key_Home)
    assert view.scale_now <= view.full_scale


def test_a_map_that_was_lost_is_found_again(shown: Shown) -> None:
    shown.window.map_area.open_map(None)
    view, back = shown.window.map_area.view, shown.window.map_area.way_back
    assert back.isHidden()
    for _ in range(12):
        view.zoom_in()
    view.horizontalScrollBar().setValue(view.horizontalScrollBar().minimum())
    view.verticalScrollBar().setValue(view.verticalScrollBar().minimum())
    assert back.isVisible()
    assert back.text() == "Vis kortet"
    back.click()
    assert back.isHidden()
    seen = view.mapToScene(view.viewport().rect()).boundingRect()
    assert all(seen.contains(card.rect) for card in view.map_scene.card_items())


def test_zooming_to_what_is_selected_shows_it_whole(shown: Shown) -> None:
    shown.window.map_area.open_map(None)
    view = shown.window.map_area.view
    goal = shown.select("Åbent hus med dagtilbuddene")
    press(shown, "fit_selection")
    card = view.map_scene.item(goal)
    assert card is not None
    assert view.mapToScene(view.viewport().rect()).boundingRect().contains(card.rect)


def test_the_legend_names_what_is_on_the_map_and_nothing_else(shown: Shown, qtbot: QtBot, settings: Settings) -> None:
    shown.window.map_area.open_map(None)
    legend = shown.window.map_area.legend
    press(shown, "legend")
    assert settings.get(LEGEND)
    assert legend.signs.arrows == (LinkKind.REALISES,)
    assert legend.signs.broken
    assert not legend.signs.box
    assert not legend.signs.pinned
    assert legend.names[0] == "Visionselementer"
    assert legend.accessibleDescription() == " · ".join(legend.names)
    effort = shown.select("Åbent hus med dagtilbuddene")
    press(shown, "delete")
    qtbot.waitUntil(lambda: GoalKind.EFFORT not in legend.signs.kinds, timeout=5_000)
    shown.bridge.undo()
    qtbot.waitUntil(lambda: GoalKind.EFFORT in legend.signs.kinds, timeout=5_000)
    assert shown.document.get(Goal, effort)


def test_the_legend_is_a_preference_too(shown: Shown, settings: Settings) -> None:
    legend, action = shown.window.map_area.legend, shown.window.actions_by_id["legend"]
    for wanted in (True, False):
        settings.put(LEGEND, wanted)
        assert legend.isVisible() is wanted
    action.trigger()
    assert settings.get(LEGEND)


def test_signs_are_those_of_cards_and_arrows(shown: Shown) -> None:
    shown.window.map_area.open_map(None)
    scene = shown.window.map_area.view.map_scene
    assert signs_on(scene.picture, ()).kinds == ()
    goal = shown.goal("Ny legeplads")
    shown.bridge.edit(lambda one: set_field(one, Goal, goal, "why", "Fordi den gamle er slidt"))
    signs = signs_on(scene.picture, ((one.card, one.said) for one in scene.card_items()))
    assert signs.kinds == tuple(kind for kind in scene.picture.levels)


def test_what_takes_a_place_or_assists_is_drawn_and_has_its_line_in_the_legend(shown: Shown, qtbot: QtBot) -> None:
    shown.window.map_area.open_map(None)
    press(shown, "legend")
    one, other = (shown.goal(title) for title in ("Ny legeplads", "Flere starter hos os"))
    for number, kind in enumerate((LinkKind.ASSISTS, LinkKind.SUPERSEDES)):
        link = Link(id=Id(f"link {number}"), kind=kind, lower=one, upper=other)
        shown.bridge.edit(lambda _, link=link: ChangeSet(phrase("edit.import", file="plan.xml"), added([link])))
        assert (kind, one, other) in shown.window.map_area.view.map_scene.arrows.keys
    qtbot.waitUntil(lambda: {"støtter", "afløser"} <= set(shown.window.map_area.legend.names), timeout=5_000)
    names = shown.window.map_area.legend.names
    assert names.index("understøtter") < names.index("afløser")
    assert not shown.window.map_area.view.grab().isNull()


def test_the_legend_stands_in_columns_where_the_map_is_low_and_every_line_is_seen(shown: Shown, qtbot: QtBot) -> None:
    legend, viewport = shown.window.map_area.legend, shown.window.map_area.view.viewport()
    shown.window.actions_by_id["legend"].trigger()
    qtbot.waitUntil(lambda: len(legend.names) > 4)

    def columns() -> int:
        return len({label.x() for label in legend.findChildren(QLabel) if label.isVisible()}) // 2

    assert columns() == 1
    around = shown.window.height() - viewport.height()
    shown.window.resize(1280, around + legend.height() - 10)
    qtbot.waitUntil(lambda: columns() > 1)
    assert viewport.rect().contains(legend.geometry())
    assert all(legend.rect().contains(one.geometry()) for one in legend.findChildren(QLabel) if one.isVisible())
    shown.window.resize(1280, 1000)
    qtbot.waitUntil(lambda: columns() == 1)
