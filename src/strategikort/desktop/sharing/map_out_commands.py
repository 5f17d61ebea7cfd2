"""What brings the map out of the program: onto paper, into a file, onto the clipboard as a picture."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from strategikort.desktop.bridge import Bridge
from strategikort.desktop.dialogs.messages import show_dialog
from strategikort.desktop.look.settings import Settings
from strategikort.desktop.maps.area import MapArea
from strategikort.desktop.paper import map_print_dialog
from strategikort.desktop.sharing import clipboard

_MOST_DOTS = 8_000


class MapOutCommands(QObject):
    """Prints and copies the map that is shown."""

    def __init__(self, bridge: Bridge, settings: Settings, map_area: MapArea, window: QWidget) -> None:
        super().__init__(window)
        self._bridge, self._settings, self._map_area, self._window = bridge, settings, map_area, window

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What does each action."""
        return {"print_map": self.print_map, "copy_map": self.copy_map}

    def able(self) -> Mapping[str, bool]:
        """Always."""
        return {}

    def print_map(self) -> None:
        """Choose paper and sheets, see them, and print or save."""
        self._window.setFocus()
        dialog = map_print_dialog.MapPrintDialog(self._bridge, self._settings, self._map_area, self._window)
        show_dialog(dialog)

    def copy_map(self) -> None:
        """Put the map on the clipboard, as a picture and as a drawing."""
        press = map_print_dialog.press_of(self._bridge)
        shown = map_print_dialog.shown_on(self._map_area.view.map_scene, as_seen=True)
        data = QMimeData()
        clipboard.put_drawing(data, press, shown, most=_MOST_DOTS)
        QGuiApplication.clipboard().setMimeData(data)
