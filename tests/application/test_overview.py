"""Ten files as one municipality: read, never written; what differs is told, what cannot be read is left out."""

import os
from datetime import date
from pathlib import Path

import pytest

from strategikort.application.overview import overview_of
from strategikort.application.profiles import load_profile
from strategikort.application.session import Session
from strategikort.cascade.coverage import Coverage, Side
from strategikort.cascade.rules.asking import Check
from strategikort.domain.document import Document
from strategikort.domain.failures import KnownFailure
from strategikort.domain.goals import Goal, PoliticalGoal
from strategikort.domain.organisation import Municipality, Scope
from strategikort.domain.shape import Id
from tests.cascade.town import TODAY, Town, healthy
from tests.storage.desks import desk_of

SHARED = ("vision", "pa", "pb", "pa>vision", "pb>vision")


def of_centre(mark: str, centre: str, unit: str, profile: str = "helsingoer") -> Town:
    """One centre's file: the council's goals, and its own part of the healthy municipality."""
    whole = healthy().change("kommune", profile=profile, scope=Scope.CENTRE, centre=Id(centre))
    own = {"kommune", *SHARED, centre, unit, f"{unit}@{centre}", f"{unit}2015"}
    own |= {f"c{mark}", f"u{mark}", f"e{mark}", f"c{mark}>p{mark}", f"u{mark}>c{mark}", f"e{mark}>u{mark}"}
    return whole.without(*(set(whole.records) - own))


def saved(folder: Path, name: str, document: Document, age: int = 0) -> Path:
    file = folder / f"{name}.strategikort"
    Session.create(file, document, desk=desk_of(folder.parent)).close()
    os.utime(file, ns=(1_400_000_000 * 10**9 - age, 1_400_000_000 * 10**9 - age))
    return file


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = tmp_path / "centre"
    found.mkdir()
    return found


def test_the_files_of_two_centres_are_one_municipality(folder: Path) -> None:
    files = [
        saved(folder, "skoler", of_centre("a", "skolecenter", "skole").document),
        saved(folder, "kultur", of_centre("b", "kulturcenter", "bibliotek").document),
    ]
    before = [file.read_bytes() for file in files]
    found = overview_of(folder, desk=desk_of(folder.parent))
    assert set(found.files) == set(files) and found.problems == () and found.clashes == ()
    assert found.document.all(Goal).keys() == healthy().document.all(Goal).keys()
    (municipality,) = found.document.all(Municipality).values()
    assert (municipality.scope, municipality.centre) == (Scope.MUNICIPALITY, None)
    check = Check(found.document, load_profile("helsingoer"), today=TODAY, year=2015)
    assert Coverage(check, Side.CENTRES).counts.tolist() == [[0, 1], [1, 0]]
    assert [file.read_bytes() for file in files] == before
    assert sorted(one.name for one in folder.iterdir()) == sorted(file.name for file in files)


def test_where_two_files_differ_the_last_saved_is_right_and_it_is_told(folder: Path) -> None:
    old = saved(folder, "skoler", of_centre("a", "skolecenter", "skole").document, age=10**9)
    town = of_centre("b", "kulturcenter", "bibliotek").change("pa", title="Nye ord", valid_to=date(2016, 12, 31))
    new = saved(folder, "kultur", town.document)
    found = overview_of(folder, desk=desk_of(folder.parent))
    assert found.document.all(PoliticalGoal)[Id("pa")].title == "Nye ord"
    (clash,) = found.clashes
    assert (clash.record.id, clash.kept, clash.left) == ("pa", new, old)


def test_a_file_that_cannot_be_read_is_told_and_the_rest_is_shown(folder: Path) -> None:
    saved(folder, "skoler", of_centre("a", "skolecenter", "skole").document)
    broken = folder / "kultur.strategikort"
    broken.write_bytes(b"ikke en fil")
    found = overview_of(folder, desk=desk_of(folder.parent))
    assert [file for file, _ in found.problems] == [broken]
    assert Id("ua") in found.document.all(Goal)


def test_a_folder_without_files_and_files_of_two_models_are_refused(folder: Path) -> None:
    with pytest.raises(KnownFailure) as empty:
        overview_of(folder, desk=desk_of(folder.parent))
    assert empty.value.phrase.code == "overview.empty"
    saved(folder, "skoler", of_centre("a", "skolecenter", "skole").document)
    saved(folder, "kultur", of_centre("b", "kulturcenter", "bibliotek", profile="skanderborg").document)
    with pytest.raises(KnownFailure) as mixed:
        overview_of(folder, desk=desk_of(folder.parent))
    assert mixed.value.phrase.code == "overview.mixed"


def test_links_to_goals_that_no_file_holds_are_left_out(folder: Path) -> None:
    town = of_centre("a", "skolecenter", "skole")
    saved(folder, "skoler", town.document)
    found = overview_of(folder, desk=desk_of(folder.parent))
    assert found.document.all(Goal).keys() == town.document.all(Goal).keys()
