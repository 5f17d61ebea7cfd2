"""The actions of a window made from the table, and put into its menus and its tool bar."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar, QToolButton, QWidget

from strategikort.desktop.actions import ACTIONS, Entry, Menu, key_text, plainly_said, said
from strategikort.desktop.look.icons import icon
from strategikort.desktop.look.theme import Theme


def make_actions(
    parent: QWidget, theme: Theme, handlers: Mapping[str, Callable[[], object]], *, only: Iterable[str] | None = None
) -> dict[str, QAction]:
    """The actions of a window by id, each tied to its handler; those in ``only``, if given.

    Raises:
        KeyError: an action has no handler.
    """
    wanted = None if only is None else frozenset(only)
    made: dict[str, QAction] = {}
    for entry in ACTIONS:
        if wanted is not None and entry.id not in wanted:
            continue
        action = QAction(said(entry.text), parent)
        action.setObjectName(f"action_{entry.id}")
        action.setShortcuts([QKeySequence(key) for key in entry.keys])
        action.setCheckable(entry.checkable)
        action.setToolTip(_tip(entry))
        if entry.icon:
            action.setIcon(icon(entry.icon, theme))
        action.triggered.connect(_handler(handlers[entry.id]))
        made[entry.id] = action
    parent.addActions(list(made.values()))
    return made


def _handler(handle: Callable[[], object]) -> Callable[[], object]:
    def triggered() -> object:
        return handle()

    return triggered


def _tip(entry: Entry) -> str:
    words = said(entry.tip) if entry.tip else plainly_said(entry.text)
    return f"{words} ({key_text(entry.keys[0])})" if entry.keys else words


def fill_menu_bar(bar: QMenuBar, actions: Mapping[str, QAction]) -> dict[Menu, QMenu]:
    """Put the actions into their menus; gives the menus that have any."""
    menus: dict[Menu, QMenu] = {}
    for entry in ACTIONS:
        if entry.id not in actions:
            continue
        menu = menus.get(entry.menu)
        if menu is None:
            menu = menus[entry.menu] = bar.addMenu(said(entry.menu.value))
        elif entry.starts:
            menu.addSeparator()
        menu.addAction(actions[entry.id])
    return menus


def add_button(bar: QToolBar, action: QAction, *, words: bool, mark: str = "") -> QToolButton:
    """A button for ``action`` on the tool bar; ``mark`` is a property that the style sheet knows (primary, framed)."""
    bar.addAction(action)
    button = bar.widgetForAction(action)
    assert isinstance(button, QToolButton)
    if words:
        button.setText(action.text().replace("&", ""))
    if mark:
        button.setProperty(mark, True)
    return button
