"""What a person does at the keyboard, and sees of where the keys go."""

from collections.abc import Callable

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from strategikort.desktop.keys.palette import Palette

MOST_TABS = 60


class Hands:
    """Ten fingers on a keyboard, and eyes that see where the focus is."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot

    @property
    def focus(self) -> QWidget:
        widget = QApplication.activePopupWidget() or QApplication.focusWidget() or QApplication.activeWindow()
        assert widget is not None, "nothing has the keys"
        return widget

    def press(self, *keys: str) -> None:
        for key in keys:
            combination = QKeySequence.fromString(key, QKeySequence.SequenceFormat.PortableText)[0]
            QTest.keyClick(self.focus, combination.key(), combination.keyboardModifiers())
            QApplication.processEvents()

    def write(self, text: str) -> None:
        QTest.keyClicks(self.focus, text)

    def tab_to(self, name: str) -> None:
        """Tab on until the widget of that name has the focus."""
        for _ in range(MOST_TABS):
            if self.focus.objectName() == name:
                return
            self.press("Tab")
        raise AssertionError(f"{name} cannot be reached by Tab")

    def command(self, text: str) -> None:
        """What the palette finds for a few letters."""
        self.press("Ctrl+K")
        self.wait_for(Palette)
        self.write(text)
        self.press("Return")
        self.wait(lambda: QApplication.activeWindow() is not None)

    def wait(self, until: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(until, timeout=10_000)

    def back_to(self, window: QWidget) -> None:
        """What a window manager does when a dialog closes, and the screen of the tests has none."""
        window.activateWindow()
        self.wait(lambda: QApplication.activeWindow() is window)

    def wait_for(self, kind: type[QDialog]) -> None:
        self.wait(lambda: isinstance(QApplication.activeWindow(), kind))
