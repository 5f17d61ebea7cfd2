"""The sheet of a role on paper: its page of the help as one page of A4 to hang beside the screen."""

from datetime import datetime
from typing import Final

from strategikort import __version__
from strategikort.application.help.book import Book
from strategikort.application.help.pages import Bit, Block, Page, Section, Shape, Words
from strategikort.application.help.showing import Names, said, stands_out
from strategikort.application.printing import moment, read_typefaces
from strategikort.application.wordings import wording
from strategikort.reports.model import Paper
from strategikort.reports.sheet import SheetBlock, SheetLine, SheetPaper, SheetPart, Span, render_sheet

_NAME: Final = "Strategikort"


def printed_sheet(book: Book, name: str, names: Names, *, made_at: datetime) -> Paper:
    """The sheet ``name`` of the book as a PDF of one page, in which actions and keys are called as the window does."""
    made_at = moment(made_at)
    sheet = sheet_paper(book.pages[name], names, language=book.language, made_at=made_at)
    return render_sheet(sheet, typefaces=read_typefaces(), made_at=made_at)


def sheet_paper(page: Page, names: Names, *, language: str, made_at: datetime) -> SheetPaper:
    """What stands on the sheet; at its foot the version and the day, for an old sheet on a wall is wrong one day."""
    day = wording(language).date(made_at.date())
    return SheetPaper(
        title=page.title,
        over=_NAME,
        parts=tuple(_part(section, names) for section in page.sections if section.blocks),
        foot=(f"{_NAME} {__version__}", day),
        language=language,
    )


def _part(section: Section, names: Names) -> SheetPart:
    """A section; one that has only things to know, and nothing to do, is set apart."""
    known = all(block.shape is Shape.ITEMS for block in section.blocks)
    return SheetPart(
        heading=section.heading, blocks=tuple(_block(block, names) for block in section.blocks), boxed=known
    )


def _block(block: Block, names: Names) -> SheetBlock:
    lines = tuple(_line(line, names) for line in block.lines)
    match block.shape:
        case Shape.STEPS:
            return SheetBlock(lines=lines, marks=tuple(f"{number}." for number in range(1, len(lines) + 1)))
        case Shape.ITEMS:
            return SheetBlock(lines=lines, marks=("•",) * len(lines))
        case Shape.PARAGRAPH:
            return SheetBlock(lines=lines)


def _line(words: Words, names: Names) -> SheetLine:
    return tuple(_span(bit, names) for bit in words)


def _span(bit: Bit, names: Names) -> Span:
    return Span(said((bit,), names), strong=stands_out(bit))
