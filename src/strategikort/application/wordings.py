"""The program's sentences in a language, made ready for a profile's words."""

import tomllib
from collections.abc import Mapping

from strategikort.application.resources import resource_files
from strategikort.cascade.rulebook import Rulebook
from strategikort.domain.phrases import Wording
from strategikort.domain.profile import KindWords, Profile

LANGUAGES = ("da", "en")


def sentences(language: str) -> Mapping[str, str]:
    """All sentences of ``language`` by code: the tables of every file joined by dots."""
    found: dict[str, str] = {}
    for file in resource_files("wording", language, suffix=".toml"):
        for code, text in _flat("", tomllib.loads(file.read_text(encoding="utf-8"))):
            if code in found:
                raise ValueError(f"the sentence {code} is there twice, the second time in {file.name}")
            found[code] = text
    return found


def _flat(prefix: str, table: Mapping[str, object]) -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for name, value in table.items():
        code = f"{prefix}{name}"
        pairs += _flat(f"{code}.", value) if isinstance(value, dict) else [(code, str(value))]
    return pairs


def wording(language: str, profile: Profile | None = None, rulebook: Rulebook | None = None) -> Wording:
    """The sentences of ``language`` with the words of ``profile``; without one, only those that need no kind word."""
    words: Mapping[str, KindWords] = profile.words if profile else {}
    rules = rulebook.sentences(language) if rulebook else {}
    return Wording({**sentences(language), **rules}, words, language=language)
