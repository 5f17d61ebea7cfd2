"""What asks for help; `HelpDesk` gives it, for all windows of the program."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget


class HelpCommands(QObject):
    """The help menu of one window."""

    wanted = Signal(object)
    """The `QWidget` for whose place help is wanted; None for the list of contents."""
    sheet_wanted = Signal()
    """A sheet for a role is to be printed."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What does each action."""
        return {
            "help": self._here,
            "help_contents": lambda: self.wanted.emit(None),
            "print_sheet": self.sheet_wanted.emit,
        }

    def able(self) -> Mapping[str, bool]:
        """Always."""
        return {}

    def _here(self) -> None:
        focus = QApplication.focusWidget()
        self.wanted.emit(focus if focus is not None and focus.window() is self._window else self._window)
