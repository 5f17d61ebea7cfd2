"""Which units of a map are open to their goals: told in the map's bar, closed there, and remembered map by map."""

from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from strategikort.desktop.bridge import Bridge
from strategikort.desktop.canvas.scene import MapScene
from strategikort.desktop.canvas.view import MapView
from strategikort.desktop.look.settings import UNITS_OPENED, Settings
from strategikort.domain.organisation import OrgUnit
from strategikort.domain.shape import Id
from strategikort.domain.texts import sort_key

_MOST: Final = 500
"""So many are remembered, those opened last; nobody misses the rest."""


class OpenedUnits(QToolButton):
    """Says how many units are open and closes one or all; hidden while there are none."""

    told = Signal()
    """Others are open than before."""

    def __init__(self, bridge: Bridge, scene: MapScene, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._scene = bridge, scene
        self._opened: frozenset[Id] = frozenset()
        self.choices = QMenu(self)
        """One line for each unit that is open."""
        self.setMenu(self.choices)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setProperty("filter", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(self.tr("Close units that are open"))
        self.hide()
        scene.redrawn.connect(self._follow)

    def close_all(self) -> None:
        """Show every unit as its box again."""
        for unit in self._scene.opened:
            self._scene.open_unit(unit, opened=False)

    def _follow(self) -> None:
        if self._scene.opened == self._opened:
            return
        self._opened = self._scene.opened
        orgs = [org for one in self._opened if (org := self._bridge.document.get(OrgUnit, one))]
        orgs.sort(key=lambda org: sort_key(org.name))
        self.choices.clear()
        for org in orgs:
            action = self.choices.addAction(self.tr("Close %1").replace("%1", org.name.replace("&", "&&")))
            action.triggered.connect(partial(self._close, org.id))
        self.setText(self.tr("%n unit(s) open", "", len(orgs)))
        self.setVisible(bool(orgs))
        self.told.emit()

    def _close(self, unit: Id) -> None:
        self._scene.open_unit(unit, opened=False)


class UnitMemory(QObject):
    """Remembers on this machine which units are open on each map of a document, and has them open there again."""

    def __init__(self, bridge: Bridge, settings: Settings, view: MapView) -> None:
        super().__init__(view)
        self._bridge, self._settings, self._view = bridge, settings, view
        view.map_scene.opened_on = self.opened_on
        view.map_scene.units_opened.connect(self._remember)
        if self.opened_on(view.map_scene.map):
            view.show_map(view.map_scene.map)

    def opened_on(self, map: Id | None) -> frozenset[Id]:
        """The units of the document that were left open on a map."""
        name, found = self._name(map), self._settings.get(UNITS_OPENED)
        units = (Id(one.removeprefix(name)) for one in found if one.startswith(name))
        return frozenset(unit for unit in units if self._bridge.document.get(OrgUnit, unit))

    def _remember(self) -> None:
        scene = self._view.map_scene
        name = self._name(scene.map)
        others = [one for one in self._settings.get(UNITS_OPENED) if not one.startswith(name)]
        self._settings.put(UNITS_OPENED, [*sorted(f"{name}{unit}" for unit in scene.opened), *others][:_MOST])

    def _name(self, map: Id | None) -> str:
        municipality = self._bridge.document.municipality
        return f"{map or (municipality.id if municipality else '')} "
