"""What changes only what is seen: the size of the map, whether it glides, and which units are open when it is shown."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject

from strategikort.desktop.bridge import Bridge
from strategikort.desktop.look.settings import LESS_MOTION, Settings
from strategikort.desktop.maps.area import MapArea
from strategikort.desktop.maps.opened_units import UnitMemory


class ViewCommands(QObject):
    """Zooms the map, and has it shown as it was left."""

    def __init__(self, bridge: Bridge, settings: Settings, map_area: MapArea, parent: QObject) -> None:
        super().__init__(parent)
        self._settings, self._view = settings, map_area.view
        UnitMemory(bridge, settings, self._view)
        settings.changed.connect(self._follow)
        self._follow(LESS_MOTION)

    def _follow(self, setting: object) -> None:
        if setting is LESS_MOTION:
            self._view.glide.allowed = not self._settings.get(LESS_MOTION)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What does each action."""
        view = self._view
        return {
            "zoom_in": view.zoom_in,
            "zoom_out": view.zoom_out,
            "fit": partial(view.glide.go, view.fit),
            "fit_selection": view.fit_selection,
            "actual_size": view.actual_size,
        }

    def able(self) -> Mapping[str, bool]:
        """Always."""
        return {}
