"""print: agreements as PDF, or in the municipality's own Word template; template: one to begin with."""

from dataclasses import dataclass, field
from datetime import date as date_type
from functools import partial
from pathlib import Path
from typing import Annotated, Final

import typer

from strategikort.application import word_paper
from strategikort.application.agreements import agreement_of_unit, agreements_to_print, centre_named, year_to_print
from strategikort.application.other_papers import PaperForm, printed_form, written_form
from strategikort.application.paper.centre_overview import centre_overview
from strategikort.application.printing import Press, named, printed_report, put, put_all
from strategikort.application.reading import read
from strategikort.cli.options import Day, Year, setting
from strategikort.cli.setting import DONE, Setting, WrongArgument
from strategikort.domain.agreements import Agreement
from strategikort.domain.written import Report
from strategikort.exchange import word

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
    form: Annotated[PaperForm, typer.Option("--form", help="cli.arg.form")] = PaperForm.AGREEMENT,
    centre: Annotated[str | None, typer.Option("--centre", help="cli.arg.centre_overview")] = None,
    date: Day = None,
) -> int:
    """One unit's agreement as OUT.pdf or OUT.docx, all of a year into the folder OUT, or what a centre has agreed."""
    here = setting(context)
    if [unit is not None, all_units, centre is not None].count(True) != 1:
        raise WrongArgument("cli.unit_or_all")
    to_word = not all_units and out.suffix.lower() == WORD
    if template is not None and not (to_word or all_units):
        raise WrongArgument("cli.template_needs_word")
    if template is not None and (centre is not None or form is not PaperForm.AGREEMENT):
        raise WrongArgument("cli.template_is_for_agreements")
    reading = read(file, desk=here.desk, language=here.language)
    press, day = Press(reading, made_at=here.made_at(date)), here.made_at(date).date()
    chosen = year_to_print(reading.document, year)
    seen = _Seen()
    asked = _Asked(form, template, draft, day, to_word or template is not None)
    made = partial(_made, press, seen, asked)
    if centre is not None:
        report = centre_overview(reading, centre_named(reading.document, centre), year=chosen, day=day)
        put(out, _written(press, seen, report, to_word))
    elif unit is not None:
        put(out, made(agreement_of_unit(reading.document, unit, chosen)))
    else:
        ending = ".pdf" if template is None else WORD
        papers = named(reading.document, agreements_to_print(reading.document, chosen), ending)
        steps = here.console.steps(papers, "cli.printing")
        put_all((out / name, made(agreement)) for name, agreement in steps)
        here.console.say("cli.printed_all", path=str(out), n=len(papers))
    if not all_units:
        here.console.say("cli.printed_word" if to_word else "cli.printed", path=str(out), n=seen.pages)
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


@dataclass(frozen=True, slots=True)
class _Asked:
    """How the papers shall be."""

    form: PaperForm
    template: Path | None
    draft: bool
    day: date_type
    to_word: bool


def _made(press: Press, seen: _Seen, asked: _Asked, agreement: Agreement) -> bytes:
    if asked.to_word:
        filled = written_form(press, agreement, asked.form, asked.template, draft=asked.draft, day=asked.day)
        seen.lacking.update(dict.fromkeys(filled.lacking))
        seen.unknown.update(dict.fromkeys(filled.unknown))
        return filled.content
    paper = printed_form(press, agreement, asked.form, draft=asked.draft, day=asked.day)
    seen.pages = paper.pages
    seen.missing.update(paper.missing)
    return paper.pdf


def _written(press: Press, seen: _Seen, report: Report, to_word: bool) -> bytes:
    if to_word:
        return word.word_document(report, made_at=press.made_at)
    paper = printed_report(report, made_at=press.made_at)
    seen.pages = paper.pages
    seen.missing.update(paper.missing)
    return paper.pdf


def _tell(here: Setting, seen: _Seen) -> None:
    """Name the letters that no typeface of the paper has, and the fields that found no place."""
    if seen.missing:
        here.console.say("cli.letters_missing", letters=" ".join(sorted(seen.missing)))
    if seen.lacking:
        here.console.say("cli.fields_lacking", fields=", ".join(seen.lacking))
    if seen.unknown:
        here.console.say("cli.fields_unknown", fields=", ".join(seen.unknown))
