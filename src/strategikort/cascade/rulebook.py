"""The rules as data: how bad, what they stop, when they are on, their words. The conditions are code, in `rules`."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from strategikort.cascade.findings import Gate, Severity


class When(StrEnum):
    """What a document or its profile must have for a rule to be on."""

    CENTRE_LEVEL = "centre_level"
    OWN_GOALS = "own_goals"
    LAYERS = "layers"
    BALANCE = "balance"
    INVOLVEMENTS = "involvements"
    WHOLE_MUNICIPALITY = "whole_municipality"
    EFFECT_GOALS = "effect_goals"
    SERVICES = "services"
    QUALITY_REPORTS = "quality_reports"
    COMMON_GOALS = "common_goals"
    RECORDS = "records"


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleText:
    """A rule in one language: a short ``title``, the ``message`` with its gaps, and ``help`` with the reason."""

    title: str
    message: str
    help: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleEntry:
    """What the rulebook says of one rule.

    ``source`` is where it comes from, the name of a phrase; ``when`` is all that must hold; ``texts`` is by language.
    """

    id: str
    severity: Severity
    source: str
    gates: tuple[Gate, ...]
    when: tuple[When, ...]
    texts: Mapping[str, RuleText]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulebook:
    """All rules by id, and the sentences that messages are put together from, by language and code."""

    entries: Mapping[str, RuleEntry]
    phrases: Mapping[str, Mapping[str, str]]

    def sentences(self, language: str) -> Mapping[str, str]:
        """All sentences of the rules in a language: ``TRA-001`` its message, ``.title``, ``.help`` with its source."""
        found = dict(self.phrases[language])
        for entry in self.entries.values():
            text, source = entry.texts[language], f"{found['source.label']}: {found[f'source.{entry.source}']}."
            told = {"title": text.title, "help": f"{text.help} {source}"}
            found |= {entry.id: text.message, **{f"{entry.id}.{name}": said for name, said in told.items()}}
        return found
