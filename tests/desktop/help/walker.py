"""A newcomer who does what a line of the help says, and nothing else: menus, keys, buttons, fields, words."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QMainWindow, QMenu, QWidget
from pytestqt.qtbot import QtBot

from strategikort.application.help.book import Book
from strategikort.application.help.pages import Role, Shape, Words
from strategikort.desktop.actions import ACTIONS, said
from strategikort.desktop.program import Program
from strategikort.desktop.window.main_window import DocumentWindow
from tests.desktop.hands import Hands

NO_FOCUS = Qt.FocusPolicy.NoFocus
ENTRIES = {entry.id: entry for entry in ACTIONS}


def steps_of(book: Book) -> dict[str, list[Words]]:
    """The numbered steps of each section that has some, by its place in the book."""
    found = {
        f"{page.name}#{section.anchor}": [
            line for block in section.blocks if block.shape is Shape.STEPS for line in block.lines
        ]
        for page in book.pages.values()
        for section in page.sections
    }
    return {place: lines for place, lines in found.items() if lines}


class Walker:
    """Reads a step as people do: what is named is chosen, pressed, gone to or written, in the order of the words."""

    def __init__(self, qtbot: QtBot, program: Program) -> None:
        self._hands, self._program, self._qtbot = Hands(qtbot), program, qtbot

    def do(self, step: Words) -> None:
        """Do one step."""
        ways: dict[Role, Callable[[str], None]] = {
            Role.ACTION: self._choose,
            Role.KEY: self._hands.press,
            Role.SHOWN: self._use,
            Role.WRITTEN: self._write,
        }
        for bit in step:
            if bit.role in ways:
                self._look_up()
                ways[bit.role](bit.text)
        self._look_up()

    @property
    def top(self) -> QWidget:
        """The window that a person has before them."""
        return QApplication.activeModalWidget() or QApplication.activeWindow() or self._program.windows[-1]

    def _look_up(self) -> None:
        """Wait for the window on top; a window manager would hand on the keys, the screen of the tests has none."""
        for _ in range(3):
            QApplication.processEvents()
        top = self.top
        if QApplication.activeWindow() is not top:
            top.activateWindow()
            self._qtbot.waitUntil(lambda: QApplication.activeWindow() is top)

    def _choose(self, id: str) -> None:
        """An action by its key, or by its menu if it has none; it stands in that menu and can be chosen now."""
        window, entry = self.top, ENTRIES[id]
        assert isinstance(window, QMainWindow), f"{id} is asked for in {type(window).__name__}"
        assert isinstance(window, DocumentWindow) or id in window.actions_by_id
        action: QAction = window.actions_by_id[id]
        menu = next(one.menu() for one in window.menuBar().actions() if one.text() == said(entry.menu.value))
        assert isinstance(menu, QMenu) and action in menu.actions(), f"{id} is not in its menu"
        assert action.isEnabled(), f"{id} cannot be chosen"
        if entry.keys:
            self._hands.press(entry.keys[0])
        else:
            action.trigger()

    def _write(self, text: str) -> None:
        """Write where the keys go. A choice takes letters that come soon after others as one word with them."""
        if isinstance(self._hands.focus, QComboBox):
            self._qtbot.wait(QApplication.keyboardInputInterval() + 20)
        self._hands.write(text)

    def _use(self, words: str) -> None:
        """Press the button with these words, or else go to the field that is called so."""
        button = next(self._named(QAbstractButton, words), None)
        if button is not None:
            assert button.isEnabled(), f"the button {words} cannot be pressed"
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            return
        field = next(self._named(QWidget, words), None)
        assert field is not None, f"{words} is nowhere in {type(self.top).__name__}"
        assert field.isEnabled() and field.focusPolicy() & Qt.FocusPolicy.TabFocus, f"nothing can be written in {words}"
        field.setFocus(Qt.FocusReason.TabFocusReason)

    def _named(self, kind: type[QWidget], words: str) -> Iterator[QWidget]:
        """What is called so; after that what only begins so, as *Opret decentral aftale* does for *Opret*."""
        wanted, top = plain(words), self.top
        called = {label.buddy(): plain(label.text()) for label in top.findChildren(QLabel) if label.buddy()}
        seen = [one for one in top.findChildren(kind) if one.isVisible() and one.focusPolicy() != NO_FOCUS]
        names = {one: (called.get(one, ""), plain(heard(one))) for one in seen}
        yield from (one for one in seen if wanted in names[one])
        yield from (one for one in seen if any(name.startswith(f"{wanted} ") for name in names[one]))


def heard(widget: QWidget) -> str:
    """What a widget is called by a screen reader."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def plain(words: str) -> str:
    """Words without what belongs to the screen alone."""
    return words.replace("&", "").removesuffix(" ...").strip().casefold()
