"""A drawing of a map as a tagged PDF: on one sheet, or over several that are cut and put together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from strategikort.domain.drawn import Box, Drawing, Figure, Outline, Point, Text
from strategikort.reports.canvas import Link, TaggedCanvas
from strategikort.reports.details import Details
from strategikort.reports.lines import Line, blank, broken
from strategikort.reports.looks import MM, MUTED, Style, ink
from strategikort.reports.model import Paper
from strategikort.reports.painting import fitted
from strategikort.reports.saving import saved
from strategikort.reports.structure import Element
from strategikort.reports.tiles import ASIDE, Sheets, Spread, Tile
from strategikort.reports.typefaces import BOLD, REGULAR, Typefaces

_WIDEST: Final = 1e9
_INK: Final = "#17212B"
_HEAD = Style(BOLD, 11, 14, _INK)
_SMALL = Style(REGULAR, 8.75, 12.2, MUTED)
_HEAD_AT: Final = 12 * MM
_FOOT_AT: Final = 9 * MM
_CUT: Final = 3 * MM
_CUT_AIR: Final = 1 * MM
_NEAR: Final = 260.0
"""How much around a card is shown when a link leads to it, in units of the drawing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Margin:
    """What is said on each sheet beside the drawing; ``page`` has places for n and m, ``sheet`` for a sheet's name."""

    title: str
    note: str
    foot: str
    page: str
    sheet: str


def render_map(
    drawing: Drawing, sheets: Sheets, margin: Margin, *, typefaces: Typefaces, made_at: datetime, author: str
) -> Paper:
    """The drawing on sheets, with its title and what belongs to it in the margin. No sheet is without content.

    Equal drawings on equal sheets, made at equal times, are equal byte for byte.
    """
    spread = Spread(sheets, drawing.width, drawing.height)
    painter = _Painter(drawing, spread, TaggedCanvas(sheets.page, Element("Document")), typefaces)
    tiles = [tile for tile in spread.tiles() if any(one.in_sight(tile.seen) for one in drawing.figures())]
    painter.paint(tiles or list(spread.tiles())[:1], margin)
    return _finished(painter.canvas, drawing, typefaces, made_at, author)


def render_picture(drawing: Drawing, scale: float, *, typefaces: Typefaces, made_at: datetime, author: str) -> Paper:
    """The drawing alone on a page of its own size, ``scale`` points for each unit."""
    size = drawing.width * scale, drawing.height * scale
    painter = _Painter(drawing, _Alone(scale, size), TaggedCanvas(size, Element("Document")), typefaces)
    painter.paint([Tile(column=0, row=0, seen=Box(0, 0, drawing.width, drawing.height))], None)
    return _finished(painter.canvas, drawing, typefaces, made_at, author)


def _finished(canvas: TaggedCanvas, drawing: Drawing, typefaces: Typefaces, made_at: datetime, author: str) -> Paper:
    details = Details(title=drawing.name or "-", author=author, language=drawing.language, made_at=made_at)
    return saved(canvas, details, typefaces)


@dataclass(frozen=True)
class _Alone:
    """A page that is the drawing."""

    scale: float
    size: Point
    across: int = 1
    down: int = 1

    def on_page(self, _: Tile, point: Point) -> Point:
        return point[0] * self.scale, self.size[1] - point[1] * self.scale


