"""The work copy as a file on this machine."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from strategikort.application.session import Session
from strategikort.storage.problems import FileProblem
from strategikort.storage.workcopy import WORK, WorkCopy
from tests.storage.desks import desk_of, town

HANDLES = Path("/proc/self/fd")


@pytest.mark.skipif(not HANDLES.is_dir(), reason="the system does not tell which files are open")
def test_a_damaged_work_copy_is_not_held_open_while_it_is_told_of(tmp_path: Path) -> None:
    """On Windows a folder with an open file could not be set aside."""
    desk = desk_of(tmp_path)
    Session.create(tmp_path / "by.strategikort", town(), desk=desk).leave()
    (folder,) = desk.state.works()
    with closing(sqlite3.connect(folder / WORK)) as connection:
        connection.execute("DROP TABLE log")
    with pytest.raises(FileProblem) as problem:
        WorkCopy.left_behind(folder)
    assert problem.value.code == "work.damaged"
    held = {os.path.realpath(one) for one in HANDLES.iterdir()}
    assert [one for one in held if one.startswith(str(folder.resolve()))] == []
