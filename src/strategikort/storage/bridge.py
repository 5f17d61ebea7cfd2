"""Alembic on a connection of ours. Apart, so that it is loaded only when an older file is opened."""

from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Connection


def operations(connection: Connection) -> Operations:
    """Alembic's operations inside the transaction that runs on ``connection``; they neither end nor close it."""
    return Operations(MigrationContext.configure(connection))
