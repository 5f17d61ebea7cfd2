"""One section of an agreement as it is written: heading, guide, text, and below it what the model makes for it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from strategikort.desktop.agreement.remarks import Remarks
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.fields.editors import TextEditor
from strategikort.domain.agreements import Agreement, Section
from strategikort.domain.edits.sealed import text_lock
from strategikort.domain.phrases import phrase
from strategikort.domain.shape import field_of

_LINES = 4


class SectionBlock(QFrame):
    """Shows a section of the agreement that is chosen; a locked one says why and who may change it."""

    entered = Signal(object)
    """The `Section` in which somebody begins to write."""

    def __init__(self, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.section: Section | None = None
        box = QVBoxLayout(self)
        box.setContentsMargins(4, 12, 8, 4)
        box.setSpacing(5)
        self.heading = QLabel(self)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setWordWrap(True)
        self.heading.setProperty("heading", True)
        self.guide, self.lock = (QLabel(self) for _ in range(2))
        for label in (self.guide, self.lock):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setProperty("muted", True)
        self.editor = TextEditor(bridge, Section, field_of(Section, "text"), "", self, lines=_LINES)
        self.editor.caption.hide()
        self.editor.widget.installEventFilter(self)
        self.part: QWidget | None = None
        self.remarks = Remarks(bridge, self)
        self._box = box
        for widget in (self.heading, self.guide, self.lock, self.editor, self.remarks):
            box.addWidget(widget)

    def put_part(self, part: QWidget) -> None:
        """Put what the model makes for the section below its text."""
        self.part = part
        self._box.insertWidget(self._box.count() - 1, part)

    def show_section(self, agreement: Agreement, section: Section, heading: str, guide: str) -> None:
        """Show a section as it stands now."""
        self.section = section
        self.heading.setText(heading)
        self.guide.setText(guide)
        code = text_lock(agreement)
        lock = self._bridge.say(phrase(f"refused.{code}", agreement=agreement.title)) if code else ""
        if not lock and section.fixed:
            lock = self.tr("Decided centrally for several units. It is changed in Agreement > Change several drafts.")
        self.lock.setText(lock)
        self.lock.setVisible(bool(lock) and section.fixed)
        self.guide.setVisible(bool(guide) and not lock and not section.text)
        self.editor.show_record(section)
        self.editor.widget.setReadOnly(bool(lock))
        self.editor.widget.setAccessibleName(heading)
        self.editor.setVisible(bool(section.text) or not lock)
        self.remarks.show_section(agreement.id, section.id)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn and self.section is not None:
            self.entered.emit(self.section)
        return super().eventFilter(watched, event)
