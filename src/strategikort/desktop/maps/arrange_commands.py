"""Cards are arranged, pinned, aligned and distributed, ends of arrows moved: all of it on the map, each in one step."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from strategikort.application.drawing.lining import Line, aligned, distributed
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.canvas.keeping import arrange, keep_spots
from strategikort.desktop.canvas.scene import MapScene
from strategikort.desktop.dialogs.messages import show_dialog
from strategikort.desktop.linking.move_end_dialog import MoveEndDialog
from strategikort.desktop.maps.area import MapArea
from strategikort.domain.edits.maps import pin_goals
from strategikort.domain.goals import Goal
from strategikort.domain.links import Link, LinkEnd

ALIGNING: Final[Mapping[str, Line]] = {f"align_{line.value}": line for line in Line}
DISTRIBUTING: Final[Mapping[str, bool]] = {"distribute_across": False, "distribute_down": True}
"""Whether it is done downward."""


class ArrangeCommands(QObject):
    """Arranges the map that is shown, or only the goals that are selected on it."""

    told = Signal(object)
    """What came of it, for the status bar."""

    def __init__(self, bridge: Bridge, map_area: MapArea, window: QWidget) -> None:
        super().__init__(window)
        self._bridge, self._view, self._window = bridge, map_area.view, window

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What does each action."""
        return {
            "arrange": self.arrange,
            "pin": self.pin,
            "move_head": partial(self.move_end, LinkEnd.UPPER),
            "move_tail": partial(self.move_end, LinkEnd.LOWER),
            **{name: partial(self._align, line) for name, line in ALIGNING.items()},
            **{name: partial(self._distribute, down=down) for name, down in DISTRIBUTING.items()},
        }

    def able(self) -> Mapping[str, bool]:
        """A line needs two cards, equal gaps need three; pinned is what a map keeps a place for."""
        chosen = len(self._scene.selected_cards())
        goals = any(not one.card.is_box for one in self._scene.selected_cards())
        return {
            "arrange": len(self._scene.card_items()) > 1,
            "pin": self._scene.map is not None and goals,
            **dict.fromkeys(("move_head", "move_tail"), self._link() is not None),
            **dict.fromkeys(ALIGNING, chosen > 1),
            **dict.fromkeys(DISTRIBUTING, chosen > 2),
        }

    @property
    def _scene(self) -> MapScene:
        return self._view.map_scene

    def arrange(self) -> None:
        """Find better places for what is selected, if that is more than one card, or else for the whole map."""
        chosen = self._scene.selected_cards()
        only = [one.card.key for one in chosen] if len(chosen) > 1 else None
        if not arrange(self._scene, only):
            self.told.emit(self.tr("All goals already stand where they are linked best."))
        elif only is None:
            self._view.fit()

    def pin(self) -> None:
        """Fix the selected goals where they are; if all of them are, let them go."""
        cards = [one for one in self._scene.selected_cards() if not one.card.is_box]
        map, new_id = self._scene.map, self._bridge.workspace.new_id
        if map is None or not cards:
            return
        pinned = not all(one.card.pinned for one in cards)
        where = {one.card.key: self._scene.places.spots[one.card.key] for one in cards}
        self._bridge.edit(lambda document: pin_goals(document, map, where, new_id=new_id, pinned=pinned))

    def _link(self) -> Link | None:
        """The link that is selected, if it is one and nothing else."""
        chosen = self._bridge.selection
        return self._bridge.document.get(Link, chosen[0]) if len(chosen) == 1 else None

    def move_end(self, end: LinkEnd) -> None:
        """Ask which goal an end of the selected link shall be moved to: the twin of dragging it."""
        link = self._link()
        ends = [self._bridge.document.get(Goal, one) for one in (link.lower, link.upper)] if link else []
        if link is not None and ends[0] is not None and ends[1] is not None:
            show_dialog(MoveEndDialog(self._bridge, self._view.theme, (ends[0], ends[1]), link, end, self._window))

    def _align(self, line: Line) -> None:
        cards = [one.card for one in self._scene.selected_cards()]
        spots = {one.key: self._scene.places.spots[one.key] for one in cards}
        keep_spots(self._scene, aligned(spots, {one.key: one.kind for one in cards}, line), "edit.align")

    def _distribute(self, *, down: bool) -> None:
        cards = [one.card for one in self._scene.selected_cards()]
        spots = {one.key: self._scene.places.spots[one.key] for one in cards}
        keep_spots(self._scene, distributed(spots, {one.key: one.kind for one in cards}, down=down), "edit.distribute")
