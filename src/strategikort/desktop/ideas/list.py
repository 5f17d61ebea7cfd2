"""The ideas of the scratch pad as a list: worded anew in place, thrown away, copied, and dragged to the map."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QAbstractItemModel, QEvent, QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QWidget
from typing_extensions import override

from strategikort.domain.ideas import Idea
from strategikort.domain.shape import Id

IDEAS_MIME: Final = "application/x-strategikort-ideas"
_ID: Final = Qt.ItemDataRole.UserRole + 1
_OWN_KEYS: Final = (
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.Delete,
)


class IdeaModel(QStandardItemModel):
    """The ideas in their order; a text that is written in the list is told, not kept."""

    worded = Signal(object, object)
    """The identity of an idea and its new text."""

    def fill(self, ideas: Iterable[Idea]) -> None:
        """Show these ideas."""
        self.clear()
        for idea in ideas:
            item = QStandardItem(idea.text)
            item.setData(idea.id, _ID)
            item.setDropEnabled(False)
            item.setToolTip(idea.text)
            self.appendRow(item)

    def idea_at(self, index: QModelIndex | QPersistentModelIndex) -> Id:
        """The identity of the idea in a row."""
        return Id(str(index.data(_ID)))

    @override
    def setData(
        self, index: QModelIndex | QPersistentModelIndex, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        if role == Qt.ItemDataRole.EditRole:
            self.worded.emit(self.idea_at(index), str(value))
            return True
        return super().setData(index, value, role)

    @override
    def mimeTypes(self) -> list[str]:
        return [IDEAS_MIME, "text/plain"]

    @override
    def mimeData(self, indexes: Iterable[QModelIndex]) -> QMimeData:
        rows = sorted(indexes, key=lambda index: index.row())
        data = QMimeData()
        data.setData(IDEAS_MIME, "\n".join(self.idea_at(row) for row in rows).encode())
        data.setText("\n".join(str(row.data()) for row in rows))
        return data


def ideas_in(data: QMimeData) -> list[Id]:
    """The identities of the ideas that are being dragged; whether they are there, the document knows."""
    text = bytes(data.data(IDEAS_MIME).data()).decode("utf-8", "replace")
    return [Id(line) for line in text.split("\n") if line]


def _is_own(event: QKeyEvent) -> bool:
    """Whether a key means the ideas and not the goals of the map."""
    return event.key() == Qt.Key.Key_F2 or any(event.matches(key) for key in _OWN_KEYS)


class IdeaList(QListView):
    """Delete throws away, F2 words anew, Enter makes a goal, Ctrl+V writes down what is on the clipboard."""

    goal_wanted = Signal()
    thrown_away = Signal()
    pasted = Signal(object)
    """The lines (list of str) that were pasted."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.ideas = IdeaModel(self)
        self.setModel(self.ideas)
        self.setWordWrap(True)
        self.setSpacing(2)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)

    def chosen(self) -> list[Id]:
        """The identities of the selected ideas, from top to bottom."""
        rows = sorted(self.selectionModel().selectedIndexes(), key=lambda index: index.row())
        return [self.ideas.idea_at(row) for row in rows]

    def choose(self, ideas: Iterable[Id], *, row: int = 0) -> None:
        """Select these ideas; if none of them is there, that of ``row``, or the last one."""
        wanted = set(ideas)
        model: QAbstractItemModel = self.ideas
        rows = [at for at in range(model.rowCount()) if self.ideas.idea_at(model.index(at, 0)) in wanted]
        self.clearSelection()
        for at in rows or ([min(row, model.rowCount() - 1)] if model.rowCount() else []):
            self.setCurrentIndex(model.index(at, 0))

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and _is_own(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Delete):
            self.thrown_away.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit(QApplication.clipboard().text().splitlines())
        elif event.matches(QKeySequence.StandardKey.Copy):
            QApplication.clipboard().setMimeData(self.ideas.mimeData(self.selectionModel().selectedIndexes()))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.state() != self.State.EditingState:
            self.goal_wanted.emit()
        else:
            super().keyPressEvent(event)
