"""The window onto a map: panning, zooming, and the band names that stay in sight."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QWheelEvent
from PySide6.QtWidgets import QGraphicsView, QWidget
from typing_extensions import override

from strategikort.desktop.bridge import Bridge
from strategikort.desktop.canvas.measure import BAND_LABEL, CARD_HEIGHT, CARD_WIDTH
from strategikort.desktop.canvas.scene import MapScene
from strategikort.desktop.theme import Theme
from strategikort.domain.shape import Id

LEAST_SCALE, MOST_SCALE = 0.05, 3.0
STEP = 1.2


class MapView(QGraphicsView):
    """Shows a map of the bridge's document."""

    map_shown = Signal(object)
    """The identity of the map that is shown now, None for the whole document."""
    zoom_changed = Signal(object)
    """The scale, 1.0 for 100 %."""
    hint = Signal(object)
    """A sentence for the status bar about what the pointer is doing; empty when it is over."""
    open_goal = Signal(object)
    """The identity of a goal that was asked to be opened."""

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge, self.theme = bridge, theme
        self.map_scene = MapScene(bridge, theme, self.font(), self)
        self.setScene(self.map_scene)
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.AnchorViewCenter)
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        self.setDragMode(QGraphicsView.DragMode.NoDrag)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Map"))

    def show_map(self, map: Id | None) -> None:
        """Show a map, None for the whole document, and all of it."""
        self.map_scene.show_map(map)
        self.fit()
        self.map_shown.emit(map)

    @property
    def scale_now(self) -> float:
        """The scale, 1.0 for 100 %."""
        return self.transform().m11()

    def fit(self) -> None:
        """Show all of the map, never larger than 100 %."""
        self._fit_rect(self.map_scene.content_rect())

    def fit_selection(self) -> None:
        """Show what is selected, never larger than 100 %."""
        chosen = QRectF()
        for item in self.map_scene.selectedItems():
            chosen = chosen.united(item.sceneBoundingRect())
        self._fit_rect(chosen if not chosen.isEmpty() else self.map_scene.content_rect())

    def _fit_rect(self, rect: QRectF) -> None:
        room = self.viewport().rect().adjusted(BAND_LABEL + 16, 12, -16, -12)
        if rect.isEmpty() or room.isEmpty():
            return
        scale = min(room.width() / rect.width(), room.height() / rect.height(), 1.0)
        self._set_scale(max(scale, LEAST_SCALE))
        self.centerOn(rect.center() - QPointF(BAND_LABEL / 2 / self.scale_now, 0))

    def zoom_in(self) -> None:
        """One step nearer, around the middle."""
        self.zoom_at(QPointF(self.viewport().rect().center()), STEP)

    def zoom_out(self) -> None:
        """One step further away, around the middle."""
        self.zoom_at(QPointF(self.viewport().rect().center()), 1 / STEP)

    def actual_size(self) -> None:
        """100 %, around the middle."""
        self.zoom_at(QPointF(self.viewport().rect().center()), 1 / self.scale_now)

    def zoom_at(self, place: QPointF, factor: float) -> None:
        """Zoom so that what is under ``place`` (in the view) stays there."""
        scale = min(MOST_SCALE, max(LEAST_SCALE, self.scale_now * factor))
        before = self.mapToScene(place.toPoint())
        self._set_scale(scale)
        after = self.mapToScene(place.toPoint())
        moved = (after - before) * scale
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - round(moved.x()))
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() - round(moved.y()))

    def _set_scale(self, scale: float) -> None:
        self.resetTransform()
        self.scale(scale, scale)
        self.zoom_changed.emit(scale)

    def center_on(self, goal: Id) -> None:
        """Bring a goal into the middle, near enough to be read."""
        item = self.map_scene.item(goal)
        if item is not None:
            if self.scale_now < 0.6:
                self._set_scale(0.9)
            self.centerOn(item.pos() + QPointF(CARD_WIDTH / 2, CARD_HEIGHT / 2))

    def state(self) -> object:
        """What is really drawn, see `MapScene.state`."""
        return self.map_scene.state()

    @override
    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        self.map_scene.bands.paint(painter, QRectF(rect))

    @override
    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        size = self.viewport().size()
        self.map_scene.bands.paint_names(painter, self.viewportTransform(), size.width(), size.height())

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_at(event.position(), 1.0015 ** event.angleDelta().y())
            event.accept()
        else:
            super().wheelEvent(event)
