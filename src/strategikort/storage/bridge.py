"""Alembic on a connection of ours. Apart, so that it is loaded only when an older file is opened."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool


@contextmanager
def operations(connection: sqlite3.Connection) -> Iterator[Operations]:
    """Alembic's operations inside the transaction that runs on ``connection``, which stays open."""
    engine = create_engine(
        "sqlite://",
        creator=lambda: _Lent(connection),
        poolclass=StaticPool,
        hide_parameters=True,
    )
    with engine.connect() as lent:
        yield Operations(MigrationContext.configure(lent))


class _Lent:
    """A connection that SQLAlchemy may use but neither end nor close: the transaction is ours."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __getattr__(self, name: str) -> object:
        return getattr(self._connection, name)

    def commit(self) -> None:
        """Left to the owner."""

    def rollback(self) -> None:
        """Left to the owner."""

    def close(self) -> None:
        """Left to the owner."""
