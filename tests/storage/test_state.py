"""What the state folder keeps and for how long."""

import stat
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from strategikort.storage.state import StateFolder, Versions
from tests.storage.desks import MORNING


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
