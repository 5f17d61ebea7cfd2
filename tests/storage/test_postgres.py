"""The same tables on a PostgreSQL server, where the shared store of a municipality is to be."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, Engine, inspect
from sqlalchemy.dialects import postgresql
from sqlalchemy.exc import IntegrityError
from sqlalchemy.schema import ExecutableDDLElement

from strategikort.domain.digest import digest_of
from strategikort.domain.goals import Goal
from strategikort.domain.links import Link
from strategikort.domain.shape import Id
from strategikort.storage import contents, log, schema, sealing, tables, workcopy
from strategikort.storage.contents import SaveMark
from tests.storage.desks import MORNING, goals_of, grown, identities, retitled, shrunk, town

NEEDED = pytest.mark.needs("initdb", "pg_ctl", "postgres")
OURS = Id("et dokument")


def as_told(statement: ExecutableDDLElement) -> str:
    return " ".join(str(statement.compile(dialect=postgresql.dialect())).split())


def test_a_server_is_told_of_wide_numbers_named_constraints_and_partial_indexes() -> None:
    told = [as_told(one) for one in schema.statements()]
    log_table, goal = (next(one for one in told if one.startswith(f"CREATE TABLE {name} ")) for name in ("log", "goal"))
    assert log_table.startswith("CREATE TABLE log ( position BIGINT NOT NULL, at TEXT NOT NULL")
    assert "CONSTRAINT ck_goal_kind CHECK" in goal
    assert "REFERENCES org_unit (id) DEFERRABLE INITIALLY DEFERRED" in goal
    assert not [one for one in told if "ROWID" in one or "SERIAL" in one]
    assert [one for one in told if one.startswith("CREATE INDEX") and one.endswith("IS NOT NULL")]


@pytest.fixture
def store(server: Engine) -> Iterator[Connection]:
    """A store that holds a town, in a transaction that is never ended: each test begins with an empty server."""
    with server.connect() as connection:
        contents.write(connection, town(40), OURS)
        yield connection
        connection.rollback()


@NEEDED
def test_a_document_is_read_from_a_server_as_it_was_written(store: Connection) -> None:
    mark = SaveMark(Id("en gemning"), MORNING, "Anna")
    contents.write_saves(store, [mark])
    found = contents.read(store)
    assert (found.document_id, found.saves, found.document) == (OURS, (mark,), town(40))
    assert digest_of(found.document) == digest_of(town(40))


@NEEDED
def test_edits_on_a_server_change_the_same_records_and_its_digest_follows(store: Connection) -> None:
    document, new_id = town(40), identities(7)
    goals = goals_of(document)
    steps = [
        grown(*(Link(id=new_id(), lower=goals[n].id, upper=goals[n + 1].id) for n in range(3))),
        retitled(document, goals[0], "Flere børn på øen"),
        shrunk(document, goals[5]),
    ]
    sealing.note_content(store, digest_of(document))
    for place, step in enumerate(steps):
        document = document.with_changes(step)
        workcopy.write(store, step.changes)
        assert log.write(store, place, MORNING, "Anna", step) == place + 1 == log.position(store)
    assert contents.read(store).document == document
    assert sealing.noted_content(store) == digest_of(document)


@NEEDED
def test_a_server_refuses_a_link_to_nothing_and_a_kind_that_is_not_known(server: Engine) -> None:
    new_id = identities(8)
    loose = grown(Link(id=new_id(), lower=goals_of(town())[0].id, upper=new_id()))
    with server.connect() as connection:
        contents.write(connection, town(), OURS)
        workcopy.write(connection, loose.changes)
        with pytest.raises(IntegrityError) as failure:
            connection.commit()
    assert "fk_link_upper" in str(failure.value)
    with server.connect() as connection:
        contents.write(connection, town(), OURS)
        with pytest.raises(IntegrityError) as failure:
            connection.execute(tables.RECORDS["goal"].update().values(kind="dream"))
    assert "ck_goal_kind" in str(failure.value)
    with server.connect() as connection:
        assert inspect(connection).get_table_names() == []


@NEEDED
def test_what_a_server_says_of_a_failure_quotes_nobodys_words(store: Connection) -> None:
    goal = goals_of(town(40))[0]
    twice = grown(town(40).all(Goal)[goal.id])
    with pytest.raises(IntegrityError) as failure:
        workcopy.write(store, twice.changes)
    assert goal.title not in str(failure.value)
