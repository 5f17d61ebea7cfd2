"""A municipality's file is parted into its centres' files, and put together again nothing is lost or otherwise."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from strategikort.application.demo import SAMPLE_DAY
from strategikort.application.overview import overview_of
from strategikort.application.parting import centre_parts, save_parts
from strategikort.application.profiles import load_profile
from strategikort.application.starting import sample_document
from strategikort.cascade.rules.asking import Check
from strategikort.domain.agreements import Agreement
from strategikort.domain.document import Document
from strategikort.domain.failures import KnownFailure
from strategikort.domain.goals import Goal, PoliticalGoal
from strategikort.domain.organisation import Municipality, OrgUnit, Person, Scope
from strategikort.domain.shape import Record
from tests.cascade.town import TODAY, healthy
from tests.storage.desks import desk_of


def check_of(document: Document) -> Check:
    return Check(document, load_profile("helsingoer"), today=SAMPLE_DAY, year=2015)


def but_for_whose(records: Iterable[Record]) -> dict[str, Record]:
    return {one.id: one for one in records if not isinstance(one, Municipality)}


def test_the_parts_of_the_sample_put_together_are_the_sample(tmp_path: Path) -> None:
    whole = sample_document()
    folder = tmp_path / "centre"
    folder.mkdir()
    files = save_parts(check_of(whole), folder, desk=desk_of(tmp_path))
    found = overview_of(folder, desk=desk_of(tmp_path))
    assert len(files) == 10 == len(found.files) and found.clashes == () == found.problems
    assert but_for_whose(found.document.records()) == but_for_whose(whole.records())


def test_a_centre_gets_its_own_and_the_councils_and_only_the_people_its_records_name() -> None:
    whole = sample_document()
    parts = centre_parts(check_of(whole))
    names = {whole.all(OrgUnit)[centre].name: part for centre, part in parts.items()}
    small = names["Center for Økonomi og Ejendomme"]
    (municipality,) = small.all(Municipality).values()
    assert municipality.scope is Scope.CENTRE and small.all(OrgUnit)[municipality.centre].name in names
    assert small.all(PoliticalGoal) == whole.all(PoliticalGoal)
    assert len(small.all(Person)) < len(whole.all(Person)) / 4
    own = sum(whole.all(OrgUnit)[one.org].name in names for one in small.all(Agreement).values())
    assert len(small.all(Agreement)) < 10 and own <= 1


def test_a_goal_that_hangs_on_another_centres_takes_that_goal_along() -> None:
    town = healthy()
    parts = centre_parts(Check(town.document, load_profile("helsingoer"), today=TODAY, year=2015)).values()
    assert not any({"ca", "cb"} <= part.all(Goal).keys() for part in parts)
    joined = town.link("ua>cb")
    parts = centre_parts(Check(joined.document, load_profile("helsingoer"), today=TODAY, year=2015)).values()
    assert any({"ua", "ca", "cb"} <= part.all(Goal).keys() for part in parts)


def test_a_name_that_is_taken_is_told_before_anything_is_written(tmp_path: Path) -> None:
    folder = tmp_path / "centre"
    folder.mkdir()
    taken = folder / "Center for Økonomi og Ejendomme.strategikort"
    taken.write_bytes(b"her")
    with pytest.raises(KnownFailure) as refused:
        save_parts(check_of(sample_document()), folder, desk=desk_of(tmp_path))
    assert refused.value.phrase.code == "parts.exists" and list(folder.iterdir()) == [taken]
    with pytest.raises(KnownFailure) as none:
        save_parts(check_of(Document([])), folder, desk=desk_of(tmp_path))
    assert none.value.phrase.code == "parts.none"
