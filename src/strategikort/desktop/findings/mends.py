"""The mends of a finding where there is little room: by short names, several of one kind as a choice among them."""

from collections.abc import Iterable, Iterator
from functools import partial

from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from strategikort.cascade.findings import Finding, Mend
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.fields.buttons import flat
from strategikort.domain.phrases import phrase


def in_short(bridge: Bridge, finding: Finding) -> Iterator[tuple[str, list[Mend]]]:
    """The mends of a finding by kind, each kind under its short name."""
    by_code: dict[str, list[Mend]] = {}
    for mend in bridge.mends_of(finding):
        by_code.setdefault(mend.label.code.removeprefix("mend."), []).append(mend)
    for code, mends in by_code.items():
        yield bridge.say(phrase(f"mend_short.{code}" if len(mends) == 1 else f"mend_short.{code}_one")), mends


def mend_buttons(bridge: Bridge, finding: Finding, parent: QWidget) -> Iterator[QPushButton]:
    """A button for each kind of mend; where there are several of a kind it opens a menu of them by their full names."""
    for name, mends in in_short(bridge, finding):
        button = flat(name, parent)
        if len(mends) > 1:
            menu = QMenu(button)
            add_mends(bridge, mends, menu)
            button.setMenu(menu)
            button.setStyleSheet("QPushButton::menu-indicator { image: none; }")
        else:
            told = bridge.say(mends[0].label)
            button.setToolTip(told)
            button.setAccessibleName(told)
            button.clicked.connect(partial(_make, bridge, mends[0]))
        yield button


def add_mends(bridge: Bridge, mends: Iterable[Mend], menu: QMenu) -> None:
    """Put mends into a menu by their full names, each name once."""
    for name, mend in {bridge.say(mend.label): mend for mend in mends}.items():
        menu.addAction(name.replace("&", "&&")).triggered.connect(partial(_make, bridge, mend))


def _make(bridge: Bridge, mend: Mend, _: bool = False) -> None:
    bridge.edit(mend.make)
