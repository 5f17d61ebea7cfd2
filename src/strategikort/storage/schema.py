"""The schema of a file: the statements that make it, and the fingerprint by which a foreign one is told."""

import hashlib
import re
from collections.abc import Iterator
from typing import Final

from sqlalchemy import CheckConstraint, Connection, Constraint, ForeignKeyConstraint, PrimaryKeyConstraint
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.schema import CreateIndex, CreateTable, ExecutableDDLElement
from sqlalchemy.sql.compiler import DDLCompiler

from strategikort.storage.tables import CONTENT, HOUSE, RECORDS

APPLICATION_ID: Final = 0x53747261
"""What marks an SQLite file as ours: ``Stra`` in ASCII."""

VERSION: Final = 4
"""The schema that this program writes."""

FINGERPRINTS: Final = {
    1: "1fff8bb1045c4e2ec5e1fa4524ee9caf5cb7fdee751119d0afeac545a0bed8da",
    2: "739d35e75ac83795d2c762bfca6b513d9dd22eee460e5db713d91fa62b137307",
    3: "e7808e64ea3bd7ebe87761f7108ec08a29bdf6bb741ac2fc2b9dcd34f3389b2f",
    4: "ac3385a24ba1c7efdcaa48c37ced7840f0a2e050873b3101f7c26f62c241b831",
}
"""What `fingerprint` gives for each released version of the schema."""

_RANKS: Final = (PrimaryKeyConstraint, CheckConstraint, ForeignKeyConstraint)
_BLANKS: Final = re.compile(r"\s+")


def statements() -> Iterator[ExecutableDDLElement]:
    """The statements that make an empty store of the present version: a file, or a schema of a server."""
    for table in (*HOUSE.values(), *RECORDS.values(), CONTENT):
        yield _MakeTable(table)
        for index in sorted(table.indexes, key=lambda one: str(one.name)):
            yield _MakeIndex(index)


def fingerprint(connection: Connection) -> str:
    """A hash over everything that the schema holds: one foreign trigger, view, table or column changes it."""
    found = connection.exec_driver_sql("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema")
    lines = sorted("\t".join((kind, name, of, _BLANKS.sub(" ", sql).strip())) for kind, name, of, sql in found)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


class _MakeTable(CreateTable):
    """A table is made.

    SQLite keeps the words of the statement in the file, so for SQLite they are our own: no later SQLAlchemy may word
    them otherwise, or files of equal content would differ.
    """


class _MakeIndex(CreateIndex):
    """An index is made, in words of our own as `_MakeTable`: of a column that may be empty, only what is there."""


@compiles(_MakeTable, "sqlite")
def _table_in_a_file(made: _MakeTable, compiler: DDLCompiler, **_: object) -> str:
    table, quote = made.element, compiler.preparer.quote_identifier
    parts = [
        f"{quote(column.name)} {column.type.compile(compiler.dialect)}{'' if column.nullable else ' NOT NULL'}"
        for column in table.columns
    ]
    ordered = sorted(table.constraints, key=lambda one: (_RANKS.index(type(one)), str(one.name)))
    parts += [f"CONSTRAINT {quote(str(one.name))} {_meaning(one, compiler)}" for one in ordered]
    return f"CREATE TABLE {quote(table.name)} ({', '.join(parts)}) WITHOUT ROWID"


def _meaning(constraint: Constraint, compiler: DDLCompiler) -> str:
    quote = compiler.preparer.quote_identifier
    if isinstance(constraint, PrimaryKeyConstraint):
        return f"PRIMARY KEY ({', '.join(quote(column.name) for column in constraint.columns)})"
    if isinstance(constraint, CheckConstraint):
        return f"CHECK ({constraint.sqltext})"
    if isinstance(constraint, ForeignKeyConstraint):
        (link,) = constraint.elements
        of, key = link.column.table.name, link.column.name
        own = quote(link.parent.name)
        return f"FOREIGN KEY ({own}) REFERENCES {quote(of)} ({quote(key)}) DEFERRABLE INITIALLY DEFERRED"
    raise TypeError(f"{constraint.name}: no such constraint in a file")


@compiles(_MakeIndex)
def _index_of_what_is_there(made: _MakeIndex, compiler: DDLCompiler, **_: object) -> str:
    index, quote = made.element, compiler.preparer.quote_identifier
    (column,) = index.columns
    where = f" WHERE {quote(column.name)} IS NOT NULL" if column.nullable else ""
    return f"CREATE INDEX {quote(str(index.name))} ON {quote(column.table.name)} ({quote(column.name)}){where}"
