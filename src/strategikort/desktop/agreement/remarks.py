"""What chief and leader say to each other about a section while it is written; never printed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from strategikort.desktop.bridge import Bridge
from strategikort.desktop.fields.buttons import flat
from strategikort.desktop.fields.entry import Line
from strategikort.desktop.look.clearing import clear
from strategikort.domain.edits.reviews import close_remark, remark_on_section, remarks_on_section
from strategikort.domain.shape import Id


class Remarks(QWidget):
    """The open remarks on a section, and a line to say something; folded away while there are none."""

    def __init__(self, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._section: Id | None = None
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        self.toggle = flat(self.tr("Remark"), self)
        self.toggle.setCheckable(True)
        self.toggle.toggled.connect(self._unfold)
        self.list = QVBoxLayout()
        self.line = Line(self)
        self.line.setPlaceholderText(self.tr("Say something about the section ..."))
        self.line.setAccessibleName(self.tr("Remark on the section"))
        self.line.returnPressed.connect(self.say)
        self.line.hide()
        box.addWidget(self.toggle)
        box.addLayout(self.list)
        box.addWidget(self.line)

    def show_section(self, agreement: Id, section: Id) -> None:
        """Show what is said of a section as the document stands."""
        if section != self._section:
            self.line.clear()
            self.toggle.setChecked(False)
        self._section = section
        found = remarks_on_section(self._bridge.document, section)
        many = self.tr("%1 remarks").replace("%1", str(len(found)))
        self.toggle.setText((self.tr("1 remark"), many)[len(found) > 1] if found else self.tr("Remark"))
        clear(self.list)
        for one in found:
            row = QWidget(self)
            box = QHBoxLayout(row)
            box.setContentsMargins(8, 0, 0, 0)
            day = self._bridge.workspace.words.date(one.said_at.date()) if one.said_at else ""
            label = QLabel(f"{', '.join(filter(None, (one.who, day)))}: {one.text}", row)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            done = flat(self.tr("Done"), row)
            done.setAccessibleName(f"{done.text()}: {one.text}")
            done.clicked.connect(lambda _=False, comment=one.id: self._close(comment))
            box.addWidget(label, 1)
            box.addWidget(done)
            self.list.addWidget(row)

    def _unfold(self, unfolded: bool) -> None:
        self.line.setVisible(unfolded)
        if unfolded:
            self.line.setFocus()

    def say(self) -> None:
        """Say what is written."""
        section, session, new_id = self._section, self._bridge.workspace.session, self._bridge.workspace.new_id
        text = self.line.text()
        if section is None or not text.strip():
            return
        made = self._bridge.edit(
            lambda document: remark_on_section(
                document, section, text=text, who=session.who, now=session.now(), new_id=new_id
            )
        )
        if made is not None:
            self.line.clear()

    def _close(self, comment: Id) -> None:
        who, today = self._bridge.workspace.session.who, self._bridge.workspace.today()
        self._bridge.edit(lambda document: close_remark(document, comment, who=who, today=today))
