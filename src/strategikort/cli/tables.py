"""Tables told by a command: on the screen, as text, as a workbook, or as CSV that Danish Excel reads."""

import csv
from collections.abc import Callable, Iterable
from functools import partial
from io import StringIO
from pathlib import Path
from typing import Annotated, Final

import typer

from strategikort.application.printing import printed_report, put
from strategikort.cli.options import Day
from strategikort.cli.setting import DONE, Setting, WrongArgument
from strategikort.domain.written import Report
from strategikort.exchange import word
from strategikort.exchange.workbook import Cell, Sheet, workbook

Out = Annotated[Path | None, typer.Option("--out", "-o", help="cli.arg.out_table")]

_ENDINGS: Final = (".csv", ".docx", ".pdf", ".xlsx")
_FORMULA: Final = tuple("=+-@\t\r")
"""With these a spreadsheet begins to count."""


def told(
    here: Setting,
    sheets: list[Sheet],
    format: str,
    out: Path | None,
    date: Day,
    report: Callable[[], Report],
) -> int:
    """Write the tables to a workbook, each as lines with tabs between the cells, as CSV, or their report on paper.

    Raises:
        WrongArgument: a workbook is asked for without a file to put it in.
    """
    format = format_of(format, out)
    if out is None:
        if format == "xlsx":
            raise WrongArgument("cli.xlsx_out")
        here.console.print(_text(sheets, format))
        return DONE
    made_at, saved = here.made_at(date), partial(here.console.say, "cli.tables_saved", n=len(sheets))
    match format:
        case "pdf":
            paper = printed_report(report(), made_at=made_at)
            content, saved = paper.pdf, partial(here.console.say, "cli.printed", n=paper.pages)
        case "docx":
            content, saved = (
                word.word_document(report(), made_at=made_at),
                partial(here.console.say, "cli.report_saved"),
            )
        case "xlsx":
            content = workbook(sheets, made_at=made_at)
        case _:
            content = f"{_text(sheets, format)}\n".encode("utf-8-sig" if format == "csv" else "utf-8")
    put(out, content)
    saved(path=str(out))
    return DONE


def format_of(format: str, out: Path | None) -> str:
    """The format that is meant: where none is asked for (``text``), the ending of the file's name says it."""
    ending = out.suffix.lower() if out and format == "text" else ""
    return ending.removeprefix(".") if ending in _ENDINGS else format


def _text(sheets: Iterable[Sheet], format: str) -> str:
    return values(sheets) if format == "csv" else "\n".join(line for sheet in sheets for line in _lines(sheet))


def _lines(sheet: Sheet) -> Iterable[str]:
    yield sheet.title
    yield "\t".join(sheet.columns)
    for row in sheet.rows:
        yield "\t".join("" if cell is None else " ".join(str(cell).split()) for cell in row)
    yield ""


def values(sheets: Iterable[Sheet]) -> str:
    """The tables with semicolons, an empty line between them. A text that looks like a formula has an apostrophe."""
    target = StringIO()
    writer = csv.writer(target, delimiter=";", lineterminator="\n")
    for number, sheet in enumerate(sheets):
        if number:
            writer.writerow(())
        writer.writerow(sheet.columns)
        writer.writerows([_harmless(cell) for cell in row] for row in sheet.rows)
    return target.getvalue().removesuffix("\n")


def _harmless(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
