"""The start page shows the latest files with a small picture of their map; windows come back where they were."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from strategikort.desktop.look import theme
from strategikort.desktop.look.room import on_these_screens
from strategikort.desktop.look.settings import GEOMETRY, Settings
from strategikort.desktop.program import Program
from strategikort.desktop.start.thumbnails import SIZE
from tests.desktop.conftest import touched

LEVELS = ("vision", "political", "centre", "unit", "effort")


def seen_on_start(program: Program) -> list[set[str]]:
    """The colours of the picture of each of the latest files."""
    pictures = [button.icon().pixmap(SIZE * 2).toImage() for button in program.show_start().recent_buttons]
    return [
        {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
        for picture in pictures
    ]


def test_a_file_that_was_closed_has_a_picture_of_its_map(program: Program, file: Path) -> None:
    window = program.open_file(file)
    assert window is not None
    window.close()
    (colours,) = seen_on_start(program)
    assert {getattr(theme.light(), level).name() for level in LEVELS} <= colours


def test_a_file_that_was_saved_has_its_picture_while_it_is_open(program: Program, file: Path, qtbot: QtBot) -> None:
    window = touched(program.open_file(file))
    assert program.thumbnails.of(file) is None
    window.save()
    session = window.bridge.workspace.session
    qtbot.waitUntil(lambda: not session.save_state.saving and not session.save_state.unsaved)
    qtbot.waitUntil(lambda: program.thumbnails.of(file) is not None)


def test_a_picture_that_is_lost_or_no_picture_is_done_without(program: Program, file: Path, desk_folder: Path) -> None:
    window = program.open_file(file)
    assert window is not None
    window.close()
    (kept,) = (desk_folder / "pictures").glob("*.png")
    kept.write_bytes(b"no picture")
    assert program.thumbnails.of(file) is None
    assert len(seen_on_start(program)) == 1


def test_the_picture_of_a_file_that_nobody_opens_any_more_goes(program: Program, file: Path) -> None:
    window = program.open_file(file)
    assert window is not None
    window.close()
    program.thumbnails.forget_all_but([])
    assert program.thumbnails.of(file) is None


@pytest.fixture
def desk_folder(program: Program) -> Path:
    return program.house.desk.state_folder


def test_a_window_comes_back_as_it_was_on_the_same_screens(program: Program, file: Path, settings: Settings) -> None:
    window = program.open_file(file)
    assert window is not None
    window.resize(window.minimumWidth(), 702)
    window.close()
    again = program.open_file(file)
    assert again is not None
    assert again.height() == 702
    here = on_these_screens(GEOMETRY)
    assert here.key.startswith(GEOMETRY.key) and not settings.get(here).isEmpty()
    assert settings.get(GEOMETRY).isEmpty(), "other screens have places of their own"
