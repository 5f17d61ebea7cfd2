"""What directors and centres have remarked on a goal and nobody has closed: counted in the goal's panel, map by map."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from strategikort.application.map_review import open_remarks_of
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.fields.buttons import flat
from strategikort.desktop.look.clearing import clear
from strategikort.domain.document import map_titled
from strategikort.domain.goals import Goal
from strategikort.domain.maps import StrategyMap


class RemarksLine(QWidget):
    """A link for each map on which the goal has open remarks; nothing where there are none."""

    wanted = Signal(object)
    """The identity of the map whose review shall be shown."""

    def __init__(self, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(2)
        self.hide()

    def show_goal(self, goal: Goal) -> None:
        """Tell of another goal, or of the same as it is now."""
        clear(self._box)
        document = self._bridge.document
        counts = open_remarks_of(document, goal.id)
        for map, number in counts.items():
            found = document.get(StrategyMap, map)
            if found is None:
                continue
            button = flat(self.tr("%n remark(s) ...", "", number), self)
            button.setToolTip(map_titled(document, found))
            button.setAccessibleDescription(map_titled(document, found))
            button.clicked.connect(partial(self.wanted.emit, map))
            self._box.addWidget(button)
        self.setVisible(bool(counts))
