"""Moving cards: all that are selected move as one, none leaves its band; guides show what they fall in line with."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from strategikort.application.drawing.guides import Box, Guide, Guides
from strategikort.application.drawing.measure import BAND_PAD, snapped
from strategikort.desktop.canvas.card import PlacedCard
from strategikort.desktop.canvas.keeping import keep_places
from strategikort.desktop.canvas.scene import MapScene

NEAR, MOST_NEAR = 6.0, 24.0
"""How near, in pixels of the screen, cards fall in line by themselves; never more than so much of the scene."""
TICK = 4.0


class CardDrag:
    """Cards follow the hand; letting go writes their places in one step. Ctrl suspends guides and grid.

    Guides are taken from the cards in ``seen``, the part of the scene that is in sight.
    """

    def __init__(
        self,
        scene: MapScene,
        cards: Sequence[PlacedCard],
        place: QPointF,
        *,
        seen: QRectF | None = None,
        scale: float = 1.0,
    ) -> None:
        self._scene, self._cards, self._start = scene, cards, place
        self._before = {one.card.key: one.place for one in cards}
        self._seen, self._near = seen or scene.sceneRect(), min(NEAR / max(scale, 0.05), MOST_NEAR)
        self._guides: Guides | None = None
        self._shown: tuple[Guide, ...] = ()

    def move(self, place: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Put the cards, and the arrows with them, where the hand is."""
        by = place - self._start
        if self._guides is None:
            if by.manhattanLength() <= 3 or not self._cards:
                return
            standing = (one for one in self._scene.cards_within(self._seen) if one.card.key not in self._before)
            self._guides = Guides((one.x, one.y) for one in standing)
            self._scene.lift(self._before)
        room = self._room()
        by = QPointF(by.x(), max(by.y(), room))
        self._shown = ()
        if not modifiers & Qt.KeyboardModifier.ControlModifier:
            by = self._in_line(self._guides, by, room)
        self._scene.carry({key: before + by for key, before in self._before.items()})

    def _room(self) -> float:
        """How far, as a negative figure, the cards can go up without any of them leaving its band."""
        tops = self._scene.bands.bands
        return max(tops[one.card.kind].top + BAND_PAD - self._before[one.card.key].y() for one in self._cards)

    def _in_line(self, guides: Guides, by: QPointF, room: float) -> QPointF:
        around = QRectF()
        for one in self._cards:
            around = around.united(QRectF(self._before[one.card.key], one.rect.size()))
        box = Box(around.left() + by.x(), around.top() + by.y(), around.width(), around.height())
        fit = guides.fit(box, self._near)
        first = self._cards[0]
        corner = self._before[first.card.key] + by
        top = self._scene.bands.bands[first.card.kind].top
        across = fit.across if fit.across is not None else snapped(corner.x()) - corner.x()
        down = fit.down if fit.down is not None else snapped(corner.y() - top) - (corner.y() - top)
        if by.y() + down < room:
            return QPointF(by.x() + across, room)
        self._shown = fit.guides
        return by + QPointF(across, down)

    def finish(self, place: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Write the places of the cards that moved, if the map is one that keeps places."""
        self.move(place, modifiers)
        self._shown = ()
        if self._guides is not None:
            self._scene.lift(())
            keep_places(self._scene, self._cards)

    def cancel(self) -> None:
        """Put the cards back."""
        self._shown = ()
        if self._guides is not None:
            self._scene.carry(self._before)
            self._scene.lift(())

    @property
    def guides(self) -> tuple[Guide, ...]:
        """The guides that are shown."""
        return self._shown

    def paint(self, painter: QPainter) -> None:
        """Paint the guides: a line along edges and middles, a measure with ticks across each of several equal gaps."""
        pen = QPen(self._scene.theme.accent, 1.0)
        pen.setCosmetic(True)
        painter.setPen(pen)
        for guide in self._shown:
            painter.drawLine(QLineF(*guide[:4]))
            if guide.gap:
                aside = QPointF(0, TICK) if guide.y1 == guide.y2 else QPointF(TICK, 0)
                for end in (QPointF(guide.x1, guide.y1), QPointF(guide.x2, guide.y2)):
                    painter.drawLine(end - aside, end + aside)
