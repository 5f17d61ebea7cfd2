"""What is kept of the painting is never old: the screen is the same when everything is painted anew."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from strategikort.application.drawing.measure import CARD_WIDTH
from strategikort.domain.edits import goals, records
from strategikort.domain.goals import UnitGoal
from tests.desktop.canvas.conftest import Drawn


def _shown(drawn: Drawn) -> QImage:
    QApplication.processEvents()
    return drawn.view.grab().toImage()


def _is_painted_anew(drawn: Drawn) -> bool:
    drawn.bridge.check_now()
    shown = _shown(drawn)
    for item in drawn.view.map_scene.items():
        item.update()
    return _shown(drawn) == shown


@pytest.mark.parametrize("scale", [0.08, 0.3, 1.0, 1.7])
def test_after_selecting_dragging_editing_and_undoing_nothing_old_is_left(drawn: Drawn, scale: float) -> None:
    goal = drawn.goal("Ny legeplads")
    drawn.view.zoom_at(QPointF(400, 300), scale / drawn.view.scale_now)
    drawn.view.center_on(goal) if scale >= 0.6 else drawn.view.centerOn(drawn.view.map_scene.content_rect().center())
    before = _shown(drawn)
    drawn.bridge.select([drawn.goal("Flere starter hos os")])
    assert _shown(drawn) != before
    assert _is_painted_anew(drawn)
    drawn.bridge.edit(lambda document: records.set_field(document, UnitGoal, goal, "title", "Et helt andet mål"))
    assert _is_painted_anew(drawn)
    drawn.bridge.edit(lambda document: goals.remove_goals(document, [goal]))
    assert _is_painted_anew(drawn)
    drawn.bridge.undo()
    drawn.bridge.undo()
    drawn.bridge.select(())
    assert _is_painted_anew(drawn)


def test_while_a_card_is_dragged_and_when_it_is_put_down_it_is_painted_where_it_is(drawn: Drawn) -> None:
    _shown(drawn)
    start = drawn.at("Fravær opdages straks")
    drawn.press(start)
    for step in (QPoint(60, 10), QPoint(160, 30), QPoint(CARD_WIDTH, 40)):
        before = _shown(drawn)
        drawn.move(start + step)
        assert _shown(drawn) != before
        assert _is_painted_anew(drawn)
    drawn.release(start + QPoint(CARD_WIDTH, 40))
    assert _is_painted_anew(drawn)
    drawn.bridge.undo()
    assert _is_painted_anew(drawn)


def test_a_scrolled_map_is_the_map_painted_there(drawn: Drawn) -> None:
    drawn.view.actual_size()
    _shown(drawn)
    for step in (3, 40, -17):
        drawn.view.horizontalScrollBar().setValue(drawn.view.horizontalScrollBar().value() + step)
        drawn.view.verticalScrollBar().setValue(drawn.view.verticalScrollBar().value() - step)
        assert _is_painted_anew(drawn)


def test_a_window_as_large_as_the_largest_screens_keeps_what_it_has_painted(drawn: Drawn) -> None:
    drawn.view.resize(3840, 2160)
    drawn.view.actual_size()
    _shown(drawn)
    asked: list[QRectF] = []
    arrows = drawn.view.map_scene.arrows
    within = arrows._within
    arrows._within = lambda seen: asked.append(seen) or within(seen)  # type: ignore[method-assign, func-returns-value]
    for _ in range(3):
        drawn.view.viewport().update()
        QApplication.processEvents()
    assert asked == []
