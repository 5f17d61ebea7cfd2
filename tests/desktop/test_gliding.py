"""The map glides to where it is sent, and to no other place; somebody who wants less motion has none."""

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtWidgets import QProxyStyle, QStyle
from pytestqt.qtbot import QtBot

from strategikort.desktop.canvas.glide import rest_wanted
from strategikort.desktop.canvas.view import MapView
from strategikort.desktop.look.settings import LESS_MOTION, Settings
from tests.desktop.conftest import Shown


@pytest.fixture
def view(shown: Shown, settings: Settings) -> MapView:
    """A map that may glide, seen from near by."""
    settings.put(LESS_MOTION, False)
    view = shown.window.map_area.view
    view.actual_size()
    view.zoom_in()
    return view


def middle(view: MapView) -> QPointF:
    return view.mapToScene(view.viewport().rect().center())


def test_the_map_glides_until_all_of_it_is_seen(shown: Shown, view: MapView, qtbot: QtBot) -> None:
    before = view.scale_now
    shown.window.actions_by_id["fit"].trigger()
    assert view.glide.gliding
    assert view.scale_now == pytest.approx(before), "it starts where it was"
    seen: list[object] = []
    view.zoom_changed.connect(seen.append)
    qtbot.waitUntil(lambda: not view.glide.gliding)
    there = view.scale_now, middle(view)
    view.fit()
    assert (view.scale_now, middle(view)) == there
    assert len(set(seen)) > 1, "it was seen on the way"


def test_the_map_glides_to_a_goal_that_is_asked_for(shown: Shown, view: MapView, qtbot: QtBot) -> None:
    goal = shown.goal("Ny legeplads")
    before = middle(view)
    shown.window.show_goal(goal)
    assert view.glide.gliding
    assert (middle(view) - before).manhattanLength() < 2
    qtbot.waitUntil(lambda: not view.glide.gliding)
    there = view.scale_now, middle(view)
    assert (there[1] - before).manhattanLength() > 20
    view.center_on(goal)
    assert (view.scale_now, middle(view)) == there


def test_who_moves_the_map_meanwhile_has_the_last_word(shown: Shown, view: MapView, qtbot: QtBot) -> None:
    shown.window.actions_by_id["fit"].trigger()
    view.zoom_at(QPointF(QPoint(300, 300)), 0.5)
    stopped = view.scale_now, middle(view)
    qtbot.waitUntil(lambda: not view.glide.gliding)
    assert (view.scale_now, middle(view)) == stopped


def test_with_less_motion_the_map_is_there_at_once(shown: Shown, view: MapView, settings: Settings) -> None:
    settings.put(LESS_MOTION, True)
    shown.window.actions_by_id["fit"].trigger()
    assert not view.glide.gliding
    there = view.scale_now, middle(view)
    view.fit()
    assert (view.scale_now, middle(view)) == there


def test_another_map_is_there_at_once(shown: Shown, view: MapView) -> None:
    shown.window.map_area.open_map(None)
    assert not view.glide.gliding


class Calm(QProxyStyle):
    """The style of a system that animates nothing."""

    def styleHint(self, hint: object, *rest: object) -> int:  # noqa: N802
        return 0 if hint is QStyle.StyleHint.SH_Widget_Animate else super().styleHint(hint, *rest)  # type: ignore[call-overload, no-any-return]


def test_a_system_that_asks_for_less_motion_is_heard(shown: Shown, view: MapView) -> None:
    style = Calm("Fusion")
    style.setParent(view)
    view.setStyle(style)
    assert rest_wanted(view)
    shown.window.actions_by_id["fit"].trigger()
    assert not view.glide.gliding
