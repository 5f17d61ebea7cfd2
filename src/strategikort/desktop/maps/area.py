"""The map with its bar: which map is shown, how large, and what the signs on it mean."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from strategikort.desktop.bridge import Bridge
from strategikort.desktop.canvas.heard_map import heard_cards_of
from strategikort.desktop.canvas.view import MapView
from strategikort.desktop.fields.entry import Choice
from strategikort.desktop.fields.rows import Rows
from strategikort.desktop.look.icons import icon
from strategikort.desktop.look.theme import Theme
from strategikort.desktop.maps.comparing_bar import ComparingBar
from strategikort.desktop.maps.dialog import years_text
from strategikort.desktop.maps.legend import LegendCard
from strategikort.desktop.maps.minimap import Minimap
from strategikort.desktop.maps.opened_units import OpenedUnits
from strategikort.desktop.maps.remarks_button import RemarksButton
from strategikort.desktop.maps.trace_bar import TraceBar
from strategikort.desktop.maps.way_back import WayBack
from strategikort.domain.document import map_titled
from strategikort.domain.edits.agreements import centre_of
from strategikort.domain.edits.map_set import ordered_maps
from strategikort.domain.goals import Goal
from strategikort.domain.maps import MapPlace, StrategyMap
from strategikort.domain.shape import Id

Maps = tuple[tuple[Id | None, str], ...]


class MapArea(QWidget):
    """The map view below a slim bar."""

    looked_otherwise = Signal()
    """Another map is shown, or units on it were opened or closed."""

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.view = MapView(bridge, theme, self)
        self.heard = heard_cards_of(self.view)
        self.setProperty("panel", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        bar = Rows(spacing=6)
        bar.setContentsMargins(12, 6, 12, 6)
        self.choice = Choice(self)
        self.choice.setAccessibleName(self.tr("Which map"))
        self.choice.setMinimumWidth(120)
        self.choice.setMaximumWidth(420)
        self.choice.activated.connect(self._chosen)
        bar.addWidget(self.choice)
        self.opened = OpenedUnits(bridge, self.view.map_scene, self)
        self.opened.told.connect(self.looked_otherwise)
        bar.addWidget(self.opened)
        self.remarks = RemarksButton(bridge, self.view, self)
        bar.addWidget(self.remarks)
        self.trace = TraceBar(self.view.map_scene, self)
        self.trace.turned.connect(self.looked_otherwise)
        for part in self.trace.parts:
            bar.push(part)
        bar.push(self._zoom_buttons(theme))
        box.addLayout(bar)
        self.comparing = ComparingBar(bridge, self.view, theme, self)
        self.comparing.turned.connect(self.looked_otherwise)
        box.addWidget(self.comparing)
        box.addWidget(self.view, 1)
        self.minimap = Minimap(self.view, theme)
        self.legend = LegendCard(bridge, self.view, theme, self.comparing)
        self.way_back = WayBack(self.view)
        self._maps: Maps = ()
        self.view.zoom_changed.connect(self._tell_zoom)
        self.view.map_shown.connect(self._follow_map)
        self.view.map_shown.connect(self.looked_otherwise)
        bridge.changed.connect(self._offer)
        self._offer()
        self.open_map(self.first_map())

    def _zoom_buttons(self, theme: Theme) -> QWidget:
        both = QWidget(self)
        bar = QHBoxLayout(both)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.setSpacing(6)
        self._zoom = QLabel(self)
        self._zoom.setProperty("muted", True)
        self._zoom.setMinimumWidth(46)
        for name, tip, slot in (
            ("fit", self.tr("Fit to window"), lambda: self.view.glide.go(self.view.fit)),
            ("zoom_out", self.tr("Smaller"), self.view.zoom_out),
            ("", "", None),
            ("zoom_in", self.tr("Larger"), self.view.zoom_in),
        ):
            if slot is None:
                bar.addWidget(self._zoom)
                continue
            button = QToolButton(self)
            button.setIcon(icon(name, theme, size=18))
            button.setProperty("plain", True)
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            button.clicked.connect(slot)
            bar.addWidget(button)
        return both

    @property
    def maps(self) -> Maps:
        """All maps with their titles, the whole document first."""
        return self._maps

    @property
    def map(self) -> Id | None:
        """The map that is shown, None for the whole document."""
        place = self.choice.currentIndex()
        return self._maps[place][0] if 0 <= place < len(self._maps) else None

    def open_map(self, map: Id | None) -> None:
        """Show a map."""
        self.view.show_map(map)
        self._follow_map(map)

    def step(self, by: int) -> None:
        """Show the map so many places further in the list, round and round."""
        self.open_map(self._maps[(self.choice.currentIndex() + by) % len(self._maps)][0])

    def first_map(self) -> Id | None:
        """The map to begin with: the first centre's, or else the whole document."""
        maps = self._bridge.document.all(StrategyMap)
        return next((one for one, _ in self._maps if one and maps[one].centre), None)

    def show_goal(self, goal: Id, *, gliding: bool = False) -> None:
        """Bring a goal into the middle, on the map that is shown if it stands there, or else on its centre's.

        Where the map stays the same, it may be ``gliding`` there.
        """
        shown = self.map
        if self.view.map_scene.item(goal) is None:
            map = self._home_of(goal)
            if map != self.map:
                self.open_map(map)
        if self.view.map_scene.item(goal) is None and self.map is not None:
            self.open_map(None)
        arrive = partial(self.view.center_on, goal)
        if gliding and self.map == shown:
            self.view.glide.go(arrive)
        else:
            arrive()

    def _home_of(self, goal: Id) -> Id | None:
        document = self._bridge.document
        found = document.get(Goal, goal)
        centre = centre_of(document, found.owner, found.valid_from) if found else None
        maps = document.all(StrategyMap).values()
        drawn = next((place.map for place in document.grouped(MapPlace, "goal").get(goal, ())), None)
        return drawn or next((one.id for one in maps if centre and one.centre == centre.id), None)

    def _offer(self) -> None:
        document = self._bridge.document
        words = self._bridge.workspace.words
        found: Maps = ((None, self.tr("All goals")), *((one.id, self._title(one)) for one in ordered_maps(document)))
        if found == self._maps:
            return
        shown = self.map
        self._maps = found
        self.choice.clear()
        self.choice.addItems([title for _, title in found])
        self.choice.setToolTip(f"{words.word('strategy_map'):One}")
        self._follow_map(shown)
        if shown is not None and document.get(StrategyMap, shown) is None:
            self.open_map(None)

    def _title(self, map: StrategyMap) -> str:
        title = map_titled(self._bridge.document, map) or self.tr("Map without a name")
        years = years_text((map.valid_from, map.valid_to))
        return title if not years or years in title.replace("-", "–") else f"{title} · {years}"

    def _chosen(self, place: int) -> None:
        self.open_map(self._maps[place][0])

    def _follow_map(self, map: object) -> None:
        place = next((row for row, (identity, _) in enumerate(self._maps) if identity == map), 0)
        self.choice.setCurrentIndex(place)

    def _tell_zoom(self, scale: object) -> None:
        self._zoom.setText(f"{round(scale * 100)} %" if isinstance(scale, float) else "")
