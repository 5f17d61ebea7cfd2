"""What can be done to the goals of a map without dragging: make, rename, walk, and link by keyboard."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtWidgets import QWidget

from strategikort.application.drawing.measure import CARD_HEIGHT, CARD_WIDTH, PAD
from strategikort.application.drawing.walking import Way, in_reading_order, step
from strategikort.desktop.canvas.card import PlacedCard
from strategikort.desktop.canvas.gestures.link import LinkDrag
from strategikort.desktop.canvas.scene import MapScene
from strategikort.desktop.canvas.title_editor import TitleEditor
from strategikort.domain.changes import ChangeSet
from strategikort.domain.document import Document
from strategikort.domain.edits.goals import add_goal
from strategikort.domain.edits.maps import move_goals
from strategikort.domain.edits.records import set_field
from strategikort.domain.goals import Goal, GoalKind, UnitGoal
from strategikort.domain.maps import StrategyMap
from strategikort.domain.shape import Id


class MapHand(QObject):
    """Acts on the selected goals of a scene; the view lends it a place for the title editor."""

    hint = Signal(object)
    """A sentence for the status bar; empty when it is over."""

    def __init__(self, scene: MapScene, to_view: Callable[[QPointF], QPoint], viewport: QWidget) -> None:
        super().__init__(viewport)
        self._scene, self._to_view, self._viewport = scene, to_view, viewport
        self.editor: TitleEditor | None = None
        self.linking: LinkDrag | None = None
        self._choice = 0
        self._came_from: Id | None = None
        self.leave_mode: Callable[[], bool] = lambda: False
        """Leaves the mode that the map is in, if it is in one; whether it was."""

    @property
    def current(self) -> PlacedCard | None:
        """The card of the first selected goal."""
        chosen = self._scene.bridge.selection
        return self._scene.item(chosen[0]) if chosen else None

    def _current_goal(self) -> Goal | None:
        item = self.current
        return self._scene.bridge.document.get(Goal, item.card.key) if item else None

    def new_goal(self, kind: GoalKind | None = None, at: QPointF | None = None) -> None:
        """A goal of ``kind`` at a place; without them, beside the selected one or of the level that the map is for."""
        current = self._current_goal()
        kind = kind or (current.kind if current else self._usual_kind())
        spot = self._scene.spot_at(at - QPointF(CARD_WIDTH / 2, CARD_HEIGHT / 2), kind) if at else None
        self._add(kind, under=None, beside=current if current and current.kind is kind else None, spot=spot)

    def _usual_kind(self) -> GoalKind:
        levels = self._scene.picture.levels
        usual = (GoalKind.CENTRE_GOAL, GoalKind.UNIT_GOAL)
        return next((kind for kind in usual if kind in levels), levels[-1])

    def new_below(self) -> None:
        """A goal one level down that supports the selected one."""
        current = self._current_goal()
        if current is None:
            return
        levels = self._scene.picture.levels
        below = levels[min(levels.index(current.kind) + 1, len(levels) - 1)]
        self._add(below, under=current, beside=None, spot=None)

    def new_sibling(self) -> None:
        """A goal of the same level that supports what the selected one supports; a unit's box opens instead."""
        if (item := self.current) and item.card.is_box:
            self._scene.open_unit(item.card.key)
            return
        current = self._current_goal()
        if current is None:
            return
        document = self._scene.bridge.document
        uppers = [document.get(Goal, link.upper) for link in document.links_up(current.id)]
        self._add(current.kind, under=next((one for one in uppers if one), None), beside=current, spot=None)

    def _add(self, kind: GoalKind, *, under: Goal | None, beside: Goal | None, spot: tuple[int, int] | None) -> None:
        scene, space = self._scene, self._scene.bridge.workspace
        found = space.document.get(StrategyMap, scene.map)
        owner = beside.owner if beside else (found.centre if found and kind is GoalKind.CENTRE_GOAL else None)
        agreement = beside.agreement if isinstance(beside, UnitGoal) else None

        def make(document: Document) -> ChangeSet:
            return add_goal(
                document,
                profile=space.profile,
                new_id=space.new_id,
                kind=kind,
                under=under.id if under else None,
                owner=owner,
                agreement=agreement,
                layer=beside.layer if beside else "",
                map=scene.map if spot or kind is GoalKind.CENTRE_GOAL or not (under or beside) else None,
                at=spot or scene.free_spot(kind, near=(under or beside)),
            )

        made = scene.bridge.edit(make)
        if made:
            goal = made.changes[0].record.id
            scene.bridge.select([goal])
            self.rename(goal)

    def rename_selected(self) -> None:
        """Write the title of the selected goal anew."""
        item = self.current
        if item is not None and not item.card.is_box:
            self.rename(item.card.key)

    def rename(self, identity: Id) -> None:
        """Write the title of a goal anew, in place."""
        item = self._scene.item(identity)
        goal = self._scene.bridge.document.get(Goal, identity)
        if item is None or goal is None or item.card.is_box:
            return
        if self.editor is not None:
            self.editor.keep()
        corner = self._to_view(item.place + QPointF(PAD / 2, 26))
        right = self._to_view(item.place + QPointF(CARD_WIDTH - PAD / 2, 26))
        item.name_first(not goal.title)
        self.editor = TitleEditor(goal, self._viewport)
        self.editor.done.connect(self._renamed)
        self.editor.show_at(corner, max(right.x() - corner.x(), 150))

    def _renamed(self, goal: Id, title: str | None) -> None:
        self.editor = None
        if item := self._scene.item(goal):
            item.name_first(False)
        found = self._scene.bridge.document.get(Goal, goal)
        if title is not None and found is not None and title != found.title:
            kind = type(found)
            self._scene.bridge.edit(lambda document: set_field(document, kind, goal, "title", title))

    def walk(self, across: int, down: int, *, adding: bool = False) -> None:
        """Select the nearest card in a direction: -1, 0 or 1 to the right and down; in addition if ``adding``."""
        here = self.current
        if here is None:
            self.walk_to_end(last=False)
            return
        start = here.place

        def distance(item: PlacedCard) -> float:
            way = item.place - start
            along = way.x() * across + way.y() * down
            aside = abs(way.x() * down) + abs(way.y() * across)
            return along + 2 * aside if along > 1 else float("inf")

        nearest = min(self._scene.card_items(), key=distance)
        if distance(nearest) < float("inf"):
            before = self._scene.bridge.selection if adding else ()
            self._scene.bridge.select([*nearest.card.goals, *before] if adding else nearest.card.goals[:1])

    def walk_to_end(self, *, last: bool) -> None:
        """Select the first or the last card of the map."""
        scene = self._scene
        row = in_reading_order(scene.picture, scene.places.spots, scene.picture.cards)
        if row:
            scene.bridge.select(scene.picture.cards[row[-1 if last else 0]].goals[:1])

    def walk_link(self, way: Way) -> None:
        """Select the card one step along the links; where none leads that way, say so."""
        here, scene = self.current, self._scene
        if here is None:
            self.walk_to_end(last=False)
            return
        spots, key = scene.places.spots, here.card.key
        there = step(scene.picture, spots, key, way, came_from=self._came_from)
        if there is None:
            self.hint.emit(self.tr("No link leads further that way."))
            return
        if way is Way.DOWN:
            self._came_from = key
        elif way is Way.UP:
            self._came_from = None
        scene.bridge.select(scene.picture.cards[there].goals[:1])

    def let_go(self) -> None:
        """Leave the mode that the map is in; if it is in none, select nothing."""
        if not self.leave_mode():
            self._scene.bridge.select(())

    def nudge(self, across: int, down: int) -> None:
        """Move the selected cards by a step."""
        chosen = [item for one in self._scene.bridge.selection if (item := self._scene.item(one))]
        map, new_id = self._scene.map, self._scene.bridge.workspace.new_id
        if map is None or not chosen:
            return
        where = {}
        for item in chosen:
            x, y = self._scene.spot_at(item.place, item.card.kind)
            where[item.card.key] = (x + across, max(0, y + down))
        self._scene.bridge.edit(lambda document: move_goals(document, map, where, new_id=new_id))

    def start_link(self) -> None:
        """Begin a link from the selected card by keyboard: arrows choose its end, Enter makes it, Esc ends."""
        item = self.current
        if item is None or item.card.is_box:
            self.hint.emit(self.tr("Select a goal first."))
            return
        self.linking = LinkDrag(self._scene, item, say=self.hint.emit, rename=self.rename)
        self._choice = -1
        self.choose_end(1)

    def choose_end(self, step: int) -> None:
        """Let the link that is being drawn end at the next legal card."""
        if self.linking is None:
            return
        ends = self.linking.legal_ends()
        if not ends:
            self.end_link(make=False)
            self.hint.emit(self.tr("There is no goal that it can be linked to."))
            return
        self._choice = (self._choice + step) % len(ends)
        end = ends[self._choice]
        self.linking.move(end.middle, Qt.KeyboardModifier.NoModifier)
        self.hint.emit(self.tr("Link to %1? Enter links, arrows choose, Esc ends.").replace("%1", end.card.title))

    def end_link(self, *, make: bool) -> None:
        """Make the link that is being drawn, or do not."""
        linking, self.linking = self.linking, None
        if linking is None:
            return
        ends = linking.legal_ends()
        linking.cancel()
        self.hint.emit("")
        if make and ends:
            linking.link_to(ends[self._choice % len(ends)])
