"""The bar above the map while a comparison lies over it: what is compared, the next change, and the way out."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from strategikort.application.comparing import Change
from strategikort.application.comparing_pairs import Pair
from strategikort.application.drawing.compared import ComparedMap, Sides, Tally, compared_on
from strategikort.application.drawing.compared_prose import Beside
from strategikort.application.drawing.hearing import name_heard
from strategikort.application.drawing.picture import reading_order
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.canvas.compared import ORDER, ComparedLayer
from strategikort.desktop.canvas.view import MapView
from strategikort.desktop.fields.rows import Rows
from strategikort.desktop.fields.short_label import ShortLabel
from strategikort.desktop.look.theme import Theme
from strategikort.domain.failures import KnownFailure
from strategikort.domain.shape import Id

_IDLE_MS = 300
Fate = tuple[Change, bool]
"""What became of goals, or with True of links."""


class ComparingBar(QWidget):
    """Shown while a pair is compared. The comparison follows edits a moment after them, and the map at once."""

    turned = Signal()
    """A comparison lies over the map, or another one, or none any more."""

    def __init__(self, bridge: Bridge, view: MapView, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._view, self._scene = bridge, view, view.map_scene
        self._pair: Pair | None = None
        self._sides: Sides | None = None
        self._at: Id | None = None
        words = bridge.workspace.words
        said = {change: words.text(f"tables.change.{change.value}") for change in ORDER}
        self.layer = ComparedLayer(self._scene, theme, view.font(), said)
        self.setProperty("banner", True)
        self.setAccessibleName(self.tr("Comparison"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.told = ShortLabel(self)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.next = self._button(self.tr("Next"))
        self.next.setAccessibleName(self.tr("Next change"))
        self.next.setToolTip(self.tr("Next change"))
        self.next.clicked.connect(self.go_on)
        self.left = self._button("")
        self.left.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.left.setMenu(QMenu(self.left))
        self.left.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self.end = self._button(self.tr("End"))
        self.end.setAccessibleName(self.tr("End comparison"))
        self.end.setToolTip(self.tr("End comparison (Esc)"))
        self.end.clicked.connect(self.leave)
        buttons = Rows(6)
        buttons.setContentsMargins(0, 0, 0, 0)
        for button in (self.next, self.left, self.end):
            buttons.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 6, 12, 6)
        box.setSpacing(6)
        box.addWidget(self.told)
        box.addLayout(buttons)
        self._soon = QTimer(self, interval=_IDLE_MS, singleShot=True)
        self._soon.timeout.connect(self._compare)
        self._laid_on: object = None
        self._scene.redrawn.connect(self._follow)
        bridge.changed.connect(self._follow)
        view.hand.leave_mode = self.leave
        self.hide()

    @property
    def compared(self) -> ComparedMap | None:
        """What lies over the map now."""
        return self.layer.compared

    @property
    def beside(self) -> Beside | None:
        """What the map is compared with now."""
        return Beside(self._pair.name, self._sides) if self._pair and self._sides else None

    @property
    def signs(self) -> tuple[Fate, ...]:
        """What is told on the map."""
        found = self.compared
        if found is None:
            return ()
        goals = [(change, False) for change in ORDER if found.counts.get(change)]
        links = ((Change.ADDED, found.gained), (Change.REMOVED, found.lost))
        return (*goals, *((change, True) for change, ways in links if any(ways.values())))

    def begin(self, pair: Pair) -> None:
        """Compare from now on, all of the map in sight."""
        self._pair = pair
        self._compare()
        if self.compared is None:
            return
        self.show()
        self._view.fit()
        self._view.setFocus()
        self._view.hint.emit(f"{self.tr('Comparison')} {self.told.text()}")

    def leave(self) -> bool:
        """Compare no longer; whether something was compared."""
        if self._pair is None:
            return False
        held = self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self._pair = self._sides = None
        self._soon.stop()
        self._lay()
        self.hide()
        if held:
            self._view.setFocus()
        self._view.hint.emit(self.tr("The comparison has ended."))
        return True

    def go_on(self) -> None:
        """Bring the next change into the middle, in reading order, round and round."""
        found = self.compared
        if found is None:
            return
        cards = [placed for key in found.marks if (placed := self.layer.card(key)) is not None]
        keys = [card.key for card in reading_order(placed.card for placed in cards)]
        if keys:
            place = keys.index(self._at) + 1 if self._at in keys else 0
            self._show(keys[place % len(keys)])

    def _show(self, key: Id) -> None:
        """Bring a card into the middle; it is selected unless it is gone."""
        self._at, placed = key, self.layer.card(key)
        if placed is None:
            return
        if key not in self.layer.gone:
            self._bridge.select(placed.card.goals[:1])
            self._view.center_on(key)
            return
        self._bridge.select(())
        view = self._view
        if view.scale_now < view.full_scale / 2:
            view.actual_size()
        view.center_at(placed.middle)
        gone = " ".join((placed.card.code, placed.card.title)).strip()
        view.hint.emit(f"{self._bridge.workspace.words.text('tables.change.removed')}: {gone}")

    def _follow(self) -> None:
        """Follow another map or other open units at once, edits when there is a moment."""
        if self._pair is not None:
            if self._laid_on != self._shown_now:
                self._lay()
                if self._scene.picture.cards:
                    self._view.hint.emit(self.told.text())
            self._soon.start()

    @property
    def _shown_now(self) -> object:
        """Which map the scene shows, opened how; on its way to another map it is empty for a moment."""
        return self._scene.map, self._scene.opened, bool(self._scene.picture.cards)

    def _compare(self) -> None:
        """Work out both sides anew."""
        if self._pair is None:
            return
        try:
            self._sides = self._pair.compared(self._bridge.workspace)
        except KnownFailure as failure:
            self._pair = self._sides = None
            self._view.hint.emit(self._bridge.say(failure.phrase))
            self.hide()
        self._lay()

    def _lay(self) -> None:
        """Lay the comparison over the map as it is now, or take it off."""
        if self._sides is None and self.compared is None:
            return
        scene, space = self._scene, self._bridge.workspace
        self._laid_on = self._shown_now
        found = None
        if self._sides is not None:
            found = compared_on(
                space.document, space.profile, scene.map, scene.opened, scene.picture, scene.places, self._sides
            )
        self.layer.show(found)
        marked = frozenset(found.marks) if found and found.marks else None
        scene.look_at(replace(scene.look, marked=marked))
        scene.tell({key: self._heard(tally) for key, tally in found.marks.items()} if found else {})
        if found and self._pair:
            self._tell(self._pair.name, found)
        self.turned.emit()

    def _tell(self, name: str, found: ComparedMap) -> None:
        words = self._bridge.workspace.words
        any_there = any(found.counts.values())
        counts = words.text("compared.on_map", **_named(found.counts)) if any_there else words.text("compared.none")
        self.told.setText(f"{name}: {counts}")
        self.told.setToolTip(self.told.text())
        self.next.setVisible(any_there)
        self.left.setText(self.tr("%n goal(s) gone", "", len(found.left)) + " ▾")
        self.left.setVisible(bool(found.left))
        menu = self.left.menu()
        menu.clear()
        for goal, card in found.left:
            line = menu.addAction(name_heard(goal, words).replace("&", "&&"), partial(self._show, card))
            line.setEnabled(self.layer.card(card) is not None)

    def _heard(self, tally: Tally) -> str:
        words = self._bridge.workspace.words
        if sum(tally.values()) == 1:
            return words.text(f"compared.{next(iter(tally)).value}")
        return words.text("compared.box", **_named(tally))

    def _button(self, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setProperty("framed", True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)


def _named(tally: Tally) -> Mapping[str, int]:
    return {change.value: tally.get(change, 0) for change in ORDER}
