"""A table of numbers for Qt, each a door to its list."""

from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor
from typing_extensions import override

from strategikort.application.leading.tables import Door
from strategikort.application.leading.views import Doors
from strategikort.cascade.coverage import Cell
from strategikort.desktop.look.theme import Theme
from strategikort.domain.shape import Id
from strategikort.exchange.workbook import Sheet

Index = QModelIndex | QPersistentModelIndex
_NONE: Final = QModelIndex()
_EMPTY: Final = Doors(Sheet(title="", columns=(), rows=()), ())
_MOST_HEAT: Final = 110
HOLE: Final = "–"
"""What stands in a cell of the matrix where nobody works on the goal: a sign, not a colour alone."""


class NumbersModel(QAbstractTableModel):
    """What a `Doors` holds. Rows and columns are as in the file that is exported."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._doors = _EMPTY
        self._most = 1

    @property
    def sheet(self) -> Sheet:
        """The table that is shown."""
        return self._doors.sheet

    def show(self, doors: Doors) -> None:
        """Show another table."""
        self.beginResetModel()
        self._doors = doors
        heat = doors.sheet.heat
        numbers = [cell for row in doors.sheet.rows for cell in row[heat.start : heat.stop] if isinstance(cell, int)]
        self._most = max(numbers, default=1)
        self.endResetModel()

    def behind(self, index: Index) -> tuple[Door, ...]:
        """The records and findings behind a cell."""
        return self._doors.of(index.row(), index.column()) if index.isValid() else ()

    def cell(self, index: Index) -> Cell | None:
        """The political goal and the column of a cell of the matrix; None elsewhere."""
        heat = self._doors.sheet.heat
        if not index.isValid() or not self._doors.columns or index.column() not in heat:
            return None
        (political, *_), *_ = self._doors.behind[index.row()]
        assert isinstance(political, str), "the row of a matrix begins with its goal"
        goals = tuple(one for one in self.behind(index) if isinstance(one, str))
        return Cell(Id(political), self._doors.columns[index.column() - heat.start], goals)

    @override
    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._doors.sheet.rows)

    @override
    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._doors.sheet.columns)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return self._doors.sheet.columns[section]
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        cell = self._doors.sheet.rows[index.row()][index.column()]
        in_matrix = index.column() in self._doors.sheet.heat
        if role == Qt.ItemDataRole.DisplayRole:
            return HOLE if cell is None and in_matrix else "" if cell is None else str(cell)
        if role == Qt.ItemDataRole.TextAlignmentRole and not isinstance(cell, str):
            aside = Qt.AlignmentFlag.AlignHCenter if in_matrix else Qt.AlignmentFlag.AlignRight
            return int(aside | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.BackgroundRole and in_matrix and isinstance(cell, int):
            heat = QColor(self._theme.accent)
            heat.setAlpha(20 + _MOST_HEAT * cell // self._most)
            return heat
        if role == Qt.ItemDataRole.ForegroundRole and (cell is None or cell == 0):
            return QColor(self._theme.warning if cell is None and in_matrix else self._theme.muted)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._heard(index, cell)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(cell, str):
            return cell or None
        return None

    def _heard(self, index: Index, cell: object) -> str:
        """A cell as it is read out: whose row, which column, what."""
        row = self._doors.sheet.rows[index.row()]
        name = row[1] if isinstance(row[1], str) and row[1] else row[0]
        column = self._doors.sheet.columns[index.column()]
        return f"{name}: {column}: {HOLE if cell is None else cell}"
