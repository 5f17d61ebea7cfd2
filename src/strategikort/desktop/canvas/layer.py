"""One layer of the drawing: an item that paints what others tell it to, and remembers it while nothing changes."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPixmapCache
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

Draw = Callable[[QPainter, QRectF, float], None]
"""Paints what crosses a rectangle of the scene, at a scale."""

_KEPT_AT_ONCE: Final = 8
"""So many pictures as large as a view are kept: the layers of two windows, each with a comparison over its map."""
_BYTES_A_PIXEL: Final = 4


class Layer(QGraphicsItem):
    """Thousands of things in one item. A kept layer is painted again where it changed or was not in sight before."""

    def __init__(self, draw: Draw, *, z: float, kept: bool) -> None:
        super().__init__()
        self._draw = draw
        self._bounds = QRectF()
        self._stale = False
        self._above: list[Layer] = []
        self.setZValue(z)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        if kept:
            self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    def reach(self, bounds: QRectF) -> None:
        """Paint within these bounds from now on. Nothing is kept: Qt leaves what is outside of new ones as it was."""
        if bounds != self._bounds:
            self.prepareGeometryChange()
            self._bounds = bounds
            kept = self.cacheMode()
            self.setCacheMode(QGraphicsItem.CacheMode.NoCache)
            self.setCacheMode(kept)

    def redraw(self) -> None:
        """What is painted is another than before."""
        if not self._stale:
            self._stale = True
            self.update()
        for one in self._above:
            one.redraw()

    def carry(self, above: "Layer") -> None:
        """Let a layer that shows something of what stands on this one be painted anew whenever this one is."""
        self._above.append(above)

    @override
    def boundingRect(self) -> QRectF:
        return self._bounds

    @override
    def shape(self) -> QPainterPath:
        return QPainterPath()

    @override
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        self._stale = False
        if self.cacheMode() is not QGraphicsItem.CacheMode.NoCache:
            _make_room_for(painter)
        seen = option.exposedRect.intersected(in_sight(painter))
        self._draw(painter, seen, option.levelOfDetailFromTransform(painter.worldTransform()))


class Layers:
    """The two layers of one kind of thing: ``standing`` is kept, ``lifted`` shows above it what is in the hand."""

    def __init__(self, scene: QGraphicsScene, standing: Draw, lifted: Draw, *, z: tuple[float, float]) -> None:
        self.standing = Layer(standing, z=z[0], kept=True)
        self.lifted = Layer(lifted, z=z[1], kept=False)
        for layer in (self.standing, self.lifted):
            scene.addItem(layer)

    def reach(self, bounds: QRectF) -> None:
        """Paint within these bounds from now on."""
        self.standing.reach(bounds)
        self.lifted.reach(bounds)

    def redraw(self) -> None:
        """What is painted in both is another than before."""
        self.standing.redraw()
        self.lifted.redraw()

    def carry(self, above: Layer) -> None:
        """Let a layer be painted anew whenever one of the two is."""
        self.standing.carry(above)
        self.lifted.carry(above)


def in_sight(painter: QPainter) -> QRectF:
    """What of the scene is on the painter's device. Of a kept layer that is stale Qt says that all of it is exposed."""
    inverted, found = painter.worldTransform().inverted()
    return inverted.mapRect(QRectF(painter.window())) if found else QRectF()


def _make_room_for(painter: QPainter) -> None:
    """Let Qt keep all layers of a view: the room it has for pictures is less than those of a large window need."""
    there, ratio = painter.window(), painter.device().devicePixelRatio()
    needed = round(_KEPT_AT_ONCE * _BYTES_A_PIXEL * there.width() * there.height() * ratio**2 / 1024)
    if needed > QPixmapCache.cacheLimit():
        QPixmapCache.setCacheLimit(needed)
