"""Cut, copy, paste and duplicate: goals within a document, between documents, and to and from other programs."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from strategikort.application.drafting import spots_of
from strategikort.application.drawing.ground import STEP, Spot
from strategikort.application.drawing.measure import CARD_WIDTH, snapped
from strategikort.application.listing import Line
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.canvas.scene import MapScene
from strategikort.desktop.fields.captions import caption_of
from strategikort.desktop.look.settings import PASTE_AS, Settings
from strategikort.desktop.look.theme import Theme
from strategikort.desktop.maps.area import MapArea
from strategikort.desktop.sharing import clipboard, paste_dialog
from strategikort.desktop.sharing.paste_choice import PasteChoice
from strategikort.domain.changes import ChangeSet
from strategikort.domain.document import Document
from strategikort.domain.edits.copies import (
    Clip,
    Missed,
    can_be_the_same,
    clip_of,
    comes_back,
    missed,
    paste_copies,
    place_same,
)
from strategikort.domain.edits.drafts import Draft, add_drafts
from strategikort.domain.edits.goals import remove_goals
from strategikort.domain.edits.refusal import EditRefused
from strategikort.domain.goals import Goal
from strategikort.domain.maps import StrategyMap
from strategikort.domain.phrases import Phrase, phrase
from strategikort.domain.shape import Id

SAME, COPY = "same", "copy"


class ClipboardCommands(QObject):
    """Goals to and from the clipboard. In a text field the same actions are about its text."""

    map_wanted = Signal()
    """The map has to be in sight for what is done next."""
    told = Signal(object)
    """A sentence about what was done."""

    def __init__(self, bridge: Bridge, theme: Theme, settings: Settings, map_area: MapArea, window: QWidget) -> None:
        super().__init__(window)
        self._bridge, self._settings, self._window = bridge, settings, window
        self._map_area, self._theme = map_area, theme

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What does each action."""
        return {
            "cut": self.cut,
            "copy": self.copy,
            "paste": self.paste,
            "paste_as": self.paste_as,
            "duplicate": self.duplicate,
        }

    def able(self) -> Mapping[str, bool]:
        """What is copied are goals."""
        some = bool(self._bridge.chosen(Goal))
        return {"cut": some, "copy": some, "duplicate": some}

    def copy(self) -> None:
        """Put the selected goals on the clipboard."""
        field, goals = _field(), self._bridge.chosen(Goal)
        if field is not None:
            field.copy()
        elif goals:
            QApplication.clipboard().setMimeData(clipboard.data_of(self._clip(goals), self._scene))
            self.told.emit(self.tr("%n goal(s) copied.", "", len(goals)))

    def cut(self) -> None:
        """Put the selected goals on the clipboard and remove them, as one step."""
        field, goals = _field(), self._bridge.chosen(Goal)
        if field is not None:
            field.cut()
        elif goals:
            data = clipboard.data_of(self._clip(goals, cut=True), self._scene)
            if self._bridge.edit(lambda document: _cut(document, goals)) is not None:
                QApplication.clipboard().setMimeData(data)

    def paste(self) -> None:
        """Put down what is on the clipboard; how goals come is asked where both ways make sense, unless remembered."""
        field = _field()
        if field is not None:
            field.paste()
        else:
            self._paste(self._settings.get(PASTE_AS))

    def paste_as(self) -> None:
        """Put down what is on the clipboard, and ask how."""
        self._paste("")

    def duplicate(self) -> None:
        """Make copies of the selected goals beside them."""
        goals = self._bridge.chosen(Goal)
        if goals:
            self._put_copies(self._clip(goals), code="edit.duplicate")

    @property
    def _scene(self) -> MapScene:
        return self._map_area.view.map_scene

    def _clip(self, goals: Iterable[Id], *, cut: bool = False) -> Clip:
        scene = self._scene
        return clip_of(self._bridge.document, goals, map=scene.map, spots=scene.places.spots, cut=cut)

    def _paste(self, how: str) -> None:
        try:
            clip = clipboard.taken()
        except EditRefused as refusal:
            self._bridge.refused.emit(refusal.phrase)
            return
        if clip is None:
            self._preview(clipboard.listed())
        elif self._scene.map is None or not can_be_the_same(self._bridge.document, clip, self._scene.picture.card_of):
            self._put_copies(clip)
        elif how in (SAME, COPY):
            self._put(clip, same=how == SAME)
        else:
            self._ask(clip)

    def _preview(self, lines: list[Line]) -> None:
        """Show what a list would become."""
        if not lines:
            self._bridge.refused.emit(phrase("refused.paste.nothing"))
            return
        goals = self._bridge.chosen(Goal)
        upper = self._bridge.document.get(Goal, goals[0]) if len(goals) == 1 else None
        dialog = paste_dialog.PasteDialog(self._bridge, self._theme, lines, upper, self._window)
        dialog.chosen.connect(self._make)
        dialog.open()

    def _make(self, drafts: list[Draft], upper: Goal | None) -> None:
        space, scene, view = self._bridge.workspace, self._scene, self._map_area.view
        found = space.document.get(StrategyMap, scene.map)
        middle = view.mapToScene(view.viewport().rect().center())
        spots = spots_of(drafts, snapped(middle.x()))
        wanted = {Id(str(place)): (draft.kind, spots[place]) for place, draft in enumerate(drafts)}
        free = scene.places.room_for(wanted)
        made = self._bridge.edit(
            lambda document: add_drafts(
                document,
                drafts,
                profile=space.profile,
                new_id=space.new_id,
                under=upper.id if upper else None,
                centre=found.centre if found else None,
                map=scene.map,
                spots=[free[place] for place in wanted],
            )
        )
        if made:
            self._show(change.record.id for change in made.changes if isinstance(change.record, Goal))

    def _ask(self, clip: Clip) -> None:
        dialog = PasteChoice(len(clip.goals), self._window)

        def answered() -> None:
            if dialog.remembers:
                self._settings.put(PASTE_AS, SAME if dialog.same else COPY)
            self._put(clip, same=dialog.same)

        dialog.accepted.connect(answered)
        dialog.open()

    def _put(self, clip: Clip, *, same: bool) -> None:
        map, new_id = self._scene.map, self._bridge.workspace.new_id
        if not same or map is None:
            self._put_copies(clip)
            return
        shown = self._scene.picture.card_of
        spots = {goal: spot for goal, spot in self._spots(clip).items() if goal not in shown}
        if self._bridge.edit(lambda document: place_same(document, new_id=new_id, map=map, spots=spots)):
            self._show(goal.id for goal in clip.goals)

    def _put_copies(self, clip: Clip, *, code: str = "edit.paste") -> None:
        space, map, spots = self._bridge.workspace, self._scene.map, self._spots(clip)
        lost = missed(space.document, clip, space.profile)
        made = self._bridge.edit(
            lambda document: paste_copies(
                document, clip, profile=space.profile, new_id=space.new_id, map=map, spots=spots, code=code
            )
        )
        if made:
            self._show(change.record.id for change in made.changes if isinstance(change.record, Goal))
            self._tell_of(lost)

    def _tell_of(self, lost: Missed) -> None:
        """Say what did not come along, if anything."""
        words = self._bridge.workspace.words
        names = dict.fromkeys(caption_of(kind, name, words) for kind, name in lost.fields)
        fields = self.tr("Left empty, for it is not in this document: %1.").replace("%1", words.list(tuple(names)))
        links = self.tr("%n link(s) to goals that are not here were left out.", "", lost.links)
        said = " ".join([*([fields] if names else []), *([links] if lost.links else [])])
        if said:
            self.told.emit(said)

    def _spots(self, clip: Clip) -> Mapping[Id, Spot]:
        """Free places beside the originals, or as they stood on another map, but in the middle of what is seen."""
        scene, view = self._scene, self._map_area.view
        seen = view.mapToScene(view.viewport().rect().center())
        wanted = {goal.id: clip.spots.get(goal.id, (snapped(seen.x()), 0)) for goal in clip.goals}
        across = [x for x, _ in wanted.values()]
        middle = (min(across) + max(across) + CARD_WIDTH) / 2
        by = STEP if clip.map == scene.map and not clip.cut else snapped(seen.x() - middle)
        if comes_back(self._bridge.document, clip) and clip.map == scene.map:
            by = 0
        return scene.places.room_for(
            {goal.id: (goal.kind, (wanted[goal.id][0] + by, max(0, wanted[goal.id][1]))) for goal in clip.goals}
        )

    def _show(self, goals: Iterable[Id]) -> None:
        chosen = list(goals)
        self.map_wanted.emit()
        self._bridge.select(chosen)
        view = self._map_area.view
        places = [placed.rect for one in chosen if (placed := self._scene.item(one))]
        if not any(view.seen.contains(place) for place in places):
            self._map_area.show_goal(chosen[0])


def _cut(document: Document, goals: Iterable[Id]) -> ChangeSet:
    made = remove_goals(document, goals)
    code = "edit.cut_one" if made.label.code == "edit.remove_goal" else "edit.cut"
    return ChangeSet(Phrase(code, made.label.about), made.changes)


def _field() -> QLineEdit | QPlainTextEdit | QTextEdit | None:
    """The text field that the keyboard is in."""
    focus = QApplication.focusWidget()
    return focus if isinstance(focus, (QLineEdit, QPlainTextEdit, QTextEdit)) else None
