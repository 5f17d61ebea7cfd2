"""A card for assistive technology: its name, what else is heard of it, where it is, and its actions.

Cards are painted in layers and are no objects of Qt's, so their interfaces are ours. They are `QAccessibleWidget`s
because only these have their actions in reach of Qt: an `interface_cast` written in Python crashes (PySide6 6.11).
"""

import weakref

from PySide6.QtCore import QObject, QRect, QRectF
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleInterface,
    QColor,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import Shiboken
from typing_extensions import override

from strategikort.application.drawing.hearing import box_heard, goal_heard, name_heard
from strategikort.cascade.findings import Finding
from strategikort.desktop.canvas.card import PlacedCard
from strategikort.desktop.canvas.view import MapView
from strategikort.domain.goals import Goal
from strategikort.domain.shape import Id

Relations = list[tuple[QAccessibleInterface, QAccessible.RelationFlag]]
PRESS = QAccessibleActionInterface.pressAction()
FOCUS = QAccessibleActionInterface.setFocusAction()
MENU = QAccessibleActionInterface.showMenuAction()


class CardAccessible(QAccessibleWidget):
    """One card: what is heard of it, where it is, and pressing it."""

    def __init__(self, view: MapView, key: Id) -> None:
        super().__init__(view, QAccessible.Role.ListItem)
        self._view = weakref.ref(view)
        self.key = key

    @property
    def _placed(self) -> PlacedCard | None:
        view = self._view()
        return view.map_scene.item(self.key) if view is not None else None

    @override
    def isValid(self) -> bool:
        view = self._view()
        return view is not None and Shiboken.isValid(view)

    @override
    def object(self) -> QObject:
        return None  # type: ignore[return-value]

    @override
    def window(self) -> QWindow:
        view = self._view()
        return view.window().windowHandle() if view is not None else None  # type: ignore[return-value]

    @override
    def parent(self) -> QAccessibleInterface:
        return QAccessible.queryAccessibleInterface(self._view())  # type: ignore[arg-type]

    @override
    def child(self, index: int) -> QAccessibleInterface:
        return None  # type: ignore[return-value]

    @override
    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        return None  # type: ignore[return-value]

    @override
    def childCount(self) -> int:
        return 0

    @override
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    @override
    def focusChild(self) -> QAccessibleInterface:
        return None  # type: ignore[return-value]

    @override
    def relations(self, match: QAccessible.RelationFlag = QAccessible.RelationFlag.AllRelations) -> Relations:
        return []

    @override
    def foregroundColor(self) -> QColor:
        return QColor()

    @override
    def backgroundColor(self) -> QColor:
        return QColor()

    @override
    def rect(self) -> QRect:
        view, placed = self._view(), self._placed
        if view is None or placed is None:
            return QRect()
        place = view.mapFromScene(placed.rect).boundingRect()
        return QRect(view.viewport().mapToGlobal(place.topLeft()), place.size())

    @override
    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        view, placed = self._view(), self._placed
        if view is None or placed is None:
            state.invalid = True
            return state
        state.focusable = state.selectable = state.multiSelectable = True
        state.selected = placed.selected
        state.focused = bool(view.hasFocus() and view.hand.current is placed)
        state.offscreen = not view.seen.intersects(QRectF(placed.rect))
        return state

    @override
    def text(self, t: QAccessible.Text) -> str:
        view, placed = self._view(), self._placed
        if view is None or placed is None:
            return ""
        if t is QAccessible.Text.Name:
            return _name(view, placed)
        if t is not QAccessible.Text.Description:
            return ""
        return " ".join(filter(None, (view.map_scene.told.get(self.key, ""), _description(view, placed))))

    @override
    def actionNames(self) -> list[str]:
        return [PRESS, FOCUS, MENU]

    @override
    def doAction(self, actionName: str) -> None:  # noqa: N803
        view, placed = self._view(), self._placed
        if view is None or placed is None:
            return
        if actionName == PRESS and placed.card.is_box:
            view.map_scene.open_unit(self.key)
            return
        view.setFocus()
        view.bridge.select(placed.card.goals)
        view.center_on(self.key)
        if actionName == MENU:
            view.menu_wanted.emit(self.rect().center())

    @override
    def keyBindingsForAction(self, actionName: str) -> list[str]:  # noqa: N803
        return []


def _name(view: MapView, placed: PlacedCard) -> str:
    goal = view.bridge.document.get(Goal, placed.card.key)
    if goal is not None:
        return name_heard(goal, view.bridge.workspace.words)
    return f"{placed.card.code} {placed.card.title}".strip()


def _description(view: MapView, placed: PlacedCard) -> str:
    space, card = view.bridge.workspace, placed.card
    findings: tuple[Finding, ...] = tuple(one for goal in card.goals for one in view.bridge.findings_of(goal))
    goal = space.document.get(Goal, card.key)
    if goal is None:
        return box_heard(space.words, card, findings, placed.said.doubt)
    return goal_heard(space.document, space.profile, space.words, goal, findings, placed.said.doubt)
