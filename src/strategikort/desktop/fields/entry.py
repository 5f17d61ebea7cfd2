"""Entry fields whose undo is the document's: Ctrl+Z goes past them to the window."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QSizePolicy,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)
from typing_extensions import override

_UNDO = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


def _is_undo(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and any(event.matches(key) for key in _UNDO)


def _menu_of(field: QLineEdit | QPlainTextEdit) -> QMenu:
    """A field's own menu without its first part: undo, redo and the line below them."""
    menu = field.createStandardContextMenu()
    for action in menu.actions()[:3]:
        menu.removeAction(action)
    return menu


def _show(menu: QMenu, event: QContextMenuEvent) -> None:
    menu.exec(event.globalPos())
    menu.deleteLater()


class Line(QLineEdit):
    """One line of text. Its own undo is off."""

    left = Signal()
    """The keyboard went elsewhere."""

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and _is_undo(event):
            event.ignore()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_undo(event):
            event.ignore()
            return
        super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        _show(_menu_of(self), event)


class Text(QPlainTextEdit):
    """Several lines of text, as tall as its text between two bounds. Tab goes on to the next field."""

    left = Signal()
    """The keyboard went elsewhere."""

    def __init__(self, parent: QWidget | None = None, *, least: int = 2, most: int = 12) -> None:
        super().__init__(parent)
        self._least, self._most = least, most
        self.offers: Callable[[QTextCursor, QMenu], list[QAction]] | None = None
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._grow)

    @override
    def sizeHint(self) -> QSize:
        lines = max(self._least, min(self._most, int(self.document().size().height())))
        height = lines * self.fontMetrics().lineSpacing() + 2 * int(self.document().documentMargin()) + 12
        return QSize(super().sizeHint().width(), height)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and _is_undo(event):
            event.ignore()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_undo(event):
            event.ignore()
            return
        super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        cursor = self.cursorForPosition(event.pos()) if mouse else self.textCursor()
        _show(self.menu_at(cursor), event)

    def menu_at(self, cursor: QTextCursor) -> QMenu:
        """The field's menu; what is on offer for the word at a place comes first."""
        menu = _menu_of(self)
        offers = self.offers(cursor, menu) if self.offers and not self.isReadOnly() else []
        if offers:
            first = menu.actions()[0]
            menu.insertActions(first, offers)
            menu.insertSeparator(first)
        return menu

    def _grow(self) -> None:
        height = self.sizeHint().height()
        if height != self.height():
            self.setFixedHeight(height)


class Choice(QComboBox):
    """A choice that a turning wheel over it does not change: the wheel scrolls the panel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setMaxVisibleItems(16)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self)
        icon = 0 if option.currentIcon.isNull() else option.iconSize.width() + 4
        shown = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, room.width() - icon - 4)
        option.currentText = "" if self.isEditable() else shown
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.PlaceholderText), 1.5))
        x, y = self.width() - 15.0, self.height() / 2
        painter.drawPolyline([QPointF(x - 4, y - 2), QPointF(x, y + 2), QPointF(x + 4, y - 2)])
        painter.end()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class YearBox(QSpinBox):
    """A year that is typed or stepped, with the arrows that choices have."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.PlaceholderText), 1.5))
        x, middle = self.width() - 15.0, self.height() / 2
        for y, turn in ((middle - 5, -2), (middle + 5, 2)):
            painter.drawPolyline([QPointF(x - 4, y - turn / 2), QPointF(x, y + turn), QPointF(x + 4, y - turn / 2)])
        painter.end()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def is_entry(widget: QObject | None) -> bool:
    """Whether text is typed into ``widget``."""
    return isinstance(widget, (QLineEdit, QPlainTextEdit)) or (isinstance(widget, QComboBox) and widget.isEditable())
