"""Moving an end of an arrow: by hand on the map; the dialog is its twin. The link stays the same one."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from pytestqt.qtbot import QtBot

from strategikort.desktop.linking.move_end_dialog import MoveEndDialog
from strategikort.desktop.look import theme
from strategikort.domain.edits.records import set_field
from strategikort.domain.goals import Goal
from strategikort.domain.links import Link, LinkEnd, LinkKind
from tests.desktop.canvas.conftest import Drawn

SUPPORTED, OTHER, SUPPORTING, LOOSE = (
    "Flere vælger skolen",
    "Fravær opdages straks",
    "Flere starter hos os",
    "Ny legeplads",
)


def noted(drawn: Drawn) -> Link:
    """The link of the unit goal, with a note, selected."""
    (link,) = drawn.document.links_up(drawn.goal(SUPPORTING))
    drawn.bridge.edit(lambda document: set_field(document, Link, link.id, "note", "Åbent hus giver flere"))
    drawn.bridge.select([link.id])
    return drawn.document.all(Link)[link.id]


def end(drawn: Drawn, link: Link, end: LinkEnd) -> QPoint:
    line = drawn.view.map_scene.arrows._routes[LinkKind.REALISES, link.lower, link.upper].line
    return drawn.view.mapFromScene(line.p2() if end is LinkEnd.UPPER else line.p1())


def test_the_head_dragged_to_another_goal_keeps_note_strength_and_identity_in_one_step(drawn: Drawn) -> None:
    link = noted(drawn)
    drawn.drag(end(drawn, link, LinkEnd.UPPER), drawn.at(OTHER))
    after = drawn.document.all(Link)[link.id]
    assert (after.upper, after.lower) == (drawn.goal(OTHER), link.lower)
    assert (after.note, after.strength) == (link.note, link.strength)
    assert drawn.bridge.workspace.session.undo_label.code == "edit.move_link"
    drawn.bridge.undo()
    assert drawn.document.all(Link)[link.id] == link
    assert drawn.is_the_document()


def test_the_other_end_can_be_dragged_too(drawn: Drawn) -> None:
    link = noted(drawn)
    drawn.drag(end(drawn, link, LinkEnd.LOWER), drawn.at(LOOSE))
    assert drawn.document.all(Link)[link.id].lower == drawn.goal(LOOSE)


def test_only_goals_where_the_end_may_stand_are_lit_and_another_says_why_not(drawn: Drawn) -> None:
    link, hints = noted(drawn), list[str]()
    drawn.view.hint.connect(hints.append)
    drawn.press(end(drawn, link, LinkEnd.UPPER))
    lit = {item.card.title for item in drawn.view.map_scene.card_items() if item.lit}
    assert lit == {SUPPORTED, OTHER, "Flere familier flytter til"}
    drawn.move(drawn.at("Sammen om løsninger"))
    assert hints[-1].startswith("Et enhedsmål kan ikke understøtte")
    drawn.release(drawn.at("Sammen om løsninger"))
    assert drawn.document.all(Link)[link.id] == link
    assert drawn.refused == ["refused.link.kinds.realises"]
    assert all(item.lit is None for item in drawn.view.map_scene.card_items())


def test_esc_or_empty_ground_leaves_the_end_where_it_is(drawn: Drawn) -> None:
    link = noted(drawn)
    before = drawn.document
    drawn.press(end(drawn, link, LinkEnd.UPPER))
    drawn.move(drawn.at(OTHER))
    drawn.keys(Qt.Key.Key_Escape)
    drawn.release(drawn.at(OTHER))
    drawn.bridge.select([link.id])
    drawn.drag(end(drawn, link, LinkEnd.UPPER), drawn.at(OTHER, 400, 20))
    assert drawn.document is before


def test_an_end_is_taken_hold_of_only_when_its_arrow_is_selected(drawn: Drawn) -> None:
    link = noted(drawn)
    arrows, scale = drawn.view.map_scene.arrows, drawn.view.scale_now
    point = QPointF(drawn.view.mapToScene(end(drawn, link, LinkEnd.UPPER)))
    assert arrows.end_at(point, scale) == ((LinkKind.REALISES, link.lower, link.upper), LinkEnd.UPPER)
    drawn.bridge.select(())
    assert arrows.end_at(point, scale) is None


@pytest.mark.parametrize(("side", "wanted"), [(LinkEnd.UPPER, OTHER), (LinkEnd.LOWER, LOOSE)])
def test_the_dialog_offers_the_same_goals_and_does_the_same(
    drawn: Drawn, qtbot: QtBot, side: LinkEnd, wanted: str
) -> None:
    link = noted(drawn)
    lower, upper = (drawn.document.all(Goal)[one] for one in (link.lower, link.upper))
    dialog = MoveEndDialog(drawn.bridge, theme.light(), (lower, upper), link, side)
    qtbot.addWidget(dialog)
    dialog.choose(drawn.goal(wanted))
    assert dialog.chosen == drawn.goal(wanted)
    dialog.form.connect_button.click()
    after = drawn.document.all(Link)[link.id]
    assert getattr(after, side.value) == drawn.goal(wanted) and after.note == link.note
