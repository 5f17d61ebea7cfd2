"""How a drawing is spread over sheets of paper: how large, on which sheets, and where on each. All in points."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import Final

from strategikort.domain.drawn import Box, Point
from strategikort.domain.maps import SMALLEST_TEXT
from strategikort.reports.looks import MM

ASIDE: Final = 12 * MM
ABOVE: Final = 18 * MM
BELOW: Final = 16 * MM
"""What is left free at the sides of a sheet, and above and below for what is said of the sheet."""
LARGEST: Final = 1.0
"""A drawing is not made larger than this: its text of 13 units then has 13 points."""
MOST: Final = 26
"""The sheets beside each other at the most: their columns have letters."""
_LEAST: Final = 0.01


class PaperSize(Enum):
    """A format of paper: its short and its long side in millimetres."""

    A4 = (210, 297)
    A3 = (297, 420)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheets:
    """The sheets to spread a drawing over: their format, how many at the most, and by how much they overlap."""

    size: PaperSize = PaperSize.A4
    landscape: bool = True
    across: int = 1
    down: int = 1
    overlap: float = 10 * MM

    @property
    def page(self) -> tuple[float, float]:
        """The width and height of one sheet."""
        short, long = (side * MM for side in self.size.value)
        return (long, short) if self.landscape else (short, long)

    @property
    def room(self) -> tuple[float, float]:
        """The width and height of what a sheet shows of the drawing."""
        return self.page[0] - 2 * ASIDE, self.page[1] - ABOVE - BELOW


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """One sheet: its place in the whole, counted from 0, and what it shows in the drawing's own units."""

    column: int
    row: int
    seen: Box

    @property
    def name(self) -> str:
        """A1 is the upper left one, B1 beside it, A2 below it."""
        return f"{chr(ord('A') + self.column)}{self.row + 1}"


@dataclass(frozen=True)
class Spread:
    """A drawing of a width and height on sheets: as large as they allow, on no more of them than it then takes."""

    sheets: Sheets
    width: float
    height: float

    @cached_property
    def scale(self) -> float:
        """Points for each unit of the drawing."""
        wide, high = (
            _together(room, count, self.sheets.overlap)
            for room, count in zip(self.sheets.room, (self.sheets.across, self.sheets.down), strict=True)
        )
        return min(wide / max(self.width, _LEAST), high / max(self.height, _LEAST), LARGEST)

    @cached_property
    def across(self) -> int:
        """How many sheets it takes beside each other."""
        return _needed(self.width * self.scale, self.sheets.room[0], self.sheets.overlap)

    @cached_property
    def down(self) -> int:
        """How many sheets it takes below each other."""
        return _needed(self.height * self.scale, self.sheets.room[1], self.sheets.overlap)

    @property
    def overlap(self) -> float:
        """By how much neighbours overlap, in the drawing's own units."""
        return self.sheets.overlap / self.scale

    @cached_property
    def corner(self) -> Point:
        """The upper left corner of the first sheet's room in the drawing's own units: the drawing is in the middle."""
        wide = _together(self.sheets.room[0], self.across, self.sheets.overlap) / self.scale
        return (self.width - wide) / 2, 0.0

    def tiles(self) -> Iterator[Tile]:
        """All sheets, row by row."""
        wide, high = (room / self.scale for room in self.sheets.room)
        for row in range(self.down):
            for column in range(self.across):
                left = self.corner[0] + column * (wide - self.overlap)
                top = self.corner[1] + row * (high - self.overlap)
                yield Tile(column=column, row=row, seen=Box(left, top, left + wide, top + high))

    def on_page(self, tile: Tile, point: Point) -> Point:
        """Where a point of the drawing is on a sheet, from the sheet's lower left corner."""
        x = ASIDE + (point[0] - tile.seen.left) * self.scale
        y = self.sheets.page[1] - ABOVE - (point[1] - tile.seen.top) * self.scale
        return x, y


def enough(sheets: Sheets, width: float, height: float, text: float) -> tuple[int, int] | None:
    """How many sheets across and down make the smallest ``text`` large enough to be read; None if too many."""
    scale = SMALLEST_TEXT / text if text else _LEAST
    across, down = (
        _needed(length * scale, room, sheets.overlap) for length, room in zip((width, height), sheets.room, strict=True)
    )
    return (across, down) if max(across, down) <= MOST else None


def better_way_up(size: PaperSize, shapes: Iterable[float], *, across: int = 1, down: int = 1) -> bool:
    """Whether a drawing of a width and height is larger on sheets that lie than on sheets that stand."""
    width, height = shapes
    lying, standing = (
        Spread(Sheets(size=size, landscape=landscape, across=across, down=down), width, height).scale
        for landscape in (True, False)
    )
    return lying >= standing


def _together(room: float, count: int, overlap: float) -> float:
    return count * room - (count - 1) * overlap


def _needed(length: float, room: float, overlap: float) -> int:
    return max(1, math.ceil((length - overlap) / (room - overlap) - 1e-9))
