"""How SQLite is told where a file is, and what a transaction is."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest
from sqlalchemy.exc import IntegrityError

from strategikort.domain.changes import Change
from strategikort.domain.document import Document, OutOfStep
from strategikort.domain.organisation import OrgUnit
from strategikort.domain.shape import Id, with_values
from strategikort.storage import contents, database, sealing, workcopy
from tests.storage.desks import goals_of, grown, town


@pytest.mark.parametrize(
    ("path", "address"),
    [
        (PurePosixPath("/hjem/mål.strategikort"), "file:///hjem/m%C3%A5l.strategikort"),
        (PureWindowsPath(r"C:\Mine filer\a#b.strategikort"), "file:///C:/Mine%20filer/a%23b.strategikort"),
        (PureWindowsPath(r"\\server\fælles\by.strategikort"), "file:////server/f%C3%A6lles/by.strategikort"),
    ],
)
def test_every_sort_of_path_has_an_address(path: PurePath, address: str) -> None:
    assert database._address(path) == address


@pytest.mark.parametrize("name", ["mål 100%.sqlite", "a?b#c&d=e.sqlite", "%41.sqlite"])
def test_a_file_of_any_name_is_found(name: str, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / name)) as connection:
        connection.execute("CREATE TABLE t (a)")
    with closing(database.opened(tmp_path / name)) as connection:
        assert connection.exec_driver_sql("SELECT name FROM sqlite_schema").scalar() == "t"


def test_a_failed_transaction_leaves_nothing() -> None:
    with closing(database.in_memory()) as connection:
        connection.exec_driver_sql("CREATE TABLE t (a)")
        with pytest.raises(KeyError), database.transaction(connection):
            connection.exec_driver_sql("INSERT INTO t VALUES (1)")
            raise KeyError
        assert connection.exec_driver_sql("SELECT * FROM t").all() == []


def test_a_transaction_that_cannot_be_ended_leaves_nothing_and_the_next_one_begins_clean() -> None:
    with closing(database.in_memory()) as connection:
        connection.exec_driver_sql("CREATE TABLE t (a PRIMARY KEY, b REFERENCES t DEFERRABLE INITIALLY DEFERRED)")
        with pytest.raises(IntegrityError), database.transaction(connection):
            connection.exec_driver_sql("INSERT INTO t VALUES (1, 2)")
        assert not database.driver(connection).in_transaction
        with database.transaction(connection):
            connection.exec_driver_sql("INSERT INTO t VALUES (1, 1)")
        assert connection.exec_driver_sql("SELECT a FROM t").scalars().all() == [1]


def test_reading_on_one_connection_leaves_no_lock_in_the_way_of_another(tmp_path: Path) -> None:
    path = tmp_path / "work.sqlite"
    path.touch()
    with closing(database.opened_for_work(path)) as writing, closing(database.opened(path)) as reading:
        contents.fill(writing, town(), Id("et dokument"))
        assert contents.read(reading).document == town()
        database.driver(writing).execute("PRAGMA busy_timeout = 0")
        with database.transaction(writing):
            contents.write_saves(writing, [])
        assert contents.read(reading).document == town()


def test_what_is_said_of_a_failure_quotes_nothing_of_the_contents() -> None:
    with closing(database.in_memory()) as connection:
        contents.fill(connection, town(), Id("et dokument"))
        goal = goals_of(town())[0]
        with pytest.raises(IntegrityError) as failure, database.transaction(connection):
            workcopy.write(connection, grown(goal).changes)
    assert goal.title not in str(failure.value)
    assert "hide_parameters" in str(failure.value)


def test_databases_are_opened_side_by_side_on_threads(tmp_path: Path) -> None:
    def held(name: str) -> list[str]:
        with closing(sqlite3.connect(tmp_path / name)) as connection:
            connection.execute(f"CREATE TABLE {name} (a)")
        with closing(database.opened(tmp_path / name)) as connection:
            return list(connection.exec_driver_sql("SELECT name FROM sqlite_schema").scalars())

    names = [f"t{n}" for n in range(20)]
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(held, names)) == [[name] for name in names]


def test_a_change_set_of_many_records_is_written_in_its_order() -> None:
    """A record that comes, changes and goes within one change set, among others of its kind."""
    goals = goals_of(town())
    renamed = with_values(goals[0], {"title": "Nyt"})
    steps = [Change(None, goals[0]), Change(None, goals[1]), Change(goals[0], renamed), Change(goals[1], None)]
    units = [one for one in town().records() if isinstance(one, OrgUnit)]
    with closing(database.in_memory()) as connection:
        contents.fill(connection, Document(units), Id("et dokument"))
        with database.transaction(connection):
            workcopy.write(connection, steps)
        sealing.check(connection, sealed=False)
        assert contents.read(connection).document == Document([*units, renamed])


def test_a_change_of_a_record_that_is_not_there_changes_nothing() -> None:
    goals = goals_of(town())
    stranger = with_values(goals[0], {"id": Id("en fremmed")})
    with closing(database.in_memory()) as connection:
        contents.fill(connection, town(), Id("et dokument"))
        for change in (Change(stranger, with_values(stranger, {"title": "Nyt"})), Change(stranger, None)):
            other = Change(goals[1], with_values(goals[1], {"title": "Andet"}))
            with pytest.raises(OutOfStep), database.transaction(connection):
                workcopy.write(connection, [other, change])
        assert contents.read(connection).document == town()
