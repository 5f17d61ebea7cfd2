"""How large a window may open: never larger than what the screen has left beside task bar and title bar."""

import hashlib
from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from strategikort.desktop.look.fonts import enlarged
from strategikort.desktop.look.settings import Setting

T = TypeVar("T")

_FRAME = QSize(8, 40)
"""What a window's title bar and edges take, as far as can be known before it is shown."""


def open_within_screen(window: QWidget, wanted: QSize) -> None:
    """Give ``window``, which is not shown yet, the size ``wanted``, or what its screen has room for.

    A dialog grows with its texts.
    """
    if isinstance(window, QDialog):
        wanted = wanted * enlarged(window.font())
    above = window.parentWidget()
    screen = (above.window() if above else window).screen()
    window.resize(wanted.boundedTo(screen.availableGeometry().size() - _FRAME))


def on_these_screens(setting: Setting[T]) -> Setting[T]:
    """A setting of where windows are, as it is for the screens that this computer has just now."""
    screens = sorted(
        f"{one.name()} {one.geometry().getRect()} {one.devicePixelRatio()}" for one in QGuiApplication.screens()
    )
    return Setting(f"{setting.key}-{hashlib.sha256(';'.join(screens).encode()).hexdigest()[:12]}", setting.default)


def fits_texts(window: QWidget, width: int) -> None:
    """Give a window that is not shown yet ``width``, more if its texts are larger, and the height that it needs."""
    grown = enlarged(window.font())
    wide = max(round(width * grown), window.minimumSizeHint().width())
    high = max(window.sizeHint().height(), window.heightForWidth(wide))
    open_within_screen(window, QSize(wide, high) / grown)


def brought_forward(window: QWidget) -> None:
    """Have a window seen before all others, also one that was put away."""
    window.show()
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.raise_()
    window.activateWindow()
