"""The state folder: work copies that are open, and earlier versions of each document, a person's own notes.

Losing it costs nothing that was saved in a file; notes are in no file.

::

    open/WORK/{work.sqlite, session.json, lock}      one work copy, locked while its process lives
    documents/DOCUMENT/{last.json, VERSION...}       versions by the id of their save, without attached files
    documents/DOCUMENT/content/                      attached files
    damaged/WORK/                                    what could not be taken up after a crash
    notes/RECORD.json                                a note on a record: see `notes`
    reading-NAME/                                    a copy that is only looked at
"""

import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from platformdirs import user_data_path

from strategikort.domain.shape import Id
from strategikort.storage import disk
from strategikort.storage.notes import Notes
from strategikort.storage.stored import Store

MOST_BYTES: Final = 2 << 30
KEPT_AFTER_CLOSE: Final = timedelta(days=30)
_KEPT_WHILE_READ: Final = timedelta(days=1)

_SPANS: Final = (
    (timedelta(hours=2), timedelta(minutes=10)),
    (timedelta(days=2), timedelta(hours=1)),
    (timedelta(days=30), timedelta(days=1)),
)


def default_state_folder() -> Path:
    """Where the state of this user is kept on this machine; not a roaming place."""
    return user_data_path("Strategikort", appauthor=False, roaming=False) / "state"


@dataclass(frozen=True, slots=True)
class StateFolder:
    """The state folder at ``root``, made when it is needed, readable by the user alone."""

    root: Path

    def make(self) -> None:
        """Make the folder if it is missing. Raises OSError."""
        _made(self.root)

    def work(self, name: str) -> Path:
        """A fresh folder for a work copy. Raises OSError."""
        return _made(self.root / "open" / _file_name(name))

    def works(self) -> list[Path]:
        """The folders of all work copies, living or left behind, in a stable order."""
        return sorted(folder for folder in _entries(self.root / "open") if folder.is_dir())

    def set_aside(self, work: Path, at: datetime) -> Path:
        """Put the folder of a damaged work copy where nobody takes it up, and say where. Raises OSError."""
        aside = _made(self.root / "damaged") / work.name
        os.replace(work, aside)
        os.utime(aside, (at.timestamp(), at.timestamp()))
        return aside

    def versions(self, document_id: str) -> "Versions":
        """The earlier versions of a document."""
        return Versions(_made(self.root / "documents" / _file_name(document_id)))

    @property
    def notes(self) -> Notes:
        """The notes of this user; nothing here ever throws one away."""
        return Notes(self.root / "notes")

    def tidy(self, now: datetime, working: Iterable[str] = ()) -> None:
        """Forget documents that were closed 30 days ago, what was set aside then, and the oldest versions beyond 2 GB.

        Documents that are worked in, or were left behind, are kept: ``working``. Copies that were only being looked at
        when their process ended go after a day.
        """
        alive = {_file_name(document) for document in working}
        for pattern, kept in (("damaged/*", KEPT_AFTER_CLOSE), ("reading-*", _KEPT_WHILE_READ)):
            for folder in self.root.glob(pattern):
                if _age(folder) < (now - kept).timestamp():
                    shutil.rmtree(folder, ignore_errors=True)
        folders = [Versions(folder) for folder in _entries(self.root / "documents") if folder.is_dir()]
        for one in folders:
            if one.folder.name not in alive and one.used_at() < (now - KEPT_AFTER_CLOSE).timestamp():
                shutil.rmtree(one.folder, ignore_errors=True)
        ages = sorted((_age(file), file) for one in folders for file in one.files() if file.exists())
        held = {one.file(last) for one in folders for last in one.last_saves().values()}
        total = sum(file.stat().st_size for _, file in ages)
        for _, file in ages:
            if total <= MOST_BYTES:
                break
            if file not in held:
                total -= file.stat().st_size
                file.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class Versions:
    """The versions of one document that this machine has opened or saved, each a whole file."""

    folder: Path

    def file(self, save: str) -> Path:
        """Where the version that ``save`` made is, or would be."""
        return self.folder / f"{_file_name(save)}.strategikort"

    def has(self, save: str) -> bool:
        """Whether the version is here."""
        return bool(save) and self.file(save).is_file()

    def files(self) -> list[Path]:
        """All versions, in a stable order."""
        return sorted(file for file in _entries(self.folder) if file.suffix == ".strategikort")

    def keep(self, source: Path, save: str, at: datetime) -> None:
        """Keep a copy of the file ``source`` as the version of ``save``. Raises OSError."""
        fresh = self.file(save).with_suffix(".new")
        shutil.copyfile(source, fresh)
        os.chmod(fresh, 0o600)
        os.utime(fresh, (at.timestamp(), at.timestamp()))
        os.replace(fresh, self.file(save))

    @property
    def store(self) -> Store:
        """The attached files of the document."""
        return Store(self.folder / "content")

    def last_saves(self) -> dict[str, Id]:
        """The last save that this machine made of the document, by the place where it was saved."""
        try:
            noted = json.loads((self.folder / "last.json").read_bytes())
        except (OSError, ValueError):
            return {}
        return {str(place): Id(str(save)) for place, save in noted.items()} if isinstance(noted, dict) else {}

    def note_last(self, place: Path, save: Id) -> None:
        """Note that this machine's last save to ``place`` is ``save``. Raises OSError."""
        disk.write_note(
            self.folder / "last.json",
            json.dumps({**self.last_saves(), str(place): save}),
        )

    def used_at(self) -> float:
        """When the document was last saved or opened here, in seconds since 1970."""
        return max((_age(file) for file in self.files()), default=0.0)

    def thin(self, now: datetime, keep: Iterable[str]) -> None:
        """Keep one version every ten minutes for two hours, hourly for two days, daily for thirty days."""
        held = {self.file(save) for save in (*keep, *self.last_saves().values())}
        seen: set[tuple[timedelta, int]] = set()
        for stamp, file in sorted(((_age(file), file) for file in self.files()), reverse=True):
            place = _bucket(now.timestamp(), stamp)
            if file not in held and (place is None or place in seen):
                with suppress(FileNotFoundError):
                    file.unlink()
            elif place is not None:
                seen.add(place)


def _bucket(now: float, stamp: float) -> tuple[timedelta, int] | None:
    for reach, every in _SPANS:
        if now - stamp <= reach.total_seconds():
            return every, int(stamp // every.total_seconds())
    return None


def _age(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except OSError:
        return 0.0


def _entries(folder: Path) -> Iterator[Path]:
    return iter(folder.iterdir()) if folder.is_dir() else iter(())


def _file_name(identity: str) -> str:
    """A name for a file: identities come from files of others, so none becomes part of a path as it is."""
    return hashlib.sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _made(folder: Path) -> Path:
    """``folder``, made with all above it that is missing, for the user alone."""
    if not folder.is_dir():
        _made(folder.parent)
        with suppress(FileExistsError):
            folder.mkdir(mode=0o700)
    return folder
