"""Small buttons that several panels share: a goal to go to, a cross to take something off."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QToolButton, QWidget
from typing_extensions import override

from strategikort.desktop.look.icons import put_icon
from strategikort.desktop.look.marks import mark_icon
from strategikort.desktop.look.theme import Theme
from strategikort.domain.goals import Goal
from strategikort.domain.shape import Id


class GoalButton(QPushButton):
    """A goal with its mark, shortened where there is no room; pressing it asks for the goal."""

    wanted = Signal(object)
    """The identity of the goal."""

    def __init__(self, goal: Goal, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(goal.title or goal.code, parent)
        self.goal: Id = goal.id
        self.setProperty("flat_link", True)
        put_icon(self, mark_icon(goal.kind, theme))
        self.setToolTip(f"{goal.code} {goal.title}".strip())
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(60)
        self.clicked.connect(self._pressed)

    def _pressed(self) -> None:
        self.wanted.emit(self.goal)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.width() - self.iconSize().width() - 22
        option.text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, max(20, room))
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)


def cross(tip: str, parent: QWidget) -> QToolButton:
    """A small cross that takes something off."""
    button = QToolButton(parent)
    button.setText("×")
    button.setProperty("plain", True)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    return button


def flat(text: str, parent: QWidget) -> QPushButton:
    """A button that looks like a link."""
    button = QPushButton(text, parent)
    button.setProperty("flat_link", True)
    button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return button
