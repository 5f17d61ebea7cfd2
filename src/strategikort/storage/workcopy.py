"""The work copy: the database on this machine's disk in which a person works. What it has taken is safe."""

import errno
import json
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, select
from sqlalchemy.exc import IntegrityError

from strategikort.domain.changes import Change, ChangeSet
from strategikort.domain.document import Document, OutOfStep
from strategikort.domain.merge import Conflict
from strategikort.domain.shape import Id
from strategikort.storage import checks, contents, database, disk, log, schema, sealing
from strategikort.storage.codec import CODEC_OF, OWN_ID, TableCodec
from strategikort.storage.contents import Contents, SaveMark
from strategikort.storage.problems import Damaged, FileProblem
from strategikort.storage.tables import RECORDS

WORK: Final = "work.sqlite"
_NOTE: Final = "session.json"
LOCK: Final = "lock"
_SQLITE_SAYS: Final = {
    sqlite3.SQLITE_FULL: "work.full",
    sqlite3.SQLITE_CORRUPT: "work.damaged",
    sqlite3.SQLITE_NOTADB: "work.damaged",
}

_MUNICIPALITY: Final = select(RECORDS["municipality"].c["name"])


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkNote:
    """What is known of a work copy beside its contents.

    ``path`` is where it is saved (empty: nowhere yet), ``base`` the save that it grew from, ``pending`` the save that
    was under way last, ``saved`` the position in the log up to which it is saved, -1 for never.
    """

    document: Id
    path: str = ""
    base: str = ""
    pending: str = ""
    saved: int = -1


class WorkCopy:
    """An open work copy in a folder of its own, locked until `close` or `discard`."""

    def __init__(self, folder: Path, lock: disk.FileLock, note: WorkNote) -> None:
        self.folder = folder
        self.note = note
        self._lock = lock
        self._connection = database.opened_for_work(folder / WORK)
        try:
            self.position = log.position(self._connection)
        except BaseException:
            self._connection.close()
            raise

    @classmethod
    def made(cls, folder: Path, lock: disk.FileLock, document: Document, note: WorkNote) -> "WorkCopy":
        """A work copy of a document that is in no file yet. Raises FileProblem ``work.*``."""
        with told(folder):
            disk.private(folder / WORK).close()
            connection = database.opened_for_work(folder / WORK)
            try:
                contents.fill(connection, document, note.document)
            finally:
                connection.close()
            return cls._noted(folder, lock, note)

    @classmethod
    def begun(cls, folder: Path, lock: disk.FileLock, note: WorkNote) -> "WorkCopy":
        """A work copy that begins as the checked copy of a file in ``folder``. Raises FileProblem ``work.*``."""
        with told(folder):
            work = cls._noted(folder, lock, note)
            work.noted(saved=work.position)
            return work

    @classmethod
    def left_behind(cls, folder: Path) -> "WorkCopy | None":
        """The work copy in ``folder`` if its process is gone; None if it lives, or if there never was one.

        Raises:
            FileProblem: ``work.*``.
        """
        with told(folder):
            lock = disk.FileLock.taken(folder / LOCK)
            if lock is None:
                return None
            try:
                note = read_note(folder)
                if note is None or not (folder / WORK).is_file():
                    return None
                work = cls(folder, lock, note)
                lock = None
                return work
            except Damaged as failure:
                raise FileProblem("work.damaged", folder=str(folder)) from failure
            finally:
                if lock is not None:
                    lock.release()

    @classmethod
    def _noted(cls, folder: Path, lock: disk.FileLock, note: WorkNote) -> "WorkCopy":
        work = cls(folder, lock, note)
        work.noted()
        disk.sync_folder(folder.parent)
        return work

    @property
    def unsaved(self) -> bool:
        """Whether something stands here that was not saved to the file."""
        return self.position != self.note.saved

    @property
    def municipality(self) -> str:
        """What the municipality is called, without reading the rest; nothing if it has no name. Raises Damaged."""
        with database.damage_told():
            return str(self._connection.execute(_MUNICIPALITY).scalar() or "")

    def read(self) -> Contents:
        """What stands in the work copy, after the checks of a file that was left behind. Raises Damaged."""
        checks.check_structure(self._connection, schema.VERSION)
        sealing.check(self._connection, sealed=False)
        return contents.read(self._connection)

    def commit(
        self,
        change_set: ChangeSet,
        at: datetime,
        who: str,
        kept: Iterable[Conflict] = (),
    ) -> int:
        """Make ``change_set`` part of the work copy, in one transaction; when this returns it is on the disk.

        Gives the position in the log. ``kept`` is what else the log shall keep: texts that gave way in a merge.

        Raises:
            FileProblem: ``work.full`` or ``work.unwritable``; nothing has changed.
            OutOfStep: the work copy is not what the change set was made for.
        """
        with told(self.folder), database.transaction(self._connection):
            write(self._connection, change_set.changes)
            position = log.write(self._connection, self.position, at, who, change_set, kept)
        self.position = position
        return self.position

    def snapshot(self) -> tuple[Connection, int]:
        """A copy in memory for saving, and the position in the log that it holds.

        For another thread than that of `commit`; it holds commits up for a few milliseconds.
        """
        with told(self.folder):
            reading = database.opened(self.folder / WORK)
            try:
                memory = database.in_memory()
                database.driver(reading).backup(database.driver(memory))
            finally:
                reading.close()
        return memory, log.position(memory)

    def saves(self) -> tuple[SaveMark, ...]:
        """The saves that the work copy grew from."""
        return contents.saves(self._connection)

    def grown_from(self, saves: Iterable[SaveMark]) -> None:
        """Note the saves that the work copy now grew from."""
        with told(self.folder), database.transaction(self._connection):
            contents.write_saves(self._connection, saves)

    def noted(self, **values: object) -> None:
        """Fill some fields of the note anew, on the disk first."""
        note = replace(self.note, **values)  # type: ignore[arg-type]
        with told(self.folder):
            disk.write_note(self.folder / _NOTE, json.dumps(asdict(note)))
        self.note = note

    def close(self) -> None:
        """Leave the work copy behind, to be taken up later."""
        self._connection.close()
        self._lock.release()

    def discard(self) -> None:
        """Remove the work copy: everything in it is saved, or is not wanted."""
        self._connection.close()
        (self.folder / _NOTE).unlink(missing_ok=True)
        self._lock.release()
        shutil.rmtree(self.folder, ignore_errors=True)


