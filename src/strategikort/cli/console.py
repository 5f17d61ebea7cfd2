"""What the command line says and where: results on standard output, the rest on standard error."""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import TypeVar

from strategikort.cli import bar
from strategikort.domain.phrases import About, Wording

T = TypeVar("T")


class Console:
    """Two streams and a language."""

    def __init__(self, words: Wording) -> None:
        self.words = words

    def say(self, code: str, /, **about: About) -> None:
        """One sentence as a result."""
        self.print(self.words.text(code, **about))

    def print(self, line: str) -> None:
        """One line as a result."""
        sys.stdout.write(line + "\n")

    def note(self, code: str, /, **about: About) -> None:
        """One sentence beside the result."""
        self.complain(self.words.text(code, **about))

    def complain(self, line: str) -> None:
        """One line beside the result: an error, or something to know."""
        with suppress(OSError):
            sys.stderr.write(" ".join(line.split()) + "\n")

    def counts(self, words: Wording, numbers: Mapping[str, int]) -> None:
        """How many of each kind of record or link, in the words of the document's model."""
        for kind, number in numbers.items():
            self.print(f"{number:>8}  {words.text(f'cli.kind.{kind}')}")

    def json(self, value: object) -> None:
        """A value as JSON, for programs; where not every letter can be written, they are escaped and none is lost."""
        plain = (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"
        self.print(json.dumps(value, ensure_ascii=plain, indent=2, allow_nan=False))

    def finish(self) -> None:
        """See the results to where they are sent. Raises OSError."""
        sys.stdout.flush()

    def steps(self, work: Sequence[T], code: str) -> Iterator[T]:
        """``work`` one by one, with a bar under the sentence ``code`` if a person is watching."""
        with bar.bar(self.words.text(code), len(work)) as advance:
            for item in work:
                yield item
                advance()
