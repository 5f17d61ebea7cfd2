"""check, trace and stats: what the document says about itself."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from strategikort.application.leading.papers import Papers
from strategikort.application.leading.tables import Tables
from strategikort.application.reading import Reading, read
from strategikort.application.reviewing import (
    Review,
    check_as_json,
    counted,
    excepted_told,
    goal_called,
    reviewed,
    stats_of,
    trace_as_json,
    trace_of,
)
from strategikort.application.thread_paper import ThreadPaper
from strategikort.application.trying import Trial
from strategikort.cascade.findings import Finding, Gate, Severity
from strategikort.cascade.watch import Watch
from strategikort.cli.options import Day, Year, setting
from strategikort.cli.setting import DONE, FINDINGS, Setting, WrongArgument
from strategikort.cli.tables import Out, format_of, told
from strategikort.domain.goals import Goal
from strategikort.domain.shape import Id

File = Annotated[Path, typer.Argument(help="cli.arg.file", metavar="FILE")]
Format = Annotated[Literal["text", "json"], typer.Option("--format", help="cli.arg.format")]


def check(
    context: typer.Context,
    file: File,
    format: Annotated[
        Literal["text", "json", "csv", "xlsx"], typer.Option("--format", help="cli.arg.check_format")
    ] = "text",
    out: Out = None,
    gate: Annotated[Gate | None, typer.Option("--gate", help="cli.arg.gate")] = None,
    year: Year = None,
    date: Day = None,
) -> int:
    """All findings; with a gate, those that stop it."""
    here = setting(context)
    meant = format_of(format, out)
    if out is not None and meant in ("text", "json"):
        raise WrongArgument("cli.check_out", path=str(out))
    reading = _opened(here, file)
    chosen = year or (date.year if date else None)
    review = reviewed(reading, today=date or here.today, year=chosen, gate=gate)
    if meant == "json":
        here.console.json(check_as_json(reading, review, file=str(file)))
    elif meant != "text":
        tables, papers = Tables(reading, year=review.year), Papers(reading, day=date or here.today, year=review.year)
        sheets = [tables.findings(review.findings), tables.exceptions(review.excepted)]
        told(here, sheets, meant, out, date, lambda: papers.of_tables(sheets[0].title, sheets))
    else:
        for finding in review.findings:
            here.console.print(_line(reading, finding))
        here.console.print(_sum(reading, review))
        for finding, given in review.excepted:
            here.console.print(reading.words.say(excepted_told(finding, given)))
    bad = bool(review.findings) if gate else any(one.severity is Severity.ERROR for one in review.findings)
    return FINDINGS if bad else DONE


def _sum(reading: Reading, review: Review) -> str:
    counts = counted(review.findings)
    numbers = {"errors": counts["error"], "warnings": counts["warning"], "hints": counts["info"]}
    if review.year is None:
        return reading.words.text("check.sum", **numbers)
    return reading.words.text("check.sum_of_year", year=str(review.year), **numbers)


def _line(reading: Reading, finding: Finding) -> str:
    severity = reading.words.text(f"severity.{finding.severity.value}")
    goal = reading.document.get(Goal, finding.about)
    return f"{severity:<9} {finding.rule}  {goal.code if goal else '':<12} {reading.words.say(finding.message)}"


def trace(
    context: typer.Context,
    file: File,
    goal: Annotated[str, typer.Argument(help="cli.arg.goal", metavar="GOAL")],
    down: Annotated[bool, typer.Option("--down", help="cli.arg.down")] = False,
    format: Format = "text",
    out: Out = None,
    date: Day = None,
) -> int:
    """Every path from a goal up to the political goals, or down to efforts; explained on paper with ``-o``."""
    here = setting(context)
    reading = _opened(here, file)
    if out is not None:
        if format == "json":
            raise WrongArgument("cli.json_out", path=str(out))
        return _explained(here, reading, goal_called(reading, goal).id, out, date)
    found = trace_of(reading, goal, down=down)
    if format == "json":
        here.console.json(trace_as_json(reading, found))
        return DONE
    for path in found.ways.shown:
        here.console.print(" → ".join(f"{one.code} {one.title}".strip() for one in path))
    if found.reason:
        here.console.print(reading.words.say(found.reason))
    left_out = found.ways.total - len(found.ways.shown)
    if left_out:
        here.console.print(reading.words.text("trace.more", n=left_out))
    return DONE


def _explained(here: Setting, reading: Reading, goal: Id, out: Path, date: Day) -> int:
    """Write the explanation of a goal's thread as the file's name says: PDF, Word, Excel or CSV."""
    today = date or here.today
    model = reading.document, reading.profile, reading.rulebook
    trial = Trial(reading.document, lambda: Watch(*model, today=today))
    paper = ThreadPaper(reading, goal, day=today, trial=trial)
    return told(here, paper.sheets(), "text", out, date, paper.report)


def stats(context: typer.Context, file: File, format: Format = "text") -> int:
    """Counts of every record kind."""
    here = setting(context)
    reading = _opened(here, file)
    counts = stats_of(reading.document)
    if format == "json":
        here.console.json(counts)
    else:
        for group in counts.values():
            here.console.counts(reading.words, group)
    return DONE


def _opened(here: Setting, file: Path) -> Reading:
    return read(file, desk=here.desk, language=here.language)
