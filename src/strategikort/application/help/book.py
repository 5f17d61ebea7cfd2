"""All pages of help in one language, in order, and which place of the program each belongs to."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from strategikort.application.help.pages import Page, read_page
from strategikort.application.resources import resource

FIRST: Final = "da"
"""The language in which all help is written first; others follow."""


@dataclass(frozen=True, slots=True)
class Book:
    """The pages by name, in order. ``places`` gives the page, or ``page#anchor``, of a class of the window.

    ``sheets`` are the pages that are printed on one sheet for a role.
    """

    language: str
    pages: Mapping[str, Page]
    places: Mapping[str, str]
    sheets: tuple[str, ...]

    def at(self, classes: Iterable[str]) -> str:
        """Where the help for a place stands, whose classes are named from the inside out; the first page if nowhere."""
        return next((self.places[name] for name in classes if name in self.places), next(iter(self.pages)))

    def page(self, target: str) -> Page | None:
        """The page that ``page`` or ``page#anchor`` leads to; None if there is no such page or section."""
        name, _, anchor = target.partition("#")
        page = self.pages.get(name)
        return page if page and (not anchor or any(one.anchor == anchor for one in page.sections)) else None


@lru_cache(maxsize=2)
def read_book(language: str) -> Book:
    """The help in ``language``, or in the first one while it is not written in that."""
    table = tomllib.loads(resource("help", "book.toml").read_text(encoding="utf-8"))
    there = language if resource("help", language).is_dir() else FIRST
    names = (*table["pages"], *table["sheets"])
    pages = {name: read_page(name, resource("help", there, f"{name}.md").read_text(encoding="utf-8")) for name in names}
    return Book(there, pages, table["places"], tuple(table["sheets"]))
