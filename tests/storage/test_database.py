"""How SQLite is told where a file is."""

import sqlite3
from contextlib import closing
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from strategikort.storage import database


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
