"""What changes how the map is looked at: whose thread is followed, how far, and whether the rest is drawn."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject

from strategikort.desktop.look.settings import LEGEND, MINIMAP, Setting, Settings
from strategikort.desktop.maps.area import MapArea
from strategikort.desktop.maps.corner import Corner


class LookCommands(QObject):
    """The keys of the bar that follows the red thread; minimap and legend, remembered as they are left."""

    def __init__(self, settings: Settings, map_area: MapArea, parent: QObject) -> None:
        super().__init__(parent)
        self._settings, self._bar = settings, map_area.trace
        self._sheets: dict[str, tuple[Setting[bool], Corner]] = {
            "minimap": (MINIMAP, map_area.minimap),
            "legend": (LEGEND, map_area.legend),
        }
        settings.changed.connect(self._follow)
        for setting, _ in self._sheets.values():
            self._follow(setting)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What does each action."""
        bar = self._bar
        return {
            "trace": bar.toggle,
            "trace_way": bar.turn,
            "trace_deeper": bar.deeper,
            "trace_shallower": bar.shallower,
            "hide_rest": bar.hide_rest,
            **{name: partial(self._toggle, name) for name in self._sheets},
        }

    def _toggle(self, name: str) -> None:
        setting, sheet = self._sheets[name]
        self._settings.put(setting, sheet.isHidden())

    def _follow(self, changed: object) -> None:
        for setting, sheet in self._sheets.values():
            if setting is changed:
                sheet.setVisible(self._settings.get(setting))

    def able(self) -> Mapping[str, bool]:
        """Direction and depth need a thread that is followed."""
        return dict.fromkeys(("trace_way", "trace_deeper", "trace_shallower"), self._bar.look.following)

    def checked(self) -> Mapping[str, bool]:
        """Which of the switches are on."""
        sheets = {name: not sheet.isHidden() for name, (_, sheet) in self._sheets.items()}
        return {"trace": self._bar.look.following, "hide_rest": self._bar.look.alone, **sheets}
