"""Copied in one process, pasted in another, over the clipboard of a real screen."""

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from uuid import uuid4

import pytest

from strategikort.application.session import Desk, Session, read_document
from strategikort.domain.goals import Goal
from strategikort.domain.shape import Id
from tests.desktop.conftest import town_with_a_map
from tests.desktop.reader.test_walk import screen
from tests.domain.town import Town
from tests.house.sources import ROOT

LIMIT_S = 120


def desk(folder: Path) -> Desk:
    return Desk(state_folder=folder, who="prøve", clock=datetime.now, new_id=lambda: Id(str(uuid4())))


def started(display: str, state: Path, *arguments: str) -> subprocess.Popen[str]:
    """A person in a process of their own, on a display, or without one off the screen."""
    environment = {
        **os.environ,
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb" if display else "offscreen",
        "STRATEGIKORT_STATE": str(state),
        "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT))),
    }
    command = [sys.executable, "-m", "tests.desktop.pastes", *arguments]
    return subprocess.Popen(command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True)


@pytest.mark.needs("Xvfb")
def test_a_goal_copied_in_one_process_is_pasted_in_another(tmp_path: Path) -> None:
    one, other = tmp_path / "en.strategikort", tmp_path / "anden.strategikort"
    for file, document in ((one, town_with_a_map().document), (other, Town().document)):
        Session.create(file, document, desk=desk(tmp_path / "state")).close()
    with screen() as display:
        copier = started(display, tmp_path / "one", "copy", str(one), "Flere vælger skolen")
        try:
            assert copier.stdout is not None
            assert copier.stdout.readline() == "copy ['Flere vælger skolen']\n"
            paster = started(display, tmp_path / "other", "paste", str(other))
            try:
                told, _ = paster.communicate(timeout=LIMIT_S)
            finally:
                paster.kill()
                paster.wait(LIMIT_S)
        finally:
            copier.kill()
            copier.communicate(timeout=LIMIT_S)
    assert told == "paste ['Flere vælger skolen']\n"
    document = read_document(other, desk(tmp_path / "state"))
    assert [goal.title for goal in document.all(Goal).values()] == ["Flere vælger skolen"]


def left(display: str, folder: Path) -> tuple[str, int]:
    """What somebody says who copies a goal and quits, and how the program ended."""
    file = folder / "by.strategikort"
    Session.create(file, town_with_a_map().document, desk=desk(folder / "state")).close()
    process = started(display, folder / "one", "leave", str(file), "Flere vælger skolen")
    try:
        told, _ = process.communicate(timeout=LIMIT_S)
    finally:
        process.kill()
        process.wait(LIMIT_S)
    return told, process.returncode


def test_who_has_copied_goals_can_quit_off_the_screen(tmp_path: Path) -> None:
    assert left("", tmp_path) == ("leave ['Flere vælger skolen']\n", 0)


@pytest.mark.needs("Xvfb")
def test_who_has_copied_goals_can_quit_on_a_real_screen(tmp_path: Path) -> None:
    with screen() as display:
        assert left(display, tmp_path) == ("leave ['Flere vælger skolen']\n", 0)
