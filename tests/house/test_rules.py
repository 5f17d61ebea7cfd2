"""Rulebook, conditions, faults and the list of rules in the documentation hold the same rules, in both languages."""

import json
import re
from pathlib import Path

import pytest

from strategikort.application.rulebook import load_rulebook
from strategikort.cascade.rules import RULES
from strategikort.domain.measures import Direction
from tests.cascade.rules.test_every_rule import FAULTS

DESCRIBED = Path(__file__).parents[3] / "shared" / "domain" / "rules.json"
CONDITIONS = Path(__file__).parents[2] / "src" / "strategikort" / "cascade" / "rules"
MEND = re.compile(r"\"mend\.([\w{}.]+)\"")
LIST = Path(__file__).parents[2] / "docs" / "rules.md"
ROW = re.compile(r"\| ([A-Z]{3}-\d{3}) \| (\w+) \| ([\w, ]*?) ?\| (.+?) \|")


def test_there_are_a_hundred_and_two_rules_and_every_place_knows_them() -> None:
    rulebook = load_rulebook()
    assert len(RULES) == 102
    assert set(RULES) == set(rulebook.entries) == {fault.rule for fault in FAULTS}


def test_the_list_of_rules_says_what_the_rulebook_says() -> None:
    entries = load_rulebook().entries.values()
    told = {
        entry.id: (entry.severity.value, ", ".join(gate.value for gate in entry.gates), entry.texts["da"].title)
        for entry in entries
    }
    listed = {key: (severity, gates, title) for key, severity, gates, title in ROW.findall(LIST.read_text("utf-8"))}
    assert listed == told


def test_every_rule_says_in_both_languages_what_is_wrong_and_why_it_matters() -> None:
    for entry in load_rulebook().entries.values():
        for language, text in entry.texts.items():
            assert text.title[:1].isupper() and not text.title.endswith("."), (entry.id, language)
            assert text.help.endswith((".", "?")) and len(re.findall(r"[.?](?: |$)", text.help)) <= 4, entry.id
            assert 40 <= len(text.help) <= 420, (entry.id, language)


def test_severity_gates_and_messages_have_the_gaps_of_the_domain_description() -> None:
    if not DESCRIBED.is_file():
        pytest.skip("the rules of the domain description are not here")
    described = {one["id"]: one for one in json.loads(DESCRIBED.read_text(encoding="utf-8"))}
    entries = load_rulebook().entries
    assert set(described) == set(entries)
    for key, entry in entries.items():
        wanted = described[key]
        assert entry.severity.value == wanted["severity"], key
        assert {gate.value for gate in entry.gates} == set(wanted["gate"]), key


def test_what_a_rule_says_has_the_same_gaps_in_both_languages() -> None:
    for language in ("da", "en"):
        said = load_rulebook().sentences(language)
        other = load_rulebook().sentences("en" if language == "da" else "da")
        assert set(said) == set(other)
        for code, text in said.items():
            assert gaps(text) == gaps(other[code]), code


def test_every_mend_has_a_name_in_both_languages_and_a_short_one_for_its_row() -> None:
    made = {code for file in CONDITIONS.glob("*.py") for code in MEND.findall(file.read_text(encoding="utf-8"))}
    made = {one for code in made for one in _spelt_out(code)}
    for language in ("da", "en"):
        said = load_rulebook().sentences(language)
        named = {code.removeprefix("mend.") for code in said if code.startswith("mend.")}
        short = {code.removeprefix("mend_short.") for code in said if code.startswith("mend_short.")}
        assert named == made
        assert {one.removesuffix("_one") for one in short} == made


def gaps(text: str) -> set[str]:
    """What a sentence is filled with: names, whatever form of a word is asked for."""
    return {gap.split(":")[0] for gap in re.findall(r"{([^}]+)}", text) if ":" not in gap}


def _spelt_out(code: str) -> list[str]:
    return [f"direction_{one.value}" for one in Direction] if code == "direction_{direction.value}" else [code]
