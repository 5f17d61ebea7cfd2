"""Text broken into lines of a width. Equal text, face, size and width always give equal lines, so they are kept."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Final

from strategikort.reports.hyphens import Hyphens
from strategikort.reports.typefaces import Typefaces

BREAK_HYPHEN: Final = "\u00ad"
BLANKS: Final = f" \t\r\n\v\f\x85\u00a0\u2028\u2029{BREAK_HYPHEN}"

_MUCH_AIR: Final = 9000.0
_AIRY: Final = 0.22
_HEADING: Final = 12.0
"""Air at the end of a line for which a word is parted: in thousandths of the size, and as a share of the line. In a
heading of this size or more none is, as long as it fits."""

_BLANKS: Final = str.maketrans(
    {"\t": " ", "\x0b": "\n", "\x0c": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n", BREAK_HYPHEN: ""}
)


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one face, in hexadecimal; ``actual`` is the letter they stand for when it has no glyph itself."""

    face: int
    code: str
    actual: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its runs, its width in points, letters beyond the usual ones by face, and letters that no face has."""

    runs: tuple[Run, ...]
    width: float
    unusual: tuple[tuple[int, str], ...] = ()
    missing: tuple[str, ...] = ()


class _Advances(dict[str, float]):
    """The width of each letter where ``face`` is wanted, in thousandths of the size; worked out once per letter."""

    def __init__(self, typefaces: Typefaces, face: int) -> None:
        super().__init__(typefaces.faces[face].advance)
        self._typefaces = typefaces
        self._face = face

    def __missing__(self, letter: str) -> float:
        own = self._typefaces.face_of(letter, self._face)
        width = sum(self[sign] for sign in shown(letter)) if own is None else self._typefaces.faces[own].advance[letter]
        self[letter] = width
        return width


def blank(text: str) -> bool:
    """Whether nothing of ``text`` can be seen. Control characters can: they are printed by their codes."""
    return not text.strip(BLANKS)


def joined(*texts: str) -> str:
    """Texts on one line with a point between them; blank ones are left out."""
    return " · ".join(text for text in texts if not blank(text))


def shown(letter: str) -> str:
    """What is printed for a letter that no face has."""
    return f"[U+{ord(letter):04X}]"


@lru_cache(maxsize=8)
def _advances(typefaces: Typefaces, face: int) -> _Advances:
    return _Advances(typefaces, face)


@lru_cache(maxsize=4096)
def broken(
    typefaces: Typefaces, face: int, size: float, text: str, width: float, parted: bool = False
) -> tuple[Line, ...]:
    """``text`` in lines of at most ``width`` points; at least one line, which may be empty.

    Line ends in the text are kept; runs of blanks count as one. A word that is wider than the line is broken anywhere,
    with a break hyphen (U+00AD) between letters; where Danish words may be ``parted``, it is broken where they are, and
    so is a word that would leave much air in the line before.
    """
    advances = _advances(typefaces, face)
    limit = width * 1000 / size
    hyphens = typefaces.hyphens if parted else None
    unix = text.replace("\r\n", "\n").replace("\r", "\n").translate(_BLANKS)
    airy = max(_MUCH_AIR, limit * _AIRY) if size < _HEADING else limit
    rows = [row for line in unix.split("\n") for row in _rows(line.split(" "), advances, limit, airy, hyphens)]
    return tuple(_line(typefaces, face, size, row, advances) for row in rows)


def mixed(typefaces: Typefaces, size: float, parts: Sequence[tuple[int, str]], width: float) -> tuple[Line, ...]:
    """One text whose parts, each a face and words, stand in faces of their own, in lines of at most ``width`` points.

    A word that is wider than that gets a line of its own and stands out over its edge.
    """
    limit, used = width * 1000 / size, 0.0
    rows: list[list[tuple[int, str]]] = [[]]
    gap: list[tuple[int, str]] = []
    faced = [(face, letter) for face, text in parts for letter in text]
    for empty, run in groupby(faced, lambda one: one[1] == " "):
        if empty:
            gap = [next(run)]
            continue
        word = list(run)
        wide = sum(_advances(typefaces, face)[letter] for face, letter in word)
        between = sum(_advances(typefaces, face)[letter] for face, letter in gap)
        if rows[-1] and used + between + wide > limit:
            rows.append(word)
            used = wide
        else:
            rows[-1] += [*gap, *word] if rows[-1] else word
            used += between + wide
        gap = []
    return tuple(_line_of_parts(typefaces, size, row) for row in rows)


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text: what stands between empty lines."""
    found: list[str] = []
    for empty, rows in groupby(text.replace("\r\n", "\n").split("\n"), blank):
        if not empty:
            found.append("\n".join(rows))
    return found


