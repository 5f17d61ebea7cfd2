"""coverage and overview: what a director asks, on the screen or as a workbook."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from strategikort.application.leading.centres import centre_rows
from strategikort.application.leading.goals import goal_rows
from strategikort.application.leading.tables import Tables, coverage_as_json
from strategikort.application.overview import overview_of
from strategikort.application.reading import Reading, read, reading_of
from strategikort.cascade.checking import Checked, checked, plan_year
from strategikort.cascade.coverage import Coverage, Side
from strategikort.cascade.rules.asking import Check
from strategikort.cli.commands.checking import File
from strategikort.cli.options import Day, Year, setting
from strategikort.cli.setting import DONE, Setting, WrongArgument
from strategikort.cli.tables import Out, format_of, told

TableFormat = Annotated[Literal["text", "json", "xlsx"], typer.Option("--format", help="cli.arg.table_format")]


def coverage(
    context: typer.Context,
    file: File,
    format: TableFormat = "text",
    out: Out = None,
    year: Year = None,
    date: Day = None,
) -> int:
    """Political goals beside centres and units."""
    here = setting(context)
    if format == "json" and out is not None:
        raise WrongArgument("cli.json_out", path=str(out))
    reading = read(file, desk=here.desk, language=here.language)
    check = _check(here, reading, year, date)
    coverages = {side: Coverage(check, side) for side in Side}
    untraced = [goal for row in centre_rows(check, _found(reading, check)) for goal in row.untraced]
    if format == "json":
        here.console.json(coverage_as_json(coverages, reading, len(untraced)))
        return DONE
    tables = Tables(reading, year=check.year)
    sheets = [tables.matrix(coverages[side]) for side in Side]
    sheets += [tables.gaps_down(coverages[Side.UNITS].uncovered), tables.gaps_up(untraced)]
    return told(here, sheets, format, out)


def overview(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(help="cli.arg.folder", metavar="FOLDER")],
    format: Annotated[Literal["text", "xlsx"], typer.Option("--format", help="cli.arg.table_format")] = "text",
    out: Out = None,
    year: Year = None,
    date: Day = None,
) -> int:
    """The centres' files in a folder as one municipality."""
    here = setting(context)
    found = overview_of(folder, desk=here.desk)
    reading = reading_of(found.document, language=here.language)
    check = _check(here, reading, year, date)
    findings = _found(reading, check)
    tables = Tables(reading, year=check.year)
    for file, why in found.problems:
        here.console.note("overview.left_out", file=file.name, why=reading.words.say(why))
    if found.clashes:
        here.console.note("overview.clashes", n=len(found.clashes))
    sheets = [
        tables.centres(centre_rows(check, findings)),
        tables.goals(goal_rows(check)),
        tables.matrix(Coverage(check, Side.CENTRES)),
        tables.findings(findings.findings),
        tables.exceptions(findings.excepted),
    ]
    return told(here, sheets if format_of(format, out) == "xlsx" else sheets[:2], format, out)


def _check(here: Setting, reading: Reading, year: int | None, date: Day) -> Check:
    today = date or here.today
    chosen = year or (date.year if date else plan_year(reading.document, reading.profile, today))
    return Check(reading.document, reading.profile, today=today, year=chosen)


def _found(reading: Reading, check: Check) -> Checked:
    return checked(reading.document, reading.profile, reading.rulebook, today=check.today, year=check.year)
