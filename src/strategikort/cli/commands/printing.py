"""print: agreements as PDF, or in the municipality's own Word template; template: one to begin with."""

from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Annotated, Final

import typer

from strategikort.application import word_paper
from strategikort.application.agreements import agreement_of_unit, agreements_to_print, year_to_print
from strategikort.application.printing import Press, named, put, put_all
from strategikort.application.reading import read
from strategikort.cli.options import Day, Year, setting
from strategikort.cli.setting import DONE, Setting, WrongArgument
from strategikort.domain.agreements import Agreement

WORD: Final = ".docx"


def print_(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="cli.arg.file", metavar="FILE")],
    out: Annotated[Path, typer.Option("-o", "--out", help="cli.arg.out_print")],
    unit: Annotated[str | None, typer.Option("--unit", help="cli.arg.unit")] = None,
    all_units: Annotated[bool, typer.Option("--all", help="cli.arg.all")] = False,
    year: Year = None,
    draft: Annotated[bool, typer.Option("--draft", help="cli.arg.draft")] = False,
    template: Annotated[Path | None, typer.Option("--template", help="cli.arg.template", metavar="DOCX")] = None,
    date: Day = None,
) -> int:
    """One unit's agreement as OUT.pdf or OUT.docx, or all of a year into the folder OUT."""
    here = setting(context)
    if (unit is None) is not all_units:
        raise WrongArgument("cli.unit_or_all")
    in_word = template is not None or (unit is not None and out.suffix.lower() == WORD)
    if template is not None and unit is not None and out.suffix.lower() != WORD:
        raise WrongArgument("cli.template_needs_word")
    reading = read(file, desk=here.desk, language=here.language)
    press = Press(reading, made_at=here.made_at(date))
    seen = _Seen()
    made = partial(_in_word, press, seen, template, draft) if in_word else partial(_pdf, press, seen, draft)
    chosen = year_to_print(reading.document, year)
    if unit is not None:
        put(out, made(agreement_of_unit(reading.document, unit, chosen)))
        here.console.say("cli.printed_word" if in_word else "cli.printed", path=str(out), n=seen.pages)
    else:
        papers = named(reading.document, agreements_to_print(reading.document, chosen), WORD if in_word else ".pdf")
        steps = here.console.steps(papers, "cli.printing")
        put_all((out / name, made(agreement)) for name, agreement in steps)
        here.console.say("cli.printed_all", path=str(out), n=len(papers))
    _tell(here, seen)
    return DONE


def template(
    context: typer.Context,
    out: Annotated[Path, typer.Argument(help="cli.arg.out_template", metavar="DOCX")],
) -> int:
    """A Word template with every field in it, to begin with."""
    here = setting(context)
    put(out, word_paper.starting_word(here.console.words))
    here.console.say("cli.template_made", path=str(out))
    return DONE


@dataclass(slots=True)
class _Seen:
    """What was noticed on the way: letters that no typeface has; fields without a place, or without a meaning."""

    pages: int = 0
    missing: set[str] = field(default_factory=set)
    lacking: dict[str, None] = field(default_factory=dict)
    unknown: dict[str, None] = field(default_factory=dict)


def _pdf(press: Press, seen: _Seen, draft: bool, agreement: Agreement) -> bytes:
    paper = press.printed(agreement, draft=draft)
    seen.pages = paper.pages
    seen.missing.update(paper.missing)
    return paper.pdf


def _in_word(press: Press, seen: _Seen, template: Path | None, draft: bool, agreement: Agreement) -> bytes:
    filled = word_paper.word_paper(press, agreement, template, draft=draft)
    seen.lacking.update(dict.fromkeys(filled.lacking))
    seen.unknown.update(dict.fromkeys(filled.unknown))
    return filled.content


def _tell(here: Setting, seen: _Seen) -> None:
    """Name the letters that no typeface of the paper has, and the fields that found no place."""
    if seen.missing:
        here.console.say("cli.letters_missing", letters=" ".join(sorted(seen.missing)))
    if seen.lacking:
        here.console.say("cli.fields_lacking", fields=", ".join(seen.lacking))
    if seen.unknown:
        here.console.say("cli.fields_unknown", fields=", ".join(seen.unknown))
