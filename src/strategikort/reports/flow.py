"""The flow: elements and slabs being composed, in reading order, before they are set on pages."""

import re
from dataclasses import replace
from itertools import groupby
from typing import Final

from strategikort.reports.barcode import Barcode
from strategikort.reports.lines import Line, blank, broken, paragraphs
from strategikort.reports.looks import PAGE, PROSE, RISE, Looks, Style, room
from strategikort.reports.model import AgreementPaper
from strategikort.reports.pages import NewPage
from strategikort.reports.slabs import Cell, Slab
from strategikort.reports.structure import Element
from strategikort.reports.typefaces import Typefaces

_BULLET: Final = re.compile(r"[ \t]*([-–•*])[ \t]+(\S.*)")
_INDENT: Final = 11.0


class Flow:
    """What has been composed so far. ``root`` is where new elements hang until a chapter says otherwise.

    ``nothing`` is what stands in an empty cell. Words are parted if their ``language`` is Danish.
    """

    def __init__(
        self,
        root: Element,
        typefaces: Typefaces,
        looks: Looks,
        nothing: str,
        *,
        language: str,
        page: tuple[float, float] = PAGE,
    ) -> None:
        self.root = root
        self._danish = language.split("-")[0] == "da"
        self.width, self.height = room(page)
        self.looks = looks
        self.nothing = nothing
        self.items: list[Slab | NewPage] = []
        self._typefaces = typefaces

    def lines(self, text: str, style: Style, width: float) -> tuple[Line, ...]:
        """``text`` broken to ``width``."""
        return broken(self._typefaces, style.face, style.size, text, width, self._danish)

    def cell(self, element: Element, text: str, style: Style, x: float, width: float, *, figures: bool = False) -> Cell:
        """A cell of ``width`` from ``x`` on; figures stand at its right edge."""
        right = x + width if figures else None
        return Cell(element=element, lines=self.lines(text, style, width), style=style, x=x, right=right)

    def row(self, *parts: tuple[Element, str, Style, float, float], figures_last: bool = False) -> tuple[Cell, ...]:
        """Cells side by side on one baseline, each of an element, text, style, x and width."""
        deepest = max(style.leading for _, _, style, _, _ in parts)
        cells: list[Cell] = []
        for place, (element, text, style, x, width) in enumerate(parts):
            figures = figures_last and place == len(parts) - 1
            drop = (deepest - style.leading) * RISE
            cells.append(replace(self.cell(element, text, style, x, width, figures=figures), drop=drop))
        return tuple(cells)

    def add(self, slab: Slab | NewPage) -> None:
        """Put a slab after all others."""
        self.items.append(slab)

    def text(
        self,
        under: Element,
        kind: str,
        text: str,
        style: Style,
        *,
        before: float = 0.0,
        width: float = PROSE,
        x: float = 0.0,
    ) -> Element | None:
        """A heading or short text that stays with what follows; nothing for an empty one."""
        if blank(text):
            return None
        element = under.add(kind)
        self.add(Slab(cells=(self.cell(element, text, style, x, width),), before=before, keep=True))
        return element

    def prose(self, under: Element, text: str, *, before: float = 0.0, width: float = PROSE, x: float = 0.0) -> None:
        """Running text: paragraphs between empty lines, and lists where lines begin with a dash or bullet."""
        air = before
        for paragraph in paragraphs(text):
            for listed, rows in groupby(paragraph.split("\n"), lambda row: bool(_BULLET.fullmatch(row))):
                if listed:
                    self._listed(under, list(rows), air, width, x)
                else:
                    style = self.looks.body
                    cell = self.cell(under.add("P"), "\n".join(rows), style, x, width)
                    self.add(Slab(cells=(cell,), before=air, prose=True))
                air = 2.0
            air = 6.0

    def keep_whole(self, start: int, most: float = 1.0) -> None:
        """Keep all slabs from number ``start`` on together, if they fit on a page, or in ``most`` of one."""
        slabs = [item for item in self.items[start:] if isinstance(item, Slab)]
        if (
            len(slabs) == len(self.items) - start
            and sum(slab.before + slab.height for slab in slabs) <= most * self.height
        ):
            self.items[start:-1] = [replace(slab, keep=True, prose=False) for slab in slabs[:-1]]

    def _listed(self, under: Element, rows: list[str], before: float, width: float, x: float) -> None:
        around = under.add("L", attributes="/O /List /ListNumbering /Disc")
        for row in rows:
            match = _BULLET.fullmatch(row)
            sign, rest = match.groups() if match else ("", row)
            item = around.add("LI")
            cells = (
                self.cell(item.add("Lbl"), sign, self.looks.body, x, _INDENT),
                self.cell(item.add("LBody"), rest, self.looks.body, x + _INDENT, width - _INDENT),
            )
            self.add(Slab(cells=cells, before=before, prose=False))
            before = 2.0


class AgreementFlow(Flow):
    """The flow of an agreement, with the words that stand on its paper, and the code of its sheets if it has one."""

    def __init__(
        self, root: Element, typefaces: Typefaces, paper: AgreementPaper, barcode: Barcode | None = None
    ) -> None:
        looks = Looks(paper.ink, paper.accent)
        super().__init__(root, typefaces, looks, paper.words.nothing, language=paper.language)
        self.words = paper.words
        self.barcode = barcode
