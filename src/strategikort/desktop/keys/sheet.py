"""The sheet of keys: every key that there is, made from the tables that the keys themselves are made from."""

from collections.abc import Iterator
from html import escape
from typing import Final

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from strategikort.desktop.actions import ACTIONS, Menu, key_text, plainly_said
from strategikort.desktop.canvas.keys import ON_MAP, WHILE_LINKING, MapKeys
from strategikort.desktop.look.marking import QT_TRANSLATE_NOOP
from strategikort.desktop.look.room import open_within_screen
from strategikort.desktop.look.theme import Theme
from strategikort.desktop.maps.presenting import KEYS as PRESENTING

Rows = list[tuple[str, list[str]]]
"""What a key does, and the keys that do it."""

_SIZE: Final = QSize(860, 680)
_EDGE = 16
_ARROWS: Final = {"Left", "Right", "Up", "Down"}
_HEADS: Final = (
    (QT_TRANSLATE_NOOP("MapKeys", "On the map"), ON_MAP),
    (QT_TRANSLATE_NOOP("MapKeys", "While a link is made"), WHILE_LINKING),
)


def groups() -> Iterator[tuple[str, Rows]]:
    """Each group of the sheet with its heading: the menus, the map, presenting. Keys of the menus stand there only."""
    for menu in Menu:
        rows = [
            (plainly_said(entry.text), [key_text(key) for key in entry.keys])
            for entry in ACTIONS
            if entry.menu is menu and entry.keys
        ]
        if rows:
            yield plainly_said(menu.value), rows
    known = {key for entry in ACTIONS for key in entry.keys}
    for head, table in _HEADS:
        own = (row for row in table if not known.issuperset(row.acts))
        yield _map_text(head), [(_map_text(row.text), _keys_of(row)) for row in own]
    head = QCoreApplication.translate("Presenting", "While goals are presented")
    yield (
        head,
        [(QCoreApplication.translate("Presenting", text), [*map(key_text, keys)]) for text, keys, _ in PRESENTING],
    )


def _keys_of(row: MapKeys) -> list[str]:
    """The keys of a row, four arrows by one name."""
    before = {key.rpartition("+")[0] for key in row.acts}
    if len(before) == 1 and {key.rpartition("+")[2] for key in row.acts} == _ARROWS:
        modifier = before.pop()
        arrows = _map_text(QT_TRANSLATE_NOOP("MapKeys", "arrow keys"))
        first = key_text(f"{modifier}+A").removesuffix("A") if modifier else ""
        return [f"{first}{arrows}" if first else f"{arrows[:1].upper()}{arrows[1:]}"]
    return [key_text(key) for key in row.acts]


def _map_text(text: str) -> str:
    return QCoreApplication.translate("MapKeys", text)


class KeySheet(QDialog):
    """All keys, to be read and copied."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        open_within_screen(self, _SIZE)
        self.page = QTextBrowser(self)
        self.page.setAccessibleName(self.windowTitle())
        self.page.document().setDocumentMargin(_EDGE)
        self.page.setHtml(_page(theme))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        box.addWidget(self.page)
        box.addWidget(buttons)
        self.page.setFocus()


def _page(theme: Theme) -> str:
    """Two columns of about the same length."""
    parts = [(len(rows) + 2, _group(head, rows, theme)) for head, rows in groups()]
    half, left, right, length = sum(rows for rows, _ in parts) / 2, "", "", 0
    for rows, text in parts:
        if length + rows / 2 <= half:
            left += text
        else:
            right += text
        length += rows
    column = '<td width="50%" style="padding-right: 18px; vertical-align: top;">'
    return f'<table width="100%" cellspacing="0"><tr>{column}{left}</td>{column}{right}</td></tr></table>'


def _group(head: str, rows: Rows, theme: Theme) -> str:
    lines = "".join(
        f'<tr><td style="padding: 2px 14px 2px 0;">{escape(text)}</td>'
        f'<td align="right" style="padding: 2px 0; color: {theme.muted.name()};">{_said(keys)}</td></tr>'
        for text, keys in rows
    )
    return f'<h3 style="color: {theme.accent.name()};">{escape(head)}</h3><table width="100%">{lines}</table>'


def _said(keys: list[str]) -> str:
    """Keys beside each other; one is never broken over two lines."""
    return " · ".join(escape(key).replace(" ", "&nbsp;") for key in dict.fromkeys(keys))
