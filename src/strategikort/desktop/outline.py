"""The outline panel: all goals as a list, in step with the map; renamed in place, searched from the tool bar."""

from collections.abc import Iterable

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from strategikort.cascade.findings import Severity
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.entry import Line
from strategikort.desktop.fonts import scaled
from strategikort.desktop.forms.outline_panel import Ui_OutlinePanelForm
from strategikort.desktop.icons import icon
from strategikort.desktop.marks import paint_mark
from strategikort.desktop.outline_model import COUNT_ROLE, GOAL_ROLE, OutlineModel
from strategikort.desktop.theme import Theme
from strategikort.desktop.title_room import too_long
from strategikort.domain.goals import Goal
from strategikort.domain.shape import Id
from strategikort.domain.texts import folded

Index = QModelIndex | QPersistentModelIndex
_ROW = 27
_MARK = 10


class OutlineDelegate(QStyledItemDelegate):
    """Paints a line: mark, title, the number of goals under it or the sign of a finding."""

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, max(_ROW, option.fontMetrics.height() + 8))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._theme
        rect = QRectF(option.rect)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.accent_wash)
            painter.drawRoundedRect(rect.adjusted(0, 1, -6, -1), 5, 5)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.accent)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(0.5, 1.5, -6.5, -1.5), 5, 5)
        goal = index.data(GOAL_ROLE)
        left = rect.left() + 6
        colour = theme.text
        if isinstance(goal, Goal):
            mark = QRectF(left, rect.center().y() - _MARK / 2 + 0.5, _MARK, _MARK)
            paint_mark(painter, goal.kind, mark, theme.of_kind(goal.kind))
        else:
            colour = theme.error
            painter.setPen(colour)
            painter.drawText(QRectF(left - 2, rect.top(), 16, rect.height()), Qt.AlignmentFlag.AlignCenter, "▲")
        left += _MARK + 8
        aside, aside_colour = self._aside(goal, index)
        painter.setFont(scaled(painter.font(), 0.92))
        room = painter.fontMetrics().horizontalAdvance(aside) + 14
        painter.setPen(aside_colour)
        right = QRectF(rect.right() - room, rect.top(), room - 12, rect.height())
        painter.drawText(right, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, aside)
        painter.setFont(option.font)
        painter.setPen(colour)
        width = right.left() - left - 2
        text = option.fontMetrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, int(width))
        painter.drawText(QRectF(left, rect.top(), width, rect.height()), Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()

    def _aside(self, goal: object, index: Index) -> tuple[str, object]:
        count = index.data(COUNT_ROLE)
        if not isinstance(goal, Goal):
            return str(count or ""), self._theme.error
        worst = {finding.severity for finding in self._bridge.findings_of(goal.id)}
        number = str(count) if count else ""
        if Severity.ERROR in worst:
            return f"{number} ▲".strip(), self._theme.error
        if Severity.WARNING in worst:
            return f"{number} !".strip(), self._theme.warning
        return number, self._theme.muted

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = Line(parent)
        editor.setProperty("before", index.data(Qt.ItemDataRole.EditRole))
        editor.setStyleSheet("min-height: 0; padding: 1px 4px; border-radius: 4px;")
        return editor

    @override
    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        ends = event.type() is QEvent.Type.FocusOut or (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        )
        if ends and isinstance(editor, Line) and too_long(editor, str(editor.property("before"))):
            return event.type() is not QEvent.Type.FocusOut
        return super().eventFilter(editor, event)

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, Line) and editor.text() != editor.property("before"):
            super().setModelData(editor, model, index)

    @override
    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(option.rect.adjusted(20, 0, -4, 0))


