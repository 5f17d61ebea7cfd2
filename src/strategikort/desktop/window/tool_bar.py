"""The tool bar: the views as tabs, undo, what is done most, and the search."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolBar, QToolButton, QWidget
from typing_extensions import override

from strategikort.desktop.bridge import Bridge
from strategikort.desktop.fields.entry import Line
from strategikort.desktop.look.icons import beside_texts, icon
from strategikort.desktop.look.theme import Theme
from strategikort.desktop.made_actions import add_button
from strategikort.desktop.outline.panel import OutlinePanel
from strategikort.domain.shape import Id


class GoalSearch(Line):
    """Filters the outline while a part of a title or code is typed; Enter goes from hit to hit."""

    wanted = Signal(object)
    """The identity of a hit that shall be brought into sight."""
    told = Signal(object)
    """A few words for the status bar."""

    def __init__(self, bridge: Bridge, outline: OutlinePanel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._outline = outline
        self._hits: list[Id] = []
        self._hit = -1
        self.setPlaceholderText(self.tr("Find goal ...  Ctrl+F"))
        self.setAccessibleName(self.tr("Find goal"))
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(100)
        self.setMaximumWidth(280)
        self.addAction(icon("search", theme, size=18, color=theme.muted), Line.ActionPosition.LeadingPosition)
        self.textChanged.connect(self._filter)
        outline.found.connect(self._follow)
        self.returnPressed.connect(self.next_hit)

    def _filter(self, text: str) -> None:
        self._outline.search(text)

    def _follow(self, hits: object) -> None:
        before = self._hits[self._hit] if 0 <= self._hit < len(self._hits) else None
        self._hits = hits if isinstance(hits, list) else []
        self._hit = self._hits.index(before) if before in self._hits else -1
        self.told.emit("" if hits is None else self.tr("%n hit(s)", "", len(self._hits)))

    def next_hit(self) -> None:
        """Select the next hit, after the last the first again."""
        self._step(1)

    def previous_hit(self) -> None:
        """Select the hit before, before the first the last."""
        self._step(-1)

    def _step(self, by: int) -> None:
        if not self._hits:
            return
        self._hit = (max(self._hit, -1 if by > 0 else 0) + by) % len(self._hits)
        goal = self._hits[self._hit]
        self._bridge.select([goal])
        self.wanted.emit(goal)
        words = self.tr("Hit %1 of %2").replace("%1", str(self._hit + 1))
        self.told.emit(words.replace("%2", str(len(self._hits))))


class ToolBar(QToolBar):
    """The one tool bar of a document's window; ``kinds`` is the menu of what can be made."""

    def __init__(
        self, actions: Mapping[str, QAction], search: GoalSearch, kinds: QMenu, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Tool bar"))
        self.setObjectName("tool_bar")
        self.setMovable(False)
        self.setFloatable(False)
        self._size_icons()
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        tabs = QActionGroup(self)
        for name in ("view_map", "view_agreements", "view_thread", "view_leading"):
            tabs.addAction(actions[name])
            add_button(self, actions[name], words=True)
        actions["view_map"].setChecked(True)
        self.addSeparator()
        for name in ("undo", "redo"):
            button = add_button(self, actions[name], words=False)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.addSeparator()
        new = add_button(self, actions["new_goal"], words=True, mark="primary")
        new.setMenu(kinds)
        new.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        new.setIcon(icon("add", theme, color=theme.on_accent))
        add_button(self, actions["link"], words=True, mark="framed")
        printing = add_button(self, actions["print"], words=False, mark="framed")
        printing.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        space = QWidget(self)
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(space)
        self.addWidget(search)
        self._search = search

    def _keep_whole(self) -> None:
        """Let the window be no narrower than that all of it is seen: what is put away is not found, nor by Ctrl+F."""
        needed = self.sizeHint().width() - self._search.sizeHint().width() + self._search.minimumWidth()
        if needed != self.minimumWidth():
            self.setMinimumWidth(needed)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Polish):
            self._keep_whole()
        return super().event(event)

    def _size_icons(self) -> None:
        self.setIconSize(QSize(beside_texts(20), beside_texts(20)))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._size_icons()
