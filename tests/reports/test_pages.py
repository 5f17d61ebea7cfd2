"""Where pages break: heads stay with their matter, rows and signature blocks stay whole, nothing is lost."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategikort.domain.written import Column, Table
from strategikort.reports.agreement import composed
from strategikort.reports.lines import broken
from strategikort.reports.looks import WIDTH, Style
from strategikort.reports.model import AgreementPaper, Chapter, EffortRow, Goals, Signatures
from strategikort.reports.pages import NewPage, Placed, paged
from strategikort.reports.slabs import TALL_ROW, Cell, Slab
from strategikort.reports.structure import Element
from strategikort.reports.typefaces import BOLD, REGULAR
from tests.reports.papers import SCHOOL_START, TYPEFACES, school_agreement

STYLE = Style(REGULAR, 10, 12, "#000000")
WORD = st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyzæøå"), min_size=1, max_size=12)


def pages_of(paper: AgreementPaper) -> list[list[Placed]]:
    return composed(paper, TYPEFACES)[1]


def said(slab: Slab) -> str:
    runs = (run for cell in slab.cells for line in cell.lines for run in line.runs)
    return "".join(bytes.fromhex(run.code).decode("utf-16-be") for run in runs)


def with_long_goals(words: int) -> AgreementPaper:
    paper = school_agreement(goal_count=9)
    efforts = tuple(EffortRow(title=f"Indsats {n} " + "mere at gøre " * (words % 7), owner="x") for n in range(9))
    goals = replace(SCHOOL_START, why="Et ord til. " * words, efforts=efforts)
    chapter = replace(paper.chapters[3], parts=(Goals(goals=(goals,) * 5),))
    return replace(paper, chapters=(*paper.chapters[:3], chapter, *paper.chapters[4:]))


@pytest.mark.parametrize("words", range(0, 130, 9))
def test_nothing_that_needs_its_follower_stands_last_on_a_page(words: int) -> None:
    for page in pages_of(with_long_goals(words))[1:]:
        assert not page[-1].slab.keep, said(page[-1].slab)


@pytest.mark.parametrize("words", range(0, 130, 9))
def test_slabs_stand_inside_the_page_and_do_not_overlap(words: int) -> None:
    for page in pages_of(with_long_goals(words)):
        for above, below in zip(page, page[1:], strict=False):
            assert below.y <= above.y - above.slab.height + 0.05
        assert page[-1].y - page[-1].slab.height >= -0.05


@pytest.mark.parametrize("words", range(0, 130, 9))
def test_the_signature_chapter_is_on_one_page(words: int) -> None:
    pages = pages_of(with_long_goals(words))
    signed = [number for number, page in enumerate(pages) for p in page if said(p.slab).startswith("Underskrift Sted")]
    begun = [number for number, page in enumerate(pages[1:], 1) for p in page if "7 Underskrifter" in said(p.slab)]
    assert len(signed) == 2
    assert set(signed) == set(begun)


@pytest.mark.parametrize("length", range(0, 90, 7))
def test_a_signature_block_is_whole_also_when_the_chapter_is_longer_than_a_page(length: int) -> None:
    paper = school_agreement()
    block = next(part for part in paper.chapters[-1].parts if isinstance(part, Signatures))
    chapter = Chapter(
        heading="Underskrifter", text="Ord. " * length * 40, parts=(replace(block, signatories=block.signatories * 4),)
    )
    for page in pages_of(replace(paper, chapters=(chapter,))):
        roles = [said(placed.slab).strip() for placed in page].count("Leder")
        lines = [said(placed.slab) for placed in page]
        names = sum(line.startswith("Lone Berg, Øresø Skole") for line in lines[1:])
        assert roles == names


def test_a_row_is_split_only_when_it_is_tall_and_its_head_comes_again() -> None:
    head = _row(2, before=0)
    rows = [_row(number % TALL_ROW + 1, head=head) for number in range(200)]
    pages = paged([head, *rows], 500)
    assert sum(len(page) for page in pages) == len(rows) + len(pages)
    assert all(page[0].again for page in pages[1:])
    tall = paged([head, _row(200, head=head)], 500)
    assert sum(len(p.slab.cells[0].lines) for page in tall for p in page if not p.again) == 202
    assert len(tall) == 6
    assert all(len(p.slab.cells[0].lines) >= 2 for page in tall for p in page)


def test_a_paragraph_leaves_two_lines_on_either_side() -> None:
    for fill in range(20, 40):
        first, second = paged([_row(fill), _row(9, prose=True)], 41 * 12)[:2] if fill > 32 else ([], [])
        for part in (*first[1:], *second):
            assert len(part.slab.cells[0].lines) >= 2


def test_a_new_page_is_never_empty() -> None:
    pages = paged([NewPage(), _row(1), NewPage(), NewPage(), _row(1)], 500)
    assert [len(page) for page in pages] == [1, 1]


@given(st.lists(WORD, max_size=60), st.floats(20, 300))
@settings(deadline=None)
def test_lines_hold_all_words_and_are_no_wider_than_asked(words: list[str], width: float) -> None:
    lines = broken(TYPEFACES, BOLD, 10, " ".join(words), width)
    text = "".join(bytes.fromhex(run.code).decode("utf-16-be") for line in lines for run in line.runs)
    assert text.replace("\u00ad", "").replace(" ", "") == "".join(words)
    assert all(line.width <= width + 0.01 for line in lines)


@given(st.lists(WORD, min_size=1, max_size=40))
@settings(deadline=None)
def test_a_line_could_not_have_taken_the_next_word(words: list[str]) -> None:
    lines = broken(TYPEFACES, REGULAR, 10, " ".join(words), 120)
    blank = TYPEFACES.faces[REGULAR].advance[" "] / 100
    texts = ["".join(bytes.fromhex(run.code).decode("utf-16-be") for run in line.runs) for line in lines]
    for line, following in zip(lines, texts[1:], strict=False):
        first = broken(TYPEFACES, REGULAR, 10, following.split()[0], WIDTH)[0] if following.split() else line
        assert line.width + blank + first.width > 120


def _row(count: int, *, head: Slab | None = None, before: float = 0, prose: bool = False) -> Slab:
    line = broken(TYPEFACES, REGULAR, 10, "Ord", 100)
    cell = Cell(element=Element("TD"), lines=line * count, style=STYLE)
    return Slab(cells=(cell,), head=head, before=before, prose=prose, keep=before < 0)


def test_a_later_group_of_goals_stands_clear_of_the_one_before() -> None:
    groups = tuple(Goals(goals=(SCHOOL_START,), label=label) for label in ("Fælles mål", "Lokale mål"))
    chapter = Chapter(heading="Mål", parts=groups)
    slabs = [p.slab for page in pages_of(replace(school_agreement(), chapters=(chapter,))) for p in page]
    first, second = (slab for slab in slabs if said(slab).strip() in ("Fælles mål", "Lokale mål"))
    assert second.before >= 2 * first.before


def test_a_table_without_a_text_for_each_column_is_refused() -> None:
    with pytest.raises(ValueError, match="column"):
        Table(columns=(Column(head="Tilsagn"), Column(head="Frist")), rows=(("alene",),))


def test_a_table_with_notes_for_some_rows_only_is_refused() -> None:
    with pytest.raises(ValueError, match="notes"):
        Table(columns=(Column(head="Tilsagn"),), rows=(("et",), ("to",)), notes=("om det første",))


@pytest.mark.parametrize("length", range(1, 60, 3))
def test_a_row_is_never_parted_from_the_note_below_it(length: int) -> None:
    rows = tuple((f"Række {number}.",) for number in range(60))
    notes = tuple("Sådan tælles det. " * length for _ in rows)
    chapter = Chapter(heading="Tal", parts=(Table(columns=(Column(head="Indikator"),), rows=rows, notes=notes),))
    for page in pages_of(replace(school_agreement(), chapters=(chapter,)))[1:]:
        assert not said(page[-1].slab).startswith("Række")
