"""The typefaces of the paper: which letters they have, how wide each is, and the part of them that a file needs.

A letter's code in the file is its Unicode number, so that text in a file is plain UTF-16 and reads back exactly.
"""

import hashlib
import unicodedata
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import groupby
from pathlib import Path
from struct import pack_into
from typing import Final

from reportlab.pdfbase.ttfonts import TTFontFace

from strategikort.reports.hyphens import Hyphens

REGULAR: Final = 0
BOLD: Final = 1
FALLBACK: Final = 2

_FILES: Final = ("SourceSans3-Regular.ttf", "SourceSans3-SemiBold.ttf", "DejaVuSans.ttf")
_NEVER: Final = frozenset("\ufeff\ufffc\ufffd") | {
    chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
}
_USUAL: Final = frozenset(
    map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x2010, 0x2027), 0x2030, 0x2039, 0x203A, 0x20AC, 0x2212))
)
_MOST_PARTS: Final = 32


def may_stand(letter: str) -> bool:
    """Whether a face may print ``letter``: no control, surrogate, private or direction sign, nothing above U+FFFF."""
    return letter <= "\uffff" and letter not in _NEVER and unicodedata.category(letter) not in ("Cc", "Cs", "Co", "Cn")


@dataclass(frozen=True, slots=True, kw_only=True)
class FacePart:
    """The part of a face that a file needs, each piece as it stands in the file; streams are deflated."""

    name: str
    program: bytes
    program_length: int
    glyphs: bytes
    unicode: bytes
    widths: str


class Face:
    """One TrueType face. ``usual`` are the letters that every file gets; their part is made once."""

    def __init__(self, data: bytes, *, usual: frozenset[str]) -> None:
        self._face = TTFontFace(BytesIO(data))
        self.name: str = self._face.name.decode("ascii")
        self.letters = frozenset(filter(may_stand, map(chr, self._face.charToGlyph)))
        self.usual = self.letters & usual
        self.advance: dict[str, float] = {letter: self._face.charWidths[ord(letter)] for letter in self.letters}
        self._parts: dict[frozenset[str], FacePart] = {}

    def part(self, more: Iterable[str]) -> FacePart:
        """The part with the usual letters and ``more``; a letter the face lacks is a fault of the caller's."""
        letters = self.usual.union(more)
        found = self._parts.get(letters)
        if found is None:
            if len(self._parts) >= _MOST_PARTS:
                self._parts.clear()
            found = self._parts[letters] = self._made(letters)
        return found

    @property
    def metrics(self) -> str:
        """The measures of the face, as a font descriptor says them."""
        face = self._face
        box = " ".join(f"{edge:.0f}" for edge in face.bbox)
        return (
            f"/Flags 4 /FontBBox [{box}] /ItalicAngle {face.italicAngle:.0f} /Ascent {face.ascent:.0f} "
            f"/Descent {face.descent:.0f} /CapHeight {face.capHeight:.0f} /StemV {face.stemV:.0f}"
        )

    def _made(self, letters: frozenset[str]) -> FacePart:
        codes = sorted(map(ord, letters))
        program = self._face.makeSubset(codes)
        digest = hashlib.sha256(repr((self.name, codes)).encode()).digest()
        tag = "".join(chr(65 + byte % 26) for byte in digest[:6])
        return FacePart(
            name=f"{tag}+{self.name}",
            program=zlib.compress(program),
            program_length=len(program),
            glyphs=zlib.compress(self._glyph_map(codes)),
            unicode=zlib.compress(_unicode_map(codes)),
            widths=" ".join(self._widths(codes)),
        )

    def _glyph_map(self, codes: list[int]) -> bytes:
        """Which glyph of the part each code stands for: the glyphs are numbered as they first come up."""
        places = {0: 0}
        table = bytearray(2 * codes[-1] + 2) if codes else bytearray(2)
        for code in codes:
            glyph = self._face.charToGlyph[code]
            pack_into(">H", table, 2 * code, places.setdefault(glyph, len(places)))
        return bytes(table)

    def _widths(self, codes: list[int]) -> Iterator[str]:
        for first, last in _spans(codes):
            widths = " ".join(f"{self.advance[chr(code)]:.0f}" for code in range(first, last + 1))
            yield f"{first} [{widths}]"


@dataclass(frozen=True, eq=False)
class Typefaces:
    """What text is set with: the faces regular, bold and fallback, and where Danish words may be parted.

    Make them once: they keep what they have worked out.
    """

    faces: tuple[Face, ...]
    hyphens: Hyphens

    @classmethod
    def read(cls, folder: Path) -> "Typefaces":
        """The faces and breaks whose files lie in ``folder``.

        Raises:
            OSError: when a file is missing or cannot be read.
        """
        regular, bold, fallback = ((folder / name).read_bytes() for name in _FILES)
        hyphens = Hyphens.read((folder / "hyphens_da.txt").read_text("utf-8"))
        faces = (Face(regular, usual=_USUAL), Face(bold, usual=_USUAL), Face(fallback, usual=frozenset()))
        return cls(faces, hyphens)

    def face_of(self, letter: str, wanted: int) -> int | None:
        """The face that prints ``letter`` where ``wanted`` is asked for, or None when no face has it."""
        if letter in self.faces[wanted].letters:
            return wanted
        return FALLBACK if letter in self.faces[FALLBACK].letters else None


def _unicode_map(codes: list[int]) -> bytes:
    """The table from codes back to letters, in sections of at most 100 lines as the format demands."""
    lines = [f"<{first:04X}> <{last:04X}> <{first:04X}>" for first, last in _spans(codes)]
    sections = [lines[start : start + 100] for start in range(0, len(lines), 100)]
    body = "\n".join(f"{len(part)} beginbfrange\n" + "\n".join(part) + "\nendbfrange" for part in sections)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n{body}\n"
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("ascii")


def _spans(codes: list[int]) -> Iterator[tuple[int, int]]:
    """Runs of codes without a hole, none of which crosses a high byte."""
    for _, run in groupby(enumerate(codes), lambda pair: (pair[1] - pair[0], pair[1] >> 8)):
        members = [code for _, code in run]
        yield members[0], members[-1]
