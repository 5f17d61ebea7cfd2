"""Moving cards: all that are selected move as one, each within its own band."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from strategikort.desktop.canvas.card import CardItem
from strategikort.desktop.canvas.measure import BAND_PAD, snapped
from strategikort.desktop.canvas.scene import MapScene


class CardDrag:
    """Cards follow the hand; letting go writes their places in one step. Ctrl suspends the grid."""

    def __init__(self, scene: MapScene, items: Sequence[CardItem], place: QPointF) -> None:
        self._scene, self._items, self._start = scene, items, place
        self._before = {item.card.key: QPointF(item.pos()) for item in items}
        self._moved = False

    def move(self, place: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Put the cards, and the arrows with them, where the hand is."""
        by = place - self._start
        self._moved = self._moved or by.manhattanLength() > 3
        if not self._moved:
            return
        free = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        for item in self._items:
            before = self._before[item.card.key]
            top = self._scene.bands.bands[item.card.kind].top + BAND_PAD
            x, y = before.x() + by.x(), max(float(top), before.y() + by.y())
            item.setPos(QPointF(x, y) if free else QPointF(snapped(x), top + snapped(y - top)))
        self._scene.arrows.move(self._before, self._scene.card_points())

    def finish(self, place: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Write the places of the cards that moved, if the map is one that keeps places."""
        self.move(place, modifiers)
        if self._moved:
            self._scene.keep_places(self._items)

    def cancel(self) -> None:
        """Put the cards back."""
        for item in self._items:
            item.setPos(self._before[item.card.key])
        self._scene.arrows.move(self._before, self._scene.card_points())

    def paint(self, painter: QPainter) -> None:
        """Nothing is painted."""
