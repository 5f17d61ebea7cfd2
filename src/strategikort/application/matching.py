"""How well a text fits a few letters that somebody types: by words, by parts of words, or by letters in order."""

import re
import unicodedata
from collections.abc import Callable
from typing import Final

from strategikort.domain.texts import folded

_DANISH: Final = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ö": "oe", "ä": "ae", "ð": "d", "ß": "ss"})
BEGINS, WORD, INSIDE, LETTERS = range(4)
"""How one typed word fits: it begins the text, begins a word in it, stands inside one, or its letters come in order."""
_MOST_LETTERS: Final = 12


def plain(text: str) -> str:
    """``text`` for comparing: without case, accents, and with æ, ø, å written as two letters."""
    apart = unicodedata.normalize("NFD", folded(text).translate(_DANISH))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def fitting(wanted: str) -> Callable[[str], int | None]:
    """What tells how well a text made `plain` fits what was typed: the lower the better, None if it does not.

    Each typed word has to fit. Cost: that of looking through the text a few times for each word.
    """
    words = plain(wanted).split()
    loose = [_letters_of(word) for word in words]

    def fit(text: str) -> int | None:
        total = 0
        for word, letters in zip(words, loose, strict=True):
            place = text.find(word)
            if place == 0:
                total += BEGINS
            elif place > 0:
                total += WORD if f" {word}" in text else INSIDE
            elif letters is not None and letters.search(text):
                total += LETTERS
            else:
                return None
        return total

    return fit


def _letters_of(word: str) -> re.Pattern[str] | None:
    """The letters in order: in one word, with at most two left out between them, or each beginning the next word."""
    if not 2 <= len(word) <= _MOST_LETTERS:
        return None
    letters = [re.escape(letter) for letter in word]
    near, each_begins = r"\w{0,2}?".join(letters), r"\w*\W+".join(letters)
    return re.compile(rf"\b(?:{near}|{each_begins})")
