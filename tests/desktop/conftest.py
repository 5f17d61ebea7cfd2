"""Real windows over real sessions, off the screen; a warning of Qt's that nobody expects fails the test."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from strategikort.application.profiles import load_profile
from strategikort.application.sample.content import sample_content
from strategikort.application.sample.oeresoe import sample_municipality
from strategikort.application.session import Desk, Session
from strategikort.application.workspace import workspace
from strategikort.desktop.app import application, dressed
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.house import House
from strategikort.desktop.look import theme
from strategikort.desktop.look.settings import LESS_MOTION, Settings
from strategikort.desktop.program import Program
from strategikort.desktop.window.main_window import DocumentWindow
from strategikort.desktop.window.save_keeper import SaveKeeper
from strategikort.domain.document import Document
from strategikort.domain.edits import maps
from strategikort.domain.edits.records import set_field
from strategikort.domain.goals import Goal
from strategikort.domain.organisation import OrgKind, OrgUnit
from strategikort.domain.shape import Id
from tests.application.drawing.town import small_town
from tests.desktop.warnings_of_qt import pytest_runtest_protocol, pytest_runtest_teardown
from tests.domain.test_edits import Town

__all__ = ["pytest_runtest_protocol", "pytest_runtest_teardown"]

TODAY = date(2015, 2, 15)


def town_with_a_map() -> Town:
    """The small town, with a map of its centre."""
    town = small_town()
    (centre,) = (one for one in town.document.all(OrgUnit).values() if one.kind is OrgKind.CENTRE)
    town.do(maps.add_map(new_id=town.new_id, title="Kort over skolerne", centre=centre.id))
    return town


@dataclass
class Shown:
    """A window with a small town in it."""

    window: DocumentWindow
    session: Session

    @property
    def bridge(self) -> Bridge:
        return self.window.bridge

    @property
    def document(self) -> Document:
        return self.session.document

    def goal(self, title: str) -> Id:
        return next(goal.id for goal in self.document.all(Goal).values() if goal.title == title)

    def select(self, title: str) -> Id:
        goal = self.goal(title)
        self.bridge.select([goal])
        return goal

    def record(self, title: str) -> Goal:
        return self.document.all(Goal)[self.goal(title)]


def dialogs() -> list[QDialog]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]


def touched(window: DocumentWindow | None) -> DocumentWindow:
    """The window after an edit."""
    assert window is not None
    goal = min(window.bridge.document.all(Goal))
    window.bridge.edit(lambda one: set_field(one, Goal, goal, "title", "Rettet af en, der så på det"))
    return window


@pytest.fixture(scope="session")
def dress() -> Iterator[None]:
    """The program's look and language, put on once; Qt without a screen breaks at the end over a full clipboard."""
    dressed(application(), "da", theme.light())
    yield
    QGuiApplication.clipboard().clear()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(state_folder=tmp_path / "state", who="prøve", clock=datetime.now, new_id=lambda: Id(str(uuid4())))


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """What is remembered, with a map that stands still: a test clicks where a card is."""
    made = Settings(tmp_path)
    made.put(LESS_MOTION, True)
    return made


@pytest.fixture
def file(tmp_path: Path, desk: Desk) -> Path:
    file = tmp_path / "by.strategikort"
    Session.create(file, town_with_a_map().document, desk=desk).close()
    return file


@pytest.fixture
def shown(dress: None, qtbot: QtBot, tmp_path: Path, desk: Desk, settings: Settings) -> Iterator[Shown]:
    """A small town in the window."""
    yield from in_window(town_with_a_map().document, qtbot, tmp_path, desk, settings)


@pytest.fixture
def sample_shown(dress: None, qtbot: QtBot, tmp_path: Path, desk: Desk, settings: Settings) -> Iterator[Shown]:
    """The sample municipality in the window."""
    yield from in_window(sample(), qtbot, tmp_path, desk, settings)


@cache
def sample() -> Document:
    return sample_municipality(sample_content(), load_profile("helsingoer"))


def in_window(document: Document, qtbot: QtBot, tmp_path: Path, desk: Desk, settings: Settings) -> Iterator[Shown]:
    session = Session.create(tmp_path / "by.strategikort", document, desk=desk)
    bridge = Bridge(workspace(session, language="da", today=lambda: TODAY, new_id=desk.new_id))
    window = DocumentWindow(bridge, SaveKeeper(session, desk.clock), theme.light(), settings)
    window.resize(1440, 900)
    window.show()
    qtbot.waitExposed(window)
    yield Shown(window, session)
    window.keeper.stop()
    session.close(save=False)
    window.bridge.close()
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def program(dress: None, qtbot: QtBot, desk: Desk, settings: Settings) -> Iterator[Program]:
    desk.state_folder.mkdir(parents=True)
    made = Program(House(desk=desk, language="da", theme=theme.light(), settings=settings, today=lambda: TODAY))
    yield made
    for window in made.windows:
        window.keeper.stop()
        window.bridge.workspace.session.close(save=False)
        window.bridge.close()
        window.closing.disconnect()
        window.close()
        window.deleteLater()
    if made.start is not None:
        made.start.close()
    made.deleteLater()  # or its help goes on hearing where the focus is, long after the test
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
