"""The power goes in the middle of a save: the file is the old one or the new one, whole, whatever the disk forgot."""

import sys
from pathlib import Path

import pytest

from strategikort.application.session import Session, read_document
from strategikort.storage import disk
from tests.storage.desks import desk_of, goals_of, retitled, titles, town
from tests.storage.powercuts import Recorder

pytestmark = pytest.mark.skipif(
    sys.platform in ("win32", "darwin"), reason="what makes bytes safe is another call there, or there is none"
)


@pytest.fixture
def drive(tmp_path: Path) -> Path:
    """The folder of a file that is about to be saved anew; the state of this machine is elsewhere."""
    drive = tmp_path / "drev"
    drive.mkdir()
    Session.create(drive / "by.strategikort", town(40), desk=desk_of(tmp_path, "Maker")).close()
    return drive


def saved_while_followed(drive: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[bytes, bytes, Recorder]:
    """The file before and after a save, and all that was done to its folder meanwhile."""
    file, recorder = drive / "by.strategikort", Recorder(drive, "by.strategikort")
    old = file.read_bytes()
    session = Session.open(file, desk=desk_of(home))
    session.edit(retitled(session.document, goals_of(session.document)[0], "Efter gemningen"))
    with monkeypatch.context() as followed:
        followed.setattr(disk, "os", recorder)
        followed.setattr(disk, "_PIECE", 16_384)
        session.save()
    session.close()
    return old, file.read_bytes(), recorder


def spoilt(old: bytes, new: bytes, recorder: Recorder) -> list[str]:
    """The steps after which a cut could leave something else than the old file or the new one."""
    return [step for step, left in recorder.cuts if not left <= {old, new}]


def test_a_cut_at_any_step_leaves_the_old_file_or_the_new_one_whole(
    drive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new, recorder = saved_while_followed(drive, tmp_path, monkeypatch)
    steps = [step for step, _ in recorder.cuts]
    assert steps[0] == "made"
    assert steps.count("written") > 3
    assert steps[-3:] == ["file synced", "replaced", "folder synced"]
    assert spoilt(old, new, recorder) == []
    assert recorder.cuts[-2][1] == {old, new}
    assert recorder.cuts[-1][1] == {new}, "a save that is told of is there after the cut"
    for content, there in ((old, False), (new, True)):
        (drive / "by.strategikort").write_bytes(content)
        assert ("Efter gemningen" in titles(drive / "by.strategikort", tmp_path)) is there


def test_a_save_that_does_not_wait_for_the_disk_is_found_out(
    drive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "flush", lambda _: None)
    old, new, recorder = saved_while_followed(drive, tmp_path, monkeypatch)
    assert spoilt(old, new, recorder) == ["replaced", "folder synced"]


def test_a_save_whose_new_name_is_not_waited_for_is_found_out(
    drive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "sync_folder", lambda _: None)
    old, new, recorder = saved_while_followed(drive, tmp_path, monkeypatch)
    assert spoilt(old, new, recorder) == []
    assert recorder.cuts[-1][1] == {old, new}


def test_what_a_cut_leaves_beside_the_file_is_cleared_away_by_the_next_save(drive: Path, tmp_path: Path) -> None:
    file = drive / "by.strategikort"
    desk = desk_of(tmp_path)
    session = Session.open(file, desk=desk)
    session.edit(retitled(session.document, goals_of(session.document)[0], "Før strømmen gik"))
    document = session.document
    session.leave()
    (work,) = desk.state.works()
    (drive / f".{file.name}.{work.name}").write_bytes(b"the first half")
    (drive / f".{file.name}.saving").write_text(work.name)
    again = Session.open(file, desk=desk)
    again.close()
    assert read_document(file, desk) == document
    assert [one.name for one in drive.iterdir()] == [file.name]
