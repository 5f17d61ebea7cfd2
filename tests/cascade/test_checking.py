"""The check as a whole: order, year, sentences, mends."""

import json
import random
import string
from datetime import date

import pytest
from hypothesis import given

from strategikort.application.profiles import read_profile
from strategikort.application.rulebook import RulebookProblem, load_rulebook, read_rulebook
from strategikort.application.wordings import sentences
from strategikort.cascade.checking import asking, check, plan_year
from strategikort.cascade.findings import Finding, Gate, Mend, Severity
from strategikort.cascade.mending import mends_of
from strategikort.cascade.rulebook import Rulebook
from strategikort.domain.document import Document
from strategikort.domain.goals import CentreGoal, Effort, UnitGoal
from strategikort.domain.phrases import Wording
from strategikort.domain.profile import Profile
from strategikort.domain.shape import Id
from tests.cascade.conftest import RESOURCES, Checking
from tests.cascade.graphs import TRACE, bundle
from tests.cascade.rules.fault import Fault
from tests.cascade.rules.faults_of_threads import effort_ring
from tests.cascade.rules.test_every_rule import FAULTS
from tests.cascade.test_verdicts import NAMES, cascades
from tests.cascade.town import TODAY, Town, healthy

LITERAL = ("enhedsmål", "centermål", "decentral aftale", "strategikort", "unit goal", "centre goal", "strategy map")


def everything_wrong() -> Town:
    town = effort_ring().goal(UnitGoal, "x", "y", "z").goal(CentreGoal, "loose").goal(Effort, "idle")
    return town.link("cb>ua", "ea>pb", "x>loose")


def test_findings_come_worst_first_and_in_one_order(findings: Checking) -> None:
    found = findings(everything_wrong())
    keys = [(finding.severity.rank, finding.rule) for finding in found]
    assert keys == sorted(keys) and len(set(keys)) > 5
    loose = [finding.about for finding in found if finding.rule == "TRA-001"]
    assert loose == ["x", "y", "z"]


def test_the_order_of_records_does_not_change_the_findings(profile: Profile, rulebook: Rulebook) -> None:
    records = list(everything_wrong().document.records())
    first = check(Document(records), profile, rulebook, today=TODAY)
    for seed in range(5):
        random.Random(seed).shuffle(records)
        assert check(Document(records), profile, rulebook, today=TODAY) == first


def test_the_year_in_question_is_todays_or_else_the_latest_with_agreements(profile: Profile) -> None:
    document = healthy().change("skole2015", valid_from=date(2013, 1, 1), valid_to=date(2013, 12, 31)).document
    assert plan_year(document, profile, date(2013, 5, 1)) == 2013
    assert plan_year(document, profile, date(2014, 5, 1)) == 2015
    assert plan_year(Document(), profile, date(2014, 5, 1)) is None


def test_severities_gates_and_rules_are_those_of_the_rulebook(findings: Checking) -> None:
    (finding,) = findings(healthy().goal(Effort, "idle"))
    assert (finding.rule, finding.severity) == ("TRA-003", Severity.ERROR)
    assert finding.stops(Gate.SIGN) and not finding.stops(Gate.PRINT)


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.rule)
def test_every_finding_can_be_said(
    fault: Fault, language: str, all_findings: Checking, profile: Profile, rulebook: Rulebook
) -> None:
    file = RESOURCES / "profiles" / "helsingoer.toml"
    words = read_profile(file.read_bytes(), name=file.name, language=language).words
    wording = Wording({**sentences(language), **rulebook.sentences(language)}, words, language=language)
    for finding in all_findings(fault.town(), profile=fault.model(profile), year=fault.year):
        said = wording.say(finding.message)
        assert said[:1].isupper() or said[:1] in "»“"
        assert "{" not in said and "()" not in said


def test_messages_take_kind_words_from_the_profile_and_have_the_same_gaps(rulebook: Rulebook) -> None:
    for entry in rulebook.entries.values():
        gaps = {language: set(names(text.message)) for language, text in entry.texts.items()}
        assert gaps["da"] == gaps["en"], entry.id
        for text in entry.texts.values():
            written = "".join(part for part, *_ in string.Formatter().parse(text.message)).lower()
            assert not any(word in written for word in LITERAL), entry.id


