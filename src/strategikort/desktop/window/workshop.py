"""Workshop mode: large text for the projector, the map and its scratch pad, everything else put aside for a while."""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from strategikort.desktop.look.dress import put_on
from strategikort.desktop.look.settings import TEXT_SIZE, Settings
from strategikort.desktop.look.theme import Theme
from strategikort.desktop.window.dock_places import Panel

PERCENT: Final = 160
"""How large texts are at least: to be read from the back of a room."""


class Workshop(QObject):
    """Begins and ends workshop mode in one window; at its end all is as it was before."""

    changed = Signal(bool)
    """Whether it has begun or ended."""
    map_wanted = Signal()
    """The map has to be in sight."""

    def __init__(self, theme: Theme, settings: Settings, panels: Callable[[], Mapping[str, Panel]], line: QWidget,
                 parent: QObject) -> None:  # fmt: skip
        super().__init__(parent)
        self._theme, self._settings, self._panels, self._line = theme, settings, panels, line
        self._before: dict[str, bool] | None = None

    @property
    def on(self) -> bool:
        """Whether the window is in workshop mode."""
        return self._before is not None

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What does each action."""
        return {"workshop": self.toggle}

    def able(self) -> Mapping[str, bool]:
        """Always."""
        return {}

    def toggle(self) -> None:
        """Begin, or end."""
        if self.on:
            self.end()
        else:
            self._begin()

    def _begin(self) -> None:
        panels = self._panels()
        self._before = {name: not panel.isHidden() for name, panel in panels.items()}
        for name, panel in panels.items():
            panel.setVisible(name == "ideas")
        self._enlarge(max(PERCENT, int(self._settings.get(TEXT_SIZE))))
        self.map_wanted.emit()
        self._line.setFocus()
        self.changed.emit(True)

    def end(self) -> None:
        """Let panels and texts be as they were, if the window is in workshop mode."""
        if self._before is None:
            return
        before, self._before = self._before, None
        for name, panel in self._panels().items():
            panel.setVisible(before.get(name, True))
        self._enlarge(int(self._settings.get(TEXT_SIZE)))
        self.changed.emit(False)

    def _enlarge(self, percent: int) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication), "a window needs an application"
        put_on(app, self._theme, percent)
