"""A sheet for the wall: one page, in the largest letters with which it fits, read out in order."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategikort.reports.lines import Line, broken, mixed
from strategikort.reports.model import Paper
from strategikort.reports.sheet import SheetBlock, SheetPaper, SheetPart, Span, render_sheet
from strategikort.reports.typefaces import REGULAR
from tests.reports import reading
from tests.reports.faults import faults
from tests.reports.papers import MADE_AT, TYPEFACES

STEPS = SheetBlock(
    lines=((Span("Vælg "), Span("Fil > Udskriv", strong=True), Span(".")),) * 3, marks=("1.", "2.", "3.")
)
KNOWN = SheetBlock(lines=((Span("Alt kan fortrydes."),),), marks=("•",))


def printed(*parts: SheetPart) -> Paper:
    sheet = SheetPaper(title="Ark til prøven", over="Strategikort", parts=parts, foot=("Version 1", "15. februar 2015"))
    return render_sheet(sheet, typefaces=TYPEFACES, made_at=MADE_AT)


def parts(number: int) -> tuple[SheetPart, ...]:
    return tuple(SheetPart(heading=f"Del {n}", blocks=(STEPS,)) for n in range(number))


def test_all_of_it_is_read_out_in_order_and_nothing_is_untagged() -> None:
    prose = SheetBlock(lines=((Span("Kopiér listen først."),),))
    boxed = SheetPart(heading="Godt at vide", blocks=(KNOWN,), boxed=True)
    paper = printed(SheetPart(heading="Skriv ind", blocks=(prose, STEPS, prose)), boxed)
    step = "VælgFil>Udskriv."
    wanted = f"StrategikortArktilprøvenSkrivindKopiérlistenførst.1.{step}2.{step}3.{step}Kopiérlistenførst."
    assert reading.letters(reading.tree_text(reading.opened(paper.pdf))) == f"{wanted}Godtatvide•Altkanfortrydes."
    assert faults(paper.pdf) == []


@pytest.mark.parametrize("number", [1, 5, 8])
def test_more_text_is_set_in_smaller_letters_so_that_it_is_still_one_page(number: int) -> None:
    assert printed(*parts(number)).pages == 1


def test_what_has_no_room_on_one_page_is_not_made_unreadable() -> None:
    assert printed(*parts(40)).pages > 1


def test_marks_are_one_for_each_line() -> None:
    with pytest.raises(ValueError, match="one for each line"):
        SheetBlock(lines=STEPS.lines, marks=("1.",))


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert printed(*parts(3)).pdf == printed(*parts(3)).pdf


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(alphabet="abæø▲", min_size=1, max_size=8), max_size=12), st.integers(0, 60), st.floats(60, 300))
def test_a_text_in_parts_is_broken_as_it_is_in_one(words: list[str], cut: int, width: float) -> None:
    text = " ".join(words)
    alone = broken(TYPEFACES, REGULAR, 10, text, width)
    together = mixed(TYPEFACES, 10, [(REGULAR, text[:cut]), (REGULAR, text[cut:])], width)
    assert [line.width for line in together] == pytest.approx([line.width for line in alone])
    assert "".join(codes(together)) == "".join(codes(alone))


def codes(lines: tuple[Line, ...]) -> Iterator[str]:
    return (run.code for line in lines for run in line.runs)
