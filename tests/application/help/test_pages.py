"""Help as data: every page can be read, every link leads somewhere, a search finds what is said."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategikort.application.help.book import Book, read_book
from strategikort.application.help.pages import Bit, Role, Shape, read_page
from strategikort.application.help.searching import hits
from strategikort.application.help.showing import html, said
from strategikort.application.resources import resource_files


@dataclass(frozen=True, slots=True)
class PlainNames:
    """The names as they stand in the pages, without a window."""

    def action(self, id: str) -> str:
        """The id."""
        return id

    def key(self, key: str) -> str:
        """The key."""
        return key


NAMES = PlainNames()
LANGUAGES = ("da",)


@pytest.fixture(params=LANGUAGES)
def book(request: pytest.FixtureRequest) -> Book:
    return read_book(request.param)


def test_a_page_has_its_title_sections_paragraphs_items_and_steps() -> None:
    page = read_page("one", "# Kort\n\nEt kort.\n\n## Lav {#make}\n\n1. Vælg [[new]].\n2. Tryk `Enter`.\n\n- **Luk**\n")
    assert page.title == "Kort"
    first, second = page.sections
    assert (first.heading, second.heading, second.anchor) == ("", "Lav", "make")
    assert [block.shape for block in second.blocks] == [Shape.STEPS, Shape.ITEMS]
    assert second.blocks[0].lines[0] == (Bit(Role.PLAIN, "Vælg "), Bit(Role.ACTION, "new"), Bit(Role.PLAIN, "."))
    assert [bit.role for bit in page.bits if bit.role is not Role.PLAIN] == [Role.ACTION, Role.KEY, Role.SHOWN]


@pytest.mark.parametrize("text", ["Kort", "## Kort {#map}", "# Kort\n## Uden sted", "# Kort\n### For dybt {#deep}"])
def test_a_page_without_title_or_a_heading_without_anchor_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no (title|anchor)"):
        read_page("one", text)


@given(st.text(alphabet=st.characters(blacklist_categories=("Cs", "Cc")), min_size=1))
def test_no_letter_of_a_line_is_lost_or_becomes_a_tag(text: str) -> None:
    line = text.replace("*", "").replace("`", "").replace("[", "").replace("#", "").strip()
    (*_,) = page = read_page("one", f"# Titel\n\nx {line}").sections
    words = "".join(said(row, NAMES) for section in page for row in section.lines)
    assert "".join(words.split()) == "".join(f"x{line}".split())
    shown = html(read_page("one", f"# Titel\n\nx {line}"), NAMES)
    assert shown.count("<") == 2 * 2


def test_every_page_that_is_written_is_in_the_book(book: Book) -> None:
    files = {file.name.removesuffix(".md") for file in resource_files("help", book.language, suffix=".md")}
    assert files == set(book.pages)
    assert len({page.title for page in book.pages.values()}) == len(book.pages)


def test_every_link_and_every_place_leads_to_a_page(book: Book) -> None:
    links = [bit.target for page in book.pages.values() for bit in page.bits if bit.role is Role.LINK]
    assert len(links) > 5
    assert [target for target in (*links, *book.places.values()) if book.page(target) is None] == []


def test_no_anchor_stands_twice_on_a_page(book: Book) -> None:
    for page in book.pages.values():
        anchors = [section.anchor for section in page.sections]
        assert len(set(anchors)) == len(anchors), page.name


def test_a_place_that_is_not_there_is_no_page(book: Book) -> None:
    assert book.page("nowhere") is None
    assert book.page("map#nowhere") is None
    assert book.page("map#link") is book.pages["map"]


def test_help_for_a_place_is_that_of_the_nearest_around_it(book: Book) -> None:
    assert book.at(["QLineEdit", "GoalPanel", "DocumentWindow"]) == "goal"
    assert book.at(["QLineEdit"]) == "start"


def test_a_language_without_help_has_that_of_the_first() -> None:
    assert read_book("en").language == "da"


def test_a_search_finds_sections_by_the_beginnings_of_their_words() -> None:
    book = read_book("da")
    assert hits(book, "", NAMES) == []
    assert [hit.target for hit in hits(book, "brudt traad", NAMES)][0] == "findings#broken"
    assert hits(book, "BRUDT TRÅD", NAMES) == hits(book, "brudt tråd", NAMES)
    assert hits(book, "traktor", NAMES) == []
    (first, *_) = hits(book, "omdoeb", NAMES)
    assert (first.target, first.title) == ("map#rename", "Kortet: Omdøb et mål")


@given(st.text(max_size=30))
def test_whatever_is_looked_for_every_hit_is_a_place(wanted: str) -> None:
    book = read_book("da")
    assert all(book.page(hit.target) for hit in hits(book, wanted, NAMES))
