"""The keys of the map, each the twin of something that the mouse does, in tables that the sheet of keys shows too."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from strategikort.application.drawing.measure import GRID
from strategikort.desktop.canvas.hand import MapHand
from strategikort.desktop.look.marking import QT_TRANSLATE_NOOP

NUDGE: Final = 2 * GRID
Act = Callable[[MapHand], object]


@dataclass(frozen=True, slots=True)
class MapKeys:
    """A few keys of one purpose, each with what it does; ``text`` is said in the context ``MapKeys``."""

    text: str
    acts: Mapping[str, Act]


def _ways(prefix: str, act: Callable[[MapHand, int, int], object]) -> dict[str, Act]:
    ways = {"Left": (-1, 0), "Right": (1, 0), "Up": (0, -1), "Down": (0, 1)}

    def one_way(across: int, down: int) -> Act:
        return lambda hand: act(hand, across, down)

    return {f"{prefix}{name}": one_way(*way) for name, way in ways.items()}


def _nudge(hand: MapHand, across: int, down: int) -> None:
    hand.nudge(across * NUDGE, down * NUDGE)


ON_MAP: Final = (
    MapKeys(QT_TRANSLATE_NOOP("MapKeys", "Go to the nearest goal that way"), _ways("", MapHand.walk)),
    MapKeys(
        QT_TRANSLATE_NOOP("MapKeys", "Select the nearest goal that way too"),
        _ways("Shift+", partial(MapHand.walk, adding=True)),
    ),
    MapKeys(
        QT_TRANSLATE_NOOP("MapKeys", "Go to the first or the last goal of the map"),
        {"Home": partial(MapHand.walk_to_end, last=False), "End": partial(MapHand.walk_to_end, last=True)},
    ),
    MapKeys(QT_TRANSLATE_NOOP("MapKeys", "Move what is selected"), _ways("Alt+", _nudge)),
    MapKeys(QT_TRANSLATE_NOOP("MapKeys", "New goal one level down, linked"), {"Tab": MapHand.new_below}),
    MapKeys(
        QT_TRANSLATE_NOOP("MapKeys", "New goal beside, under the same goal"),
        {"Return": MapHand.new_sibling, "Enter": MapHand.new_sibling},
    ),
    MapKeys(QT_TRANSLATE_NOOP("MapKeys", "Begin a link from the selected goal"), {"L": MapHand.start_link}),
    MapKeys(QT_TRANSLATE_NOOP("MapKeys", "Write the name anew"), {"F2": MapHand.rename_selected}),
    MapKeys(QT_TRANSLATE_NOOP("MapKeys", "Select nothing"), {"Esc": MapHand.let_go}),
)
WHILE_LINKING: Final = (
    MapKeys(
        QT_TRANSLATE_NOOP("MapKeys", "The next goal that the link may end at"),
        dict.fromkeys(("Right", "Down", "Tab"), partial(MapHand.choose_end, step=1)),
    ),
    MapKeys(
        QT_TRANSLATE_NOOP("MapKeys", "The one before"),
        dict.fromkeys(("Left", "Up"), partial(MapHand.choose_end, step=-1)),
    ),
    MapKeys(
        QT_TRANSLATE_NOOP("MapKeys", "Make the link"),
        dict.fromkeys(("Return", "Enter"), partial(MapHand.end_link, make=True)),
    ),
    MapKeys(QT_TRANSLATE_NOOP("MapKeys", "Make no link"), {"Esc": partial(MapHand.end_link, make=False)}),
)


def _by_key(table: tuple[MapKeys, ...]) -> dict[str, Act]:
    return {QKeySequence(key).toString(): act for row in table for key, act in row.acts.items()}


_ON_MAP, _WHILE_LINKING = _by_key(ON_MAP), _by_key(WHILE_LINKING)
_NO_MATTER: Final = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.GroupSwitchModifier


def pressed(hand: MapHand, event: QKeyEvent) -> bool:
    """Do what the key means on the map; whether it meant anything."""
    modifiers = event.modifiers() & ~_NO_MATTER
    key = QKeySequence(event.key() | modifiers.value).toString()
    act = (_ON_MAP if hand.linking is None else _WHILE_LINKING).get(key)
    if act is None:
        return False
    act(hand)
    return True
