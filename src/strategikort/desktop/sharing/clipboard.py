"""Goals on the system's clipboard: as records for ourselves, as a list and a picture for other programs."""

from dataclasses import replace

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from strategikort.application.clipboard import CUT, RECORDS, lines_of, read_clip, written_clip
from strategikort.application.listing import Line, written, written_html
from strategikort.application.map_printing import MapPress, Shown
from strategikort.application.pasting import parsed
from strategikort.application.pasting_html import parsed_html
from strategikort.desktop.canvas.scene import MapScene
from strategikort.desktop.paper.map_print_dialog import press_of, shown_on
from strategikort.desktop.paper.paper_printer import page_picture
from strategikort.domain.edits.copies import Clip

SVG = "image/svg+xml"
MOST_DRAWN = 300
"""More cards than these are not drawn when copied: nobody looks at such a picture, and copying has to be quick."""

_DOTS = 192
_MOST_PIXELS = 6_000


def data_of(clip: Clip, scene: MapScene) -> QMimeData:
    """A clip in all its forms; the picture shows where its goals stand in ``scene``."""
    data = QMimeData()
    data.setData(RECORDS, written_clip(clip))
    if clip.cut:
        data.setData(CUT, b"1")
    lines = lines_of(clip)
    data.setText(written(lines))
    data.setHtml(written_html(lines))
    _put_picture(data, clip, scene)
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


def put_drawing(data: QMimeData, press: MapPress, shown: Shown, *, most: int) -> None:
    """Put a map into ``data`` as a picture of at most so many dots a side, and as a drawing (SVG)."""
    drawing = press.drawing(shown, headed=True)
    dots = min(_DOTS, 96 * most / max(drawing.width, drawing.height))
    data.setImageData(page_picture(press.picture(shown), 0, dots))
    data.setData(SVG, press.svg(shown))


def _put_picture(data: QMimeData, clip: Clip, scene: MapScene) -> None:
    """The goals as the map on paper shows them, with nothing else."""
    cards = frozenset(placed.card.key for goal in clip.goals if (placed := scene.item(goal.id)))
    if 0 < len(cards) <= MOST_DRAWN:
        shown = replace(shown_on(scene, as_seen=False), only=cards)
        put_drawing(data, press_of(scene.bridge), shown, most=_MOST_PIXELS)
