from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from strategikort.application.profiles import read_profile
from strategikort.application.rulebook import read_rulebook
from strategikort.cascade.checking import check
from strategikort.cascade.findings import Finding
from strategikort.cascade.rulebook import Rulebook
from strategikort.domain.document import Document
from strategikort.domain.goals import GoalKind
from strategikort.domain.profile import Profile
from tests.cascade.graphs import drawn
from tests.cascade.town import TODAY, Town

RESOURCES = Path(__file__).parents[2] / "resources"
Checking = Callable[..., tuple[Finding, ...]]


@pytest.fixture(scope="session")
def profile() -> Profile:
    file = RESOURCES / "profiles" / "helsingoer.toml"
    return read_profile(file.read_bytes(), name=file.name)


@pytest.fixture(scope="session")
def rulebook() -> Rulebook:
    return read_rulebook({file.name: file.read_bytes() for file in sorted((RESOURCES / "rules").glob("*.toml"))})


@pytest.fixture(scope="session")
def long_chain() -> Document:
    """A political goal and a chain of 100,000 unit goals under it, each supporting the one before."""
    size = 100_000
    kinds = [GoalKind.POLITICAL_GOAL, *[GoalKind.UNIT_GOAL] * size]
    return drawn(kinds, [(number + 1, number) for number in range(size)])


@pytest.fixture(scope="session")
def findings(profile: Profile, rulebook: Rulebook) -> Checking:
    """Checks the threads, ties and titles of a town, by default with the shipped profile on an ordinary day."""
    of_threads = {key: entry for key, entry in rulebook.entries.items() if key.startswith(("TRA-", "STR-00"))}
    return checking(profile, replace(rulebook, entries=of_threads))


@pytest.fixture(scope="session")
def all_findings(profile: Profile, rulebook: Rulebook) -> Checking:
    """Checks a town by all rules."""
    return checking(profile, rulebook)


def checking(shipped: Profile, rulebook: Rulebook) -> Checking:
    def checked(town: Town, profile: Profile = shipped, year: int | None = None) -> tuple[Finding, ...]:
        return check(town.document, profile, rulebook, today=TODAY, year=year)

    return checked
