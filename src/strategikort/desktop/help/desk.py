"""Help for the whole program: which page belongs to a place, and F1 in every dialog."""

from collections.abc import Callable, Iterator
from datetime import datetime, time
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from strategikort.application.help.book import read_book
from strategikort.desktop.dialogs.messages import show_dialog
from strategikort.desktop.help import sheet_dialog, window
from strategikort.desktop.help.commands import HelpCommands
from strategikort.desktop.house import House

_KEY = "help_key"


class HelpDesk(QObject):
    """Shows the help for a place in one window that stays open beside all others, dialogs too.

    ``ours`` tells whether a window is one of the program's own, ``active`` in which of them the user is.
    """

    def __init__(
        self, house: House, ours: Callable[[QWidget], bool], active: Callable[[], QWidget | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._house, self._ours, self._active = house, ours, active
        self.window: window.HelpWindow | None = None
        self._language = house.language
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_changed)

    def serve(self, commands: HelpCommands) -> None:
        """Give the help that a window asks for."""
        commands.wanted.connect(self.show_for)
        commands.sheet_wanted.connect(self.print_sheet)

    def show_for(self, place: object) -> None:
        """Show the page for a widget's place; the first page for None."""
        book = read_book(self._house.language)
        self.show_page(book.at(classes_around(place)) if isinstance(place, QWidget) else next(iter(book.pages)))

    def show_page(self, target: str) -> "window.HelpWindow":
        """Show ``page`` or ``page#anchor``."""
        if self._language != self._house.language:
            self.close()
        if self.window is None:
            self._language = self._house.language
            book, house = read_book(self._house.language), self._house
            self.window = window.HelpWindow(book, house.theme, whole=book.language == house.language)
            self.window.closed.connect(self._closed)
            self.window.sheet_wanted.connect(self.print_sheet)
        self.window.show_page(target)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        self.window.text.setFocus()
        return self.window

    def print_sheet(self, begin: str = "") -> "sheet_dialog.SheetDialog":
        """Show the sheets that can be printed, ``begin`` first. The help can be read beside them."""
        house = self._house
        book, today = read_book(house.language), datetime.combine(house.today(), time())
        dialog = sheet_dialog.SheetDialog(book, house.settings, today, self._active(), begin=begin)
        show_dialog(dialog)
        return dialog

    def close(self) -> None:
        """Close the help, before the program ends or looks otherwise."""
        if self.window is not None:
            self.window.close()

    def _closed(self) -> None:
        if self.window is not None:
            self.window.deleteLater()
        self.window = None

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Give a window that the focus comes to its F1, if it has no menu that gives it one."""
        top = new.window() if new is not None else None
        if top is None or isinstance(top, QMainWindow) or top is self.window or not self._ours(top):
            return
        if top.findChild(QShortcut, _KEY) is None:
            shortcut = QShortcut(QKeySequence("F1"), top)
            shortcut.setObjectName(_KEY)
            shortcut.activated.connect(partial(self._asked_in, top))

    def _asked_in(self, top: QWidget) -> None:
        focus = QApplication.focusWidget()
        self.show_for(focus if focus is not None and focus.window() is top else top)


def classes_around(place: QWidget) -> Iterator[str]:
    """The names of the classes of a widget and of those around it, from the inside out."""
    around: QWidget | None = place
    while around is not None:
        yield type(around).__name__
        around = around.parentWidget()
