"""A paper of ours read out: what its structure tree says, in reading order, whatever page it stands on."""

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from pyhanko.pdf_utils.generic import ArrayObject, DictionaryObject, PdfObject
from pyhanko.pdf_utils.reader import PdfFileReader
from pypdfium2 import PdfDocument, raw  # type: ignore[import-untyped]

from strategikort.reports.lines import BREAK_HYPHEN
from strategikort.reports.opened import opened

_SAME_LINE: Final = 0.5
"""In points: letters whose baselines are no further apart stand on one line."""
_WHOLE: Final = frozenset({"P", "LI", "TOCI", "Caption", "Note", "BlockQuote", "Link", "Span", "Lbl", "LBody", "Code"})
"""What is read out as one piece, with all that stands in it."""
_HYPHENS: Final = (BREAK_HYPHEN, "\x02")
"""A break hyphen as we write it, and as pdfium tells one that ends a line."""
_WITHIN: Final = frozenset({"/Span", "/Link", "/Lbl", "/LBody"})
"""What stands in the line of what is around it."""


class Sort(StrEnum):
    """What a thing on a paper is."""

    HEADING = "heading"
    TEXT = "text"
    ITEM = "item"
    TABLE = "table"
    PICTURE = "picture"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One thing as it is read out: a heading of ``level``, a paragraph, an item of a list, a picture's words, a table.

    A table has ``rows`` of cells, of which those that are heads say so.
    """

    sort: Sort
    text: str = ""
    level: int = 0
    rows: tuple[tuple[tuple[str, bool], ...], ...] = ()


def read_out(pdf: bytes) -> tuple[Told, ...]:
    """All that a tagged paper says, in the order in which it is read out. What is painted only for the eye is left out.

    Cost: about 5 ms a page.

    Raises:
        NoPdf: it is no PDF that can be read, or has no structure tree.
    """
    with opened(pdf) as file:
        reader = _Reader(file, _texts(pdf))
        return tuple(one for one in reader.told() if one.text or one.rows)


Texts = dict[tuple[int, int], str]
"""What stands under each mark, by page and number."""


def _texts(pdf: bytes) -> Texts:
    found: dict[tuple[int, int], list[str]] = {}
    document = PdfDocument(pdf)
    try:
        for number in range(len(document)):
            page = document[number]
            words = page.get_textpage()
            ended: dict[int, float] = {}
            for place in range(raw.FPDFPage_CountObjects(page)):
                piece = raw.FPDFPage_GetObject(page, place)
                mark = raw.FPDFPageObj_GetMarkedContentID(piece)
                if mark < 0 or raw.FPDFPageObj_GetType(piece) != raw.FPDF_PAGEOBJ_TEXT:
                    continue
                said, height = _text_of(piece, words), _height(piece)
                row = found.setdefault((number, mark), [])
                if row and abs(ended[mark] - height) > _SAME_LINE:
                    row.append(" ")
                ended[mark] = height
                row.append(said)
            words.close()
    finally:
        document.close()
    return {key: "".join(row) for key, row in found.items()}


def _text_of(piece: object, words: object) -> str:
    length = raw.FPDFTextObj_GetText(piece, words, None, 0)
    held = (ctypes.c_ushort * (length // 2))()
    raw.FPDFTextObj_GetText(piece, words, held, length)
    return bytes(held).decode("utf-16-le", "replace").rstrip("\0")


def _height(piece: object) -> float:
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(piece, matrix)
    return float(matrix.f)


def _tidy(text: str) -> str:
    """Text with a line for each of its parts; where a word was broken at the end of a line, it is whole again."""
    whole = text
    for hyphen in _HYPHENS:
        whole = whole.replace(f"{hyphen} ", "").replace(hyphen, "")
    lines = (" ".join(line.split()) for line in whole.split("\n"))
    return "\n".join(line for line in lines if line)


class _Reader:
    """Walks the tree of one file."""

    def __init__(self, file: PdfFileReader, texts: Texts) -> None:
        self._texts = texts
        self._root = file.root["/StructTreeRoot"]
        pages = file.root["/Pages"]["/Kids"]
        self._pages = {pages.raw_get(number).idnum: number for number in range(len(pages))}

    def told(self) -> Iterator[Told]:
        for kid in _kids(self._root):
            if isinstance(kid, DictionaryObject):
                yield from self._told(kid)

    def _told(self, element: DictionaryObject) -> Iterator[Told]:
        kind = str(element["/S"])[1:]
        if kind == "Table":
            yield Told(sort=Sort.TABLE, rows=tuple(self._rows(element)))
        elif kind in ("Figure", "Form", "Formula"):
            yield Told(sort=Sort.PICTURE, text=self._whole(element))
        elif kind[0] == "H" and kind[1:].isdecimal():
            yield Told(sort=Sort.HEADING, text=self._whole(element), level=int(kind[1:]))
        elif kind in _WHOLE:
            yield Told(sort=Sort.ITEM if kind in ("LI", "TOCI") else Sort.TEXT, text=self._whole(element))
        else:
            for kid in _kids(element):
                if isinstance(kid, DictionaryObject) and "/S" in kid:
                    yield from self._told(kid)

    def _rows(self, table: DictionaryObject) -> Iterator[tuple[tuple[str, bool], ...]]:
        for kid in _kids(table):
            if not isinstance(kid, DictionaryObject) or "/S" not in kid:
                continue
            if kid["/S"] == "/TR":
                cells = (cell for cell in _kids(kid) if isinstance(cell, DictionaryObject) and "/S" in cell)
                yield tuple((self._whole(cell), cell["/S"] == "/TH") for cell in cells)
            else:
                yield from self._rows(kid)

    def _whole(self, element: DictionaryObject) -> str:
        return _tidy(" ".join(self._said(element, None)))

    def _said(self, element: DictionaryObject, page: int | None) -> Iterator[str]:
        """What an element says, piece by piece; the words that stand for a picture in its place."""
        if "/Alt" in element:
            yield str(element["/Alt"])
            return
        if "/Pg" in element:
            page = self._page(element)
        for kid in _kids(element):
            if not isinstance(kid, DictionaryObject):
                yield self._texts.get((page if page is not None else -1, int(str(kid))), "")
            elif "/MCID" in kid:
                yield self._texts.get((self._page(kid) if "/Pg" in kid else page or 0, int(kid["/MCID"])), "")
            elif "/S" in kid:
                apart = "" if kid["/S"] in _WITHIN else "\n"
                yield apart
                yield from self._said(kid, page)
                yield apart
            elif "/Obj" in kid and "/TU" in kid["/Obj"]:
                yield str(kid["/Obj"]["/TU"])

    def _page(self, holder: DictionaryObject) -> int:
        return self._pages[holder.raw_get("/Pg").idnum]


def _kids(element: DictionaryObject) -> Sequence[PdfObject]:
    if "/K" not in element:
        return ()
    kids = element["/K"]
    return [one.get_object() for one in kids] if isinstance(kids, ArrayObject) else [kids]
