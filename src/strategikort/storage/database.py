"""SQLite as we use it: one way to open a database, one way to end a transaction."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path, PurePath
from typing import Final
from urllib.parse import quote

from sqlalchemy import Connection, create_engine
from sqlalchemy.exc import StatementError
from sqlalchemy.pool import NullPool

from strategikort.storage.problems import Damaged

FAILURES: Final = (sqlite3.Error, StatementError)
"""What SQLite's refusals come as: from the driver itself, or through SQLAlchemy."""

_LONGEST_CELL: Final = 64 * 1024 * 1024
_PATIENCE: Final = 10.0
_SAFE: Final = (
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA foreign_keys = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA cache_size = -8000",
)
_DURABLE: Final = ("PRAGMA journal_mode = TRUNCATE", "PRAGMA synchronous = FULL", "PRAGMA fullfsync = ON")
_Opening = Callable[[], sqlite3.Connection]
_OPENING: Final[ContextVar[_Opening]] = ContextVar("_OPENING")
_ENGINE: Final = create_engine("sqlite://", creator=lambda: _OPENING.get()(), poolclass=NullPool, hide_parameters=True)
"""One engine for all databases, so that a statement is compiled once; which one it connects to is said each time."""


def opened(path: Path, *, immutable: bool = False) -> Connection:
    """The database at ``path``, to be read. ``immutable`` is for files that nobody edits in place: no lock is taken."""
    mode = "ro&immutable=1" if immutable else "ro"
    return _connected(lambda: _safe(_at(path, mode)))


def opened_for_work(path: Path) -> Connection:
    """The database at ``path``, to be changed: what is committed survives a power cut. It must exist."""
    return _connected(lambda: _safe(_at(path, "rw"), _DURABLE))


@contextmanager
def looked_into(path: Path) -> Iterator[Connection]:
    """The database at ``path``, which nobody edits in place, open for a while. Raises Damaged if it cannot be read."""
    with damage_told():
        connection = opened(path, immutable=True)
    try:
        yield connection
    finally:
        connection.close()


def in_memory() -> Connection:
    """An empty database that lives as long as its connection, for use by one thread after another."""
    return _connected(lambda: _safe(sqlite3.connect(":memory:", check_same_thread=False)))


def driver(connection: Connection) -> sqlite3.Connection:
    """SQLite's own connection below ``connection``, for what only SQLite knows."""
    found = connection.connection.driver_connection
    assert isinstance(found, sqlite3.Connection)
    return found


def failure_code(failure: BaseException | None) -> int:
    """SQLite's own number for a failure, 0 if there is none."""
    said = failure.orig if isinstance(failure, StatementError) else failure
    return getattr(said, "sqlite_errorcode", 0) & 0xFF


def _connected(opening: _Opening) -> Connection:
    told = _OPENING.set(opening)
    try:
        return _ENGINE.connect()
    finally:
        _OPENING.reset(told)


def _at(path: Path, mode: str) -> sqlite3.Connection:
    return sqlite3.connect(f"{_address(path)}?mode={mode}", uri=True, timeout=_PATIENCE)


def _address(path: PurePath) -> str:
    """How SQLite is told the path of a file, on a drive with a letter or on a server too."""
    plain = path.as_posix()
    if plain[1:2] == ":":
        plain = f"/{plain}"
    return f"file://{quote(os.fsencode(plain), safe='/:')}"


def _safe(connection: sqlite3.Connection, durable: tuple[str, ...] = ()) -> sqlite3.Connection:
    """``connection``, set up, and such that nobody begins a transaction but `transaction`."""
    try:
        connection.isolation_level = None
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_CELL)
        connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 1)
        for statement in (*_SAFE, *durable):
            connection.execute(statement)
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """All or nothing: commits at the end, rolls back on any exception.

    What SQLAlchemy begins of its own accord before a statement is a note in its books: the driver is told to begin
    nothing, so reading leaves no lock, and the transaction is SQLite's from BEGIN to COMMIT.
    """
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    try:
        yield
        connection.exec_driver_sql("COMMIT")
    except BaseException:
        if not connection.invalidated and driver(connection).in_transaction:
            connection.exec_driver_sql("ROLLBACK")
        raise


@contextmanager
def damage_told() -> Iterator[None]:
    """Turns what SQLite says of broken bytes into `Damaged`, and what comes of values that no field of ours holds.

    The words of these failures may quote the contents, so they are not passed on.
    """
    try:
        yield
    except (*FAILURES, sqlite3.Warning, TypeError, ValueError, OverflowError, MemoryError) as failure:
        raise Damaged from failure