def names(message: str) -> list[str]:
    return [name for _, name, _, _ in string.Formatter().parse(message) if name]


def test_a_link_drawn_downward_is_mended_by_turning_it(findings: Checking, profile: Profile) -> None:
    town = healthy().without("ua>ca").link("ca>ua")
    wrong = next(finding for finding in findings(town) if finding.rule == "STR-002")
    turned = town.document.with_changes(ways(town.document, profile, wrong)[0].make(town.document))
    assert check_rules(findings, turned) == []


def test_a_ring_offers_every_link_of_its_own_for_removal(findings: Checking, profile: Profile) -> None:
    town = effort_ring()
    (ring,) = findings(town)
    assert ring.records == ("e1", "e2", "e3")
    mends = ways(town.document, profile, ring)
    cuts = [mend.make(town.document).changes[0].record.id for mend in mends]
    assert cuts == ["e1>e2", "e2>e3", "e3>e1"]
    for mend in mends:
        left = check_rules(findings, town.document.with_changes(mend.make(town.document)))
        assert "STR-001" not in left


def ways(document: Document, profile: Profile, finding: Finding) -> tuple[Mend, ...]:
    return mends_of(asking(document, profile, today=TODAY), finding)


def check_rules(findings: Checking, document: Document) -> list[str]:
    town = Town().add(*document.records())
    return [finding.rule for finding in findings(town)]


@given(cascades())
def test_whatever_is_drawn_can_be_checked(document: Document) -> None:
    profile, rulebook = shipped()
    found = check(document, profile, rulebook, today=TODAY)
    illegal = [finding.records[-1] for finding in found if finding.rule in ("STR-002", "STR-003", "STR-005")]
    assert len(illegal) == len(set(illegal))
    assert all(document.find(Id(record)) for finding in found for record in finding.records)


def shipped() -> tuple[Profile, Rulebook]:
    file = RESOURCES / "profiles" / "helsingoer.toml"
    return read_profile(file.read_bytes(), name=file.name), load_rulebook()


@pytest.mark.parametrize(
    ("before", "after", "code", "about"),
    [
        ('severity = "error"', 'severty = "error"', "toml.misspelt", ("meant", "severity")),
        ('severity = "error"', 'severity = "fatal"', "toml.choice", ("key", "rules.TRA-001.severity")),
        ('gates = ["sign", "print"]', 'gates = ["sing"]', "toml.choice", ("key", "rules.TRA-001.gates")),
        ("[rules.TRA-001]", "[rules.TRA-1]", "toml.wrong", ("key", "rules.TRA-1")),
        ("[rules.TRA-001]", "[rules.TRA-001", "toml.broken", ("file", "threads.toml")),
    ],
)
def test_a_wrong_rulebook_is_refused_in_plain_words(before: str, after: str, code: str, about: tuple[str, str]) -> None:
    content = (RESOURCES / "rules" / "threads.toml").read_text(encoding="utf-8").replace(before, after, 1)
    with pytest.raises(RulebookProblem) as refused:
        read_rulebook({"threads.toml": content.encode()})
    said = dict(refused.value.phrase.about)
    assert refused.value.phrase.code == code
    assert said[about[0]] == about[1]
    if "line" in said and after in content:
        lines = content.splitlines()
        assert lines[int(str(said["line"])) - 1] == after


@pytest.mark.parametrize("name", NAMES)
def test_the_graphs_of_others_are_told_exactly_their_untraced_goals(name: str, findings: Checking) -> None:
    if not TRACE.is_dir():
        pytest.skip("the graphs of others are not here")
    expected = json.loads((TRACE / name / "expected.json").read_text(encoding="utf-8"))
    town = Town().add(*bundle(TRACE / name).records())
    untraced = [finding.about for finding in findings(town) if finding.rule in ("TRA-001", "TRA-002")]
    assert len(untraced) == len(set(untraced))
    assert set(untraced) == set(expected["untraced"])
