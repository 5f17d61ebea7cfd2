"""Saving replaces a file whole, and loses nobody's work, whoever else saves in between."""

import os
import queue
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from strategikort.application.problems import FileProblem
from strategikort.application.saver import Outcome
from strategikort.application.session import Session, read_document
from strategikort.domain.document import Document
from strategikort.storage.saving import Saved
from tests.storage.desks import STEPS, desk_of, goals_of, retitled, saved_with, shrunk, titles, town


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "by.strategikort"
    Session.create(file, town(), desk=desk_of(tmp_path, "Maker")).close()
    return file


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("marker", [True, False], ids=["with the marker", "over the marker"])
def test_two_savers_interleaved_at_any_step_lose_nothing(file: Path, tmp_path: Path, step: str, marker: bool) -> None:
    anna, bo = (desk_of(tmp_path, who, patience=0) for who in ("Anna", "Bo"))
    hers, his = Session.open(file, desk=anna), Session.open(file, desk=bo)
    goals = goals_of(hers.document)
    hers.edit(retitled(hers.document, goals[0], "Annas mål"))
    his.edit(retitled(his.document, goals[1], "Bos mål"))
    his.edit(shrunk(his.document, goals[2]))

    waiting = [step]

    def he_saves(now: str) -> None:
        if now in waiting:
            waiting.clear()
            if not marker:
                (tmp_path / f".{file.name}.saving").unlink(missing_ok=True)
            try:
                his.save()
            except FileProblem as problem:
                assert problem.code == "file.busy"

    saved_with(hers, anna, he_saves)
    his.save()
    hers.close()
    his.close()
    for desk in (anna, bo):
        again = Session.open(file, desk=desk)
        again.close()
    assert {"Annas mål", "Bos mål"} <= titles(file, tmp_path)
    assert goals[2].title not in titles(file, tmp_path)


@pytest.mark.parametrize("step", STEPS)
def test_the_file_is_whole_at_every_step(file: Path, tmp_path: Path, step: str) -> None:
    desk = desk_of(tmp_path)
    session = Session.open(file, desk=desk)
    old = session.document
    session.edit(retitled(session.document, goals_of(old)[0], "Nyt"))
    seen: list[Document] = []

    def look(now: str) -> None:
        if now == step:
            seen.append(read_document(file, desk_of(tmp_path, "Reader")))

    saved_with(session, desk, look)
    assert seen == [session.document if step == "note" else old]
    session.close()


class PulledPlug(Exception):
    """The test stops a save."""


@pytest.mark.parametrize("step", STEPS)
def test_a_save_that_stops_anywhere_leaves_a_file_that_the_next_one_saves_over(
    file: Path, tmp_path: Path, step: str
) -> None:
    desk = desk_of(tmp_path)
    session = Session.open(file, desk=desk)
    session.edit(retitled(session.document, goals_of(session.document)[0], "Nyt"))

    def pull(now: str) -> None:
        if now == step:
            raise PulledPlug

    with pytest.raises(PulledPlug):
        saved_with(session, desk, pull)
    document = session.document
    session.leave()
    session = Session.open(file, desk=desk)
    assert session.document == document
    assert not session.save().conflicts
    assert read_document(file, desk) == document
    session.close()
    assert sorted(one.name for one in tmp_path.iterdir() if one.is_file()) == [file.name]


def test_a_true_clash_keeps_mine_and_lists_theirs_and_the_log_holds_both(file: Path, tmp_path: Path) -> None:
    first, second = (Session.open(file, desk=desk_of(tmp_path, who)) for who in ("Anna", "Bo"))
    goal = goals_of(first.document)[0]
    first.edit(retitled(first.document, goal, "Annas ord"))
    second.edit(retitled(second.document, goal, "Bos ord"))
    first.save()
    result = second.save()
    assert [(one.record.id, one.field, one.mine, one.theirs) for one in result.conflicts] == [
        (goal.id, "title", "Bos ord", "Annas ord")
    ]
    assert second.conflicts == result.conflicts
    assert "Bos ord" in titles(file, tmp_path)
    first.close()
    second.close()
    assert b"Annas ord" in file.read_bytes()


