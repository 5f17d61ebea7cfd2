"""Tables as an Excel workbook: what is written is text or a number, never a formula, whatever it begins with."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from typing import Final

from xlsxwriter import Workbook  # type: ignore[import-untyped]

Cell = str | int | None

MOST_NAME: Final = 31
"""So long may the name of a sheet be in Excel."""

MOST_TEXT: Final = 32_767
"""So long may a text in a cell be in Excel; what is longer is cut and ends in an ellipsis."""

_NOT_IN_NAMES: Final = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One table: its title, what was chosen (said above the table), columns with their widths, and rows.

    ``heat`` are the columns whose numbers are shaded by size; a hole in them is an empty cell.
    """

    title: str
    notes: tuple[str, ...] = ()
    columns: tuple[str, ...]
    widths: tuple[int, ...] = ()
    rows: Sequence[tuple[Cell, ...]]
    heat: range = field(default=range(0))


def workbook(sheets: Sequence[Sheet], *, made_at: datetime, author: str = "") -> bytes:
    """The sheets as ``.xlsx``. The same sheets made at the same moment give the same bytes."""
    target = BytesIO()
    book = Workbook(target, {"in_memory": True, "strings_to_numbers": False, "strings_to_formulas": False})
    book.set_properties({"title": sheets[0].title if sheets else "", "author": author, "created": made_at})
    styles = {
        "title": book.add_format({"bold": True, "font_size": 14}),
        "note": book.add_format({"font_color": "#55606E"}),
        "head": book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
        "text": book.add_format({"text_wrap": True, "valign": "top"}),
        "number": book.add_format({"align": "right", "valign": "top"}),
    }
    names: set[str] = set()
    for sheet in sheets:
        _written(book, sheet, _name(sheet.title, names), styles)
    book.close()
    return target.getvalue()


def _name(title: str, taken: set[str]) -> str:
    """A name that Excel takes and that no other sheet has."""
    plain = " ".join(title.translate(_NOT_IN_NAMES).split())[:MOST_NAME] or "Ark"
    name, number = plain, 1
    while name.casefold() in taken:
        number += 1
        name = f"{plain[: MOST_NAME - 4]} {number}"
    taken.add(name.casefold())
    return name


def _written(book: Workbook, sheet: Sheet, name: str, styles: dict[str, object]) -> None:
    page = book.add_worksheet(name)
    page.write_string(0, 0, _cut(sheet.title), styles["title"])
    for row, note in enumerate(sheet.notes, start=1):
        page.write_string(row, 0, _cut(note), styles["note"])
    head = len(sheet.notes) + 2
    for column, caption in enumerate(sheet.columns):
        page.write_string(head, column, _cut(caption), styles["head"])
    for column, width in enumerate(sheet.widths):
        page.set_column(column, column, width)
    for row, cells in enumerate(sheet.rows, start=head + 1):
        for column, cell in enumerate(cells):
            if isinstance(cell, str):
                page.write_string(row, column, _cut(cell), styles["text"])
            elif cell is not None:
                page.write_number(row, column, cell, styles["number"])
    page.freeze_panes(head + 1, 0)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(head)
    if sheet.rows:
        page.autofilter(head, 0, head + len(sheet.rows), len(sheet.columns) - 1)
        if sheet.heat:
            places = (head + 1, sheet.heat.start, head + len(sheet.rows), sheet.heat.stop - 1)
            page.conditional_format(*places, {"type": "2_color_scale", "min_color": "#F4F7FB", "max_color": "#9CC3EC"})


def _cut(text: str) -> str:
    return text if len(text) <= MOST_TEXT else f"{text[: MOST_TEXT - 1]}…"
