"""What a file holds: written to an empty database, and read back with all checks."""

import gc
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from strategikort.domain.document import Document
from strategikort.domain.shape import Id, Record
from strategikort.storage import schema, sealing
from strategikort.storage.codec import CODECS, TableCodec
from strategikort.storage.database import damage_told, transaction
from strategikort.storage.problems import Damaged

LINEAGE_LIMIT: Final = 200
"""How many ids of the saves that it grew from a file holds."""

_PIECE: Final = 400


@dataclass(frozen=True, slots=True)
class SaveMark:
    """One save of a document: its id, when, and by whom."""

    id: Id
    at: datetime
    who: str


@dataclass(frozen=True, slots=True)
class Contents:
    """What stands in a file: whose it is, the saves it grew from (oldest first), and the records."""

    document_id: Id
    saves: tuple[SaveMark, ...]
    document: Document

    @property
    def newest(self) -> Id:
        """The id of the save that made the file, empty if it was never saved."""
        return self.saves[-1].id if self.saves else Id("")

    @property
    def lineage(self) -> tuple[Id, ...]:
        """The ids of the saves that the file grew from, the newest last."""
        return tuple(save.id for save in self.saves)


def fill(connection: sqlite3.Connection, document: Document, document_id: Id) -> None:
    """Make the tables in an empty database and write ``document`` into them.

    Raises:
        sqlite3.IntegrityError: a record refers to one that is not there.
    """
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {schema.VERSION}")
    with transaction(connection):
        for statement in schema.statements():
            connection.execute(statement)
        connection.execute("INSERT INTO meta VALUES ('document', ?)", (document_id,))
        for codec in CODECS.values():
            records = document.all(codec.table.base)
            connection.executemany(codec.insert, (codec.row(records[key]) for key in sorted(records)))
        sealing.recount(connection)
        if connection.execute("PRAGMA foreign_key_check").fetchone():
            raise sqlite3.IntegrityError("a reference to nothing")
    connection.execute("PRAGMA foreign_keys = ON")


def write_saves(connection: sqlite3.Connection, saves: Iterable[SaveMark]) -> None:
    """Write the saves that the database grew from, the last 200 of them. Needs a transaction."""
    connection.execute("DELETE FROM saves")
    connection.executemany(
        "INSERT INTO saves VALUES (?, ?, ?, ?)",
        [(n, save.id, save.at.isoformat(), save.who) for n, save in enumerate(list(saves)[-LINEAGE_LIMIT:], 1)],
    )


def read(connection: sqlite3.Connection) -> Contents:
    """The contents of a database whose schema and digests have been checked.

    Raises:
        Damaged: a value does not fit its field.
    """
    with damage_told(), _without_collecting():
        document = Document(record for codec in CODECS.values() for record in _records(connection, codec))
        return Contents(document_id(connection), saves(connection), document)


def saves(connection: sqlite3.Connection) -> tuple[SaveMark, ...]:
    """The saves that a database grew from, oldest first. Raises Damaged."""
    with damage_told():
        found = connection.execute("SELECT id, at, who FROM saves ORDER BY position").fetchall()
    try:
        return tuple(SaveMark(Id(one), datetime.fromisoformat(at), str(who)) for one, at, who in found)
    except (TypeError, ValueError) as failure:
        raise Damaged from failure


def document_id(connection: sqlite3.Connection) -> Id:
    """The identity of the document. Raises Damaged."""
    with damage_told():
        found = connection.execute("SELECT value FROM meta WHERE key = 'document'").fetchone()
    if not found or not isinstance(found[0], str):
        raise Damaged
    return Id(found[0])


def _records(connection: sqlite3.Connection, codec: TableCodec) -> Iterator[Record]:
    """The records of a table, read in pieces so that other threads get their turn."""
    cursor = connection.execute(codec.select)
    while rows := cursor.fetchmany(_PIECE):
        yield from codec.records(rows)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """No rubbish is made while records are; looking for it would take a third of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
