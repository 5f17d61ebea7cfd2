"""A bar that goes on in a second row where one has no room for it, so that nothing of it is cut with large letters."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from typing_extensions import override

_ENDLESS: Final = 10_000


class Rows(QLayout):
    """Widgets from left to right in as many rows as they need; in each row what is `push`-ed stands at the right.

    A widget that has a maximum width grows up to it where a row has room.
    """

    def __init__(self, spacing: int) -> None:
        super().__init__()
        self.setSpacing(spacing)
        self._items: list[QLayoutItem] = []
        self._pushed: set[QWidget] = set()

    def push(self, widget: QWidget) -> None:
        """Add a widget that stands at the right, with those that come after it."""
        self._pushed.add(widget)
        self.addWidget(widget)

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        edges = self.contentsMargins()
        heights = [max(high for *_, high in row) for row in self._rows(width - edges.left() - edges.right())]
        return sum(heights) + self.spacing() * max(0, len(heights) - 1) + edges.top() + edges.bottom()

    @override
    def sizeHint(self) -> QSize:
        edges, items = self.contentsMargins(), self._seen()
        wide = sum(map(_least, items)) + self.spacing() * max(0, len(items) - 1) + edges.left() + edges.right()
        return QSize(wide, self.heightForWidth(wide))

    @override
    def minimumSize(self) -> QSize:
        edges, items = self.contentsMargins(), self._seen()
        wide = max((item.minimumSize().width() for item in items), default=0)
        high = max((item.minimumSize().height() for item in items), default=0)
        return QSize(wide + edges.left() + edges.right(), high + edges.top() + edges.bottom())

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        edges = self.contentsMargins()
        y, right = rect.top() + edges.top(), rect.right() + 1 - edges.right()
        for row in self._rows(rect.width() - edges.left() - edges.right()):
            x, high = rect.left() + edges.left(), max(one[2] for one in row)
            for place, (item, wide, own) in enumerate(row):
                if item.widget() in self._pushed:
                    rest = sum(one[1] + self.spacing() for one in row[place:]) - self.spacing()
                    x = max(x, right - rest)
                item.setGeometry(QRect(x, y + (high - own) // 2, wide, own))
                x += wide + self.spacing()
            y += high + self.spacing()

    def _seen(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _rows(self, room: int) -> Iterator[list[tuple[QLayoutItem, int, int]]]:
        """The rows, each item with its width and height."""
        row: list[QLayoutItem] = []
        for item in self._seen():
            if row and self._wide([*row, item]) > room:
                yield self._sized(row, room)
                row = []
            row.append(item)
        if row:
            yield self._sized(row, room)

    def _wide(self, row: list[QLayoutItem]) -> int:
        return sum(map(_least, row)) + self.spacing() * (len(row) - 1)

    def _sized(self, row: list[QLayoutItem], room: int) -> list[tuple[QLayoutItem, int, int]]:
        left, found = max(0, room - self._wide(row)), list[tuple[QLayoutItem, int, int]]()
        for item in row:
            wide = min(_least(item), max(room, item.minimumSize().width()))
            if _grows(item):
                more = min(left, max(0, item.maximumSize().width() - wide))
                wide, left = wide + more, left - more
            high = item.heightForWidth(wide) if item.hasHeightForWidth() else item.sizeHint().height()
            found.append((item, wide, high))
        return found


def _grows(item: QLayoutItem) -> bool:
    return item.minimumSize().width() < item.maximumSize().width() < _ENDLESS


def _least(item: QLayoutItem) -> int:
    return item.minimumSize().width() if _grows(item) else item.sizeHint().width()
