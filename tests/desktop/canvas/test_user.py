"""Somebody draws, regrets, pastes, looks at other maps: the scene is the document, and undo gives all back.

The hands are real: mouse and key events on a real map over a stored document.
"""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from strategikort.application.drawing.measure import CARD_HEIGHT, CARD_WIDTH
from strategikort.desktop.canvas.card import PlacedCard
from strategikort.desktop.look import theme
from strategikort.desktop.look.settings import PASTE_AS, Settings
from strategikort.desktop.maps.area import MapArea
from strategikort.desktop.sharing.clipboard_commands import ClipboardCommands
from strategikort.domain.goals import GoalKind
from tests.desktop.canvas.conftest import Drawn, on_screen, town_with_a_map

ALT = Qt.KeyboardModifier.AltModifier
Step = tuple[str, int, int]
EDITS = (
    "new",
    "below",
    "beside",
    "link",
    "drop",
    "drag",
    "nudge",
    "rename",
    "delete",
    "copy",
    "cut",
    "paste",
    "double",
)
steps = st.tuples(st.sampled_from([*EDITS, "undo", "undo", "redo"]), st.integers(0, 60), st.integers(0, 60))
steps_and_maps = st.one_of(steps, st.tuples(st.sampled_from(["all", "map"]), st.just(0), st.just(0)))
real = settings(
    phases=[Phase.explicit, Phase.generate],
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


class User:
    """Does one thing after the other on a map."""

    def __init__(self, drawn: Drawn, copying: ClipboardCommands) -> None:
        self.drawn, self.copying = drawn, copying
        self.names = 0

    def cards(self) -> list[PlacedCard]:
        scene = self.drawn.view.map_scene
        return sorted(scene.card_items(), key=lambda one: (one.y, one.x, one.card.key))

    def do(self, what: str, one: int, other: int) -> None:
        """One thing; ``one`` and ``other`` say which cards and how far."""
        cards = self.cards()
        free: dict[str, Callable[[], object]] = {
            "undo": self.drawn.bridge.undo,
            "redo": self.drawn.bridge.redo,
            "all": lambda: self.drawn.view.show_map(None),
            "map": lambda: self.drawn.view.show_map(self.drawn.map),
            "new": lambda: self.written(lambda: self.drawn.view.hand.new_goal(list(GoalKind)[one % 5])),
            "paste": self.copying.paste,
            "double": lambda: self.double(one),
        }
        if what in free:
            free[what]()
        elif cards:
            here, there = cards[one % len(cards)], cards[other % len(cards)]
            self.drawn.bridge.select(here.card.goals[:1])
            self.on_card(what, here, there, QPoint(4 * (other - 30), 3 * (one % 9)))

    def on_card(self, what: str, here: PlacedCard, there: PlacedCard, way: QPoint) -> None:
        drawn, view = self.drawn, self.drawn.view
        middle = view.mapFromScene(here.middle)
        if what == "link":
            self.from_handle(here, view.mapFromScene(there.middle))
        elif what == "drop":
            self.written(lambda: self.from_handle(here, middle + QPoint(way.x() * 3, 160)))
        elif what == "drag":
            drawn.drag(middle, middle + way)
        elif what == "nudge":
            QTest.keyClick(view, (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Down)[way.y() % 3], ALT)
        elif what in ("copy", "cut"):
            getattr(self.copying, what)()
        elif what == "delete":
            drawn.delete()
        else:
            keys = {"below": Qt.Key.Key_Tab, "beside": Qt.Key.Key_Return, "rename": Qt.Key.Key_F2}
            self.written(lambda: drawn.keys(keys[what]))

    def from_handle(self, here: PlacedCard, end: QPoint) -> None:
        down = here.card.kind is GoalKind.VISION_ELEMENT
        self.drawn.drag(self.drawn.view.mapFromScene(here.place.x() + CARD_WIDTH / 2, here.y + CARD_HEIGHT * down), end)

    def double(self, one: int) -> None:
        scene = self.drawn.view.map_scene
        band = list(scene.bands.bands.values())[one % len(scene.bands.bands)]
        place = self.drawn.view.mapFromScene(scene.content_rect().right() + 60, band.top + 30)
        self.written(lambda: QTest.mouseDClick(self.drawn.view.viewport(), Qt.MouseButton.LeftButton, pos=place))

    def written(self, begin: Callable[[], object]) -> None:
        """Begin what asks for a title, and write one."""
        begin()
        editor = self.drawn.view.hand.editor
        if editor is not None:
            self.names += 1
            editor.setText(f"Mål nummer {self.names}")
            QTest.keyClick(editor, Qt.Key.Key_Return)

    def regret_all(self, most: int) -> None:
        """Undo everything that was done; never more steps than were made."""
        session = self.drawn.bridge.workspace.session
        for _ in range(most):
            if session.undo_label is None:
                return
            self.drawn.bridge.undo()
        assert session.undo_label is None


@contextmanager
def at_work() -> Iterator[User]:
    with tempfile.TemporaryDirectory() as folder, on_screen(*town_with_a_map(), Path(folder)) as drawn:
        own = drawn.view
        area = MapArea(drawn.bridge, theme.light())
        area.resize(1000, 760)
        area.show()
        drawn.view = area.view
        area.open_map(drawn.map)
        choices = Settings(Path(folder))
        choices.put(PASTE_AS, "copy")
        yield User(drawn, ClipboardCommands(drawn.bridge, theme.light(), choices, area, area))
        drawn.view = own
        QApplication.clipboard().clear()
        area.close()
        area.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def played(done: list[Step]) -> None:
    """Play all steps, regret them all: document and drawing are those of the start."""
    with at_work() as user:
        drawn = user.drawn
        scene = drawn.view.map_scene
        before, spots = drawn.document, dict(scene.places.spots)
        for what, one, other in done:
            user.do(what, one, other)
            assert drawn.is_the_document(), what
        after, regretted = drawn.document, "undo" in {what for what, _, _ in done}
        user.regret_all(3 * len(done))
        assert drawn.document == before
        assert drawn.is_the_document()
        if not {"all", "map"} & {what for what, _, _ in done}:
            assert scene.places.spots == spots
        drawn.view.show_map(drawn.map)
        assert scene.places.spots == spots
        session = drawn.bridge.workspace.session
        while session.redo_label is not None:
            drawn.bridge.redo()
        assert drawn.is_the_document()
        assert drawn.document == after or regretted


@settings(real, max_examples=6)
@given(st.lists(steps_and_maps, min_size=1, max_size=20))
def test_the_scene_is_the_document_after_each_step(dress: None, done: list[Step]) -> None:
    played(done)


@settings(real, max_examples=6)
@given(st.lists(steps, min_size=1, max_size=20))
def test_what_is_undone_stands_where_it_stood(dress: None, done: list[Step]) -> None:
    played(done)


@pytest.mark.long
@settings(real, max_examples=20)
@given(st.lists(steps_and_maps, min_size=200, max_size=200))
def test_two_hundred_steps_and_maps_in_between(dress: None, done: list[Step]) -> None:
    played(done)


@pytest.mark.long
@settings(real, max_examples=20)
@given(st.lists(steps, min_size=200, max_size=200))
def test_two_hundred_steps_are_undone_to_the_last_place(dress: None, done: list[Step]) -> None:
    played(done)
