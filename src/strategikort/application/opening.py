"""How a document comes to be open: from its file, from nothing, or from what a crash left behind."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from strategikort.application.problems import FileProblem
from strategikort.domain.document import Document
from strategikort.domain.merge import Conflict, difference, merge
from strategikort.domain.phrases import Phrase, phrase
from strategikort.domain.shape import Id
from strategikort.storage import checks, database, marker, stored, workcopy
from strategikort.storage.contents import Contents
from strategikort.storage.disk import FileLock
from strategikort.storage.problems import Damaged
from strategikort.storage.saving import common_base, united
from strategikort.storage.state import StateFolder, Versions
from strategikort.storage.workcopy import WorkCopy, WorkNote

_FORGOTTEN = 3600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Where a person works: the folder of this machine's state, the name for the log, the clock, new identities.

    ``patience`` is how many seconds a save waits for another's; ``step`` is told of each step of a save.
    """

    state_folder: Path
    who: str
    clock: Callable[[], datetime]
    new_id: Callable[[], Id]
    patience: float = 10.0
    step: Callable[[str], None] = lambda _: None

    @property
    def state(self) -> StateFolder:
        """The state folder."""
        return StateFolder(self.state_folder)


@dataclass(frozen=True, slots=True, kw_only=True)
class Leftover:
    """Unsaved work whose process is gone. ``path`` is where it would be saved, ``edited_at`` its last edit.

    ``municipality`` is the name of whose work it is, empty if that cannot be read.
    """

    folder: Path
    path: Path | None
    edited_at: datetime
    municipality: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """What a session begins with."""

    work: WorkCopy
    versions: Versions
    document: Document
    saved_at: datetime | None = None
    notices: tuple[Phrase, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


def place(path: Path) -> Path:
    """``path`` in the one form by which a file is known on this machine."""
    return Path(os.path.realpath(path.parent)) / path.name


def read_document(path: Path, desk: Desk) -> Document:
    """The document in a file, to be looked at only: same checks, nothing is left behind.

    Raises:
        FileProblem: the file cannot be used.
    """
    with _looked_at(path, desk) as (_, found):
        return found.document


def read_attached(path: Path, name: str, desk: Desk) -> bytes:
    """The attached file of that name (`Attachment.file`) in a file, to be looked at only.

    Raises:
        FileProblem: the file cannot be used, or ``attachment.gone``.
    """
    with _looked_at(path, desk) as (copy, _), database.looked_into(copy) as connection:
        for _, content in stored.rows(connection, [name]):
            return content
    raise FileProblem("attachment.gone")


@contextmanager
def _looked_at(path: Path, desk: Desk) -> Iterator[tuple[Path, Contents]]:
    """A checked copy of a file with its contents, for a while."""
    with workcopy.told(desk.state_folder):
        desk.state.make()
        own = tempfile.TemporaryDirectory(prefix="reading-", dir=desk.state_folder)
    with own as folder:
        copy = Path(folder) / "copy.sqlite"
        yield copy, checks.take_in(place(path), copy)


def open_file(path: Path, desk: Desk) -> Opened:
    """The document in a file, or the unsaved work on it that a crash left behind. Raises FileProblem."""
    path = place(path)
    notices: list[Phrase] = []
    for leftover in leftovers(desk):
        if leftover.path == path:
            try:
                return take_up(leftover, desk)
            except FileProblem as problem:
                if problem.code != "work.damaged":
                    raise
                with workcopy.told(desk.state_folder):
                    aside = desk.state.set_aside(leftover.folder, desk.clock())
                notices.append(phrase("work.damaged", folder=str(aside)))
    opened = _begun(path, desk)
    return replace(opened, notices=(*notices, *opened.notices))


def _begun(path: Path, desk: Desk) -> Opened:
    folder, lock = _fresh(desk)
    try:
        found = checks.take_in(path, folder / workcopy.WORK)
        with workcopy.told(folder):
            versions = desk.state.versions(found.document_id)
            stored.moved_out(folder / workcopy.WORK, versions.store)
            versions.keep(folder / workcopy.WORK, found.newest, desk.clock())
        note = WorkNote(document=found.document_id, path=str(path), base=found.newest)
        work = WorkCopy.begun(folder, lock, note)
    except BaseException:
        lock.release()
        shutil.rmtree(folder, ignore_errors=True)
        raise
    saved_at = found.saves[-1].at if found.saves else None
    opened = Opened(work=work, versions=versions, document=found.document, saved_at=saved_at)
    return _merged_back(opened, found, versions.last_saves().get(str(path)), desk)


def create(path: Path | None, document: Document, desk: Desk) -> Opened:
    """A new document, in no file yet. Raises FileProblem if something is at ``path``."""
    if path is not None and os.path.lexists(path):
        raise FileProblem("file.exists", path=str(path))
    folder, lock = _fresh(desk)
    try:
        note = WorkNote(document=desk.new_id(), path=str(place(path)) if path else "")
        work = WorkCopy.made(folder, lock, document, note)
    except BaseException:
        lock.release()
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return Opened(work=work, versions=desk.state.versions(note.document), document=document)


def leftovers(desk: Desk) -> list[Leftover]:
    """Unsaved work of processes that are gone, the latest first. What was saved, or never began, is removed."""
    found: list[Leftover] = []
    for folder in desk.state.works():
        try:
            work = WorkCopy.left_behind(folder)
        except FileProblem:
            found += _leftover(folder)
            continue
        if work is None:
            _forget(folder, desk)
        elif work.unsaved:
            name = _municipality(work)
            work.close()
            found += _leftover(folder, name)
        else:
            _clear_away(work)
            work.discard()
    return sorted(found, key=lambda one: one.edited_at, reverse=True)


def take_up(leftover: Leftover, desk: Desk) -> Opened:
    """Go on with unsaved work. Raises FileProblem if it is damaged or somebody else has it."""
    work = WorkCopy.left_behind(leftover.folder)
    if work is None:
        raise FileProblem("work.taken", folder=str(leftover.folder))
    _clear_away(work)
    try:
        found = work.read()
        versions = desk.state.versions(work.note.document)
        _note_finished_save(work, found, versions)
    except Damaged as failure:
        work.close()
        raise FileProblem("work.damaged", folder=str(leftover.folder)) from failure
    except BaseException:
        work.close()
        raise
    notice = (
        phrase("notice.recovered", path=work.note.path or "?") if work.note.path else phrase("notice.recovered_new")
    )
    return Opened(work=work, versions=versions, document=found.document, notices=(notice,))


def is_open(path: Path, desk: Desk) -> bool:
    """Whether a living session on this machine has the file at ``path`` open."""
    wanted = str(place(path))
    for folder in desk.state.works():
        note = workcopy.read_note(folder)
        if note is not None and note.path == wanted and workcopy.is_open(folder):
            return True
    return False


def tidy(desk: Desk) -> None:
    """Forget what the state folder has kept long enough."""
    desk.state.tidy(desk.clock(), workcopy.documents(desk.state.works()))


def _fresh(desk: Desk) -> tuple[Path, FileLock]:
    with workcopy.told(desk.state_folder):
        folder = desk.state.work(desk.new_id())
        lock = FileLock.taken(folder / workcopy.LOCK)
    if lock is None:
        raise FileProblem("work.taken", folder=str(folder))
    return folder, lock


def _merged_back(opened: Opened, found: Contents, last: Id | None, desk: Desk) -> Opened:
    """If this machine's last save to the place is not in what the file grew from, something has overwritten it."""
    if last is None or last in found.lineage or not opened.versions.has(last):
        return opened
    try:
        mine = checks.checked(opened.versions.file(last))
    except Damaged:
        return opened
    result = merge(common_base(opened.versions, mine.lineage, found), mine.document, found.document)
    merged = mine.document.with_changes(result.changes)
    back = difference(found.document, merged, phrase("merge.back"))
    opened.work.commit(back, desk.clock(), desk.who, result.conflicts)
    opened.work.grown_from(united(mine.saves, found.saves))
    notice = phrase("notice.merged_back", changes=len(back.changes), clashes=len(result.conflicts))
    return replace(opened, document=merged, notices=(notice,), conflicts=result.conflicts)


def _note_finished_save(work: WorkCopy, found: Contents, versions: Versions) -> None:
    """If the save that was under way at the crash did reach the file, the work copy grew from it."""
    pending = work.note.pending
    if not (pending and work.note.path and versions.has(pending)):
        return
    try:
        newest = checks.newest_save(Path(work.note.path))[1]
    except (OSError, Damaged):
        return
    if newest == pending:
        kept = checks.checked(versions.file(pending)).saves
        work.grown_from((*(one for one in found.saves if one not in kept), *kept))
        work.noted(base=pending, pending="")


def _clear_away(work: WorkCopy) -> None:
    """Remove what a save that a crash ended left beside the file."""
    if work.note.path:
        marker.clear_away(Path(work.note.path), work.folder.name)


def _municipality(work: WorkCopy) -> str:
    try:
        return work.municipality
    except Damaged:
        return ""


def _leftover(folder: Path, municipality: str = "") -> Iterator[Leftover]:
    note = workcopy.read_note(folder)
    if note is not None:
        edited = datetime.fromtimestamp((folder / workcopy.WORK).stat().st_mtime).astimezone()
        path = Path(note.path) if note.path else None
        yield Leftover(folder=folder, path=path, edited_at=edited, municipality=municipality)


def _forget(folder: Path, desk: Desk) -> None:
    """Remove a folder in which no work copy ever came to be; one that is young may be just being made."""
    age = desk.clock().timestamp() - folder.stat().st_mtime
    if age > _FORGOTTEN and workcopy.read_note(folder) is None and not workcopy.is_open(folder):
        shutil.rmtree(folder, ignore_errors=True)
