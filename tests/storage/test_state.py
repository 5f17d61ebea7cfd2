"""What the state folder keeps and for how long."""

import os
import shutil
import stat
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from strategikort.application.problems import FileProblem
from strategikort.application.session import Session, read_document
from strategikort.storage import state
from strategikort.storage.state import StateFolder, Versions
from tests.storage.desks import MORNING, desk_of, goals_of, identities, retitled, titles, town


@pytest.fixture
def versions(tmp_path: Path) -> Versions:
    return StateFolder(tmp_path / "state").versions("document")


def kept_ages(versions: Versions, ages: list[timedelta], *, held: tuple[str, ...] = ()) -> list[timedelta]:
    source = versions.folder / "source"
    source.write_bytes(b"a file")
    for age in ages:
        versions.keep(source, str(age), MORNING - age)
    versions.thin(MORNING, held)
    return [age for age in ages if versions.has(str(age))]


def test_versions_get_rarer_with_age(versions: Versions) -> None:
    every_minute = [timedelta(minutes=n) for n in range(60 * 24 * 3)]
    kept = kept_ages(versions, every_minute)
    assert len([age for age in kept if age <= timedelta(hours=2)]) == 13
    assert len([age for age in kept if timedelta(hours=2) < age <= timedelta(days=2)]) in (46, 47)
    assert len([age for age in kept if age > timedelta(days=2)]) in (1, 2)
    assert kept[0] == timedelta(0)


def test_a_version_that_somebody_needs_is_never_thinned_out(versions: Versions) -> None:
    ages = [timedelta(days=40), timedelta(minutes=2), timedelta(minutes=1)]
    assert kept_ages(versions, ages, held=(str(ages[0]), str(ages[1]))) == ages
    versions.note_last(Path("by"), str(ages[0]))  # type: ignore[arg-type]
    assert kept_ages(versions, ages) == [ages[0], ages[2]]


def test_beyond_the_limit_the_oldest_go_first_but_never_the_last_saved(
    versions: Versions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ages = [timedelta(days=n) for n in range(4)]
    kept_ages(versions, ages)
    versions.note_last(Path("by"), str(ages[3]))  # type: ignore[arg-type]
    monkeypatch.setattr("strategikort.storage.state.MOST_BYTES", 12)
    StateFolder(tmp_path / "state").tidy(MORNING)
    assert [versions.has(str(age)) for age in ages] == [True, False, False, True]


def test_names_from_files_are_never_part_of_a_path(tmp_path: Path) -> None:
    state = StateFolder(tmp_path / "state")
    for name in ("../../etc", "CON", "a" * 5000, "\ud800", ""):
        assert state.versions(name).folder.parent == tmp_path / "state" / "documents"
        assert state.versions("d").file(name).parent == state.versions("d").folder


@pytest.mark.skipif(sys.platform == "win32", reason="rights are the user profile's there")
def test_nobody_else_can_read_what_is_kept(versions: Versions, tmp_path: Path) -> None:
    kept_ages(versions, [timedelta(0)])
    for path in (tmp_path / "state").rglob("*.strategikort"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    for folder in (tmp_path / "state", versions.folder):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.skipif(sys.platform == "win32", reason="rights are the user profile's there")
def test_nobody_else_can_read_the_work_of_an_open_session(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        session = Session.create(tmp_path / "by.strategikort", town(), desk=desk_of(tmp_path))
        session.edit(retitled(session.document, goals_of(session.document)[0], "Fortroligt"))
        session.save()
    finally:
        os.umask(before)
    kept = [tmp_path / "state-Anna", *(tmp_path / "state-Anna").rglob("*")]
    assert {"work.sqlite", "session.json", "lock", "last.json"} <= {one.name for one in kept}
    assert [one for one in kept if stat.S_IMODE(one.stat().st_mode) != (0o700 if one.is_dir() else 0o600)] == []
    session.close()


def test_the_limits_are_thirty_days_and_two_gigabytes() -> None:
    assert (timedelta(days=30), 2 * 1024**3) == (state.KEPT_AFTER_CLOSE, state.MOST_BYTES)


def test_work_set_aside_is_kept_for_thirty_days_and_a_copy_being_read_for_one(tmp_path: Path) -> None:
    here = StateFolder(tmp_path / "state")
    aside = here.set_aside(here.work("old work, just found damaged"), MORNING)
    reading = tmp_path / "state" / "reading-abc"
    reading.mkdir()
    os.utime(reading, (MORNING.timestamp(), MORNING.timestamp()))
    there = []
    for days in (0, 2, 29, 31):
        here.tidy(MORNING + timedelta(days=days))
        there.append((aside.exists(), reading.exists()))
    assert there == [(True, True), (True, False), (True, False), (False, False)]


def test_a_wiped_state_folder_costs_nothing_that_was_saved(tmp_path: Path) -> None:
    """As on a Citrix server, where the profile is wiped at each logout."""
    file = tmp_path / "by.strategikort"
    document = town()
    Session.create(file, document, desk=desk_of(tmp_path)).close()
    for n in range(3):
        shutil.rmtree(tmp_path / "state-Anna")
        session = Session.open(file, desk=replace(desk_of(tmp_path), new_id=identities(n)))
        assert (session.document, session.notices, session.conflicts) == (document, (), ())
        session.edit(retitled(document, goals_of(document)[n], f"Dag {n}"))
        document = session.document
        session.close()
    assert read_document(file, desk_of(tmp_path, "Reader")) == document


def test_two_people_whose_versions_are_wiped_between_saves_lose_nothing_unreported(tmp_path: Path) -> None:
    file = tmp_path / "by.strategikort"
    Session.create(file, town(), desk=desk_of(tmp_path, "Maker")).close()
    anna, bo = (Session.open(file, desk=desk_of(tmp_path, who)) for who in ("Anna", "Bo"))
    goals = goals_of(town())
    anna.edit(retitled(anna.document, goals[0], "Annas"))
    bo.edit(retitled(bo.document, goals[1], "Bos"))
    anna.close()
    shutil.rmtree(tmp_path / "state-Anna")
    shutil.rmtree(tmp_path / "state-Bo" / "documents")
    listed = {str(one.theirs) for one in bo.save().conflicts}
    bo.close()
    assert {"Annas", "Bos"} <= titles(file, tmp_path) | listed
    again = Session.open(file, desk=replace(desk_of(tmp_path), new_id=identities(9)))
    assert again.conflicts == ()
    again.close()


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be removed there")
def test_a_state_folder_wiped_under_an_open_session_is_told_and_leaves_the_file_as_it_was_saved(tmp_path: Path) -> None:
    file = tmp_path / "by.strategikort"
    session = Session.create(file, town(), desk=desk_of(tmp_path))
    session.edit(retitled(session.document, goals_of(session.document)[0], "Gemt"))
    session.save()
    before, document = file.read_bytes(), session.document
    shutil.rmtree(tmp_path / "state-Anna")
    for asked in (lambda: session.edit(retitled(document, goals_of(document)[0], "For sent")), session.save):
        with pytest.raises(FileProblem) as problem:
            asked()
        assert problem.value.code == "work.unwritable"
    assert session.document == document
    session.close(save=False)
    assert file.read_bytes() == before
    assert "Gemt" in titles(file, tmp_path)
