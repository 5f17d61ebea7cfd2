"""The digests in a file: kept in step with every change, and held against all that stands there."""

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Final

from strategikort.domain.changes import Change
from strategikort.domain.digest import ContentDigest, row_text
from strategikort.storage import schema
from strategikort.storage.codec import CODEC_OF
from strategikort.storage.database import damage_told
from strategikort.storage.problems import Damaged

CONTENT: Final = "digest"
HOUSE: Final = "log_digest"
"""The keys in ``meta`` of the digests over the records, and over what else stands in the file when it is saved."""

_PIECE: Final = 200
_DIGESTS: Final = f"WHERE key NOT IN ('{CONTENT}', '{HOUSE}')"
_TABLES: Final = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"


def recount(connection: sqlite3.Connection) -> None:
    """Write the digest over the records as they stand. Needs a transaction."""
    _note(connection, CONTENT, _content(connection))


def moved(connection: sqlite3.Connection, changes: Iterable[Change]) -> None:
    """Write the digest over the records after ``changes``, from the one before them. Needs a transaction.

    It follows what the program believes to have been there: if the disk held something else, the next check tells.
    """
    digest = ContentDigest(_noted(connection, CONTENT))
    for change in changes:
        if change.before is not None:
            codec = CODEC_OF[type(change.before)]
            digest.remove(codec.table.name, row_text(codec.row(change.before)))
        if change.after is not None:
            codec = CODEC_OF[type(change.after)]
            digest.add(codec.table.name, row_text(codec.row(change.after)))
    _note(connection, CONTENT, digest.text)


def seal(connection: sqlite3.Connection) -> None:
    """Write the digest over the log, the lineage and the identity. Needs a transaction."""
    _note(connection, HOUSE, _house(connection))


def check(connection: sqlite3.Connection, *, sealed: bool = True) -> None:
    """Hold the records against their digest, and in a sealed file all else against its own.

    It reads the columns that are there, so it serves earlier versions of the schema too.

    Raises:
        Damaged: something is not what was written.
    """
    with damage_told():
        if _content(connection) != _noted(connection, CONTENT):
            raise Damaged("file.changed")
        if sealed and _house(connection) != _noted(connection, HOUSE):
            raise Damaged("file.changed")


def _content(connection: sqlite3.Connection) -> str:
    digest = ContentDigest()
    for (name,) in connection.execute(_TABLES).fetchall():
        if name not in schema.HOUSE_TABLES:
            columns = sorted(str(row[1]) for row in connection.execute(f'PRAGMA table_info("{name}")'))
            _take_in(connection, digest, name, columns)
    return digest.text


def _house(connection: sqlite3.Connection) -> str:
    digest = ContentDigest()
    for name, columns in schema.HOUSE_TABLES.items():
        _take_in(connection, digest, name, tuple(columns), _DIGESTS if name == "meta" else "")
    return digest.text


def _take_in(
    connection: sqlite3.Connection, digest: ContentDigest, name: str, columns: Sequence[str], where: str = ""
) -> None:
    """Take a table into ``digest``. SQLite writes the rows, several times faster than we could from their cells."""
    digest.table(name, columns)
    listed = ", ".join(f'"{column}"' for column in columns)
    written = f"CAST('{name}' || char(9) || json_array({listed}) AS BLOB)"
    cursor = connection.execute(f'SELECT {written} FROM "{name}" {where}')
    while rows := cursor.fetchmany(_PIECE):
        digest.add_written([row for (row,) in rows])


def _noted(connection: sqlite3.Connection, key: str) -> str:
    found = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return str(found[0]) if found else ""


def _note(connection: sqlite3.Connection, key: str, value: str) -> None:
    connection.execute(
        "INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", (key, value)
    )
