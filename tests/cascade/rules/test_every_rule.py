"""Every rule of the rulebook: it finds its fault in the smallest wrong municipality, and not in the mended twin."""

import importlib
from pathlib import Path

import pytest

from strategikort.cascade.rulebook import Rulebook
from strategikort.cascade.rules import RULES
from strategikort.domain.profile import Profile
from tests.cascade.complete import complete
from tests.cascade.conftest import Checking
from tests.cascade.rules.fault import Fault

FAULTS: list[Fault] = [
    fault
    for file in sorted(Path(__file__).parent.glob("faults_of_*.py"))
    for fault in importlib.import_module(f"tests.cascade.rules.{file.stem}").FAULTS
]


def test_a_complete_municipality_has_no_findings(all_findings: Checking) -> None:
    assert [(one.rule, one.records) for one in all_findings(complete())] == []


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.rule)
def test_a_rule_finds_its_fault_and_not_the_mended_twin(fault: Fault, all_findings: Checking, profile: Profile) -> None:
    model = fault.model(profile)
    found = [one for one in all_findings(fault.town(), profile=model, year=fault.year) if one.rule == fault.rule]
    assert sorted(one.about for one in found) == sorted(fault.about)
    mended = all_findings(fault.mended(), profile=model, year=fault.year)
    assert not any(one.rule == fault.rule and one.about in fault.about for one in mended)


def test_rulebook_conditions_and_faults_are_of_the_same_rules(rulebook: Rulebook) -> None:
    assert set(RULES) == set(rulebook.entries) == {fault.rule for fault in FAULTS}
