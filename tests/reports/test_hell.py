"""Whatever people write, all of it is on the paper, letter by letter and in order, and the paper has no fault."""

import unicodedata
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from strategikort.domain.written import Facts
from strategikort.reports.lines import shown
from strategikort.reports.model import AgreementPaper, Chapter
from strategikort.reports.printing import render_agreement
from strategikort.reports.typefaces import REGULAR
from tests.reports import expected, reading
from tests.reports.faults import faults
from tests.reports.hell import agreements
from tests.reports.papers import MADE_AT, TYPEFACES, school_agreement

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example, HealthCheck.filter_too_much]


@settings(max_examples=12, deadline=None, suppress_health_check=SLOW)
@given(agreements())
def test_a_few_agreements_from_hell(paper: AgreementPaper) -> None:
    stand(paper)


@pytest.mark.long
@settings(max_examples=200, deadline=None, suppress_health_check=SLOW)
@given(agreements())
def test_two_hundred_agreements_from_hell(paper: AgreementPaper) -> None:
    stand(paper)


def stand(paper: AgreementPaper) -> None:
    """Assert that a paper says what it was given, that what it cannot print is told, and that it is well formed."""
    made = render_agreement(paper, typefaces=TYPEFACES, made_at=MADE_AT)
    document = reading.opened(made.pdf)
    pages = [page for _, page in reading.bookmarks(document)[1:]]
    wanted = reading.letters("".join(expected.texts(paper, pages)))
    assert reading.letters(reading.tree_text(document)) == "".join(printed(wanted))
    lacking = {shown(letter)[1:-1] for letter in wanted if TYPEFACES.face_of(letter, REGULAR) is None}
    assert lacking <= set(made.missing)
    assert faults(made.pdf) == []
    assert b"/URI" not in made.pdf and b"/Launch" not in made.pdf


def printed(text: str) -> Iterator[str]:
    """Letters as they are heard: themselves, or their codes where a file cannot hold them as text."""
    for letter in text:
        if TYPEFACES.face_of(letter, REGULAR) is not None:
            yield letter
        elif letter in "\ufffc\ufffd" or ord(letter) & 0xFFFE == 0xFFFE:
            yield shown(letter)
        else:
            yield shown(letter) if unicodedata.category(letter) in ("Cc", "Cs", "Cf") else letter


def test_two_texts_of_one_row_that_goes_over_the_page_are_read_out_one_after_the_other() -> None:
    rows = (("Mærke " * 400, "Værdi " * 400),)
    paper = replace(school_agreement(), chapters=(Chapter(heading="Lang række", parts=(Facts(rows=rows),)),))
    assert render_agreement(paper, typefaces=TYPEFACES, made_at=MADE_AT).pages > 3
    stand(paper)
