"""Where a Danish word may be parted: by patterns, and by a list of parts of words that the patterns part wrongly."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

import pyphen  # type: ignore[import-untyped]

LEAST: Final = 3
"""So many letters of a word stand before a break, and so many after it."""

_VOWELS: Final = frozenset("aeiouyæøåé")
_WORDS: Final = re.compile(r"[^\W\d_]+")


class Hyphens:
    """The breaks of Danish words. ``parts`` are written with their breaks, such as ``over-ens-komst``.

    Patterns do not know where a compound is put together (*resul-ta-taf-tale*). A part that is known is found anywhere
    in a word, the longest first; a word is parted before it, at its own breaks and after an *s* at its end, which joins
    it to the next. What is left is parted by the patterns.
    """

    def __init__(self, parts: Iterable[str]) -> None:
        self._patterns = pyphen.Pyphen(lang="da_DK", left=LEAST, right=LEAST)
        self._parts = {part.replace("-", ""): part for part in parts}
        longest = sorted(self._parts, key=lambda part: (-len(part), part))
        self._known = re.compile("|".join(map(re.escape, longest)) or r"(?!)")
        self.breaks = lru_cache(maxsize=4096)(self._breaks)

    @classmethod
    def read(cls, text: str) -> "Hyphens":
        """The parts of a list with one in each line; lines that begin with # say something else."""
        return cls(line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))

    def _breaks(self, word: str) -> tuple[int, ...]:
        """How many letters of a word may stand before a break, in rising order; signs around the word may stay."""
        return tuple(found.start() + place for found in _WORDS.finditer(word) for place in self._within(found[0]))

    def _within(self, word: str) -> list[int]:
        low = word.lower()
        if len(low) != len(word):
            return []
        return sorted(
            place
            for place in set(self._places(low))
            if LEAST <= place <= len(low) - LEAST
            and not _VOWELS.isdisjoint(low[:place])
            and not _VOWELS.isdisjoint(low[place:])
        )

    def _places(self, word: str) -> Iterator[int]:
        left = 0
        for found in self._known.finditer(word):
            yield from self._by_pattern(word[left : found.start()], left)
            yield found.start()
            at = found.start()
            for syllable in self._parts[found[0]].split("-")[:-1]:
                at += len(syllable)
                yield at
            left = found.end()
            if found[0].endswith("s") and len(word) - left > LEAST:
                yield left
        yield from self._by_pattern(word[left:], left)

    def _by_pattern(self, piece: str, start: int) -> Iterator[int]:
        return (start + place for place in self._patterns.positions(piece))
