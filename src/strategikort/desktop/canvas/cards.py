"""All cards of a map, in two layers: those that stand, and above everything those that a hand has lifted."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsScene

from strategikort.application.drawing.picture import Card
from strategikort.application.drawing.signs import Said
from strategikort.desktop.canvas.card import PlacedCard
from strategikort.desktop.canvas.faces import Faces
from strategikort.desktop.canvas.layer import Layers
from strategikort.domain.shape import Id

Within = Callable[[QRectF], Iterable[Id]]
"""The cards that may touch a rectangle."""


class Cards:
    """The cards by key. Which are in sight is asked of ``within``."""

    def __init__(self, scene: QGraphicsScene, faces: Faces, within: Within) -> None:
        self._faces, self._within = faces, within
        self.placed: dict[Id, PlacedCard] = {}
        self._lifted: frozenset[Id] = frozenset()
        self.layers = Layers(scene, self._paint_standing, self._paint_lifted, z=(2, 3))

    def show(self, card: Card, said: Said) -> PlacedCard:
        """Show a card that is new, or another one than before."""
        placed = self.placed.get(card.key)
        if placed is None:
            placed = self.placed[card.key] = PlacedCard(card, self._redraw)
        placed.show(card, said)
        return placed

    def remove(self, key: Id) -> None:
        """Show the card no longer."""
        del self.placed[key]
        self._redraw(key)

    def lift(self, keys: Iterable[Id]) -> None:
        """These cards, and no others, are about to move."""
        self._lifted = frozenset(keys)
        self.layers.redraw()

    def _redraw(self, key: Id) -> None:
        (self.layers.lifted if key in self._lifted else self.layers.standing).redraw()

    def _paint_standing(self, painter: QPainter, seen: QRectF, scale: float) -> None:
        keys = self._within(seen)
        self._faces.paint(
            painter, (one for key in keys if key not in self._lifted and not (one := self.placed[key]).hidden), scale
        )

    def _paint_lifted(self, painter: QPainter, seen: QRectF, scale: float) -> None:
        if self._lifted:
            self._faces.paint(painter, [self.placed[key] for key in self._lifted if key in self.placed], scale)
