"""The icons of the actions: line drawings in the text's colour, sharp at every scale, drawn anew in other colours."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton

from strategikort.application.resources import resource
from strategikort.desktop.look.fonts import enlarged
from strategikort.desktop.look.theme import Theme, mixed

_ALWAYS = frozenset((1.0, 2.0))
"""The scales that icons are drawn for beside those of the screens there are: others may be plugged in."""

Drawing = Callable[[Theme], QIcon]

_drawn: Final[dict[tuple[object, ...], QIcon]] = {}
_drawings: Final[dict[int, Drawing]] = {}


def kept(key: tuple[object, ...], draw: Callable[[], QIcon], again: Drawing) -> QIcon:
    """The icon of ``key``, drawn once; ``again`` draws it in other colours, for `redrawn`."""
    if key not in _drawn:
        _drawn[key] = draw()
        _drawings[_drawn[key].cacheKey()] = again
    return _drawn[key]


def redrawn(theme: Theme) -> None:
    """Draw the icons of all actions and buttons anew, in the colours that ``theme`` has now."""
    widgets = QApplication.allWidgets()
    actions = {id(action): action for widget in widgets for action in widget.actions()}
    bearers: list[QAction | QAbstractButton] = [*actions.values()]
    bearers += [widget for widget in widgets if isinstance(widget, QAbstractButton)]
    drawn = [(one, _drawings.get(one.icon().cacheKey())) for one in bearers]
    for one, drawing in drawn:  # actions first: a button takes over the icon of its action, but may have its own
        if drawing is None:
            continue
        if isinstance(one, QPushButton):
            put_icon(one, drawing(theme))
        else:
            one.setIcon(drawing(theme))


def put_icon(button: QPushButton, shown: QIcon) -> None:
    """Give ``button`` an icon in the size that it was drawn for: a style sheet's size does not reach such a button."""
    button.setIcon(shown)
    button.setIconSize(shown.availableSizes()[0])


def beside_texts(size: int) -> int:
    """How large something is that is ``size`` pixels beside texts of usual size."""
    return round(size * enlarged(QApplication.font()))


def icon(name: str, theme: Theme, *, size: int = 20, color: QColor | None = None) -> QIcon:
    """The icon ``name`` of ``size`` pixels, by default in the text's colour and paler where it is disabled.

    It is larger where the texts of the program are.

    Raises:
        FileNotFoundError: there is no icon of that name.
    """
    usual = color or theme.text
    role = theme.name_of(usual)
    side = beside_texts(size)
    key = ("icon", name, side, role, usual.rgba(), theme.surface.rgba())
    return kept(key, partial(_icon, name, side, usual, theme), partial(_icon_in, name, size, role, QColor(usual)))


def _icon_in(name: str, size: int, role: str, usual: QColor, theme: Theme) -> QIcon:
    return icon(name, theme, size=size, color=getattr(theme, role) if role else usual)


def _icon(name: str, size: int, usual: QColor, theme: Theme) -> QIcon:
    drawing = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    made = QIcon()
    for mode, shade in (
        (QIcon.Mode.Normal, usual),
        (QIcon.Mode.Disabled, mixed(usual, theme.surface, 0.6)),
    ):
        renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", shade.name()).encode()))
        for scale in sorted(_ALWAYS.union(screen.devicePixelRatio() for screen in QApplication.screens())):
            made.addPixmap(_painted(renderer, size, scale), mode)
    return made


def _painted(renderer: QSvgRenderer, size: int, scale: float) -> QPixmap:
    pixmap = QPixmap(QSize(size, size) * scale)
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
