"""The panels at the window's edges: outline left, goal and scratch pad right, findings below; closed or not."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget


class Panel(QDockWidget):
    """A panel without a frame of its own: its content brings its head."""

    def __init__(self, name: str, title: str, content: QWidget, parent: QMainWindow) -> None:
        super().__init__(title, parent)
        self.setObjectName(name)
        self.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable)
        self.setTitleBarWidget(QWidget(self))
        self.setWidget(content)


def place_panels(window: QMainWindow, outline: Panel, findings: Panel, goal_panel: Panel, ideas: Panel) -> None:
    """Put the panels at their edges, in sizes that leave the map the most room; the scratch pad is put away."""
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
    width, height = window.width(), window.height()
    horizontal, vertical = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    window.resizeDocks([outline, goal_panel], [round(min(290, width * 0.2)), round(min(340, width * 0.26))], horizontal)
    window.resizeDocks([findings], [round(min(180, height * 0.2))], vertical)
