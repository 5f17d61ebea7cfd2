"""The digests in a file: kept in step with every change, and held against all that stands there."""

from collections.abc import Iterable, Sequence
from typing import Final

from sqlalchemy import Connection, bindparam, insert, select, update

from strategikort.domain.changes import Change
from strategikort.domain.digest import ContentDigest, row_text
from strategikort.storage.codec import CODEC_OF
from strategikort.storage.database import damage_told
from strategikort.storage.problems import Damaged
from strategikort.storage.tables import CONTENT as STORED
from strategikort.storage.tables import HOUSE, META

CONTENT: Final = "digest"
REST: Final = "log_digest"
"""The keys in ``meta`` of the digests over the records, and over what else stands in the file when it is saved."""

_PIECE: Final = 200
_DIGESTS: Final = f"WHERE key NOT IN ('{CONTENT}', '{REST}')"
_TABLES: Final = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
_NOTED: Final = select(META.c.value).where(META.c.key == bindparam("of"))
_NOTE: Final = update(META).where(META.c.key == bindparam("of"))


def recount(connection: Connection) -> None:
    """Write the digest over the records as they stand. Needs a transaction."""
    note_content(connection, _content(connection))


def note_content(connection: Connection, digest: str) -> None:
    """Write the digest over the records as `strategikort.domain.digest` gives it. Needs a transaction."""
    _note(connection, CONTENT, digest)


def noted_content(connection: Connection) -> str:
    """The digest over the records that stands in the store, empty if there is none."""
    return _noted(connection, CONTENT)


def moved(connection: Connection, changes: Iterable[Change]) -> None:
    """Write the digest over the records after ``changes``, from the one before them. Needs a transaction.

    It follows what the program believes to have been there: if the disk held something else, the next check tells.
    """
    digest = ContentDigest(noted_content(connection))
    for change in changes:
        if change.before is not None:
            codec = CODEC_OF[type(change.before)]
            digest.remove(codec.table.name, row_text(codec.row(change.before)))
        if change.after is not None:
            codec = CODEC_OF[type(change.after)]
            digest.add(codec.table.name, row_text(codec.row(change.after)))
    note_content(connection, digest.text)


def seal(connection: Connection) -> None:
    """Write the digest over the log, the lineage and the identity. Needs a transaction."""
    _note(connection, REST, _rest(connection))


def check(connection: Connection, *, sealed: bool = True) -> None:
    """Hold the records against their digest, and in a sealed file all else against its own.

    It reads the columns that are there, so it serves earlier versions of the schema too.

    Raises:
        Damaged: something is not what was written.
    """
    with damage_told():
        if _content(connection) != noted_content(connection):
            raise Damaged("file.changed")
        if sealed and _rest(connection) != _noted(connection, REST):
            raise Damaged("file.changed")


def _content(connection: Connection) -> str:
    digest = ContentDigest()
    for name in connection.exec_driver_sql(_TABLES).scalars().all():
        if name not in HOUSE and name != STORED.name:
            columns = sorted(str(row[1]) for row in connection.exec_driver_sql(f'PRAGMA table_info("{name}")'))
            _take_in(connection, digest, name, columns)
    return digest.text


def _rest(connection: Connection) -> str:
    digest = ContentDigest()
    for name, table in HOUSE.items():
        _take_in(connection, digest, name, table.columns.keys(), _DIGESTS if name == "meta" else "")
    return digest.text


def _take_in(connection: Connection, digest: ContentDigest, name: str, columns: Sequence[str], where: str = "") -> None:
    """Take a table into ``digest``. SQLite writes the rows, several times faster than we could from their cells."""
    digest.table(name, columns)
    listed = ", ".join(f'"{column}"' for column in columns)
    written = f"CAST('{name}' || char(9) || json_array({listed}) AS BLOB)"
    found = connection.exec_driver_sql(f'SELECT {written} FROM "{name}" {where}')
    for rows in found.scalars().partitions(_PIECE):
        digest.add_written(rows)


def _noted(connection: Connection, key: str) -> str:
    return str(connection.execute(_NOTED, {"of": key}).scalar() or "")


def _note(connection: Connection, key: str, value: str) -> None:
    if not connection.execute(_NOTE, {"of": key, "value": value}).rowcount:
        connection.execute(insert(META), {"key": key, "value": value})
