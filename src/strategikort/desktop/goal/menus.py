"""The menus about goals: what can be made, which level a goal can have, and what a right click offers."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QMenu, QTreeView, QWidget
from typing_extensions import override

from strategikort.desktop.bridge import Bridge
from strategikort.desktop.canvas.view import MapView
from strategikort.desktop.findings.mends import add_mends
from strategikort.desktop.look.marks import mark_icon
from strategikort.desktop.look.theme import Theme
from strategikort.desktop.outline.model import GOAL_ROLE
from strategikort.domain.edits.goals import can_be_retyped, retype_goal
from strategikort.domain.goals import Goal, GoalKind
from strategikort.domain.links import Link

ON_GOAL: Final[tuple[str, ...]] = (
    "rename",
    "link",
    "retype",
    "pin",
    "move_under",
    "story",
    "",
    "cut",
    "copy",
    "paste",
    "duplicate",
    "",
    "new_goal",
    "open_unit",
    "put_on_map",
    "take_off_map",
    "",
    "delete",
)
ON_LINK: Final[tuple[str, ...]] = ("move_head", "move_tail", "", "delete", "", "undo", "redo")
ON_NOTHING: Final[tuple[str, ...]] = (
    "new_goal",
    "paste",
    "arrange",
    "",
    "new_map",
    "close_units",
    "",
    "fit",
    "actual_size",
    "",
    "undo",
    "redo",
    "",
    "print",
)
"""The actions of a context menu, an empty one for a line between groups."""


class KindMenu(QMenu):
    """The kinds of goal of the model, the highest first, one a line."""

    chosen = Signal(object)
    """The `GoalKind` that was chosen."""

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        words = bridge.workspace.words
        for kind in bridge.workspace.profile.levels:
            action = self.addAction(mark_icon(kind, theme), f"{words.word(kind.value):One}")
            action.setData(kind)
        self.triggered.connect(self._choose)

    def action_of(self, kind: GoalKind) -> QAction:
        """The line of a kind."""
        return next(action for action in self.actions() if action.data() == kind)

    def _choose(self, action: QAction) -> None:
        self.chosen.emit(GoalKind(action.data()))


class RetypeMenu(KindMenu):
    """Makes the selected goal one of another kind; a kind that would cost it fields cannot be chosen."""

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget) -> None:
        super().__init__(bridge, theme, parent)
        self._bridge = bridge
        self.chosen.connect(self._retype)
        self.aboutToShow.connect(self.follow)

    def follow(self) -> bool:
        """Offer what is possible for what is selected; gives whether anything is."""
        goals = [self._bridge.document.get(Goal, one) for one in self._bridge.selection]
        goal = goals[0] if len(goals) == 1 else None
        for action in self.actions():
            action.setEnabled(goal is not None and can_be_retyped(goal, GoalKind(action.data())))
        return any(action.isEnabled() for action in self.actions())

    def _retype(self, kind: GoalKind) -> None:
        (goal,) = self._bridge.selection
        self._bridge.edit(lambda document: retype_goal(document, goal, kind=kind))


class ContextMenus(QObject):
    """Opens a menu for what is under the pointer, or by keyboard for what is selected, on the map and in the outline.

    The menu is made of the window's own actions, so it offers what the menu bar offers, by the same rules.
    """

    def __init__(
        self, bridge: Bridge, actions: Mapping[str, QAction], view: MapView, tree: QTreeView, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._bridge, self._actions, self._window = bridge, actions, parent
        self._view, self._tree = view, tree
        self.menu: QMenu | None = None
        """The menu that is open or was open last."""
        view.menu_wanted.connect(self._on_map)
        for widget in (view, tree, tree.viewport()):
            widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QContextMenuEvent):
            return super().eventFilter(watched, event)
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self.open_by_key()
        elif watched is self._tree.viewport():
            self._on_outline(event.pos(), event.globalPos())
        else:
            return super().eventFilter(watched, event)
        return True

    def open_by_key(self) -> None:
        """Open the menu for what is selected, beside it."""
        place = self._tree.visualRect(self._tree.currentIndex()).center()
        viewport = self._tree.viewport()
        if not self._tree.hasFocus():
            item = self._view.hand.current
            viewport = self._view.viewport()
            place = self._view.mapFromScene(item.middle) if item else viewport.rect().center()
        inside = viewport.rect().contains(place)
        self._open(viewport.mapToGlobal(place if inside else viewport.rect().center()))

    def _on_map(self, place: object) -> None:
        if not isinstance(place, QPoint):
            return
        scene = self._view.map_scene
        spot = self._view.mapToScene(self._view.viewport().mapFromGlobal(place))
        if scene.card_at(spot) is None:
            arrow = scene.arrows.arrow_at(spot, self._view.scale_now)
            self._bridge.select(scene.picture.arrows[arrow].links if arrow is not None else ())
        self._open(place)

    def _on_outline(self, spot: QPoint, place: QPoint) -> None:
        goal = self._tree.indexAt(spot).data(GOAL_ROLE)
        if not isinstance(goal, Goal):
            self._bridge.select(())
        elif goal.id not in self._bridge.selection:
            self._bridge.select([goal.id])
        self._open(place)

    def _open(self, place: QPoint) -> None:
        document, chosen = self._bridge.document, self._bridge.selection
        names = ON_NOTHING
        if any(document.get(Goal, one) for one in chosen):
            names = ON_GOAL
        elif any(document.get(Link, one) for one in chosen):
            names = ON_LINK
        if self.menu is not None:
            self.menu.deleteLater()
        self.menu = QMenu(self._window)
        for name in names:
            if name:
                self.menu.addAction(self._actions[name])
            else:
                self.menu.addSeparator()
        self._offer_mends(self.menu)
        self.menu.popup(place)

    def _offer_mends(self, menu: QMenu) -> None:
        """What mends the findings on the one goal or link that is selected, in a menu of its own."""
        chosen = self._bridge.selection
        if len(chosen) != 1:
            return
        is_link = self._bridge.document.get(Link, chosen[0]) is not None
        found = [one for one in self._bridge.findings if chosen[0] in (one.records if is_link else one.records[:1])]
        mends = [mend for finding in found for mend in self._bridge.mends_of(finding)]
        if mends:
            menu.addSeparator()
            add_mends(self._bridge, mends, menu.addMenu(self.tr("Mend")))
