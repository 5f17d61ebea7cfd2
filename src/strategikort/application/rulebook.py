"""Reads the rules' data and words from TOML files, and says plainly what is wrong with one that cannot be used."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints

from strategikort.application.resources import resource_files
from strategikort.application.toml_file import TomlFile
from strategikort.cascade.findings import Gate, Severity
from strategikort.cascade.rulebook import Rulebook, RuleEntry, RuleText, When
from strategikort.domain.failures import KnownFailure

FOLDER = "rules"
Text = Annotated[str, StringConstraints(min_length=1, max_length=600)]


class RulebookProblem(KnownFailure):
    """A rulebook that cannot be used: file, line, what is wrong and what was meant."""


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Text(_Part):
    title: Text
    message: Text
    help: Text


class _Rule(_Part):
    severity: Severity
    source: Text
    gates: tuple[Gate, ...] = ()
    when: tuple[When, ...] = ()
    da: _Text
    en: _Text


class _Sentence(_Part):
    da: Text
    en: Text


RuleId = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}-[0-9]{3}$")]


class _File(_Part):
    phrases: dict[str, dict[str, _Sentence]] = {}
    rules: dict[RuleId, _Rule]


def load_rulebook() -> Rulebook:
    """The rulebook that ships with the program: a file for each family of rules."""
    return read_rulebook({file.name: file.read_bytes() for file in resource_files(FOLDER, suffix=".toml")})


def read_rulebook(files: Mapping[str, bytes]) -> Rulebook:
    """The rulebook in these TOML files, by name.

    Raises:
        RulebookProblem: not UTF-8 or TOML, or an unknown, missing or wrong key.
    """
    parts = [
        _rulebook(TomlFile(content, name=name, problem=RulebookProblem).read(_File)) for name, content in files.items()
    ]
    return Rulebook(
        entries={key: entry for part in parts for key, entry in part.entries.items()},
        phrases={
            language: {code: text for part in parts for code, text in part.phrases[language].items()}
            for language in ("da", "en")
        },
    )


def _rulebook(read: _File) -> Rulebook:
    return Rulebook(
        entries={
            identity: RuleEntry(
                id=identity,
                severity=rule.severity,
                source=rule.source,
                gates=rule.gates,
                when=rule.when,
                texts={"da": RuleText(**rule.da.model_dump()), "en": RuleText(**rule.en.model_dump())},
            )
            for identity, rule in read.rules.items()
        },
        phrases={"da": _sentences(read, "da"), "en": _sentences(read, "en")},
    )


def _sentences(read: _File, language: Literal["da", "en"]) -> Mapping[str, str]:
    return {
        f"{room}.{name}": sentence.da if language == "da" else sentence.en
        for room, sentences in read.phrases.items()
        for name, sentence in sentences.items()
    }
