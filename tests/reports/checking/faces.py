"""Faces: in the file, whole for what is printed, as wide as they say, and each code a letter that can be read back."""

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, String

from tests.reports import reading


@dataclass(frozen=True, slots=True)
class Program:
    """What a TrueType program says: how many glyphs, and the width of each in thousandths."""

    glyphs: int
    widths: tuple[float, ...]

    @classmethod
    def read(cls, data: bytes) -> "Program":
        """Raises KeyError or struct.error when it is no program."""
        count = struct.unpack(">H", data[4:6])[0]
        rows = (struct.unpack(">4s4xII", data[12 + 16 * place : 28 + 16 * place]) for place in range(count))
        tables = {tag: data[start : start + size] for tag, start, size in rows}
        units = struct.unpack(">H", tables[b"head"][18:20])[0]
        glyphs = struct.unpack(">H", tables[b"maxp"][4:6])[0]
        long = struct.unpack(">H", tables[b"hhea"][34:36])[0]
        widths = [struct.unpack(">H", tables[b"hmtx"][4 * at : 4 * at + 2])[0] * 1000 / units for at in range(long)]
        assert b"glyf" in tables and b"loca" in tables
        return cls(glyphs, tuple(widths + widths[-1:] * (glyphs - long)))


def face_faults(document: Pdf) -> Iterator[str]:
    """Faults of all faces, with the codes that pages and appearances print in them."""
    used = _used(document)
    for key, font in _fonts(document).items():
        yield from _font_faults(font, used.get(key, set()))


def _fonts(document: Pdf) -> dict[tuple[int, int], Object]:
    found = [one for one in document.objects if isinstance(one, Dictionary) and one.get("/Type") == Name.Font]
    return {one.objgen: one for one in found if not str(one.get("/Subtype", "")).startswith("/CIDFont")}


def _used(document: Pdf) -> dict[tuple[int, int], set[int]]:
    """The codes that are printed, by face."""
    used: dict[tuple[int, int], set[int]] = {}
    drawn = [
        one.AP.N
        for page in document.pages
        for one in page.get("/Annots", Array())
        if "/N" in one.get("/AP", Dictionary())
    ]
    for one in [*document.pages, *drawn]:
        table = (one.resources if isinstance(one, Page) else one.get("/Resources", Dictionary())).get("/Font", {})
        codes: set[int] = set()
        for step in reading.steps(one):
            if str(step.operator) == "Tf":
                codes = used.setdefault(table[str(step.operands[0])].objgen, set())
            elif str(step.operator) in ("Tj", "TJ", "'", '"'):
                shown = step.operands[-1]
                for text in shown if isinstance(shown, Array) else [shown]:
                    if isinstance(text, String):
                        data = bytes(text)
                        codes.update(int.from_bytes(data[at : at + 2]) for at in range(0, len(data), 2))
    return used


def _font_faults(font: Object, codes: set[int]) -> Iterator[str]:
    name = str(font.get("/BaseFont", ""))
    if font.get("/Subtype") != Name.Type0 or font.get("/Encoding") != Name("/Identity-H"):
        yield f"{name} is of another kind"
        return
    inner = font.DescendantFonts[0]
    descriptor = inner.get("/FontDescriptor", Dictionary())
    if not re.fullmatch(r"/[A-Z]{6}\+[\w-]+", name) or {str(inner.BaseFont), str(descriptor.get("/FontName"))} != {
        name
    }:
        yield f"{name} has several names"
    if "/FontFile2" not in descriptor:
        yield f"{name} is not embedded"
        return
    if "/CIDSet" in descriptor:
        yield f"{name} has a list of glyphs, which has to be whole"
    data = descriptor.FontFile2.read_bytes()
    if int(descriptor.FontFile2.get("/Length1", 0)) != len(data):
        yield f"{name} is of another length than it says"
    if "/CIDToGIDMap" not in inner:
        yield f"{name} has no glyphs for its codes"
        return
    yield from _code_faults(font, codes, Program.read(data))


def _code_faults(font: Object, codes: set[int], program: Program) -> Iterator[str]:
    """Each code that is printed has a glyph, its width and its letter."""
    inner, name = font.DescendantFonts[0], str(font.BaseFont)
    identity = inner.CIDToGIDMap == Name.Identity
    map_ = b"" if identity else inner.CIDToGIDMap.read_bytes()
    widths = dict(_widths(inner))
    letters = reading.unicode_of(font)
    for code in sorted(codes):
        glyph = code if identity else int.from_bytes(map_[2 * code : 2 * code + 2])
        if not 0 < glyph < program.glyphs:
            yield f"{name} has no glyph for {code:04X}"
        elif abs(widths.get(code, float(inner.get("/DW", 1000))) - program.widths[glyph]) > 1:
            yield f"{name} says another width of {code:04X}"
        if letters.get(code, "\0") in "\0\ufeff\ufffe\ufffd":
            yield f"{name} does not say which letter {code:04X} is"


def _widths(inner: Object) -> Iterator[tuple[int, float]]:
    rest = list(inner.get("/W", Array()))
    while rest:
        first, then = int(rest.pop(0)), rest.pop(0)
        if isinstance(then, Array):
            yield from ((first + place, float(width)) for place, width in enumerate(then))
        else:
            width = float(rest.pop(0))
            yield from ((code, width) for code in range(first, int(then) + 1))
