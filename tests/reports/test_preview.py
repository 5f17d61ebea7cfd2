"""Pages as pictures: the right size, the right colours, and none that is not there."""

import pytest

from strategikort.reports.preview import page_count, render_page
from strategikort.reports.printing import render_agreement
from tests.reports.papers import MADE_AT, TYPEFACES, school_agreement

PDF = render_agreement(school_agreement(), typefaces=TYPEFACES, made_at=MADE_AT).pdf


def test_a_page_has_the_size_of_its_paper_at_the_dots_asked_for() -> None:
    for dpi in (50, 96, 97):
        width, height, dots = render_page(PDF, 0, dpi)
        assert abs(width - 210 / 25.4 * dpi) <= 1
        assert abs(height - 297 / 25.4 * dpi) <= 1
        assert len(dots) == width * height * 3


def test_paper_is_white_and_the_logo_blue() -> None:
    width, _, dots = render_page(PDF, 0, 72)
    assert dots[:3] == b"\xff\xff\xff"
    x, y = 57 + 8, 65 + 26
    red, green, blue = dots[(y * width + x) * 3 :][:3]
    assert blue > green + 50 > red + 100


def test_pages_are_counted_and_one_that_is_not_there_is_refused() -> None:
    assert page_count(PDF) == 5
    for page in (-1, 5):
        with pytest.raises(IndexError):
            render_page(PDF, page, 50)
