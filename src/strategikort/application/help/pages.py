"""A page of help as plain data, read from the few signs of Markdown that pages are written in.

A page begins with ``# Title``. ``## Heading {#anchor}`` begins a section; paragraphs, ``- items`` and ``1. steps``
follow, each on one line. Within a line ``[[action]]`` is an action of the table, **bold** a word on the screen, »so«
what is written; a key stands between two back-quotes, and ``[words](page#anchor)`` leads to another place.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final

_INLINE: Final = re.compile(
    r"\[\[(?P<action>\w+)\]\]|\*\*(?P<shown>[^*]+)\*\*|`(?P<key>[^`]+)`"
    r"|»(?P<written>[^«]+)«|\[(?P<link>[^\]]+)\]\((?P<target>[^)\s]+)\)"
)
_HEADING: Final = re.compile(r"## (?P<words>.+?) \{#(?P<anchor>\w+)\}")
_STEP: Final = re.compile(r"\d+\. (?P<words>.+)")


class Role(Enum):
    """What a piece of a line is."""

    PLAIN = "plain"
    ACTION = "action"
    SHOWN = "shown"
    KEY = "key"
    WRITTEN = "written"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Bit:
    """A piece of a line. ``text`` is an action's id, a key's name or words; ``target`` is where a link leads."""

    role: Role
    text: str
    target: str = ""


Words = tuple[Bit, ...]


class Shape(Enum):
    """What some lines are together."""

    PARAGRAPH = "paragraph"
    ITEMS = "items"
    STEPS = "steps"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, which has one line, or a list of some."""

    shape: Shape
    lines: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page; the first has neither heading nor anchor."""

    heading: str
    anchor: str
    blocks: tuple[Block, ...]

    @property
    def lines(self) -> Iterator[Words]:
        """Every line in it."""
        for block in self.blocks:
            yield from block.lines


@dataclass(frozen=True, slots=True)
class Page:
    """One page of help; ``name`` is the same in all languages."""

    name: str
    title: str
    sections: tuple[Section, ...]

    @property
    def bits(self) -> Iterator[Bit]:
        """Every piece of every line."""
        for section in self.sections:
            for line in section.lines:
                yield from line


def read_page(name: str, text: str) -> Page:
    """The page that ``text`` writes.

    Raises:
        ValueError: it does not begin with a title, or a heading has no anchor. A fault of ours, found by a test.
    """
    first, *rows = text.strip().splitlines()
    if not first.startswith("# "):
        raise ValueError(f"the page {name} has no title")
    sections: list[Section] = []
    heading, anchor, own = "", "", list[str]()
    for row in [*rows, None]:
        if row is not None and not row.startswith("#"):
            own.append(row.strip())
            continue
        sections.append(Section(heading, anchor, tuple(_blocks(own))))
        own = []
        if row is not None:
            found = _HEADING.fullmatch(row)
            if found is None:
                raise ValueError(f"a heading of the page {name} has no anchor: {row}")
            heading, anchor = found["words"], found["anchor"]
    return Page(name, first[2:], tuple(sections))


def _blocks(rows: list[str]) -> Iterator[Block]:
    shape, lines = Shape.PARAGRAPH, list[Words]()
    for row in [*rows, ""]:
        step = _STEP.fullmatch(row)
        now = Shape.STEPS if step else Shape.ITEMS if row.startswith("- ") else Shape.PARAGRAPH
        if lines and (now is not shape or now is Shape.PARAGRAPH):
            yield Block(shape, tuple(lines))
            lines = []
        shape = now
        if row:
            lines.append(_words(step["words"] if step else row.removeprefix("- ")))


def _words(row: str) -> Words:
    bits: list[Bit] = []
    end = 0
    for found in _INLINE.finditer(row):
        if found.start() > end:
            bits.append(Bit(Role.PLAIN, row[end : found.start()]))
        name = next(name for name in ("action", "shown", "key", "written", "link") if found[name])
        bits.append(Bit(Role(name), found[name], found["target"] or ""))
        end = found.end()
    if end < len(row):
        bits.append(Bit(Role.PLAIN, row[end:]))
    return tuple(bits)
