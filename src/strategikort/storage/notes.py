"""A person's own notes on records: one small file each, on this machine alone, known by the record's identity.

They are no part of any document, so nothing that is made of one can hold them, and they stand whatever is undone or
renamed. What two windows write at once is kept from both.
"""

import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from strategikort.domain.shape import Id
from strategikort.storage import disk
from strategikort.storage.problems import FileProblem, not_read
from strategikort.storage.stored import hash_of

LARGEST: Final = 100_000
"""How many characters one note may have."""

_MOST_BYTES: Final = 1 << 20
_ATTEMPTS: Final = 50
_PAUSE: Final = 0.02


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes of this user on this machine, in a folder of their own."""

    folder: Path

    def read(self, record: Id) -> str:
        """The note on ``record``, empty if there is none.

        Raises:
            FileProblem: ``note.damaged``, or ``file.*`` if the disk refuses.
        """
        place = self._place(record)
        try:
            with open(place, "rb") as file:
                content = file.read(_MOST_BYTES + 1)
        except FileNotFoundError:
            return ""
        except OSError as failure:
            raise not_read(place, failure) from failure
        note = _note_in(content)
        if note is None:
            raise FileProblem("note.damaged", path=str(place))
        return note

    def write(self, record: Id, note: str, *, base: str) -> str:
        """Keep ``note``, which was made of ``base``; gives what is kept, safe on the disk when this returns.

        What another window has written since ``base`` was read is kept below it. A damaged file is set aside.

        Raises:
            FileProblem: ``note.large``, ``file.*`` or ``work.*``; nothing was changed.
        """
        if len(note) > LARGEST:
            raise FileProblem("note.large", most=LARGEST)
        note = note.encode("utf-8", "replace").decode()
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with self._alone():
                kept = both(base, note, self._theirs(record))
                self._put(record, kept)
        except OSError as failure:
            raise FileProblem("work.unwritable", folder=str(self.folder)) from failure
        return kept

    def _theirs(self, record: Id) -> str:
        """What stands in the file now; one that is damaged is moved beside it, whole."""
        try:
            return self.read(record)
        except FileProblem as problem:
            if problem.code != "note.damaged":
                raise
        place = self._place(record)
        number = 1
        while (aside := place.with_suffix(f".damaged-{number}")).exists():
            number += 1
        os.replace(place, aside)
        return ""

    def _put(self, record: Id, note: str) -> None:
        place = self._place(record)
        if note:
            disk.write_note(place, json.dumps({"record": record, "note": note}, ensure_ascii=False, indent=1))
        else:
            with suppress(FileNotFoundError):
                place.unlink()

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """No other process writes notes meanwhile. Raises TimeoutError if one goes on for a second."""
        for _ in range(_ATTEMPTS):
            lock = disk.FileLock.taken(self.folder / "lock")
            if lock is not None:
                break
            time.sleep(_PAUSE)
        else:
            raise TimeoutError
        try:
            yield
        finally:
            lock.release()

    def _place(self, record: Id) -> Path:
        return self.folder / f"{hash_of(record.encode('utf-8', 'surrogatepass'))[:32]}.json"


def both(base: str, mine: str, theirs: str) -> str:
    """``mine``, and below it what others have added to ``base`` since: each of their lines that is in neither."""
    if theirs in (base, mine):
        return mine
    known = {*base.splitlines(), *mine.splitlines()}
    added = [line for line in theirs.splitlines() if line.strip() and line not in known]
    return "\n".join([*([mine] if mine else []), *added])


def _note_in(content: bytes) -> str | None:
    """The note that a file holds; None if it is not one that we wrote."""
    if len(content) > _MOST_BYTES:
        return None
    try:
        found = json.loads(content)
    except (ValueError, RecursionError):
        return None
    note = found.get("note") if isinstance(found, dict) else None
    return note if isinstance(note, str) else None
