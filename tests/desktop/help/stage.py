"""The stage on which the steps of the help are walked: one window with a small town, put in order after each walk."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeVar
from uuid import uuid4

from PySide6.QtCore import QCoreApplication, QEvent, QRectF
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from strategikort.application.session import Desk, Session
from strategikort.desktop.house import House
from strategikort.desktop.look import theme
from strategikort.desktop.look.settings import FOLDER, LESS_MOTION, PRINT_FOLDER, Settings
from strategikort.desktop.maps.presenting import Presenting
from strategikort.desktop.program import Program
from strategikort.desktop.window.main_window import DocumentWindow
from strategikort.domain.edits.goals import add_goal
from strategikort.domain.edits.maps import Spot, move_goals
from strategikort.domain.goals import GoalKind
from strategikort.domain.maps import StrategyMap
from strategikort.domain.shape import Id
from tests.desktop.conftest import TODAY, Shown, town_with_a_map

OneDialog = TypeVar("OneDialog", bound=QWidget)
Walk = Callable[["Stage"], Iterator[None]]
WALKS: dict[str, Walk] = {}


def walk(place: str) -> Callable[[Walk], Walk]:
    """What is prepared before the steps of ``place``, and seen after each: the walk yields once for each step."""

    def kept(one: Walk) -> Walk:
        assert place not in WALKS, f"{place} is walked twice"
        WALKS[place] = one
        return one

    return kept


@dataclass
class Stage(Shown):
    """The program with one open file, and a folder in which it may save."""

    program: Program
    folder: Path
    qtbot: QtBot | None = None

    def seen(self, kind: type[OneDialog]) -> OneDialog:
        """The one dialog or window of a kind that is open."""
        found = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]
        assert len(found) == 1, f"{len(found)} of {kind.__name__} are open"
        return found[0]

    @property
    def alone(self) -> bool:
        """Whether nothing stands over the window."""
        over = QDialog | Presenting
        return not any(isinstance(one, over) and one.isVisible() for one in QApplication.topLevelWidgets())

    def wait(self, until: Callable[[], bool]) -> None:
        """Wait for what is done in the background."""
        assert self.qtbot is not None
        self.qtbot.waitUntil(until, timeout=10_000)

    @property
    def map(self) -> StrategyMap:
        """The map that is shown."""
        assert self.window.map_area.map is not None
        return self.document.all(StrategyMap)[self.window.map_area.map]

    @property
    def spots(self) -> dict[Id, Spot]:
        """Where the cards stand on the map that is shown."""
        return dict(self.window.map_area.view.map_scene.places.spots)

    def disarrange(self) -> None:
        """Move every other card far aside, as people do who try things."""
        map, new_id, spots = self.map.id, self.bridge.workspace.new_id, self.spots
        moved = {goal: (x + 2000 * (row % 2) + 48 * row, y) for row, (goal, (x, y)) in enumerate(spots.items())}
        self.bridge.edit(lambda document: move_goals(document, map, moved, new_id=new_id))

    def made(self, kind: GoalKind, title: str, *, under: str) -> Id:
        """A goal more in the town, under another."""
        space, above = self.bridge.workspace, self.goal(under)
        self.bridge.edit(
            lambda document: add_goal(
                document, profile=space.profile, new_id=space.new_id, kind=kind, title=title, under=above
            )
        )
        return self.goal(title)

    def card(self, title: str) -> QRectF:
        """Where the card of a goal is on the map that is shown."""
        item = self.window.map_area.view.map_scene.item(self.goal(title))
        assert item is not None
        return item.rect

    def tidy(self) -> None:
        """Close and undo what the last walk has left; show the first map with nothing selected."""
        window = self.window
        for paper in self.folder.glob("*.pdf"):
            paper.unlink()  # Qt would ask whether it may be replaced, and wait for the answer
        for one in QApplication.topLevelWidgets():
            if isinstance(one, QDialog | Presenting) and one.isVisible():
                one.close()
        for other in [one for one in self.program.windows if one is not window]:
            other.bridge.workspace.session.close(save=False)
            self.program._gone(other)
        self.program.house.settings.put(FOLDER, str(self.folder))
        window.workshop.end()
        if window.map_area.trace.look.following:
            window.map_area.trace.toggle()
        window.map_area.view.setFocus()
        window.search.clear()
        while self.session.undo_label:
            self.bridge.undo()
        for name, panel in window.panels.items():
            panel.setVisible(name != "ideas")
        window.goal_panel.form.more.setChecked(False)
        window.show_map()
        window.map_area.open_map(window.map_area.first_map())
        self.bridge.select([])
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.bridge.check_now()
        window.activateWindow()
        window.map_area.view.setFocus()


@contextmanager
def staged(folder: Path) -> Iterator[Stage]:
    """A stage that is taken down at the end."""
    desk = Desk(state_folder=folder / "state", who="prøve", clock=datetime.now, new_id=lambda: Id(str(uuid4())))
    file = folder / "by.strategikort"
    Session.create(file, town_with_a_map().document, desk=desk).close()
    settings = Settings(folder)
    settings.put(LESS_MOTION, True)
    for setting in (FOLDER, PRINT_FOLDER):
        settings.put(setting, str(folder))
    program = Program(House(desk=desk, language="da", theme=theme.light(), settings=settings, today=lambda: TODAY))
    window = program.open_file(file)
    assert isinstance(window, DocumentWindow)
    yield Stage(window, window.bridge.workspace.session, program, folder)
    window.keeper.stop()
    window.bridge.workspace.session.close(save=False)
    window.bridge.close()
    window.closing.disconnect()
    window.close()
    window.deleteLater()
    program.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
