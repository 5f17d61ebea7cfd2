"""The figures of an indicator as tables: its yearly targets and its results. The last line is for a new one."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from strategikort.desktop.bridge import Bridge
from strategikort.desktop.fields.entry import Line
from strategikort.desktop.look.days import day_text, figure_text, read_day, read_figure
from strategikort.desktop.look.marking import QT_TRANSLATE_NOOP
from strategikort.domain.changes import ChangeSet
from strategikort.domain.document import Document
from strategikort.domain.edits.measures import measure, measurements_of, set_target, targets_of
from strategikort.domain.edits.records import remove_record, set_field
from strategikort.domain.measures import Measurement, YearlyTarget
from strategikort.domain.shape import Id, field_of

Index = QModelIndex | QPersistentModelIndex
Figure = YearlyTarget | Measurement

_TARGETS: Final = (
    ("year", QT_TRANSLATE_NOOP("Figures", "Year")),
    ("value", QT_TRANSLATE_NOOP("Figures", "Target")),
    ("tolerance", QT_TRANSLATE_NOOP("Figures", "Tolerance")),
    ("text", QT_TRANSLATE_NOOP("Figures", "In words")),
)
_RESULTS: Final = (
    ("measured_on", QT_TRANSLATE_NOOP("Figures", "Day")),
    ("value", QT_TRANSLATE_NOOP("Figures", "Result")),
    ("text", QT_TRANSLATE_NOOP("Figures", "In words")),
    ("note", QT_TRANSLATE_NOOP("Figures", "Note")),
    ("entered_by", QT_TRANSLATE_NOOP("Figures", "Entered by")),
)


@dataclass(frozen=True, slots=True)
class FigureKind:
    """Which of the two tables: its columns, what it lists, and how a first figure comes about."""

    kind: type[Figure]
    columns: tuple[tuple[str, str], ...]
    listed: Callable[[Document, Id], tuple[Figure, ...]]


TARGETS: Final = FigureKind(YearlyTarget, _TARGETS, targets_of)
RESULTS: Final = FigureKind(Measurement, _RESULTS, measurements_of)


class FiguresModel(QAbstractTableModel):
    """The figures of one kind that one indicator has."""

    def __init__(self, bridge: Bridge, kind: FigureKind, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._kind = kind
        self._indicator: Id | None = None
        self._figures: tuple[Figure, ...] = ()

    def show_indicator(self, indicator: Id) -> None:
        """Show the figures of ``indicator`` as they stand now."""
        found = self._kind.listed(self._bridge.document, indicator)
        if (indicator, found) != (self._indicator, self._figures):
            self.beginResetModel()
            self._indicator, self._figures = indicator, found
            self.endResetModel()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._figures) + 1

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._kind.columns)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate("Figures", self._kind.columns[section][1])
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        figure = self._figures[index.row()] if index.row() < len(self._figures) else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            if figure is None:
                return "+" if index.column() == 0 and role == Qt.ItemDataRole.DisplayRole else ""
            return _written(getattr(figure, self._kind.columns[index.column()][0]))
        return None

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or self._indicator is None:
            return False
        name = self._kind.columns[index.column()][0]
        field = field_of(self._kind.kind, name)
        try:
            read = _read(field.type, str(value))
        except ValueError:
            return False
        if index.row() < len(self._figures):
            if read is None and not field.optional:
                return False
            figure = self._figures[index.row()]
            self._bridge.edit(lambda document: set_field(document, self._kind.kind, figure.id, name, read))
        elif read not in (None, ""):
            self._begin(name, read)
        return True

    def _begin(self, name: str, value: object) -> None:
        """A first value in the line for a new one: the day or year follows if it is not that which was written."""
        indicator, new_id = self._indicator, self._bridge.workspace.new_id
        assert indicator is not None, "figures belong to an indicator"
        today = self._bridge.workspace.today()
        figure = value if name == "value" and isinstance(value, Decimal) else None

        def make(document: Document) -> ChangeSet:
            if self._kind is TARGETS:
                last = max((one.year for one in targets_of(document, indicator)), default=today.year - 1)
                year = value if name == "year" and isinstance(value, int) else last + 1
                return set_target(document, indicator, new_id=new_id, year=year, value=figure)
            day = value if isinstance(value, date) else today
            return measure(document, indicator, new_id=new_id, on=day, value=figure)

        self._bridge.edit(make)

    def remove(self, row: int) -> None:
        """Take the figure in ``row`` away; nothing if it is the line for a new one."""
        if row < len(self._figures):
            figure, kind = self._figures[row], self._kind.kind
            self._bridge.edit(lambda document: remove_record(document, kind, figure.id, code="edit.remove_record"))


def _written(value: object) -> str:
    if isinstance(value, date):
        return day_text(value)
    return figure_text(value) if isinstance(value, (Decimal, int)) else str(value or "")


def _read(kind: type, text: str) -> object:
    if kind is date:
        return read_day(text)
    if kind is str:
        return text
    figure = read_figure(text)
    if figure is None or kind is Decimal:
        return figure
    if figure != figure.to_integral_value() or not 1900 <= figure <= 2200:
        raise ValueError(text)
    return int(figure)


class _CellDelegate(QStyledItemDelegate):
    """Cells are typed in with the same entry line as everywhere."""

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = Line(parent)
        editor.setStyleSheet("border-radius: 0; padding: 0 4px; min-height: 0;")
        return editor


class FiguresTable(QTableView):
    """A table that is as high as its lines; Delete takes a line away."""

    def __init__(self, bridge: Bridge, kind: FigureKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures = FiguresModel(bridge, kind, self)
        self.setModel(self.figures)
        self.setItemDelegate(_CellDelegate(self))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(28)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.figures.modelReset.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        header = max(self.horizontalHeader().sizeHint().height(), 26)
        self.setFixedHeight(header + 28 * self.figures.rowCount() + 4)

    def remove_current(self) -> None:
        """Take the line with the cursor away."""
        if self.currentIndex().isValid():
            self.figures.remove(self.currentIndex().row())
