"""A paper read out says all that stands on it, in the order of its tree, and nothing that is only for the eye."""

import re
from dataclasses import replace

import pytest

from strategikort.reports.embedded import NoPdf
from strategikort.reports.printing import render_agreement
from strategikort.reports.spoken import Sort, Told, read_out
from tests.application.test_every_paper import PAPERS
from tests.reports import reading
from tests.reports.papers import MADE_AT, TYPEFACES, school_agreement


def said(told: tuple[Told, ...]) -> str:
    return reading.letters("".join(one.text + "".join(text for row in one.rows for text, _ in row) for one in told))


@pytest.mark.parametrize("kind", PAPERS)
def test_every_kind_of_paper_is_read_out_letter_by_letter(kind: str) -> None:
    pdf = PAPERS[kind]()
    assert said(read_out(pdf)) == reading.letters(reading.tree_text(reading.opened(pdf), alternates=True))


def test_what_is_only_for_the_eye_is_left_out_and_headings_and_heads_are_told_as_such() -> None:
    told = read_out(render_agreement(school_agreement(draft=True), typefaces=TYPEFACES, made_at=MADE_AT).pdf)
    heads = [one for one in told if one.sort is Sort.HEADING]
    assert heads[0].level == 1 and {one.level for one in heads} >= {1, 2, 4}
    tables = [one for one in told if one.sort is Sort.TABLE]
    assert tables and all(all(head for _, head in one.rows[0]) for one in tables)
    assert not re.search(r"Side \d+ af \d+", "\n".join(one.text for one in told))


def test_a_word_broken_at_the_end_of_a_line_is_whole_and_a_text_over_two_pages_is_one() -> None:
    long = "Speciallægepraksisplanlægningsstabiliseringsperiode " * 400
    paper = school_agreement(draft=True)
    chapter = replace(paper.chapters[0], text=long.strip())
    told = read_out(
        render_agreement(
            replace(paper, chapters=(chapter, *paper.chapters[1:])), typefaces=TYPEFACES, made_at=MADE_AT
        ).pdf
    )
    assert long.strip() in [one.text for one in told]


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"not a paper"])
def test_what_is_no_paper_is_refused(content: bytes) -> None:
    with pytest.raises(NoPdf):
        read_out(content)
