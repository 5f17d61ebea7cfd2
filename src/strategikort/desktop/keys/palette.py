"""The palette: type a few letters, and do an action, open a map or go to a goal, with the hands on the keys."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from strategikort.desktop.fields.entry import Line
from strategikort.desktop.keys.offers import Offer, fitting_offers
from strategikort.desktop.look.room import open_within_screen
from strategikort.desktop.look.theme import Theme

_NOTE: Final = Qt.ItemDataRole.UserRole + 1
_POSSIBLE: Final = Qt.ItemDataRole.UserRole + 2
_SIZE: Final = QSize(660, 460)
_ROW: Final = 32
_PAD: Final = 10
_KEYS_OF_LIST: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Palette(QDialog):
    """Lists what fits the letters typed. `chosen` is what to do when the palette has been accepted."""

    def __init__(self, found: Sequence[Offer], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.offers = list(found)
        self._shown: list[Offer] = []
        self.chosen: Callable[[], object] | None = None
        self.setWindowTitle(self.tr("Find command or goal"))
        open_within_screen(self, _SIZE)
        self.line, self.list, self.hint = Line(self), QListView(self), QLabel(self)
        self.line.setPlaceholderText(self.tr("Type what you want to do, or the goal or map you look for"))
        self.line.setAccessibleName(self.windowTitle())
        self.list.setAccessibleName(self.tr("What fits"))
        self.list.setProperty("framed", True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self._model = QStandardItemModel(self)
        self.list.setModel(self._model)
        self.list.setItemDelegate(_Rows(theme, self.list))
        self.hint.setProperty("muted", True)
        self.hint.setWordWrap(True)
        box = QVBoxLayout(self)
        box.setSpacing(8)
        for widget in (self.line, self.list, self.hint):
            box.addWidget(widget)
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self._filter)
        self.line.returnPressed.connect(self.do)
        self.list.clicked.connect(self.do)
        self._filter("")
        self.line.setFocus()

    @property
    def current(self) -> Offer | None:
        """The line that Enter does."""
        row = self.list.currentIndex().row()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def do(self) -> None:
        """Do what is marked and close; what cannot be done now says why."""
        offer = self.current
        if offer is None:
            return
        if not offer.possible:
            self.hint.setText(offer.note or self.tr("This cannot be done just now."))
            return
        self.chosen = offer.do
        self.accept()

    def _filter(self, typed: str) -> None:
        self._shown = fitting_offers(self.offers, typed)
        self._model.clear()
        for offer in self._shown:
            item = QStandardItem(offer.icon, offer.text)
            item.setEditable(False)
            item.setData(offer.note, _NOTE)
            item.setData(offer.possible, _POSSIBLE)
            item.setData(f"{offer.text}. {offer.note}", Qt.ItemDataRole.AccessibleTextRole)
            item.setToolTip(offer.text)
            self._model.appendRow(item)
        if self._shown:
            self.list.setCurrentIndex(self._model.index(0, 0))
        usual = self.tr("The arrows choose, Enter does it, Esc closes.")
        self.hint.setText(usual if self._shown else self.tr("Nothing fits. Try fewer letters."))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in _KEYS_OF_LIST:
            self.list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)


class _Rows(QStyledItemDelegate):
    """Paints a line: icon and text to the left, the note to the right; paler what cannot be done."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, max(_ROW, option.fontMetrics.height() + 12))

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme, room = self._theme, option.rect.adjusted(_PAD, 0, -_PAD, 0)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.accent_wash)
            painter.fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), theme.accent)
        picture = index.data(Qt.ItemDataRole.DecorationRole)
        picture.paint(painter, QRect(room.left(), room.center().y() - 8, 18, 18))
        room.setLeft(room.left() + 30)
        metrics, note = option.fontMetrics, str(index.data(_NOTE))
        text = str(index.data())
        most = max(room.width() - metrics.horizontalAdvance(text) - 24, room.width() // 3)
        note = metrics.elidedText(note, Qt.TextElideMode.ElideRight, most)
        painter.setFont(option.font)
        painter.setPen(theme.muted)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, note)
        room.setRight(room.right() - metrics.horizontalAdvance(note) - 24)
        painter.setPen(theme.text if index.data(_POSSIBLE) else theme.muted)
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()
