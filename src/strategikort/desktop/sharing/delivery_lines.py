"""A delivery of the council's goals as lines: what becomes of each, and under it what hangs on it."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem

from strategikort.application.delivery import Delivered, delivered_lines, hanging_lines
from strategikort.desktop.bridge import Bridge
from strategikort.domain.goals import PoliticalGoal
from strategikort.domain.shape import Id

GOAL_ROLE: Final = Qt.ItemDataRole.UserRole + 1


def delivery_item(bridge: Bridge, delivery: tuple[Delivered, ...]) -> QStandardItem:
    """A heading with a line for each goal; lines that are about a goal bear its identity."""
    words = bridge.workspace.words
    head = QStandardItem(words.text("delivery.title", n=len(delivery)))
    for one in delivery:
        first, *rest = delivered_lines(words, one)
        goal = _line(first, one.row.goal.id)
        for line in rest:
            goal.appendRow(_line(line, one.row.goal.id))
        for line, hanging in zip(hanging_lines(one), one.hanging, strict=True):
            goal.child(goal.rowCount() - 1).appendRow(_line(line, hanging.id))
        head.appendRow(goal)
    return head


def missing_item(bridge: Bridge, missing: tuple[PoliticalGoal, ...]) -> QStandardItem:
    """A heading with the political goals that the delivery does not name."""
    head = QStandardItem(bridge.workspace.words.text("delivery.missing", n=len(missing)))
    for goal in missing:
        head.appendRow(_line(f"{goal.code}  {goal.title}".strip(), goal.id))
    return head


def _line(text: str, goal: Id) -> QStandardItem:
    line = QStandardItem(text)
    line.setData(goal, GOAL_ROLE)
    return line
