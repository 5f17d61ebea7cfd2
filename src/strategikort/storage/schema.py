"""The tables of a file, derived from the record kinds, and the fingerprint by which a foreign schema is told.

Beside the records a file holds: ``meta`` (the document's identity, the digests), ``saves`` (the ids of the saves it
grew from, oldest first) and ``log`` (every change set with who and when). Everything can be read with any SQLite tool.
"""

import hashlib
import re
import sqlite3
from collections.abc import Iterator
from typing import Final

from strategikort.domain.digest import columns_of
from strategikort.domain.kinds import TABLES, Table
from strategikort.domain.shape import Field, fields_of

APPLICATION_ID: Final = 0x53747261
"""What marks an SQLite file as ours: ``Stra`` in ASCII."""

VERSION: Final = 1
"""The schema that this program writes."""

FINGERPRINTS: Final = {1: "1fff8bb1045c4e2ec5e1fa4524ee9caf5cb7fdee751119d0afeac545a0bed8da"}
"""What `fingerprint` gives for each released version of the schema."""

HOUSE_TABLES: Final = {
    "meta": {"key": "TEXT", "value": "TEXT"},
    "saves": {"position": "INTEGER", "id": "TEXT", "at": "TEXT", "who": "TEXT"},
    "log": {"position": "INTEGER", "at": "TEXT", "who": "TEXT", "label": "TEXT", "changes": "TEXT"},
}
"""The tables beside those of the records: their columns and types; the first column is the key."""

_BLANKS: Final = re.compile(r"\s+")


def statements() -> Iterator[str]:
    """The statements that make an empty file of the present version."""
    for name, columns in HOUSE_TABLES.items():
        listed = ", ".join(f'"{column}" {kind} NOT NULL' for column, kind in columns.items())
        key = f'CONSTRAINT "pk_{name}" PRIMARY KEY ("{next(iter(columns))}")'
        yield f'CREATE TABLE "{name}" ({listed}, {key}) WITHOUT ROWID'
    for table in TABLES:
        yield _table(table)
        yield from _indexes(table)


def fingerprint(connection: sqlite3.Connection) -> str:
    """A hash over everything that the schema holds: one foreign trigger, view, table or column changes it."""
    found = connection.execute("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema")
    lines = sorted("\t".join((kind, name, of, _BLANKS.sub(" ", sql).strip())) for kind, name, of, sql in found)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _table(table: Table) -> str:
    fields = columns_of(table)
    names = ["id", *(["kind"] if len(table.kinds) > 1 else []), *_declared(table)]
    parts = [_column(name, fields[name], table) for name in names]
    parts.append(f'CONSTRAINT "pk_{table.name}" PRIMARY KEY ("id")')
    if len(table.kinds) > 1:
        kinds = ", ".join(f"'{name}'" for name, _ in table.kinds)
        parts.append(f'CONSTRAINT "ck_{table.name}_kind" CHECK ("kind" IN ({kinds}))')
    parts += [
        f'CONSTRAINT "fk_{table.name}_{name}" FOREIGN KEY ("{name}") REFERENCES "{field.refers}" ("id") '
        "DEFERRABLE INITIALLY DEFERRED"
        for name, field in fields.items()
        if field is not None and field.refers
    ]
    return f'CREATE TABLE "{table.name}" ({", ".join(parts)}) WITHOUT ROWID'


def _declared(table: Table) -> list[str]:
    names = {field.name: None for _, kind in table.kinds for field in fields_of(kind)}
    return [name for name in names if name != "id"]


def _column(name: str, field: Field | None, table: Table) -> str:
    return f'"{name}" {sql_type(field)}{"" if may_be_null(table, name, field) else " NOT NULL"}'


def sql_type(field: Field | None) -> str:
    """How SQLite is told to hold the field: figures and dates are text, so that nothing is rounded."""
    if field is not None and not field.many and field.type in (int, bool):
        return "INTEGER"
    return "TEXT"


def may_be_null(table: Table, name: str, field: Field | None) -> bool:
    """Whether a column may be empty: the field is optional, or not every kind of the table has it."""
    if field is None:
        return False
    return field.optional or any(all(one.name != name for one in fields_of(kind)) for _, kind in table.kinds)


def _indexes(table: Table) -> Iterator[str]:
    for name, field in columns_of(table).items():
        if field is not None and field.refers == "goal":
            where = f' WHERE "{name}" IS NOT NULL' if may_be_null(table, name, field) else ""
            yield f'CREATE INDEX "ix_{table.name}_{name}" ON "{table.name}" ("{name}"){where}'
