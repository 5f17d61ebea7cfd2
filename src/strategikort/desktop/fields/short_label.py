"""One line of text that is cut where it has no room."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QStyle, QStyleOption
from typing_extensions import override

EDGE: Final = 10
"""What is free beside a text."""


class ShortLabel(QLabel):
    """One line of text that ends in an ellipsis where there is no room; the tool tip has it whole."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOption()
        option.initFrom(self)
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        painter.drawText(self.contentsRect().adjusted(EDGE, 0, -EDGE, 0), self.alignment(), self.shown)
        painter.end()

    @property
    def shown(self) -> str:
        """What is seen of the text."""
        room = self.contentsRect().width() - 2 * EDGE
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
