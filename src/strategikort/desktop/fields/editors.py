"""Entry fields bound to one field of a record: they show what the document says, and edit it as the user types."""

from enum import StrEnum

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QLabel,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from strategikort.desktop.bridge import Bridge
from strategikort.desktop.fields.entry import Choice, Line, Text
from strategikort.desktop.fields.spelling_marks import SpellingMarks
from strategikort.desktop.look.words import word_of
from strategikort.domain.changes import ChangeSet
from strategikort.domain.document import Document
from strategikort.domain.edits.records import set_field
from strategikort.domain.shape import Field, Id, Record
from strategikort.domain.texts import one_line, tidied

PAUSE_MS = 300
"""How long a pause in typing is before what was typed is kept."""


class Typed(QWidget):
    """Something is typed into it that is kept by itself: after a pause, and when the work goes on elsewhere."""

    def commit(self) -> None:
        """Keep what has been typed."""

    @property
    def pending(self) -> bool:
        """Whether something has been typed that is not kept yet."""
        return False


class Editor(Typed):
    """One field of the record shown, with its caption above and a hint below where one is needed."""

    def __init__(
        self, bridge: Bridge, kind: type[Record], field: Field, caption: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.kind = kind
        self.field = field
        self.setObjectName(f"field_{field.name}")
        self.caption = QLabel(caption, self)
        self.caption.setProperty("caption", True)
        self._hint = QLabel(self)
        self._hint.setProperty("caption", True)
        self._hint.setWordWrap(True)
        self._hint.hide()
        self._identity: Id | None = None
        self._shown: object = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(3)
        self._box.addWidget(self.caption)

    def place(self, widget: QWidget) -> None:
        """Put the entry widget under the caption."""
        self._box.addWidget(widget)
        self._box.addWidget(self._hint)
        self.caption.setBuddy(widget)
        widget.setAccessibleName(self.caption.text())

    def show_record(self, record: Record | None) -> None:
        """Show the field of ``record``; what is being typed for the same record is left alone."""
        identity = record.id if record else None
        same = identity == self._identity
        self._identity = identity
        self._shown = getattr(record, self.field.name) if record else None
        self.display(self._shown, same=same)

    def display(self, value: object, *, same: bool) -> None:
        """Show ``value``; ``same`` if it is for the record that was shown before."""
        raise NotImplementedError

    def hint(self, text: str, *, wrong: bool = False) -> None:
        """Say something below the field; nothing hides the line."""
        self._hint.setText(text)
        self._hint.setVisible(bool(text))
        self._hint.setProperty("tone", "error" if wrong else "")
        self._hint.style().unpolish(self._hint)
        self._hint.style().polish(self._hint)

    def fill(self, value: object) -> None:
        """Make ``value`` the field's."""
        if self._identity is None or value == self._shown:
            return
        identity = self._identity

        def make(document: Document) -> ChangeSet:
            return set_field(document, self.kind, identity, self.field.name, value)

        self.bridge.edit(make)


class TextEditor(Editor):
    """A text of one or several lines; how much room is left is said when it gets scarce."""

    def __init__(
        self,
        bridge: Bridge,
        kind: type[Record],
        field: Field,
        caption: str,
        parent: QWidget | None = None,
        *,
        lines: int = 1,
    ) -> None:
        super().__init__(bridge, kind, field, caption, parent)
        self.widget: Line | Text = Text(self, least=lines) if lines > 1 else Line(self)
        self._pause = pause_timer(self)
        self._pause.timeout.connect(self.commit)
        if isinstance(self.widget, Line):
            self.widget.textEdited.connect(self._typed)
        else:
            self.widget.textChanged.connect(self._typed)
        self.widget.left.connect(self.leave)
        self._displaying = False
        self._seen = ""
        if isinstance(self.widget, Text) and bridge.spelling is not None:
            self._marks = SpellingMarks(self.widget, bridge.spelling, lambda: bridge.document)
        self.place(self.widget)

    @property
    def text(self) -> str:
        """What stands in the field now."""
        return self.widget.text() if isinstance(self.widget, Line) else self.widget.toPlainText()

    @property
    @override
    def pending(self) -> bool:
        return self._pause.isActive()

    @override
    def display(self, value: object, *, same: bool) -> None:
        if same and (self.pending or self._tidy(self.text) == value):
            return
        self._pause.stop()
        self._put(str(value or ""))
        self._tell_room()

    @override
    def commit(self) -> None:
        self._pause.stop()
        text = self._tidy(self.text)
        if len(text) <= self._most:
            self.fill(text)

    def leave(self) -> None:
        """Keep what was typed, and show it as it was kept."""
        self.commit()
        if len(self._tidy(self.text)) <= self._most:
            self._put(str(self._shown or ""))

    @property
    def _most(self) -> int:
        return self.field.length.most if self.field.length else 10_000

    def _tidy(self, text: str) -> str:
        return one_line(text) if self._most < 300 else tidied(text)

    def _put(self, text: str) -> None:
        if text == self.text:
            return
        self._displaying = True
        if isinstance(self.widget, Line):
            self.widget.setText(text)
            self.widget.setCursorPosition(0)
        else:
            self.widget.setPlainText(text)
        self._seen = self.text
        self._displaying = False

    def _typed(self) -> None:
        # Qt tells a new mark under a word as a change of the text
        if not self._displaying and self.text != self._seen:
            self._seen = self.text
            self._pause.start()
            self.bridge.typing.emit()
            self._tell_room()

    def _tell_room(self) -> None:
        size = len(self._tidy(self.text))
        left = self._most - size
        wrong = left < 0
        if self.widget.property("wrong") != wrong:
            self.widget.setProperty("wrong", wrong)
            self.widget.style().unpolish(self.widget)
            self.widget.style().polish(self.widget)
        if wrong:
            self.hint(self.tr("%n character(s) too many. It is kept when it is shorter.", "", -left), wrong=True)
        elif left < max(20, self._most // 10):
            self.hint(self.tr("Room for %n more character(s)", "", left))
        else:
            self.hint("")


class FlagEditor(Editor):
    """Something that is so or not."""

    def __init__(
        self, bridge: Bridge, kind: type[Record], field: Field, caption: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(bridge, kind, field, caption, parent)
        self.check = QCheckBox(caption, self)
        self.check.clicked.connect(self.fill)
        self.place(self.check)
        self.caption.hide()

    @override
    def display(self, value: object, *, same: bool) -> None:
        self.check.setChecked(bool(value))


class ChoiceEditor(Editor):
    """One of a few values; an empty line for none where none is allowed."""

    def __init__(
        self,
        bridge: Bridge,
        kind: type[Record],
        field: Field,
        caption: str,
        parent: QWidget | None = None,
        *,
        values: tuple[tuple[object, str], ...],
    ) -> None:
        super().__init__(bridge, kind, field, caption, parent)
        self._values = [value for value, _ in values]
        self.choice = Choice(self)
        for _, text in values:
            self.choice.addItem(text)
        self.choice.activated.connect(self._chosen)
        self.place(self.choice)

    @override
    def display(self, value: object, *, same: bool) -> None:
        if value not in self._values and value:
            self._values.append(value)
            self.choice.addItem(str(value))
        self.choice.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    def _chosen(self, place: int) -> None:
        self.fill(self._values[place])


def members(kind: type[StrEnum], *, none: bool) -> tuple[tuple[object, str], ...]:
    """The values of an enumeration with their words, and a dash for none first if it is allowed."""
    values: list[tuple[object, str]] = [(None, "–")] if none else []
    return (*values, *((member, word_of(member)) for member in kind))


def pause_timer(parent: QObject) -> QTimer:
    """Runs once after a pause in typing; to be started anew with each key."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(PAUSE_MS)
    return timer


def commit_all(root: QWidget) -> None:
    """Keep whatever is being typed in any field under ``root``."""
    for editor in root.findChildren(Typed):
        if editor.pending:
            editor.commit()
