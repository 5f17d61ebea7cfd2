"""The scratch pad (*kladde*) beside the map: ideas that are no goals yet, and what makes goals of them."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from strategikort.application.drawing.measure import CARD_HEIGHT, CARD_WIDTH
from strategikort.desktop.bridge import Bridge, Changed
from strategikort.desktop.canvas.view import MapView
from strategikort.desktop.fields.entry import Line
from strategikort.desktop.goal.menus import KindMenu
from strategikort.desktop.ideas.list import IdeaList
from strategikort.desktop.look.icons import icon
from strategikort.desktop.look.theme import Theme
from strategikort.domain.edits.ideas import add_ideas, goals_of_ideas, ideas_beside, remove_ideas, word_idea
from strategikort.domain.edits.maps import Spot
from strategikort.domain.goals import Goal, GoalKind
from strategikort.domain.ideas import Idea
from strategikort.domain.maps import StrategyMap
from strategikort.domain.shape import Id, room

_MOST = room(Idea, "text")
_LEAST = 30
"""The least height of the list, so that the window fits a small screen with large letters."""


class IdeaLine(Line):
    """Where an idea is written. Several lines that are pasted become an idea each."""

    pasted = Signal(object)
    """The lines (list of str) that were pasted."""

    @override
    def paste(self) -> None:
        lines = [line for line in QApplication.clipboard().text().splitlines() if line.strip()]
        if len(lines) > 1:
            self.pasted.emit(lines)
        else:
            super().paste()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            super().keyPressEvent(event)


class IdeasPanel(QWidget):
    """The ideas beside the map that is shown. Enter in the line writes one down, Enter in the list makes a goal."""

    closed = Signal()
    """The panel shall be put away."""

    def __init__(self, bridge: Bridge, view: MapView, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._view = bridge, view
        self.setProperty("panel", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.line = IdeaLine(self)
        self.line.setMaxLength(_MOST)
        self.line.setPlaceholderText(self.tr("Write an idea, then Enter"))
        self.line.setAccessibleName(self.tr("New idea"))
        self.list = IdeaList(self)
        self.list.setAccessibleName(self.tr("Ideas"))
        self.list.setMinimumHeight(_LEAST)
        self.empty = QLabel(self.tr("Ideas are no goals yet, and nothing is checked about them."), self)
        self.empty.setProperty("muted", True)
        self.empty.setWordWrap(True)
        self.kinds = KindMenu(bridge, theme, self)
        self.make = QPushButton(self.tr("Make it a goal"), self)
        self.make.setMenu(self.kinds)
        self.throw = QPushButton(self.tr("Delete"), self)
        self._lay_out(theme)
        self.line.returnPressed.connect(self._write)
        self.line.pasted.connect(self.add)
        self.list.pasted.connect(self.add)
        self.list.ideas.worded.connect(self._word)
        self.list.thrown_away.connect(self._throw_away)
        self.list.goal_wanted.connect(self.make_goals)
        self.list.selectionModel().selectionChanged.connect(self._can)
        self.throw.clicked.connect(self._throw_away)
        self.kinds.chosen.connect(self.make_goals)
        bridge.changed.connect(self._follow)
        view.map_shown.connect(self.refresh)
        self.refresh()

    def _lay_out(self, theme: Theme) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 8, 10, 12)
        box.setSpacing(8)
        head, buttons = QHBoxLayout(), QHBoxLayout()
        heading = QLabel(self.tr("Scratch pad"), self)
        heading.setProperty("strong", True)
        self.count = QLabel(self)
        self.count.setProperty("muted", True)
        close = QToolButton(self)
        close.setProperty("plain", True)
        close.setIcon(icon("close", theme, size=16, color=theme.muted))
        close.setToolTip(self.tr("Close the scratch pad"))
        close.setAccessibleName(self.tr("Close the scratch pad"))
        close.clicked.connect(self.closed)
        head.addWidget(heading)
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(close)
        buttons.addWidget(self.make)
        buttons.addWidget(self.throw)
        buttons.addStretch(1)
        box.addLayout(head)
        box.addWidget(self.line)
        box.addWidget(self.empty)
        box.addWidget(self.list, 1)
        box.addLayout(buttons)

    def refresh(self) -> None:
        """Show the ideas beside the map that is shown now."""
        row, chosen = self.list.currentIndex().row(), self.list.chosen()
        ideas = ideas_beside(self._bridge.document, self._view.map_scene.map)
        self.list.ideas.fill(ideas)
        if chosen:
            self.list.choose(chosen, row=row)
        self.count.setText(str(len(ideas)) if ideas else "")
        self.empty.setVisible(not ideas)
        self._can()

    def _follow(self, changed: Changed) -> None:
        if any(isinstance(one.record, Idea) for one in changed.change_set.changes):
            self.refresh()

    def _can(self) -> None:
        some = bool(self.list.chosen())
        self.make.setEnabled(some)
        self.throw.setEnabled(some)

    def _write(self) -> None:
        if self.line.text().strip() and self.add([self.line.text()]):
            self.line.clear()

    def add(self, lines: Iterable[str]) -> bool:
        """Write ideas down, one a line, as one step; whether that was done."""
        texts, map = list(lines), self._view.map_scene.map
        new_id = self._bridge.workspace.new_id
        made = self._bridge.edit(lambda document: add_ideas(document, texts, new_id=new_id, map=map))
        return made is not None

    def _word(self, idea: Id, text: str) -> None:
        before = self._bridge.document.get(Idea, idea)
        if before is not None and text != before.text:
            self._bridge.edit(lambda document: word_idea(document, idea, text))

    def _throw_away(self) -> None:
        ideas = self.list.chosen()
        if ideas:
            self._bridge.edit(lambda document: remove_ideas(document, ideas))

    def make_goals(self, kind: GoalKind | None = None) -> None:
        """Make goals of the selected ideas, of the level that the map is for unless another is wanted."""
        scene = self._view.map_scene
        usual = GoalKind.CENTRE_GOAL if GoalKind.CENTRE_GOAL in scene.picture.levels else scene.picture.levels[-1]
        self._make_goals(self.list.chosen(), kind or usual, (0, 0))

    def drop(self, ideas: Iterable[Id], at: QPointF) -> None:
        """Make goals of ideas that were dropped on the map: of the level of the band, where they were dropped."""
        scene = self._view.map_scene
        kind = scene.kind_at(at)
        if kind is not None:
            self._make_goals(ideas, kind, scene.spot_at(at - QPointF(CARD_WIDTH / 2, CARD_HEIGHT / 2), kind))

    def _make_goals(self, ideas: Iterable[Id], kind: GoalKind, spot: Spot) -> None:
        scene, space = self._view.map_scene, self._bridge.workspace
        found = space.document.get(StrategyMap, scene.map)
        wanted = dict.fromkeys(ideas, (kind, spot))
        if not wanted:
            return
        spots = scene.places.room_for(wanted)
        made = self._bridge.edit(
            lambda document: goals_of_ideas(
                document,
                spots,
                profile=space.profile,
                new_id=space.new_id,
                kind=kind,
                owner=found.centre if found and kind is GoalKind.CENTRE_GOAL else None,
                map=scene.map,
            )
        )
        goals = [change.record.id for change in made.changes if isinstance(change.record, Goal)] if made else []
        if goals:
            self._bridge.select(goals)
            if scene.item(goals[0]) is not None:
                self._view.center_on(goals[0])
