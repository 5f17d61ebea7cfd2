"""Rulebook, conditions, faults and the list of rules in the documentation hold the same rules, in both languages."""

import json
import re
from pathlib import Path

import pytest

from strategikort.application.rulebook import load_rulebook
from strategikort.cascade.rules import RULES
from strategikort.cascade.rules.registry import kinds_of
from strategikort.domain.measures import Direction
from tests.cascade.rules.test_every_rule import FAULTS
from tests.house.listed_rules import LIST, ROW, offered, rows, written

DESCRIBED = Path(__file__).parents[3] / "shared" / "domain" / "rules.json"
CONDITIONS = Path(__file__).parents[2] / "src" / "strategikort" / "cascade" / "rules"
MEND = re.compile(r"\"mend\.([\w{}.]+)\"")
SENTENCE = re.compile(r"[.?](?= [A-ZÆØÅ]|$)")
SAID_AS = {
    ("AFT-010", "body"): "said",
    ("AFT-010", "document"): "said",
    ("AFT-010", "done"): "said",
    ("MAL-004", "indicator"): "name",
    ("PER-009", "vision"): "name",
    ("PRT-002", "goal"): "map",
    ("TRA-003", "effort"): "goal",
    ("TRA-005", "centre"): "elsewhere",
    ("TRA-013", "centre"): "responsible",
}
"""Gaps of the description that a message of ours fills otherwise: by a whole sentence, by names, with the map."""
WHEN = {
    "centre level": {"centre_level"},
    "all, whole-municipality file": {"whole_municipality"},
    "viborg": {"effect_goals"},
    "vordingborg": {"services"},
    "naestved": {"quality_reports"},
    "allow own goals": {"own_goals"},
    "vision layers": {"layers"},
    "hearing": {"involvements"},
    "records": {"records"},
    "common + local": {"common_goals"},
}
WHEN_OF = {
    "STR-011": {"layers"},
    "STR-012": {"layers"},
    "STR-013": {"balance"},
    "TRA-013": {"centre_level"},
    "VIB-006": {"effect_goals", "whole_municipality"},
}
"""When a rule is on, by what the description calls it; and where it says it in more than one way."""


def test_there_are_a_hundred_and_two_rules_and_every_place_knows_them() -> None:
    rulebook = load_rulebook()
    assert len(RULES) == 102
    assert set(RULES) == set(rulebook.entries) == {fault.rule for fault in FAULTS}


def test_the_list_of_rules_says_what_the_rulebook_says_and_what_is_offered() -> None:
    text = LIST.read_text(encoding="utf-8")
    assert sorted(ROW.findall(text)) == sorted(load_rulebook().entries)
    wanted = rows()
    for line in ROW.finditer(text):
        assert line.group() == wanted[line.group(1)], "python -m tests.house.listed_rules writes the list anew"
    assert text == written(text)


def test_every_rule_says_in_both_languages_what_is_wrong_why_it_matters_and_where_it_comes_from() -> None:
    rulebook = load_rulebook()
    for entry in rulebook.entries.values():
        assert set(entry.texts) == {"da", "en"}
        for language, text in entry.texts.items():
            assert text.title[:1].isupper() and not text.title.endswith("."), (entry.id, language)
            assert text.help.endswith((".", "?")) and 2 <= len(SENTENCE.findall(text.help)) <= 3, (entry.id, language)
            assert 40 <= len(text.help) <= 420, (entry.id, language)
            source = rulebook.sentences(language)[f"source.{entry.source}"]
            assert rulebook.sentences(language)[f"{entry.id}.help"].endswith(f": {source}."), entry.id


def test_every_rule_declares_what_it_reads_and_the_ways_to_it() -> None:
    for rule in RULES.values():
        assert rule.of_findings or rule.reads, rule.id
        assert set(rule.about) <= rule.reads, rule.id
        assert {kind for way in rule.ways for kind in kinds_of((way.kind,))} <= rule.reads, rule.id


def test_severity_gates_and_messages_are_those_of_the_domain_description() -> None:
    if not DESCRIBED.is_file():
        pytest.skip("the rules of the domain description are not here")
    described = {one["id"]: one for one in json.loads(DESCRIBED.read_text(encoding="utf-8"))}
    entries = load_rulebook().entries
    assert set(described) == set(entries)
    for key, entry in entries.items():
        wanted = described[key]
        assert entry.severity.value == wanted["severity"], key
        assert {gate.value for gate in entry.gates} == set(wanted["gate"]), key
        told = {gap.partition(":")[0] for gap in re.findall(r"{([^}]+)}", entry.texts["da"].message)}
        assert {SAID_AS.get((key, gap), gap) for gap in wanted["placeholders"]} <= told, key
        assert {one.value for one in entry.when} == WHEN.get(wanted["profile"], WHEN_OF.get(key, set())), key


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
    assert {f"mend.{code}" for code in made} == {code for codes in offered().values() for code in codes}
    for language in ("da", "en"):
        said = load_rulebook().sentences(language)
        named = {code.removeprefix("mend.") for code in said if code.startswith("mend.")}
        short = {code.removeprefix("mend_short.") for code in said if code.startswith("mend_short.")}
        assert named == made
        several = {one for one in short if one.endswith("_one")}
        assert short - several == made and {one.removesuffix("_one") for one in several} <= made


def gaps(text: str) -> set[str]:
    """What a sentence is filled with: names, whatever form of a word is asked for."""
    return {gap.split(":")[0] for gap in re.findall(r"{([^}]+)}", text) if ":" not in gap}


def _spelt_out(code: str) -> list[str]:
    return [f"direction_{one.value}" for one in Direction] if code == "direction_{direction.value}" else [code]
