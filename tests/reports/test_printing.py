"""A printed agreement holds every letter of it, in order, tagged, on pages broken well, the same on every run."""

import hashlib
import os
import subprocess
import sys
import unicodedata
from dataclasses import replace
from datetime import datetime
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from strategikort.reports.lines import shown
from strategikort.reports.model import (
    AgreementPaper,
    Chapter,
    EffortRow,
    Frame,
    GoalBlock,
    Goals,
    Mark,
    Paper,
    Step,
)
from strategikort.reports.pictures import NoPicture
from strategikort.reports.printing import render_agreement
from strategikort.reports.typefaces import REGULAR, Typefaces
from tests.reports import expected, reading
from tests.reports.faults import faults
from tests.reports.papers import MADE_AT, SCHOOL_START, TYPEFACES, logo, school_agreement, signable

LOREM = "Skolen og hjemmet taler sammen om det, som barnet skal lære, og om hvordan det trives i klassen. "


def printed(paper: AgreementPaper) -> Paper:
    return render_agreement(paper, typefaces=TYPEFACES, made_at=MADE_AT)


def with_why(text: str) -> AgreementPaper:
    goal = replace(
        SCHOOL_START,
        title=text[:140] or "x",
        why=text,
        affects=text,
        indicators=tuple(replace(row, note=text) for row in SCHOOL_START.indicators),
        efforts=(EffortRow(title=text[:200], note=text),),
    )
    above = Frame(intro=text, steps=(Step(mark=Mark.SQUARE, kind=text[:40], title=text[:140], note=text, text=text),))
    chapter = Chapter(number="1", heading=text[:60], text=text, parts=(above, Goals(goals=(goal,))))
    return replace(school_agreement(), chapters=(chapter,))


def assert_read_back(paper: AgreementPaper) -> Paper:
    """The tree's text is the paper's, letter by letter, and nothing is painted that is not in the tree."""
    result = printed(paper)
    document = reading.opened(result.pdf)
    pages = [page for _, page in reading.bookmarks(document)[1:]]
    wanted = reading.letters("".join(expected.texts(paper, pages)))
    assert reading.letters(reading.tree_text(document)) == "".join(map(as_printed, wanted))
    assert not faults(result.pdf)
    return result


def as_printed(letter: str) -> str:
    """A letter as a reader hears it: itself, or its code where a file cannot hold it as text."""
    if TYPEFACES.face_of(letter, REGULAR) is not None:
        return letter
    never_text = letter in "\ufffc\ufffd" or ord(letter) & 0xFFFE == 0xFFFE
    return shown(letter) if never_text or unicodedata.category(letter) in ("Cc", "Cs", "Cf") else letter


@pytest.mark.parametrize(("draft", "goals"), list(product((False, True), (0, 1, 3, 9))))
def test_every_letter_of_an_agreement_is_in_the_tree_in_order(draft: bool, goals: int) -> None:
    assert assert_read_back(school_agreement(draft=draft, goal_count=goals)).missing == ()


@pytest.mark.parametrize(
    "text",
    [
        "<b>fed</b> & <img src='x'> <text>væk</text> &amp; ]]>",
        "\\( ) <</MCID 0>> BDC EMC",
        "Ελληνικά, русский, עברית, العربية, ≥ ≤ → ✓ ☐ ½ µ Ω",
        "Å\u030a e\u0301 ǅ ﬁ",
        "soft\u00adhyphen and no\u00a0break",
        "x" * 6000,
        "Målet " * 1000,
        "⇒" * 6000,
        "Speciallægepraksisplanlægningsstabiliseringsperiode" * 9,
        LOREM * 105,
        "- første\n- anden\n\n• tredje\n\tfjerde\r\nfemte",
        "a\u2028b\u2029c\x85d\x0be",
    ],
)
def test_odd_texts_are_printed_as_they_are(text: str) -> None:
    assert assert_read_back(with_why(text)).missing == ()


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Godt \U0001f600 gået", ("U+1F600",)),
        ("漢字", ("U+5B57", "U+6F22")),
        ("a\x07b\x00c", ("U+0000", "U+0007")),
        ("\u202eomvendt\u202c", ("U+202C", "U+202E")),
        ("\U0001f600" * 2000, ("U+1F600",)),
        ("\ud800", ("U+D800",)),
        ("\ue000\ufffe\ufeff", ("U+E000", "U+FEFF", "U+FFFE")),
    ],
)
def test_a_letter_that_no_face_has_is_shown_by_its_code_and_reported(text: str, missing: tuple[str, ...]) -> None:
    result = assert_read_back(with_why(text))
    assert result.missing == missing