def read_note(folder: Path) -> WorkNote | None:
    """The note of the work copy in ``folder``, None if there is none that can be read."""
    try:
        found = json.loads((folder / _NOTE).read_bytes())
        return WorkNote(**found)
    except (OSError, ValueError, TypeError):
        return None


def write(connection: Connection, changes: Iterable[Change]) -> None:
    """Make ``changes`` in the tables, those of one sort in one go. Needs a transaction.

    Raises:
        OutOfStep: a record is not there.
    """
    changes = tuple(changes)
    sealing.moved(connection, changes)
    for (codec, done), some in groupby(changes, _sort):
        match done:
            case "insert":
                connection.execute(codec.insert, [codec.inserted(one.record) for one in some])
                continue
            case "update":
                rows = [codec.updated(one.record) for one in some]
                found = connection.execute(codec.update, rows)
            case _:
                rows = [{OWN_ID: one.record.id} for one in some]
                found = connection.execute(codec.delete, rows)
        if found.rowcount != len(rows):
            raise OutOfStep(f"{codec.table.name}: {found.rowcount} of {len(rows)} to {done}")


def _sort(change: Change) -> tuple[TableCodec, str]:
    """The table that a change is made in, and what is done there."""
    done = "delete" if change.after is None else "insert" if change.before is None else "update"
    return CODEC_OF[type(change.record)], done


def bases(folders: Iterable[Path]) -> set[str]:
    """The saves that the work copies in ``folders`` grew from, or have under way: versions not to be thinned out."""
    notes = [note for folder in folders if (note := read_note(folder)) is not None]
    return {note.base for note in notes} | {note.pending for note in notes}


def documents(folders: Iterable[Path]) -> set[Id]:
    """The documents of the work copies in ``folders``."""
    return {note.document for folder in folders if (note := read_note(folder)) is not None}


def is_open(folder: Path) -> bool:
    """Whether the process of the work copy in ``folder`` lives."""
    with told(folder):
        lock = disk.FileLock.taken(folder / LOCK)
    if lock is None:
        return True
    lock.release()
    return False


@contextmanager
def told(folder: Path) -> Iterator[None]:
    """Turns what the disk of this machine says into a sentence; nothing has changed then."""
    try:
        yield
    except IntegrityError as failure:
        raise OutOfStep("a reference to nothing") from failure
    except database.FAILURES as failure:
        code = _SQLITE_SAYS.get(database.failure_code(failure), "work.unwritable")
        raise FileProblem(code, folder=str(folder)) from failure
    except OSError as failure:
        full = failure.errno in (errno.ENOSPC, errno.EDQUOT)
        raise FileProblem("work.full" if full else "work.unwritable", folder=str(folder)) from failure
