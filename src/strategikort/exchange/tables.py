"""CSV files from outside: rows by column name, with the line that each stands on."""

import csv
import io
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from strategikort.domain.texts import one_line
from strategikort.exchange.results import ImportProblem, refused
from strategikort.exchange.sources import source_bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of ``file``: its texts by column, and the line it begins on."""

    file: str
    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        """The text in ``column``, empty where the file has no such column."""
        return self.cells.get(column, "")

    def wrong(self, code: str, **about: str) -> ImportProblem:
        """The refusal that names this row."""
        return refused(code, file=self.file, line=str(self.line), **about)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A CSV file: the columns of its head, and its rows in order."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def read_table(source: Path, *, needed: Collection[str]) -> Table:
    """The CSV file at ``source``, with ``,`` or ``;`` between its cells, in UTF-8 with or without a byte order mark.

    Raises:
        ImportProblem: unreadable, not UTF-8, without a column of ``needed``, or a row with more cells than columns.
    """
    text = _decoded(source)
    head = text.lstrip().split("\n", 1)[0]
    separator = ";" if head.count(";") > head.count(",") else ","
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    columns: tuple[str, ...] = ()
    rows: list[Row] = []
    before = 0
    try:
        for cells in lines:
            line, before = before + 1, lines.line_num
            if not any(cell.strip() for cell in cells):
                continue
            if not columns:
                columns = _columns(source.name, cells, needed)
                continue
            if len(cells) > len(columns) and any(cell.strip() for cell in cells[len(columns) :]):
                raise refused("many_cells", file=source.name, line=str(line))
            rows.append(Row(file=source.name, line=line, cells=dict(zip(columns, cells, strict=False))))
    except csv.Error as failure:
        raise refused("not_csv", file=source.name, line=str(before + 1)) from failure
    return Table(columns=columns, rows=tuple(rows))


def _decoded(source: Path) -> str:
    content = source_bytes(source)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        line = content.count(b"\n", 0, failure.start) + 1
    raise refused("not_utf8", file=source.name, line=str(line))


def _columns(file: str, cells: list[str], needed: Collection[str]) -> tuple[str, ...]:
    columns = tuple(one_line(cell).lower() for cell in cells)
    for name in needed:
        if name not in columns:
            raise refused("no_column", file=file, column=name, columns=tuple(name for name in columns if name))
    for name in columns:
        if name and columns.count(name) > 1:
            raise refused("column_twice", file=file, column=name)
    return columns


def cell_date(row: Row, column: str) -> date | None:
    """The day in ``column``: ``2015-02-15``, or as Danes write it, ``15-02-2015`` or ``15.02.2015``; None if empty.

    Raises:
        ImportProblem: no such day.
    """
    text = row[column].strip()
    if not text:
        return None
    parts = text.replace(".", "-").replace("/", "-").split("-")
    if len(parts) == 3 and len(parts[2]) == 4:
        parts.reverse()
    try:
        if len(parts) == 3 and len(parts[0]) == 4 and all(part.isascii() and part.isdigit() for part in parts):
            return date(int(parts[0]), int(parts[1]), int(parts[2]))
    except ValueError as failure:
        raise row.wrong("wrong_date", column=column, value=one_line(text)[:40]) from failure
    raise row.wrong("wrong_date", column=column, value=one_line(text)[:40])


def cell_year(row: Row, column: str) -> int | None:
    """The year in ``column``, None if empty.

    Raises:
        ImportProblem: not a year from 1900 to 2199.
    """
    text = row[column].strip()
    if not text:
        return None
    if len(text) == 4 and text.isascii() and text.isdigit() and 1900 <= int(text) < 2200:
        return int(text)
    raise row.wrong("wrong_year", column=column, value=one_line(text)[:40])


def unknown_columns(table: Table, known: Collection[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The columns beside those ``known`` that hold any text, with their different texts in order."""
    for column in table.columns:
        if column not in known:
            found = dict.fromkeys(text for row in table.rows if (text := one_line(row[column])))
            if found:
                yield column, tuple(found)
