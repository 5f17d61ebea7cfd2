"""The sheets of the roles on paper: one page each, that says what the page of help says."""

from datetime import datetime

import pytest

from strategikort.application.help.book import read_book
from strategikort.application.help.pages import Shape
from strategikort.application.help.sheet import printed_sheet, sheet_paper
from strategikort.application.help.showing import said
from tests.application.help.test_pages import NAMES
from tests.reports import reading
from tests.reports.faults import faults

BOOK = read_book("da")
DAY = datetime(2015, 2, 15)


@pytest.mark.parametrize("name", BOOK.sheets)
def test_a_sheet_is_one_page_with_every_line_of_its_page_of_help(name: str) -> None:
    paper = printed_sheet(BOOK, name, NAMES, made_at=DAY)
    assert (paper.pages, paper.missing) == (1, ())
    text = reading.letters(reading.tree_text(reading.opened(paper.pdf)))
    page = BOOK.pages[name]
    lines = [page.title, *(said(line, NAMES) for section in page.sections for line in section.lines)]
    assert [line for line in lines if reading.letters(line) not in text] == []
    assert faults(paper.pdf) == []


def test_steps_are_counted_and_things_to_know_stand_apart() -> None:
    page = BOOK.pages["sheet_chief"]
    paper = sheet_paper(page, NAMES, language="da", made_at=DAY)
    steps = next(block for part in paper.parts for block in part.blocks if block.marks)
    wanted = next(block for section in page.sections for block in section.blocks if block.shape is Shape.STEPS)
    assert steps.marks == tuple(f"{number}." for number in range(1, len(wanted.lines) + 1))
    assert [part.heading for part in paper.parts if part.boxed] == ["Godt at vide"]


def test_an_old_sheet_on_the_wall_says_its_version_and_day() -> None:
    paper = sheet_paper(BOOK.pages["sheet_chief"], NAMES, language="da", made_at=DAY)
    assert paper.foot[0].startswith("Strategikort ")
    assert paper.foot[1] == "15. februar 2015"
