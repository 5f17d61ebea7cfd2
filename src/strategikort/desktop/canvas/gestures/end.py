"""Moving an end of an arrow to another card: only where it may stand lights up, and an illegal card says why not."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen

from strategikort.desktop.canvas.arrows import Key
from strategikort.desktop.canvas.scene import MapScene
from strategikort.domain.edits.links import move_link_end, why_not_moved, without_link
from strategikort.domain.edits.refusal import EditRefused
from strategikort.domain.goals import Goal
from strategikort.domain.links import Link, LinkEnd
from strategikort.domain.shape import Id

Say = Callable[[str], None]


class EndDrag:
    """The ``end`` of an arrow follows the hand; let go on a legal card the link keeps its identity, note and strength.

    Let go on empty ground, where it was, or after Esc, nothing has happened.
    """

    def __init__(self, scene: MapScene, key: Key, end: LinkEnd, *, say: Say) -> None:
        self._scene, self._end, self._say = scene, end, say
        _, lower, upper = key
        self._here, stays = (lower, upper) if end is LinkEnd.LOWER else (upper, lower)
        links = scene.picture.arrows[key].links
        self._link = scene.bridge.document.get(Link, links[0]) if len(links) == 1 else None
        still = scene.item(stays)
        self._from = still.middle if still else QPointF()
        self._to: QPointF | None = None
        self._refusals = self._refused()
        for item in scene.card_items():
            item.light(item.card.key not in self._refusals)

    def _refused(self) -> dict[Id, EditRefused]:
        document, profile = self._scene.bridge.document, self._scene.bridge.workspace.profile
        link = self._link
        without = without_link(document, link) if link else document
        found: dict[Id, EditRefused] = {}
        for item in self._scene.card_items():
            goal = document.get(Goal, item.card.key)
            refusal: EditRefused | None = EditRefused("link.box")
            if link is not None and goal is not None:
                refusal = why_not_moved(without, profile=profile, link=link, end=self._end, goal=goal)
            if refusal is not None:
                found[item.card.key] = refusal
        return found

    def move(self, place: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Let the end be at ``place`` and say what would happen there."""
        self._to = place
        over = self._scene.card_at(place)
        refusal = self._refusals.get(over.card.key) if over and over.card.key != self._here else None
        self._say(self._scene.bridge.say(refusal.phrase) if refusal else "")
        self._scene.update()

    def finish(self, place: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Move the end to the card under ``place``; a refusal is said."""
        self.cancel()
        over, bridge = self._scene.card_at(place), self._scene.bridge
        if over is None or over.card.key == self._here:
            return
        goal, link, end = over.card.key, self._link, self._end
        refusal = self._refusals.get(goal)
        if refusal is not None or link is None:
            bridge.refused.emit((refusal or EditRefused("link.box")).phrase)
            return
        profile = bridge.workspace.profile
        bridge.edit(lambda document: move_link_end(document, link.id, profile=profile, end=end, goal=goal))

    def cancel(self) -> None:
        """Leave the end where it is."""
        self._say("")
        for item in self._scene.card_items():
            item.light(None)
        self._scene.update()

    def paint(self, painter: QPainter) -> None:
        """Paint a line from the goal that stays to the hand."""
        if self._to is not None:
            painter.setPen(QPen(self._scene.theme.accent, 2.0))
            painter.drawLine(self._from, self._to)
