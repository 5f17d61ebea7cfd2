"""Slabs: what a page is built of, from top to bottom; measured, and split if need be, before anything is painted."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from strategikort.reports.barcode import Barcode
from strategikort.reports.drawings import Drawing
from strategikort.reports.lines import Line
from strategikort.reports.looks import Style
from strategikort.reports.model import Mark
from strategikort.reports.pictures import Picture
from strategikort.reports.structure import Element

TALL_ROW: Final = 8
"""A row of cells is split only when it has more lines than this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Lines side by side with those of other cells, from ``x`` on or ending at ``right``, both from the left margin.

    ``under`` is where ``element`` is to hang once it is painted, if it is made for a cell that goes over two pages.
    """

    element: Element
    lines: tuple[Line, ...]
    style: Style
    x: float = 0.0
    right: float | None = None
    drop: float = 0.0
    under: Element | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """A level's mark, or without one an arrow, painted at ``x`` beside the first line."""

    mark: Mark | None
    x: float
    colour: str


@dataclass(frozen=True, slots=True)
class Ground:
    """The colour behind a slab, and that of a bar at its left."""

    colour: str
    edge: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plate:
    """A picture with its element, ``width`` by ``height`` points from ``x`` on."""

    element: Element
    picture: Picture | Drawing | Barcode
    width: float
    height: float
    x: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Blank:
    """A field to be signed in by a certificate: its element, name, what it is for, and where it stands in its slab."""

    element: Element
    name: str
    said: str
    x: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Slab:
    """One strip of the page.

    ``before`` is the air above it, left out at the top of a page; ``above`` and ``below`` are air inside it. ``keep``
    means that it never stands last on a page. ``ground`` is the colour behind it, ``rules`` are
    lines at its foot from one x to another, ``parting`` is a hairline in the air above. ``head`` is repeated when
    the slab comes first on a page. ``prose`` splits from four lines on, other slabs only when tall.
    """

    cells: tuple[Cell, ...] = ()
    before: float = 0.0
    above: float = 0.0
    below: float = 0.0
    keep: bool = False
    prose: bool = False
    ground: Ground | None = None
    parting: str = ""
    rules: tuple[tuple[float, float, str], ...] = ()
    signs: tuple[Sign, ...] = ()
    plate: Plate | None = None
    blank: Blank | None = None
    head: "Slab | None" = None
    bookmark: tuple[int, str] | None = None

    height: float = field(init=False, compare=False)
    """The height without ``before``."""

    def __post_init__(self) -> None:
        """Measure."""
        tallest = self.plate.height if self.plate else 0.0
        for cell in self.cells:
            tallest = max(tallest, cell.drop + len(cell.lines) * cell.style.leading)
        object.__setattr__(self, "height", self.above + self.below + tallest)

    @property
    def least(self) -> float:
        """The smallest height of which something can stand on a page."""
        return self.above + 2 * self._leading() if self.splits else self.height

    @property
    def splits(self) -> bool:
        """Whether the slab may go over two pages even if it fits on one."""
        most = max((len(cell.lines) for cell in self.cells), default=0)
        return most >= 4 if self.prose else most > TALL_ROW

    def split(self, room: float) -> "tuple[Slab, Slab] | None":
        """What fits into ``room`` and what is left, or None when nothing reasonable fits."""
        cells = [(cell, _fitting(cell, room - self.above)) for cell in _apart(self.cells)]
        if not any(count for _, count in cells):
            return None
        used = max(cell.drop + count * cell.style.leading for cell, count in cells if count)
        first = replace(
            self,
            cells=tuple(replace(cell, lines=cell.lines[:count]) for cell, count in cells),
            below=0.0,
            rules=(),
        )
        rest = replace(
            self,
            cells=tuple(
                replace(cell, lines=cell.lines[count:], drop=max(0.0, cell.drop - used))
                for cell, count in cells
                if count < len(cell.lines)
            ),
            before=0.0,
            above=0.0,
            parting="",
            signs=(),
            plate=None,
            blank=None,
            bookmark=None,
        )
        return first, rest

    def _leading(self) -> float:
        return max((cell.style.leading for cell in self.cells), default=0.0)


def _apart(cells: tuple[Cell, ...]) -> Iterator[Cell]:
    """The cells, each with an element of its own: else the halves of two would be read out mixed."""
    owners = Counter(id(cell.element) for cell in cells)
    for cell in cells:
        shared = owners[id(cell.element)] > 1
        yield replace(cell, element=Element("Span"), under=cell.element) if shared else cell


def _fitting(cell: Cell, room: float) -> int:
    """How many lines of the cell stand in ``room``; none of four or more is left alone before or after the break."""
    total = len(cell.lines)
    count = max(0, min(total, int((room - cell.drop) // cell.style.leading)))
    if count < total and total >= 4:
        count = min(count, total - 2)
        return count if count >= 2 else 0
    return count
