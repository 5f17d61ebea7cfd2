"""Reads the rules' data and words from their TOML file, and says plainly what is wrong with one that cannot be used."""

import difflib
import tomllib
from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from strategikort.application.resources import resource_bytes
from strategikort.cascade.findings import Gate, Severity
from strategikort.cascade.rulebook import Rulebook, RuleEntry, RuleText, When
from strategikort.domain.failures import KnownFailure
from strategikort.domain.phrases import Phrase, phrase

FILE = "rules.toml"
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
    gates: tuple[Gate, ...] = ()
    when: tuple[When, ...] = ()
    da: _Text
    en: _Text


class _Sentence(_Part):
    da: Text
    en: Text


RuleId = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}-[0-9]{3}$")]


class _File(_Part):
    phrases: dict[str, dict[str, _Sentence]]
    rules: dict[RuleId, _Rule]


def load_rulebook() -> Rulebook:
    """The rulebook that ships with the program."""
    return read_rulebook(resource_bytes(FILE), name=FILE)


def read_rulebook(content: bytes, *, name: str) -> Rulebook:
    """The rulebook in the TOML file ``name``.

    Raises:
        RulebookProblem: not UTF-8 or TOML, or an unknown, missing or wrong key.
    """
    try:
        text = content.decode("utf-8")
        raw = tomllib.loads(text)
    except UnicodeDecodeError as failure:
        raise RulebookProblem(phrase("rulebook.encoding", file=name)) from failure
    except tomllib.TOMLDecodeError as failure:
        raise RulebookProblem(phrase("rulebook.toml", file=name, where=str(failure))) from failure
    try:
        return _rulebook(_File.model_validate(raw))
    except ValidationError as failure:
        raise RulebookProblem(_explained(failure, text, name)) from failure


def _rulebook(read: _File) -> Rulebook:
    return Rulebook(
        entries={
            identity: RuleEntry(
                id=identity,
                severity=rule.severity,
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


def _explained(failure: ValidationError, text: str, name: str) -> Phrase:
    errors = failure.errors(include_url=False, include_input=False)
    error = next((one for one in errors if one["type"] == "extra_forbidden"), errors[0])
    path = [str(step) for step in error["loc"] if step != "[key]" and not isinstance(step, int)]
    key, line = ".".join(path), str(_line_of(text, path))
    if error["type"] == "extra_forbidden":
        near = difflib.get_close_matches(path[-1], _known_keys(path), n=1)
        if near:
            return phrase("rulebook.misspelt", file=name, line=line, key=key, meant=near[0])
        return phrase("rulebook.extra", file=name, line=line, key=key)
    if error["type"] == "missing":
        return phrase("rulebook.missing", file=name, line=line, key=key)
    return phrase("rulebook.wrong", file=name, line=line, key=key, why=error["msg"])


def _known_keys(path: list[str]) -> list[str]:
    shapes: Mapping[int, type[BaseModel]] = {1: _File, 4: _Text} if path[0] == "rules" else {1: _File, 4: _Sentence}
    return list(shapes.get(len(path), _Rule).model_fields)


def _line_of(text: str, path: list[str]) -> int:
    """The line of the last step of ``path`` below the heading that holds it; the heading's where there is none."""
    heading, inside, at = ".".join(path), "", 1
    for number, line in enumerate(text.splitlines(), start=1):
        if line.startswith("["):
            table = line.strip("[] ")
            if heading == table or heading.startswith(f"{table}."):
                at = number
                inside = table
        elif at > 1 and heading == f"{inside}.{line.split('=', 1)[0].strip()}":
            return number
    return at
