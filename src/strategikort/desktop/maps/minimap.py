"""The minimap (*Minikort*): all of the map as blocks, and on it the rectangle that is seen, to be dragged."""

from collections import defaultdict

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from typing_extensions import override

from strategikort.application.drawing.measure import CARD_HEIGHT, CARD_WIDTH
from strategikort.desktop.canvas.scene import MARGIN
from strategikort.desktop.canvas.view import MapView
from strategikort.desktop.look.theme import Theme, mixed
from strategikort.desktop.maps.corner import Corner
from strategikort.domain.goals import GoalKind

SIZE = QSize(208, 132)
_EDGE = 8
_IDLE_MS = 150
_STEPS = {
    Qt.Key.Key_Left: (-0.25, 0.0),
    Qt.Key.Key_Right: (0.25, 0.0),
    Qt.Key.Key_Up: (0.0, -0.25),
    Qt.Key.Key_Down: (0.0, 0.25),
}


class Minimap(Corner):
    """Shows where on the map the view is. Its blocks are drawn once, and again a moment after the map has changed."""

    def __init__(self, view: MapView, theme: Theme) -> None:
        super().__init__(view, theme, Qt.AlignmentFlag.AlignRight)
        self._view, self._scene = view, view.map_scene
        self._blocks: QPixmap | None = None
        self._grasped: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Minimap"))
        self.setAccessibleDescription(self.tr("Arrow keys move what is seen of the map, Home shows all of it."))
        self.setToolTip(self.tr("Drag the frame to see another part of the map"))
        self._soon = QTimer(self, interval=_IDLE_MS, singleShot=True)
        self._soon.timeout.connect(self.forget)
        self._scene.redrawn.connect(self._soon.start)
        view.zoom_changed.connect(self.update)
        for bar in (view.horizontalScrollBar(), view.verticalScrollBar()):
            bar.valueChanged.connect(self.update)
        self.put()

    @override
    def sizeHint(self) -> QSize:
        return SIZE

    def forget(self) -> None:
        """Draw the blocks anew when they are seen next."""
        self._blocks = None
        self.update()

    @property
    def seen(self) -> QRectF:
        """What is seen of the map, on the minimap."""
        seen = self._view.seen
        scale, corner = self._scale(), self._corner()
        return QRectF(seen.topLeft() * scale + corner, seen.size() * scale)

    def place_of(self, point: QPointF) -> QPointF:
        """The place in the scene that a point of the minimap stands for."""
        return (point - self._corner()) / self._scale()

    def _content(self) -> QRectF:
        return self._scene.sceneRect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)

    def _scale(self) -> float:
        content, room = self._content(), QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        if content.isEmpty():
            return 1.0
        return min(room.width() / content.width(), room.height() / content.height())

    def _corner(self) -> QPointF:
        """Where the origin of the scene is on the minimap."""
        return QRectF(self.rect()).center() - self._content().center() * self._scale()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._blocks is None:
            self._blocks = self._drawn()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._blocks)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.theme.accent, 1.6))
        wash = QColor(self.theme.accent)
        wash.setAlphaF(0.12)
        painter.setBrush(wash)
        room = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(self.seen.intersected(room), 3, 3)
        painter.end()

    def _drawn(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        blocks = QPixmap(self.size() * ratio)
        blocks.setDevicePixelRatio(ratio)
        blocks.fill(Qt.GlobalColor.transparent)
        scale, corner = self._scale(), self._corner()
        width, height = max(1.5, CARD_WIDTH * scale), max(1.5, CARD_HEIGHT * scale)
        alike: dict[GoalKind | None, list[QRectF]] = defaultdict(list)
        for one in self._scene.card_items():
            kind = None if one.broken else one.card.kind
            alike[kind].append(QRectF(one.x * scale + corner.x(), one.y * scale + corner.y(), width, height))
        painter = QPainter(blocks)
        painter.setPen(Qt.PenStyle.NoPen)
        for kind, rects in alike.items():
            colour = self.theme.of_kind(kind) if kind is not None else self.theme.error
            painter.setBrush(mixed(colour, self.theme.raised, 0.35))
            painter.drawRects(rects)
        painter.end()
        return blocks

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._blocks = None

    @override
    def resizeEvent(self, event: object) -> None:
        self._blocks = None

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        self._grasped = self.seen.center() - at if self.seen.contains(at) else QPointF()
        self._look(at)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grasped is not None:
            self._look(event.position())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grasped = None

    def _look(self, at: QPointF) -> None:
        self._view.center_at(self.place_of(at + (self._grasped or QPointF())))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            seen = self._view.seen
            way = QPointF(seen.width() * step[0], seen.height() * step[1])
            self._view.center_at(seen.center() + way)
        elif event.key() == Qt.Key.Key_Home:
            self._view.fit()
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
