"""The director's papers say the numbers of the screen and of the workbook, on tagged pages and in Word."""

import re
from datetime import UTC, datetime
from functools import cache
from io import BytesIO

from docx import Document

from strategikort.application.leading.centres import centre_rows
from strategikort.application.leading.goals import goal_rows
from strategikort.application.leading.papers import Papers, committee_of
from strategikort.application.leading.tables import Tables
from strategikort.application.leading.views import centres_view, goals_view, matrix_view
from strategikort.application.printing import printed_report
from strategikort.application.reading import Reading, reading_of
from strategikort.cascade.checking import checked
from strategikort.cascade.coverage import Coverage, Side
from strategikort.domain.organisation import Committee
from strategikort.domain.written import Facts, Passage, Report, Table
from strategikort.exchange.word import word_document
from strategikort.exchange.workbook import Sheet
from tests.application.leading.test_leading import sample_check
from tests.cascade.town import TODAY
from tests.reports import reading
from tests.reports.faults import faults

MADE_AT = datetime(2015, 2, 15, tzinfo=UTC)


@cache
def sample() -> Reading:
    return reading_of(sample_check().document, language="da")


def papers() -> Papers:
    return Papers(sample(), day=TODAY, year=2015)


@cache
def screens() -> tuple[Sheet, ...]:
    """The tables of the window: centres, and political goals beside centres."""
    check = sample_check()
    found = checked(check.document, check.profile, sample().rulebook, today=TODAY, year=2015)
    return centres_view(sample(), check, found).sheet, matrix_view(sample(), check, Side.CENTRES).sheet


def tables_in(report: Report) -> list[Table]:
    return [part for passage in report.passages for part in passage.parts if isinstance(part, Table)]


def cells(sheet: Sheet) -> list[tuple[str, ...]]:
    return [tuple("" if cell is None else str(cell) for cell in row) for row in sheet.rows]


def test_a_table_cut_over_the_page_holds_each_cell_of_the_screens_once() -> None:
    for sheet in screens():
        parts = tables_in(papers().of_tables("Ledelse", [sheet]))
        first = next(place for place, width in enumerate(sheet.widths) if width <= 12)
        joined = [
            (*rows[0][:first], *(cell for row in rows for cell in row[first:]))
            for rows in zip(*(part.rows for part in parts), strict=True)
        ]
        assert len(parts) > 1 and joined == cells(sheet)
        heads = [column.head for place, part in enumerate(parts) for column in part.columns[first if place else 0 :]]
        assert heads == list(sheet.columns)


def test_the_numbers_of_a_political_goal_are_those_of_the_screen_and_the_workbook() -> None:
    check = sample_check()
    rows = goal_rows(check)
    seen = goals_view(sample(), check).sheet
    assert cells(seen) == cells(Tables(sample(), year=2015).goals(rows))
    at = seen.columns.index("Enhedsmål")
    report = papers().of_goals(rows)
    overview = report.passages[0]
    (table,) = (part for part in overview.parts if isinstance(part, Table))
    told = [row for row in seen.rows if row[1]]
    assert [(row[0], row[2]) for row in table.rows] == [(row[0], str(row[at])) for row in told]
    for row, printed in zip(told, table.rows, strict=True):
        counts = [number for number in row[at + 1 :] if number]
        assert [int(number) for number in re.findall(r"[0-9]+", printed[3])] == counts
    chapters = [part for passage in report.passages[1:] for part in passage.parts if isinstance(part, Passage)]
    figures = [row for part in chapters for table in part.parts if isinstance(table, Table) for row in table.rows]
    assert sorted(figures) == sorted(tuple(map(str, row[3:6])) for row in seen.rows if row[3] and row[at] != 0)


def test_the_goals_worked_on_and_not_are_all_goals() -> None:
    rows = goal_rows(sample_check())
    (facts,) = (part for part in papers().of_goals(rows).passages[0].parts if isinstance(part, Facts))
    every, worked, idle = (int(number) for _, number in facts.rows)
    assert (every, idle) == (len(rows), 3) and worked + idle == every


def test_one_committees_paper_has_its_name_and_its_goals_alone() -> None:
    check = sample_check()
    committee = next(iter(check.document.all(Committee).values()))
    rows = [row for row in goal_rows(check) if committee_of(check.document, row.goal) == committee.id]
    report = papers().of_goals(rows, committee.id)
    assert committee.name in report.title and 0 < len(rows) < len(goal_rows(check))
    assert {passage.heading for passage in report.passages[1:]} <= {
        committee.name,
        "Politiske mål, som ingen arbejder med",
    }


def test_both_papers_are_tagged_and_read_out_in_order() -> None:
    check = sample_check()
    found = checked(check.document, check.profile, sample().rulebook, today=TODAY, year=2015)
    tables = Tables(sample(), year=2015)
    broad = papers().of_tables(
        "Ledelse",
        [tables.centres(centre_rows(check, found)), tables.matrix(Coverage(check, Side.CENTRES)), tables.gaps_down(())],
    )
    for report in (papers().of_goals(goal_rows(check)), broad):
        paper = printed_report(report, made_at=MADE_AT)
        assert faults(paper.pdf) == [] and paper.missing == ()
        said = reading.letters(reading.tree_text(reading.opened(paper.pdf)))
        wanted = [passage.heading for passage in report.passages]
        places = [said.index(reading.letters(heading)) for heading in wanted]
        assert places == sorted(places)
        every = [cell for table in tables_in(report) for row in table.rows for cell in row]
        assert all(reading.letters(cell or "–") in said for cell in every)
        assert paper.pdf == printed_report(report, made_at=MADE_AT).pdf


def test_word_has_the_same_headings_tables_and_repeated_heads() -> None:
    report = papers().of_goals(goal_rows(sample_check()))
    content = word_document(report, made_at=MADE_AT)
    word = Document(BytesIO(content))
    headings = [one.text for one in word.paragraphs if one.style and one.style.name == "Heading 1"]
    assert headings == [passage.heading for passage in report.passages]
    (table, *_) = tables_in(report)
    rows = [tuple(cell.text for cell in row.cells) for row in word.tables[0].rows]
    assert rows[1:] == [tuple(cell or "–" for cell in row) for row in table.rows]
    assert all("w:tblHeader" in table.rows[0]._tr.xml for table in word.tables)
    assert word.core_properties.title == report.title
    assert content == word_document(report, made_at=MADE_AT)


def test_a_table_without_rows_says_that_there_are_none() -> None:
    report = papers().of_tables("Huller", [Tables(sample(), year=2015).gaps_down(())])
    assert [passage.text for passage in report.passages] == ["Der er ingen."]
