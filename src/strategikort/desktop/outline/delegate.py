"""How a line of the outline looks: mark, title, how many goals stand above and under it, the sign of a finding."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from strategikort.application.drawing.signs import DOUBT_SIGNS, WARNING_SIGN
from strategikort.cascade.changed_above import Doubt
from strategikort.cascade.findings import Severity
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.fields.entry import Line
from strategikort.desktop.look.fonts import enlarged, scaled
from strategikort.desktop.look.marks import paint_mark
from strategikort.desktop.look.theme import Theme
from strategikort.desktop.look.title_room import too_long
from strategikort.desktop.outline.model import ABOVE_ROLE, COUNT_ROLE, GOAL_ROLE
from strategikort.domain.goals import Goal

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
        size = _MARK * enlarged(option.font)
        colour = theme.text
        if isinstance(goal, Goal):
            mark = QRectF(left, rect.center().y() - size / 2 + 0.5, size, size)
            if index.data(ABOVE_ROLE) > 1:
                paint_mark(painter, goal.kind, mark.translated(3, -3), theme.of_kind(goal.kind))
                paint_mark(painter, goal.kind, mark.adjusted(-1.5, -1.5, 1.5, 1.5), self._ground(option))
            paint_mark(painter, goal.kind, mark, theme.of_kind(goal.kind))
        else:
            colour = theme.error
            painter.setPen(colour)
            painter.drawText(QRectF(left - 2, rect.top(), 16, rect.height()), Qt.AlignmentFlag.AlignCenter, "▲")
        left += size + 8
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

    def _ground(self, option: QStyleOptionViewItem) -> QColor:
        selected = option.state & QStyle.StateFlag.State_Selected
        return self._theme.accent_wash if selected else self._theme.surface

    def _aside(self, goal: object, index: Index) -> tuple[str, object]:
        count = index.data(COUNT_ROLE)
        if not isinstance(goal, Goal):
            return str(count or ""), self._theme.error
        worst = {finding.severity for finding in self._bridge.findings_of(goal.id)}
        doubt = self._bridge.doubts.of(goal.id)
        signs = [str(count) if count else ""]
        colour = self._theme.warning if doubt is Doubt.ASKED else self._theme.muted
        if doubt is not None:
            signs.append(DOUBT_SIGNS[doubt])
        if Severity.ERROR in worst:
            signs, colour = [*signs, "▲"], self._theme.error
        elif Severity.WARNING in worst:
            signs, colour = [*signs, WARNING_SIGN], self._theme.warning
        return " ".join(one for one in signs if one), colour

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
