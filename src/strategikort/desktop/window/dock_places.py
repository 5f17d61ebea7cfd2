"""The panels at the window's edges: outline left, goal and scratch pad right, findings below; closed or not."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget
from typing_extensions import override

from strategikort.desktop.look.fonts import enlarged


class Panel(QDockWidget):
    """A panel without a frame of its own: its content brings its head."""

    def __init__(self, name: str, title: str, content: QWidget, parent: QMainWindow) -> None:
        super().__init__(title, parent)
        self.setObjectName(name)
        self.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable)
        self.setTitleBarWidget(QWidget(self))
        self.setWidget(content)


def place_panels(window: QMainWindow, outline: Panel, findings: Panel, goal_panel: Panel, ideas: Panel) -> "PanelSizes":
    """Put the panels at their edges, the scratch pad put away; gives what sizes them as long as the user does not."""
    areas: Mapping[Panel, Qt.DockWidgetArea] = {
        outline: Qt.DockWidgetArea.LeftDockWidgetArea,
        ideas: Qt.DockWidgetArea.RightDockWidgetArea,
        goal_panel: Qt.DockWidgetArea.RightDockWidgetArea,
        findings: Qt.DockWidgetArea.BottomDockWidgetArea,
    }
    for corner, area in (
        (Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea),
        (Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.RightDockWidgetArea),
    ):
        window.setCorner(corner, area)
    for panel, area in areas.items():
        window.addDockWidget(area, panel)
    window.splitDockWidget(ideas, goal_panel, Qt.Orientation.Vertical)
    ideas.hide()
    sizes = PanelSizes(window, outline, findings, goal_panel)
    window.installEventFilter(sizes)
    return sizes


class PanelSizes(QObject):
    """Gives the panels their share of the window whenever it changes, until the user has sizes of their own."""

    def __init__(self, window: QMainWindow, outline: Panel, findings: Panel, goal_panel: Panel) -> None:
        super().__init__(window)
        self._window, self._outline, self._findings, self._goal_panel = window, outline, findings, goal_panel
        self.chosen = False
        """Whether the user has given the panels sizes."""

    def keep(self) -> None:
        """The panels have the sizes that the user chose, and keep them."""
        self.chosen = True

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.FontChange, QEvent.Type.Show):
            self._share()
        elif event.type() is QEvent.Type.MouseButtonPress:
            self.chosen = True  # no part of the window has taken it: on the line between them a drag begins
        return False

    def _share(self) -> None:
        if self.chosen:
            return
        window, larger = self._window, enlarged(self._window.font())
        wide, high = window.width(), window.height()
        left, right = min(270 * larger, wide * 0.22), min(310 * larger, wide * 0.29)
        horizontal, vertical = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        window.resizeDocks([self._outline, self._goal_panel], [round(left), round(right)], horizontal)
        window.resizeDocks([self._findings], [round(min(180 * larger, high * 0.2))], vertical)
