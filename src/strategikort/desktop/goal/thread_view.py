"""The red thread of the selected goal, up and down as far as it goes, and the goals whose thread is broken."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QScrollArea,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from strategikort.cascade.breaks import reason
from strategikort.cascade.verdicts import verdicts_of
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.look.marks import mark_icon
from strategikort.desktop.look.theme import Theme
from strategikort.domain.goals import Goal, GoalKind
from strategikort.domain.shape import Id
from strategikort.domain.texts import sort_key

_ROLE = Qt.ItemDataRole.UserRole + 1
_LINES_MOST = 400
_LINES_LEAST = 3
"""So many lines of what is above and below are seen at the least."""
_ASKED = (GoalKind.CENTRE_GOAL, GoalKind.UNIT_GOAL, GoalKind.EFFORT)


class ThreadView(QWidget):
    """Left what the selected goal supports and what supports it; right the broken threads of the whole document."""

    wanted = Signal(object)
    """The identity of a goal that the user chose here."""
    print_wanted = Signal()
    """The explanation of the goal shall be printed or saved."""

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._theme = theme
        self.setProperty("panel", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._heading = QLabel(self)
        self._heading.setProperty("heading", True)
        self._verdict = QLabel(self)
        for label in (self._heading, self._verdict):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.print = QPushButton(self.tr("Print and save ..."), self)
        self.print.clicked.connect(self.print_wanted)
        self.up, self.down = QTreeView(self), QTreeView(self)
        self.broken = QListView(self)
        self._lay_out()
        self._make_room()
        for view in (self.up, self.down, self.broken):
            view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
            view.clicked.connect(self._chosen)
            view.activated.connect(self._chosen)
        bridge.selected.connect(self.refresh)
        bridge.checked.connect(self.refresh)

    def _lay_out(self) -> None:
        columns = QHBoxLayout(self)
        columns.setContentsMargins(24, 12, 24, 12)
        columns.setSpacing(28)
        content = QWidget(self)
        left = QVBoxLayout(content)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(6)
        left.addWidget(self._heading)
        left.addWidget(self._verdict)
        for tree, text in ((self.up, self.tr("What it supports")), (self.down, self.tr("What supports it"))):
            left.addWidget(self._caption(text))
            tree.setModel(QStandardItemModel(tree))
            tree.setHeaderHidden(True)
            tree.setAccessibleName(text)
            left.addWidget(tree, 1)
        left.addWidget(self.print, 0, Qt.AlignmentFlag.AlignLeft)
        columns.addWidget(self._scrolled(content), 3)
        right = QVBoxLayout()
        right.setSpacing(6)
        self._broken_head = QLabel(self)
        self._broken_head.setProperty("strong", True)
        self._broken_head.setWordWrap(True)
        right.addWidget(self._broken_head)
        self.broken.setModel(QStandardItemModel(self.broken))
        self.broken.setAccessibleName(self.tr("Broken threads"))
        self.broken.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        right.addWidget(self.broken, 1)
        columns.addLayout(right, 2)

    def _scrolled(self, content: QWidget) -> QScrollArea:
        """What is scrolled where the window is too low for it."""
        area = QScrollArea(self)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidgetResizable(True)
        area.setWidget(content)
        for one in (content, area.viewport()):
            one.setAutoFillBackground(False)
        return area

    def _make_room(self) -> None:
        """Let some lines of each list be seen."""
        line = round(1.6 * self.fontMetrics().height())
        for tree in (self.up, self.down):
            tree.setMinimumHeight(_LINES_LEAST * line)
        self.broken.setMinimumHeight(line)

    def _caption(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setProperty("caption", True)
        label.setWordWrap(True)
        return label

    def showEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Come up to date when it comes into sight."""
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the colours, which may become others."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.refresh()
        elif event.type() is QEvent.Type.FontChange:
            self._make_room()

    def refresh(self) -> None:
        """Show what is selected now. Costs nothing while out of sight."""
        if not self.isVisible():
            return
        document = self._bridge.document
        goals = [goal for one in self._bridge.selection if (goal := document.get(Goal, one))]
        goal = goals[0] if goals else None
        self._heading.setText((goal.title or goal.code) if goal else self.tr("Choose a goal to see its red thread."))
        self._verdict.setText(self._judged(goal) if goal else "")
        self.print.setVisible(goal is not None)
        for tree, upward in ((self.up, True), (self.down, False)):
            model = tree.model()
            assert isinstance(model, QStandardItemModel)
            model.clear()
            if goal:
                self._grow(model, goal, upward=upward)
                tree.expandAll()
        self._list_broken()

    def _judged(self, goal: Goal) -> str:
        if goal.kind is GoalKind.VISION_ELEMENT:
            return ""
        why = reason(self._bridge.document, goal.id)
        political = f"{self._bridge.workspace.words.word('political_goal'):a}"
        return self._bridge.say(why) if why else self.tr("✓ The thread reaches %1.").replace("%1", political)

    def _grow(self, model: QStandardItemModel, goal: Goal, *, upward: bool) -> None:
        document = self._bridge.document
        lines = 0
        waiting: list[tuple[QStandardItem, Id, tuple[Id, ...]]] = [(model.invisibleRootItem(), goal.id, (goal.id,))]
        while waiting and lines < _LINES_MOST:
            item, here, way = waiting.pop(0)
            links = document.links_up(here) if upward else document.links_down(here)
            ends = {link.upper if upward else link.lower for link in links} - set(way)
            found = [one for end in ends if (one := document.get(Goal, end))]
            for other in sorted(found, key=lambda one: (one.kind.level, sort_key(one.title), one.id)):
                line = self._line(other)
                item.appendRow(line)
                waiting.append((line, other.id, (*way, other.id)))
                lines += 1

    def _line(self, goal: Goal) -> QStandardItem:
        item = QStandardItem(mark_icon(goal.kind, self._theme), f"{goal.code}  {goal.title}")
        item.setData(goal.id, _ROLE)
        return item

    def _list_broken(self) -> None:
        document = self._bridge.document
        verdicts = verdicts_of(document)
        asked = [goal for goal in document.all(Goal).values() if goal.kind in _ASKED]
        loose = [goal for goal in asked if verdicts.of(goal.id).broken]
        loose.sort(key=lambda goal: (goal.kind.level, sort_key(goal.code), sort_key(goal.title)))
        model = self.broken.model()
        assert isinstance(model, QStandardItemModel)
        model.clear()
        for goal in loose[:_LINES_MOST]:
            model.appendRow(self._line(goal))
        self._broken_head.setText(self.tr("%n broken thread(s)", "", len(loose)))

    def _chosen(self, index: object) -> None:
        goal = getattr(index, "data", lambda role: None)(_ROLE)
        if goal:
            self._bridge.select([goal])
            self.wanted.emit(goal)
