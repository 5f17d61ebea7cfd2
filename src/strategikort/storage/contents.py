"""What a file holds: written to an empty database, and read back with all checks."""

import gc
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from strategikort.domain.digest import ContentDigest
from strategikort.domain.document import Document
from strategikort.domain.shape import Id, Record
from strategikort.storage import schema
from strategikort.storage.codec import CODECS, TableCodec
from strategikort.storage.database import damage_told, transaction
from strategikort.storage.problems import Damaged

LINEAGE_LIMIT: Final = 200
"""How many ids of the saves that it grew from a file holds."""

_PIECE: Final = 400
_HOUSE_SELECTS: Final = {
    name: f"""SELECT {", ".join(columns)} FROM "{name}" WHERE "{next(iter(columns))}" NOT IN ('digest', 'log_digest')
    ORDER BY "{next(iter(columns))}\""""
    for name, columns in schema.HOUSE_TABLES.items()
}


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
    """Make the tables in an empty database and write ``document`` into them."""
    connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {schema.VERSION}")
    with transaction(connection):
        for statement in schema.statements():
            connection.execute(statement)
        connection.execute("INSERT INTO meta VALUES ('document', ?)", (document_id,))
        for codec in CODECS.values():
            records = document.all(codec.table.base).values()
            connection.executemany(codec.insert, map(codec.row, records))


def seal(connection: sqlite3.Connection, saves: Iterable[SaveMark]) -> None:
    """Write the saves that the file grew from, and the digests over everything, as the last thing before it is kept."""
    with transaction(connection):
        write_saves(connection, saves)
        digests = {
            "digest": content_digest(connection),
            "log_digest": _house_digest(connection),
        }
        connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", digests.items())


def write_saves(connection: sqlite3.Connection, saves: Iterable[SaveMark]) -> None:
    """Write the saves that the database grew from, the last 200 of them. Needs a transaction."""
    connection.execute("DELETE FROM saves")
    connection.executemany(
        "INSERT INTO saves VALUES (?, ?, ?, ?)",
        [(n, save.id, save.at.isoformat(), save.who) for n, save in enumerate(list(saves)[-LINEAGE_LIMIT:], 1)],
    )


def verify(connection: sqlite3.Connection) -> None:
    """Hold the contents against the digests that were sealed with them. Raises Damaged."""
    with damage_told():
        meta = dict(connection.execute("SELECT key, value FROM meta"))
        digests = (content_digest(connection), _house_digest(connection))
    if digests != (meta.get("digest"), meta.get("log_digest")):
        raise Damaged("file.changed")


def content_digest(connection: sqlite3.Connection) -> str:
    """The digest over the records as they stand in the tables, equal to `strategikort.domain.digest.digest_of`."""
    digest = ContentDigest()
    for name in sorted(CODECS):
        for _ in _pieces(connection, CODECS[name], digest):
            pass
    return digest.text


def read(connection: sqlite3.Connection, *, sealed: bool = True) -> Contents:
    """The contents of a database whose schema has been checked. ``sealed``: hold them against the digests.

    Raises:
        Damaged: a value does not fit its field, or the contents are not those that were sealed.
    """
    with damage_told(), _without_collecting():
        meta = dict(connection.execute("SELECT key, value FROM meta"))
        digest = ContentDigest()
        tables: dict[str, Mapping[Id, Record]] = {}
        for name in sorted(CODECS):
            records: list[Record] = []
            for rows in _pieces(connection, CODECS[name], digest):
                records += CODECS[name].records(rows)
            tables[name] = {record.id: record for record in records}
        if sealed and digest.text != meta.get("digest"):
            raise Damaged("file.changed")
        if sealed and _house_digest(connection) != meta.get("log_digest"):
            raise Damaged("file.changed")
        document = Document(record for name in CODECS for record in tables[name].values())
        return Contents(Id(meta.get("document", "")), saves(connection), document)


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


def _pieces(
    connection: sqlite3.Connection, codec: TableCodec, digest: ContentDigest
) -> Iterator[list[tuple[str | int | None, ...]]]:
    """The rows of a table in pieces, each already in ``digest``; small, so that other threads get their turn."""
    digest.table(codec.table.name, codec.columns)
    cursor = connection.execute(codec.select)
    while rows := cursor.fetchmany(_PIECE):
        digest.rows(rows)
        yield rows


def _house_digest(connection: sqlite3.Connection) -> str:
    digest = ContentDigest()
    for name, columns in schema.HOUSE_TABLES.items():
        digest.table(name, columns)
        cursor = connection.execute(_HOUSE_SELECTS[name])
        while rows := cursor.fetchmany(_PIECE):
            digest.rows(rows)
    return digest.text


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
