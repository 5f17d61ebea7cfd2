"""What stands on a paper, whatever it is written as: passages of text with tables, without markup or measures.

All texts come ready to read: dates and figures are written out, kind words chosen. Any text may be empty; what is
empty is left out with its label.
"""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Labels with what they stand for, such as the parties and the budget."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A table's column: its head, its share of the width, and whether it holds figures."""

    head: str
    share: float = 1.0
    figures: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under heads; each row has a text for each column.

    ``notes`` stand below the rows, across the table, one for each row, or there are none at all.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    label: str = ""
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse rows that do not fit the columns, and notes that do not fit the rows."""
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError("a row needs a text for each column")
        if self.notes and len(self.notes) != len(self.rows):
            raise ValueError("notes are one for each row")


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """Short lines under a label, such as who has been heard; ``boxed`` sets them apart from the text."""

    label: str
    lines: tuple[str, ...]
    boxed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """What is said under one heading, and the passages under it; ``note`` is short and stands beside the heading.

    Passages go two deep: chapters, and what is told apart within one. A chapter may ask for a ``new_page``.
    """

    heading: str
    note: str = ""
    text: str = ""
    parts: tuple["Facts | Table | Notes | Passage", ...] = ()
    new_page: bool = False


Written: TypeAlias = Facts | Table | Notes | Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A paper about many records, such as the council's goals and how they are going.

    ``over`` stands small above the title, ``facts`` below it. ``page`` has the places ``{n}`` and ``{m}``; ``nothing``
    stands in an empty cell. A ``broad`` one lies down, for tables of many columns. The accent is written ``#RRGGBB``.
    """

    title: str
    over: str
    passages: tuple[Passage, ...]
    page: str
    facts: tuple[tuple[str, str], ...] = ()
    nothing: str = "–"
    broad: bool = False
    language: str = "da"
    accent: str = "#1F5FA8"
    ink: str = "#17212B"
