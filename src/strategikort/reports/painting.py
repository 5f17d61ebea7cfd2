"""Pages painted: the slabs where they were set, and around them header, footer and the draft's mark."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from strategikort.reports.barcode import Barcode
from strategikort.reports.canvas import TaggedCanvas
from strategikort.reports.lines import Line, blank, broken
from strategikort.reports.looks import (
    BOTTOM,
    CODE_FOOT,
    CODE_SIDE,
    FOOTER,
    HAIRLINE,
    HEADER,
    LEFT,
    RISE,
    WATERMARK,
    Style,
)
from strategikort.reports.model import Mark
from strategikort.reports.pages import Placed
from strategikort.reports.slabs import Cell, Plate, Sign, Slab
from strategikort.reports.typefaces import BOLD, Typefaces

_OUTLINES: Final[dict[Mark | None, str]] = {
    Mark.SQUARE: "0 0 6.4 6.4 re",
    Mark.CIRCLE: "6.4 3.2 m 6.4 4.97 4.97 6.4 3.2 6.4 c 1.43 6.4 0 4.97 0 3.2 c 0 1.43 1.43 0 3.2 0 c "
    "4.97 0 6.4 1.43 6.4 3.2 c h",
    Mark.DIAMOND: "3.2 -0.5 m 6.9 3.2 l 3.2 6.9 l -0.5 3.2 l h",
    Mark.TRIANGLE: "0 0 m 6.4 0 l 3.2 6.4 l h",
    None: "0 0 m 1.1 0 l 4 3.2 l 1.1 6.4 l 0 6.4 l 2.9 3.2 l h",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Surround:
    """What stands around the text of each page; the first page has no header. ``page`` has places for n and m.

    Of the ``footer`` the first text is shortened where there is no room for both: the second ties a sheet to its text.
    ``code`` stands beside it, so that a scanned sheet is known whatever page it is.
    """

    header: tuple[str, str]
    footer: tuple[str, str]
    page: str
    watermark: str
    style: Style
    code: Barcode | None = None


def paint(canvas: TaggedCanvas, pages: Sequence[Sequence[Placed]], surround: Surround, typefaces: Typefaces) -> None:
    """Paint all pages."""
    for number, page in enumerate(pages, 1):
        if not blank(surround.watermark):
            _watermark(canvas, surround, typefaces)
        if number > 1:
            _header(canvas, surround, typefaces)
        for placed in page:
            if placed.again:
                _again(canvas, placed.slab, placed.y, (number, len(pages)))
            else:
                _slab(canvas, placed.slab, placed.y, first=placed is page[0], leaf=(number, len(pages)))
        _footer(canvas, surround, typefaces, number, len(pages))
        canvas.showPage()


def fitted(typefaces: Typefaces, text: str, style: Style, width: float, *, kept: str = "") -> Line:
    """``text`` and ``kept`` on one line; when it is longer than ``width``, ``text`` is cut with three dots."""
    lines = broken(typefaces, style.face, style.size, text + kept, width)
    most = len(text)
    while len(lines) > 1 and most:
        most = most * 9 // 10
        lines = broken(typefaces, style.face, style.size, f"{text[:most].rstrip()} …{kept}", width)
    return lines[0]


def _slab(canvas: TaggedCanvas, slab: Slab, y: float, *, first: bool, leaf: tuple[int, int]) -> None:
    top = BOTTOM + y
    foot = top - slab.height
    if slab.ground or slab.rules or slab.signs or slab.parting:
        with canvas.artifact():
            _dress(canvas, slab, top, foot, parted=not first)
    if slab.bookmark:
        canvas.bookmark(*slab.bookmark, top + 6)
    if slab.plate:
        _plate(canvas, slab.plate, top - slab.above, leaf)
    if slab.blank:
        one = slab.blank
        canvas.blank(one.element, one.name, one.said, (LEFT + one.x, foot, LEFT + one.x + one.width, foot + one.height))
    for cell in slab.cells:
        if cell.under is not None and cell.element not in cell.under.kids:
            cell.under.kids.append(cell.element)
        if cell.lines:
            with canvas.tagged(cell.element):
                _cell(canvas, cell, top - slab.above)


def _plate(canvas: TaggedCanvas, plate: Plate, top: float, leaf: tuple[int, int]) -> None:
    low, x = top - plate.height, LEFT + plate.x
    box = f"{x:.2f} {low:.2f} {x + plate.width:.2f} {low + plate.height:.2f}"
    plate.element.attributes = f"/O /Layout /Placement /Block /BBox [{box}]"
    picture = plate.picture.on(*leaf) if isinstance(plate.picture, Barcode) else plate.picture
    with canvas.tagged(plate.element):
        canvas.place(picture, x, low, plate.width, plate.height)


def _again(canvas: TaggedCanvas, slab: Slab, y: float, leaf: tuple[int, int]) -> None:
    """A table's head on a later page: seen, but read out only once. A code is one of its own on each page."""
    top = BOTTOM + y
    if slab.plate:
        _plate(canvas, slab.plate, top - slab.above, leaf)
        return
    with canvas.artifact():
        _dress(canvas, slab, top, top - slab.height, parted=False)
        for cell in slab.cells:
            _cell(canvas, cell, top - slab.above)


