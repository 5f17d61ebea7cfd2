"""A person who edits and saves without end, run as a process of its own to be killed at any moment.

Says the number of each edit on standard output once it is acknowledged. With ``control`` edits are acknowledged before
they are on the disk, as by a program without durable transactions: the test must notice.
"""

import random
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Connection

from strategikort.application.session import Session
from strategikort.storage import database, workcopy
from tests.storage.desks import desk_of, goals_of, identities, retitled


@contextmanager
def now_and_then(connection: Connection) -> Iterator[None]:
    """A transaction that is only ended some edits later."""
    if not database.driver(connection).in_transaction:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    yield
    if random.random() < 0.05:
        connection.exec_driver_sql("COMMIT")


class Sloppy:
    """The storage's database module, but for transactions that are not ended at once."""

    def __getattr__(self, name: str) -> object:
        return now_and_then if name == "transaction" else getattr(database, name)


def work(home: Path, start: int, *, control: bool) -> None:
    """Edit on and on, from number ``start``; now and then save, in front and behind."""
    desk = replace(desk_of(home), new_id=identities(start))
    session = Session.open(home / "by.strategikort", desk=desk)
    if control:
        setattr(workcopy, "database", Sloppy())  # noqa: B010
    goal = goals_of(session.document)[0]
    for number in range(start, start + 100_000):
        session.edit(retitled(session.document, goal, f"Nr. {number}"))
        print(number, flush=True)
        if not control and random.random() < 0.3:
            if random.random() < 0.5:
                session.start_save(lambda _: None)
            else:
                session.save()


if __name__ == "__main__":
    work(Path(sys.argv[1]), int(sys.argv[2]), control=sys.argv[3] == "control")
