"""Drawings for tests: cards in rows with arrows between them, as hypothesis likes them."""

from hypothesis import strategies as st

from strategikort.application.drawing.shapes import arrow, mark, rounded
from strategikort.domain.drawn import Box, Drawing, Entry, Figure, Section, Text
from strategikort.domain.goals import GoalKind
from strategikort.domain.links import LinkKind


def card(name: str, x: float, y: float) -> Figure:
    """A card with a mark and its name."""
    frame = rounded(Box(x, y, x + 188, y + 92), 7, fill="#FFFFFF", line="#C9D1DA")
    sign = mark(GoalKind.CENTRE_GOAL, (x + 10, y + 12), 10, "#5B4BB0")
    text = Text(text=name, at=(x + 10, y + 41), size=13, width=7.0 * len(name), colour="#17212B")
    small = Text(text=f"{name}-fod", at=(x + 10, y + 79), size=11, width=6.0 * len(name) + 20, colour="#55636F")
    return Figure((frame, sign, text, small), about=name)


def drawing(columns: int, rows: int, *, gap: float = 60) -> Drawing:
    """Rows of cards, each card linked to the one above it."""
    sections = []
    for row in range(rows):
        y = 22 + row * (92 + gap)
        entries = []
        for column in range(columns):
            x, name = 52 + column * (188 + gap), f"Kort{row}x{column}"
            ways: tuple[Figure, ...] = ()
            if row:
                there = 52 + ((column + 1) % columns) * (188 + gap), y - 92 - gap
                ways = (Figure(arrow(LinkKind.REALISES, (x, y), there, "#6B7885"), said=f"Understøtter {name}."),)
            above = f"Kort{row - 1}x{(column + 1) % columns}" if row else ""
            entries.append(Entry(name=name, card=card(name, x, y), arrows=ways, leads_to=above))
        label = Text(text=f"NIVEAU{row}", at=(20, y + 80), size=11, width=60, colour="#17212B", bold=True, turned=True)
        sections.append(Section(name=f"Niveau {row}", heading=Figure((label,)), entries=tuple(entries)))
    width, height = 72 + columns * (188 + gap), 44 + rows * (92 + gap)
    return Drawing(name="Prøvekort", language="da", width=width, height=height, sections=tuple(sections))


drawings = st.builds(drawing, st.integers(1, 6), st.integers(1, 4), gap=st.sampled_from([20.0, 60.0, 400.0]))
