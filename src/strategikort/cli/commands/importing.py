"""import: other people's files into a document."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from strategikort.application.delivery import delivered_lines, delivery_as_json, hanging_lines
from strategikort.application.importing import import_as_json, import_into
from strategikort.cli.options import Year, setting
from strategikort.cli.setting import DONE

_Form = Literal["auto", "bundle", "stratml", "snapshot", "paper"]


def import_(
    context: typer.Context,
    source: Annotated[Path, typer.Argument(help="cli.arg.source", metavar="SOURCE")],
    file: Annotated[Path, typer.Argument(help="cli.arg.target", metavar="FILE")],
    format: Annotated[_Form, typer.Option("--format", help="cli.arg.import_format")] = "auto",
    profile: Annotated[str, typer.Option("--profile", help="cli.arg.profile")] = "helsingoer",
    year: Year = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="cli.arg.dry_run")] = False,
    format_report: Annotated[Literal["text", "json"], typer.Option("--format-report", help="cli.arg.format")] = "text",
) -> int:
    """SOURCE into FILE, which is made if it is missing; lists what was repaired, left out and unresolved."""
    here = setting(context)
    words, imported, delivery, missing = import_into(
        source,
        file,
        desk=here.desk,
        language=here.language,
        profile=profile,
        form=None if format == "auto" else format,
        year=year or here.today.year,
        dry_run=dry_run,
    )
    if format_report == "json":
        here.console.json({**import_as_json(imported, words), "delivery": delivery_as_json(delivery)})
        return DONE
    here.console.print(words.text("import.done" if not dry_run else "import.would", n=len(imported.change_set.changes)))
    here.console.counts(words, imported.added)
    if delivery:
        here.console.print(words.text("delivery.title", n=len(delivery)))
    for goal in delivery:
        first, *rest = delivered_lines(words, goal)
        here.console.print(f"- {first}")
        for line in (*rest, *hanging_lines(goal)):
            here.console.print(f"    {line}")
    if missing:
        here.console.print(words.text("delivery.missing", n=len(missing)))
    for one in missing:
        here.console.print(f"- {one.code} {one.title}")
    for code, listed in (
        ("import.repaired", imported.repaired),
        ("import.unresolved", imported.unresolved),
        ("import.skipped", imported.skipped),
    ):
        if listed:
            here.console.print(words.text(code, n=len(listed)))
            for said in listed:
                here.console.print(f"- {words.say(said)}")
    return DONE
