"""Words that are spelled wrongly in a text field: a quiet line under them, and what may be meant in the menu."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QColor, QSyntaxHighlighter, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QMenu
from typing_extensions import override

from strategikort.desktop.fields.entry import Text
from strategikort.desktop.spelling import Spelling
from strategikort.domain.document import Document

_WAVE: Final = QColor("#C0392B")


class SpellingMarks(QSyntaxHighlighter):
    """Marks the words of one field, but not the one that is being typed, and offers what may be meant in its menu."""

    def __init__(self, field: Text, shared: Spelling, document: Callable[[], Document]) -> None:
        super().__init__(field.document())
        self._field, self._shared, self._current = field, shared, document
        self._typed_in = -1
        """The number of the block in which a word was left alone because it is being typed."""
        shared.changed.connect(self.rehighlight)
        field.cursorPositionChanged.connect(self._look_again)
        field.left.connect(self._look_again)
        field.offers = self._offers

    @override
    def highlightBlock(self, text: str) -> None:
        mark = QTextCharFormat()
        mark.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
        mark.setUnderlineColor(_WAVE)
        cursor, block = self._field.textCursor(), self.currentBlock()
        here = cursor.position() - block.position() if self._field.hasFocus() and cursor.block() == block else -1
        for place, word in self._wrong(text):
            if place <= here <= place + _size(word):
                self._typed_in = block.blockNumber()
            else:
                self.setFormat(place, _size(word), mark)

    def _wrong(self, text: str) -> list[tuple[int, str]]:
        """The wrong words of a block, with their places as Qt counts them."""
        return [(_size(text[:place]), word) for place, word in self._shared.wrong(text, self._current())]

    def _look_again(self) -> None:
        """Mark the word that was being typed, once the cursor has left it."""
        number, self._typed_in = self._typed_in, -1
        if number >= 0:
            self.rehighlightBlock(self.document().findBlockByNumber(number))

    def _offers(self, cursor: QTextCursor, menu: QMenu) -> list[QAction]:
        """What the menu offers for the word at a place, if it is marked."""
        place = cursor.position() - cursor.block().position()
        for start, word in self._wrong(cursor.block().text()):
            if start <= place <= start + _size(word):
                spot = cursor.block().position() + start
                made = [self._action(menu, one, partial(self._put, spot, word, one)) for one in self._meant(word)]
                learn = self.tr("Add »%1« to my words").replace("%1", word)
                made.append(self._action(menu, learn, partial(self._shared.learn, word)))
                made.append(self._action(menu, self.tr("Ignore"), partial(self._shared.ignore, word)))
                return made
        return []

    def _meant(self, word: str) -> tuple[str, ...]:
        self._field.setCursor(Qt.CursorShape.WaitCursor)
        found = self._shared.suggestions(word)
        self._field.unsetCursor()
        return found

    def _action(self, menu: QMenu, text: str, go: Callable[[], None]) -> QAction:
        action = QAction(text, menu)
        action.triggered.connect(go)
        return action

    def _put(self, spot: int, word: str, instead: str) -> None:
        """Write another word in the place of one, as if it were typed."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(spot)
        cursor.setPosition(spot + _size(word), QTextCursor.MoveMode.KeepAnchor)
        if cursor.selectedText() == word and not self._field.isReadOnly():
            cursor.insertText(instead)


def _size(text: str) -> int:
    """How long a text is for Qt, to which letters beyond the first 65,536, such as emoji, are two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
