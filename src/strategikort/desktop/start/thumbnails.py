"""Small pictures of maps, by which a file is known again on the start page; losing them costs nothing."""

import hashlib
from contextlib import suppress
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPen, QPixmap

from strategikort.application.drawing.measure import BAND_PAD, CARD_HEIGHT, CARD_WIDTH
from strategikort.application.drawing.picture import Picture, picture_of
from strategikort.application.drawing.placing import Places
from strategikort.desktop.look.theme import Theme, light
from strategikort.desktop.window.main_window import DocumentWindow
from strategikort.domain.shape import Id

SIZE: Final = QSize(96, 60)
"""How large a small picture is shown; it is kept at twice that, for sharp screens."""
_SHARP: Final = 2
_MARGIN: Final = 60


def painted(picture: Picture, places: Places, theme: Theme) -> QImage:
    """A small picture of a map: its bands, and its cards as blocks in the colours of their levels."""
    image = QImage(SIZE * _SHARP, QImage.Format.Format_RGB32)
    image.fill(theme.background)
    bands = places.bands(picture.levels)
    cards = {
        key: QRectF(spot[0], bands[picture.cards[key].kind].top + BAND_PAD + spot[1], CARD_WIDTH, CARD_HEIGHT)
        for key, spot in places.spots.items()
    }
    bounds = QRectF()
    for rect in cards.values():
        bounds = bounds.united(rect)
    if bounds.isEmpty():
        return image
    bounds.adjust(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
    scale = min(image.width() / bounds.width(), image.height() / bounds.height())
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(QPointF(image.width() / 2, image.height() / 2))
    painter.scale(scale, scale)
    painter.translate(-bounds.center())
    for band in list(bands.values())[::2]:
        painter.fillRect(QRectF(-1e6, band.top, 2e6, band.height), theme.stripe)
    painter.setPen(QPen(theme.link, 0))
    for arrow in picture.arrows.values():
        painter.drawLine(cards[arrow.lower].center(), cards[arrow.upper].center())
    painter.setPen(Qt.PenStyle.NoPen)
    for key, rect in cards.items():
        painter.setBrush(theme.of_kind(picture.cards[key].kind))
        painter.drawRoundedRect(rect, CARD_HEIGHT / 5, CARD_HEIGHT / 5)
    painter.end()
    return image


class Thumbnails:
    """The small pictures of files, by their places."""

    def __init__(self, state_folder: Path) -> None:
        self._folder = state_folder / "pictures"

    def of(self, file: Path) -> QPixmap | None:
        """The small picture of a file; None if there is none."""
        found = QPixmap(str(self._place(file)))
        if found.isNull() or found.size() != SIZE * _SHARP:
            return None
        found.setDevicePixelRatio(_SHARP)
        return found

    def keep(self, file: Path, image: QImage) -> None:
        """Keep the small picture of a file; what cannot be written is done without."""
        with suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            image.save(str(self._place(file)))

    def forget_all_but(self, files: list[Path]) -> None:
        """Remove the pictures of all other files."""
        kept = {self._place(file) for file in files}
        for one in self._folder.glob("*.png"):
            if one not in kept:
                with suppress(OSError):
                    one.unlink()

    def _place(self, file: Path) -> Path:
        return self._folder / f"{hashlib.sha256(str(file.absolute()).encode()).hexdigest()[:32]}.png"


class Sketcher(QObject):
    """Keeps the small picture of a window's document: when it is saved, and when the window closes."""

    def __init__(self, window: DocumentWindow, thumbnails: Thumbnails) -> None:
        super().__init__(window)
        self._window, self._thumbnails = window, thumbnails
        self._sketched: object = None
        window.keeper.state_changed.connect(self._saved)
        window.closing.connect(self._closing)

    def _saved(self) -> None:
        session = self._window.bridge.workspace.session
        scene = self._window.map_area.view.map_scene
        if session.save_state.unsaved or session.document is self._sketched or scene.map != self._first():
            return
        self._keep(scene.picture, scene.places)

    def _closing(self) -> None:
        space = self._window.bridge.workspace
        if space.document is not self._sketched:
            picture, places = picture_of(space.document, space.profile, self._first(), frozenset()), Places()
            places.follow(picture)
            self._keep(picture, places)

    def _keep(self, picture: Picture, places: Places) -> None:
        path = self._window.path
        if path is not None:
            self._thumbnails.keep(path, painted(picture, places, light()))
            self._sketched = self._window.bridge.document

    def _first(self) -> Id | None:
        return self._window.map_area.first_map()
