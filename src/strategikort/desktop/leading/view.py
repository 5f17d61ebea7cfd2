"""The view *Ledelse*: numbers, gaps and changes. Worked out when it is seen, and again after a check."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPushButton, QTabWidget, QVBoxLayout, QWidget
from typing_extensions import override

from strategikort.application.leading.views import Gap, balance_view, centres_view, gaps_view, goals_view, matrix_view
from strategikort.cascade.coverage import Side
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.fields.rows import Rows
from strategikort.desktop.leading.cell_menu import CellMenu
from strategikort.desktop.leading.comparing import ComparingPage
from strategikort.desktop.leading.page import NumbersPage
from strategikort.desktop.look.theme import Theme


class LeadingView(QWidget):
    """Pages of numbers, each a door to its list."""

    wanted = Signal(object)
    """The identity of a goal that shall be brought into sight."""

    print_wanted = Signal()
    """The page that is seen shall be printed or saved."""

    map_wanted = Signal(object)
    """The identity of a map that shall be shown."""

    on_map = Signal(object)
    """A `Pair` that shall be compared on the map."""

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._seen: object = None
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.print = QPushButton(self.tr("Print and save ..."), self)
        self.print.clicked.connect(self.print_wanted)
        self.tabs.setCornerWidget(self.print)
        words = bridge.workspace.words
        self.gaps = NumbersPage(bridge, theme, self.tr("Gaps"), self)
        self.gap = QComboBox(self)
        self.gap.setAccessibleName(self.tr("Which gaps are listed"))
        for gap in Gap:
            self.gap.addItem(words.text(f"tables.{gap.value}"), gap)
        self.centres = NumbersPage(bridge, theme, words.text("tables.centres"), self)
        self.goals = NumbersPage(bridge, theme, words.text("tables.goals"), self)
        self.matrix = NumbersPage(bridge, theme, self.tr("Coverage"), self)
        self.side = QComboBox(self)
        self.side.setAccessibleName(self.tr("What stands beside the political goals"))
        for side in Side:
            self.side.addItem(words.text(f"tables.matrix_{side.value}"), side)
        self.cell_menu = CellMenu(bridge, self.matrix, lambda: Side(self.side.currentData()), bridge.workspace.asking)
        self.holes = QCheckBox(self.tr("Only goals with holes"), self)
        self.tabs.addTab(self.centres, words.word("centre").many.capitalize())
        self.tabs.addTab(self.goals, words.word("political_goal").many.capitalize())
        self.tabs.addTab(self._coverage_page(), self.tr("Coverage"))
        self.tabs.addTab(self._gaps_page(), self.tr("Gaps"))
        self.comparing = ComparingPage(bridge, theme, self)
        self.comparing.on_map.connect(self.on_map)
        self.tabs.addTab(self.comparing, self.tr("Changes"))
        self.balance = NumbersPage(bridge, theme, self.tr("Balance"), self)
        if bridge.workspace.profile.balance_pairs:
            self.tabs.addTab(self.balance, self.tr("Balance"))
        self.balance.setVisible(self.tabs.indexOf(self.balance) >= 0)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 8, 12, 8)
        box.addWidget(self.tabs)
        for page in (self.centres, self.goals, self.matrix, self.gaps, self.comparing, self.balance):
            page.wanted.connect(self.wanted)
        for page in (self.centres, self.balance):
            page.map_wanted.connect(self.map_wanted)
        self.side.currentIndexChanged.connect(self._cover)
        self.holes.toggled.connect(self._cover)
        self.gap.currentIndexChanged.connect(self._list_gaps)
        self.tabs.currentChanged.connect(self._fill_seen)
        bridge.checked.connect(self._follow)

    @property
    def handout(self) -> str:
        """The key of the `Handout` that the page corresponds to; changes have none of their own."""
        pages = ("centres", "goals", "coverage", "gaps", "goals", "balance")
        return pages[self.tabs.currentIndex()]

    def _coverage_page(self) -> QWidget:
        page = QWidget(self)
        head = Rows(12)
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self.side)
        head.addWidget(self.holes)
        legend = QLabel(self.tr("– nobody works on the goal there"), page)
        legend.setProperty("muted", True)
        head.addWidget(legend)
        box = QVBoxLayout(page)
        box.setContentsMargins(0, 8, 0, 0)
        box.addLayout(head)
        box.addWidget(self.matrix)
        return page

    def _gaps_page(self) -> QWidget:
        page = QWidget(self)
        head = Rows(12)
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self.gap)
        box = QVBoxLayout(page)
        box.setContentsMargins(0, 8, 0, 0)
        box.addLayout(head)
        box.addWidget(self.gaps)
        return page

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow()

    def _follow(self) -> None:
        if self.isVisible() and self._seen is not self._bridge.document:
            self.refresh()

    def refresh(self) -> None:
        """Count anew."""
        space = self._bridge.workspace
        reading, check = space.reading, space.asking()
        found = self._bridge.settled()
        self._seen = self._bridge.document
        self.centres.show_table(centres_view(reading, check, found))
        self.goals.show_table(goals_view(reading, check))
        self._cover()
        self._list_gaps()
        self._fill_seen()

    def _list_gaps(self) -> None:
        space, found = self._bridge.workspace, self._bridge.settled()
        self.gaps.show_table(gaps_view(space.reading, space.asking(), found, Gap(self.gap.currentData())))

    def _fill_seen(self) -> None:
        """Fill what costs most only while it is seen: an earlier version is read from its file, maps are looked at."""
        seen, space = self.tabs.currentWidget(), self._bridge.workspace
        if seen is self.comparing:
            self.comparing.refresh()
        elif seen is self.balance:
            self.balance.show_table(balance_view(space.reading, space.asking()))

    def _cover(self) -> None:
        space, side = self._bridge.workspace, Side(self.side.currentData())
        self.matrix.show_table(matrix_view(space.reading, space.asking(), side, holes_only=self.holes.isChecked()))
