"""The tables of a file and of the shared store, declared once for SQLAlchemy: they follow from the record kinds.

Beside the records there are ``meta`` (the document's identity, the digests), ``saves`` (the ids of the saves that a
file grew from, oldest first), ``log`` (every change set with who and when) and ``content`` (the bytes of attached files
by their SHA-256). Dates, figures and lists are texts, as
`strategikort.domain.digest` writes them: nothing is rounded, and a row is the same in every store.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)
from sqlalchemy.types import TypeEngine

from strategikort.domain import kinds
from strategikort.domain.digest import columns_of
from strategikort.domain.shape import Field, fields_of

METADATA: Final = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)
"""All tables, in the order in which they are made. Every constraint has a name by which a migration can reach it."""

_NUMBER: Final = BigInteger().with_variant(Integer(), "sqlite")


def _house_table(name: str, columns: Mapping[str, TypeEngine[int] | TypeEngine[str] | TypeEngine[bytes]]) -> Table:
    """A table beside those of the records; the first column is the key."""
    key = next(iter(columns))
    made = [
        Column(column, kind, primary_key=column == key, nullable=False, autoincrement=False)
        for column, kind in columns.items()
    ]
    return Table(name, METADATA, *made, sqlite_with_rowid=False)


META: Final = _house_table("meta", {"key": Text(), "value": Text()})
SAVES: Final = _house_table("saves", {"position": _NUMBER, "id": Text(), "at": Text(), "who": Text()})
LOG: Final = _house_table("log", {"position": _NUMBER, "at": Text(), "who": Text(), "label": Text(), "changes": Text()})
HOUSE: Final = {table.name: table for table in (META, SAVES, LOG)}
"""The tables beside those of the records that the digests cover."""

CONTENT: Final = _house_table("content", {"hash": Text(), "bytes": LargeBinary()})
"""The bytes of attached files, each under the SHA-256 that proves it. Empty in a work copy: `storage.stored`."""


def _record_table(table: kinds.Table) -> Table:
    """The table of some record kinds. References are checked when a transaction ends, so its steps need no order."""
    fields = columns_of(table)
    several = len(table.kinds) > 1
    names = ["id", *(["kind"] if several else []), *_declared(table)]
    made = Table(
        table.name,
        METADATA,
        *(_column(name, fields[name], table) for name in names),
        *([_known_kinds(table)] if several else []),
        *(
            ForeignKeyConstraint([name], [f"{field.refers}.id"], deferrable=True, initially="DEFERRED")
            for name, field in fields.items()
            if field is not None and field.refers
        ),
        sqlite_with_rowid=False,
    )
    for name, field in fields.items():
        if field is not None and field.refers == "goal":
            column = made.c[name]
            there = column.is_not(None) if column.nullable else None
            Index(None, column, sqlite_where=there)
    return made


def _declared(table: kinds.Table) -> Iterator[str]:
    names = {field.name: None for _, kind in table.kinds for field in fields_of(kind)}
    return (name for name in names if name != "id")


def _known_kinds(table: kinds.Table) -> CheckConstraint:
    listed = ", ".join(f"'{name}'" for name, _ in table.kinds)
    return CheckConstraint(f'"kind" IN ({listed})', name="kind")


def _column(name: str, field: Field | None, table: kinds.Table) -> "Column[int] | Column[str]":
    key, empty = name == "id", may_be_null(table, name, field)
    if field is not None and not field.many and field.type in (int, bool):
        return Column(name, _NUMBER, primary_key=key, nullable=empty, autoincrement=False)
    return Column(name, Text(), primary_key=key, nullable=empty)


def may_be_null(table: kinds.Table, name: str, field: Field | None) -> bool:
    """Whether a column may be empty: the field is optional, or not every kind of the table has it."""
    if field is None:
        return False
    return field.optional or any(all(one.name != name for one in fields_of(kind)) for _, kind in table.kinds)


RECORDS: Final = {table.name: _record_table(table) for table in kinds.TABLES}
"""The tables of the records by name, those referred to first."""
