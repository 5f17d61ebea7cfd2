"""print: agreements as PDF."""

from pathlib import Path
from typing import Annotated

import typer

from strategikort.application.opened import open_to_read
from strategikort.application.printing import Press, agreement_of_unit, agreements_of, file_name, year_to_print
from strategikort.cli.setting import DONE, WrongArgument, setting


def print_(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="cli.arg.file", metavar="FILE")],
    out: Annotated[Path, typer.Option("-o", "--out", help="cli.arg.out_print")],
    unit: Annotated[str | None, typer.Option("--unit", help="cli.arg.unit")] = None,
    all_units: Annotated[bool, typer.Option("--all", help="cli.arg.all")] = False,
    year: Annotated[int | None, typer.Option("--year", help="cli.arg.year")] = None,
    draft: Annotated[bool, typer.Option("--draft", help="cli.arg.draft")] = False,
    date: Annotated[str | None, typer.Option("--date", help="cli.arg.date")] = None,
) -> int:
    """One unit's agreement as OUT.pdf, or all of a year into the folder OUT."""
    here = setting(context)
    if (unit is None) is not all_units:
        raise WrongArgument("cli.unit_or_all")
    opened = open_to_read(file, desk=here.desk, language=here.language)
    press = Press(opened, made_at=here.made_at(date))
    chosen = year_to_print(opened.document, year)
    if unit is not None:
        agreement = agreement_of_unit(opened.document, unit, chosen)
        paper = press.printed(agreement, draft=draft)
        here.write(out, paper.pdf)
        here.console.say("cli.printed", path=str(out), n=paper.pages)
        return DONE
    papers = agreements_of(opened.document, chosen)
    for agreement in here.console.steps(papers, "cli.printing"):
        here.write(out / file_name(opened.document, agreement), press.printed(agreement, draft=draft).pdf)
    here.console.say("cli.printed_all", path=str(out), n=len(papers))
    return DONE
