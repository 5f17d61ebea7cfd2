"""What hands do on the map, with real mouse and key events."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest

from strategikort.application.drawing.measure import CARD_HEIGHT, CARD_WIDTH
from strategikort.cascade.findings import Severity
from strategikort.domain.edits.maps import places_on
from strategikort.domain.goals import Goal, GoalKind
from strategikort.domain.links import Link, LinkKind
from tests.desktop.canvas.conftest import Drawn

SHIFT = Qt.KeyboardModifier.ShiftModifier
TOP = (CARD_WIDTH / 2, 0)


def test_a_click_selects_a_goal_and_another_with_shift_adds_to_it(drawn: Drawn) -> None:
    drawn.click(drawn.at("Flere vælger skolen"))
    assert drawn.bridge.selection == (drawn.goal("Flere vælger skolen"),)
    drawn.click(drawn.at("Ny legeplads"), SHIFT)
    assert set(drawn.bridge.selection) == {drawn.goal("Flere vælger skolen"), drawn.goal("Ny legeplads")}
    drawn.click(drawn.at("Ny legeplads"), SHIFT)
    assert drawn.bridge.selection == (drawn.goal("Flere vælger skolen"),)


def test_a_frame_drawn_around_goals_selects_them_and_a_click_on_nothing_clears(drawn: Drawn) -> None:
    start = drawn.at("Flere vælger skolen", -20, -10)
    drawn.drag(start, drawn.at("Fravær opdages straks", CARD_WIDTH + 10, CARD_HEIGHT + 5))
    assert set(drawn.bridge.selection) == {drawn.goal("Flere vælger skolen"), drawn.goal("Fravær opdages straks")}
    drawn.click(start)
    assert drawn.bridge.selection == ()


def test_dragging_a_goal_keeps_its_place_as_one_step_that_can_be_undone(drawn: Drawn) -> None:
    goal = drawn.goal("Fravær opdages straks")
    before = places_on(drawn.document, drawn.map)[goal]
    start = drawn.at("Fravær opdages straks")
    drawn.drag(start, start + QPoint(80, 24))
    after = places_on(drawn.document, drawn.map)[goal]
    assert after.x > before.x and after.y > before.y
    assert drawn.bridge.workspace.session.undo_label.code == "edit.move_goals"
    drawn.bridge.undo()
    assert places_on(drawn.document, drawn.map)[goal] == before
    assert drawn.is_the_document()


def test_esc_puts_a_dragged_goal_back_and_leaves_no_step(drawn: Drawn) -> None:
    item = drawn.view.map_scene.item(drawn.goal("Fravær opdages straks"))
    before, document = item.place, drawn.document
    start = drawn.at("Fravær opdages straks")
    drawn.press(start)
    drawn.move(start + QPoint(90, 10))
    assert item.place != before
    drawn.keys(Qt.Key.Key_Escape)
    drawn.release(start + QPoint(90, 10))
    assert item.place == before
    assert drawn.document is document


def test_a_goal_stays_in_the_band_of_its_level_however_far_it_is_dragged(drawn: Drawn) -> None:
    start = drawn.at("Fravær opdages straks")
    drawn.drag(start, start - QPoint(0, 300))
    item = drawn.view.map_scene.item(drawn.goal("Fravær opdages straks"))
    assert item.y >= drawn.view.map_scene.bands.bands[GoalKind.CENTRE_GOAL].top


def test_a_link_drawn_from_card_to_card_is_made_and_mends_the_broken_thread(drawn: Drawn) -> None:
    loose = drawn.goal("Ny legeplads")
    assert drawn.view.map_scene.item(loose).card.broken
    drawn.drag(drawn.at("Ny legeplads", *TOP), drawn.at("Fravær opdages straks"))
    assert [link.upper for link in drawn.document.links_up(loose)] == [drawn.goal("Fravær opdages straks")]
    assert not drawn.view.map_scene.item(loose).card.broken
    assert drawn.is_the_document()


def test_a_link_can_be_drawn_from_the_upper_goal_down_and_means_the_same(drawn: Drawn) -> None:
    drawn.drag(drawn.at("Fravær opdages straks", CARD_WIDTH / 2, CARD_HEIGHT), drawn.at("Ny legeplads"))
    assert drawn.document.links_up(drawn.goal("Ny legeplads"))


def test_while_a_link_is_drawn_only_legal_ends_are_lit_and_an_illegal_one_says_why(drawn: Drawn) -> None:
    hints: list[str] = []
    drawn.view.hint.connect(hints.append)
    drawn.press(drawn.at("Ny legeplads", *TOP))
    lit = {item.card.title for item in drawn.view.map_scene.card_items() if item.lit}
    assert lit == {"Flere vælger skolen", "Fravær opdages straks", "Flere familier flytter til"}
    drawn.move(drawn.at("Sammen om løsninger"))
    assert hints[-1] == "Et enhedsmål kan ikke understøtte et visionselement i kommunens styringsmodel."
    drawn.release(drawn.at("Sammen om løsninger"))
    assert not drawn.document.links_up(drawn.goal("Ny legeplads"))
    assert drawn.refused == ["refused.link.kinds.realises"]
    assert all(item.lit is None for item in drawn.view.map_scene.card_items())


def test_a_link_between_two_centre_goals_is_cause_and_effect(drawn: Drawn) -> None:
    drawn.drag(drawn.at("Flere vælger skolen", *TOP), drawn.at("Fravær opdages straks"))
    kinds = [link.kind for link in drawn.document.all(Link).values()]
    assert LinkKind.CAUSES in kinds


def test_a_link_dropped_on_empty_ground_makes_a_goal_of_that_level_and_the_link_in_one_step(drawn: Drawn) -> None:
    before = drawn.document
    start = drawn.at("Fravær opdages straks", CARD_WIDTH / 2, CARD_HEIGHT)
    band = drawn.view.map_scene.bands.bands[GoalKind.UNIT_GOAL]
    empty = drawn.view.mapFromScene(drawn.view.map_scene.item(drawn.goal("Ny legeplads")).place)
    drawn.drag(start, QPoint(empty.x() + 400, drawn.view.mapFromScene(0, band.top + 40).y()))
    drawn.type_title("Ring samme dag")
    made = drawn.goal("Ring samme dag")
    assert drawn.document.get(Goal, made).kind is GoalKind.UNIT_GOAL
    assert [link.upper for link in drawn.document.links_up(made)] == [drawn.goal("Fravær opdages straks")]
    drawn.bridge.undo()
    drawn.bridge.undo()
    assert drawn.document == before


def test_a_double_click_on_empty_ground_makes_a_goal_and_one_on_a_goal_renames_it(drawn: Drawn) -> None:
    empty = drawn.at("Fravær opdages straks") + QPoint(260, 0)
    drawn.view.mouseDoubleClickEvent(_double(drawn, empty))
    drawn.type_title("Bevægelse hver dag")
    assert drawn.document.get(Goal, drawn.goal("Bevægelse hver dag")).kind is GoalKind.CENTRE_GOAL
    drawn.view.mouseDoubleClickEvent(_double(drawn, drawn.at("Ny legeplads")))
    drawn.type_title("Ny legeplads i år")
    assert "Ny legeplads i år" in drawn.titles() and "Ny legeplads" not in drawn.titles()
    assert drawn.is_the_document()


def _double(drawn: Drawn, place: QPoint) -> QMouseEvent:
    left = Qt.MouseButton.LeftButton
    at = QPointF(place)
    whole = QPointF(drawn.view.viewport().mapToGlobal(place))
    return QMouseEvent(QEvent.Type.MouseButtonDblClick, at, whole, left, left, Qt.KeyboardModifier.NoModifier)


def test_by_keys_alone_goals_are_made_one_level_down_and_beside(drawn: Drawn) -> None:
    drawn.bridge.select([drawn.goal("Fravær opdages straks")])
    drawn.keys(Qt.Key.Key_Tab)
    drawn.type_title("Ring samme dag")
    drawn.view.setFocus()
    drawn.keys(Qt.Key.Key_Return)
    drawn.type_title("Møde efter fem dage")
    upper = drawn.goal("Fravær opdages straks")
    assert len(drawn.titles()) == 8
    for title in ("Ring samme dag", "Møde efter fem dage"):
        assert [link.upper for link in drawn.document.links_up(drawn.goal(title))] == [upper]
    assert drawn.is_the_document()


def test_by_keys_alone_a_link_is_begun_its_end_chosen_and_made(drawn: Drawn) -> None:
    drawn.bridge.select([drawn.goal("Ny legeplads")])
    drawn.keys(Qt.Key.Key_L)
    ends = [item.card.title for item in drawn.view.hand.linking.legal_ends()]
    for _ in range(ends.index("Fravær opdages straks")):
        drawn.keys(Qt.Key.Key_Right)
    drawn.keys(Qt.Key.Key_Return)
    assert [link.upper for link in drawn.document.links_up(drawn.goal("Ny legeplads"))] == [
        drawn.goal("Fravær opdages straks")
    ]


def test_esc_ends_a_link_by_keys_and_deleting_removes_what_is_selected(drawn: Drawn) -> None:
    drawn.bridge.select([drawn.goal("Ny legeplads")])
    before = drawn.document
    drawn.keys(Qt.Key.Key_L, Qt.Key.Key_Escape)
    assert drawn.document is before
    drawn.delete()
    assert "Ny legeplads" not in drawn.titles()
    assert drawn.bridge.selection == ()
    assert drawn.is_the_document()


def test_arrows_walk_to_the_nearest_goal_that_way(drawn: Drawn) -> None:
    drawn.bridge.select([drawn.goal("Flere vælger skolen")])
    drawn.keys(Qt.Key.Key_Right)
    assert drawn.bridge.selection == (drawn.goal("Fravær opdages straks"),)
    drawn.keys(Qt.Key.Key_Up)
    assert drawn.bridge.selection == (drawn.goal("Flere familier flytter til"),)


def test_zooming_keeps_what_is_under_the_pointer(drawn: Drawn) -> None:
    place = drawn.at("Flere vælger skolen")
    before = drawn.view.mapToScene(place)
    for factor in (1.4, 1.4, 0.5, 1.2):
        drawn.view.zoom_at(place.toPointF(), factor)
        after = drawn.view.mapToScene(place)
        assert (after - before).manhattanLength() * drawn.view.scale_now < 4


def test_esc_in_the_title_leaves_the_old_one(drawn: Drawn) -> None:
    drawn.bridge.select([drawn.goal("Ny legeplads")])
    before = drawn.document
    drawn.keys(Qt.Key.Key_F2)
    editor = drawn.view.hand.editor
    editor.setText("Noget andet")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert drawn.document is before


def test_nothing_is_wrong_with_a_goal_while_its_first_title_is_written(drawn: Drawn) -> None:
    band = drawn.view.map_scene.bands.bands[GoalKind.CENTRE_GOAL]
    drawn.view.hand.new_goal(GoalKind.CENTRE_GOAL, QPointF(1200, band.top + 40))
    fresh = drawn.view.map_scene.item(drawn.bridge.selection[0])
    drawn.bridge.check_now()
    assert fresh.card.broken and not fresh.broken and fresh.said.worst is None
    drawn.type_title("Et løst mål")
    drawn.bridge.check_now()
    assert fresh.broken and fresh.said.worst is Severity.ERROR
    drawn.keys(Qt.Key.Key_F2)
    assert fresh.broken, "another title is no first one"
