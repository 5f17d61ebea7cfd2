"""Tables told by a command: on the screen, as text, as a workbook, or as CSV that Danish Excel reads."""

import csv
from collections.abc import Callable, Iterable
from io import StringIO
from pathlib import Path
from typing import Annotated, Final

import typer

from strategikort.application.printing import printed_report, put
from strategikort.cli.options import Day
from strategikort.cli.setting import DONE, Setting, WrongArgument
from strategikort.domain.written import Report
from strategikort.exchange.word import word_document
from strategikort.exchange.workbook import Cell, Sheet, workbook

Out = Annotated[Path | None, typer.Option("--out", "-o", help="cli.arg.out_table")]

_FORMULA: Final = tuple("=+-@\t\r")
"""With these a spreadsheet begins to count."""


def told(
    here: Setting,
    sheets: list[Sheet],
    format: str,
    out: Path | None,
    date: Day = None,
    *,
    report: Callable[[], Report] | None = None,
) -> int:
    """Write the tables to a workbook, each as lines with tabs between the cells, as CSV, or as a report.

    Raises:
        WrongArgument: a workbook is asked for without a file to put it in.
    """
    format = format_of(format, out)
    if report is not None and out is not None and is_paper(out):
        return papered(here, report(), out, date)
    if format == "xlsx":
        if out is None:
            raise WrongArgument("cli.xlsx_out")
        put(out, workbook(sheets, made_at=here.made_at(date)))
        here.console.say("cli.tables_saved", path=str(out), n=len(sheets))
        return DONE
    text = values(sheets) if format == "csv" else "\n".join(line for sheet in sheets for line in _lines(sheet))
    if out is not None:
        put(out, (text + "\n").encode("utf-8-sig" if format == "csv" else "utf-8"))
        here.console.say("cli.tables_saved", path=str(out), n=len(sheets))
        return DONE
    here.console.print(text)
    return DONE


def is_paper(out: Path) -> bool:
    """Whether a file's ending says that it is to be read on paper or in Word."""
    return out.suffix.lower() in (".pdf", ".docx")


def papered(here: Setting, report: Report, out: Path, date: Day = None) -> int:
    """Write a report as PDF or as a Word document, as the file's ending says."""
    made_at = here.made_at(date)
    if out.suffix.lower() == ".docx":
        put(out, word_document(report, made_at=made_at))
        here.console.say("cli.report_saved", path=str(out))
    else:
        paper = printed_report(report, made_at=made_at)
        put(out, paper.pdf)
        here.console.say("cli.printed", path=str(out), n=paper.pages)
    return DONE


def format_of(format: str, out: Path | None) -> str:
    """The format that is meant: where none is asked for (``text``), the ending of the file's name says it."""
    ending = out.suffix.lower() if out and format == "text" else ""
    return {".xlsx": "xlsx", ".csv": "csv"}.get(ending, format)


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
