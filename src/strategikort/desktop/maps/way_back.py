"""The way back to the map (*Vis kortet*): a button that is there while nothing of the map is in sight."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QPushButton
from typing_extensions import override

from strategikort.application.drawing.measure import BAND_LABEL
from strategikort.desktop.canvas.view import MapView


class WayBack(QPushButton):
    """Shows itself when no card is in sight though the map has some; pressed, it shows all of them."""

    def __init__(self, view: MapView) -> None:
        super().__init__(view.viewport())
        self._view = view
        self.setText(self.tr("Show the map"))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.clicked.connect(view.fit)
        self.hide()
        view.map_scene.redrawn.connect(self.follow)
        view.zoom_changed.connect(self.follow)
        for bar in (view.horizontalScrollBar(), view.verticalScrollBar()):
            bar.valueChanged.connect(self.follow)
        view.viewport().installEventFilter(self)

    def follow(self) -> None:
        """Be there if the map is out of sight. Cost: that of the cards in sight."""
        lost = not self._in_sight() and any(not card.hidden for card in self._view.map_scene.card_items())
        if lost and self.isHidden():
            self.adjustSize()
            self.move(self._view.viewport().rect().center() - self.rect().center())
            self.raise_()
        self.setVisible(lost)

    def _in_sight(self) -> bool:
        seen = self._view.seen
        seen.setLeft(seen.left() + BAND_LABEL / self._view.scale_now)
        return any(card.rect.intersects(seen) for card in self._view.map_scene.cards_within(seen))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.follow()
        return super().eventFilter(watched, event)
