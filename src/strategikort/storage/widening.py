"""A table made anew with more columns, as the steps between versions of the schema do it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from sqlalchemy import text

if TYPE_CHECKING:
    from alembic.operations import Operations


def execute(operations: "Operations", statement: str) -> None:
    """Execute a statement that is written over several lines."""
    operations.execute(" ".join(statement.split()))


def widen(operations: "Operations", name: str, made: str, meanwhile: str, filled: Mapping[str, str]) -> None:
    """Put in the place of the table ``name`` the one that ``made`` makes, which is called ``meanwhile`` until then.

    It takes over every row; ``filled`` gives the SQL of columns that cannot be left empty or are to change. Indexes of
    the old table go with it.
    """
    execute(operations, made)
    old = [row[1] for row in operations.get_bind().execute(text(f'PRAGMA table_info("{name}")'))]
    values = {**{column: f'"{column}"' for column in old}, **filled}
    columns = ", ".join(f'"{column}"' for column in values)
    operations.execute(f'INSERT INTO "{meanwhile}" ({columns}) SELECT {", ".join(values.values())} FROM "{name}"')
    operations.drop_table(name)
    operations.rename_table(meanwhile, name)
