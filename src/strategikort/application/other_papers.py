"""The forms in which an agreement is printed beside its own: the short one, and its efforts as annexes."""

from datetime import date
from enum import StrEnum

from strategikort.application.paper.effort_sheets import effort_sheets
from strategikort.application.paper.short_form import PAGES, short_form
from strategikort.application.printing import Press, printed_report
from strategikort.domain.agreements import Agreement, IssuePurpose
from strategikort.domain.written import Report


class PaperForm(StrEnum):
    """What is printed of an agreement."""

    AGREEMENT = "agreement"
    SHORT = "short"
    EFFORTS = "efforts"


def formed(press: Press, agreement: Agreement, form: PaperForm, *, draft: bool, day: date) -> Report:
    """An agreement in a form beside its own, to be printed or written as a Word document. Nothing in it is signed.

    Raises:
        ValueError: the form is the agreement's own, which is no report.
    """
    paper = press.laid_out(agreement, draft=draft, purpose=IssuePurpose.PAPER)
    match form:
        case PaperForm.SHORT:
            report = short_form(press.reading, paper, day=day)
            fits = printed_report(report, made_at=press.made_at).pages <= PAGES
            return report if fits else short_form(press.reading, paper, day=day, efforts=False)
        case PaperForm.EFFORTS:
            return effort_sheets(press.reading, agreement, paper, day=day)
        case PaperForm.AGREEMENT:
            raise ValueError("the agreement itself is printed by the press")
