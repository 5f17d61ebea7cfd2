"""The cards that assistive technology has asked a map for, and the events when they come, go or are not as before.

What Qt was given belongs to its cache: a card that goes is taken out of the cache, never just forgotten.
"""

import weakref
from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleStateChangeEvent
from PySide6.QtWidgets import QApplication, QWidget

from strategikort.application.drawing.picture import Picture, reading_order
from strategikort.desktop.canvas.accessible import CardAccessible
from strategikort.desktop.canvas.view import MapView
from strategikort.domain.shape import Id

Event = QAccessible.Event
_MOST_TOLD: Final = 500
"""When more cards come at once, as on another map, only those that are asked for are told of."""


class HeardCards(QObject):
    """The interfaces of the cards of a view; none before somebody asks."""

    told = Signal(object, object)
    """The key of a card and the kind of event that is being sent about it."""

    def __init__(self, view: MapView) -> None:
        super().__init__(view)
        self._view = weakref.ref(view)
        self._made: dict[Id, CardAccessible] = {}
        self._said: dict[Id, tuple[str, str]] = {}
        self._chosen: frozenset[Id] = frozenset()
        self._picture: Picture | None = None
        self._rows: Mapping[Id, int] = {}
        self._keys: tuple[Id, ...] = ()
        view.map_scene.redrawn.connect(self._follow_cards)
        view.map_scene.told_otherwise.connect(self._follow_words)
        view.bridge.checked.connect(self._follow_words)
        view.bridge.selected.connect(self._follow_selection)
        view.destroyed.connect(self._forget)
        application = QApplication.instance()
        assert isinstance(application, QApplication), "there is no view without one"
        application.focusChanged.connect(self._follow_focus)

    def keys(self) -> tuple[Id, ...]:
        """The cards in reading order."""
        view = self._view()
        picture = view.map_scene.picture if view is not None else None
        if picture is not self._picture:
            self._picture = picture
            self._keys = tuple(card.key for card in reading_order(picture.cards.values())) if picture else ()
            self._rows = {key: row for row, key in enumerate(self._keys)}
        return self._keys

    def row(self, key: Id) -> int:
        """The place of a card in that order, -1 if it is not shown."""
        self.keys()
        return self._rows.get(key, -1)

    def of(self, key: Id) -> CardAccessible:
        """The interface of a card that is shown."""
        made = self._made.get(key)
        if made is None:
            view = self._view()
            assert view is not None, "only a view that is there is asked"
            made = self._made[key] = CardAccessible(view, key)
            QAccessible.registerAccessibleInterface(made)
            self._said[key] = _said(made)
        return made

    def kept(self) -> frozenset[Id]:
        """The cards that somebody has asked for and that are still shown."""
        return frozenset(self._made)

    def _tell(self, key: Id, kind: Event) -> None:
        self.told.emit(key, kind)
        QAccessible.updateAccessibility(QAccessibleEvent(self._made[key], kind))

    def _follow_cards(self) -> None:
        if not self._made:
            return
        before = set(self._keys)
        come = [key for key in self.keys() if key not in before]
        for key in [key for key in self._made if key not in self._rows]:
            self._tell(key, Event.ObjectDestroyed)
            self._drop(key)
        for key in come if len(come) <= _MOST_TOLD else ():
            self.of(key)
            self._tell(key, Event.ObjectCreated)

    def _follow_words(self) -> None:
        for key, made in self._made.items():
            before, self._said[key] = self._said[key], _said(made)
            for kind, old, new in zip(
                (Event.NameChanged, Event.DescriptionChanged), before, self._said[key], strict=True
            ):
                if old != new:
                    self._tell(key, kind)

    def _follow_selection(self, selection: tuple[Id, ...]) -> None:
        view = self._view()
        if view is None or not (self._made or QAccessible.isActive()):
            return
        card_of = view.map_scene.picture.card_of
        before, self._chosen = self._chosen, frozenset(card_of.get(one, one) for one in selection)
        changed = QAccessible.State()
        changed.selected = True
        for key in (before ^ self._chosen) & self._made.keys():
            self.told.emit(key, Event.StateChanged)
            QAccessible.updateAccessibility(QAccessibleStateChangeEvent(self._made[key], changed))
        self._tell_focus(view)

    def _follow_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        view = self._view()
        if view is not None and now is view and (self._made or QAccessible.isActive()):
            self._tell_focus(view)

    def _tell_focus(self, view: MapView) -> None:
        current = view.hand.current
        if current is not None and view.hasFocus():
            self.of(current.card.key)
            self._tell(current.card.key, Event.Focus)

    def _drop(self, key: Id) -> None:
        made = self._made.pop(key)
        del self._said[key]
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(made))

    def _forget(self) -> None:
        for key in list(self._made):
            self._drop(key)


def _said(made: CardAccessible) -> tuple[str, str]:
    return made.text(QAccessible.Text.Name), made.text(QAccessible.Text.Description)
