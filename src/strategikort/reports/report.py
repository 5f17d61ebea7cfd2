"""A report on paper: its title, what is said below it, and its passages, on pages that stand or lie."""

from datetime import datetime
from typing import Final

from strategikort.domain.written import Facts, Notes, Passage, Report, Table
from strategikort.reports.canvas import TaggedCanvas
from strategikort.reports.details import Details
from strategikort.reports.flow import Flow
from strategikort.reports.lines import blank
from strategikort.reports.looks import BROAD_PAGE, LINE, PAGE, Looks
from strategikort.reports.model import Paper
from strategikort.reports.pages import NewPage, paged
from strategikort.reports.painting import Surround, paint
from strategikort.reports.parts import chapter_head, facts, goal_head, notes, table
from strategikort.reports.saving import saved
from strategikort.reports.slabs import Slab
from strategikort.reports.structure import Element
from strategikort.reports.typefaces import Typefaces

_KEPT: Final = 0.4
"""A table that needs no more of a page than this is kept on one; a longer one would leave a hole before it."""


def render_report(report: Report, *, typefaces: Typefaces, made_at: datetime) -> Paper:
    """The report as a tagged PDF on A4. Equal reports, made at equal times, are equal byte for byte.

    Raises:
        ValueError: when ``made_at`` has no time zone.
    """
    root, looks = Element("Document"), Looks(report.ink, report.accent)
    size = BROAD_PAGE if report.broad else PAGE
    flow = Flow(root, typefaces, looks, report.nothing, language=report.language, page=size)
    _head(flow, report)
    for passage in report.passages:
        _chapter(flow, passage)
    pages = paged(flow.items, flow.height)
    canvas = TaggedCanvas(size, root)
    surround = Surround(
        header=(report.over, ""), footer=(report.title, ""), page=report.page, watermark="", style=looks.small
    )
    paint(canvas, pages, surround, typefaces)
    details = Details(title=report.title or "-", author=report.over, language=report.language, made_at=made_at)
    return saved(canvas, details, typefaces)


def _head(flow: Flow, report: Report) -> None:
    flow.text(flow.root, "P", report.over, flow.looks.accented, width=flow.width)
    title = flow.cell(flow.root.add("H1"), report.title or flow.nothing, flow.looks.title, 0, flow.width)
    flow.add(Slab(cells=(title,), below=9.0, keep=True, rules=((0, flow.width, LINE),)))
    facts(flow, flow.root, Facts(rows=report.facts))


def _chapter(flow: Flow, passage: Passage) -> None:
    if passage.new_page:
        flow.add(NewPage())
    around = flow.root.add("Sect")
    if not blank(passage.heading):
        chapter_head(flow, around, passage.heading)
    flow.text(around, "P", passage.note, flow.looks.small, before=2.0)
    _body(flow, around, passage, level=2 if blank(passage.heading) else 3)


def _passage(flow: Flow, around: Element, passage: Passage, *, level: int, first: bool) -> None:
    """A passage within another: kept on one page if it fits there."""
    start = len(flow.items)
    goal_head(flow, around, "", passage.heading, passage.note, level=level, first=first)
    _body(flow, around, passage, level=level + 1)
    flow.keep_whole(start)


def _body(flow: Flow, around: Element, passage: Passage, *, level: int) -> None:
    """What stands under a heading; labels and headings in it are of ``level``."""
    flow.prose(around, passage.text, before=3.0)
    first = True
    for part in passage.parts:
        match part:
            case Facts():
                facts(flow, around, part)
            case Table():
                start = len(flow.items)
                table(flow, around, part, label_kind=f"H{level}")
                flow.keep_whole(start, _KEPT)
            case Notes():
                notes(flow, around, part, label_kind=f"H{level}")
            case Passage():
                _passage(flow, around.add("Sect"), part, level=level, first=first)
                first = False
