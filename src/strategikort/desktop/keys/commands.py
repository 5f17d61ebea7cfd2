"""What serves those who work by keys: the palette, the sheet of keys, walking along links, presenting, and Esc."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from strategikort.application.drawing.walking import Way
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.keys import palette, sheet
from strategikort.desktop.keys.offers import offers
from strategikort.desktop.look.theme import Theme
from strategikort.desktop.maps import presenting
from strategikort.desktop.maps.area import MapArea
from strategikort.domain.goals import Goal
from strategikort.domain.shape import Id

Actions = Callable[[], Mapping[str, QAction]]


class KeyCommands(QObject):
    """Finds, walks and presents. ``actions`` gives the window's actions when the palette is opened."""

    map_wanted = Signal()
    """The map has to be in sight for what is done next."""

    def __init__(self, bridge: Bridge, theme: Theme, *, map_area: MapArea, actions: Actions, window: QWidget) -> None:
        super().__init__(window)
        self._bridge, self._theme = bridge, theme
        self._map_area, self._actions, self._window = map_area, actions, window
        self._page: presenting.Presenting | None = None

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What does each action."""
        walk = self._map_area.view.walk_link
        return {
            "palette": self.open_palette,
            "keys": self.open_sheet,
            "present": self.present,
            "walk_up": partial(walk, Way.UP),
            "walk_down": partial(walk, Way.DOWN),
            "walk_before": partial(walk, Way.BEFORE),
            "walk_after": partial(walk, Way.AFTER),
        }

    def able(self) -> Mapping[str, bool]:
        """There has to be something to present."""
        return {"present": bool(self._bridge.document.all(Goal))}

    def open_palette(self) -> None:
        """Ask what to do or where to go, and do that with the focus where it was."""
        focus = QApplication.focusWidget()
        found = offers(self._bridge, self._theme, self._actions(), self._map_area.maps, self._open_map, self._go_to)
        dialog = palette.Palette(found, self._theme, self._window)
        dialog.finished.connect(partial(self._chosen, dialog, focus))
        dialog.open()

    def _chosen(self, dialog: "palette.Palette", focus: QWidget | None, result: int) -> None:
        dialog.deleteLater()
        self._window.activateWindow()
        if focus is not None and focus.window() is self._window:
            focus.setFocus()
        if result == QDialog.DialogCode.Accepted and dialog.chosen is not None:
            dialog.chosen()

    def _open_map(self, map: Id | None) -> None:
        self.map_wanted.emit()
        self._map_area.open_map(map)
        self._map_area.view.setFocus()

    def _go_to(self, goal: Id) -> None:
        self.map_wanted.emit()
        self._bridge.select([goal])
        self._map_area.show_goal(goal)
        self._map_area.view.setFocus()

    def open_sheet(self) -> None:
        """Show all keys."""
        dialog = sheet.KeySheet(self._theme, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def present(self) -> None:
        """Present the map that is shown, from the selected goal on; what is being presented already goes on there."""
        if self._page is None:
            title = self._map_area.choice.currentText()
            self._page = presenting.Presenting(
                self._bridge, self._theme, self._map_area.view.map_scene, title, self._window
            )
            self._page.ended.connect(self._presented)
        chosen = self._bridge.selection
        self._page.begin(chosen[0] if chosen else None, presenting.second_screen(self._window.screen()))

    def _presented(self, goal: object) -> None:
        self._page = None
        self._window.activateWindow()
        if isinstance(goal, str):
            self._bridge.select([Id(goal)])
            self._map_area.show_goal(Id(goal))

    def escape(self) -> None:
        """Out of wherever the keys are: a search is emptied first, then the map has the keys again."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QLineEdit) and focus.isClearButtonEnabled() and focus.text():
            focus.clear()
            return
        self.map_wanted.emit()
        self._map_area.view.setFocus()
