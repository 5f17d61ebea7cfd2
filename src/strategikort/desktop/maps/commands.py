"""What is done to maps as a whole: made, dated, copied, put in order, removed; and which goals stand on them."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Qt, SignalInstance
from PySide6.QtWidgets import QWidget

from strategikort.desktop.bridge import Bridge
from strategikort.desktop.dialogs.messages import MessageDialog, show_dialog
from strategikort.desktop.look.theme import Theme
from strategikort.desktop.maps import review_dialog
from strategikort.desktop.maps.area import MapArea
from strategikort.desktop.maps.dialog import About, MapDialog
from strategikort.domain.edits.copies import place_same
from strategikort.domain.edits.map_set import change_map, copy_map, move_map, next_period, ordered_maps, remove_map
from strategikort.domain.edits.maps import add_map, last_position, take_off_map
from strategikort.domain.goals import Goal
from strategikort.domain.maps import MapSubject, StrategyMap
from strategikort.domain.shape import Id


class MapCommands(QObject):
    """Makes, changes, shows and removes maps, puts goals on them and takes them off."""

    def __init__(
        self, bridge: Bridge, theme: Theme, map_area: MapArea, remarks: SignalInstance, window: QWidget
    ) -> None:
        """``remarks`` asks for the review of a map."""
        super().__init__(window)
        self._bridge, self._theme, self._area, self._window = bridge, theme, map_area, window
        map_area.remarks.clicked.connect(self._review)
        remarks.connect(self._review_of)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What does each action."""
        return {
            "new_map": self._ask_for_new,
            "change_map": self._ask_for_change,
            "next_period": self._ask_for_copy,
            "review_map": self._review,
            "remove_map": self._ask_to_remove,
            "map_earlier": partial(self._move, -1),
            "map_later": partial(self._move, 1),
            "previous_map": partial(self._area.step, -1),
            "next_map": partial(self._area.step, 1),
            "put_on_map": self._put_on,
            "take_off_map": self._take_off,
            "open_unit": self._open_or_close,
            "close_units": self._area.opened.close_all,
        }

    def able(self) -> Mapping[str, bool]:
        """Most need a map that is more than a look at all goals."""
        maps = ordered_maps(self._bridge.document)
        shown = self._shown
        return {
            "change_map": shown is not None,
            "next_period": shown is not None,
            "review_map": shown is not None,
            "remove_map": shown is not None,
            "map_earlier": shown is not None and shown != maps[0],
            "map_later": shown is not None and shown != maps[-1],
            "previous_map": bool(maps),
            "next_map": bool(maps),
            "put_on_map": shown is not None and bool(self._chosen(there=False)),
            "take_off_map": shown is not None and bool(self._chosen(there=True)),
            "open_unit": self._unit() is not None,
            "close_units": bool(self._area.view.map_scene.opened),
        }

    @property
    def _shown(self) -> StrategyMap | None:
        return self._bridge.document.get(StrategyMap, self._area.map)

    def _chosen(self, *, there: bool) -> list[Id]:
        """The selected goals that are on the map that is shown, or that are not."""
        on_map = self._area.view.map_scene.picture.card_of
        return [one for one in self._bridge.chosen(Goal) if (one in on_map) is there]

    def _dialog(self, name: str, accepted: Callable[[MapDialog], object]) -> MapDialog:
        dialog = MapDialog(self._bridge, self._window)
        dialog.setObjectName(name)
        dialog.accepted.connect(partial(accepted, dialog))
        return dialog

    def _ask_for_new(self) -> None:
        dialog = self._dialog("new_map", self._make)
        shown = self._shown
        dialog.choose(About(MapSubject.GOALS, shown.centre) if shown else About(MapSubject.GOALS))
        show_dialog(dialog)

    def _make(self, dialog: MapDialog) -> None:
        about, new_id = dialog.about, self._bridge.workspace.new_id
        made = self._bridge.edit(
            lambda document: add_map(
                new_id=new_id,
                title=dialog.title,
                subject=about.subject,
                centre=about.centre,
                period=dialog.period,
                position=last_position(document),
            )
        )
        if made:
            self._area.open_map(made.changes[0].record.id)

    def _ask_for_change(self) -> None:
        map = self._shown
        if map is None:
            return
        dialog = self._dialog("change_map", partial(self._change, map.id))
        period = map.valid_from, map.valid_to
        dialog.for_map(map, period, heading=self.tr("Title and period"), go=self.tr("Save"), title=map.title)
        show_dialog(dialog)

    def _change(self, map: Id, dialog: MapDialog) -> None:
        self._bridge.edit(lambda document: change_map(document, map, title=dialog.title, period=dialog.period))

    def _ask_for_copy(self) -> None:
        map = self._shown
        if map is None:
            return
        dialog = self._dialog("next_period", partial(self._copy, map.id))
        period = next_period(self._bridge.workspace.profile, map)
        dialog.for_map(map, period, heading=self.tr("Copy to the next period"), go=self.tr("Copy map"))
        show_dialog(dialog)

    def _copy(self, map: Id, dialog: MapDialog) -> None:
        new_id = self._bridge.workspace.new_id
        made = self._bridge.edit(
            lambda document: copy_map(document, map, new_id=new_id, title=dialog.title, period=dialog.period)
        )
        if made:
            self._area.open_map(made.changes[0].record.id)

    def _ask_to_remove(self) -> None:
        map = self._shown
        if map is None:
            return
        dialog = MessageDialog(
            self.tr("Delete the map »%1«?").replace("%1", map.title),
            self.tr("The goals stay in the list of goals and on other maps. It can be undone."),
            self._window,
            other=self.tr("Delete map"),
            close=self.tr("Cancel"),
        )
        dialog.setObjectName("remove_map")
        dialog.accepted.connect(lambda: self._bridge.edit(lambda document: remove_map(document, map.id)))
        show_dialog(dialog)

    def _review_of(self, map: Id) -> None:
        self._area.open_map(map)
        self._review()

    def _review(self) -> None:
        """Show the review of the map beside the window: goals are chosen while one writes."""
        map = self._shown
        if map is None:
            return
        known = (one for one in self._window.findChildren(review_dialog.ReviewDialog) if one.map == map.id)
        dialog = next(known, None)
        if dialog is None:
            dialog = review_dialog.ReviewDialog(self._bridge, self._theme, map.id, self._window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.show_goal.connect(self._area.show_goal)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def _move(self, step: int) -> None:
        map = self._area.map
        if map is not None:
            self._bridge.edit(lambda document: move_map(document, map, step))

    def _put_on(self) -> None:
        map, goals, new_id = self._area.map, self._chosen(there=False), self._bridge.workspace.new_id
        if map is None or not goals:
            return
        kinds = {goal: self._bridge.document.all(Goal)[goal].kind for goal in goals}
        spots = self._area.view.map_scene.places.room_for({goal: (kind, (0, 0)) for goal, kind in kinds.items()})
        if self._bridge.edit(lambda document: place_same(document, new_id=new_id, map=map, spots=spots)):
            self._area.view.center_on(goals[0])

    def _take_off(self) -> None:
        map, goals = self._area.map, self._chosen(there=True)
        if map is not None and goals:
            self._bridge.edit(lambda document: take_off_map(document, map, goals))

    def _unit(self) -> Id | None:
        """The unit whose box is selected, or whose goal is selected that stands on the map because it is open."""
        scene, item = self._area.view.map_scene, self._area.view.hand.current
        if item is None:
            return None
        if item.card.is_box:
            return item.card.key
        return item.card.group if item.card.group in scene.opened else None

    def _open_or_close(self) -> None:
        unit, scene = self._unit(), self._area.view.map_scene
        if unit is not None:
            scene.open_unit(unit, opened=unit not in scene.opened)
