"""Every mend that is offered removes its finding and adds no error, wherever it is offered."""

from datetime import date

import pytest

from strategikort.application.profiles import load_profile
from strategikort.application.rulebook import load_rulebook
from strategikort.application.sample.content import sample_content
from strategikort.application.sample.oeresoe import sample_municipality
from strategikort.cascade.checking import check
from strategikort.cascade.findings import Finding, Severity
from strategikort.cascade.watch import Watch
from strategikort.domain.document import Document
from strategikort.domain.edits.refusal import EditRefused
from strategikort.domain.profile import Profile
from strategikort.domain.shape import Id
from tests.cascade.complete import complete
from tests.cascade.rules.fault import Fault
from tests.cascade.rules.test_every_rule import FAULTS
from tests.cascade.test_watch import steps
from tests.cascade.town import TODAY

RULEBOOK = load_rulebook()


def mended_well(document: Document, profile: Profile, year: int | None = None) -> int:
    """Go every way out that the findings of a document offer, each from where it stands. How many there were."""
    before = check(document, profile, RULEBOOK, today=TODAY, year=year)
    errors = {(one.rule, one.records) for one in before if one.severity is Severity.ERROR}
    ways = [(finding, mend) for finding in before for mend in finding.mends]
    for finding, mend in ways:
        try:
            step = mend.make(document)
        except EditRefused:
            continue
        after = check(document.with_changes(step), profile, RULEBOOK, today=TODAY, year=year)
        assert not any(same(one, finding) for one in after), (finding.rule, mend.label)
        fresh = {(one.rule, one.records) for one in after if one.severity is Severity.ERROR} - errors
        rings = [set(one.records) for one in before if one.rule == "STR-001"]
        worse = {one for one in fresh if one[0] not in FOLLOW and not _is_part(one, rings)}
        assert not worse, (finding.rule, mend.label, worse)
    return len(ways)


FOLLOW = {"TRA-001", "TRA-002", "TRA-003", "PRT-001"}
"""What a cut may bring to light: a goal that hung on the link alone has no thread, and its paper is a draft."""


def _is_part(one: tuple[str, tuple[Id, ...]], rings: list[set[Id]]) -> bool:
    """Whether a ring was inside one that was cut: there were more ways round."""
    return one[0] == "STR-001" and any(set(one[1]) < ring for ring in rings)


def same(one: Finding, other: Finding) -> bool:
    return one.rule == other.rule and one.records == other.records


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.rule)
def test_the_mends_of_a_fault_remove_it(fault: Fault) -> None:
    mended_well(fault.town().document, fault.model(load_profile("helsingoer")), fault.year)


def test_every_mend_of_the_sample_removes_its_finding_and_adds_no_error() -> None:
    profile = load_profile("helsingoer")
    document = sample_municipality(sample_content(), profile)
    watch = Watch(document, profile, RULEBOOK, today=date(2015, 2, 15), year=2015)
    assert sum(len(finding.mends) for finding in watch.checked.findings) > 10
    assert mended_well(document, profile, 2015) > 10


@pytest.mark.parametrize("seed", range(12))
def test_every_mend_that_a_user_is_offered_removes_its_finding(seed: int) -> None:
    profile = load_profile("helsingoer")
    *_, (_, document) = steps(complete().document, seed, 25)
    mended_well(document, profile)
