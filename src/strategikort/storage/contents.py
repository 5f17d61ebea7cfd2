"""What a file holds: written to an empty database, and read back with all checks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, delete, insert, select

from strategikort.domain.collecting import without_collecting
from strategikort.domain.document import Document, OutOfStep
from strategikort.domain.shape import Id, Record
from strategikort.storage import schema, sealing
from strategikort.storage.codec import CODECS, TableCodec
from strategikort.storage.database import damage_told, transaction
from strategikort.storage.problems import Damaged
from strategikort.storage.tables import META, SAVES

LINEAGE_LIMIT: Final = 200
"""How many ids of the saves that it grew from a file holds."""

_PIECE: Final = 400
_SAVES: Final = select(SAVES.c.id, SAVES.c.at, SAVES.c.who).order_by(SAVES.c.position)
_DOCUMENT: Final = select(META.c.value).where(META.c.key == "document")


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


def fill(connection: Connection, document: Document, document_id: Id) -> None:
    """Make an empty SQLite database the file of ``document``.

    Raises:
        OutOfStep: a record refers to one that is not there.
    """
    connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
    connection.exec_driver_sql(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {schema.VERSION}")
    with transaction(connection):
        write(connection, document, document_id)
        sealing.recount(connection)
        if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
            raise OutOfStep("a reference to nothing")
    connection.exec_driver_sql("PRAGMA foreign_keys = ON")


def write(connection: Connection, document: Document, document_id: Id) -> None:
    """Make the tables in an empty store of any sort and write ``document`` into them. Needs a transaction."""
    for statement in schema.statements():
        connection.execute(statement)
    connection.execute(insert(META), {"key": "document", "value": document_id})
    for codec in CODECS.values():
        records = document.all(codec.table.base)
        if records:
            connection.execute(codec.insert, [codec.inserted(records[key]) for key in sorted(records)])


def write_saves(connection: Connection, saves: Iterable[SaveMark]) -> None:
    """Write the saves that the database grew from, the last 200 of them. Needs a transaction."""
    connection.execute(delete(SAVES))
    rows = [
        {"position": n, "id": save.id, "at": save.at.isoformat(), "who": save.who}
        for n, save in enumerate(list(saves)[-LINEAGE_LIMIT:], 1)
    ]
    if rows:
        connection.execute(insert(SAVES), rows)


def read(connection: Connection) -> Contents:
    """The contents of a database whose schema and digests have been checked.

    Raises:
        Damaged: a value does not fit its field.
    """
    with damage_told(), without_collecting():
        document = Document(record for codec in CODECS.values() for record in _records(connection, codec))
        return Contents(document_id(connection), saves(connection), document)


def saves(connection: Connection) -> tuple[SaveMark, ...]:
    """The saves that a database grew from, oldest first. Raises Damaged."""
    with damage_told():
        found = connection.execute(_SAVES).all()
    try:
        return tuple(SaveMark(Id(one), datetime.fromisoformat(at), str(who)) for one, at, who in found)
    except (TypeError, ValueError) as failure:
        raise Damaged from failure


def document_id(connection: Connection) -> Id:
    """The identity of the document. Raises Damaged."""
    with damage_told():
        found = connection.execute(_DOCUMENT).scalar()
    if not isinstance(found, str):
        raise Damaged
    return Id(found)


def _records(connection: Connection, codec: TableCodec) -> Iterator[Record]:
    """The records of a table, read in pieces so that other threads get their turn."""
    for rows in connection.execute(codec.select).partitions(_PIECE):
        yield from codec.records(rows)
