"""Which sections of the help have all the words that somebody looks for."""

from dataclasses import dataclass

from strategikort.application.help.book import Book
from strategikort.application.help.pages import Page, Section
from strategikort.application.help.showing import Names, said
from strategikort.application.matching import plain


@dataclass(frozen=True, slots=True)
class Hit:
    """A section that was found: where it is and what it is called."""

    target: str
    title: str


def hits(book: Book, wanted: str, names: Names) -> list[Hit]:
    """The sections with every word of ``wanted``, those with all of them in their heading first; none for no words.

    A word fits where it begins a word; case, accents and how æ, ø and å are written do not matter.
    """
    words = [f" {word}" for word in plain(wanted).split()]
    if not words:
        return []
    found = [
        (not _has(title, words), Hit(f"{page.name}#{section.anchor}".removesuffix("#"), title))
        for page in book.pages.values()
        for section in page.sections
        if section.blocks
        for title in [_title(page, section)]
        if _has(f"{title} {' '.join(said(line, names) for line in section.lines)}", words)
    ]
    return [hit for _, hit in sorted(found, key=lambda one: one[0])]


def _title(page: Page, section: Section) -> str:
    return f"{page.title}: {section.heading}" if section.heading else page.title


def _has(text: str, words: list[str]) -> bool:
    apart = "".join(letter if letter.isalnum() else " " for letter in plain(text))
    return all(word in f" {apart}" for word in words)
