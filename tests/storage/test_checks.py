"""Files that are not what they should be: each gets its sentence, none gets in, and nothing is written."""

import os
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from strategikort.application.problems import FileProblem
from strategikort.application.session import Session, read_document
from strategikort.application.wordings import wording
from strategikort.storage import schema
from tests.rights import an_ordinary_user
from tests.storage.desks import desk_of, town


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("whole")
    Session.create(folder / "by.strategikort", town(), desk=desk_of(folder)).close()
    return (folder / "by.strategikort").read_bytes()


def said_of(file: Path, home: Path) -> str:
    """The code of what is said when ``file`` is opened; in both ways of opening, with a sentence in both languages."""
    desk = desk_of(home, "Reader")
    with pytest.raises(FileProblem) as problem:
        read_document(file, desk)
    with pytest.raises(FileProblem) as again:
        Session.open(file, desk=desk)
    assert problem.value.code == again.value.code
    for language in ("da", "en"):
        assert str(file) in wording(language).say(problem.value.phrase)
    assert [one for one in (home / "state-Reader").rglob("*") if one.is_file()] == []
    return problem.value.code


def sql(*statements: str) -> Callable[[Path], None]:
    def done(file: Path) -> None:
        with closing(sqlite3.connect(file)) as connection:
            for statement in statements:
                connection.execute(statement)
            connection.commit()

    return done


