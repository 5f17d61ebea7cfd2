"""A map in a window, over a small town that is really stored."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from strategikort.application.drawing.measure import CARD_HEIGHT, CARD_WIDTH
from strategikort.application.drawing.picture import picture_of
from strategikort.application.session import Desk, Session
from strategikort.application.workspace import workspace
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.canvas.view import MapView
from strategikort.desktop.look import theme
from strategikort.desktop.window.removing import Removing
from strategikort.domain.document import Document
from strategikort.domain.edits import maps
from strategikort.domain.goals import Goal, GoalKind
from strategikort.domain.organisation import OrgKind
from strategikort.domain.profile import Profile
from strategikort.domain.shape import Id
from tests.domain.test_edits import Town

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


@dataclass
class Drawn:
    """A map on the screen, and hands for it."""

    bridge: Bridge
    view: MapView
    map: Id
    refused: list[str]

    @property
    def document(self) -> Document:
        return self.bridge.document

    def goal(self, title: str) -> Id:
        return next(goal.id for goal in self.document.all(Goal).values() if goal.title == title)

    def titles(self) -> set[str]:
        return {goal.title for goal in self.document.all(Goal).values()}

    def at(self, title: str, x: float = CARD_WIDTH / 2, y: float = CARD_HEIGHT / 2) -> QPoint:
        return self.view.mapFromScene(self.view.map_scene.item(self.goal(title)).place + QPointF(x, y))

    def press(self, place: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.mouseMove(self.view.viewport(), place)
        QTest.mousePress(self.view.viewport(), LEFT, modifiers, place)

    def move(self, place: QPoint) -> None:
        QTest.mouseMove(self.view.viewport(), place)

    def release(self, place: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.mouseMove(self.view.viewport(), place)
        QTest.mouseRelease(self.view.viewport(), LEFT, modifiers, place)

    def drag(self, start: QPoint, end: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
        self.press(start, modifiers)
        self.move((start + end) / 2)
        self.release(end, modifiers)

    def click(self, place: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
        self.press(place, modifiers)
        self.release(place, modifiers)

    def keys(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.view, key)

    def delete(self) -> None:
        """What the window's action does to what is selected; Del is its key."""
        (self.view.findChild(Removing) or Removing(self.bridge, self.view)).remove()

    def type_title(self, text: str) -> None:
        editor = self.view.hand.editor
        assert editor is not None, "no title is being written"
        editor.setText(text)
        QTest.keyClick(editor, Qt.Key.Key_Return)

    def is_the_document(self) -> bool:
        """Whether what is drawn is what a picture made from nothing would show."""
        scene = self.view.map_scene
        fresh = picture_of(self.document, self.bridge.workspace.profile, scene.map, scene.opened)
        drawn = {placed.card.key: placed.card for placed in scene.card_items()}
        return scene.picture == fresh and drawn == fresh.cards and scene.arrows.keys == fresh.arrows.keys()


def town_with_a_map() -> tuple[Town, Id]:
    """A thread from the vision to a unit goal, a loose one, and a centre's map that keeps places of its goals."""
    town = Town()
    centre = town.org(OrgKind.CENTRE, "Center for Skoler", "DS")
    school = town.org(OrgKind.UNIT, "Strandskolen", "DS-S1", centre)
    vision = town.goal(GoalKind.VISION_ELEMENT, "Sammen om løsninger")
    political = town.goal(GoalKind.POLITICAL_GOAL, "Flere familier flytter til", under=vision)
    map = town.do(maps.add_map(new_id=town.new_id, title="Kort", centre=centre)).changes[0].record.id
    for place, title in enumerate(("Flere vælger skolen", "Fravær opdages straks")):
        town.goal(GoalKind.CENTRE_GOAL, title, under=political, owner=centre, map=map, at=(place * 320, 0))
    upper = next(goal.id for goal in town.document.all(Goal).values() if goal.title == "Flere vælger skolen")
    town.goal(GoalKind.UNIT_GOAL, "Flere starter hos os", under=upper, owner=school)
    town.goal(GoalKind.UNIT_GOAL, "Ny legeplads", owner=school)
    return town, map


@contextmanager
def on_screen(town: Town, map: Id, folder: Path, profile: Profile | None = None) -> Iterator[Drawn]:
    """The map of a town in a window, with a session of its own; by another ``profile`` than the town's if given."""
    desk = Desk(state_folder=folder, who="prøve", clock=datetime.now, new_id=lambda: Id(str(uuid4())))
    session = Session.create(None, town.document, desk=desk)
    space = workspace(session, language="da", today=lambda: date(2015, 2, 15), new_id=desk.new_id)
    bridge = Bridge(replace(space, profile=profile or space.profile))
    view = MapView(bridge, theme.light())
    view.resize(1000, 760)
    view.show()
    view.show_map(map)
    refused: list[str] = []
    bridge.refused.connect(lambda said: refused.append(said.code))
    yield Drawn(bridge, view, map, refused)
    bridge.close()
    view.close()
    view.deleteLater()
    session.close(save=False)


@pytest.fixture
def drawn(qtbot: object, tmp_path: Path) -> Iterator[Drawn]:
    with on_screen(*town_with_a_map(), tmp_path) as one:
        yield one