def _cell(canvas: TaggedCanvas, cell: Cell, top: float) -> None:
    y = top - cell.drop - cell.style.leading * RISE
    right = None if cell.right is None else LEFT + cell.right
    canvas.show(cell.lines, cell.style, LEFT + cell.x, y, right=right)


def _dress(canvas: TaggedCanvas, slab: Slab, top: float, foot: float, *, parted: bool) -> None:
    """The ground, bar, rules and marks of a slab."""
    if slab.ground:
        canvas.box(LEFT, foot - 0.2, canvas.width, top - foot + 0.4, slab.ground.colour)
        if slab.ground.edge:
            canvas.box(LEFT, foot - 0.2, 2.2, top - foot + 0.4, slab.ground.edge)
    if slab.parting and parted:
        canvas.box(LEFT, top + slab.before * 0.45, canvas.width, 0.6, slab.parting)
    for start, end, colour in slab.rules:
        canvas.box(LEFT + start, foot, end - start, 0.6, colour)
    for sign in slab.signs:
        _sign(canvas, sign, top - slab.above)


def _sign(canvas: TaggedCanvas, sign: Sign, top: float) -> None:
    """A mark of about the height of a small letter, or an arrow to the next step."""
    canvas.stamp(_OUTLINES[sign.mark], LEFT + sign.x, top - 9.2, sign.colour)


def _watermark(canvas: TaggedCanvas, surround: Surround, typefaces: Typefaces) -> None:
    style = Style(BOLD, 118, 118, WATERMARK)
    line = fitted(typefaces, surround.watermark, style, 640)
    slope = 0.8192, 0.5736
    x = canvas.size[0] / 2 - line.width / 2 * slope[1] + 34
    y = canvas.size[1] / 2 - line.width / 2 * slope[0] - 24
    with canvas.artifact("Watermark"):
        canvas.show_turned(line, style, f"{slope[1]} {slope[0]} {-slope[0]} {slope[1]} {x:.2f} {y:.2f}")


def _header(canvas: TaggedCanvas, surround: Surround, typefaces: Typefaces) -> None:
    y = canvas.size[1] - HEADER
    with canvas.artifact("Header"):
        _two(canvas, typefaces, surround.style, surround.header, (canvas.width, y), share=0.62)
        canvas.box(LEFT, y - 9, canvas.width, 0.6, HAIRLINE)


def _footer(canvas: TaggedCanvas, surround: Surround, typefaces: Typefaces, number: int, total: int) -> None:
    page = surround.page.replace("{n}", str(number)).replace("{m}", str(total))
    width = canvas.width if surround.code is None else canvas.width - CODE_SIDE - 3
    with canvas.artifact("Footer"):
        canvas.box(LEFT, FOOTER + 14, width, 0.6, HAIRLINE)
        text, kept = surround.footer
        _two(canvas, typefaces, surround.style, (text, page), (width, FOOTER), share=0.82, kept=kept)
        if surround.code is not None:
            code = surround.code.on(number, total)
            canvas.place(code, LEFT + canvas.width - CODE_SIDE, CODE_FOOT, CODE_SIDE, CODE_SIDE)


def _two(
    canvas: TaggedCanvas,
    typefaces: Typefaces,
    style: Style,
    texts: tuple[str, str],
    room: tuple[float, float],
    *,
    share: float,
    kept: str = "",
) -> None:
    """One text at the left edge and one at the right, on one line, whose width and height on the page are ``room``."""
    width, y = room
    canvas.show([fitted(typefaces, texts[0], style, width * share, kept=kept)], style, LEFT, y)
    line = fitted(typefaces, texts[1], style, width * (1 - share) - 8)
    canvas.show([line], style, LEFT, y, right=LEFT + width)
