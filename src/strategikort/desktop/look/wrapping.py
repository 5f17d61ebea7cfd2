"""Lists whose long texts go on in further lines: what people wrote is read whole."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTreeView
from typing_extensions import override

_EDGES = 14
"""What a cell has of air, left and right of its text together."""
_AIR = 10
"""And above and below it."""


class WrappingDelegate(QStyledItemDelegate):
    """Cells as high as their text is in the width of its column."""

    def __init__(self, tree: QTreeView) -> None:
        super().__init__(tree)
        self._tree = tree

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        usual = super().sizeHint(option, index)
        alone = self._tree.isFirstColumnSpanned(index.row(), index.parent())
        width = (self._tree.viewport().width() if alone else self._tree.columnWidth(index.column())) - _EDGES
        if index.column() == 0:
            depth, above = 1, index.parent()
            while above.isValid():
                depth, above = depth + 1, above.parent()
            width -= depth * self._tree.indentation()
        if index.data(Qt.ItemDataRole.DecorationRole) is not None:
            width -= self._tree.iconSize().width() + _EDGES
        text = str(index.data() or "")
        needed = option.fontMetrics.boundingRect(QRect(0, 0, max(40, width), 10_000), Qt.TextFlag.TextWordWrap, text)
        return QSize(usual.width(), max(usual.height(), needed.height() + _AIR))


def wrapping(tree: QTreeView) -> QHeaderView:
    """Let long texts of ``tree`` go on in further lines, also when its columns become others; gives its header."""
    tree.setWordWrap(True)
    tree.setUniformRowHeights(False)
    tree.setItemDelegate(WrappingDelegate(tree))
    header = tree.header()
    header.sectionResized.connect(tree.scheduleDelayedItemsLayout)
    return header
