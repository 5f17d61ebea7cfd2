"""What lies in a corner of the map, above it: a small sheet that stays where it is while the map moves."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGraphicsView, QWidget
from typing_extensions import override

from strategikort.application.drawing.measure import BAND_LABEL
from strategikort.desktop.look.theme import Theme

AWAY = 12


class Corner(QWidget):
    """A sheet at the lower edge of a view: at its left, its right or in its middle."""

    def __init__(self, view: QGraphicsView, theme: Theme, side: Qt.AlignmentFlag) -> None:
        super().__init__(view.viewport())
        self.theme = theme
        self._side, self.around = side, view.viewport()
        self.around.installEventFilter(self)
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def put(self) -> None:
        """Lie where the sheet belongs, as large as it wants to be."""
        size, room = self.sizeHint(), self.around.size()
        self.resize(size)
        x = {
            Qt.AlignmentFlag.AlignLeft: BAND_LABEL + AWAY,
            Qt.AlignmentFlag.AlignRight: room.width() - size.width() - AWAY,
        }.get(self._side, (room.width() - size.width()) // 2)
        self.move(x, room.height() - size.height() - AWAY)
        self.raise_()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.put()
        return super().eventFilter(watched, event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # what lies below is not seen, so it is not meant

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.theme.accent if self.hasFocus() else self.theme.border)
        painter.setBrush(self.theme.raised)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        painter.end()
