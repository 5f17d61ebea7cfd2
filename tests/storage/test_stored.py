"""Attached files: in the saved file, never in the work copy, each stored once and held against its name."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategikort.application.opening import read_attached
from strategikort.application.session import Session, read_document
from strategikort.domain.agreements import Agreement, Attachment
from strategikort.domain.changes import Change, ChangeSet, added
from strategikort.domain.organisation import OrgUnit
from strategikort.domain.phrases import phrase
from strategikort.domain.shape import Id
from strategikort.storage import stored
from strategikort.storage.problems import FileProblem
from strategikort.storage.workcopy import WORK
from tests.storage.desks import MORNING, desk_of, town

SCAN = b"%PDF-1.7 " + bytes(range(256)) * 40


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A town with an agreement that a scan is attached to, saved."""
    file = tmp_path / "by.strategikort"
    session = Session.create(file, town(), desk=desk_of(tmp_path))
    unit = next(iter(session.document.all(OrgUnit)))
    day = MORNING.date()
    agreement = Agreement(id=Id("aftale"), org=unit, valid_from=day, valid_to=day)
    scan = Attachment(id=Id("scan"), agreement=agreement.id, name="a.pdf", file=session.store.put(SCAN), size=len(SCAN))
    session.edit(ChangeSet(phrase("edit.remark"), added([agreement, scan])))
    session.save()
    session.close()
    return file


def names_in(file: Path) -> list[str]:
    with closing(sqlite3.connect(file)) as connection:
        return [row[0] for row in connection.execute("SELECT hash FROM content ORDER BY hash")]


def test_an_attached_file_travels_with_the_document_to_another_machine(file: Path, tmp_path: Path) -> None:
    assert names_in(file) == [stored.hash_of(SCAN)]
    assert read_attached(file, stored.hash_of(SCAN), desk_of(tmp_path, "Bo")) == SCAN
    session = Session.open(file, desk=desk_of(tmp_path, "Bo"))
    assert session.store.read(stored.hash_of(SCAN)) == SCAN
    session.close()


def test_a_work_copy_and_earlier_versions_hold_none_of_the_bytes(file: Path, tmp_path: Path) -> None:
    desk = desk_of(tmp_path, "Bo")
    session = Session.open(file, desk=desk)
    kept = [*desk.state_folder.rglob(WORK), *desk.state_folder.rglob("*.strategikort")]
    assert len(kept) == 2
    for one in kept:
        assert SCAN[:200] not in one.read_bytes()
    session.close()


def test_what_is_attached_twice_is_stored_once_and_goes_with_its_last_record(file: Path, tmp_path: Path) -> None:
    session = Session.open(file, desk=desk_of(tmp_path))
    first = session.document.all(Attachment)[Id("scan")]
    again = Attachment(id=Id("igen"), agreement=first.agreement, name="b.pdf", file=session.store.put(SCAN))
    session.edit(ChangeSet(phrase("edit.remark"), added([again])))
    session.save()
    assert names_in(file) == [stored.hash_of(SCAN)]
    session.edit(ChangeSet(phrase("edit.remark"), (Change(first, None), Change(again, None))))
    session.save()
    assert names_in(file) == []
    session.undo()
    session.save()
    assert names_in(file) == [stored.hash_of(SCAN)]
    session.close()


def test_what_this_machine_has_lost_is_taken_from_the_file_that_is_replaced(file: Path, tmp_path: Path) -> None:
    session = Session.open(file, desk=desk_of(tmp_path))
    for kept in session.store.folder.iterdir():
        kept.unlink()
    with pytest.raises(FileProblem) as gone:
        session.store.read(stored.hash_of(SCAN))
    assert gone.value.code == "attachment.gone"
    unit = next(iter(session.document.all(OrgUnit).values()))
    session.edit(ChangeSet(phrase("edit.remark"), (Change(unit, OrgUnit(id=unit.id, name="Nyt", kind=unit.kind)),)))
    session.save()
    assert names_in(file) == [stored.hash_of(SCAN)]
    session.close()


def test_two_who_attach_at_the_same_time_keep_both(file: Path, tmp_path: Path) -> None:
    anna, bo = (Session.open(file, desk=desk_of(tmp_path, who)) for who in ("Anna", "Bo"))
    for session, content in ((anna, b"en"), (bo, b"to")):
        made = Attachment(id=Id(content.decode()), agreement=Id("aftale"), file=session.store.put(content))
        session.edit(ChangeSet(phrase("edit.remark"), added([made])))
        session.save()
    assert names_in(file) == sorted(map(stored.hash_of, (SCAN, b"en", b"to")))
    assert bo.store.read(stored.hash_of(b"en")) == b"en"
    for session in (anna, bo):
        session.close()


def test_changed_bytes_in_the_file_are_noticed_when_it_is_opened(file: Path, tmp_path: Path) -> None:
    content = file.read_bytes()
    place = content.index(SCAN[:400]) + 100
    file.write_bytes(content[:place] + b"!" + content[place + 1 :])
    with pytest.raises(FileProblem) as changed:
        read_document(file, desk_of(tmp_path, "Bo"))
    assert changed.value.code in ("file.changed", "file.damaged")


def test_a_file_of_more_than_ten_megabytes_is_refused(tmp_path: Path) -> None:
    store = stored.Store(tmp_path / "lager")
    with pytest.raises(FileProblem) as large:
        store.put(bytes(stored.LARGEST + 1))
    assert large.value.code == "attachment.large"
    assert not store.folder.exists()


def test_attached_files_of_open_work_are_kept_however_old(file: Path, tmp_path: Path) -> None:
    desk = desk_of(tmp_path, "Bo")
    session = Session.open(file, desk=desk)
    for kept in (desk.state_folder / "documents").rglob("*"):
        os.utime(kept, (0, 0))
    other = Session.create(None, town(), desk=desk)
    other.close(save=False)
    assert session.store.read(stored.hash_of(SCAN)) == SCAN
    session.close()
    Session.create(None, town(), desk=desk).close(save=False)
    assert not session.store.folder.exists()


@given(contents=st.lists(st.binary(max_size=3000), max_size=6))
def test_what_is_put_in_a_store_is_what_comes_out_of_it(
    contents: list[bytes], tmp_path_factory: pytest.TempPathFactory
) -> None:
    store = stored.Store(tmp_path_factory.mktemp("lager") / "content")
    names = [store.put(one) for one in contents]
    assert [store.read(name) for name in names] == contents
    assert len(list(store.folder.iterdir()) if contents else []) == len(set(contents))