def test_others_work_comes_into_memory_and_cannot_be_undone(file: Path, tmp_path: Path) -> None:
    first, second = (Session.open(file, desk=desk_of(tmp_path, who)) for who in ("Anna", "Bo"))
    goals = goals_of(first.document)
    first.edit(retitled(first.document, goals[0], "Annas"))
    second.edit(retitled(second.document, goals[1], "Bos"))
    heard: list[Document] = []
    second.subscribe(lambda _, document: heard.append(document))
    first.save()
    second.save()
    assert heard == [second.document]
    assert goals_of(second.document)[0].title == "Annas"
    second.undo()
    assert second.undo() is None
    assert [goal.title for goal in goals_of(second.document)[:2]] == ["Annas", goals[1].title]
    first.close()
    second.close()


def test_an_overwritten_file_gets_this_machines_work_back_and_says_so(file: Path, tmp_path: Path) -> None:
    old = file.read_bytes()
    session = Session.open(file, desk=desk_of(tmp_path))
    session.edit(retitled(session.document, goals_of(session.document)[0], "Annas"))
    session.close()
    file.write_bytes(old)
    other = Session.open(file, desk=desk_of(tmp_path, "Bo"))
    other.edit(retitled(other.document, goals_of(other.document)[1], "Bos"))
    other.close()
    again = Session.open(file, desk=desk_of(tmp_path))
    assert [one.code for one in again.notices] == ["notice.merged_back"]
    assert again.save_state.unsaved
    assert [goal.title for goal in goals_of(again.document)[:2]] == ["Annas", "Bos"]
    again.close()
    assert {"Annas", "Bos"} <= titles(file, tmp_path)
    quiet = Session.open(file, desk=desk_of(tmp_path))
    assert quiet.notices == ()
    quiet.close()


def test_mailed_copies_without_a_common_version_lose_nothing(file: Path, tmp_path: Path) -> None:
    first, second = (Session.open(file, desk=desk_of(tmp_path, who)) for who in ("Anna", "Bo"))
    goals = goals_of(first.document)
    first.edit(shrunk(first.document, goals[2]))
    second.edit(retitled(second.document, goals[1], "Bos"))
    first.save()
    for version in (tmp_path / "state-Bo").rglob("*.strategikort"):
        version.unlink()
    second.save()
    assert {"Bos", goals[2].title} <= titles(file, tmp_path)
    first.close()
    second.close()


def test_another_document_at_the_place_is_not_touched(file: Path, tmp_path: Path) -> None:
    other = tmp_path / "anden.strategikort"
    Session.create(other, town(3, seed=9), desk=desk_of(tmp_path, "Other")).close()
    (tmp_path / "brev.strategikort").write_text("Kære Bo")
    (tmp_path / "mappe.strategikort").mkdir()
    session = Session.open(file, desk=desk_of(tmp_path))
    for name, code in (
        ("anden", "file.other"),
        ("brev", "file.not_ours"),
        ("mappe", "file.folder"),
        ("ingen/mappe", "file.unreachable"),
    ):
        target = tmp_path / f"{name}.strategikort"
        before = target.read_bytes() if target.is_file() else b""
        with pytest.raises(FileProblem) as problem:
            session.save_as(target)
        assert problem.value.code == code
        assert (target.read_bytes() if target.is_file() else b"") == before
    assert session.path == file
    session.close()


def test_a_file_that_is_gone_is_written_anew(file: Path, tmp_path: Path) -> None:
    session = Session.open(file, desk=desk_of(tmp_path))
    file.unlink()
    session.edit(retitled(session.document, goals_of(session.document)[0], "Igen"))
    session.save()
    assert "Igen" in titles(file, tmp_path)
    session.close()


@pytest.mark.parametrize(("name", "age"), [("somebody", 70), ("", 7)])
def test_a_marker_is_waited_for_and_a_stale_one_taken_away(file: Path, tmp_path: Path, name: str, age: int) -> None:
    session = Session.open(file, desk=desk_of(tmp_path, patience=0))
    marker = tmp_path / f".{file.name}.saving"
    marker.write_text(name)
    with pytest.raises(FileProblem) as problem:
        session.save()
    assert problem.value.code == "file.busy"
    old = marker.stat().st_mtime - age
    os.utime(marker, (old, old))
    session.save()
    assert not marker.exists()
    session.close()


