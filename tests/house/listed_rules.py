"""What the list of rules in the documentation has to say: run as a module it writes it anew."""

import re
from collections.abc import Mapping
from pathlib import Path

from strategikort.application.profiles import load_profile
from strategikort.application.rulebook import load_rulebook
from strategikort.application.wordings import wording
from strategikort.cascade.checking import asking, check
from strategikort.cascade.mending import mends_of
from strategikort.cascade.rulebook import RuleEntry
from tests.cascade.offers import OFFERS
from tests.cascade.rules.fault import Fault
from tests.cascade.rules.test_every_rule import FAULTS
from tests.cascade.town import TODAY

LIST = Path(__file__).parents[2] / "docs" / "rules.md"
HEAD = (
    "| Rule | Severity | Gates | What is wrong | Where | Ways out by a click | Source |\n|---|---|---|---|---|---|---|"
)
_HEAD = re.compile(r"^\| Rule \|.*\n\|[-|]*$", re.MULTILINE)
ROW = re.compile(r"^\| ([A-Z]{3}-\d{3}) \|.*$", re.MULTILINE)
_GAP = re.compile(r"{[^}]+}")


def offered() -> Mapping[str, list[str]]:
    """By rule the mends that are offered for its small wrong documents, in the order of the rulebook's phrases."""
    found: dict[str, set[str]] = {key: set() for key in load_rulebook().entries}
    for one in (*FAULTS, *OFFERS):
        document, model = one.town().document, one.model(load_profile("helsingoer"))
        year = one.year if isinstance(one, Fault) else None
        asked = asking(document, model, today=TODAY, year=year)
        for finding in check(document, model, load_rulebook(), today=TODAY, year=year):
            found[finding.rule] |= {mend.label.code for mend in mends_of(asked, finding)}
    order = list(load_rulebook().sentences("da"))
    return {key: sorted(codes, key=order.index) for key, codes in found.items()}


def rows() -> Mapping[str, str]:
    """The row of each rule."""
    ways = offered()
    return {key: _row(entry, ways[key]) for key, entry in load_rulebook().entries.items()}


def _row(entry: RuleEntry, ways: list[str]) -> str:
    said, words = load_rulebook().sentences("da"), wording("da", load_profile("helsingoer"), load_rulebook())
    where = ", ".join(one.value.replace("_", " ") for one in entry.when) or "everywhere"
    named = "; ".join(f"*{_GAP.sub(_plain, said[code])}*" for code in ways)
    source = load_rulebook().sentences("en")[f"source.{entry.source}"]
    cells = (entry.id, entry.severity.value, ", ".join(gate.value for gate in entry.gates), entry.texts["da"].title)
    told = (words.fill(cell, {}) for cell in cells)
    return f"| {' | '.join((*told, where, named, source))} |".replace("|  |", "| |")


def _plain(gap: re.Match[str]) -> str:
    """A gap as three dots, or the word that Helsingør's model has for it."""
    words = wording("da", load_profile("helsingoer"))
    return words.fill(gap.group(), {}) if ":" in gap.group() else "..."


def written(text: str) -> str:
    """The list with its rows as they should be."""
    known = rows()
    return ROW.sub(lambda row: known[row.group(1)], _HEAD.sub(HEAD, text))


if __name__ == "__main__":
    LIST.write_text(written(LIST.read_text(encoding="utf-8")), encoding="utf-8")
