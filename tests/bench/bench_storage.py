"""What opening, editing and saving cost, beside the least that SQLite can do of it in the same run."""

import gc
import os
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from strategikort.application.session import Desk, Session
from strategikort.domain.agreements import Agreement, Attachment
from strategikort.domain.changes import ChangeSet, added
from strategikort.domain.goals import Goal
from strategikort.domain.organisation import OrgUnit
from strategikort.domain.phrases import phrase
from strategikort.storage import stored
from strategikort.storage.codec import CODECS
from tests.storage.desks import goals_of, identities, retitled, town

GOALS = 10_000
TIMES = 7
EDITS = 300
ATTACHED = 30
"""So many scans of the largest size there is."""


def rows() -> list[tuple[str, str, str]]:
    """The work, the measured ratio and the aim, for the table of the benches."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        file = home / "by.strategikort"
        clock = lambda: datetime.now(UTC)  # noqa: E731
        desk = Desk(state_folder=home / "state", who="Anna", clock=clock, new_id=identities(3))
        Session.create(file, town(GOALS), desk=desk).close()
        plain = [_opening(file, desk), _editing(file, desk), _saving(file, desk), _pauses(file, desk)]
        return [*plain, *_with_attachments(file, desk)]


def _opening(file: Path, desk: Desk) -> tuple[str, str, str]:
    ours: list[float] = []
    least: list[float] = []
    for _ in range(TIMES):
        least.append(_seconds(lambda: _read_raw(file)))
        gc.collect()
        begun = time.perf_counter()
        session = Session.open(file, desk=desk)
        ours.append(time.perf_counter() - begun)
        session.close()
    return _row("open a 10k-goal file (copy, checks, digest, load)", ours, least, "<= 8x reading its rows raw")


def _read_raw(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        for name in CODECS:
            connection.execute(f'SELECT * FROM "{name}"').fetchall()


def _editing(file: Path, desk: Desk) -> tuple[str, str, str]:
    session = Session.open(file, desk=desk)
    goals = goals_of(session.document)
    ours: list[float] = []
    least: list[float] = []
    bare = desk.state_folder / "bare.sqlite"
    with closing(sqlite3.connect(bare, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = TRUNCATE")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT)")
        for n in range(EDITS):
            begun = time.perf_counter()
            connection.execute("INSERT INTO note (text) VALUES (?)", (f"Nr. {n}",))
            least.append(time.perf_counter() - begun)
            step = retitled(session.document, goals[n * 31 % len(goals)], f"Nr. {n}")
            begun = time.perf_counter()
            session.edit(step)
            ours.append(time.perf_counter() - begun)
    session.close(save=False)
    ratio = _p99(ours) / _p99(least)
    text = f"{ratio:.1f}x ({_p99(ours) * 1000:.1f} ms; median {statistics.median(ours) * 1000:.1f} ms)"
    return "one committed edit at 10k, p99", text, "<= 3x one bare transaction, synchronous=FULL"


def _saving(file: Path, desk: Desk) -> tuple[str, str, str]:
    session = Session.open(file, desk=desk)
    ours: list[float] = []
    least: list[float] = []
    for n in range(TIMES):
        least.append(_vacuumed(file, desk.state_folder / f"vacuumed-{n}"))
        session.edit(retitled(session.document, goals_of(session.document)[n], f"Gemt {n}"))
        begun = time.perf_counter()
        session.save()
        ours.append(time.perf_counter() - begun)
    session.close()
    return _row("save at 10k", ours, least, "<= 6x VACUUM INTO + fsync")


def _vacuumed(file: Path, target: Path) -> float:
    begun = time.perf_counter()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("VACUUM INTO ?", (str(target),))
    handle = os.open(target, os.O_RDWR)
    os.fsync(handle)
    os.close(handle)
    return time.perf_counter() - begun


def _pauses(file: Path, desk: Desk) -> tuple[str, str, str]:
    """How long the thread of the window at most waits for its turn while a save runs, an edit now and then included."""
    session = Session.open(file, desk=desk)
    goals = goals_of(session.document)
    longest = 0.0
    for n in range(TIMES):
        session.edit(retitled(session.document, goals[n], f"Før {n}"))
        longest = max(longest, _longest_pause(session))
    session.close()
    return "longest pause of the window's thread during a save", f"{longest * 1000:.0f} ms", "<= 32 ms"


def _with_attachments(file: Path, desk: Desk) -> list[tuple[str, str, str]]:
    """The same edits before and after ``ATTACHED`` scans came in; the window's longest wait while they are saved."""
    session = Session.open(file, desk=desk)
    goals = goals_of(session.document)
    without = _edits(session, goals)
    unit, day = next(iter(session.document.all(OrgUnit))), desk.clock().date()
    agreement = Agreement(id=desk.new_id(), org=unit, valid_from=day, valid_to=day)
    scans = []
    for number in range(ATTACHED):
        content = number.to_bytes(8) + os.urandom(stored.LARGEST - 8)
        name = session.store.put(content)
        scans.append(Attachment(id=desk.new_id(), agreement=agreement.id, name="a.pdf", file=name, size=len(content)))
    session.edit(ChangeSet(phrase("edit.remark"), added([agreement, *scans])))
    longest = _longest_pause(session)
    within = _edits(session, goals)
    session.edit(retitled(session.document, goals[0], "Igen"))
    longest = max(longest, _longest_pause(session))
    session.close()
    size = ATTACHED * stored.LARGEST >> 20
    text = f"{statistics.median(within) / statistics.median(without):.2f}x ({statistics.median(within) * 1000:.1f} ms)"
    return [
        (f"one committed edit with {size} MB attached, median", text, "as without: 1x"),
        (f"longest pause of the window's thread while {size} MB are saved", f"{longest * 1000:.0f} ms", "<= 32 ms"),
    ]


def _edits(session: Session, goals: list[Goal]) -> list[float]:
    return [
        _seconds(partial(session.edit, retitled(session.document, goals[n * 31 % len(goals)], f"Med {n}")))
        for n in range(EDITS)
    ]


def _longest_pause(session: Session) -> float:
    outcomes: list[object] = []
    session.start_save(outcomes.append)
    longest, last = 0.0, time.perf_counter()
    while not outcomes:
        time.sleep(0.001)
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
    session.save()
    return longest


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def _p99(values: list[float]) -> float:
    return sorted(values)[int(len(values) * 0.99) - 1]


def _row(work: str, ours: list[float], least: list[float], aim: str) -> tuple[str, str, str]:
    one, other = statistics.median(ours), statistics.median(least)
    return work, f"{one / other:.1f}x ({one * 1000:.0f} ms beside {other * 1000:.0f} ms)", aim


if __name__ == "__main__":
    for row in rows():
        print(" | ".join(row))
