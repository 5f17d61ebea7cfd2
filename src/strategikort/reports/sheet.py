"""A sheet to hang beside the screen: one page of A4 with steps, in the largest letters with which it fits."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from strategikort.reports.canvas import TaggedCanvas
from strategikort.reports.details import Details
from strategikort.reports.lines import BLANKS, Line, blank, broken, mixed
from strategikort.reports.looks import HEIGHT, LINE, PAGE, SHADE, WIDTH, Looks, Style
from strategikort.reports.model import Paper
from strategikort.reports.pages import Placed, paged
from strategikort.reports.painting import Surround, paint
from strategikort.reports.saving import saved
from strategikort.reports.slabs import Cell, Ground, Slab
from strategikort.reports.structure import Element
from strategikort.reports.typefaces import BOLD, REGULAR, Typefaces

_SIZES: Final = tuple(half / 2 for half in range(26, 15, -1))
"""How large the text may be, the largest first; smaller than the last, nobody reads it on a wall."""
_LOOKS: Final = Looks("#17212B", "#1F5FA8")
_PAD: Final = 10.0


@dataclass(frozen=True, slots=True)
class Span:
    """Words of a line; strong ones are found at a glance, as menus and keys should be."""

    text: str
    strong: bool = False


SheetLine = tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetBlock:
    """A list whose lines have a mark each (a number, a bullet), or a paragraph, which has none."""

    lines: tuple[SheetLine, ...]
    marks: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse marks that do not fit the lines."""
        if self.marks and len(self.marks) != len(self.lines):
            raise ValueError("marks are one for each line")


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPart:
    """What stands under one heading; ``boxed`` sets it apart."""

    heading: str
    blocks: tuple[SheetBlock, ...]
    boxed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPaper:
    """One sheet. ``foot`` stands to the left and to the right at its foot; ``over`` is small, above the title."""

    title: str
    parts: tuple[SheetPart, ...]
    over: str = ""
    foot: tuple[str, str] = ("", "")
    language: str = "da"


def render_sheet(sheet: SheetPaper, *, typefaces: Typefaces, made_at: datetime) -> Paper:
    """The sheet as a tagged PDF, on one page; on more only if it does not fit in the smallest letters.

    Equal sheets, made at equal times, are equal byte for byte.
    """
    root, pages = Element("Document"), list[list[Placed]]()
    for size in _SIZES:
        root = Element("Document")
        pages = paged(list(_Composer(typefaces, size).slabs(root, sheet)), HEIGHT)
        if len(pages) == 1:
            break
    canvas = TaggedCanvas(PAGE, root)
    left, right = sheet.foot
    surround = Surround(header=("", ""), footer=(left, ""), page=right, watermark="", style=_LOOKS.small)
    paint(canvas, pages, surround, typefaces)
    details = Details(title=sheet.title or "-", author=sheet.over, language=sheet.language, made_at=made_at)
    return saved(canvas, details, typefaces)


class _Composer:
    """Makes slabs of a sheet, its text ``size`` points high and all else in proportion."""

    def __init__(self, typefaces: Typefaces, size: float) -> None:
        self._typefaces, self._size = typefaces, size
        self._body = Style(REGULAR, size, round(size * 1.36, 2), _LOOKS.ink)
        self._mark = Style(BOLD, size, self._body.leading, _LOOKS.accent)
        self._heading = Style(BOLD, round(size * 1.2, 2), round(size * 1.6, 2), _LOOKS.ink)

    def slabs(self, root: Element, sheet: SheetPaper) -> Iterator[Slab]:
        """All of it, from top to bottom."""
        yield from self._head(root, sheet)
        for part in sheet.parts:
            yield from self._part(root.add("Sect"), part)

    def _head(self, root: Element, sheet: SheetPaper) -> Iterator[Slab]:
        if not blank(sheet.over):
            yield Slab(cells=(self._cell(root.add("P"), sheet.over, _LOOKS.accented),), below=2.0, keep=True)
        title = Style(BOLD, 26, 31, _LOOKS.ink)
        cell = self._cell(root.add("H1"), sheet.title, title)
        yield Slab(cells=(cell,), below=9.0, keep=True, rules=((0, WIDTH, LINE),), bookmark=(0, sheet.title))

    def _part(self, under: Element, part: SheetPart) -> Iterator[Slab]:
        """A heading and its blocks; the last thing in a box has air below it."""
        air, inset = self._size, _PAD if part.boxed else 0.0
        ground = Ground(SHADE, _LOOKS.accent) if part.boxed else None
        if not blank(part.heading):
            cell = self._cell(under.add("H2"), part.heading, self._heading, inset)
            above = air * 0.8 if part.boxed else 0.0
            yield Slab(cells=(cell,), before=air * 1.5, above=above, below=air * 0.25, ground=ground, keep=True)
        for number, block in enumerate(part.blocks):
            last = part.boxed and number == len(part.blocks) - 1
            first, *rest = self._block(under, block, inset, ground, air * 0.8 if last else 0.0)
            yield replace(first, above=first.above + air * 0.3) if number else first
            yield from rest

    def _block(
        self, under: Element, block: SheetBlock, x: float, ground: Ground | None, below: float
    ) -> Iterator[Slab]:
        gutter = self._size * 1.7
        numbered = bool(block.marks) and block.marks[0][:1].isdigit()
        kind = f"/O /List /ListNumbering /{'Decimal' if numbered else 'Disc'}"
        around = under.add("L", attributes=kind) if block.marks else under
        for number, line in enumerate(block.lines):
            above, end = self._size * 0.28, below if number == len(block.lines) - 1 else 0.0
            if not block.marks:
                cell = Cell(element=around.add("P"), lines=self._lines(line, WIDTH - 2 * x), style=self._body, x=x)
                yield Slab(cells=(cell,), above=above, below=end, ground=ground, keep=True)
                continue
            item, room = around.add("LI"), WIDTH - 2 * x - gutter
            mark = self._cell(item.add("Lbl"), block.marks[number], self._mark, x)
            body = Cell(element=item.add("LBody"), lines=self._lines(line, room), style=self._body, x=x + gutter)
            yield Slab(cells=(mark, body), above=above, below=end, ground=ground)

    def _cell(self, element: Element, text: str, style: Style, x: float = 0.0) -> Cell:
        lines = broken(self._typefaces, style.face, style.size, text.strip(BLANKS), WIDTH - 2 * x)
        return Cell(element=element, lines=lines, style=style, x=x)

    def _lines(self, line: SheetLine, width: float) -> tuple[Line, ...]:
        parts = [(BOLD if span.strong else REGULAR, span.text) for span in line]
        return mixed(self._typefaces, self._size, parts, width)
