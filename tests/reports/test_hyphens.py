"""Danish words are parted where a reader expects it, and only where a line needs it."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategikort.reports.hyphens import LEAST, Hyphens
from strategikort.reports.lines import BREAK_HYPHEN, Line, broken
from strategikort.reports.looks import MM
from strategikort.reports.model import Chapter
from strategikort.reports.printing import render_agreement
from strategikort.reports.typefaces import REGULAR
from tests.reports import reading
from tests.reports.papers import MADE_AT, TYPEFACES, school_agreement

LONG = "virksomhedsoverenskomstforhandlingskoordinator"


def parted(word: str) -> str:
    edges = [0, *TYPEFACES.hyphens.breaks(word), len(word)]
    return "-".join(word[start:end] for start, end in zip(edges, edges[1:], strict=False))


def rows(text: str, width: float, *, danish: bool = True, size: float = 9.75) -> list[str]:
    lines = broken(TYPEFACES, REGULAR, size, text, width, danish)
    return [said(line).rstrip() for line in lines]


def said(line: Line) -> str:
    return "".join(bytes.fromhex(run.code).decode("utf-16-be") for run in line.runs)


@pytest.mark.parametrize(
    "word",
    [
        "virk-som-heds-over-ens-komst",
        "resul-tat-af-tale",
        "drifts-over-ens-komst",
        "syge-ple-jer-ske",
        "arbejds-mar-keds-ud-valget",
        "ung-doms-ud-dan-nel-serne",
        "kom-mu-nal-be-sty-rel-sen",
    ],
)
def test_a_compound_is_parted_where_it_is_put_together(word: str) -> None:
    assert parted(word.replace("-", "")) == word


def test_signs_around_a_word_stay_with_it_and_figures_are_never_parted() -> None:
    assert parted("»Resultataftale«,") == "»Resul-tat-af-tale«,"
    assert parted("1234567890123456789") == "1234567890123456789"
    assert parted("mål") == "mål"


def test_a_word_that_fits_is_left_whole_where_little_air_would_be_left() -> None:
    text = "Vi har alle et fælles ansvar for de unge i kommunen og samarbejder med skolebestyrelsen om det hver dag."
    for width in range(150, 480, 5):
        for row in rows(text, float(width)):
            assert not row.endswith(BREAK_HYPHEN) or width < 200


def test_a_long_word_after_a_short_one_is_parted_rather_than_leave_a_line_nearly_empty() -> None:
    (first, *_) = rows(f"Om {LONG} og mere", 75 * MM)
    assert first.startswith("Om virksomheds") and first.endswith(BREAK_HYPHEN)
    assert rows(f"Om {LONG} og mere", 75 * MM, danish=False)[0] == "Om"
    assert rows(f"Om {LONG}", 130 * MM, size=17)[0] == "Om", "a heading is not parted as long as it fits"


def test_a_word_that_is_wider_than_its_column_is_parted_where_it_may_be() -> None:
    found = rows(LONG, 30 * MM)
    assert all(row.endswith(BREAK_HYPHEN) for row in found[:-1])
    assert "".join(found).replace(BREAK_HYPHEN, "") == LONG
    edges = [sum(len(row.rstrip(BREAK_HYPHEN)) for row in found[:place]) for place in range(1, len(found))]
    assert set(edges) <= set(TYPEFACES.hyphens.breaks(LONG))


def test_words_of_another_language_are_not_parted_by_danish_rules() -> None:
    chapter = Chapter(number="1", heading="One", text="og " * 22 + LONG)
    for language, seen in (("da", True), ("en", False)):
        paper = replace(school_agreement(), chapters=(chapter,), language=language)
        document = reading.opened(render_agreement(paper, typefaces=TYPEFACES, made_at=MADE_AT).pdf)
        assert (BREAK_HYPHEN in reading.tree_text(document)) is seen


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(categories=("L", "M", "P", "N", "Z")), max_size=60), st.floats(20, 300), st.booleans())
def test_whatever_is_parted_no_letter_is_lost(text: str, width: float, danish: bool) -> None:
    lines = broken(TYPEFACES, REGULAR, 9.75, text, width, danish)
    whole = reading.letters("".join(map(said, lines)))
    plain = reading.letters("".join(map(said, broken(TYPEFACES, REGULAR, 9.75, text, width))))
    assert whole == plain


@given(st.text("aeimnrstvæøå -.»", max_size=90), st.floats(30, 300))
def test_no_line_is_wider_than_its_column(text: str, width: float) -> None:
    assert all(line.width <= width + 0.01 for line in broken(TYPEFACES, REGULAR, 9.75, text, width, True))


@given(st.text("abcdefghijklmnoprstuvyæøå", max_size=30))
def test_no_part_of_a_word_is_shorter_than_three_letters_at_its_ends(word: str) -> None:
    breaks = Hyphens(["over-ens-komst"]).breaks(word)
    assert all(LEAST <= place <= len(word) - LEAST for place in breaks)
    assert list(breaks) == sorted(set(breaks))
