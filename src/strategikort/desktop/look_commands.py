"""What changes how the map is looked at: whose thread is followed, how far, and whether the rest is drawn."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from strategikort.desktop.map_area import MapArea


class LookCommands(QObject):
    """The keys of the bar that follows the red thread."""

    def __init__(self, map_area: MapArea, parent: QObject) -> None:
        super().__init__(parent)
        self._bar = map_area.trace

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What does each action."""
        bar = self._bar
        return {
            "trace": bar.toggle,
            "trace_way": bar.turn,
            "trace_deeper": bar.deeper,
            "trace_shallower": bar.shallower,
            "hide_rest": bar.hide_rest,
        }

    def able(self) -> Mapping[str, bool]:
        """Direction and depth need a thread that is followed."""
        return dict.fromkeys(("trace_way", "trace_deeper", "trace_shallower"), self._bar.look.following)

    def checked(self) -> Mapping[str, bool]:
        """Which of the switches are on."""
        return {"trace": self._bar.look.following, "hide_rest": self._bar.look.alone}
