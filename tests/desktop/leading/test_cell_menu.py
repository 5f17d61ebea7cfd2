"""A cell of the coverage matrix ties the goals of its column to its political goal, and takes the tie away."""

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QApplication

from strategikort.desktop.leading.model import HOLE
from strategikort.desktop.leading.view import LeadingView
from strategikort.domain.edits.records import set_field
from strategikort.domain.goals import CentreGoal, Goal, GoalState
from tests.desktop.conftest import Shown
from tests.desktop.leading.test_leading import cell

IDLE, CENTRE = "POL-14", "Center for Teknik, Miljø og Klima"


def matrix_of(shown: Shown) -> LeadingView:
    shown.window.actions_by_id["view_leading"].trigger()
    leading = shown.window.views.leading
    leading.tabs.setCurrentIndex(2)
    return leading


def opened(leading: LeadingView, index: QModelIndex) -> list[QAction]:
    leading.cell_menu.open(index)
    menu = leading.cell_menu.menu
    assert menu is not None
    offered = [one for one in menu.actions() if one.isCheckable()]
    menu.hide()
    return offered


def test_a_hole_is_filled_from_its_cell_and_undone(sample_shown: Shown) -> None:
    leading = matrix_of(sample_shown)
    index = cell(leading.matrix, IDLE, CENTRE)
    assert index.data() == HOLE
    offered = opened(leading, index)
    assert offered and not any(one.isChecked() for one in offered)
    one = next(one for one in offered if one.isEnabled())
    one.trigger()
    political = next(goal for goal in sample_shown.document.all(Goal).values() if goal.code == IDLE)
    (link,) = sample_shown.document.links_down(political.id)
    assert one.text().startswith(sample_shown.document.all(Goal)[link.lower].code)
    sample_shown.bridge.settled()
    index = cell(leading.matrix, IDLE, CENTRE)
    assert index.data() != HOLE
    again = next(action for action in opened(leading, index) if action.isChecked())
    again.trigger()
    sample_shown.bridge.settled()
    assert sample_shown.document.links_down(political.id) == ()
    assert cell(leading.matrix, IDLE, CENTRE).data() == HOLE
    sample_shown.bridge.undo()
    assert len(sample_shown.document.links_down(political.id)) == 1
    sample_shown.bridge.undo()
    assert sample_shown.document.links_down(political.id) == ()


def test_only_goals_of_the_column_that_are_in_force_are_offered(sample_shown: Shown) -> None:
    leading = matrix_of(sample_shown)
    document = sample_shown.document
    column = leading.matrix.model.cell(cell(leading.matrix, IDLE, CENTRE)).column
    mine = [one for one in document.all(CentreGoal).values() if one.owner == column]
    sample_shown.bridge.edit(lambda one: set_field(one, Goal, mine[0].id, "state", GoalState.CANCELLED))
    sample_shown.bridge.settled()
    offered = opened(leading, cell(leading.matrix, IDLE, CENTRE))
    codes = {one.text().split("  ")[0] for one in offered}
    assert mine[0].code not in codes and codes <= {one.code for one in mine}


def by_key(leading: LeadingView) -> None:
    place = leading.matrix.table.rect().center()
    QApplication.sendEvent(leading.matrix.table, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, place))


def test_the_menu_of_the_keyboard_is_that_of_the_current_cell_and_other_columns_have_none(sample_shown: Shown) -> None:
    leading = matrix_of(sample_shown)
    index = cell(leading.matrix, IDLE, CENTRE)
    leading.matrix.table.setCurrentIndex(index)
    by_key(leading)
    menu = leading.cell_menu.menu
    assert menu is not None and menu.isVisible()
    menu.hide()
    leading.matrix.table.setCurrentIndex(leading.matrix.model.index(0, 1))
    by_key(leading)
    assert leading.cell_menu.menu is menu
