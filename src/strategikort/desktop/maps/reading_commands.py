"""What is done to hear or read the map instead of seeing it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from strategikort.desktop.bridge import Bridge
from strategikort.desktop.dialogs.messages import show_dialog
from strategikort.desktop.look.settings import Settings
from strategikort.desktop.maps import in_words_dialog
from strategikort.desktop.maps.area import MapArea


class ReadingCommands(QObject):
    """Says the map that is shown in words."""

    def __init__(self, bridge: Bridge, settings: Settings, map_area: MapArea, window: QWidget) -> None:
        super().__init__(window)
        self._bridge, self._settings, self._map_area, self._window = bridge, settings, map_area, window

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What does each action."""
        return {"map_in_words": self.show_words}

    def able(self) -> Mapping[str, bool]:
        """Always."""
        return {}

    def show_words(self) -> None:
        """Show the map in words."""
        area = self._map_area
        dialog = in_words_dialog.MapInWordsDialog(self._bridge, self._settings, area.map, area.comparing, self._window)
        show_dialog(dialog)
