"""Records that belong to an agreement, such as promises and hearings: a card each, unfolded to be written."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from strategikort.desktop.bridge import Bridge
from strategikort.desktop.fields.buttons import cross, flat
from strategikort.desktop.fields.editors import commit_all
from strategikort.desktop.fields.record_form import RecordForm, Row
from strategikort.domain.edits.records import add_records, remove_record
from strategikort.domain.shape import Id, Record

R = TypeVar("R", bound=Record)


class RecordCard(QFrame, Generic[R]):
    """One record: how it is called, and all its fields unfolded."""

    def __init__(
        self, bridge: Bridge, kind: type[R], record: R, rows: Sequence[Row], said: Callable[[R], str], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._bridge, self._kind, self._rows = bridge, kind, rows
        self._said: Callable[[R], str] = said
        self.record = record.id
        self.record_form: RecordForm | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(10, 8, 10, 8)
        self._box.setSpacing(4)
        self.head = QLabel(self)
        self.head.setTextFormat(Qt.TextFormat.PlainText)
        self.head.setWordWrap(True)
        self.remove = cross(self.tr("Remove"), self)
        self.remove.clicked.connect(self._take_away)
        self.toggle = flat(self.tr("Write"), self)
        self.toggle.setCheckable(True)
        self.toggle.toggled.connect(self._unfold)
        row = QHBoxLayout()
        row.addWidget(self.head, 1)
        row.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        self._box.addLayout(row)
        self.refresh(record)

    def refresh(self, record: R) -> None:
        """Show the record as it stands now."""
        self.head.setText(self._said(record) or "–")
        self.toggle.setAccessibleName(f"{self.toggle.text()}: {self.head.text()}")
        if self.record_form is not None:
            self.record_form.show_record(record)

    def _unfold(self, unfolded: bool) -> None:
        if unfolded and self.record_form is None:
            self.record_form = RecordForm(self._bridge, self._kind, self._rows, self)
            self._box.addWidget(self.record_form)
        if self.record_form is not None:
            commit_all(self.record_form)
            self.record_form.setVisible(unfolded)
            self.record_form.show_record(self._bridge.document.get(self._kind, self.record))

    def _take_away(self) -> None:
        commit_all(self)
        kind, gone = self._kind, self.record
        self._bridge.edit(lambda document: remove_record(document, kind, gone, code="edit.remove_record"))


class RecordCards(QWidget, Generic[R]):
    """The records of one kind under an agreement, in their order, and a way to add one."""

    def __init__(
        self,
        bridge: Bridge,
        kind: type[R],
        rows: Sequence[Row],
        *,
        said: Callable[[R], str],
        found: Callable[[], Sequence[R]],
        made: Callable[[], R],
        add: str,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._bridge, self._kind, self._rows = bridge, kind, rows
        self._said: Callable[[R], str] = said
        self._found: Callable[[], Sequence[R]] = found
        self._made: Callable[[], R] = made
        self.cards: list[RecordCard[R]] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(6)
        self.add = flat(add, self)
        self.add.clicked.connect(self._add)
        self._box.addWidget(self.add)

    def refresh(self, *, locked: bool) -> None:
        """Show the records as they stand now; ``locked`` ones are only read."""
        found = self._found()
        kept = {card.record: card for card in self.cards}
        self.cards = []
        for place, one in enumerate(found):
            card = kept.pop(one.id, None) or RecordCard(self._bridge, self._kind, one, self._rows, self._said, self)
            self.cards.append(card)
            self._box.insertWidget(place, card)
            card.refresh(one)
            card.remove.setVisible(not locked)
            card.toggle.setVisible(not locked)
        for gone in kept.values():
            self._box.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self.add.setVisible(not locked)

    def _add(self) -> None:
        made = self._made()
        if self._bridge.edit(lambda document: add_records("edit.add_record", [made])) is not None:
            card = next((one for one in self.cards if one.record == made.id), None)
            if card is not None:
                card.toggle.setChecked(True)

    def holds(self, record: Id) -> bool:
        """Whether one of the cards shows this record."""
        return any(card.record == record for card in self.cards)