def as_bytes(change: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    def done(file: Path) -> None:
        file.write_bytes(change(file.read_bytes()))

    return done


def another_database(file: Path) -> None:
    file.unlink()
    sql("CREATE TABLE notes (text TEXT)")(file)


GOAL = "(SELECT min(id) FROM goal)"
SPOILT: dict[str, tuple[str, Callable[[Path], None]]] = {
    "missing": ("file.missing", Path.unlink),
    "empty": ("file.empty", as_bytes(lambda _: b"")),
    "cut": ("file.cut", as_bytes(lambda data: data[: len(data) // 2])),
    "cut to the header": ("file.cut", as_bytes(lambda data: data[:100])),
    "cut in the header": ("file.foreign", as_bytes(lambda data: data[:50])),
    "longer": ("file.cut", as_bytes(lambda data: data + bytes(4096))),
    "random": ("file.foreign", as_bytes(lambda data: random.Random(1).randbytes(len(data)))),
    "text": ("file.foreign", as_bytes(lambda _: "Kære læser,\n".encode("latin-1") * 50)),
    "another program's database": ("file.foreign", another_database),
    "newer": ("file.newer", sql(f"PRAGMA user_version = {schema.VERSION + 1}")),
    "version nought": ("file.damaged", sql("PRAGMA user_version = 0")),
    "write-ahead log": ("file.altered", lambda file: sql("PRAGMA journal_mode = WAL")(file)),
    "trigger": ("file.altered", sql("CREATE TRIGGER t AFTER UPDATE ON goal BEGIN DELETE FROM link; END")),
    "view": ("file.altered", sql("CREATE VIEW v AS SELECT * FROM goal")),
    "table": ("file.altered", sql("CREATE TABLE more (a)")),
    "column": ("file.altered", sql("ALTER TABLE goal ADD COLUMN more TEXT")),
    "generated column": ("file.altered", sql("ALTER TABLE goal ADD COLUMN more TEXT GENERATED ALWAYS AS (title)")),
    "index": ("file.altered", sql("CREATE INDEX more ON goal (title)")),
    "a text": ("file.changed", sql(f"UPDATE goal SET title = 'Andet' WHERE id = {GOAL}")),
    "a kind of value": ("file.damaged", sql(f"UPDATE goal SET title = x'00' WHERE id = {GOAL}")),
    "a row less": ("file.changed", sql("DELETE FROM link WHERE id = (SELECT min(id) FROM link)")),
    "a loose link": (
        "file.changed",
        sql(f"UPDATE link SET upper = 'x' WHERE lower = {GOAL}", "DELETE FROM yearly_target"),
    ),
    "the log": ("file.changed", sql("INSERT INTO log VALUES (9, '', '', '', '')")),
    "the lineage": ("file.changed", sql("UPDATE saves SET id = 'x'")),
    "whose": ("file.changed", sql("UPDATE meta SET value = 'x' WHERE key = 'document'")),
    "no seal": ("file.changed", sql("DELETE FROM meta WHERE key = 'digest'")),
    "a page of noughts": ("file.damaged", as_bytes(lambda data: data[:8192] + bytes(4096) + data[12288:])),
}


@pytest.mark.parametrize(("code", "spoil"), SPOILT.values(), ids=SPOILT.keys())
def test_a_spoilt_file_is_refused_in_one_sentence(
    code: str, spoil: Callable[[Path], None], whole: bytes, tmp_path: Path
) -> None:
    file = tmp_path / "by.strategikort"
    file.write_bytes(whole)
    spoil(file)
    before = file.read_bytes() if file.exists() else b""
    assert said_of(file, tmp_path) == code
    assert (file.read_bytes() if file.exists() else b"") == before


def test_a_folder_a_link_and_a_pipe_are_refused(whole: bytes, tmp_path: Path) -> None:
    (tmp_path / "by.strategikort").write_bytes(whole)
    (tmp_path / "mappe.strategikort").mkdir()
    (tmp_path / "genvej.strategikort").symlink_to(tmp_path / "by.strategikort")
    assert said_of(tmp_path / "mappe.strategikort", tmp_path) == "file.folder"
    assert said_of(tmp_path / "genvej.strategikort", tmp_path) == "file.link"
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "rør.strategikort")
        assert said_of(tmp_path / "rør.strategikort", tmp_path) == "file.special"


def test_a_sparse_giant_is_refused_unread(tmp_path: Path) -> None:
    giant = tmp_path / "stor.strategikort"
    with giant.open("wb") as file:
        file.truncate(10 << 30)
    assert said_of(giant, tmp_path) == "file.large"
    giant.unlink()


def test_a_file_below_a_file_is_missing(whole: bytes, tmp_path: Path) -> None:
    (tmp_path / "by.strategikort").write_bytes(whole)
    assert said_of(tmp_path / "by.strategikort" / "x", tmp_path) == "file.missing"


def mutated(data: bytes, chance: random.Random) -> bytes:
    """``data`` with a bit turned, a piece cut, a page blanked, or two pages swapped."""
    spoilt = bytearray(data)
    page, other = (4096 * chance.randrange(len(data) // 4096) for _ in range(2))
    match chance.randrange(5):
        case 0 | 1:
            spoilt[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        case 2:
            del spoilt[chance.randrange(len(data)) :]
        case 3:
            spoilt[page : page + 4096] = bytes(4096)
        case _:
            spoilt[page : page + 4096], spoilt[other : other + 4096] = (
                data[other : other + 4096],
                data[page : page + 4096],
            )
    return bytes(spoilt)


def mutants_let_in(whole: bytes, home: Path, rounds: int) -> int:
    """How many of the mutants were opened as if nothing had happened, with other contents."""
    chance, desk, file, let_in = random.Random(2015), desk_of(home), home / "mutant.strategikort", 0
    for _ in range(rounds):
        file.write_bytes(mutated(whole, chance))
        try:
            let_in += read_document(file, desk) != town()
        except FileProblem as problem:
            assert problem.code.startswith("file.")
    return let_in


def test_two_hundred_mutants_change_nothing_unnoticed(whole: bytes, tmp_path: Path) -> None:
    assert mutants_let_in(whole, tmp_path, 200) == 0


@pytest.mark.long
def test_two_thousand_mutants_change_nothing_unnoticed(whole: bytes, tmp_path: Path) -> None:
    assert mutants_let_in(whole, tmp_path, 2000) == 0


def test_reading_changes_neither_content_nor_time_of_a_file(whole: bytes, tmp_path: Path) -> None:
    file = tmp_path / "by.strategikort"
    file.write_bytes(whole)
    before = sha256(whole).digest(), file.stat().st_mtime_ns
    read_document(file, desk_of(tmp_path))
    assert (sha256(file.read_bytes()).digest(), file.stat().st_mtime_ns) == before


def test_a_file_without_access_is_refused(whole: bytes, tmp_path: Path) -> None:
    file = tmp_path / "by.strategikort"
    file.write_bytes(whole)
    file.chmod(0)
    with an_ordinary_user():
        assert said_of(file, tmp_path) == "file.forbidden"


def test_no_room_for_a_copy_is_told(whole: bytes, tmp_path: Path) -> None:
    file = tmp_path / "by.strategikort"
    file.write_bytes(whole)
    (tmp_path / "state-Anna").write_text("a file stands where the state folder should be")
    with pytest.raises(FileProblem) as problem:
        read_document(file, desk_of(tmp_path))
    assert problem.value.code == "work.unwritable"