def test_savers_on_threads_take_turns(file: Path, tmp_path: Path) -> None:
    sessions = [Session.open(file, desk=desk_of(tmp_path, who)) for who in ("Anna", "Bo", "Carl")]
    goals = goals_of(sessions[0].document)
    for n, session in enumerate(sessions):
        session.edit(retitled(session.document, goals[n], f"Fra {n}"))
    outcomes: queue.Queue[Outcome] = queue.Queue()
    for session in sessions:
        session.start_save(outcomes.put)
    assert all(isinstance(outcomes.get(timeout=60), Saved) for _ in sessions)
    for session in sessions:
        session.close()
    assert {"Fra 0", "Fra 1", "Fra 2"} <= titles(file, tmp_path)


def test_a_window_and_a_command_line_run_on_one_machine_are_merged(file: Path, tmp_path: Path) -> None:
    desk = desk_of(tmp_path)
    window = Session.open(file, desk=desk)
    window.edit(shrunk(window.document, goals_of(window.document)[3]))
    gone = goals_of(town())[3].title
    run = Session.open(file, desk=desk)
    run.edit(retitled(run.document, goals_of(run.document)[0], "Fra linjen"))
    run.close()
    window.close()
    assert "Fra linjen" in titles(file, tmp_path)
    assert gone not in titles(file, tmp_path)


@contextmanager
def a_tight_drive(folder: Path, size: str) -> Iterator[Path]:
    """A drive of ``size``, for those who may mount one; all others skip."""
    folder.mkdir()
    if os.name != "posix" or os.system(f"mount -t tmpfs -o size={size} tmpfs '{folder}' 2>/dev/null"):
        pytest.skip("this user may not mount a small drive")
    try:
        yield folder
    finally:
        os.system(f"umount '{folder}'")


def test_a_full_drive_is_told_and_the_old_file_stays(file: Path, tmp_path: Path) -> None:
    session = Session.open(file, desk=desk_of(tmp_path))
    with a_tight_drive(tmp_path / "drev", "400k") as drive:
        session.save_as(drive / "by.strategikort")
        before = (drive / "by.strategikort").read_bytes()
        (drive / "fyld").write_bytes(bytes(400_000 - len(before) - 16_000))
        session.edit(retitled(session.document, goals_of(session.document)[0], "For meget"))
        with pytest.raises(FileProblem) as problem:
            session.save()
        assert problem.value.code == "file.full"
        assert (drive / "by.strategikort").read_bytes() == before
        assert [one.name for one in drive.iterdir() if one.name.startswith(".")] == []
        (drive / "fyld").unlink()
        session.save()
        assert "For meget" in titles(drive / "by.strategikort", tmp_path)
        session.close()


def test_a_full_disk_of_ones_own_refuses_the_edit_and_changes_nothing(tmp_path: Path) -> None:
    with a_tight_drive(tmp_path / "lokal", "2m") as disk:
        session = Session.create(None, town(), desk=desk_of(disk))
        with open(disk / "fyld", "wb", buffering=0) as filler, pytest.raises(OSError, match="space"):
            while True:
                filler.write(bytes(4096))
        document, heard = session.document, []
        session.subscribe(lambda change_set, _: heard.append(change_set))
        large = retitled(document, goals_of(document)[0], "x" * 300_000)
        with pytest.raises(FileProblem) as problem:
            session.edit(large)
        assert problem.value.code == "work.full"
        assert (session.document, heard) == (document, [])
        (disk / "fyld").unlink()
        session.edit(large)
        assert session.document_on_disk() == session.document
        session.close(save=False)


def test_a_folder_that_takes_no_files_is_told(file: Path, tmp_path: Path) -> None:
    session = Session.open(file, desk=desk_of(tmp_path))
    session.edit(retitled(session.document, goals_of(session.document)[0], "Kan ikke"))
    with a_tight_drive(tmp_path / "drev", "1m") as drive:
        os.system(f"mount -o remount,ro '{drive}'")
        with pytest.raises(FileProblem) as problem:
            session.save_as(drive / "by.strategikort")
        assert problem.value.code == "file.read_only"
    session.close()