class _Painter:
    def __init__(self, drawing: Drawing, spread: Spread | _Alone, canvas: TaggedCanvas, typefaces: Typefaces) -> None:
        self.canvas = canvas
        self._drawing, self._spread, self._typefaces = drawing, spread, typefaces
        self._title = canvas.root.add("H1")
        self._elements: dict[int, Element] = {}
        self._tellers: dict[int, Tile] = {}
        known = {entry.card.about for section in drawing.sections for entry in section.entries}
        named = canvas.root.add("Sect") if drawing.columns else canvas.root
        for column in drawing.columns:
            self._elements[id(column)] = named.add("P")
        for section in drawing.sections:
            around = canvas.root.add("Sect")
            self._elements[id(section.heading)] = around.add("H2")
            listed = around.add("L")
            for entry in section.entries:
                body = listed.add("LI").add("LBody")
                told = body.add("P")
                self._elements[id(entry.card)] = told.add("Link") if entry.leads_to in known else told
                for arrow in entry.arrows:
                    self._elements[id(arrow)] = body.add("Figure", alt=arrow.said or "-")
        explained = canvas.root.add("Sect")
        for sign in drawing.legend:
            self._elements[id(sign)] = explained.add("P")

    def paint(self, tiles: Sequence[Tile], margin: Margin | None) -> None:
        """Paint all sheets."""
        self._tellers = {id(figure): _teller(figure, tiles) for figure in self._drawing.figures()}
        self._bookmarks(tiles)
        for number, tile in enumerate(tiles, 1):
            if margin is not None:
                self._margin(tile, margin, number, len(tiles))
            corner = self._spread.on_page(tile, (tile.seen.left, tile.seen.bottom))
            scale = self._spread.scale
            with self.canvas.clipped(*corner, tile.seen.width * scale, tile.seen.height * scale):
                self._ground(tile)
                if number == 1 and margin is None:
                    self._heads(tile)
                for figure in self._drawing.figures():
                    self._figure(tile, figure)
            if self._spread.across * self._spread.down > 1:
                with self.canvas.artifact():
                    self._cut_marks(tile)
            self.canvas.showPage()
        self._links(tiles)

    def _ground(self, tile: Tile) -> None:
        if self._drawing.ground:
            with self.canvas.artifact():
                for one in self._drawing.ground:
                    self.canvas.draw(self._outline(tile, one))

    def _heads(self, tile: Tile) -> None:
        """The title, where the drawing itself has one; else it is told by the margin."""
        if not self._drawing.heads:
            self._title.kind = "P"
            return
        for text in self._drawing.heads:
            with self.canvas.tagged(self._title if text is self._drawing.heads[0] else self.canvas.root.add("P")):
                self._text(tile, text)

    def _figure(self, tile: Tile, figure: Figure) -> None:
        """Paint what of a figure a sheet shows. Only on one sheet it is content that is read out."""
        tells = self._tellers[id(figure)] is tile
        if not tells and not figure.box.meets(tile.seen):
            return
        element = self._elements[id(figure)]
        if tells and element.kind == "Figure":
            element.attributes = self._place(tile, figure.box)
        outlines = [part for part in figure.parts if isinstance(part, Outline)]
        texts = [part for part in figure.parts if isinstance(part, Text) and (tells or part.box.meets(tile.seen))]
        with self.canvas.tagged(element) if tells and not texts else self.canvas.artifact():
            self.canvas.draw("\n".join(self._outline(tile, one) for one in outlines))
        if texts:
            with self.canvas.tagged(element) if tells else self.canvas.artifact():
                for text in texts:
                    self._text(tile, text)

    def _place(self, tile: Tile, box: Box) -> str:
        edges = " ".join(f"{edge:.2f}" for edge in self._edges(tile, box, 0))
        return f"/O /Layout /Placement /Block /BBox [{edges}]"

    def _outline(self, tile: Tile, one: Outline) -> str:
        def there(point: Point) -> str:
            x, y = self._spread.on_page(tile, point)
            return f"{x:.2f} {y:.2f}"

        scale = self._spread.scale
        steps = [f"{there(one.start)} m"]
        steps += [" ".join(map(there, step)) + (" c" if len(step) == 3 else " l") for step in one.steps]
        steps += ["h"] if one.closed else []
        if not one.line:
            return f"{ink(one.fill)} rg {' '.join(steps)} f"
        dashes = " ".join(f"{dash * scale:.2f}" for dash in one.dashes)
        pen = f"{ink(one.line)} RG {one.width * scale:.2f} w [{dashes}] 0 d 1 J 1 j"
        fill = f"{ink(one.fill)} rg " if one.fill else ""
        return f"{pen} {fill}{' '.join(steps)} {'B' if one.fill else 'S'}"

    def _text(self, tile: Tile, text: Text) -> None:
        x, y = self._spread.on_page(tile, text.at)
        style = Style(BOLD if text.bold else REGULAR, round(text.size * self._spread.scale, 3), 0, text.colour)
        line = self._line(text.text, style)
        if text.turned:
            self.canvas.show_turned(line, style, f"0 1 -1 0 {x:.2f} {y:.2f}")
        else:
            self.canvas.show([line], style, x, y)

    def _line(self, text: str, style: Style) -> Line:
        return broken(self._typefaces, style.face, style.size, text, _WIDEST)[0]

    def _bookmarks(self, tiles: Sequence[Tile]) -> None:
        """Lead to each level, and below it to each card, on the sheet where it is read out."""
        pages = {tile: page for page, tile in enumerate(tiles)}
        for section in self._drawing.sections:
            named = [(0, section.name, section.heading), *((1, entry.name, entry.card) for entry in section.entries)]
            for level, name, figure in named:
                tile = self._tellers[id(figure)]
                y = self._spread.on_page(tile, (0, figure.box.top))[1]
                self.canvas.bookmarks.append((level, name, pages[tile], y + 6))

    def _links(self, tiles: Sequence[Tile]) -> None:
        """Let a click on a card go to the first card above it, with what is around that."""
        pages = {tile: page for page, tile in enumerate(tiles)}
        entries = [entry for section in self._drawing.sections for entry in section.entries]
        cards = {entry.card.about: entry.card for entry in entries}
        for entry in entries:
            there = cards.get(entry.leads_to)
            if there is None:
                continue
            here, target = self._tellers[id(entry.card)], self._tellers[id(there)]
            said = entry.arrows[0].said if entry.arrows else entry.name
            link = Link(
                pages[here],
                self._edges(here, entry.card.box, 0),
                pages[target],
                self._edges(target, there.box, _NEAR),
                said,
            )
            self.canvas.link(self._elements[id(entry.card)], link)

    def _edges(self, tile: Tile, box: Box, around: float) -> tuple[float, float, float, float]:
        """The left, bottom, right and top edge of a box on a page, with some air around it."""
        left, bottom = self._spread.on_page(tile, (box.left - around, box.bottom + around))
        right, top = self._spread.on_page(tile, (box.right + around, box.top - around))
        return left, bottom, right, top

    def _margin(self, tile: Tile, margin: Margin, number: int, total: int) -> None:
        canvas, (width, height) = self.canvas, self.canvas.size
        room, base = width - 2 * ASIDE, height - _HEAD_AT
        title = fitted(self._typefaces, margin.title, _HEAD, room * 0.62)
        with canvas.tagged(self._title) if number == 1 else canvas.artifact("Header"):
            canvas.show([title], _HEAD, ASIDE, base)
        with canvas.artifact("Header"):
            self._right(margin.note, base, room * 0.36)
        page = margin.page.replace("{n}", str(number)).replace("{m}", str(total))
        if self._spread.across * self._spread.down > 1:
            page = f"{page} · {margin.sheet.replace('{name}', tile.name)}"
        with canvas.artifact("Footer"):
            canvas.show([fitted(self._typefaces, margin.foot, _SMALL, room * 0.6)], _SMALL, ASIDE, _FOOT_AT)
            self._right(page, _FOOT_AT, room * 0.38)

    def _right(self, text: str, y: float, width: float) -> None:
        if not blank(text):
            line = fitted(self._typefaces, text, _SMALL, width)
            self.canvas.show([line], _SMALL, ASIDE, y, right=self.canvas.size[0] - ASIDE)

    def _cut_marks(self, tile: Tile) -> None:
        """Where to cut (left and above a sheet that lies on another) and where the next sheet begins."""
        spread, seen = self._spread, tile.seen
        assert isinstance(spread, Spread), "only sheets are cut"
        near, far = spread.on_page(tile, (seen.left, seen.bottom)), spread.on_page(tile, (seen.right, seen.top))
        overlap = spread.sheets.overlap
        upright = ([near[0]] if tile.column else []) + ([far[0] - overlap] if tile.column + 1 < spread.across else [])
        level = ([far[1]] if tile.row else []) + ([near[1] + overlap] if tile.row + 1 < spread.down else [])
        code = [f"{ink(_INK)} RG 0.4 w [] 0 d"]
        for x in upright:
            for y, way in ((far[1] + _CUT_AIR, 1), (near[1] - _CUT_AIR, -1)):
                code.append(f"{x:.2f} {y:.2f} m {x:.2f} {y + way * _CUT:.2f} l S")
        for y in level:
            for x, way in ((near[0] - _CUT_AIR, -1), (far[0] + _CUT_AIR, 1)):
                code.append(f"{x:.2f} {y:.2f} m {x + way * _CUT:.2f} {y:.2f} l S")
        self.canvas.draw("\n".join(code))


def _teller(figure: Figure, tiles: Sequence[Tile]) -> Tile:
    """The sheet on which a figure is read out: the first that shows its point, or else any of it."""
    fitting = (tile for tile in tiles if tile.seen.holds(figure.at))
    showing = (tile for tile in tiles if figure.in_sight(tile.seen))
    return next(fitting, None) or next(showing, tiles[0])
