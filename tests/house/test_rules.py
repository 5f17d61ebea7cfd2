"""Rulebook, conditions, faults and the list of rules in the documentation hold the same rules, in both languages."""

import re
from pathlib import Path

from strategikort.application.rulebook import load_rulebook
from strategikort.cascade.rules import RULES
from tests.cascade.rules.test_every_rule import FAULTS

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