class OutlinePanel(QWidget):
    """The outline with its head."""

    closed = Signal()
    """The user closed the panel."""

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._form = Ui_OutlinePanelForm()
        self._form.setupUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.tree = self._form.tree
        self.model = OutlineModel(bridge, self)
        self.tree.setModel(self.model)
        self.tree.setItemDelegate(OutlineDelegate(bridge, theme, self.tree))
        self._form.close.setIcon(icon("close", theme, size=16, color=theme.muted))
        self._form.close.clicked.connect(self.closed)
        self._following = False
        self._hits: list[Id] = []
        self._to_unfold: list[Id] = []
        self.tree.selectionModel().selectionChanged.connect(self._chosen)
        self.model.rowsAboutToBeRemoved.connect(self._remember_unfolded)
        self.model.followed.connect(self._after_following)
        bridge.selected.connect(self._follow_selection)
        bridge.changed.connect(self._count)
        bridge.checked.connect(self.tree.viewport().update)
        self._count()
        self.tree.expandToDepth(1)

    def rename(self) -> None:
        """Type a new title for the selected goal, in place."""
        index = self.tree.currentIndex()
        if self.model.goal_at(index):
            self.tree.setFocus()
            self.tree.edit(index)

    def search(self, text: str) -> list[Id]:
        """Show only goals whose title or code holds ``text``, and the way to them; gives the hits, all for nothing."""
        wanted = folded(text)
        if not wanted:
            self._hits = []
            self.model.filter(None)
            self._follow_selection(self._bridge.selection)
            return []
        goals = self._bridge.document.all(Goal).values()
        self._hits = [goal.id for goal in goals if wanted in folded(f"{goal.code} {goal.title}")]
        self.model.filter(self._hits)
        for hit in self._hits[:200]:
            self._reveal(hit)
        return self._hits

    def _reveal(self, goal: Id) -> QModelIndex:
        index = self.model.place_of(goal)
        above = index.parent()
        while above.isValid():
            self.tree.expand(above)
            above = above.parent()
        return index

    def _count(self) -> None:
        self._form.count.setText(self.tr("%n goal(s)", "", len(self._bridge.document.all(Goal))))

    def _remember_unfolded(self, parent: QModelIndex, first: int, last: int) -> None:
        """Lines that leave may come back elsewhere, and are unfolded there if they are now; the highest first."""
        waiting = [self.model.index(row, 0, parent) for row in range(first, last + 1)]
        while waiting:
            index = waiting.pop()
            goal = self.model.goal_at(index)
            if self.tree.isExpanded(index):
                self._to_unfold += [goal] if goal else []
                waiting += [self.model.index(row, 0, index) for row in range(self.model.rowCount(index))]

    def _after_following(self) -> None:
        """Unfold and select again what the model moved away and back."""
        unfold, self._to_unfold = self._to_unfold, []
        for goal in unfold:
            self.model.place_of(goal)
            for place in self.model.places_of(goal):
                self.tree.expand(place)
        shown = {self.model.goal_at(index) for index in self.tree.selectionModel().selectedIndexes()}
        if shown != set(self._bridge.selection):
            self._follow_selection(self._bridge.selection)

    def _chosen(self) -> None:
        if self._following or self.model.following:
            return
        current = self.model.goal_at(self.tree.currentIndex())
        goals = [self.model.goal_at(index) for index in self.tree.selectionModel().selectedIndexes()]
        first = [current] if current in goals else []
        self._following = True
        self._bridge.select([goal for goal in (*first, *goals) if goal])
        self._following = False

    def _follow_selection(self, goals: object) -> None:
        if self._following or not isinstance(goals, Iterable):
            return
        self._following = True
        chosen = QItemSelection()
        last = QModelIndex()
        for goal in list(goals)[:200]:
            current = self.tree.currentIndex()
            index = current if self.model.goal_at(current) == goal else self._reveal(goal)
            if index.isValid():
                chosen.select(index, index)
                last = last if last.isValid() else index
        self.tree.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if last.isValid():
            self.tree.selectionModel().setCurrentIndex(last, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.tree.scrollTo(last)
        self._following = False
