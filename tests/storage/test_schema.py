"""The tables of a file: known exactly, named throughout, readable by anybody."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.dialects import sqlite

from strategikort.application.session import Session, read_document
from strategikort.domain.digest import columns_of, digest_of
from strategikort.domain.kinds import TABLES
from strategikort.storage import contents, database, schema, tables
from tests.storage.desks import desk_of, town


def test_the_present_schema_is_the_one_whose_fingerprint_is_known() -> None:
    with closing(database.in_memory()) as connection:
        for statement in schema.statements():
            connection.execute(statement)
        assert schema.fingerprint(connection) == schema.FINGERPRINTS[schema.VERSION], (
            "the records of the domain have changed: that needs a new version and a migration"
        )


def test_every_constraint_has_a_name_and_every_table_is_ordered_by_its_key() -> None:
    for statement in (str(one.compile(dialect=sqlite.dialect())) for one in schema.statements()):
        unnamed = re.sub(r'CONSTRAINT "\w+" (PRIMARY KEY|FOREIGN KEY|CHECK)', "", statement)
        assert not re.search("PRIMARY KEY|FOREIGN KEY|CHECK|UNIQUE", unnamed), statement
        assert statement.startswith("CREATE INDEX") or statement.endswith("WITHOUT ROWID")


def structure(connection: Connection) -> dict[str, list[str]]:
    """All that SQLite itself can tell of the tables, whatever the words and the order of the statements."""
    columns = {name: [str(row[1]) for row in asked(connection, "table_info", name)] for name in tables.METADATA.tables}
    parts = ("table_info", "foreign_key_list", "index_list")
    told = {f"{part} {name}": asked(connection, part, name) for name in columns for part in parts}
    return {part: sorted(str(row[1:]) for row in rows) for part, rows in told.items()} | columns


def asked(connection: Connection, part: str, name: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in connection.exec_driver_sql(f'PRAGMA {part}("{name}")')]


def test_our_words_for_sqlite_make_what_the_tables_declare() -> None:
    with closing(database.in_memory()) as ours, closing(database.in_memory()) as declared:
        for statement in schema.statements():
            ours.execute(statement)
        tables.METADATA.create_all(declared)
        assert structure(ours) == structure(declared)


def test_every_field_of_every_record_has_its_column() -> None:
    with closing(database.in_memory()) as connection:
        for statement in schema.statements():
            connection.execute(statement)
        for table in TABLES:
            found = sorted(row[1] for row in connection.exec_driver_sql(f'PRAGMA table_info("{table.name}")'))
            assert found == list(columns_of(table))


def test_anyone_can_read_goals_and_links_with_plain_sqlite(tmp_path: Path) -> None:
    document = town()
    file = tmp_path / "by.strategikort"
    Session.create(file, document, desk=desk_of(tmp_path)).close()
    with closing(sqlite3.connect(file)) as connection:
        rows = connection.execute(
            "SELECT lower.title, upper.title FROM link "
            "JOIN goal AS lower ON lower.id = link.lower JOIN goal AS upper ON upper.id = link.upper"
        ).fetchall()
        assert len(rows) == 12
        assert all(title.startswith("Flere børn") for row in rows for title in row)


def test_the_digest_in_the_file_is_that_of_the_document(tmp_path: Path) -> None:
    document = town(40)
    with closing(database.in_memory()) as connection:
        contents.fill(connection, document, document.records().__next__().id)
        assert connection.exec_driver_sql("SELECT value FROM meta WHERE key = 'digest'").scalar() == digest_of(document)


def test_equal_content_gives_equal_bytes(tmp_path: Path) -> None:
    files = [tmp_path / name / "by.strategikort" for name in ("one", "other")]
    for file in files:
        file.parent.mkdir()
        Session.create(file, town(), desk=desk_of(file.parent)).close()
    assert files[0].read_bytes() == files[1].read_bytes()
    assert read_document(files[0], desk_of(tmp_path)) == town()
