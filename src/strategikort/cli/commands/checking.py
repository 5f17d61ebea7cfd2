"""check, trace and stats: what the document says about itself."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from strategikort.application.reading import Reading, read
from strategikort.application.reviewing import check_as_json, counted, reviewed, stats_of, trace_as_json, trace_of
from strategikort.cascade.findings import Finding, Gate, Severity
from strategikort.cli.setting import DONE, FINDINGS, Setting, day, setting
from strategikort.domain.goals import Goal

File = Annotated[Path, typer.Argument(help="cli.arg.file", metavar="FILE")]
Format = Annotated[Literal["text", "json"], typer.Option("--format", help="cli.arg.format")]


def check(
    context: typer.Context,
    file: File,
    format: Format = "text",
    gate: Annotated[Gate | None, typer.Option("--gate", help="cli.arg.gate")] = None,
    year: Annotated[int | None, typer.Option("--year", help="cli.arg.year")] = None,
    date: Annotated[str | None, typer.Option("--date", help="cli.arg.date")] = None,
) -> int:
    """All findings; with a gate, those that stop it."""
    here = setting(context)
    reading = _opened(here, file)
    today = day(date, here.today)
    chosen = year or (today.year if date else None)
    review = reviewed(reading, today=today, year=chosen, gate=gate)
    if format == "json":
        here.console.json(check_as_json(reading, review, file=str(file)))
    else:
        for finding in review.findings:
            here.console.print(_line(reading, finding))
        counts = counted(review.findings)
        here.console.print(
            reading.words.text(
                "check.sum",
                errors=counts["error"],
                warnings=counts["warning"],
                hints=counts["info"],
                year=str(review.year),
            )
        )
    bad = bool(review.findings) if gate else any(one.severity is Severity.ERROR for one in review.findings)
    return FINDINGS if bad else DONE


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
) -> int:
    """Every path from a goal up to the political goals, or down to efforts."""
    here = setting(context)
    reading = _opened(here, file)
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


def stats(context: typer.Context, file: File, format: Format = "text") -> int:
    """Counts of every record kind."""
    here = setting(context)
    counts = stats_of(_opened(here, file).document)
    if format == "json":
        here.console.json(counts)
    else:
        for group in counts.values():
            for kind, number in group.items():
                here.console.print(f"{number:>8}  {kind}")
    return DONE


def _opened(here: Setting, file: Path) -> Reading:
    return read(file, desk=here.desk, language=here.language)
