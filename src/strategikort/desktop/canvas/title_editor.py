"""Renaming a goal in place: a line over its card."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from strategikort.desktop.look.title_room import too_long
from strategikort.domain.goals import Goal
from strategikort.domain.shape import Id


class TitleEditor(QLineEdit):
    """Shown over a card while its title is written. Enter and leaving keep the title, Esc leaves the old one.

    A title that is too long is never cut: the line stays, and says so.
    """

    done = Signal(object, object)
    """The goal and its new title, None if the old one stays."""

    def __init__(self, goal: Goal, parent: QWidget) -> None:
        super().__init__(goal.title, parent)
        self._goal: Id = goal.id
        self._before = goal.title
        self._open = True
        self.setAccessibleName(self.tr("Title"))

    def show_at(self, place: QPoint, width: int) -> None:
        """Show the line with its upper left corner at ``place`` and the text selected."""
        self.setGeometry(place.x(), place.y(), width, self.sizeHint().height())
        self.show()
        self.selectAll()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """End with the title as it is written."""
        self._end(self.text())

    def _end(self, title: str | None) -> None:
        if self._open:
            self._open = False
            map = self.parentWidget()
            if self.hasFocus() and map is not None:
                map.setFocus()  # hidden, the line would keep the keys, for on the map Tab leads nowhere else
            self.hide()
            self.done.emit(self._goal, title)
            self.deleteLater()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._end(None)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._keep_if_it_fits()  # and no further: on the map itself Enter makes another goal
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._keep_if_it_fits()

    def _keep_if_it_fits(self) -> None:
        if self._open and not too_long(self, self._before):
            self.keep()