ODD = st.text(
    st.one_of(
        st.characters(max_codepoint=0x17F),
        st.sampled_from(" \n\t\u00a0\u00ad-•<>&\\()[]{}%/\U0001f600\u200d\ufe0f"),
        st.characters(),
    ),
    max_size=120,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(title=ODD, why=ODD, more=ODD)
def test_any_text_is_read_back(title: str, why: str, more: str) -> None:
    said = title if title.strip() else "x"
    goal = GoalBlock(number="1", title=said, why=f"x{why}", efforts=(EffortRow(title=f"x{more}", owner="x"),))
    chapters = (Chapter(number="1", heading=f"x{title}", text=f"x{more}\n\nx{why}", parts=(Goals(goals=(goal,)),)),)
    assert_read_back(replace(school_agreement(), chapters=chapters, unit=f"x{title}", facts=(("x", f"x{why}"),)))


@pytest.mark.parametrize("goals", [1, 4, 12])
def test_each_page_says_which_it_is_of_how_many_and_of_which_agreement(goals: int) -> None:
    result = printed(school_agreement(goal_count=goals))
    document = reading.opened(result.pdf)
    assert len(document.pages) == result.pages
    for number, page in enumerate(document.pages, 1):
        footer = " ".join(reading.page_text(page).artifacts)
        assert f"Side {number} af {result.pages} " in footer
        assert "Decentral aftale 2015 · OE-SK-2015 · version 3 · 4f9c 21ab 77e0" in footer


def test_a_draft_says_so_across_each_page_and_as_text() -> None:
    document = reading.opened(printed(school_agreement(draft=True)).pdf)
    assert all("UDKAST " in reading.page_text(page).artifacts for page in document.pages)
    assert "Udkast. Aftalen kan ikke underskrives endnu." in reading.tree_text(document)
    final = reading.opened(printed(school_agreement()).pdf)
    assert "UDKAST" not in "".join("".join(reading.page_text(page).artifacts) for page in final.pages)


def test_equal_papers_are_equal_bytes_with_other_papers_between() -> None:
    first = printed(school_agreement()).pdf
    printed(with_why("Ελληνικά \U0001f600"))
    assert printed(school_agreement()).pdf == first


@pytest.mark.parametrize(("seed", "zone"), [("0", "UTC"), ("1", "Europe/Copenhagen"), ("77", "America/Lima")])
def test_another_process_makes_the_same_bytes(seed: str, zone: str) -> None:
    program = (
        "import hashlib; from tests.reports.papers import *; "
        "from strategikort.reports.printing import render_agreement; "
        "p = render_agreement(signable(school_agreement()), typefaces=TYPEFACES, made_at=MADE_AT); "
        "print(hashlib.sha256(p.pdf).hexdigest())"
    )
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": os.pathsep.join(sys.path)}
    run = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == hashlib.sha256(printed(signable(school_agreement())).pdf).hexdigest()


def test_a_time_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        render_agreement(school_agreement(), typefaces=TYPEFACES, made_at=datetime(2015, 2, 15))


def test_bookmarks_lead_to_chapters_and_under_them_to_goals() -> None:
    document = reading.opened(printed(school_agreement()).pdf)
    with document.open_outline() as outline:
        titles = [item.title for item in outline.root]
        goals = [item.title for item in outline.root[4].children]
    assert titles[:2] == ["Decentral aftale 2015", "1 Parter og løbetid"]
    assert titles[-1] == "7 Underskrifter"
    assert [goal.split()[0] for goal in goals] == ["4.1", "4.2", "4.3"]


@pytest.mark.parametrize("goals", [1, 6, 12])
def test_the_contents_name_the_pages_on_which_chapters_and_goals_stand(goals: int) -> None:
    document = reading.opened(printed(school_agreement(goal_count=goals)).pdf)
    texts = [reading.letters("".join(reading.page_text(page).marks.values())) for page in document.pages]
    marks = reading.bookmarks(document)[1:]
    assert len(marks) == 7 + goals
    for title, page in marks:
        assert reading.letters(title) in texts[page - 1]
        if goals <= 11:
            assert reading.letters(f"{title}{page}") in texts[0]
    chapters = [f"{title}{page}" for title, page in marks if "." not in title.split()[0]]
    assert all(reading.letters(line) in texts[0] for line in chapters)


def test_all_faces_are_embedded_and_the_file_is_small() -> None:
    result = printed(school_agreement(goal_count=5))
    document = reading.opened(result.pdf)
    fonts = document.pages[0].resources.Font
    assert len(fonts) == 2
    assert all("/FontFile2" in font.DescendantFonts[0].FontDescriptor for font in fonts.values())
    assert len(result.pdf) <= 150_000


def test_the_logo_has_words_and_a_damaged_one_is_refused() -> None:
    document = reading.opened(printed(school_agreement()).pdf)
    figures = [node for node in reading.elements(document.Root.StructTreeRoot.K) if node.get("/S") == "/Figure"]
    assert [str(figure.Alt) for figure in figures] == ["Øresø Kommunes våben"]
    with pytest.raises(NoPicture):
        printed(replace(school_agreement(), logo=replace(logo(), picture=b"\x89PNG\r\n\x1a\nnothing")))


def test_typefaces_of_a_missing_folder_are_refused(tmp_path: object) -> None:
    with pytest.raises(OSError):
        Typefaces.read(tmp_path / "none")  # type: ignore[operator]
