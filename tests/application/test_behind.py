"""The goals behind a finding: whatever it is about, a person can be shown something on the map."""

import pytest

from strategikort.application.behind import goals_behind
from strategikort.cascade.findings import Finding, Severity
from strategikort.domain.phrases import Phrase
from strategikort.domain.shape import Id
from tests.cascade.complete import complete


@pytest.mark.parametrize(
    ("record", "goals"),
    [
        ("ua", ["ua"]),
        ("ua>ca", ["ua", "ca"]),
        ("i ua", ["ua"]),
        ("t ua", ["ua"]),
        ("skole2015", ["la", "ua"]),
        ("midyear skole2015", ["la", "ua"]),
        ("skole", ["la", "ua", "ea"]),
        ("vision2020", ["vision", "vision1", "vision2", "vision3", "vision4"]),
        ("kilde", []),
        ("nothing", []),
    ],
)
def test_the_goals_behind_a_record(record: str, goals: list[str]) -> None:
    finding = Finding(rule="", severity=Severity.INFO, gates=(), records=(Id(record),), message=Phrase(""))
    assert goals_behind(complete().document, finding) == goals
