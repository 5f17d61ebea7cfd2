"""The list of contents on the cover: chapters and goals, and the pages on which they begin."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from strategikort.reports.flow import AgreementFlow
from strategikort.reports.lines import blank
from strategikort.reports.looks import MM, WIDTH
from strategikort.reports.pages import Placed
from strategikort.reports.slabs import Slab
from strategikort.reports.structure import Element

_MOST: Final = 18
"""A longer list names chapters only."""
_PAGE: Final = 14 * MM
_INDENT: Final = 12.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A chapter (level 0) or goal (1) and the number of the page, as printed."""

    level: int
    title: str
    page: int


def entries(pages: Sequence[Sequence[Placed]], *, before: int) -> list[Entry]:
    """What is bookmarked on the pages, which have ``before`` pages before them."""
    found = [
        Entry(placed.slab.bookmark[0], placed.slab.bookmark[1], number)
        for number, page in enumerate(pages, before + 1)
        for placed in page
        if placed.slab.bookmark
    ]
    return found if len(found) <= _MOST else [entry for entry in found if entry.level == 0]


def contents(flow: AgreementFlow, under: Element, listed: Sequence[Entry]) -> None:
    """The list under its label; nothing when the paper has no word for it."""
    if blank(flow.words.contents) or not listed:
        return
    flow.text(under, "P", flow.words.contents, flow.looks.label, before=26.0)
    around = under.add("TOC")
    for entry in listed:
        item = around.add("TOCI")
        x = _INDENT * min(entry.level, 1)
        style = flow.looks.body if entry.level == 0 else flow.looks.small
        cells = flow.row(
            (item, entry.title, style, x, WIDTH - x - _PAGE),
            (item, str(entry.page), style, WIDTH - _PAGE, _PAGE),
            figures_last=True,
        )
        flow.add(Slab(cells=cells, before=2.5 if entry.level == 0 else 0.5))
