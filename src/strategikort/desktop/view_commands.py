"""What changes only what is seen: the size of the map."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from strategikort.desktop.map_area import MapArea


class ViewCommands(QObject):
    """Zooms the map."""

    def __init__(self, map_area: MapArea, parent: QObject) -> None:
        super().__init__(parent)
        self._view = map_area.view

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What does each action."""
        view = self._view
        return {
            "zoom_in": view.zoom_in,
            "zoom_out": view.zoom_out,
            "fit": view.fit,
            "fit_selection": view.fit_selection,
            "actual_size": view.actual_size,
        }

    def able(self) -> Mapping[str, bool]:
        """Always."""
        return {}
