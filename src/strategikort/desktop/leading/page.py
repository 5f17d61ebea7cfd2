"""One page of the view: a table, and below it the list behind the cell that was opened."""

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QListView,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from strategikort.application.behind import goals_of
from strategikort.application.leading.tables import Door
from strategikort.application.leading.views import Doors
from strategikort.cascade.findings import Finding
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.leading.model import NumbersModel
from strategikort.desktop.look.theme import Theme
from strategikort.domain.agreements import Agreement
from strategikort.domain.document import goal_titled, map_titled
from strategikort.domain.goals import Goal
from strategikort.domain.maps import StrategyMap
from strategikort.domain.organisation import OrgUnit
from strategikort.domain.shape import Id

_WIDEST = 46
"""So many letters of a column are seen at the most."""

_LEAST = 36
"""The least height of the list, so that the window fits a small screen with large letters."""

_HEAD_LINES = 3
"""So many lines of a column's name are seen: the names of centres are long, the whole is in its tip."""


class NumbersPage(QWidget):
    """A table whose cells are doors. Enter or a click opens a cell; Enter or a click in the list shows a goal."""

    wanted = Signal(object)
    """The identity of a goal that shall be brought into sight."""

    map_wanted = Signal(object)
    """The identity of a map that shall be shown."""

    def __init__(self, bridge: Bridge, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.model = NumbersModel(theme, self)
        self.table = QTableView(self)
        self.table.setModel(self.model)
        self.table.setAccessibleName(name)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        head = self.table.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setFixedHeight(_HEAD_LINES * head.fontMetrics().height() + 12)
        self.table.setTabKeyNavigation(False)
        self.heading = QLabel(self)
        self.heading.setProperty("muted", True)
        self.heading.setMinimumWidth(1)
        self._lines = QStringListModel(self)
        self._goals: list[Id | None] = []
        self._opened: tuple[Door, ...] = ()
        self.list = QListView(self)
        self.list.setModel(self._lines)
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(self.tr("What the number counts"))
        self.list.setMinimumHeight(_LEAST)
        self.table.setMinimumHeight(_LEAST)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.clicked.connect(self.open_cell)
        self.table.activated.connect(self.open_cell)
        self.list.clicked.connect(self._show)
        self.list.activated.connect(self._show)
        self._lay_out()

    def _lay_out(self) -> None:
        below = QWidget(self)
        inside = QVBoxLayout(below)
        inside.setContentsMargins(0, 4, 0, 0)
        inside.addWidget(self.heading)
        inside.addWidget(self.list)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.addWidget(self.table)
        split.addWidget(below)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(split)

    def show_table(self, doors: Doors) -> None:
        """Show a table; the list is empty until a cell is opened."""
        place = self.table.currentIndex().row(), self.table.currentIndex().column()
        self.model.show(doors)
        for column, width in enumerate(doors.sheet.widths):
            self.table.setColumnWidth(column, min(width, _WIDEST) * self.fontMetrics().averageCharWidth())
        self.table.setCurrentIndex(self.model.index(*place))
        self._open(())
        self.heading.setText(self.tr("Choose a number to see what it counts."))

    def open_cell(self, index: QModelIndex) -> None:
        """List what a cell counts."""
        records = self.model.behind(index)
        self._open(records)
        row, column = self.model.sheet.rows[index.row()], self.model.sheet.columns[index.column()]
        name = " ".join(str(one) for one in row[:2] if isinstance(one, str) and one)
        self.heading.setText(f"{name} · {column} ({len(records)})")

    def _open(self, doors: tuple[Door, ...]) -> None:
        document, self._opened = self._bridge.document, doors
        told = [one.records if isinstance(one, Finding) else (one,) for one in doors]
        self._goals = [next(iter(goals_of(document, records)), None) for records in told]
        self._lines.setStringList([self._line(one) for one in doors])

    def _line(self, record: Door) -> str:
        """What a finding says; of a record its code, what it is called, and whose it is."""
        if isinstance(record, Finding):
            return self._bridge.say(record.message)
        document = self._bridge.document
        goal = document.get(Goal, record)
        if goal:
            owner = document.get(OrgUnit, goal.owner)
            told = f"{goal.code}  {goal_titled(document, goal.id)}".strip()
            return f"{told}  ·  {owner.name}" if owner else told
        found = document.find(record)
        if isinstance(found, StrategyMap):
            return map_titled(document, found)
        agreement = document.get(Agreement, getattr(found, "agreement", None)) or found
        org = document.get(OrgUnit, agreement.org) if isinstance(agreement, Agreement) else None
        name = str(getattr(found, "title", "") or getattr(found, "name", "") or getattr(agreement, "title", ""))
        return "  ·  ".join(part for part in (name, org.name if org else "") if part) or record

    def _show(self, index: QModelIndex) -> None:
        door = self._opened[index.row()] if index.isValid() else None
        if isinstance(door, str) and self._bridge.document.get(StrategyMap, Id(door)):
            self.map_wanted.emit(door)
        elif goal := self._goals[index.row()] if index.isValid() else None:
            self._bridge.select([goal])
            self.wanted.emit(goal)
