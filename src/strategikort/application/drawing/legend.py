"""What the signs of a drawing mean: only of those that are on it."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Final

from strategikort.application.drawing import dress
from strategikort.application.drawing.lettering import Lettering
from strategikort.application.drawing.shapes import DASHES, arrow_head, mark, rounded
from strategikort.domain.drawn import Box, Figure, Outline, Part, Point
from strategikort.domain.goals import GoalKind
from strategikort.domain.links import LinkKind
from strategikort.domain.phrases import Wording

SIZE: Final = 11
ROW: Final = 22.0
BETWEEN: Final = 22.0
ARROW: Final = 34.0
_ARROWS: Final = (LinkKind.REALISES, LinkKind.CAUSES, LinkKind.COORDINATES)


def legend(
    words: Wording,
    lettering: Lettering,
    levels: Iterable[GoalKind],
    arrows: Collection[LinkKind],
    broken: bool,
    room: Box,
) -> tuple[tuple[Figure, ...], float]:
    """The legend from the upper left corner of ``room`` on, in as many rows as its width needs; and its height."""
    x, y = room.left, room.top
    found: list[Figure] = []
    for parts_at, wide, name in _signs(words, levels, arrows, broken):
        width = wide + 6 + lettering.wide(name, SIZE, False)
        if found and x + width > room.right:
            x, y = room.left, y + ROW
        text = lettering.text(name, (x + wide + 6, y + 10), SIZE, dress.MUTED)
        found.append(Figure((*_moved(parts_at, x, y), text)))
        x += width + BETWEEN
    return tuple(found), (y - room.top + ROW) if found else 0.0


def _signs(
    words: Wording, levels: Iterable[GoalKind], arrows: Collection[LinkKind], broken: bool
) -> Iterator[tuple[tuple[Outline, ...], float, str]]:
    """Each sign around the origin, its width and its name."""
    for kind in levels:
        yield (mark(kind, (0, 1), 10, dress.OF_KIND[kind]),), 10, f"{words.word(kind.value):Many}"
    for link in _ARROWS:
        if link in arrows:
            yield _short_arrow(link), ARROW, words.word(link.value.lower()).one
    if broken:
        sign = rounded(Box(0, 0, 18, 12), 3, fill=dress.PAPER, line=dress.ERROR, width=1.5)
        yield (replace(sign, dashes=(3.0, 2.0)),), 18, words.text("sheet.broken_long")


def _short_arrow(kind: LinkKind) -> tuple[Outline, ...]:
    way = ((ARROW - 8, 6.0),)
    line = Outline(start=(0, 6), steps=(way,), line=dress.LINK, width=1.4, dashes=DASHES.get(kind, ()))
    return line, *arrow_head(kind, (ARROW, 6), (1, 0), dress.LINK)


def _moved(parts: Iterable[Outline], x: float, y: float) -> Iterator[Part]:
    def there(point: Point) -> Point:
        return point[0] + x, point[1] + y

    for one in parts:
        yield replace(one, start=there(one.start), steps=tuple(tuple(map(there, step)) for step in one.steps))
