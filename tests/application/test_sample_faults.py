"""The faults of the sample: a check finds exactly what was planted, and the documentation lists it."""

import re
from datetime import date, datetime
from functools import cache
from pathlib import Path

from pypdfium2 import PdfDocument  # type: ignore[import-untyped]

from strategikort.application.agreements import agreement_of_unit, agreements_of
from strategikort.application.behind import goals_behind
from strategikort.application.printing import Press
from strategikort.application.profiles import load_profile
from strategikort.application.reading import reading_of
from strategikort.application.reviewing import Review, reviewed
from strategikort.application.sample.content import sample_content
from strategikort.application.sample.faults import FAULTS, PLANTED
from strategikort.application.sample.oeresoe import sample_municipality
from strategikort.cascade.findings import Severity
from strategikort.cascade.rules import RULES
from strategikort.domain.agreements import Signatory
from strategikort.domain.document import Document
from strategikort.domain.goals import Goal, UnitGoal
from strategikort.domain.organisation import Person

ONLY_WITH_OWN_GOALS = {"TRA-007"}
HINTS = {"AFT-013", "AFT-002", "AFT-007", "MAL-005", "MAL-020", "YDE-003", "STR-013", "OPF-007"}
"""Rules of severity *info* that have something to say of a municipality in which nothing is wrong."""
TODAY = date(2015, 2, 15)
TABLE = Path(__file__).parents[2] / "docs" / "sample.md"
ROW = re.compile(r"\| ([A-Z]{3}-\d{3}) \| (\S+) \|(.*)\|")


@cache
def sample(size: str | int = "helsingoer") -> Document:
    return sample_municipality(sample_content(), load_profile("helsingoer"), size=size)


def found(document: Document) -> dict[str, tuple[str, ...]]:
    codes: dict[str, tuple[str, ...]] = {}
    for finding in review(document).findings:
        code = str(getattr(document.find(finding.about), "code", ""))
        goal = document.get(Goal, next(iter(goals_behind(document, finding)), None))
        codes[finding.rule] = (*codes.get(finding.rule, ()), code or (goal.code if goal else ""))
    return codes


def review(document: Document) -> Review:
    return reviewed(reading_of(document, language="da"), today=TODAY, year=TODAY.year)


def test_a_check_finds_what_was_planted_and_nothing_else() -> None:
    assert {rule: codes for rule, codes in found(sample()).items() if rule not in HINTS - PLANTED.keys()} == PLANTED
    worse = {one.rule for one in review(sample()).findings if one.severity is not Severity.INFO}
    assert worse <= PLANTED.keys()


def test_every_rule_of_threads_and_ties_finds_something_in_the_sample() -> None:
    of_threads = {rule for rule in RULES if rule.startswith(("TRA-", "STR-00"))}
    assert of_threads - ONLY_WITH_OWN_GOALS <= set(PLANTED)


def test_every_fault_says_what_it_looks_like_and_which_rule_finds_it() -> None:
    told = " ".join(fault.__doc__ or "" for fault in FAULTS)
    assert all(fault.__doc__ for fault in FAULTS)
    assert {rule for rule in PLANTED if rule in told} >= {f"STR-00{number}" for number in range(1, 8)}


def test_a_larger_municipality_has_the_same_faults_and_no_more() -> None:
    told = {rule: codes for rule, codes in found(sample("aalborg")).items() if rule in PLANTED or rule not in HINTS}
    assert told == PLANTED


def test_the_documentation_lists_every_finding_and_quotes_titles_as_they_are() -> None:
    listed: dict[str, tuple[str, ...]] = {}
    titles = {goal.title for goal in sample().all(Goal).values()}
    for rule, code, words in ROW.findall(TABLE.read_text(encoding="utf-8")):
        listed[rule] = (*listed.get(rule, ()), code)
        assert set(re.findall("»(.+?)«", words)) <= titles, rule
    assert listed == PLANTED
    assert list(listed) == list(PLANTED)


def test_the_documentation_names_every_mark_of_the_words_for_rules_to_come() -> None:
    text = TABLE.read_text(encoding="utf-8")
    units = [unit for centre in sample_content().centres for unit in centre.unit]
    for unit in units:
        for mark in unit.planted:
            assert any(f"`{mark}`" in row and unit.code in row for row in text.splitlines()), (mark, unit.code)


@cache
def press() -> Press:
    return Press(reading_of(sample(), language="da"), made_at=datetime(2015, 2, 15))


def test_papers_are_drafts_where_a_fault_or_a_missing_signature_makes_them() -> None:
    drafts = {one.code.rsplit("-", 1)[0] for one in agreements_of(sample(), TODAY.year) if press().is_draft(one)}
    assert drafts == {"BID-B1", "DS-D2", "JU-J1", "SO-V1", "ØE-E1"} | {"DS-D6", "DS-D17", "DS-K1", "SO-P6", "SSI-B4"}


def test_the_paper_of_a_sample_unit_has_its_goals_and_who_signs_it() -> None:
    document = sample()
    agreement = agreement_of_unit(document, "SO-H3", TODAY.year)
    pages = PdfDocument(press().printed(agreement).pdf)
    text = " ".join("".join(page.get_textpage().get_text_range() for page in pages).split())
    for goal in document.all(UnitGoal).values():
        if goal.agreement == agreement.id:
            assert goal.title in text
    for signatory in document.all(Signatory).values():
        if signatory.agreement == agreement.id and signatory.person:
            assert document.all(Person)[signatory.person].name in text
    assert "UDKAST" not in text
