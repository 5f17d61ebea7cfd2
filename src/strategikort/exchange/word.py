"""Reports as Word documents, for agendas: headings, lists and tables that Word knows as such, no layout of our own."""

from collections.abc import Iterable
from datetime import UTC, datetime
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph

from strategikort.domain.texts import in_xml
from strategikort.domain.written import Facts, Notes, Passage, Report, Table, Written

_LANGUAGES: Final = {"da": "da-DK", "en": "en-GB"}
_MUTED: Final = RGBColor(0x55, 0x63, 0x6F)


def word_document(report: Report, *, made_at: datetime) -> bytes:
    """The report as ``.docx``. The same report made at the same moment gives the same bytes."""
    word = Document()
    _dress(word, report)
    if report.over:
        _muted(word.add_paragraph(_plain(report.over)))
    word.add_heading(_plain(report.title) or report.nothing, 0)
    _facts(word, Facts(rows=report.facts), report.nothing)
    for passage in report.passages:
        _passage(word, passage, 1, report.nothing)
    _footer(word, report)
    about = word.core_properties
    about.title, about.author, about.comments = _plain(report.title), _plain(report.over), ""
    about.language = _LANGUAGES.get(report.language, report.language)
    about.created = about.modified = made_at.astimezone(UTC).replace(tzinfo=None)
    target = BytesIO()
    word.save(target)
    return steady(target.getvalue())


def _dress(word: WordDocument, report: Report) -> None:
    section = word.sections[0]
    long, short = Pt(841.89), Pt(595.28)
    section.page_width, section.page_height = (long, short) if report.broad else (short, long)
    section.orientation = WD_ORIENT.LANDSCAPE if report.broad else WD_ORIENT.PORTRAIT
    section.left_margin = section.right_margin = Pt(56.7)
    accent = RGBColor.from_string(report.accent.lstrip("#"))
    for name, size in (
        ("Normal", 10.5),
        ("Title", 24),
        ("Heading 1", 16),
        ("Heading 2", 12.5),
        ("Heading 3", 10.5),
        ("Footer", 9),
    ):
        style = word.styles[name]
        assert isinstance(style, ParagraphStyle)
        style.font.name, style.font.size = "Calibri", Pt(size)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        if name != "Normal":
            style.font.color.rgb = _MUTED if name == "Footer" else accent
    tongue = OxmlElement("w:lang")
    tongue.set(qn("w:val"), _LANGUAGES.get(report.language, report.language))
    properties = word.styles["Normal"].element.get_or_add_rPr()
    properties.append(tongue)


def _passage(word: WordDocument, passage: Passage, level: int, nothing: str) -> None:
    if passage.heading:
        head = word.add_heading(_plain(passage.heading), level)
        head.paragraph_format.page_break_before = passage.new_page or None
    if passage.note:
        _muted(word.add_paragraph(_plain(passage.note)))
    for text in passage.text.split("\n\n"):
        if text.strip():
            word.add_paragraph(_plain(text))
    for part in passage.parts:
        _part(word, part, level, nothing)


def _part(word: WordDocument, part: Written, level: int, nothing: str) -> None:
    match part:
        case Facts():
            _facts(word, part, nothing)
        case Table():
            _table(word, part, level + 1, nothing)
        case Notes():
            if part.label:
                word.add_heading(_plain(part.label), level + 1)
            for line in part.lines:
                word.add_paragraph(_plain(line), style="List Bullet")
        case Passage():
            _passage(word, part, level + 1, nothing)


def _facts(word: WordDocument, part: Facts, nothing: str) -> None:
    """A label in bold and what it stands for, a paragraph each: read in order by eye and by ear."""
    for label, value in part.rows:
        paragraph = word.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(2)
        paragraph.paragraph_format.keep_with_next = True
        paragraph.add_run(f"{_plain(label)}: ").bold = True
        paragraph.add_run(_plain(value) or nothing)


def _table(word: WordDocument, part: Table, level: int, nothing: str) -> None:
    if part.label:
        word.add_heading(_plain(part.label), level)
    room = word.sections[0]
    assert room.page_width and room.left_margin and room.right_margin
    across = room.page_width - room.left_margin - room.right_margin
    shares = sum(column.share for column in part.columns)
    widths = [int(across * column.share / shares) for column in part.columns]
    figures = [column.figures for column in part.columns]
    table = word.add_table(rows=1, cols=len(part.columns), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Emu(width)
    _fill(table.rows[0].cells, [column.head for column in part.columns], figures, widths, nothing)
    _headed(table.rows[0])
    for row, note in zip(part.rows, part.notes or [""] * len(part.rows), strict=True):
        cells = table.add_row().cells
        _fill(cells, row, figures, widths, nothing)
        if note:
            _muted(cells[0].add_paragraph(_plain(note)))
    word.add_paragraph()


def _fill(cells: tuple[_Cell, ...], texts: Iterable[str], figures: list[bool], widths: list[int], empty: str) -> None:
    for cell, text, right, width in zip(cells, texts, figures, widths, strict=True):
        cell.width = Emu(width)
        paragraph = cell.paragraphs[0]
        paragraph.add_run(_plain(text) or empty)
        paragraph.paragraph_format.space_after = Pt(0)
        if right:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _headed(row: _Row) -> None:
    """Have Word repeat a table's head on each page, which is how screen readers know it; bold on a light ground."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for cell in row.cells:
        ground = OxmlElement("w:shd")
        for name, value in (("val", "clear"), ("color", "auto"), ("fill", "F2F4F7")):
            ground.set(qn(f"w:{name}"), value)
        cell._tc.get_or_add_tcPr().append(ground)
        for run in cell.paragraphs[0].runs:
            run.bold = True


def _footer(word: WordDocument, report: Report) -> None:
    """The title, and the page's number as Word counts it."""
    paragraph = word.sections[0].footer.paragraphs[0]
    before, _, rest = report.page.partition("{n}")
    between, _, after = rest.partition("{m}")
    paragraph.add_run(f"{_plain(report.title)} · {before}")
    for text, counted in (("PAGE", between), ("NUMPAGES", after)):
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), text)
        paragraph._p.append(field)
        paragraph.add_run(counted)


def _muted(paragraph: Paragraph) -> None:
    for run in paragraph.runs:
        run.font.color.rgb = _MUTED
        run.font.size = Pt(9)


def _plain(text: str) -> str:
    """What a Word file can hold; line ends stay."""
    return "\n".join(in_xml(" ".join(line.split())) for line in text.split("\n"))


def steady(content: bytes) -> bytes:
    """The same file with no moment of its own in it."""
    target = BytesIO()
    with ZipFile(BytesIO(content)) as made, ZipFile(target, "w", ZIP_DEFLATED) as steady:
        for name in made.namelist():
            steady.writestr(ZipInfo(name), made.read(name), compress_type=ZIP_DEFLATED)
    return target.getvalue()
