"""The shapes of a drawing: marks of the levels, frames of cards, arrows from card to card."""

from collections.abc import Iterator
from typing import Final

from strategikort.application.drawing import dress
from strategikort.application.drawing.routes import HEAD, Streets, direct
from strategikort.domain.drawn import Box, Outline, Point, moved
from strategikort.domain.goals import GoalKind
from strategikort.domain.links import LinkKind

HALF: Final = 4.5
LINE: Final = 1.4
_ROUND: Final = 0.5523
"""How far the bend of a quarter circle is from its end, as a share of the radius."""
_DOTS: Final = (0.1, 3.9)
DASHES: Final = {
    LinkKind.CAUSES: (4.2, 5.6),
    LinkKind.COORDINATES: _DOTS,
    LinkKind.SUPERSEDES: _DOTS,
    LinkKind.ASSISTS: _DOTS,
}


def rounded(box: Box, corner: float, *, fill: str = "", line: str = "", width: float = 1.0) -> Outline:
    """A rectangle with round corners, clockwise from its upper edge on."""
    left, top, right, bottom = box.left, box.top, box.right, box.bottom
    near, bend = corner, corner * (1 - _ROUND)
    steps: tuple[tuple[Point, ...], ...] = (
        ((right - near, top),),
        ((right - bend, top), (right, top + bend), (right, top + near)),
        ((right, bottom - near),),
        ((right, bottom - bend), (right - bend, bottom), (right - near, bottom)),
        ((left + near, bottom),),
        ((left + bend, bottom), (left, bottom - bend), (left, bottom - near)),
        ((left, top + near),),
        ((left, top + bend), (left + bend, top), (left + near, top)),
    )
    return Outline(start=(left + near, top), steps=steps, closed=True, fill=fill, line=line, width=width)


def polygon(*corners: Point, fill: str) -> Outline:
    """A filled shape with straight edges."""
    return Outline(start=corners[0], steps=tuple((one,) for one in corners[1:]), closed=True, fill=fill)


def plain_box(box: Box, fill: str) -> Outline:
    """A filled rectangle."""
    return polygon(
        (box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom), fill=fill
    )


def mark(kind: GoalKind, at: Point, size: float, colour: str) -> Outline:
    """The mark of a level: square, square, circle, diamond, triangle that points down."""
    x, y = at

    def corners(*shares: Point) -> Outline:
        return polygon(*((x + across * size, y + down * size) for across, down in shares), fill=colour)

    if kind is GoalKind.UNIT_GOAL:
        return corners((0.5, -0.08), (1.08, 0.5), (0.5, 1.08), (-0.08, 0.5))
    if kind is GoalKind.EFFORT:
        return corners((0.0, 0.08), (1.0, 0.08), (0.5, 0.98))
    box = Box(x, y, x + size, y + size)
    if kind is GoalKind.CENTRE_GOAL:
        return rounded(box, size / 2, fill=colour)
    return rounded(Box(x + 0.5, y + 0.5, box.right - 0.5, box.bottom - 0.5), 1.5, fill=colour)


def arrow(
    kind: LinkKind, lower: Point, upper: Point, colour: str, *, streets: Streets | None = None
) -> tuple[Outline, ...]:
    """The arrow between two cards by their corners: its way along the ``streets``, and its head if it has one."""
    way = streets.way(kind, lower, upper) if streets else direct(kind, lower, upper)
    line = Outline(start=way.start, steps=way.curves, line=colour, width=LINE, dashes=DASHES.get(kind, ()))
    return line, *arrow_head(kind, way.tip, way.towards, colour)


def arrow_head(kind: LinkKind, tip: Point, way: Point, colour: str) -> tuple[Outline, ...]:
    """The head of an arrow: filled for what supports, hollow for what takes a place, none for what belongs together.

    What causes or assists has an open one.
    """
    if kind is LinkKind.COORDINATES:
        return ()
    back, side = moved(tip, way, -HEAD), (-way[1], way[0])
    left, right = moved(back, side, HALF), moved(back, side, -HALF)
    if kind is LinkKind.REALISES:
        return (polygon(left, tip, right, fill=colour),)
    hollow = kind is LinkKind.SUPERSEDES
    return (Outline(start=left, steps=((tip,), (right,)), closed=hollow, line=colour, width=LINE),)


def boxed(box: Box, corner: float, edge: str, *, behind: float, width: float = 1.0) -> Iterator[Outline]:
    """A card before another one: all goals of a unit."""
    back = Box(box.left + behind, box.top + behind, box.right + behind, box.bottom + behind)
    yield rounded(back, corner, fill=dress.PAPER, line=edge, width=width)
    yield rounded(box, corner, fill=dress.PAPER, line=edge, width=width)


def pin(head: Point, colour: str) -> Iterator[Outline]:
    """The needle of a card that the automatic layout leaves where it is; its head is around a point."""
    x, y = head
    yield Outline(start=(x - 3, y + 4), steps=(((x - 7, y + 10),),), line=colour, width=1.6)
    yield rounded(Box(x - HALF, y - HALF, x + HALF, y + HALF), HALF, fill=colour)


def lock(at: Point, colour: str) -> Iterator[Outline]:
    """The lock of a card that this file may not change; the upper left corner of its body is at a point."""
    x, y = at
    bow: tuple[tuple[Point, ...], ...] = (((x + 2, y - 5), (x + 9, y - 5), (x + 9, y + 1)), ((x + 9, y + 3),))
    yield Outline(start=(x + 2, y + 3), steps=(((x + 2, y + 1),), *bow), line=colour, width=1.6)
    yield rounded(Box(x, y, x + 11, y + 8), 1.5, fill=colour)
