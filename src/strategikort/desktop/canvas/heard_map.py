"""The map for assistive technology: a list whose children are its cards, in reading order."""

import weakref

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget
from typing_extensions import override

from strategikort.desktop.canvas.accessible import CardAccessible
from strategikort.desktop.canvas.heard_cards import HeardCards
from strategikort.desktop.canvas.view import MapView


class MapAccessible(QAccessibleWidget):
    """The map: its cards in reading order, then the title that is being written."""

    def __init__(self, view: MapView) -> None:
        super().__init__(view, QAccessible.Role.List, view.accessibleName())
        self._view = weakref.ref(view)
        self._cards = heard_cards_of(view)

    @override
    def childCount(self) -> int:
        return len(self._cards.keys()) + len(self._editors())

    @override
    def child(self, index: int) -> QAccessibleInterface:
        keys = self._cards.keys()
        if 0 <= index < len(keys):
            return self._cards.of(keys[index])
        editors = self._editors()[index - len(keys) :] if index >= len(keys) else []
        return QAccessible.queryAccessibleInterface(editors[0]) if editors else None  # type: ignore[return-value]

    @override
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        if isinstance(child, CardAccessible):
            return self._cards.row(child.key)
        return len(self._cards.keys()) if child.object() in self._editors() else -1

    @override
    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        view = self._view()
        if view is None:
            return None  # type: ignore[return-value]
        place = view.viewport().mapFromGlobal(QPoint(x, y))
        placed = view.map_scene.card_at(view.mapToScene(place)) if view.viewport().rect().contains(place) else None
        return self._cards.of(placed.card.key) if placed else None  # type: ignore[return-value]

    @override
    def focusChild(self) -> QAccessibleInterface:
        view = self._view()
        current = view.hand.current if view is not None and view.hasFocus() else None
        return self._cards.of(current.card.key) if current else None  # type: ignore[return-value]

    def _editors(self) -> list[QObject]:
        view = self._view()
        editor = view.hand.editor if view is not None else None
        return [editor] if editor is not None else []


def heard_cards_of(view: MapView) -> HeardCards:
    """The cards of a view for those who do not see it, made for it if nobody has asked before."""
    there = view.findChild(HeardCards)
    return there if isinstance(there, HeardCards) else HeardCards(view)


def interface_of(class_name: str, asked: QObject) -> QAccessibleInterface | None:
    """What Qt asks for the interface of an object: ours for a map, nothing for all else."""
    if class_name == MapView.__name__ and isinstance(asked, MapView):
        return MapAccessible(asked)
    return None
