"""Whatever is acknowledged survives the sudden end of the program."""

import os
import random
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from strategikort.application.session import Session, read_document
from tests.application import crashing
from tests.storage.desks import desk_of, goals_of, identities, town


def killed_at_work(home: Path, start: int, chance: random.Random, how: str) -> int:
    """The number of the last edit that was acknowledged to somebody whose program was then killed."""
    paths = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, crashing.__file__, str(home), str(start), how]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=paths) as process:
        assert process.stdout is not None
        for _ in range(chance.randint(1, 12)):
            assert process.stdout.readline(), "the program ended by itself"
        time.sleep(chance.random() * 0.05)
        process.kill()
        said = process.stdout.read().split("\n")
    whole = [line for line in said[:-1] if line]
    return int(whole[-1]) if whole else start


def edits_lost(home: Path, rounds: int, how: str) -> int:
    """How many rounds lost an acknowledged edit. Every file must open, whatever happened to it."""
    chance, lost = random.Random(62), 0
    Session.create(home / "by.strategikort", town(), desk=desk_of(home, "Maker")).close()
    for start in range(1000, 1000 * (rounds + 1), 1000):
        acknowledged = killed_at_work(home, start, chance, how)
        desk = replace(desk_of(home), new_id=identities(start + 1))
        read_document(home / "by.strategikort", desk)
        session = Session.open(home / "by.strategikort", desk=desk)
        title = goals_of(session.document)[0].title
        lost += not title.startswith("Nr. ") or int(title.removeprefix("Nr. ")) < acknowledged
        assert not session.conflicts
        if chance.random() < 0.5:
            session.close()
        else:
            session.leave()
    return lost


@pytest.mark.whole
def test_eight_killed_programs_lose_no_acknowledged_edit(tmp_path: Path) -> None:
    assert edits_lost(tmp_path, 8, "as it is") == 0


@pytest.mark.whole
def test_without_durable_transactions_the_same_search_finds_lost_edits(tmp_path: Path) -> None:
    assert edits_lost(tmp_path, 5, "control") > 0


@pytest.mark.long
def test_two_hundred_killed_programs_lose_no_acknowledged_edit(tmp_path: Path) -> None:
    assert edits_lost(tmp_path, 200, "as it is") == 0
