"""Sentences to be said later: what the core has to tell, before it is known in which language.

The core never writes words for people. It names a sentence by a code and hands over what fills it; the wording of the
user's language and the kind words of the municipality's profile make the sentence of it.
"""

import string
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from strategikort.domain.profile import KindWords


@dataclass(frozen=True, slots=True)
class Word:
    """A kind of thing that the profile has a word for, such as ``unit_goal``."""

    kind: str


About: TypeAlias = "str | int | Decimal | date | Word | tuple[str, ...] | Phrase"
"""What can fill a gap: a phrase fills it with its own sentence."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """The sentence ``code`` with what fills its gaps."""

    code: str
    about: tuple[tuple[str, About], ...] = ()


def phrase(code: str, /, **about: About) -> Phrase:
    """The sentence ``code``, filled in by name."""
    return Phrase(code, tuple(about.items()))


class Wording:
    """The sentences of one language and the kind words of one profile: makes text of phrases."""

    def __init__(
        self,
        sentences: Mapping[str, str],
        words: Mapping[str, KindWords],
        *,
        language: str = "da",
    ) -> None:
        self._sentences = sentences
        self._words = words
        self.language = language
        self._formatter = _Filling(words)

    def say(self, said: Phrase) -> str:
        """The text of a phrase. Every gap that the sentence has must be filled by it.

        Raises:
            KeyError: no such sentence, or a gap that nothing fills: a bug of ours.
        """
        return self.fill(self._sentences[said.code], dict(said.about))

    def text(self, code: str, /, **about: About) -> str:
        """The sentence ``code`` filled in: short for `say` of a `phrase`."""
        return self.say(phrase(code, **about))

    def fill(self, sentence: str, about: Mapping[str, About]) -> str:
        """``sentence`` with its gaps filled: ``{goal}`` from ``about``, ``{unit_goal:the}`` by the profile's words."""
        shown = {name: self._shown(value) for name, value in about.items()}
        return self._formatter.vformat(sentence, (), shown)

    def word(self, kind: str) -> KindWords:
        """The profile's words for ``kind``."""
        return self._words[kind]

    def has(self, code: str) -> bool:
        """Whether there is a sentence ``code``."""
        return code in self._sentences

    def _shown(self, value: About) -> "str | int | KindWords":
        if isinstance(value, Word):
            return self._words[value.kind]
        if isinstance(value, Phrase):
            return self.say(value)
        if isinstance(value, date):
            return self.date(value)
        if isinstance(value, Decimal):
            return self.figure(value)
        if isinstance(value, tuple):
            return self.list(value)
        return value

    def date(self, day: date) -> str:
        """A day in words of the language: 15. februar 2015."""
        month = self._sentences[f"month.{day.month}"]
        return self._sentences["date.long"].format(day=day.day, month=month, year=day.year)

    def figure(self, value: Decimal, decimals: int | None = None) -> str:
        """A figure as it is written in the language: decimal comma and full stops in Danish. Never an exponent."""
        plain = f"{value:,.{decimals}f}" if decimals is not None else f"{value:,f}"
        swap = str.maketrans(",.", ".,") if self._sentences["figure.decimal"] == "," else {}
        return plain.translate(swap).replace("-", "\N{MINUS SIGN}")

    def list(self, items: Iterable[str]) -> str:
        """Items as a sentence says them, each in quotes: »A«, »B« og »C«."""
        quoted = [self._sentences["list.item"].format(item=item) for item in items]
        if len(quoted) < 2:
            return "".join(quoted)
        return self._sentences["list.last"].format(items=", ".join(quoted[:-1]), last=quoted[-1])


class _Filling(string.Formatter):
    """Looks a gap up in what is said first, in the profile's words next; user text is never read as a template."""

    def __init__(self, words: Mapping[str, KindWords]) -> None:
        self._words = words

    def get_value(self, key: int | str, args: object, kwargs: Mapping[str, object]) -> object:
        name = str(key)
        return kwargs[name] if name in kwargs else self._words[name]

    def get_field(self, field_name: str, args: object, kwargs: Mapping[str, object]) -> tuple[object, str]:
        return self.get_value(field_name, args, kwargs), field_name
