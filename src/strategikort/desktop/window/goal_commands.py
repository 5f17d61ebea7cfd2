"""What is done to goals and links, wherever the hand is: on the map, in the outline or in the goal's panel."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from strategikort.desktop.bridge import Bridge
from strategikort.desktop.dialogs.messages import show_dialog
from strategikort.desktop.goal import story_dialog
from strategikort.desktop.goal.menus import KindMenu, RetypeMenu
from strategikort.desktop.goal.panel import GoalPanel
from strategikort.desktop.linking import doubts_dialog
from strategikort.desktop.look.theme import Theme
from strategikort.desktop.maps.area import MapArea
from strategikort.desktop.outline.panel import OutlinePanel
from strategikort.desktop.trying import dialog as trying_dialog
from strategikort.desktop.window.removing import Removing
from strategikort.domain.goals import Goal, GoalKind
from strategikort.domain.shape import Id


class GoalCommands(QObject):
    """Makes, links, renames, changes and removes goals."""

    map_wanted = Signal()
    """The map has to be in sight for what is done next."""
    panel_wanted = Signal()
    """The goal's panel has to be in sight."""

    def __init__(
        self,
        bridge: Bridge,
        theme: Theme,
        window: QWidget,
        *,
        map_area: MapArea,
        outline: OutlinePanel,
        goal_panel: GoalPanel,
    ) -> None:
        super().__init__(window)
        self._bridge, self._theme, self._window = bridge, theme, window
        self._map_area, self._outline, self._goal_panel = map_area, outline, goal_panel
        self.new_menu = KindMenu(bridge, theme, window)
        self.new_menu.chosen.connect(self._new_of_kind)
        self.retype_menu = RetypeMenu(bridge, theme, window)
        self.removing = Removing(bridge, window)
        goal_panel.doubts_wanted.connect(self._ask_doubts)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What does each action."""
        return {
            "new_goal": self._new_goal,
            "new_kind": self._choose_kind,
            "link": self._goal_panel.connect_goal,
            "rename": self._rename,
            "retype": self._retype,
            "delete": self.removing.remove,
            "doubts": self._ask_doubts,
            "story": self._tell_story,
            "try": self._try_out,
        }

    def able(self) -> Mapping[str, bool]:
        """Most need a goal, or exactly one."""
        goals = self._bridge.chosen(Goal)
        return {
            "rename": len(goals) == 1,
            "link": len(goals) == 1,
            "story": len(goals) == 1,
            "retype": self.retype_menu.follow(),
            "delete": bool(self._bridge.selection),
        }

    def _on_map(self) -> bool:
        return self._has_keys(self._map_area.view)

    def _has_keys(self, widget: QWidget) -> bool:
        """Whether the keys of the window go there; also while the palette that was in front is just closing."""
        return self._window.focusWidget() is widget

    def _new_goal(self) -> None:
        self.map_wanted.emit()
        self._map_area.view.setFocus()
        self._map_area.view.hand.new_goal()

    def _new_of_kind(self, kind: GoalKind) -> None:
        self.map_wanted.emit()
        self._map_area.view.setFocus()
        self._map_area.view.hand.new_goal(kind)

    def _rename(self) -> None:
        if self._has_keys(self._outline.tree):
            self._outline.rename()
        elif self._on_map():
            self._map_area.view.hand.rename_selected()
        else:
            self.panel_wanted.emit()
            self._goal_panel.focus_title()

    def _choose_kind(self) -> None:
        self.new_menu.popup(self._window.mapToGlobal(self._window.rect().center()))

    def _retype(self) -> None:
        self.retype_menu.popup(self._window.mapToGlobal(self._window.rect().center()))

    def _ask_doubts(self) -> None:
        """Ask whether the goals still fit what stands above them, the chosen goal first."""
        dialog = doubts_dialog.DoubtsDialog(self._bridge, self._theme, self._window)
        dialog.show_goal.connect(self._show_on_map)
        for goal in self._bridge.chosen(Goal)[:1]:
            dialog.choose(goal)
        show_dialog(dialog)

    def _tell_story(self) -> None:
        for goal in self._bridge.chosen(Goal)[:1]:
            show_dialog(story_dialog.StoryDialog(self._bridge, goal, self._window))

    def _try_out(self) -> None:
        dialog = trying_dialog.TryingDialog(self._bridge, self._window)
        dialog.show_goal.connect(self._bring_into_sight)
        show_dialog(dialog)

    def _bring_into_sight(self, goal: Id) -> None:
        self._bridge.select([goal])
        self.map_wanted.emit()
        self._goal_panel.wanted.emit(goal)

    def _show_on_map(self, goal: Id) -> None:
        self._bring_into_sight(goal)
        self._goal_panel.focus_title()
