"""What brings the numbers out of the program."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from strategikort.desktop.bridge import Bridge
from strategikort.desktop.dialogs.messages import show_dialog
from strategikort.desktop.look.settings import Settings
from strategikort.desktop.paper import leading_print_dialog


class LeadingCommands(QObject):
    """Prints and saves what *Ledelse* shows."""

    def __init__(self, bridge: Bridge, settings: Settings, handout: Callable[[], str], window: QWidget) -> None:
        """``handout`` says which is to be offered first: see `Handout`."""
        super().__init__(window)
        self._bridge, self._settings, self._handout, self._window = bridge, settings, handout, window

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What does each action."""
        return {"print_numbers": self.print_numbers}

    def able(self) -> Mapping[str, bool]:
        """Always."""
        return {}

    def print_numbers(self) -> None:
        """Choose what is handed out, see it, and print or save it."""
        show_dialog(
            leading_print_dialog.LeadingPrintDialog(self._bridge, self._settings, self._handout(), self._window)
        )
