"""Which units of a map are open to their goals: told in the map's bar, where each can be closed again."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from strategikort.desktop.bridge import Bridge
from strategikort.desktop.canvas.scene import MapScene
from strategikort.domain.organisation import OrgUnit
from strategikort.domain.shape import Id
from strategikort.domain.texts import sort_key


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
