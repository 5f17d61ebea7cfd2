"""Every kind of paper that the program makes can be read by everybody and kept in an archive."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path
from typing import Final

import pytest

from strategikort.application.agreements import centre_named
from strategikort.application.help.book import read_book
from strategikort.application.help.sheet import printed_sheet
from strategikort.application.leading.handouts import Handout, Handouts
from strategikort.application.leading.papers import Papers
from strategikort.application.leading.tables import Tables
from strategikort.application.map_printing import MapPress, PaperSize, Sheets, Shown
from strategikort.application.other_papers import PaperForm, printed_form
from strategikort.application.paper.centre_overview import centre_overview
from strategikort.application.printing import Press, printed_report
from strategikort.application.reading import Reading, reading_of
from strategikort.application.reviewing import reviewed
from strategikort.cascade.checking import Checked, checked
from strategikort.cascade.watch import Watch
from strategikort.domain.agreements import Agreement, IssuePurpose
from strategikort.domain.goals import UnitGoal
from strategikort.domain.maps import StrategyMap
from tests.application.help.test_pages import NAMES
from tests.application.leading.test_leading import TODAY, sample_check
from tests.reports.faults import faults

MADE_AT: Final = datetime(2015, 2, 15, tzinfo=UTC)
BOOK: Final = read_book("da")
KEPT: Final = os.environ.get("STRATEGIKORT_PAPERS")
"""A folder in which the papers are left, for a look at them or another check."""


@cache
def sample() -> Reading:
    return reading_of(sample_check().document, language="da")


@cache
def press() -> Press:
    return Press(sample(), made_at=MADE_AT)


@cache
def handouts() -> Handouts:
    check = sample_check()
    model = check.document, check.profile, sample().rulebook
    return Handouts(sample(), check, _found, partial(Watch, *model, today=check.today))


@cache
def _found() -> Checked:
    check = sample_check()
    return checked(check.document, check.profile, sample().rulebook, today=check.today, year=check.year)


def agreement(*, draft: bool = False, purpose: IssuePurpose = IssuePurpose.PAPER) -> bytes:
    ready = (one for one in sample().document.all(Agreement).values() if not press().is_draft(one))
    return press().printed(max(ready, key=lambda one: (one.valid_from, one.code)), draft=draft, purpose=purpose).pdf


def in_form(form: PaperForm) -> bytes:
    one = min(sample().document.all(Agreement).values(), key=lambda one: one.id)
    return printed_form(press(), one, form, draft=False, day=TODAY).pdf


def overview() -> bytes:
    centre = centre_named(sample().document, "DS")
    return printed_report(centre_overview(sample(), centre, year=2015, day=TODAY), made_at=MADE_AT).pdf


def handout(kind: Handout) -> bytes:
    goal = max(sample().document.all(UnitGoal).values(), key=lambda one: (len(one.title), one.id))
    return printed_report(handouts().report(kind, goal.id if kind is Handout.THREAD else None), made_at=MADE_AT).pdf


def findings() -> bytes:
    review = reviewed(sample(), today=TODAY, year=2015)
    tables = Tables(sample(), year=2015)
    sheets = [tables.findings(review.findings), tables.exceptions(review.excepted)]
    return printed_report(
        Papers(sample(), day=TODAY, year=2015).of_tables(sheets[0].title, sheets), made_at=MADE_AT
    ).pdf


def maps(sheets: Sheets | None) -> bytes:
    shown = Shown(map=min(sample().document.all(StrategyMap)))
    printer = MapPress(sample(), made_at=MADE_AT)
    return printer.picture(shown) if sheets is None else printer.printed(shown, sheets).pdf


PAPERS: Final[dict[str, Callable[[], bytes]]] = {
    "draft": partial(agreement, draft=True),
    **{f"agreement for {purpose}": partial(agreement, purpose=purpose) for purpose in IssuePurpose},
    "short form": partial(in_form, PaperForm.SHORT),
    "sheets of efforts": partial(in_form, PaperForm.EFFORTS),
    "sheet to be signed": partial(in_form, PaperForm.SIGNATURES),
    "overview of a centre": overview,
    **{f"handout {kind}": partial(handout, kind) for kind in Handout},
    "findings of the command line": findings,
    "map on a sheet": partial(maps, Sheets(landscape=True)),
    "map on six sheets": partial(maps, Sheets(size=PaperSize.A4, across=3, down=2)),
    "map on a page of its own": partial(maps, None),
    **{
        f"help {name}": partial(lambda name: printed_sheet(BOOK, name, NAMES, made_at=MADE_AT).pdf, name)
        for name in BOOK.sheets
    },
}


@pytest.mark.parametrize("kind", PAPERS)
def test_every_kind_of_paper_is_tagged_and_can_be_archived(kind: str) -> None:
    pdf = PAPERS[kind]()
    if KEPT:
        (Path(KEPT) / f"{kind}.pdf").write_bytes(pdf)
    assert faults(pdf) == []
