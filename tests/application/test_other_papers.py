"""The papers beside the agreement: the short form on two pages, a sheet for each effort, what a centre has agreed."""

from datetime import UTC, date, datetime
from functools import cache

import pytest

from strategikort.application.agreements import agreements_of, centre_named, goals_of
from strategikort.application.other_papers import PaperForm, printed_form, report_of, written_form
from strategikort.application.paper.centre_overview import agreements_of_centre, centre_overview
from strategikort.application.paper.contents import efforts_under
from strategikort.application.printing import Press, printed_report
from strategikort.application.reading import Reading, reading_of
from strategikort.application.starting import sample_document
from strategikort.domain.agreements import Agreement, IssuePurpose
from strategikort.domain.document import Document
from strategikort.domain.edits.agreements import centre_of
from strategikort.domain.failures import KnownFailure
from strategikort.domain.links import Link
from strategikort.domain.written import Report, Table
from strategikort.reports.preview import page_count
from strategikort.reports.scanned import codes_of
from tests.reports import reading as pdf_reading
from tests.reports.faults import faults
from tests.reports.scans import page_of, pile

DAY = date(2015, 2, 15)
MADE_AT = datetime(2015, 2, 15, tzinfo=UTC)


@cache
def sample() -> Reading:
    return reading_of(sample_document(), language="da")


@cache
def press() -> Press:
    return Press(sample(), made_at=MADE_AT)


def agreements() -> tuple[Agreement, ...]:
    return agreements_of(sample().document, 2015)


def short(agreement: Agreement) -> Report:
    return report_of(press(), agreement, PaperForm.SHORT, draft=False, day=DAY)


def rows_under(report: Report, heading: str) -> list[tuple[str, ...]]:
    return [
        row
        for passage in report.passages
        if passage.heading == heading
        for part in passage.parts
        if isinstance(part, Table)
        for row in part.rows
    ]


def said(report: Report) -> str:
    pdf = printed_report(report, made_at=MADE_AT).pdf
    return pdf_reading.letters(pdf_reading.tree_text(pdf_reading.opened(pdf)))


def test_the_short_form_of_every_agreement_of_the_sample_has_two_pages_and_all_its_goals() -> None:
    for agreement in agreements():
        report = short(agreement)
        assert printed_report(report, made_at=MADE_AT).pages <= 2
        goals = [goal.title for goal in goals_of(sample().document, agreement)]
        assert [row[1] for row in rows_under(report, "Det vil vi nå")] == goals


def test_efforts_that_have_no_room_in_the_short_form_are_counted() -> None:
    listed = counted = 0
    for agreement in agreements():
        report, document = short(agreement), sample().document
        efforts = [len(efforts_under(document, goal.id)) for goal in goals_of(document, agreement)]
        rows = rows_under(report, "Indsatser")
        if rows:
            listed += 1
            assert len(rows) == sum(efforts)
        elif sum(efforts):
            counted += 1
            assert [int(row[-1]) for row in rows_under(report, "Det vil vi nå")] == efforts
    assert listed > counted


def test_the_short_form_says_which_version_it_is_made_of_and_a_draft_that_it_is_one() -> None:
    agreement = next(one for one in agreements() if not press().is_draft(one))
    facts = dict(short(agreement).facts)
    assert facts["Kort form"].startswith(f"Til {agreement.code}, version {agreement.version}, kontrolkode ")
    assert "Status" not in facts
    drafted = report_of(press(), agreement, PaperForm.SHORT, draft=True, day=DAY)
    assert dict(drafted.facts)["Status"] == "UDKAST"


def test_each_effort_of_an_agreement_has_one_sheet_of_its_own() -> None:
    document = sample().document
    for agreement in agreements()[:6]:
        report = report_of(press(), agreement, PaperForm.EFFORTS, draft=False, day=DAY)
        efforts = dict.fromkeys(
            effort.title for goal in goals_of(document, agreement) for effort in efforts_under(document, goal.id)
        )
        headings = [passage.heading.partition(": ")[2] for passage in report.passages]
        assert headings == list(efforts)
        paper = printed_report(report, made_at=MADE_AT)
        assert page_count(paper.pdf) == paper.pages == len(efforts)


def test_an_agreement_without_efforts_says_so() -> None:
    bare = Document(one for one in sample().document.records() if not isinstance(one, Link))
    reading = reading_of(bare, language="da")
    report = report_of(
        Press(reading, made_at=MADE_AT), agreements_of(bare, 2015)[0], PaperForm.EFFORTS, draft=False, day=DAY
    )
    assert [passage.text for passage in report.passages] == ["Aftalen har ingen indsatser."]


def test_the_overview_of_a_centre_has_each_agreement_of_its_units_and_each_goal_once() -> None:
    document = sample().document
    centre = centre_named(document, "DS")
    mine = agreements_of_centre(document, centre, 2015)
    assert set(mine) == {one for one in agreements() if centre_of(document, one.org, one.valid_from) == centre}
    report = centre_overview(sample(), centre, year=2015, day=DAY)
    table = rows_under(report, "Decentrale aftaler")
    goals = [goal for one in mine for goal in goals_of(document, one)]
    assert len(table) == len(mine) and sum(int(row[2]) for row in table) == len(goals)
    text = said(report)
    assert all(text.count(pdf_reading.letters(f"{goal.code}{goal.title}")) == 1 for goal in goals)


def test_the_overview_of_a_centre_without_agreements_says_so() -> None:
    document = sample().document
    report = centre_overview(sample(), centre_named(document, "DS"), year=2040, day=DAY)
    assert report.passages[0].text == "Ingen enheder har en aftale for året."


def test_the_agreement_itself_is_no_report() -> None:
    with pytest.raises(ValueError, match="press"):
        report_of(press(), agreements()[0], PaperForm.AGREEMENT, draft=False, day=DAY)


def test_a_signature_sheet_has_the_codes_of_the_whole_paper_and_room_for_each_party() -> None:
    agreement = next(one for one in agreements() if not press().is_draft(one))
    sheet = printed_form(press(), agreement, PaperForm.SIGNATURES, draft=False, day=DAY)
    whole = printed_form(press(), agreement, PaperForm.AGREEMENT, draft=False, day=DAY)
    assert sheet.pages == 2 < whole.pages
    mark = press().laid_out(agreement, draft=False, purpose=IssuePurpose.PAPER).fingerprint
    said = pdf_reading.tree_text(pdf_reading.opened(sheet.pdf))
    assert mark in said and "Underskrift" in said and faults(sheet.pdf) == []
    dots = 150
    codes = list(codes_of(pile([page_of(sheet.pdf, page, dots) for page in range(2)], dots)))
    assert [code and code.agreement for code in codes] == [agreement.id, agreement.id]


def test_a_signature_sheet_is_no_word_document() -> None:
    with pytest.raises(KnownFailure) as refusal:
        written_form(press(), agreements()[0], PaperForm.SIGNATURES, None, draft=False, day=DAY)
    assert refusal.value.phrase.code == "print.signed_on_paper"
