"""Entry fields that point to other records, one or many: chosen by typing a part of the name."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from strategikort.desktop.bridge import Bridge
from strategikort.desktop.fields.choosing import NAMED, Options, centres, fill_with_new, find_named, name_of, options
from strategikort.desktop.fields.editors import Editor
from strategikort.desktop.fields.entry import Choice, Line
from strategikort.domain.changes import ChangeSet
from strategikort.domain.document import Document
from strategikort.domain.shape import Field, Id, Record

_MANY: dict[str, str] = {"affects": "target_group", "applies_to": "org_unit", "responsible_centres": "org_unit"}
"""The tables that fields with many identities point to."""


class Picker(Choice):
    """A choice among many records that can be typed into; part of a name is enough."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(Choice.InsertPolicy.NoInsert)
        self.line = Line(self)
        self.setLineEdit(self.line)
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCompleter(completer)
        self._options: Options = ()

    def offer(self, choices: Options, *, none: bool) -> None:
        """Let the user choose among these, and with ``none`` nothing at all."""
        wanted: Options = ((Id(""), ""), *choices) if none else choices
        if wanted != self._options:
            self._options = wanted
            text = self.line.text()
            self.clear()
            self.addItems([name for _, name in wanted])
            self.line.setText(text)

    @property
    def choices(self) -> Options:
        """What can be chosen now."""
        return self._options

    def show_choice(self, identity: Id | None, text: str) -> None:
        """Show what is chosen."""
        place = next((row for row, (one, _) in enumerate(self._options) if one == (identity or "")), -1)
        self.setCurrentIndex(place)
        self.line.setText(text)
        self.line.setCursorPosition(0)


class _PickingEditor(Editor):
    """Points to records of one table, chosen in a picker or made by writing a new name there."""

    _table: str
    picker: Picker

    @property
    @override
    def pending(self) -> bool:
        return self.picker.line.isModified()

    @override
    def commit(self) -> None:
        line = self.picker.line
        if line.isModified():
            line.setModified(False)
            self.take(line.text().strip())

    def take(self, text: str) -> None:
        """Point to what is called ``text``, or make it."""
        raise NotImplementedError

    def _make(self, text: str, *, add: bool) -> None:
        """Make a record of that name and point to it, with ``add`` beside those that are pointed to."""
        identity = self._identity
        if identity is None:
            return

        def make(document: Document) -> ChangeSet:
            return fill_with_new(
                document,
                self.kind,
                identity,
                self.field.name,
                table=self._table,
                called=text,
                new_id=self.bridge.workspace.new_id,
                add=add,
            )

        self.bridge.edit(make)


class ReferenceEditor(_PickingEditor):
    """Points to one record; a new name makes a new record where that is allowed."""

    def __init__(
        self, bridge: Bridge, kind: type[Record], field: Field, caption: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(bridge, kind, field, caption, parent)
        assert field.refers is not None
        self._table = field.refers
        self.picker = Picker(self)
        self.picker.activated.connect(self._chosen)
        self.picker.line.left.connect(self.commit)
        if self._table in NAMED:
            self.picker.line.setPlaceholderText(self.tr("Choose, or write a new name"))
        self.place(self.picker)

    @override
    def display(self, value: object, *, same: bool) -> None:
        if same and self.picker.line.hasFocus() and self.picker.line.isModified():
            return
        document = self.bridge.document
        self.picker.offer(self.offered(document), none=self.field.optional)
        identity = Id(value) if isinstance(value, str) else None
        self.picker.show_choice(identity, name_of(document, identity) if identity else "")
        self.hint("")

    def offered(self, document: Document) -> Options:
        """What the user can choose among."""
        return options(document, self._table)

    @override
    def take(self, text: str) -> None:
        found = find_named(self.picker.choices, text)
        if found is not None:
            self.fill(found or None)
        elif not text and self.field.optional:
            self.fill(None)
        elif self._table in NAMED and text:
            self._make(text, add=False)
        else:
            self.hint(self.tr("There is none of that name."), wrong=True)

    def _chosen(self, place: int) -> None:
        self.picker.line.setModified(False)
        self.fill(self.picker.choices[place][0] or None)


class ManyEditor(_PickingEditor):
    """Points to several records: a line for each with a way to take it off, and one to add another."""

    def __init__(
        self, bridge: Bridge, kind: type[Record], field: Field, caption: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(bridge, kind, field, caption, parent)
        self._table = _MANY[field.name]
        self._chosen: tuple[Id, ...] = ()
        self._rows: list[QWidget] = []
        whole = QWidget(self)
        self._list = QVBoxLayout(whole)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(2)
        self.picker = Picker(whole)
        self.picker.line.setPlaceholderText(self.tr("Add ..."))
        self.picker.activated.connect(self._add)
        self.picker.line.left.connect(self.commit)
        self._list.addWidget(self.picker)
        self.place(whole)
        self.picker.setAccessibleName(caption)

    @override
    def display(self, value: object, *, same: bool) -> None:
        chosen = tuple(Id(one) for one in value) if isinstance(value, tuple) else ()
        document = self.bridge.document
        every = centres(document) if self.field.name == "responsible_centres" else options(document, self._table)
        self.picker.offer(tuple(pair for pair in every if pair[0] not in chosen), none=False)
        if not (same and self.picker.line.isModified()):
            self.picker.show_choice(None, "")
        for row in self._rows:
            self._list.removeWidget(row)
            row.deleteLater()
        self._chosen = chosen
        self._rows = [self._row(one, name_of(document, one)) for one in chosen]
        for place, row in enumerate(self._rows):
            self._list.insertWidget(place, row)

    def _row(self, identity: Id, text: str) -> QWidget:
        row = QWidget(self)
        box = QHBoxLayout(row)
        box.setContentsMargins(2, 0, 0, 0)
        label = QLabel(text, row)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        box.addWidget(label, 1)
        button = QToolButton(row)
        button.setText("×")
        button.setProperty("plain", True)
        button.setProperty("identity", identity)
        button.setToolTip(self.tr("Take off"))
        button.setAccessibleName(self.tr("Take off %1").replace("%1", text))
        button.clicked.connect(self._take_off)
        box.addWidget(button)
        return row

    def _take_off(self) -> None:
        identity = self.sender().property("identity")
        self.fill(tuple(one for one in self._chosen if one != identity))

    def _add(self, place: int) -> None:
        self.picker.line.setModified(False)
        self.fill((*self._chosen, self.picker.choices[place][0]))

    @override
    def take(self, text: str) -> None:
        found = find_named(self.picker.choices, text) if text else None
        if found:
            self.fill((*self._chosen, found))
        elif text and self._table in NAMED and self._identity:
            self._make(text, add=True)
        elif text:
            self.hint(self.tr("There is none of that name."), wrong=True)
