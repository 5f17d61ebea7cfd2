"""How many remarks on the map are open: told in the map's bar, a press shows them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget

from strategikort.application.map_review import open_remarks
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.canvas.view import MapView
from strategikort.domain.shape import Id


class RemarksButton(QToolButton):
    """Hidden while there are none."""

    def __init__(self, bridge: Bridge, view: MapView, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._map: Id | None = None
        self.setProperty("filter", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(self.tr("Read the remarks on the map, answer and close them"))
        view.map_shown.connect(self._other_map)
        bridge.changed.connect(self.follow)
        self.hide()

    def _other_map(self, map: object) -> None:
        self._map = Id(map) if isinstance(map, str) else None
        self.follow()

    def follow(self) -> None:
        """Count anew."""
        number = open_remarks(self._bridge.document, self._map) if self._map else 0
        self.setText(self.tr("%n remark(s)", "", number))
        self.setVisible(number > 0)
