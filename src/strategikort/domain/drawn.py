"""A drawing as plain data: outlines and texts, told apart by what they are about. Paper, picture and file paint it.

Lengths are in units of one pixel at 100 %, counted from the upper left corner; colours are written ``#RRGGBB``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final, TypeAlias

Point: TypeAlias = tuple[float, float]

_SAMPLES: Final = 24
_UNDER: Final = 0.25
"""How much of a text's size stands below its line."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle by its edges."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    @property
    def middle(self) -> Point:
        """The point in the middle."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def meets(self, other: "Box") -> bool:
        """Whether the two have any ground in common."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def holds(self, point: Point) -> bool:
        """Whether a point is inside; the upper and left edges are, the others are not."""
        return self.left <= point[0] < self.right and self.top <= point[1] < self.bottom


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """Lines and curves from ``start`` on, filled, drawn, or both.

    A step of one point is a straight line; one of three is a curve that bends towards the first two.
    """

    start: Point
    steps: tuple[tuple[Point, ...], ...]
    closed: bool = False
    fill: str = ""
    line: str = ""
    width: float = 0.0
    dashes: tuple[float, ...] = ()

    def points(self) -> Iterator[Point]:
        """Points on the outline, no far from each other on a curve."""
        yield self.start
        at = self.start
        for step in self.steps:
            if len(step) == 3:
                yield from (on_curve(at, *step, share / _SAMPLES) for share in range(1, _SAMPLES))
            at = step[-1]
            yield at


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One line of text whose line begins at a point; ``turned`` ones run upwards. ``width`` is as measured."""

    text: str
    at: Point
    size: float
    width: float
    colour: str
    bold: bool = False
    turned: bool = False

    @property
    def box(self) -> Box:
        """The rectangle around it."""
        x, y = self.at
        over, under = self.size, self.size * _UNDER
        if self.turned:
            return Box(x - over, y - self.width, x + under, y)
        return Box(x, y - over, x + self.width, y + under)


Part: TypeAlias = Outline | Text


@dataclass(frozen=True)
class Figure:
    """One thing of a drawing. ``said`` tells what it is where it has no text; ``about`` is whose goal or unit it is."""

    parts: tuple[Part, ...]
    said: str = ""
    about: str = ""

    @cached_property
    def box(self) -> Box:
        """The rectangle around all of it."""
        corners = [corner for part in self.parts for corner in _corners(part)]
        across, down = [x for x, _ in corners], [y for _, y in corners]
        return Box(min(across), min(down), max(across), max(down))

    @cached_property
    def at(self) -> Point:
        """A point of the thing itself: by the sheet that it is on, the whole thing is read out once."""
        first = self.parts[0]
        if isinstance(first, Text) or first.closed:
            return self.box.middle
        points = list(first.points())
        return points[len(points) // 2]

    def in_sight(self, seen: Box) -> bool:
        """Whether anything of it can be seen in a rectangle."""
        if not self.box.meets(seen):
            return False
        return any(
            part.box.meets(seen)
            if isinstance(part, Text)
            else _around(part).meets(seen)
            if part.closed
            else any(seen.holds(point) for point in part.points())
            for part in self.parts
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One card with its ``name``, which is never cut, and the arrows that begin there.

    ``leads_to`` is what its first card above is about: there a click on the card goes.
    """

    name: str
    card: Figure
    arrows: tuple[Figure, ...] = ()
    leads_to: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A level with its ``heading`` and, in reading order, what stands there."""

    name: str
    heading: Figure
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A whole drawing.

    ``ground`` is behind everything and means nothing; ``heads`` are its title and what follows; ``columns`` are the
    names over its columns.
    """

    name: str
    language: str
    width: float
    height: float
    ground: tuple[Outline, ...] = ()
    heads: tuple[Text, ...] = ()
    columns: tuple[Figure, ...] = ()
    sections: tuple[Section, ...] = ()
    legend: tuple[Figure, ...] = ()

    def figures(self) -> Iterator[Figure]:
        """Everything that means something, in the order in which it is painted: arrows behind cards."""
        entries = [entry for section in self.sections for entry in section.entries]
        yield from (arrow for entry in entries for arrow in entry.arrows)
        yield from self.columns
        yield from (section.heading for section in self.sections)
        yield from (entry.card for entry in entries)
        yield from self.legend

    @property
    def smallest_text(self) -> float:
        """The size of the smallest text."""
        sizes = [part.size for one in self.figures() for part in one.parts if isinstance(part, Text)]
        return min(sizes, default=0.0)


def _around(outline: Outline) -> Box:
    points = list(outline.points())
    across, down = [x for x, _ in points], [y for _, y in points]
    return Box(min(across), min(down), max(across), max(down))


def _corners(part: Part) -> Iterator[Point]:
    box = part.box if isinstance(part, Text) else _around(part)
    edge = 0.0 if isinstance(part, Text) else part.width / 2
    yield from ((box.left - edge, box.top - edge), (box.right + edge, box.bottom + edge))


def moved(point: Point, way: Point, far: float) -> Point:
    """The point so far away from ``point``, in units of ``way``."""
    return point[0] + way[0] * far, point[1] + way[1] * far


def on_curve(start: Point, leave: Point, arrive: Point, end: Point, share: float) -> Point:
    """The point of a curve at a share of it, from 0 at its start to 1 at its end."""
    x, y = (between(start[axis], leave[axis], arrive[axis], end[axis], share) for axis in (0, 1))
    return x, y


def between(start: float, leave: float, arrive: float, end: float, share: float) -> float:
    """One of the two measures of a point `on_curve`."""
    rest = 1 - share
    return rest**3 * start + 3 * rest * rest * share * leave + 3 * rest * share * share * arrive + share**3 * end
