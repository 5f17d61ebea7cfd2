"""Saving: the file of a user is replaced whole, in one step, and never over what somebody else has saved meanwhile."""

import shutil
import stat
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from sqlalchemy import Connection

from strategikort.domain.changes import ChangeSet
from strategikort.domain.document import Document
from strategikort.domain.merge import Conflict, merge
from strategikort.domain.phrases import phrase
from strategikort.domain.shape import Id
from strategikort.storage import checks, contents, database, disk, log, sealing, stored, workcopy
from strategikort.storage.contents import Contents, SaveMark
from strategikort.storage.marker import Marker
from strategikort.storage.problems import Damaged, FileProblem, not_read, not_written
from strategikort.storage.state import StateFolder, Versions
from strategikort.storage.workcopy import WorkCopy

_NOTHING: Final = ChangeSet(phrase("edit.merged"), ())
_ROUNDS: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """A save that is done.

    ``position`` is how far in the log of the work copy it reaches. If somebody else had saved, ``merged`` are the
    changes that their work brings to ``ours`` (what was in the work copy), and ``conflicts`` what gave way.
    """

    path: Path
    mark: SaveMark
    saves: tuple[SaveMark, ...]
    position: int
    ours: Document | None = None
    merged: ChangeSet = _NOTHING
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How saving goes about it. Tests step in at each ``step`` and lose ``patience`` with a marker at once."""

    new_id: Callable[[], Id]
    clock: Callable[[], datetime]
    who: str
    step: Callable[[str], None] = lambda _: None
    patience: float = 10.0


def save(work: WorkCopy, target: Path, state: StateFolder, way: Way) -> Saved:
    """Save the work copy to ``target``, merged with what somebody else has saved there since.

    Raises:
        FileProblem: the place cannot be written or holds another document. The file there is as it was, and the work
            copy is safe.
    """
    mark = SaveMark(way.new_id(), way.clock(), way.who)
    way.step("snapshot")
    memory, position = work.snapshot()
    try:
        versions, base = state.versions(work.note.document), work.note.base
        if not target.parent.is_dir():
            raise FileProblem("file.unreachable", path=str(target))
        try:
            way.step("mark")
            with Marker.beside(target, work.folder.name, way.patience):
                return _Saving(work, target, state, versions, way, mark, memory, position, base).done()
        except OSError as failure:
            raise not_written(target, failure) from failure
    finally:
        memory.close()


@dataclass(slots=True)
class _Saving:
    """One save under way, with the marker beside the target."""

    work: WorkCopy
    target: Path
    state: StateFolder
    versions: Versions
    way: Way
    mark: SaveMark
    memory: Connection
    position: int
    base: str
    seen: str = ""
    ours: Document | None = None
    merged: ChangeSet = _NOTHING
    conflicts: tuple[Conflict, ...] = ()
    lineage: tuple[SaveMark, ...] = ()

    def done(self) -> Saved:
        """Look at the target, merge if need be, write beside it, and put it in its place."""
        self.seen = self.base
        self.lineage = contents.saves(self.memory)
        beside = self.target.with_name(f".{self.target.name}.{self.work.folder.name}")
        try:
            for _ in range(_ROUNDS):
                self.way.step("look")
                self._take_in_theirs()
                whole = self._written()
                self.way.step("copy")
                beside.unlink(missing_ok=True)
                disk.copy_out(self._with_attached(whole), beside, mode=_mode(self.target))
                self.way.step("look again")
                if self._newest() in (None, self.seen):
                    return self._put_in_place(beside, whole)
            raise FileProblem("file.busy", path=str(self.target))
        finally:
            with suppress(OSError):
                beside.unlink(missing_ok=True)

    def _newest(self) -> Id | None:
        """The id of the save that made the file at the target; None if there is no file."""
        try:
            document_id, newest = checks.newest_save(self.target)
        except FileNotFoundError:
            return None
        except IsADirectoryError as failure:
            raise not_read(self.target, failure) from failure
        except Damaged as failure:
            code = "file.newer" if failure.code == "file.newer" else "file.not_ours"
            raise FileProblem(code, path=str(self.target)) from failure
        if document_id and document_id != self.work.note.document:
            raise FileProblem("file.other", path=str(self.target))
        return Id(newest)

    def _take_in_theirs(self) -> None:
        """Merge what somebody else has saved since, once for each of their saves."""
        newest = self._newest()
        if newest in (None, self.seen):
            return
        copy = self.work.folder / "theirs.sqlite"
        theirs = checks.take_in(self.target, copy)
        if theirs.document_id != self.work.note.document:
            copy.unlink(missing_ok=True)
            raise FileProblem("file.other", path=str(self.target))
        mine = contents.read(self.memory)
        self.ours = self.ours or mine.document
        base = common_base(self.versions, mine.lineage, theirs)
        result = merge(base, mine.document, theirs.document)
        self.conflicts += result.conflicts
        self.merged = self.merged.followed_by(result.changes)
        self.lineage = united(self.lineage, theirs.saves)
        self._write_down(result.changes, result.conflicts)
        stored.moved_out(copy, self.versions.store)
        self.versions.keep(copy, theirs.newest, self.way.clock())
        copy.unlink(missing_ok=True)
        self.seen = theirs.newest

    def _write_down(self, changes: ChangeSet, conflicts: tuple[Conflict, ...]) -> None:
        with database.transaction(self.memory):
            workcopy.write(self.memory, changes.changes)
            contents.write_saves(self.memory, self.lineage)
            log.write(self.memory, log.position(self.memory), self.way.clock(), self.way.who, changes, conflicts)

    def _written(self) -> Path:
        """The whole file as it shall be, on this machine's disk, checked."""
        self.way.step("write")
        whole = self.work.folder / "saving.sqlite"
        whole.unlink(missing_ok=True)
        with database.transaction(self.memory):
            contents.write_saves(self.memory, (*self.lineage, self.mark))
            sealing.seal(self.memory)
        try:
            self.memory.exec_driver_sql("VACUUM INTO ?", (str(whole),))
        except database.FAILURES as failure:
            raise FileProblem("work.full", folder=str(self.work.folder)) from failure
        self.way.step("check")
        try:
            checks.verify(whole)
        except Damaged as failure:
            raise FileProblem("file.not_checked", path=str(self.target)) from failure
        return whole

    def _with_attached(self, whole: Path) -> Path:
        """``whole`` with the files that its records speak of; itself if there are none.

        What this machine has lost, the file that is replaced may still hold.
        """
        store, names = self.versions.store, stored.named(self.memory)
        missing = {name for name in names if not store.has(name)}
        if missing and self.target.is_file():
            store.take_from(self.target, missing)
        held = [name for name in names if store.has(name)]
        if not held:
            return whole
        full = self.work.folder / "full.sqlite"
        shutil.copyfile(whole, full)
        store.give_to(full, held)
        try:
            checks.verify(full)
        except Damaged as failure:
            raise FileProblem("file.not_checked", path=str(self.target)) from failure
        return full

    def _put_in_place(self, beside: Path, whole: Path) -> Saved:
        now = self.way.clock()
        self.way.step("keep")
        self.versions.keep(whole, self.mark.id, now)
        self.work.noted(pending="" if self.merged else self.mark.id)
        self.way.step("replace")
        disk.replace(beside, self.target)
        self.way.step("note")
        for made in (whole, self.work.folder / "full.sqlite"):
            made.unlink(missing_ok=True)
        self.versions.note_last(self.target, self.mark.id)
        self.versions.thin(now, (self.mark.id, *workcopy.bases(self.state.works())))
        return Saved(
            path=self.target,
            mark=self.mark,
            saves=(*self.lineage, self.mark)[-contents.LINEAGE_LIMIT :],
            position=self.position,
            ours=self.ours,
            merged=self.merged,
            conflicts=self.conflicts,
        )


def common_base(versions: Versions, mine: tuple[Id, ...], theirs: Contents) -> Document | None:
    """The newest version that both grew from and that this machine has; None if there is none."""
    grown = set(mine)
    for save_id in reversed(theirs.lineage):
        if save_id in grown and versions.has(save_id):
            try:
                return checks.checked(versions.file(save_id)).document
            except (Damaged, OSError):
                continue
    return None


def united(mine: tuple[SaveMark, ...], theirs: tuple[SaveMark, ...]) -> tuple[SaveMark, ...]:
    """The saves that a merged file grew from: mine that they lack first, so that the newest of theirs is the newest."""
    known = {save.id for save in theirs}
    return (*(save for save in mine if save.id not in known), *theirs)


def _mode(target: Path) -> int:
    """The rights of the file that is replaced; those that the system gives for a new one."""
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except OSError:
        return 0o666
