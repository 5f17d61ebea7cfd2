"""*Mine noter*: what somebody notes for himself about a goal or an agreement; it stays on this computer.

It is no edit: the document does not change, and the field has an undo of its own.
"""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from strategikort.desktop.bridge import Bridge
from strategikort.desktop.fields.buttons import flat
from strategikort.desktop.fields.editors import Typed, pause_timer
from strategikort.desktop.fields.entry import Text
from strategikort.desktop.look.settings import NOTES_SHOWN, Settings
from strategikort.domain.failures import KnownFailure
from strategikort.domain.shape import Id


class NoteText(Text):
    """Several lines of text that are no part of the document: Ctrl+Z takes back what was typed here, and only that."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, least=2, most=6)
        self.setUndoRedoEnabled(True)

    @override
    def event(self, event: QEvent) -> bool:
        return QPlainTextEdit.event(self, event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        QPlainTextEdit.keyPressEvent(self, event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        QPlainTextEdit.contextMenuEvent(self, event)


class PrivateNote(Typed):
    """The note on one record, folded away until somebody wants it."""

    def __init__(self, bridge: Bridge, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._settings = bridge, settings
        self._record: Id | None = None
        self._base = ""
        self._unkept: dict[Id, tuple[str, str]] = {}
        """What the disk refused, by record: the note and what it was made of."""
        self._displaying = self._dirty = False
        self._pause = pause_timer(self)
        self._pause.timeout.connect(self.commit)
        self.toggle = flat(self.tr("My notes"), self)
        self.toggle.setCheckable(True)
        self.text = NoteText(self)
        self.text.textChanged.connect(self._typed)
        self.text.left.connect(self.commit)
        self.hint, self.problem = (
            QLabel(self.tr("Only on this computer. The note is not in the file, on paper or in any export."), self),
            QLabel(self),
        )
        self.hint.setProperty("caption", True)
        self.problem.setProperty("tone", "error")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        for widget in (self.toggle, self.text, self.hint, self.problem):
            box.addWidget(widget)
        for label in (self.hint, self.problem):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.text.setAccessibleDescription(self.hint.text())
        self.toggle.setChecked(settings.get(NOTES_SHOWN))
        self.toggle.toggled.connect(self._unfold)
        settings.changed.connect(self._follow)
        self._say("")
        self._show_fold()
        self.hide()

    def show_note(self, record: Id | None, title: str) -> None:
        """Show the note on a record; nothing where there is none."""
        self.text.setAccessibleName(self.tr("My notes on %1").replace("%1", title))
        if record == self._record:
            return
        self.commit()
        self._record = record
        self.setVisible(record is not None)
        self._read()

    @property
    @override
    def pending(self) -> bool:
        return self._dirty or bool(self._unkept)

    @override
    def commit(self) -> None:
        """Keep what has been typed, and what the disk refused before."""
        self._pause.stop()
        if self._dirty and self._record is not None:
            self._unkept[self._record] = (self.text.toPlainText(), self._base)
        self._dirty = False
        for record, (note, base) in tuple(self._unkept.items()):
            self._keep(record, note, base)

    def _keep(self, record: Id, note: str, base: str) -> None:
        try:
            kept = self._bridge.workspace.session.notes.write(record, note, base=base)
        except KnownFailure as failure:
            if record == self._record:
                self._say(self._bridge.say(failure.phrase))
            return
        del self._unkept[record]
        if record == self._record:
            self._base = kept
            self._put(kept)
            self._say("")

    def _read(self) -> None:
        """Show what is kept, unless something is being typed."""
        if self._record is None or self._dirty:
            return
        said, note = "", ""
        try:
            note = self._bridge.workspace.session.notes.read(self._record)
        except KnownFailure as failure:
            said = self._bridge.say(failure.phrase)
        self._base = note
        if self._record in self._unkept:
            note, self._base = self._unkept[self._record]
        self._put(note)
        self._say(said)

    def _put(self, note: str) -> None:
        if note != self.text.toPlainText():
            cursor = self.text.textCursor()
            place = cursor.position()
            self._displaying = True
            self.text.setPlainText(note)
            self._displaying = False
            cursor.setPosition(min(place, len(self.text.toPlainText())))
            self.text.setTextCursor(cursor)
        self._show_fold()

    def _say(self, said: str) -> None:
        self.problem.setText(said)
        self.problem.setVisible(bool(said))

    def _typed(self) -> None:
        if not self._displaying:
            self._dirty = True
            self._pause.start()

    def _unfold(self, unfolded: bool) -> None:
        self._settings.put(NOTES_SHOWN, unfolded)
        self._show_fold()
        if unfolded and self.toggle.hasFocus():
            self.text.setFocus()

    def _follow(self, setting: object) -> None:
        if setting is NOTES_SHOWN:
            self.toggle.setChecked(self._settings.get(NOTES_SHOWN))

    def _show_fold(self) -> None:
        unfolded = self.toggle.isChecked()
        for widget in (self.text, self.hint):
            widget.setVisible(unfolded)
        written = bool(self.text.toPlainText().strip()) and not unfolded
        self.toggle.setText(self.tr("My notes (written)") if written else self.tr("My notes"))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read()

    @override
    def event(self, event: QEvent) -> bool:
        """Show what another window has written meanwhile, when the user comes back to this one."""
        if event.type() is QEvent.Type.WindowActivate:
            self._read()
        return super().event(event)
