"""The forms in which an agreement is printed, and written as a Word document: its own, and those made of its parts."""

from dataclasses import replace
from datetime import date
from enum import StrEnum
from pathlib import Path

from strategikort.application import word_paper
from strategikort.application.paper.effort_sheets import effort_sheets
from strategikort.application.paper.short_form import PAGES, short_form
from strategikort.application.printing import Press, printed_report
from strategikort.domain.agreements import Agreement, IssuePurpose
from strategikort.domain.failures import KnownFailure
from strategikort.domain.phrases import phrase
from strategikort.domain.written import Report
from strategikort.exchange import word, word_template
from strategikort.reports.model import Paper, Signatures


class PaperForm(StrEnum):
    """What is printed of an agreement: all of it, two pages, a sheet for each effort, or the sheet that is signed."""

    AGREEMENT = "agreement"
    SHORT = "short"
    EFFORTS = "efforts"
    SIGNATURES = "signatures"


def printed_form(press: Press, agreement: Agreement, form: PaperForm, *, draft: bool, day: date) -> Paper:
    """The agreement as PDF in a form."""
    match form:
        case PaperForm.AGREEMENT:
            return press.printed(agreement, draft=draft)
        case PaperForm.SIGNATURES:
            return _signature_sheet(press, agreement, draft=draft)
        case _:
            return printed_report(report_of(press, agreement, form, draft=draft, day=day), made_at=press.made_at)


def written_form(
    press: Press, agreement: Agreement, form: PaperForm, template: Path | None, *, draft: bool, day: date
) -> "word_template.Filled":
    """The agreement as ``.docx`` in a form; the agreement itself in a ``template``, or in the one to begin with.

    Raises:
        KnownFailure: the template cannot be used; sheets to be signed are no Word documents.
    """
    if form is PaperForm.AGREEMENT:
        return word_paper.word_paper(press, agreement, template, draft=draft)
    if form is PaperForm.SIGNATURES:
        raise KnownFailure(phrase("print.signed_on_paper"))
    report = report_of(press, agreement, form, draft=draft, day=day)
    return word_template.Filled(content=word.word_document(report, made_at=press.made_at))


def report_of(press: Press, agreement: Agreement, form: PaperForm, *, draft: bool, day: date) -> Report:
    """The short form or the sheets of efforts, to be printed or written. Nothing in them is signed.

    Raises:
        ValueError: another form, which is no report.
    """
    paper = press.laid_out(agreement, draft=draft, purpose=IssuePurpose.PAPER)
    if form is PaperForm.SHORT:
        report = short_form(press.reading, paper, day=day)
        fits = printed_report(report, made_at=press.made_at).pages <= PAGES
        return report if fits else short_form(press.reading, paper, day=day, efforts=False)
    if form is PaperForm.EFFORTS:
        return effort_sheets(press.reading, agreement, paper, day=day)
    raise ValueError(f"{form} is printed by the press")


def _signature_sheet(press: Press, agreement: Agreement, *, draft: bool) -> Paper:
    """The front and the signatures alone, with the codes of the whole paper: it is known again when it is scanned."""
    paper = press.laid_out(agreement, draft=draft, purpose=IssuePurpose.PAPER)
    signed = (one for one in paper.chapters if any(isinstance(part, Signatures) for part in one.parts))
    alone = replace(paper, chapters=tuple(signed), attachments=(), words=replace(paper.words, contents=""))
    return press.rendered(alone)
