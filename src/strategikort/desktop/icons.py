"""The icons of the actions: line drawings in the text's colour, sharp at every scale."""

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from strategikort.application.resources import resource
from strategikort.desktop.theme import Theme, mixed

_SCALES = (1.0, 1.5, 2.0, 3.0)


def icon(name: str, theme: Theme, *, size: int = 20, color: QColor | None = None) -> QIcon:
    """The icon ``name`` of ``size`` pixels, by default in the text's colour and paler where it is disabled.

    Raises:
        FileNotFoundError: there is no icon of that name.
    """
    drawing = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    usual = color or theme.text
    made = QIcon()
    for mode, shade in (
        (QIcon.Mode.Normal, usual),
        (QIcon.Mode.Disabled, mixed(usual, theme.surface, 0.6)),
    ):
        for scale in _SCALES:
            made.addPixmap(_painted(drawing, shade, size, scale), mode)
    return made


def _painted(drawing: str, color: QColor, size: int, scale: float) -> QPixmap:
    renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", color.name()).encode()))
    pixmap = QPixmap(QSize(size, size) * scale)
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
