"""What may stand in a text of a record, and how texts are compared and sorted in Danish."""

import re
import unicodedata
from typing import Final

_BIDI: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
_CONTROL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BLANKS: Final = re.compile(r"\s+")
_NUMBERS: Final = re.compile(r"([0-9]+)")
_DANISH: Final = (("æ", "{"), ("ä", "{"), ("ø", "|"), ("ö", "|"), ("å", "}"))
"""The three characters that follow z, so that the Danish letters come last."""


def tidied(text: str) -> str:
    """``text`` in normal form NFC, with Unix line ends, without control characters, surrogates and bidi overrides."""
    unix = text.replace("\r\n", "\n").replace("\r", "\n")
    return _BIDI.sub("", _CONTROL.sub("", unicodedata.normalize("NFC", unix)))


def in_xml(text: str) -> str:
    """``text`` with a sign in the place of each letter that XML cannot hold."""
    return _NOT_XML.sub("\ufffd", text)


def one_line(text: str) -> str:
    """``text`` tidied, on one line, with single blanks and none at the ends: what a title is."""
    return _BLANKS.sub(" ", tidied(text)).strip()


def folded(text: str) -> str:
    """``text`` for comparing: case and runs of blanks do not count."""
    composed = text if text.isascii() else unicodedata.normalize("NFC", text)
    return " ".join(composed.split()).casefold()


def sort_key(text: str) -> tuple[str, str]:
    """A key that sorts as Danes do: æ, ø, å last and aa as å."""
    low = folded(text)
    sorts = low.replace("aa", "}")
    if not sorts.isascii():
        for letter, place in _DANISH:  # five times as quick as a table of translation
            sorts = sorts.replace(letter, place)
    return sorts, low


def code_key(code: str) -> tuple[tuple[int, str], ...]:
    """A key that sorts codes as people count: 1.2 before 1.10, DS-S2 before DS-S10."""
    parts = _NUMBERS.split(code.casefold())
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in parts)
