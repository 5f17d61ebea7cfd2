"""Drawing a link from a card: only where it may end lights up, and an illegal end says why not."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen

from strategikort.application.drawing.measure import CARD_HEIGHT, CARD_WIDTH
from strategikort.desktop.canvas.card import PlacedCard
from strategikort.desktop.canvas.scene import MapScene
from strategikort.domain.changes import ChangeSet
from strategikort.domain.document import Document
from strategikort.domain.edits.goals import add_goal
from strategikort.domain.edits.links import link_goals, why_not
from strategikort.domain.edits.refusal import EditRefused
from strategikort.domain.goals import Goal, GoalKind, PoliticalGoal
from strategikort.domain.links import LinkKind
from strategikort.domain.profile import Profile
from strategikort.domain.shape import Id

Say = Callable[[str], None]
Rename = Callable[[Id], None]


def ends_of(profile: Profile, one: Goal, other: Goal) -> tuple[LinkKind, Goal, Goal]:
    """The link that is meant between two goals: kind, lower and upper. The hand may draw it from either end.

    Of two political goals the model's order of types says which is the lower one.
    """
    if one.kind is other.kind and one.kind is GoalKind.CENTRE_GOAL:
        return LinkKind.CAUSES, one, other
    if one.kind is other.kind and one.kind is GoalKind.UNIT_GOAL:
        return LinkKind.COORDINATES, one, other
    lower, upper = (one, other) if one.kind.level >= other.kind.level else (other, one)
    if isinstance(one, PoliticalGoal) and isinstance(other, PoliticalGoal):
        lower, upper = (other, one) if (other.type, one.type) in profile.political_order else (one, other)
    return LinkKind.REALISES, lower, upper


class LinkDrag:
    """A link that is being drawn from the card ``start``."""

    def __init__(self, scene: MapScene, start: PlacedCard, *, say: Say, rename: Rename) -> None:
        self._scene, self._start, self._say, self._rename = scene, start, say, rename
        self._end = self._from()
        self._refusals = self._refused_ends()
        self._show_legal(True)

    def _from(self) -> QPointF:
        return self._start.place + QPointF(CARD_WIDTH / 2, 0)

    def _goal(self, item: PlacedCard) -> Goal | None:
        return self._scene.bridge.document.get(Goal, item.card.key)

    def _refused_ends(self) -> dict[Id, EditRefused]:
        document, profile = self._scene.bridge.document, self._scene.bridge.workspace.profile
        start = self._goal(self._start)
        found: dict[Id, EditRefused] = {}
        for item in self._scene.card_items():
            end = self._goal(item)
            if start is None or end is None:
                found[item.card.key] = EditRefused("link.box")
                continue
            kind, lower, upper = ends_of(profile, start, end)
            refusal = why_not(document, profile=profile, kind=kind, lower=lower, upper=upper)
            if refusal:
                found[item.card.key] = refusal
        return found

    def _show_legal(self, shown: bool) -> None:
        for item in self._scene.card_items():
            if item is not self._start:
                item.light(item.card.key not in self._refusals if shown else None)

    def move(self, place: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Let the line end at ``place`` and say what would happen there."""
        self._end = place
        over = self._scene.card_at(place)
        refusal = self._refusals.get(over.card.key) if over and over is not self._start else None
        self._say(self._scene.bridge.say(refusal.phrase) if refusal else "")
        self._scene.update()

    def finish(self, place: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Link to the card under ``place``; on empty ground make a goal of that level, linked."""
        over = self._scene.card_at(place)
        self._end_drawing()
        if over is self._start:
            return
        if over is not None:
            self.link_to(over)
        else:
            self._make_goal(place)

    def link_to(self, item: PlacedCard) -> None:
        """Make the link that is meant between the start and this card; a refusal is said."""
        bridge = self._scene.bridge
        refusal = self._refusals.get(item.card.key)
        if refusal:
            bridge.refused.emit(refusal.phrase)
            return
        start, end = self._goal(self._start), self._goal(item)
        assert start is not None and end is not None, "what is not refused is a goal"
        kind, lower, upper = ends_of(bridge.workspace.profile, start, end)
        space = bridge.workspace

        def make(document: Document) -> ChangeSet:
            return link_goals(
                document, profile=space.profile, new_id=space.new_id, kind=kind, lower=lower.id, upper=upper.id
            )

        bridge.edit(make)

    def _make_goal(self, place: QPointF) -> None:
        kind, start = self._scene.kind_at(place), self._goal(self._start)
        if kind is None or start is None:
            return
        scene, space = self._scene, self._scene.bridge.workspace
        below = kind.level > start.kind.level
        at = scene.spot_at(place - QPointF(CARD_WIDTH / 2, CARD_HEIGHT / 2), kind)

        def make(document: Document) -> ChangeSet:
            made = add_goal(
                document,
                profile=space.profile,
                new_id=space.new_id,
                kind=kind,
                map=scene.map,
                at=at,
                under=start.id if below else None,
            )
            if below:
                return made
            goal = made.changes[0].record
            linked = link_goals(
                document.with_changes(made), profile=space.profile, new_id=space.new_id, lower=start.id, upper=goal.id
            )
            return made.followed_by(linked)

        made = scene.bridge.edit(make)
        if made:
            self._rename(made.changes[0].record.id)

    def cancel(self) -> None:
        """Draw no link."""
        self._end_drawing()

    def _end_drawing(self) -> None:
        self._say("")
        self._show_legal(False)
        self._scene.update()

    def paint(self, painter: QPainter) -> None:
        """Paint the line from the card to the hand."""
        painter.setPen(QPen(self._scene.theme.accent, 2.0))
        painter.drawLine(self._from(), self._end)

    def legal_ends(self) -> list[PlacedCard]:
        """The cards where the link may end, in reading order: for those who choose by keyboard."""
        found = [
            item for item in self._scene.card_items() if item is not self._start and item.card.key not in self._refusals
        ]
        return sorted(found, key=lambda item: (item.y, item.x))
