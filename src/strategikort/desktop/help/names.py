"""How the window calls what pages of help speak of: actions by their menus and keys, from the one table."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from strategikort.desktop.actions import ACTIONS, key_text, plainly_said
from strategikort.desktop.look.marking import QT_TRANSLATE_NOOP

_BY_ID: Final = {entry.id: entry for entry in ACTIONS}
_ARROWS: Final = {
    "Left": QT_TRANSLATE_NOOP("WindowNames", "Left arrow"),
    "Right": QT_TRANSLATE_NOOP("WindowNames", "Right arrow"),
    "Up": QT_TRANSLATE_NOOP("WindowNames", "Up arrow"),
    "Down": QT_TRANSLATE_NOOP("WindowNames", "Down arrow"),
}


class WindowNames:
    """The names in the user's language."""

    def action(self, id: str) -> str:
        """Such as *Mål > Nyt mål (Ctrl+Skift+N)*. Raises KeyError when there is no such action: a bug of ours."""
        entry = _BY_ID[id]
        way = f"{plainly_said(entry.menu.value)} > {plainly_said(entry.text)}"
        return f"{way} ({key_text(entry.keys[0])})" if entry.keys else way

    def key(self, key: str) -> str:
        """A key as the keyboard names it; an arrow is said to be one."""
        arrow = _ARROWS.get(key)
        return QCoreApplication.translate("WindowNames", arrow) if arrow else key_text(key)
