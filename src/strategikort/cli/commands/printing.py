"""print: agreements as PDF."""

from collections.abc import Collection
from pathlib import Path
from typing import Annotated

import typer

from strategikort.application.agreements import agreement_of_unit, agreements_to_print, year_to_print
from strategikort.application.printing import Press, named, put, put_all
from strategikort.application.reading import read
from strategikort.cli.options import Day, Year, setting
from strategikort.cli.setting import DONE, Setting, WrongArgument
from strategikort.domain.agreements import Agreement


def print_(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="cli.arg.file", metavar="FILE")],
    out: Annotated[Path, typer.Option("-o", "--out", help="cli.arg.out_print")],
    unit: Annotated[str | None, typer.Option("--unit", help="cli.arg.unit")] = None,
    all_units: Annotated[bool, typer.Option("--all", help="cli.arg.all")] = False,
    year: Year = None,
    draft: Annotated[bool, typer.Option("--draft", help="cli.arg.draft")] = False,
    date: Day = None,
) -> int:
    """One unit's agreement as OUT.pdf, or all of a year into the folder OUT."""
    here = setting(context)
    if (unit is None) is not all_units:
        raise WrongArgument("cli.unit_or_all")
    reading = read(file, desk=here.desk, language=here.language)
    press = Press(reading, made_at=here.made_at(date))
    chosen = year_to_print(reading.document, year)
    if unit is not None:
        agreement = agreement_of_unit(reading.document, unit, chosen)
        paper = press.printed(agreement, draft=draft)
        put(out, paper.pdf)
        here.console.say("cli.printed", path=str(out), n=paper.pages)
        _tell(here, paper.missing)
        return DONE
    papers = named(reading.document, agreements_to_print(reading.document, chosen))
    steps = here.console.steps(papers, "cli.printing")
    missing: set[str] = set()

    def pdf(agreement: Agreement) -> bytes:
        paper = press.printed(agreement, draft=draft)
        missing.update(paper.missing)
        return paper.pdf

    put_all((out / name, pdf(agreement)) for name, agreement in steps)
    here.console.say("cli.printed_all", path=str(out), n=len(papers))
    _tell(here, missing)
    return DONE


def _tell(here: Setting, missing: Collection[str]) -> None:
    """Name the letters that no typeface of the paper has."""
    if missing:
        here.console.say("cli.letters_missing", letters=" ".join(sorted(missing)))
