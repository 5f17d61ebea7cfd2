"""The program among others of its kind: started twice, given bad files, killed, and at fault itself."""

import random
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from strategikort.application.session import Desk, Session
from strategikort.desktop.app import application, fault_hook
from strategikort.desktop.dialogs.messages import MessageDialog, ReportDialog, fault_report
from strategikort.desktop.neighbours import Doorkeeper, handed_over
from strategikort.desktop.program import Program
from strategikort.desktop.window.main_window import DocumentWindow
from strategikort.domain.edits.organisation import found_municipality
from strategikort.domain.edits.records import set_field
from strategikort.domain.goals import Goal
from strategikort.storage import schema
from tests.desktop.conftest import Shown, dialogs, touched, town_with_a_map
from tests.desktop.starts import ACKNOWLEDGED, LIMIT_MS, Process, started
from tests.domain.town import PROFILE

TITLE = "Skrevet før strømmen gik"


@pytest.fixture
def door(program: Program, desk: Desk) -> Iterator[Doorkeeper]:
    """The door of the program in this process."""
    door = Doorkeeper(desk.state_folder)
    door.asked.connect(program.raise_or_open)
    yield door
    door.close()
    door.deleteLater()


def ended(qtbot: QtBot, process: Process) -> int | None:
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=LIMIT_MS)
    return process.returncode


def front(window: DocumentWindow | None) -> bool:
    return window is not None and window.isActiveWindow() and not window.isMinimized()


def test_a_file_opened_twice_in_one_program_raises_its_window(
    qtbot: QtBot, program: Program, file: Path, tmp_path: Path, desk: Desk
) -> None:
    other = tmp_path / "nabo.strategikort"
    Session.create(other, town_with_a_map().document, desk=desk).close()
    first, second = program.open_file(file), program.open_file(other)
    qtbot.waitUntil(lambda: front(second), timeout=LIMIT_MS)
    first.showMinimized()
    assert program.open_file(tmp_path / "." / "by.strategikort") is first
    qtbot.waitUntil(lambda: front(first), timeout=LIMIT_MS)
    assert program.windows == [first, second]


def test_a_file_opened_by_a_second_process_raises_the_window_of_the_first(
    qtbot: QtBot, program: Program, door: Doorkeeper, file: Path, desk: Desk
) -> None:
    window = program.open_file(file)
    window.showMinimized()
    with started(desk.state_folder, file) as second:
        assert ended(qtbot, second) == 0
    qtbot.waitUntil(lambda: front(window), timeout=LIMIT_MS)
    assert program.windows == [window]


def test_a_later_start_without_a_file_raises_what_is_there(qtbot: QtBot, program: Program, file: Path) -> None:
    window = program.open_file(file)
    window.showMinimized()
    program.raise_or_open(())
    qtbot.waitUntil(lambda: front(window), timeout=LIMIT_MS)


def test_a_second_process_is_answered_while_a_window_asks_whether_to_close(
    qtbot: QtBot, program: Program, door: Doorkeeper, file: Path, desk: Desk
) -> None:
    fresh = touched(program.open_sample())
    fresh.close()
    (question,) = dialogs()
    with started(desk.state_folder, file) as second:
        assert ended(qtbot, second) == 0
    qtbot.waitUntil(lambda: len(program.windows) == 2, timeout=LIMIT_MS)
    question.accept()
    assert [window.path for window in program.windows] == [file]


def test_two_processes_started_at_once_become_one(qtbot: QtBot, file: Path, desk: Desk) -> None:
    with started(desk.state_folder, file) as one, started(desk.state_folder, file) as other:
        qtbot.waitUntil(lambda: {one.poll(), other.poll()} != {None}, timeout=LIMIT_MS)
        assert {one.poll(), other.poll()} == {None, 0}


def damage(data: bytes) -> bytes:
    return data[:8192] + bytes(4096) + data[12288:]


