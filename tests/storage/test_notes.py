"""A person's own notes: kept word for word on this machine, from both windows, and lost by no damage."""

import stat
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategikort.application.problems import FileProblem
from strategikort.domain.shape import Id
from strategikort.storage.disk import FileLock
from strategikort.storage.notes import LARGEST, Notes, both
from strategikort.storage.state import StateFolder
from tests.rights import an_ordinary_user
from tests.storage.desks import MORNING

GOAL = Id("mål")


@pytest.fixture
def notes(tmp_path: Path) -> Notes:
    return StateFolder(tmp_path / "state").notes


def the_file(notes: Notes) -> Path:
    (file,) = notes.folder.glob("*.json")
    return file


@settings(max_examples=40, deadline=None)
@given(st.dictionaries(st.text(max_size=40).map(Id), st.text(), max_size=4))
def test_what_is_written_is_read_again_word_for_word(written: dict[Id, str]) -> None:
    with TemporaryDirectory() as folder:
        for record, note in written.items():
            assert Notes(Path(folder)).write(record, note, base="") == note
        assert {record: Notes(Path(folder)).read(record) for record in written} == written


def test_a_note_that_is_emptied_leaves_no_file(notes: Notes) -> None:
    notes.write(GOAL, "Spørg Bo", base="")
    notes.write(GOAL, "", base="Spørg Bo")
    assert notes.read(GOAL) == ""
    assert list(notes.folder.glob("*.json")) == []


@pytest.mark.parametrize("damage", [b"", b"{", b"\xff\xfe", b"[]", b'{"note": 7}', b"[" * 100_000, b"\0" * (2 << 20)])
def test_a_damaged_note_is_told_and_kept_when_a_new_one_is_written(notes: Notes, damage: bytes) -> None:
    notes.write(GOAL, "Spørg Bo", base="")
    for number in (1, 2):
        the_file(notes).write_bytes(damage)
        with pytest.raises(FileProblem) as problem:
            notes.read(GOAL)
        assert problem.value.code == "note.damaged"
        assert the_file(notes).read_bytes() == damage, "looking changes nothing"
        assert notes.write(GOAL, "Spørg Ida", base="") == "Spørg Ida"
        assert the_file(notes).with_suffix(f".damaged-{number}").read_bytes() == damage
    assert notes.read(GOAL) == "Spørg Ida"


def test_damage_to_one_note_leaves_the_others_alone(notes: Notes) -> None:
    notes.write(GOAL, "Spørg Bo", base="")
    the_file(notes).write_bytes(b"")
    notes.write(Id("et andet"), "Ring til Ida", base="")
    assert notes.read(Id("et andet")) == "Ring til Ida"


def test_what_two_windows_write_is_kept_from_both(notes: Notes) -> None:
    notes.write(GOAL, "Spørg Bo", base="")
    notes.write(GOAL, "Spørg Bo\nRing til Ida", base="Spørg Bo")
    assert notes.write(GOAL, "Spørg Bo i dag", base="Spørg Bo") == "Spørg Bo i dag\nRing til Ida"
    assert notes.read(GOAL) == "Spørg Bo i dag\nRing til Ida"


@given(*[st.lists(st.sampled_from("abcd"), max_size=5).map("\n".join)] * 3)
def test_no_line_that_somebody_added_is_lost(base: str, mine: str, theirs: str) -> None:
    kept = both(base, mine, theirs).splitlines()
    assert set(mine.splitlines()) <= set(kept)
    assert set(theirs.splitlines()) - set(base.splitlines()) <= set(kept)


def test_a_note_is_refused_while_another_process_writes_and_nothing_changes(notes: Notes) -> None:
    notes.write(GOAL, "Spørg Bo", base="")
    lock = FileLock.taken(notes.folder / "lock")
    assert lock is not None
    with pytest.raises(FileProblem) as problem:
        notes.write(GOAL, "Spørg Ida", base="Spørg Bo")
    lock.release()
    assert problem.value.code == "work.unwritable"
    assert notes.read(GOAL) == "Spørg Bo"


def test_a_note_that_is_too_long_is_refused_not_cut(notes: Notes) -> None:
    with pytest.raises(FileProblem) as problem:
        notes.write(GOAL, "x" * (LARGEST + 1), base="")
    assert problem.value.code == "note.large"
    notes.write(GOAL, "\0" * LARGEST, base="")
    assert len(notes.read(GOAL)) == LARGEST


def test_a_folder_that_may_not_be_written_in_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with an_ordinary_user(), pytest.raises(FileProblem) as problem:
        Notes(tmp_path / "notes").write(GOAL, "Spørg Bo", base="")
    tmp_path.chmod(0o700)
    assert problem.value.code == "work.unwritable"


@pytest.mark.skipif(sys.platform == "win32", reason="rights are the user profile's there")
def test_nobody_else_can_read_a_note(notes: Notes) -> None:
    notes.write(GOAL, "Spørg Bo", base="")
    assert [stat.S_IMODE(one.stat().st_mode) for one in (notes.folder, the_file(notes))] == [0o700, 0o600]


def test_tidying_the_state_folder_leaves_notes_alone(notes: Notes) -> None:
    notes.write(GOAL, "Spørg Bo", base="")
    StateFolder(notes.folder.parent).tidy(MORNING.replace(year=MORNING.year + 50))
    assert notes.read(GOAL) == "Spørg Bo"
