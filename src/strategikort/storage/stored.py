"""The bytes of attached files: rows of a saved file, single files of ours while a document is worked in.

A work copy holds none of them, so an edit and a save's snapshot cost the same with 300 MB attached as without. Each is
known by its SHA-256, stored once however often it is attached, and held against it whenever it is read.
"""

import errno
import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, delete, insert, select, union

from strategikort.storage import database, disk
from strategikort.storage.problems import Damaged, FileProblem
from strategikort.storage.tables import CONTENT, RECORDS

LARGEST: Final = 10 << 20
"""How many bytes one attached file may have."""

_ALL: Final = select(CONTENT.c.hash, CONTENT.c.bytes).order_by(CONTENT.c.hash)
_NAMED: Final = union(*(select(RECORDS[name].c.file) for name in ("attachment", "issued_paper")))


def hash_of(content: bytes) -> str:
    """The name under which ``content`` is stored: its SHA-256, 64 digits."""
    return hashlib.sha256(content).hexdigest()


@dataclass(frozen=True, slots=True)
class Store:
    """The attached files of one document on this machine, in a folder of their own."""

    folder: Path

    def put(self, content: bytes) -> str:
        """Keep ``content``, safe on the disk when this returns; gives its name.

        Raises:
            FileProblem: ``attachment.large``, or ``work.*`` if the disk refuses.
        """
        if len(content) > LARGEST:
            raise FileProblem("attachment.large", mb=LARGEST >> 20)
        name = hash_of(content)
        if not self.has(name):
            try:
                self._written(self._place(name), content)
            except OSError as failure:
                full = failure.errno in (errno.ENOSPC, errno.EDQUOT)
                raise FileProblem("work.full" if full else "work.unwritable", folder=str(self.folder)) from failure
        return name

    def _written(self, place: Path, content: bytes) -> None:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh = place.with_suffix(".new")
        with disk.private(fresh) as file:
            file.write(content)
            file.flush()
            disk.flush(file.fileno())
        os.replace(fresh, place)
        disk.sync_folder(self.folder)

    def has(self, name: str) -> bool:
        """Whether a file of that name is here."""
        return self._place(name).is_file()

    def read(self, name: str) -> bytes:
        """The bytes that are stored under ``name``.

        Raises:
            FileProblem: ``attachment.gone`` if they are not here, or are not what was stored.
        """
        try:
            content = self._place(name).read_bytes()
        except OSError as failure:
            raise FileProblem("attachment.gone") from failure
        if hash_of(content) != name:
            raise FileProblem("attachment.gone")
        return content

    def take_from(self, file: Path, names: Iterable[str] | None = None) -> None:
        """Keep what a file of a user holds, or of it what is named. Raises Damaged, FileProblem."""
        with database.looked_into(file) as connection:
            for name, content in rows(connection, names):
                if not self.has(name):
                    self.put(content)

    def give_to(self, file: Path, names: Iterable[str]) -> None:
        """Write what is named and here into a file that is being made, in the order of the names."""
        connection = database.opened_for_work(file)
        try:
            with database.transaction(connection):
                for name in sorted(names):
                    connection.execute(insert(CONTENT), {"hash": name, "bytes": self.read(name)})
        finally:
            connection.close()

    def _place(self, name: str) -> Path:
        return self.folder / hash_of(name.encode("utf-8", "surrogatepass"))[:32]


def rows(connection: Connection, names: Iterable[str] | None = None) -> Iterator[tuple[str, bytes]]:
    """What a database holds, one file at a time; ``names`` says which, None all.

    Raises:
        Damaged: something is not what was stored under its name.
    """
    asked = _ALL if names is None else _ALL.where(CONTENT.c.hash.in_(sorted(names)))
    with database.damage_told():
        for name, content in connection.execution_options(stream_results=True).execute(asked):
            if hash_of(content) != name:
                raise Damaged("file.changed")
            yield name, content


def check(connection: Connection) -> None:
    """Hold all that a database holds against its names. Raises Damaged."""
    for _ in rows(connection):
        pass


def named(connection: Connection) -> set[str]:
    """The names of the files that the records of a database speak of."""
    with database.damage_told():
        return {name for name in connection.execute(_NAMED).scalars() if name}


def moved_out(copy: Path, store: Store) -> None:
    """Take what our own copy of a file holds into ``store`` and leave the copy without. Raises Damaged, FileProblem."""
    with database.looked_into(copy) as connection:
        held = connection.exec_driver_sql("SELECT count(*) FROM content").scalar_one()
    if not held:
        return
    store.take_from(copy)
    connection = database.opened_for_work(copy)
    try:
        with database.transaction(connection):
            connection.execute(delete(CONTENT))
        connection.exec_driver_sql("VACUUM")
    finally:
        connection.close()
