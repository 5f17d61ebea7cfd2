"""Keys that one widget takes while it has the focus; everywhere else they mean what they mean there."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def own_key(widget: QWidget, keys: str, act: Callable[[], object]) -> None:
    """Let ``keys`` do something in ``widget``. A context given beside a slot to Qt's constructor is not heeded."""
    shortcut = QShortcut(QKeySequence(keys), widget)
    shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
    shortcut.activated.connect(act)
