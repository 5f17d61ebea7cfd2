"""The outline panel: all goals as a list, in step with the map; renamed, moved and searched in place."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QWidget

from strategikort.application.drawing.searching import GoalTexts, Wanted
from strategikort.cascade.findings import Severity
from strategikort.desktop.bridge import Bridge, Changed
from strategikort.desktop.fields.rows import Rows
from strategikort.desktop.forms.outline_panel import Ui_OutlinePanelForm
from strategikort.desktop.look.icons import icon
from strategikort.desktop.look.theme import Theme
from strategikort.desktop.outline.delegate import OutlineDelegate
from strategikort.desktop.outline.drop import LineDrop
from strategikort.desktop.outline.filter import OutlineFilter
from strategikort.desktop.outline.model import OutlineModel
from strategikort.domain.goals import Goal
from strategikort.domain.shape import Id

UNFOLDED = 60
"""To so many hits the way is unfolded; nobody reads more at once."""


class OutlinePanel(QWidget):
    """The outline with its head."""

    closed = Signal()
    """The user closed the panel."""
    hint = Signal(object)
    """A sentence for the status bar about lines that are dragged; empty when it is over."""
    found = Signal(object)
    """The goals that are looked for, a list in the order of the lines; None when nobody looks for any."""

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._form = Ui_OutlinePanelForm()
        self._form.setupUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.tree = self._form.tree
        self.model = OutlineModel(bridge, self)
        self.tree.setModel(self.model)
        self.tree.setItemDelegate(OutlineDelegate(bridge, theme, self.tree))
        self.tree.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.tree.setDefaultDropAction(Qt.DropAction.MoveAction)
        LineDrop(self.tree, self.model).hint.connect(self.hint)
        self._form.close.setIcon(icon("close", theme, size=16, color=theme.muted))
        self._form.close.clicked.connect(self.closed)
        self._following = False
        self._texts = GoalTexts(bridge.document)
        self._wanted = Wanted()
        self._hits: list[Id] | None = None
        self.filter = OutlineFilter(bridge, self)
        self.filter.changed.connect(self._seek)
        self._lay_out_head()
        self._to_unfold: list[Id] = []
        self.tree.selectionModel().selectionChanged.connect(self._chosen)
        self.model.rowsAboutToBeRemoved.connect(self._remember_unfolded)
        self.model.followed.connect(self._after_following)
        bridge.selected.connect(self._follow_selection)
        bridge.changed.connect(self._follow_change)
        bridge.checked.connect(self.tree.viewport().update)
        self._count()
        self.tree.expandToDepth(1)

    def _lay_out_head(self) -> None:
        form, head = self._form, Rows(spacing=8)
        head.setContentsMargins(16, 10, 8, 4)
        head.addWidget(form.heading)
        for one in (form.count, self.filter, form.close):
            head.push(one)
        form.head.setLayout(head)

    def rename(self) -> None:
        """Type a new title for the selected goal, in place."""
        index = self.tree.currentIndex()
        if self.model.goal_at(index):
            self.tree.setFocus()
            self.tree.edit(index)

    def held(self, goal: Id) -> Id | None:
        """The goal that ``goal`` stands under: on the current line if that is its, or else the first above it."""
        current = self.tree.currentIndex()
        if self.model.goal_at(current) != goal:
            current = self.model.place_of(goal)
        above = self.model.goal_at(current.parent()) if current.isValid() else None
        return above or next(iter(self.model.tree.above.get(goal, ())), None)

    def goals_before(self, goal: Id) -> Iterator[Id]:
        """The goals on the lines before the goal's own, the nearest first."""
        current = self.tree.currentIndex()
        here = current if self.model.goal_at(current) == goal else self._reveal(goal)
        while (here := self.tree.indexAbove(here)).isValid():
            found = self.model.goal_at(here)
            if found:
                yield found

    def go_to(self, goal: Id, upper: Id) -> None:
        """Make the line on which a goal stands under ``upper`` the current one."""
        above = self._reveal(upper)
        for row in range(self.model.rowCount(above)):
            place = self.model.index(row, 0, above)
            if self.model.goal_at(place) == goal:
                self.tree.expand(above)
                self.tree.setCurrentIndex(place)

    def search(self, text: str) -> list[Id]:
        """Show only goals whose title or code holds ``text``, and the way to them; gives the hits, all for nothing."""
        self._wanted = Wanted(text=text)
        self._seek()
        return self._hits or []

    def _seek(self) -> None:
        hits = self._sought()
        if hits == self._hits:
            return
        self._hits = hits
        self.model.filter(hits)
        if hits is None:
            self._follow_selection(self._bridge.selection)
        for hit in (hits or ())[:UNFOLDED]:
            self._reveal(hit)
        self.found.emit(hits)

    def _sought(self) -> list[Id] | None:
        wanted = replace(self.filter.wanted, text=self._wanted.text)
        if wanted.nothing:
            return None
        bridge = self._bridge
        return self.model.tree.in_order(self._texts.hits(bridge.document, wanted, self._severities))

    def _severities(self, goal: Id) -> Iterator[Severity]:
        return (finding.severity for finding in self._bridge.findings_of(goal))

    def _follow_change(self, changed: Changed) -> None:
        self._texts.follow(changed.change_set.changes)
        self._count()
        self._seek()

    def _reveal(self, goal: Id) -> QModelIndex:
        index = self.model.place_of(goal)
        above = index.parent()
        while above.isValid():
            self.tree.expand(above)
            above = above.parent()
        return index

    def _count(self) -> None:
        self._form.count.setText(self.tr("%n goal(s)", "", len(self._bridge.document.all(Goal))))

    def _remember_unfolded(self, parent: QModelIndex, first: int, last: int) -> None:
        """Lines that leave may come back elsewhere, and are unfolded there if they are now; the highest first."""
        waiting = [self.model.index(row, 0, parent) for row in range(first, last + 1)]
        while waiting:
            index = waiting.pop()
            goal = self.model.goal_at(index)
            if self.tree.isExpanded(index):
                self._to_unfold += [goal] if goal else []
                waiting += [self.model.index(row, 0, index) for row in range(self.model.rowCount(index))]

    def _after_following(self) -> None:
        """Unfold and select again what the model moved away and back."""
        unfold, self._to_unfold = self._to_unfold, []
        for goal in unfold:
            self.model.place_of(goal)
            for place in self.model.places_of(goal):
                self.tree.expand(place)
        shown = {self.model.goal_at(index) for index in self.tree.selectionModel().selectedIndexes()}
        if shown != set(self._bridge.selection):
            self._follow_selection(self._bridge.selection)

    def _chosen(self) -> None:
        if self._following or self.model.following:
            return
        current = self.model.goal_at(self.tree.currentIndex())
        goals = [self.model.goal_at(index) for index in self.tree.selectionModel().selectedIndexes()]
        first = [current] if current in goals else []
        self._following = True
        self._bridge.select([goal for goal in (*first, *goals) if goal])
        self._following = False

    def _follow_selection(self, goals: object) -> None:
        if self._following or not isinstance(goals, Iterable):
            return
        self._following = True
        chosen = QItemSelection()
        last = QModelIndex()
        for goal in list(goals)[:200]:
            current = self.tree.currentIndex()
            index = current if self.model.goal_at(current) == goal else self._reveal(goal)
            if index.isValid():
                chosen.select(index, index)
                last = last if last.isValid() else index
        self.tree.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if last.isValid():
            self.tree.selectionModel().setCurrentIndex(last, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.tree.scrollTo(last)
        self._following = False
