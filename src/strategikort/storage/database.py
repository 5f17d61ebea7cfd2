"""SQLite as we use it: one way to open a database, one way to end a transaction."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import Final
from urllib.parse import quote

from strategikort.storage.problems import Damaged

_LONGEST_CELL: Final = 64 * 1024 * 1024
_PATIENCE: Final = 10.0
_SAFE: Final = (
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA foreign_keys = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA cache_size = -32000",
)
_DURABLE: Final = ("PRAGMA journal_mode = TRUNCATE", "PRAGMA synchronous = FULL", "PRAGMA fullfsync = ON")


def opened(path: Path, *, immutable: bool = False) -> sqlite3.Connection:
    """The database at ``path``, to be read. ``immutable`` is for files that nobody edits in place: no lock is taken."""
    mode = "ro&immutable=1" if immutable else "ro"
    return _safe(sqlite3.connect(f"{_address(path)}?mode={mode}", uri=True, timeout=_PATIENCE))


def opened_for_work(path: Path) -> sqlite3.Connection:
    """The database at ``path``, to be changed: what is committed survives a power cut. It must exist."""
    connection = _safe(sqlite3.connect(f"{_address(path)}?mode=rw", uri=True, timeout=_PATIENCE))
    for statement in _DURABLE:
        connection.execute(statement)
    return connection


@contextmanager
def looked_into(path: Path) -> Iterator[sqlite3.Connection]:
    """The database at ``path``, which nobody edits in place, open for a while. Raises Damaged if it cannot be read."""
    with damage_told():
        connection = opened(path, immutable=True)
    try:
        yield connection
    finally:
        connection.close()


def in_memory() -> sqlite3.Connection:
    """An empty database that lives as long as its connection, for use by one thread after another."""
    return _safe(sqlite3.connect(":memory:", check_same_thread=False))


def _address(path: PurePath) -> str:
    """How SQLite is told the path of a file, on a drive with a letter or on a server too."""
    plain = path.as_posix()
    if plain[1:2] == ":":
        plain = f"/{plain}"
    return f"file://{quote(os.fsencode(plain), safe='/:')}"


def _safe(connection: sqlite3.Connection) -> sqlite3.Connection:
    try:
        connection.isolation_level = None
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_CELL)
        connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 1)
        for statement in _SAFE:
            connection.execute(statement)
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing: commits at the end, rolls back on any exception."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def damage_told() -> Iterator[None]:
    """Turns what SQLite says of broken bytes into `Damaged`, and what comes of values that no field of ours holds.

    The words of these failures may quote the contents, so they are not passed on.
    """
    try:
        yield
    except (sqlite3.Error, sqlite3.Warning, TypeError, ValueError, OverflowError, MemoryError) as failure:
        raise Damaged from failure
