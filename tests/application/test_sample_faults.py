"""The faults of the sample: a check finds exactly what was planted, and the documentation lists it."""

import re
from datetime import date
from functools import cache
from pathlib import Path

from strategikort.application.profiles import load_profile
from strategikort.application.reading import reading_of
from strategikort.application.reviewing import Review, reviewed
from strategikort.application.sample.content import sample_content
from strategikort.application.sample.faults import FAULTS, PLANTED
from strategikort.application.sample.oeresoe import sample_municipality
from strategikort.cascade.rules import RULES
from strategikort.domain.document import Document
from strategikort.domain.goals import Goal

ONLY_WITH_OWN_GOALS = {"TRA-007"}
TODAY = date(2015, 2, 15)
TABLE = Path(__file__).parents[2] / "docs" / "sample.md"
ROW = re.compile(r"\| ((?:TRA|STR)-\d{3}) \| (\S+) \|(.*)\|")


@cache
def sample(size: str | int = "helsingoer") -> Document:
    return sample_municipality(sample_content(), load_profile("helsingoer"), size=size)


def found(document: Document) -> dict[str, tuple[str, ...]]:
    codes: dict[str, tuple[str, ...]] = {}
    for finding in review(document).findings:
        goal = document.all(Goal)[finding.records[0]]
        codes[finding.rule] = (*codes.get(finding.rule, ()), goal.code)
    return codes


def review(document: Document) -> Review:
    return reviewed(reading_of(document, language="da"), today=TODAY, year=TODAY.year)


def test_a_check_finds_what_was_planted_and_nothing_else() -> None:
    assert found(sample()) == PLANTED


def test_every_rule_finds_something_in_the_sample() -> None:
    assert set(PLANTED) == set(RULES) - ONLY_WITH_OWN_GOALS


def test_every_fault_says_what_it_looks_like_and_which_rule_finds_it() -> None:
    told = " ".join(fault.__doc__ or "" for fault in FAULTS)
    assert all(fault.__doc__ for fault in FAULTS)
    assert {rule for rule in PLANTED if rule in told} >= {f"STR-00{number}" for number in range(1, 8)}


def test_a_larger_municipality_has_the_same_faults_and_no_more() -> None:
    assert found(sample("aalborg")) == PLANTED


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
