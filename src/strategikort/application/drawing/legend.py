"""What the signs of a drawing mean: only of those that are on it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from strategikort.application.drawing import dress
from strategikort.application.drawing.lettering import Lettering
from strategikort.application.drawing.shapes import DASHES, arrow_head, boxed, lock, mark, pin, rounded
from strategikort.application.drawing.signs import DOUBT_SIGNS, ERROR_SIGN, WARNING_SIGN, Signs
from strategikort.cascade.changed_above import Doubt
from strategikort.domain.drawn import Box, Figure, Outline, Part, Point, Text
from strategikort.domain.links import LinkKind
from strategikort.domain.phrases import Wording

SIZE: Final = 11
ROW: Final = 22.0
BETWEEN: Final = 22.0
ARROW: Final = 34.0


def legend(
    words: Wording,
    lettering: Lettering,
    signs: Signs,
    room: Box,
) -> tuple[tuple[Figure, ...], float]:
    """The legend from the upper left corner of ``room`` on, in as many rows as its width needs; and its height."""
    x, y = room.left, room.top
    found: list[Figure] = []
    for parts_at, wide, name in _lines(words, lettering, signs):
        width = wide + 6 + lettering.wide(name, SIZE, False)
        if found and x + width > room.right:
            x, y = room.left, y + ROW
        text = lettering.text(name, (x + wide + 6, y + 10), SIZE, dress.MUTED)
        found.append(Figure((*_moved(parts_at, x, y), text)))
        x += width + BETWEEN
    return tuple(found), (y - room.top + ROW) if found else 0.0


def _lines(words: Wording, lettering: Lettering, signs: Signs) -> Iterator[tuple[tuple[Part, ...], float, str]]:
    """Each sign around the origin, its width and its name."""
    for kind in signs.kinds:
        yield (mark(kind, (0, 1), 10, dress.OF_KIND[kind]),), 10, f"{words.word(kind.value):Many}"
    for link in signs.arrows:
        yield _short_arrow(link), ARROW, words.word(link.value.lower()).one
    small = Box(0, 0, 18, 12)
    if signs.box:
        yield (*boxed(small, 3, dress.BORDER, behind=2),), 20, words.text("sheet.box_long")
    if signs.broken:
        sign = rounded(small, 3, fill=dress.PAPER, line=dress.ERROR, width=1.5)
        yield (replace(sign, dashes=(3.0, 2.0)),), 18, words.text("sheet.broken_long")
    for there, letters, colour, name in (
        (signs.error, ERROR_SIGN, dress.ERROR, "error"),
        (signs.warning, WARNING_SIGN, dress.WARNING, "warning"),
        (signs.asked, DOUBT_SIGNS[Doubt.ASKED], dress.WARNING, "asked"),
        (signs.waiting, DOUBT_SIGNS[Doubt.WAITING], dress.MUTED, "waiting"),
    ):
        if there:
            text = lettering.text(letters, (0, 10), SIZE, colour, bold=True)
            yield (text,), text.width, words.text(f"sheet.{name}")
    if signs.pinned:
        yield (*pin((9, 4), dress.MUTED),), 14, words.text("sheet.pinned")
    if signs.locked:
        yield (*lock((0, 4), dress.MUTED),), 11, words.text("sheet.locked")


def _short_arrow(kind: LinkKind) -> tuple[Outline, ...]:
    way = ((ARROW - 8, 6.0),)
    line = Outline(start=(0, 6), steps=(way,), line=dress.LINK, width=1.4, dashes=DASHES.get(kind, ()))
    return line, *arrow_head(kind, (ARROW, 6), (1, 0), dress.LINK)


def _moved(parts: Iterable[Part], x: float, y: float) -> Iterator[Part]:
    def there(point: Point) -> Point:
        return point[0] + x, point[1] + y

    for one in parts:
        if isinstance(one, Text):
            yield replace(one, at=there(one.at))
            continue
        yield replace(one, start=there(one.start), steps=tuple(tuple(map(there, step)) for step in one.steps))
