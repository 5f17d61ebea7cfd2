"""The panels at the window's edges: outline left, goal right, findings below; each can be closed and is remembered."""

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


def place_panels(window: QMainWindow, outline: Panel, findings: Panel, goal: Panel) -> None:
    """Put the panels at their edges, in sizes that leave the map the most room."""
    areas: Mapping[Panel, Qt.DockWidgetArea] = {
        outline: Qt.DockWidgetArea.LeftDockWidgetArea,
        goal: Qt.DockWidgetArea.RightDockWidgetArea,
        findings: Qt.DockWidgetArea.BottomDockWidgetArea,
    }
    for corner, area in (
        (Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea),
        (Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.RightDockWidgetArea),
    ):
        window.setCorner(corner, area)
    for panel, area in areas.items():
        window.addDockWidget(area, panel)
    width, height = window.width(), window.height()
    horizontal, vertical = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    window.resizeDocks([outline, goal], [round(min(290, width * 0.2)), round(min(340, width * 0.26))], horizontal)
    window.resizeDocks([findings], [round(min(180, height * 0.2))], vertical)
