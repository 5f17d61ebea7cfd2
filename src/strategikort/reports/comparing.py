"""The text of a PDF that went out, compared letter by letter with that of the one that came back.

What came back may have been made anew by a service: without tags, in other faces and lines, with pages of its own.
White space is left aside, and a hyphen between two letters, which may part a word at a line's end; all else counts.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate
from typing import Final

import pypdfium2  # type: ignore[import-untyped]

from strategikort.reports.embedded import NoPdf, Patience

MOST_PAGES: Final = 500
MOST_BYTES: Final = 50 << 20
_AROUND: Final = 40
"""How many letters are shown around a change."""

_FEW: Final = 20
"""A page with fewer letters has to be met exactly."""

_PARTED: Final = re.compile(r"(?<=[^\W\d_])[-\u2010\u00ad\ufffe\x02]\s*(?=[^\W\d_])")
_SOFT: Final = dict.fromkeys(map(ord, "\u00ad\ufffe\ufeff\x02\x00"))


class Sameness(StrEnum):
    """Whether two texts are the same; where one of the two has none, nobody can tell."""

    SAME = "same"
    CHANGED = "changed"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A place where the texts part: the page in what went out, and the words on both sides; one may be empty."""

    page: int
    sent: str
    came: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What became of the text. ``added`` are pages that only what came back has, counted from 1.

    ``stamp`` is what a service has set at the edge of every page; the text itself is then the same.
    """

    sameness: Sameness
    differences: tuple[Difference, ...] = ()
    added: tuple[int, ...] = ()
    stamp: str = ""


@dataclass(frozen=True, slots=True)
class _Page:
    text: str
    letters: str


def page_texts(pdf: bytes) -> tuple[str, ...]:
    """The text of each page, as a reader would copy it.

    Raises:
        NoPdf: it cannot be read, or has more than 500 pages.
    """
    if len(pdf) > MOST_BYTES:
        raise NoPdf
    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as failure:
        raise NoPdf from failure
    try:
        if len(document) > MOST_PAGES:
            raise NoPdf
        return tuple(_page_texts(document, Patience()))
    except pypdfium2.PdfiumError as failure:
        raise NoPdf from failure
    finally:
        document.close()


def _page_texts(document: pypdfium2.PdfDocument, patience: Patience) -> Iterator[str]:
    for place in range(len(document)):
        yield document[place].get_textpage().get_text_range()
        patience.ask()


def compared(sent: bytes, came: bytes) -> Comparison:
    """What became of the text between going out and coming back.

    Raises:
        NoPdf: one of the two cannot be read.
    """
    before, after = [_page(text) for text in page_texts(sent)], [_page(text) for text in page_texts(came)]
    written = sum(len(page.letters) for page in before)
    if written and sum(len(page.letters) for page in after) * 10 < written:
        return Comparison(sameness=Sameness.UNREADABLE)
    pairs, added = _paired(before, after)
    stamps = {_stamp(one, other) for one, other in zip(before, pairs, strict=True)}
    if len(stamps) == 1 and (stamp := stamps.pop()) is not None:
        return Comparison(sameness=Sameness.SAME, added=added, stamp=_short(stamp))
    differences = tuple(
        _difference(number, one, other)
        for number, (one, other) in enumerate(zip(before, pairs, strict=True), 1)
        if other is None or one.letters != other.letters
    )
    return Comparison(sameness=Sameness.CHANGED, differences=differences, added=added)


def letters(text: str) -> str:
    """The letters of a text that count."""
    whole = _PARTED.sub("", text).translate(_SOFT)
    return "".join(unicodedata.normalize("NFC", _untied(whole)).split())


def _page(text: str) -> _Page:
    return _Page(text, letters(text))


def _untied(text: str) -> str:
    """Letters that a face ties together, such as fi, as single letters."""
    return "".join(unicodedata.normalize("NFKC", one) if "\ufb00" <= one <= "\ufb06" else one for one in text)


def _paired(before: Sequence[_Page], after: Sequence[_Page]) -> tuple[list[_Page | None], tuple[int, ...]]:
    """For each page that went out the one that came back for it, and the numbers of those that are left.

    Pages that say the same belong together, in order; those between them are taken as they come.
    """
    places: list[int | None] = []
    start = 0
    for page in before:
        found = next((at for at in range(start, len(after)) if _stamp(page, after[at]) is not None), None)
        places.append(found)
        start = start if found is None else found + 1
    taken = {place for place in places if place is not None}
    least = 0
    for at, place in enumerate(places):
        if place is None:
            most = next((later for later in places[at:] if later is not None), len(after))
            place = next((free for free in range(least, most) if free not in taken), None)
            places[at] = place
            taken |= {place} if place is not None else set()
        least = least if place is None else place + 1
    left = tuple(number + 1 for number in range(len(after)) if number not in taken)
    return [None if place is None else after[place] for place in places], left


def _stamp(before: _Page, after: _Page | None) -> str | None:
    """What a page has before or after the text that went out, often nothing; None if it is not that text."""
    if after is None:
        return None
    if before.letters == after.letters:
        return ""
    if len(before.letters) < _FEW:
        return None
    if after.letters.startswith(before.letters):
        return _words(after.text, len(before.letters), len(after.letters), around=0)
    if after.letters.endswith(before.letters):
        return _words(after.text, 0, len(after.letters) - len(before.letters), around=0)
    return None


def _difference(number: int, before: _Page, after: _Page | None) -> Difference:
    """Where two pages begin to differ, to where they are the same again, with the words around."""
    if after is None:
        return Difference(page=number, sent=_short(before.text), came="")
    one, other = before.letters, after.letters
    start = _alike(one, other)
    end = min(_alike(one[::-1], other[::-1]), len(one) - start, len(other) - start)
    return Difference(
        page=number,
        sent=_words(before.text, start, len(one) - end),
        came=_words(after.text, start, len(other) - end),
    )


def _alike(one: str, other: str) -> int:
    """How many letters two texts have in common from their beginning."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if one[:middle] == other[:middle] else (low, middle - 1)
    return low


def _words(text: str, start: int, end: int, *, around: int = 2) -> str:
    """The words of a text that hold its letters from ``start`` to ``end``, and as many as said around them."""
    words = _PARTED.sub("", text).translate(_SOFT).split()
    ends = list(accumulate(len(letters(word)) for word in words))
    first = next((place for place, ended in enumerate(ends) if ended > start), len(words))
    last = next((place for place, ended in enumerate(ends) if ended >= end), len(words) - 1)
    return _short(" ".join(words[max(0, first - around) : last + 1 + around]))


def _short(text: str) -> str:
    """A text on one line; of a long one the beginning and the end."""
    line = " ".join(text.split())
    return line if len(line) <= 4 * _AROUND else f"{line[: 2 * _AROUND].rstrip()} … {line[-2 * _AROUND :].lstrip()}"
