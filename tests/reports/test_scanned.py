"""Scanned sheets are known by their codes however they lay, none is placed wrongly, and parts are cut out whole."""

import random
from dataclasses import replace
from uuid import UUID

import pytest

from strategikort.reports.embedded import NoPdf
from strategikort.reports.model import AgreementPaper
from strategikort.reports.preview import page_count
from strategikort.reports.printing import render_agreement
from strategikort.reports.scanned import codes_of, cut_out
from tests.reports.papers import MADE_AT, TYPEFACES, school_agreement
from tests.reports.scans import page_of, pile, scanned_page


def printed(number: int) -> tuple[str, bytes]:
    """A final paper with an identity of its own."""
    identity = str(UUID(int=random.Random(number).getrandbits(128), version=4))
    paper: AgreementPaper = replace(school_agreement(draft=False), identity=identity, number=1 + number % 3)
    return identity, render_agreement(paper, typefaces=TYPEFACES, made_at=MADE_AT).pdf


def shares(pages: int, seed: int) -> tuple[int, int, int]:
    """How many of so many scanned pages are placed rightly, wrongly, not at all."""
    chance = random.Random(seed)
    papers = [printed(number) for number in range(8)]
    right = wrong = lost = 0
    for _ in range(pages):
        identity, pdf = chance.choice(papers)
        page = chance.randrange(page_count(pdf))
        dots = chance.randrange(150, 301)
        scan = pile([scanned_page(page_of(pdf, page, dots), chance)], dots)
        (code,) = codes_of(scan)
        if code is None:
            lost += 1
        elif (code.agreement, code.page) == (identity, page + 1):
            right += 1
        else:
            wrong += 1
    return right, wrong, lost


def test_sheets_are_known_however_they_lay_on_the_glass() -> None:
    right, wrong, lost = shares(12, 2015)
    assert (wrong, lost) == (0, 0) and right == 12


@pytest.mark.long
def test_of_five_hundred_scanned_pages_nearly_all_are_placed_and_none_wrongly() -> None:
    right, wrong, lost = shares(500, 7)
    assert wrong == 0
    assert right >= 495, f"{lost} are left to be placed by hand"


def test_a_page_without_a_code_is_none_and_a_draft_has_none() -> None:
    draft = render_agreement(
        replace(school_agreement(draft=True), identity="x"), typefaces=TYPEFACES, made_at=MADE_AT
    ).pdf
    assert set(codes_of(draft)) == {None}


def test_some_pages_are_cut_out_in_the_order_that_is_asked_for() -> None:
    identity, pdf = printed(1)
    part = cut_out(pdf, [3, 1])
    assert page_count(part) == 2
    assert [code and (code.agreement, code.page) for code in codes_of(part)] == [(identity, 4), (identity, 2)]


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"GIF89a", bytes(2000)])
def test_what_is_no_pdf_is_refused(content: bytes) -> None:
    with pytest.raises(NoPdf):
        list(codes_of(content))
