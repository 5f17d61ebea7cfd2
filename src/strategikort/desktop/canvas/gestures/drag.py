"""Moving cards: all that are selected move as one, each within its own band."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from strategikort.application.drawing.measure import BAND_PAD, snapped
from strategikort.desktop.canvas.card import PlacedCard
from strategikort.desktop.canvas.scene import MapScene


class CardDrag:
    """Cards follow the hand; letting go writes their places in one step. Ctrl suspends the grid."""

    def __init__(self, scene: MapScene, cards: Sequence[PlacedCard], place: QPointF) -> None:
        self._scene, self._cards, self._start = scene, cards, place
        self._before = {one.card.key: one.place for one in cards}
        self._moved = False

    def move(self, place: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Put the cards, and the arrows with them, where the hand is."""
        by = place - self._start
        if not self._moved:
            if by.manhattanLength() <= 3:
                return
            self._moved = True
            self._scene.lift(self._before)
        free = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        where = {}
        for one in self._cards:
            before = self._before[one.card.key]
            top = self._scene.bands.bands[one.card.kind].top + BAND_PAD
            x, y = before.x() + by.x(), max(float(top), before.y() + by.y())
            where[one.card.key] = QPointF(x, y) if free else QPointF(snapped(x), top + snapped(y - top))
        self._scene.carry(where)

    def finish(self, place: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Write the places of the cards that moved, if the map is one that keeps places."""
        self.move(place, modifiers)
        if self._moved:
            self._scene.lift(())
            self._scene.keep_places(self._cards)

    def cancel(self) -> None:
        """Put the cards back."""
        if self._moved:
            self._scene.carry(self._before)
            self._scene.lift(())

    def paint(self, painter: QPainter) -> None:
        """Nothing is painted."""
