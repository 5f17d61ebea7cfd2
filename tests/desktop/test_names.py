"""Whatever can have the focus has a name that can be read aloud: in every window, view and dialog."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from strategikort.desktop.look import theme
from strategikort.desktop.screens import SIZES, sample_program, scenes


def nameless(top: QWidget) -> Iterator[str]:
    """The widgets of a window that a screen reader comes to and has nothing to say about."""
    for one in top.findChildren(QWidget):
        if one.isVisible() and one.focusPolicy() is not Qt.FocusPolicy.NoFocus and one.focusProxy() is None:
            heard = QAccessible.queryAccessibleInterface(one)
            ways = [part.metaObject().className() + ":" + part.objectName() for part in (one, one.parentWidget())]
            if not heard.text(QAccessible.Text.Name).strip():
                yield " in ".join(ways)


def test_whatever_can_have_the_focus_has_a_name(dress: None) -> None:
    found: dict[str, set[str]] = {}
    with sample_program(theme.light(), "da") as program:
        for picture, widget in scenes(program, sizes={"": SIZES[""]}):
            found[picture] = set(nameless(widget))
    assert len(found) > 10
    assert {"palette", "keys", "present"} <= found.keys()
    assert {picture: names for picture, names in found.items() if names} == {}
