"""coverage, overview and status: what a director asks, on the screen or as a workbook."""

from functools import partial
from pathlib import Path
from typing import Annotated, Literal

import typer

from strategikort.application.leading.handouts import Handout, Handouts
from strategikort.application.leading.papers import Papers
from strategikort.application.leading.tables import coverage_as_json
from strategikort.application.overview import overview_of
from strategikort.application.reading import Reading, read, reading_of
from strategikort.cascade.checking import Checked, asking, checked
from strategikort.cascade.coverage import Coverage, Side
from strategikort.cascade.rules.asking import Check
from strategikort.cascade.watch import Watch
from strategikort.cli.commands.checking import File
from strategikort.cli.options import Day, Year, setting
from strategikort.cli.setting import DONE, Setting, WrongArgument
from strategikort.cli.tables import Out, format_of, told
from strategikort.domain.organisation import Committee
from strategikort.domain.shape import Id
from strategikort.domain.texts import folded

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
    handouts = _handouts(reading, check)
    if format == "json":
        coverages = {side: Coverage(check, side) for side in Side}
        untraced = sum(len(row.untraced) for row in handouts.centres)
        here.console.json(coverage_as_json(coverages, reading, untraced))
        return DONE
    sheets = handouts.sheets(Handout.COVERAGE) + handouts.sheets(Handout.GAPS)
    papers = Papers(reading, day=check.today, year=check.year)
    title = handouts.title(Handout.COVERAGE)
    return told(here, sheets, format, out, date, lambda: papers.of_tables(title, sheets))


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
    handouts = _handouts(reading, check)
    for file, why in found.problems:
        here.console.note("overview.left_out", file=file.name, why=reading.words.say(why))
    if found.clashes:
        here.console.note("overview.clashes", n=len(found.clashes))
    wanted = (Handout.CENTRES, Handout.GOALS, Handout.COVERAGE, Handout.FINDINGS)
    sheets = [sheet for one in wanted for sheet in handouts.sheets(one)]
    shown = sheets if format_of(format, out) == "xlsx" else sheets[:2]
    papers, title = Papers(reading, day=check.today, year=check.year), reading.words.text("report.overview")
    return told(here, shown, format, out, date, lambda: papers.of_tables(title, sheets))


def status(
    context: typer.Context,
    file: File,
    out: Out = None,
    committee: Annotated[str | None, typer.Option("--committee", help="cli.arg.committee")] = None,
    year: Year = None,
    date: Day = None,
) -> int:
    """How the council's goals are going, for a committee's agenda: on the screen, as PDF, docx, xlsx or CSV."""
    here = setting(context)
    reading = read(file, desk=here.desk, language=here.language)
    check = _check(here, reading, year, date)
    chosen = _committee(reading, committee) if committee is not None else None
    handouts = _handouts(reading, check)
    sheets = handouts.sheets(Handout.GOALS, chosen)
    return told(here, sheets, "text", out, date, lambda: handouts.report(Handout.GOALS, chosen))


def _committee(reading: Reading, name: str) -> Id:
    """The committee of a code or name.

    Raises:
        WrongArgument: there is none; those that there are are named.
    """
    found = reading.document.all(Committee).values()
    for one in found:
        if folded(name) in (folded(one.code), folded(one.name)):
            return one.id
    raise WrongArgument("cli.no_committee", name=name, names=tuple(sorted(one.name for one in found)))


def _check(here: Setting, reading: Reading, year: int | None, date: Day) -> Check:
    today = date or here.today
    chosen = year or (date.year if date else None)
    return asking(reading.document, reading.profile, today=today, year=chosen)


def _handouts(reading: Reading, check: Check) -> Handouts:
    model = reading.document, reading.profile, reading.rulebook
    return Handouts(reading, check, partial(_found, reading, check), partial(Watch, *model, today=check.today))


def _found(reading: Reading, check: Check) -> Checked:
    return checked(reading.document, reading.profile, reading.rulebook, today=check.today, year=check.year)
