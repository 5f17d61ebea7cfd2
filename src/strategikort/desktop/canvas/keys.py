"""The keys of the map, each the twin of something that the mouse does."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from strategikort.application.drawing.measure import GRID
from strategikort.desktop.canvas.hand import MapHand

_WAYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
NUDGE = 2 * GRID


def pressed(hand: MapHand, event: QKeyEvent) -> bool:
    """Do what the key means on the map; whether it meant anything."""
    key = Qt.Key(event.key())
    if hand.linking is not None:
        return _while_linking(hand, key)
    way = _WAYS.get(key)
    if way is not None:
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            hand.nudge(way[0] * NUDGE, way[1] * NUDGE)
        else:
            hand.walk(*way)
        return True
    if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
        return False
    actions = {
        Qt.Key.Key_Tab: hand.new_below,
        Qt.Key.Key_Return: hand.new_sibling,
        Qt.Key.Key_Enter: hand.new_sibling,
        Qt.Key.Key_F2: hand.rename_selected,
        Qt.Key.Key_Delete: hand.remove_selected,
        Qt.Key.Key_L: hand.start_link,
    }
    if key not in actions:
        return False
    actions[key]()
    return True


def _while_linking(hand: MapHand, key: Qt.Key) -> bool:
    if key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Tab):
        hand.choose_end(1)
    elif key in (Qt.Key.Key_Left, Qt.Key.Key_Up):
        hand.choose_end(-1)
    elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        hand.end_link(make=True)
    elif key == Qt.Key.Key_Escape:
        hand.end_link(make=False)
        hand.hint.emit("")
    else:
        return False
    return True
