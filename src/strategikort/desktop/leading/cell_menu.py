"""The menu of a cell of the matrix: its goals, and which goals of the column support the political goal directly."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QTimer
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QMenu
from typing_extensions import override

from strategikort.application.leading.cell_links import CellLink, cell_links
from strategikort.cascade.coverage import Side
from strategikort.cascade.rules.asking import Check
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.leading.page import NumbersPage
from strategikort.domain.changes import ChangeSet
from strategikort.domain.document import Document, goal_titled
from strategikort.domain.edits.links import link_goals, unlink
from strategikort.domain.shape import Id

_MOST: Final = 30
"""So many goals are offered; with more, the map is the place."""
_LONGEST: Final = 70


class CellMenu(QObject):
    """Opens by a right click on a cell or by the menu key; a tick makes a link, taken away it removes it."""

    def __init__(self, bridge: Bridge, page: NumbersPage, side: Callable[[], Side], check: Callable[[], Check]) -> None:
        super().__init__(page)
        self._bridge, self._page, self._side, self._check = bridge, page, side, check
        self.menu: QMenu | None = None
        """The menu that is open or was open last."""
        for widget in (page.table, page.table.viewport()):
            widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QContextMenuEvent):
            return super().eventFilter(watched, event)
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        table = self._page.table
        self.open(table.currentIndex() if by_key else table.indexAt(event.pos()))
        return True

    def open(self, index: QModelIndex) -> None:
        """Open the menu of a cell; nothing happens where there is no cell of the matrix."""
        table = self._page.table
        cell = self._page.model.cell(index)
        if cell is None:
            return
        table.setCurrentIndex(index)
        self.menu = menu = QMenu(table)
        show = menu.addAction(self.tr("Show the goals it counts"))
        show.triggered.connect(partial(self._page.open_cell, index))
        menu.addSeparator()
        menu.addAction(self.tr("Supports the political goal directly")).setEnabled(False)
        links = cell_links(self._check(), cell.political, self._side(), cell.column)
        first = sorted(links, key=lambda one: one.link is None)
        for one in first[:_MOST]:
            menu.addAction(self._offered(one, cell.political, menu))
        rest = len(links) - _MOST
        if rest > 0:
            more = self.tr("%n more: see the map", "", rest)
            menu.addAction(more).setEnabled(False)
        if not links:
            menu.addAction(self.tr("No goal can be chosen here")).setEnabled(False)
        menu.aboutToHide.connect(partial(QTimer.singleShot, 0, menu.deleteLater))
        menu.popup(table.viewport().mapToGlobal(table.visualRect(index).bottomLeft()))

    def _offered(self, one: CellLink, political: Id, menu: QMenu) -> QAction:
        name = f"{one.goal.code}  {goal_titled(self._bridge.document, one.goal.id)}".strip()
        short = name if len(name) <= _LONGEST else f"{name[:_LONGEST]} ..."
        action = QAction(short.replace("&", "&&"), menu)
        action.setCheckable(True)
        action.setChecked(one.link is not None)
        action.setEnabled(one.why_not is None)
        action.setToolTip(self._bridge.say(one.why_not) if one.why_not else name)
        action.triggered.connect(partial(self._turn, one, political))
        menu.setToolTipsVisible(True)
        return action

    def _turn(self, one: CellLink, political: Id) -> None:
        space = self._bridge.workspace

        def made(document: Document) -> ChangeSet:
            if one.link is not None:
                return unlink(document, one.link.id)
            return link_goals(document, profile=space.profile, new_id=space.new_id, lower=one.goal.id, upper=political)

        self._bridge.edit(made)