def foreign(file: Path, *statements: str) -> None:
    with closing(sqlite3.connect(file)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def another_database(file: Path) -> None:
    file.unlink()
    foreign(file, "CREATE TABLE notes (text TEXT)")


def folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


BAD: dict[str, Callable[[Path], object]] = {
    "missing": Path.unlink,
    "empty": lambda file: file.write_bytes(b""),
    "cut": lambda file: file.write_bytes(file.read_bytes()[:5000]),
    "random": lambda file: file.write_bytes(random.Random(1).randbytes(20_000)),
    "another program's database": another_database,
    "newer": lambda file: foreign(file, f"PRAGMA user_version = {schema.VERSION + 1}"),
    "a folder": folder,
    "a damaged page": lambda file: file.write_bytes(damage(file.read_bytes())),
    "a stray trigger": lambda file: foreign(file, "CREATE TRIGGER t AFTER UPDATE ON goal BEGIN DELETE FROM link; END"),
}


def prints(folder: Path) -> dict[str, str]:
    """Every file below ``folder`` with its SHA-256."""
    return {
        str(path): sha256(path.read_bytes()).hexdigest() if path.is_file() else "" for path in sorted(folder.rglob("*"))
    }


@pytest.mark.parametrize("spoil", BAD.values(), ids=BAD.keys())
def test_a_bad_file_gives_one_calm_dialog_and_nothing_is_written(
    qtbot: QtBot, program: Program, file: Path, desk: Desk, spoil: Callable[[Path], object]
) -> None:
    place = file.parent / "drev"
    place.mkdir()
    file = file.rename(place / file.name)
    spoil(file)
    before = prints(place)
    program.begin([file])
    (dialog,) = dialogs()
    assert isinstance(dialog, MessageDialog)
    assert dialog.form.heading.text() == "Filen kan ikke åbnes"
    assert file.name in dialog.form.text.text()
    assert "Traceback" not in dialog.form.text.text()
    assert program.windows == []
    assert program.start is not None and program.start.isVisible()
    assert prints(place) == before
    assert [one for one in (desk.state_folder / "work").rglob("*") if one.is_file()] == []
    dialog.form.close.click()
    assert dialogs() == []


def test_a_process_given_a_bad_file_goes_on_and_leaves_the_file_alone(qtbot: QtBot, file: Path, desk: Desk) -> None:
    file.write_bytes(file.read_bytes()[:5000])
    before = sha256(file.read_bytes()).hexdigest()
    with started(desk.state_folder, file) as process:
        qtbot.waitUntil(lambda: handed_over([], desk.state_folder), timeout=LIMIT_MS)
        assert process.poll() is None
    assert sha256(file.read_bytes()).hexdigest() == before


def killed_at_work(qtbot: QtBot, desk: Desk, file: Path) -> None:
    """A person edits, and then the power goes."""
    with started(desk.state_folder, file, title=TITLE) as process:
        qtbot.waitUntil((desk.state_folder / ACKNOWLEDGED).exists, timeout=LIMIT_MS)
        process.kill()


def test_work_of_a_killed_program_is_taken_up_with_its_file_and_said(
    qtbot: QtBot, program: Program, file: Path, desk: Desk
) -> None:
    killed_at_work(qtbot, desk, file)
    program.begin([file])
    (window,) = program.windows
    assert window.bridge.document.all(Goal)[min(window.bridge.document.all(Goal))].title == TITLE
    (dialog,) = dialogs()
    assert str(file) in dialog.form.text.text()
    dialog.accept()


def test_work_of_a_killed_program_is_offered_on_the_start_page(
    qtbot: QtBot, program: Program, file: Path, desk: Desk
) -> None:
    killed_at_work(qtbot, desk, file)
    assert not handed_over([], desk.state_folder), "nobody answers at the door that it left"
    door = Doorkeeper(desk.state_folder)
    if not door.listening:
        door.take_over()
    assert door.listening
    door.close()
    program.begin([])
    (button,) = program.start.leftover_buttons
    button.click()
    (window,) = program.windows
    assert window.path == file
    (dialog,) = dialogs()
    assert str(file) in dialog.form.text.text()
    dialog.accept()


def test_work_of_a_killed_program_is_offered_beside_another_file(
    qtbot: QtBot, program: Program, file: Path, tmp_path: Path, desk: Desk
) -> None:
    other = tmp_path / "nabo.strategikort"
    Session.create(other, town_with_a_map().document, desk=desk).close()
    killed_at_work(qtbot, desk, file)
    program.begin([other])
    assert [window.path for window in program.windows] == [other]
    (button,) = program.start.leftover_buttons
    assert button.text().startswith("Prøveby – by\n")


def test_work_that_was_left_behind_is_offered_under_the_name_of_its_municipality(program: Program, desk: Desk) -> None:
    named = found_municipality(profile=PROFILE, new_id=desk.new_id, name="Øresø Kommune")
    Session.create(None, named, desk=desk).leave()
    (button,) = program.show_start().leftover_buttons
    assert button.text().startswith("Øresø Kommune – Et nyt dokument")


def test_a_bug_is_told_with_the_work_safe(
    qtbot: QtBot, shown: Shown, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", fault_hook(application()))

    def bug() -> None:
        goal = min(shown.document.all(Goal))
        shown.bridge.edit(lambda one: set_field(one, Goal, goal, "title", "Noget helt nyt"))
        raise LookupError("Noget hemmeligt om et mål")

    QTimer.singleShot(0, bug)
    qtbot.waitUntil(lambda: bool(dialogs()), timeout=LIMIT_MS)
    (dialog,) = dialogs()
    assert isinstance(dialog, ReportDialog)
    assert any("Dit arbejde er i sikkerhed" in label.text() for label in dialog.findChildren(QLabel))
    report = dialog.form.details.toPlainText()
    assert "LookupError" in report and "hemmeligt" not in report
    assert shown.session.document_on_disk() == shown.document
    dialog.form.close.click()
    assert dialogs() == []


def test_a_refused_edit_is_no_bug(qtbot: QtBot, shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", fault_hook(application()))
    goal = shown.goal("Ny legeplads")
    shown.bridge.edit(lambda one: set_field(one, Goal, goal, "title", "x" * 200))
    assert dialogs() == []
    assert "200 tegn" in shown.window.status.said.text()


def test_a_report_names_files_and_no_folders_of_the_users() -> None:
    code = compile("1 / 0", "/home/anne.hansen/strategikort/hemmelig/plan.py", "exec")
    with pytest.raises(ZeroDivisionError) as caught:
        exec(code, {})
    report = fault_report(ZeroDivisionError, caught.value.__traceback__)
    assert "  plan.py:1 " in report
    assert "anne" not in report and "hemmelig" not in report and "/" not in report.split("\n", 2)[2]
