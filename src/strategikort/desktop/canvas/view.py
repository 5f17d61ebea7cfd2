"""The window onto a map: panning, zooming, and the band names that stay in sight."""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGraphicsView, QWidget
from typing_extensions import override

from strategikort.application.drawing.measure import BAND_LABEL
from strategikort.application.drawing.walking import Way
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.canvas.card import PlacedCard
from strategikort.desktop.canvas.focus import paint_focus
from strategikort.desktop.canvas.gestures.drag import CardDrag
from strategikort.desktop.canvas.gestures.end import EndDrag
from strategikort.desktop.canvas.gestures.gesture import Gesture
from strategikort.desktop.canvas.gestures.link import LinkDrag
from strategikort.desktop.canvas.gestures.marquee import Marquee
from strategikort.desktop.canvas.gestures.pan import Pan
from strategikort.desktop.canvas.glide import Glide
from strategikort.desktop.canvas.hand import MapHand
from strategikort.desktop.canvas.keys import pressed
from strategikort.desktop.canvas.scene import MapScene
from strategikort.desktop.look.fonts import enlarged
from strategikort.desktop.look.theme import Theme
from strategikort.domain.shape import Id

LEAST_SCALE, MOST_SCALE = 0.05, 3.0
STEP = 1.2


class MapView(QGraphicsView):
    """Shows a map of the bridge's document."""

    map_shown = Signal(object)
    """The identity of the map that is shown now, None for the whole document."""
    zoom_changed = Signal(object)
    """How large the map is, 1.0 for 100 %."""
    hint = Signal(object)
    """A sentence for the status bar about what the pointer is doing; empty when it is over."""
    menu_wanted = Signal(object)
    """Where on the screen a menu for what is selected was asked for."""
    _full_before = 0.0

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
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Map"))
        self.hand = MapHand(self.map_scene, self.mapFromScene, self.viewport())
        self.hand.hint.connect(self.hint)
        self._gesture: Gesture | None = None
        self._hovered: PlacedCard | None = None
        self._space = False
        self._fitted = True
        self._full_before = self.full_scale
        self.glide = Glide(self, self._look)

    def show_map(self, map: Id | None) -> None:
        """Show a map, None for the whole document, and all of it."""
        self.map_scene.show_map(map)
        self.fit()
        self.map_shown.emit(map)

    @property
    def scale_now(self) -> float:
        """The scale, in pixels of the screen."""
        return self.transform().m11()

    @property
    def full_scale(self) -> float:
        """The scale that counts as 100 %: at it, the map's texts are as large as the window's."""
        return enlarged(self.font())

    def fit(self) -> None:
        """Show all of the map, never larger than 100 %."""
        self._fit_rect(self.map_scene.content_rect())
        self._fitted = True

    def fit_selection(self) -> None:
        """Show what is selected, never larger than 100 %."""
        chosen = QRectF()
        for card in self.map_scene.selected_cards():
            chosen = chosen.united(card.rect)
        self._fit_rect(chosen if not chosen.isEmpty() else self.map_scene.content_rect())

    def _fit_rect(self, rect: QRectF) -> None:
        names = BAND_LABEL
        for _ in range(2):  # names that have to be written across, for the map is small, leave less room for it
            room = self.viewport().rect().adjusted(names + 16, 12, -16, -12)
            if rect.isEmpty() or room.isEmpty():
                return
            scale = min(room.width() / rect.width(), room.height() / rect.height(), self.full_scale)
            scale = max(scale, LEAST_SCALE)
            names = max(names, self.map_scene.bands.names_room(scale, self.full_scale))
        self.map_scene.keep_free(names / scale if names > BAND_LABEL else 0.0)
        self._set_scale(scale)
        self.centerOn(rect.center() - QPointF(names / 2 / self.scale_now, 0))

    def _look(self, scale: float, middle: QPointF) -> None:
        self._set_scale(scale)
        self.centerOn(middle)

    def zoom_in(self) -> None:
        """One step nearer, around the middle."""
        self.zoom_at(QPointF(self.viewport().rect().center()), STEP)

    def zoom_out(self) -> None:
        """One step further away, around the middle."""
        self.zoom_at(QPointF(self.viewport().rect().center()), 1 / STEP)

    def actual_size(self) -> None:
        """100 %, around the middle."""
        self.zoom_at(QPointF(self.viewport().rect().center()), self.full_scale / self.scale_now)

    def zoom_at(self, place: QPointF, factor: float) -> None:
        """Zoom so that what is under ``place`` (in the view) stays there."""
        scale = min(MOST_SCALE * self.full_scale, max(LEAST_SCALE, self.scale_now * factor))
        before = self.mapToScene(place.toPoint())
        self._fitted = False
        self._set_scale(scale)
        after = self.mapToScene(place.toPoint())
        moved = (after - before) * scale
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - round(moved.x()))
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() - round(moved.y()))

    def _set_scale(self, scale: float) -> None:
        self.resetTransform()
        self.scale(scale, scale)
        self.zoom_changed.emit(scale / self.full_scale)

    def center_on(self, goal: Id) -> None:
        """Bring a goal into the middle, near enough to be read."""
        item = self.map_scene.item(goal)
        if item is not None:
            self._fitted = False
            if self.scale_now < 0.6 * self.full_scale:
                self._set_scale(0.9 * self.full_scale)
            self.centerOn(item.middle)

    def center_at(self, place: QPointF) -> None:
        """Bring a place of the scene into the middle, as far as the map goes."""
        self._fitted = False
        self.centerOn(place)

    @property
    def seen(self) -> QRectF:
        """What is seen of the scene."""
        return self.mapToScene(self.viewport().rect()).boundingRect()

    def walk_link(self, way: Way) -> None:
        """Select the goal one step along the links, and have it in sight."""
        self.hand.walk_link(way)
        self.keep_in_sight(self.hand.current)

    def keep_in_sight(self, card: PlacedCard | None) -> None:
        """Scroll so far that a card is seen whole, if it is not."""
        if card is not None and not self.seen.contains(card.rect):
            self._fitted = False
            self.ensureVisible(card.rect, BAND_LABEL + 16, 24)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and self._full_before:
            self._follow_style()

    def _follow_style(self) -> None:
        """Follow colours and size of text, which may become others."""
        self.map_scene.redraw()
        if self._fitted:
            self.fit()
        elif self._full_before != self.full_scale:
            self.zoom_at(QPointF(self.viewport().rect().center()), self.full_scale / self._full_before)
        self._full_before = self.full_scale

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fitted:
            self.fit()

    @override
    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        self.map_scene.bands.paint(painter, QRectF(rect))

    @override
    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        size = self.viewport().size()
        self.map_scene.arrows.paint_ends(painter)
        for gesture in (self._gesture, self.hand.linking):
            if gesture is not None:
                gesture.paint(painter)
        if self.hasFocus():
            paint_focus(painter, self.hand.current, self.viewport().rect(), self.theme.accent)
        self.map_scene.bands.paint_columns(painter, self.viewportTransform(), size.width())
        self.map_scene.bands.paint_names(painter, self.viewportTransform(), size.height())

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_at(event.position(), 1.0015 ** event.angleDelta().y())
            event.accept()
        else:
            super().wheelEvent(event)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent) and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom_at(event.position(), 1 + event.value())
            return True
        return super().viewportEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.mapToScene(event.position().toPoint())
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if self.hand.linking is not None:
            self.hand.end_link(make=False)
        if event.button() is Qt.MouseButton.MiddleButton or (
            self._space and event.button() is Qt.MouseButton.LeftButton
        ):
            self._fitted = False
            self._gesture = Pan(self, place)
        elif event.button() is Qt.MouseButton.LeftButton:
            self._gesture = self._begin(place, event.modifiers())
        elif event.button() is Qt.MouseButton.RightButton:
            self._select_under(place)
        event.accept()

    def _begin(self, place: QPointF, modifiers: Qt.KeyboardModifier) -> Gesture:
        scene = self.map_scene
        item = scene.card_at(place)
        adding = bool(modifiers & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier))
        held = scene.arrows.end_at(place, self.scale_now)
        if held is not None:
            return EndDrag(scene, *held, say=self.hint.emit)
        handle = scene.handle_at(place)
        if handle is not None:
            return LinkDrag(scene, handle, say=self.hint.emit, rename=self.hand.rename)
        if item is None:
            arrow = scene.arrows.arrow_at(place, self.scale_now)
            if arrow is not None:
                self.bridge.select(scene.picture.arrows[arrow].links)
            return Marquee(scene, place, adding=adding or arrow is not None)
        chosen = set(self.bridge.selection)
        own = set(item.card.goals)
        if adding:
            self.bridge.select([*(chosen - own), *(() if own <= chosen else item.card.goals)])
        elif not own <= chosen:
            self.bridge.select(item.card.goals)
        return CardDrag(scene, scene.selected_cards(), place, seen=self.seen, scale=self.scale_now)

    def _select_under(self, place: QPointF) -> None:
        item = self.map_scene.card_at(place)
        if item is not None and not set(item.card.goals) & set(self.bridge.selection):
            self.bridge.select(item.card.goals)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self.mapToScene(event.position().toPoint())
        if self._gesture is not None:
            self._gesture.move(place, event.modifiers())
            self.viewport().update()
        else:
            self._hover(self.map_scene.handle_at(place) or self.map_scene.card_at(place))

    def _hover(self, card: PlacedCard | None) -> None:
        if self._hovered is not None and self._hovered is not card:
            self._hovered.hover(False)
        self._hovered = card
        if card is not None:
            card.hover(True)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            gesture.finish(self.mapToScene(event.position().toPoint()), event.modifiers())
            self.viewport().update()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = self.mapToScene(event.position().toPoint())
        item = self.map_scene.card_at(place)
        if item is None:
            kind = self.map_scene.kind_at(place)
            if kind is not None:
                self.bridge.select(())
                self.hand.new_goal(kind, place)
        elif item.card.is_box:
            self.map_scene.open_unit(item.card.key)
        else:
            self.hand.rename(item.card.key)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        return False if self.hand.current is not None and next else super().focusNextPrevChild(next)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._gesture is not None:
            self._gesture.cancel()
            self._gesture = None
            self.viewport().update()
        elif event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = True
        elif pressed(self.hand, event):
            self.keep_in_sight(self.hand.current)
        else:
            super().keyPressEvent(event)

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
        super().keyReleaseEvent(event)