def _rows(words: list[str], advances: _Advances, limit: float, airy: float, hyphens: Hyphens | None) -> Iterator[str]:
    """The words filled into rows, each as full as it gets; for more than ``airy`` left in one, a word is parted."""
    blank = advances[" "]
    row: list[str] = []
    used = 0.0
    for word in filter(None, words):
        width = sum(map(advances.__getitem__, word))
        if row and used + blank + width > limit:
            room = limit - used - blank
            if hyphens and (room > airy or width > limit):
                start, word = _parted(word, advances, room, hyphens)
                row += [start] if start else []
                width = sum(map(advances.__getitem__, word))
            yield " ".join(row)
            row, used = [], 0.0
        while hyphens and width > limit:
            start, word = _parted(word, advances, limit, hyphens)
            if not start:
                break
            yield start
            width = sum(map(advances.__getitem__, word))
        if width > limit:
            *full, word = _chopped(word, advances, limit)
            yield from full
            width = sum(map(advances.__getitem__, word))
        used += width + (blank if row else 0.0)
        row.append(word)
    yield " ".join(row)


def _parted(word: str, advances: _Advances, room: float, hyphens: Hyphens) -> tuple[str, str]:
    """As much of a word as has room up to one of its breaks, with a break hyphen, and the rest; else nothing of it."""
    room -= advances[BREAK_HYPHEN]
    for place in reversed(hyphens.breaks(word)):
        if sum(map(advances.__getitem__, word[:place])) <= room:
            return word[:place] + BREAK_HYPHEN, word[place:]
    return "", word


def _chopped(word: str, advances: _Advances, limit: float) -> Iterator[str]:
    """A word that is too wide in pieces that fit; at least one letter a piece."""
    hyphen = advances[BREAK_HYPHEN]
    piece, used = "", 0.0
    for letter in word:
        width = advances[letter]
        if piece and used + width + hyphen > limit and not unicodedata.combining(letter):
            yield piece + BREAK_HYPHEN if piece[-1].isalpha() and letter.isalpha() else piece
            piece, used = "", 0.0
        piece += letter
        used += width
    yield piece


def _line(typefaces: Typefaces, face: int, size: float, row: str, advances: _Advances) -> Line:
    width = sum(map(advances.__getitem__, row)) * size / 1000
    shown_row = row if row.endswith(BREAK_HYPHEN) or not row else f"{row} "
    if typefaces.faces[face].usual.issuperset(shown_row):
        return Line((Run(face, _code(shown_row)),), width)
    return _line_of_letters(typefaces, face, shown_row, width)


def _line_of_letters(typefaces: Typefaces, face: int, row: str, width: float) -> Line:
    """A row as it stands, in which some letters come from another face than the one that is wanted."""
    runs: list[Run] = []
    unusual: list[tuple[int, str]] = []
    missing: list[str] = []
    for own, letters in groupby(row, lambda letter: typefaces.face_of(letter, face)):
        part = "".join(letters)
        if own is None:
            missing += part
            runs += (Run(face, _code(shown(letter)), _actual(letter)) for letter in part)
        else:
            runs.append(Run(own, _code(part)))
            unusual += ((own, letter) for letter in set(part) - typefaces.faces[own].usual)
    return Line(tuple(runs), width, tuple(sorted(unusual)), tuple(missing))


def _line_of_parts(typefaces: Typefaces, size: float, row: list[tuple[int, str]]) -> Line:
    lines: list[Line] = []
    for face, letters in groupby([*row, (row[-1][0], " ")] if row else [], lambda one: one[0]):
        part = "".join(letter for _, letter in letters)
        lines.append(_line_of_letters(typefaces, face, part, 0.0))
    width = sum(_advances(typefaces, face)[letter] for face, letter in row) * size / 1000
    return Line(
        tuple(run for line in lines for run in line.runs),
        width,
        tuple(sorted(one for line in lines for one in line.unusual)),
        tuple(letter for line in lines for letter in line.missing),
    )


def _code(text: str) -> str:
    return text.encode("utf-16-be").hex()


def _actual(letter: str) -> str:
    """The letter itself as text of a file, where a file may hold it."""
    if unicodedata.category(letter) in ("Cc", "Cs", "Cf") or ord(letter) & 0xFFFE == 0xFFFE or letter in "\ufffc\ufffd":
        return ""
    return f"feff{_code(letter)}"
