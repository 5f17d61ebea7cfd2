"""Files of earlier versions: opened for ever, brought up to date all or nothing."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.operations import Operations

from strategikort.application.session import Session, read_document
from strategikort.domain.digest import digest_of
from strategikort.domain.goals import Goal
from strategikort.domain.links import Link
from strategikort.domain.maps import MapPlace, MapSubject, Paper, StrategyMap
from strategikort.domain.shape import Id
from strategikort.storage import contents, database, migrations, schema, sealing, steps, tables
from strategikort.storage.problems import Damaged
from tests.storage.desks import desk_of, town

OLD_FILES = Path(__file__).parents[1] / "old_files"
KEPT = {1: "4fb5f851", 2: "d4a0896e", 3: "ba2c29d8", 4: "fb3403db"}


@pytest.mark.parametrize("version", range(1, schema.VERSION + 1))
def test_a_kept_file_of_every_version_opens_with_all_its_content(version: int, tmp_path: Path) -> None:
    file = tmp_path / "gammel.strategikort"
    shutil.copyfile(OLD_FILES / f"v{version}.strategikort", file)
    before = file.read_bytes()
    document = read_document(file, desk_of(tmp_path))
    assert digest_of(document)[:8] == KEPT[version]
    assert (len(document.all(Goal)), len(document.all(Link))) == (13, 12)
    session = Session.open(file, desk=desk_of(tmp_path))
    assert session.document == document
    session.close()
    assert file.read_bytes() == before


def test_there_is_a_fingerprint_and_a_kept_file_for_every_version_and_a_step_to_the_next() -> None:
    versions = range(1, schema.VERSION + 1)
    assert set(schema.FINGERPRINTS) == set(versions)
    assert {one.name for one in OLD_FILES.glob("*.strategikort")} == {f"v{n}.strategikort" for n in versions}
    assert set(steps.STEPS) == set(range(1, schema.VERSION))


def test_a_map_of_the_first_version_keeps_its_places_and_is_about_what_it_showed(tmp_path: Path) -> None:
    copy = Path(shutil.copyfile(OLD_FILES / "v1.strategikort", tmp_path / "kopi.sqlite"))
    with closing(sqlite3.connect(copy)) as old, old:
        centre, goal = (old.execute(f"SELECT min(id) FROM {table}").fetchone()[0] for table in ("org_unit", "goal"))
        for name, of in (("vision", None), ("skoler", centre)):
            old.execute(
                "INSERT INTO strategy_map (id, title, centre, state, locked, paper, legend, position) "
                "VALUES (?, ?, ?, 'draft', 0, 'a4', 1, 7)",
                (name, f"Kort {name}", of),
            )
            old.execute("INSERT INTO map_place VALUES (?, ?, ?, 40, 20, 1)", (f"{goal}@{name}", name, goal))
    migrations.migrate(copy, 1)
    with closing(database.opened(copy)) as connection:
        assert schema.fingerprint(connection) == schema.FINGERPRINTS[schema.VERSION]
        document = contents.read(connection).document
    vision, skoler = (document.all(StrategyMap)[Id(name)] for name in ("vision", "skoler"))
    assert (vision.subject, vision.title, vision.paper) == (MapSubject.VISION, "Kort vision", Paper.A4)
    assert (skoler.subject, skoler.centre, skoler.left_out, skoler.position) == (MapSubject.GOALS, centre, (), 7)
    assert {place.map for place in document.all(MapPlace).values() if place.pinned} == {"vision", "skoler"}


def test_alembic_is_not_loaded_for_a_file_of_the_present_version(tmp_path: Path) -> None:
    file = tmp_path / "by.strategikort"
    Session.create(file, town(), desk=desk_of(tmp_path)).close()
    script = (
        "import sys; from pathlib import Path; from strategikort.storage import checks\n"
        f"checks.take_in(Path({str(file)!r}), Path({str(tmp_path / 'kopi')!r}))\n"
        "print('alembic' in sys.modules)"
    )
    paths = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env=paths)
    assert ran.stdout.strip() == "False"


def weighs_goals(operations: Operations) -> None:
    """A step such as may come one day: a column more, a column renamed, the table made anew."""
    with operations.batch_alter_table("goal", recreate="always") as goal:
        goal.add_column(sa.Column("weighing", sa.Text(), nullable=True))
        goal.alter_column("theme", new_column_name="topic", existing_type=sa.Text())


def forgets_links(operations: Operations) -> None:
    operations.execute("DELETE FROM link WHERE id = (SELECT min(id) FROM link)")


def loosens_links(operations: Operations) -> None:
    operations.execute("UPDATE link SET upper = 'nowhere' WHERE id = (SELECT min(id) FROM link)")


def fails_half_way(operations: Operations) -> None:
    weighs_goals(operations)
    raise KeyError("half-way")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    Session.create(tmp_path / "by.strategikort", town(), desk=desk_of(tmp_path)).close()
    return Path(shutil.copyfile(tmp_path / "by.strategikort", tmp_path / "kopi.sqlite"))


def rows_of(copy: Path, table: str) -> list[tuple[object, ...]]:
    with closing(database.opened(copy)) as connection:
        return sorted(map(tuple, connection.exec_driver_sql(f'SELECT * FROM "{table}"')))


def test_a_table_made_anew_loses_no_link_and_no_constraint(copy: Path) -> None:
    links = rows_of(copy, "link")
    migrations.migrate(copy, schema.VERSION, steps={schema.VERSION: weighs_goals}, goal=schema.VERSION + 1)
    assert rows_of(copy, "link") == links
    with closing(database.opened(copy)) as connection:
        columns = {row[1] for row in connection.exec_driver_sql("PRAGMA table_info(goal)")}
        assert {"weighing", "topic"} <= columns
        assert "theme" not in columns
        made = connection.exec_driver_sql("SELECT sql FROM sqlite_schema WHERE name = 'goal'").scalar_one()
        assert "WITHOUT ROWID" in made
        sealing.check(connection)
        assert connection.exec_driver_sql("PRAGMA user_version").scalar() == schema.VERSION + 1
        kept = connection.exec_driver_sql("PRAGMA foreign_key_list(goal)").all()
        assert len(kept) == len(tables.RECORDS["goal"].foreign_key_constraints)


@pytest.mark.parametrize(
    ("step", "failure"), [(forgets_links, Damaged), (loosens_links, Damaged), (fails_half_way, KeyError)]
)
def test_a_step_that_loses_something_or_fails_leaves_the_copy_as_it_was(
    copy: Path, step: Callable[[Operations], None], failure: type[Exception]
) -> None:
    with pytest.raises(failure):
        migrations.migrate(copy, schema.VERSION, steps={schema.VERSION: step}, goal=schema.VERSION + 1)
    with closing(database.opened(copy)) as connection:
        assert connection.exec_driver_sql("PRAGMA user_version").scalar() == schema.VERSION
        assert schema.fingerprint(connection) == schema.FINGERPRINTS[schema.VERSION]
        assert contents.read(connection).document == town()


def test_an_older_file_is_held_against_the_digest_of_its_own_columns(copy: Path) -> None:
    with closing(database.opened(copy)) as connection:
        sealing.check(connection)
    with closing(database.opened_for_work(copy)) as connection:
        connection.exec_driver_sql("UPDATE goal SET title = 'Andet' WHERE id = (SELECT min(id) FROM goal)")
        with pytest.raises(Damaged):
            sealing.check(connection)
