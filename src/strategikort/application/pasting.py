"""Lists that people paste: lines with bullets, indents and cells, as word processors and sheets write them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from strategikort.application.line_words import line_of
from strategikort.application.listing import Line, levelled
from strategikort.domain.texts import one_line, tidied

MOST_LINES: Final = 500
MOST_CHARACTERS: Final = 1_000_000
TAB: Final = 4

_BULLET: Final = re.compile("([•◦▪▫‣⁃·●○■□–—*o§✓➢►\uf0b7\uf0a7\uf0d8-])(?:[ \t\u00a0]+|$)")
_POINTS: Final = re.compile(r"\d{1,2}(?:\.\d{1,2})*")
_HEADS: Final = frozenset(
    ("kode", "nr", "nr.", "nummer", "niveau", "mål", "titel", "navn", "tekst", "frist", "dato", "deadline",
     "beskrivelse", "bemærkning", "indsats")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Raw:
    """A line before it is understood: how far it is indented in blanks, with which bullet, and its cells."""

    indent: int
    cells: tuple[str, ...]
    bullet: str = ""


def parsed(text: str) -> list[Line]:
    """The lines of plain text, at most `MOST_LINES`: what a bullet or a tab is, and what it says, is found out."""
    return understood(raw_of(line) for line in tidied(text[:MOST_CHARACTERS]).split("\n"))


def raw_of(line: str, indent: int = 0) -> Raw:
    """A line of text: blanks and tabs before it, bullets, and cells with tabs between them."""
    bullet = ""
    while True:
        body = line.lstrip(" \t\u00a0")
        indent += len(line[: len(line) - len(body)].replace("\t", " " * TAB)) if not bullet else 0
        found = _BULLET.match(body)
        if found is None:
            return Raw(indent, tuple(one_line(cell) for cell in body.split("\t")), bullet)
        bullet, line = bullet or found[1], body[found.end() :]


def understood(raws: Iterable[Raw]) -> list[Line]:
    """What raw lines say, empty ones and a line with names of columns left out, levels without gaps."""
    found = list(islice((raw for raw in raws if any(raw.cells)), MOST_LINES + 1))
    if found and _is_head(found[0]):
        found = found[1:]
    found = found[:MOST_LINES]
    lines = [line_of(raw.cells) for raw in found]
    return [replace(line, level=level) for line, level in zip(lines, _levels(found, lines), strict=True)]


def _is_head(raw: Raw) -> bool:
    words = [cell.casefold() for cell in raw.cells if cell]
    return len(words) > 1 and all(word in _HEADS for word in words)


def _levels(raws: Sequence[Raw], lines: Sequence[Line]) -> list[int]:
    """How deep each line is: by its indent, or else by its kind of bullet, or else by the points in its number."""
    if len({raw.indent for raw in raws}) > 1:
        return _stacked([raw.indent for raw in raws])
    bullets = list(dict.fromkeys(raw.bullet for raw in raws))
    if len(bullets) > 1:
        return levelled([bullets.index(raw.bullet) for raw in raws])
    if all(_POINTS.fullmatch(line.code) for line in lines):
        return _stacked([line.code.count(".") for line in lines])
    return [0] * len(raws)


def _stacked(indents: Sequence[int]) -> list[int]:
    """Each line under the nearest one before it that is indented less."""
    open_indents: list[int] = []
    found = []
    for indent in indents:
        while open_indents and open_indents[-1] >= indent:
            open_indents.pop()
        open_indents.append(indent)
        found.append(len(open_indents) - 1)
    return levelled(found)
