"""Goals on the system's clipboard: as records for ourselves, as a list and a picture for other programs."""

from PySide6.QtCore import QMimeData, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from strategikort.application.clipboard import CUT, RECORDS, lines_of, read_clip, written_clip
from strategikort.application.listing import Line, written, written_html
from strategikort.application.pasting import parsed
from strategikort.application.pasting_html import parsed_html
from strategikort.desktop.canvas.scene import MapScene
from strategikort.desktop.theme import light
from strategikort.domain.edits.copies import Clip

_SCALE = 2.0
_AROUND = 12
_MOST_PIXELS = 4_000


def data_of(clip: Clip, scene: MapScene) -> QMimeData:
    """A clip in all its forms; the picture shows where its goals stand in ``scene``."""
    data = QMimeData()
    data.setData(RECORDS, written_clip(clip))
    if clip.cut:
        data.setData(CUT, b"1")
    lines = lines_of(clip)
    data.setText(written(lines))
    data.setHtml(written_html(lines))
    image = _picture(clip, scene)
    if image is not None:
        data.setImageData(image)
    return data


def taken() -> Clip | None:
    """The goals on the clipboard; None if something else is there, or nothing.

    Raises:
        EditRefused: what is there says that it is goals, but cannot be read.
    """
    data = QGuiApplication.clipboard().mimeData()
    if data is None or not data.hasFormat(RECORDS):
        return None
    return read_clip(bytes(data.data(RECORDS).data()), cut=data.hasFormat(CUT))


def listed() -> list[Line]:
    """The list on the clipboard as lines: that of a table or list in HTML, or else of plain text."""
    data = QGuiApplication.clipboard().mimeData()
    if data is None:
        return []
    return (parsed_html(data.html()) if data.hasHtml() else []) or parsed(data.text())


def _picture(clip: Clip, scene: MapScene) -> QImage | None:
    """The part of the map with the goals on it, in light dress whatever the window wears."""
    rect = QRectF()
    for goal in clip.goals:
        placed = scene.item(goal.id)
        rect = rect.united(placed.rect) if placed else rect
    if rect.isEmpty():
        return None
    rect = rect.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
    scale = min(_SCALE, _MOST_PIXELS / max(rect.width(), rect.height()))
    image = QImage(round(rect.width() * scale), round(rect.height() * scale), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    twin = MapScene(scene.bridge, light(), QGuiApplication.font())
    twin.show_as(scene)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    twin.render(painter, QRectF(image.rect()), rect)
    painter.end()
    twin.deleteLater()
    return image
