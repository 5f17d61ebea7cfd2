"""Files of earlier versions are brought up to the present one: on our copy, all or nothing, nothing lost."""

import importlib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import Connection

from strategikort.storage import database, schema, sealing
from strategikort.storage.problems import Damaged
from strategikort.storage.steps import STEPS

if TYPE_CHECKING:
    from strategikort.storage.steps import Step

_PLAIN_TABLES: Final = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"


def migrate(
    copy: Path,
    version: int,
    *,
    steps: "Mapping[int, Step]" = STEPS,
    goal: int = schema.VERSION,
) -> None:
    """Bring our copy of a file from ``version`` up to ``goal``, in one transaction.

    References are not enforced meanwhile (a table made anew would drop every link without a word) but checked at the
    end, and no table may have fewer rows than before unless its step says so by removing the table.

    Raises:
        Damaged: a row or reference would be lost. The copy is as it was.
    """
    bridge = importlib.import_module("strategikort.storage.bridge")
    connection = database.opened_for_work(copy)
    try:
        connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
        with database.transaction(connection):
            before = _counts(connection)
            operations = bridge.operations(connection)
            for number in range(version, goal):
                steps[number](operations)
            after = _counts(connection)
            if any(after[name] < count for name, count in before.items() if name in after):
                raise Damaged
            if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                raise Damaged
            connection.exec_driver_sql(f"PRAGMA user_version = {goal}")
            sealing.recount(connection)
            sealing.seal(connection)
    finally:
        connection.close()


def _counts(connection: Connection) -> dict[str, int]:
    names = connection.exec_driver_sql(_PLAIN_TABLES).scalars().all()
    return {name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one() for name in names}
