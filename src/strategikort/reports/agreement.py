"""The agreement composed: its cover, then its chapters, as elements and slabs."""

from collections.abc import Sequence

from strategikort.domain.written import Facts, Notes, Table
from strategikort.reports.barcode import Barcode
from strategikort.reports.contents import Entry, contents, entries
from strategikort.reports.flow import AgreementFlow
from strategikort.reports.goals import goals
from strategikort.reports.lines import BLANKS, blank, joined
from strategikort.reports.looks import HEIGHT, LINE, MM, SHADE, WIDTH
from strategikort.reports.model import AgreementPaper, Chapter, Frame, Goals, Logo, Part, Signatures
from strategikort.reports.pages import NewPage, Placed, paged
from strategikort.reports.parts import chapter_head, facts, frame, notes, signatures, table
from strategikort.reports.pictures import picture
from strategikort.reports.slabs import Ground, Plate, Slab
from strategikort.reports.structure import Element
from strategikort.reports.typefaces import Typefaces

_LOGO_HIGH = 20 * MM
_LOGO_WIDE = 70 * MM


def composed(paper: AgreementPaper, typefaces: Typefaces) -> tuple[Element, list[list[Placed]]]:
    """The whole agreement: the root of its tree, and its pages.

    Raises:
        NoPicture: when the logo cannot be printed.
    """
    root = Element("Document")
    body = AgreementFlow(root, typefaces, paper, barcode(paper))
    for chapter in paper.chapters:
        _chapter(body, chapter)
    pages = paged(body.items, HEIGHT) if body.items else []
    front: list[list[Placed]] = [[]]
    for _ in range(2):
        cover = AgreementFlow(Element("Sect"), typefaces, paper)
        _cover(cover, paper, entries(pages, before=len(front)))
        front = paged(cover.items, HEIGHT)
        if len(front) == 1:
            break
    root.kids.insert(0, cover.root)
    return root, [*front, *pages]


def barcode(paper: AgreementPaper) -> Barcode | None:
    """The code of the paper's sheets; a draft has none, for it is not to be signed."""
    if paper.draft or not paper.identity:
        return None
    said = joined(paper.code, paper.version, paper.fingerprint)
    return Barcode(agreement=paper.identity, version=paper.number, check=paper.fingerprint, said=said)


def _cover(flow: AgreementFlow, paper: AgreementPaper, listed: Sequence[Entry]) -> None:
    looks, cover = flow.looks, flow.root
    if paper.logo is not None:
        flow.add(_plate(cover, paper.logo))
    flow.text(cover, "P", paper.municipality, looks.lead, before=8.0, width=WIDTH)
    flow.add(Slab(above=50 * MM if paper.logo is None else 34 * MM, keep=True))
    title = cover.add("H1")
    bookmark = (0, paper.title)
    flow.add(Slab(cells=(flow.cell(title, paper.title, looks.cover, 0, WIDTH),), keep=True, bookmark=bookmark))
    flow.text(cover, "P", paper.unit, looks.unit, before=6.0, width=WIDTH)
    flow.text(cover, "P", paper.centre, looks.lead, before=2.0, width=WIDTH)
    flow.add(Slab(above=18.0, rules=((0, WIDTH, LINE),), keep=bool(paper.facts)))
    facts(flow, cover, Facts(rows=paper.facts))
    if paper.draft:
        element = cover.add("P")
        said = f"{paper.words.draft_note} {paper.draft_why}".strip(BLANKS)
        cells = (flow.cell(element, said, looks.strong, 12, WIDTH - 24),)
        flow.add(Slab(cells=cells, before=20.0, above=9.0, below=9.0, ground=Ground(SHADE, looks.ink)))
    contents(flow, cover, listed)
    if not blank(paper.address):
        flow.text(cover, "P", paper.address, looks.small, before=22.0, width=WIDTH)


def _plate(under: Element, logo: Logo) -> Slab:
    shown = picture(logo.picture)
    scale = min(_LOGO_HIGH / shown.height, _LOGO_WIDE / shown.width)
    width, height = shown.width * scale, shown.height * scale
    figure = under.add("Figure", alt=logo.alt or "-")
    return Slab(plate=Plate(element=figure, picture=shown, width=width, height=height), keep=True)


def _chapter(flow: AgreementFlow, chapter: Chapter) -> None:
    if chapter.new_page:
        flow.add(NewPage())
    start = len(flow.items)
    around = flow.root.add("Sect")
    heading = f"{chapter.number} {chapter.heading}".strip(BLANKS) or flow.nothing
    chapter_head(flow, around, heading)
    flow.prose(around, chapter.text, before=3.0)
    for part in chapter.parts:
        _part(flow, around, part)
    if any(isinstance(part, Signatures) for part in chapter.parts):
        flow.keep_whole(start)


def _part(flow: AgreementFlow, under: Element, part: Part) -> None:
    match part:
        case Facts():
            facts(flow, under, part)
        case Frame():
            frame(flow, under, part)
        case Goals():
            goals(flow, under, part)
        case Table():
            table(flow, under, part)
        case Notes():
            notes(flow, under, part)
        case Signatures():
            signatures(flow, under, part)
