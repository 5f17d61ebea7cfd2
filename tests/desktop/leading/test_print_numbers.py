"""What *Ledelse* shows is what goes out of it: on paper, in Word and in Excel, cell by cell, in the real window."""

import re
import zipfile
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from docx import Document as WordFile
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest

from strategikort.application.leading.handouts import Handout
from strategikort.application.leading.views import Gap
from strategikort.desktop.leading.view import LeadingView
from strategikort.desktop.look.settings import PRINT_FOLDER
from strategikort.desktop.paper.leading_print_dialog import LeadingPrintDialog
from strategikort.exchange.workbook import Cell, Sheet
from strategikort.reports.preview import page_count
from tests.desktop.conftest import Shown
from tests.reports import reading
from tests.reports.faults import faults

SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def leading_of(shown: Shown) -> LeadingView:
    shown.window.actions_by_id["view_leading"].trigger()
    return shown.window.views.leading


def dialog_of(shown: Shown, tab: int) -> LeadingPrintDialog:
    """The dialog, opened by the button of a page."""
    leading = leading_of(shown)
    leading.tabs.setCurrentIndex(tab)
    QTest.mouseClick(leading.print, Qt.MouseButton.LeftButton)
    (dialog,) = (one for one in shown.window.findChildren(LeadingPrintDialog) if one.isVisible())
    return dialog


def written(cell: Cell) -> str:
    return "–" if cell is None or cell == "" else str(cell)


def grid(sheet: Sheet) -> list[list[str]]:
    return [[written(cell) for cell in row] for row in sheet.rows]


def seen_on(shown: Shown, handout: Handout) -> list[Sheet]:
    """The tables of the screen that a handout tells."""
    leading = leading_of(shown)
    if handout is Handout.CENTRES:
        return [leading.centres.model.sheet]
    if handout is Handout.GOALS:
        return [leading.goals.model.sheet]
    if handout is Handout.COVERAGE:
        return [leading.matrix.model.sheet]
    found = []
    for gap in (Gap.DOWN, Gap.UP):
        leading.gap.setCurrentIndex(list(Gap).index(gap))
        found.append(leading.gaps.model.sheet)
    return found


def workbook_grids(content: bytes) -> list[list[list[str]]]:
    """The rows of each sheet below its row of columns, read as Excel reads them."""
    with zipfile.ZipFile(BytesIO(content)) as parts:
        strings = ElementTree.fromstring(parts.read("xl/sharedStrings.xml"))
        texts = ["".join(bit.text or "" for bit in one.iter(f"{SPACE}t")) for one in strings]
        names = sorted((one for one in parts.namelist() if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", one)), key=len)
        return [list(_rows(ElementTree.fromstring(parts.read(name)), texts)) for name in names]


def _rows(sheet: ElementTree.Element, texts: list[str]) -> list[list[str]]:
    found = []
    for row in sheet.iter(f"{SPACE}row"):
        cells: dict[int, str] = {}
        for cell in row:
            letters = re.match(r"[A-Z]+", cell.get("r", ""))
            assert letters is not None
            place = 0
            for letter in letters.group():
                place = place * 26 + ord(letter) - 64
            value = cell.find(f"{SPACE}v")
            if value is not None and value.text is not None:
                cells[place] = texts[int(value.text)] if cell.get("t") == "s" else value.text
        if cells:
            found.append([cells.get(place, "–") or "–" for place in range(1, max(cells) + 1)])
    return found


def holds(rows: list[list[str]], wanted: list[list[str]]) -> bool:
    """Whether the last rows of a sheet are the wanted ones; what is empty at the end of a row is not written."""
    padded = [row + ["–"] * (len(wanted[0]) - len(row)) for row in rows[-len(wanted) :]] if wanted else []
    return padded == wanted


@pytest.mark.parametrize(
    ("tab", "handout"), [(0, Handout.CENTRES), (1, Handout.GOALS), (2, Handout.COVERAGE), (3, Handout.GAPS)]
)
def test_screen_workbook_word_and_paper_say_the_same(
    sample_shown: Shown, tmp_path: Path, tab: int, handout: Handout
) -> None:
    dialog = dialog_of(sample_shown, tab)
    assert dialog.handout is handout
    files = {ending: tmp_path / f"tal.{ending}" for ending in ("pdf", "docx", "xlsx")}
    for file in files.values():
        dialog.save_file(str(file))
        assert dialog.form.said.text() == f"Gemt som {file}"
    dialog.reject()
    sheets = seen_on(sample_shown, handout)
    books = workbook_grids(files["xlsx"].read_bytes())
    assert len(books) == len(sheets)
    assert all(holds(book, grid(sheet)) for book, sheet in zip(books, sheets, strict=True))

    pdf = files["pdf"].read_bytes()
    assert faults(pdf) == []
    said = reading.letters(reading.tree_text(reading.opened(pdf)))
    told = slice(0, 2) if handout is Handout.GOALS else slice(None)  # figures of idle goals are not printed
    word = WordFile(BytesIO(files["docx"].read_bytes()))
    in_word = [tuple(cell.text for cell in row.cells) for table in word.tables for row in table.rows]
    for sheet in sheets:
        for row in grid(sheet):
            texts = [cell for cell in row[told] if not cell.isdigit()]
            assert all(reading.letters(cell) in said for cell in texts)
        if handout is not Handout.GOALS:
            joined = [cell for row in in_word for cell in row]
            assert all(joined.count(cell) >= row.count(cell) for row in grid(sheet) for cell in row)
    if handout is Handout.CENTRES:
        parts = [table.rows[1:] for table in word.tables if table.rows[0].cells[0].text == "Center"]
        rows = [
            [row[0].cells[0].text, *(cell.text for part in row for cell in part.cells[1:])]
            for row in zip(*parts, strict=True)
        ]
        assert rows == grid(sheets[0])
    assert sample_shown.window._settings.get(PRINT_FOLDER) == str(tmp_path)


def test_findings_go_out_with_their_exceptions_as_they_are_listed(sample_shown: Shown, tmp_path: Path) -> None:
    dialog = dialog_of(sample_shown, 3)
    dialog.form.what.setCurrentIndex(list(Handout).index(Handout.FINDINGS))
    assert dialog.form.part.isHidden()
    file = tmp_path / "fund.xlsx"
    dialog.save_file(str(file))
    findings, exceptions = workbook_grids(file.read_bytes())
    listed = sample_shown.bridge.settled()
    told = [sample_shown.bridge.say(one.message) for one in listed.findings]
    assert [row[3] for row in findings[-len(told) :]] == told and len(told) > 10
    assert len(exceptions) == 4 + len(listed.excepted)
    said = reading.letters(reading.tree_text(reading.opened(dialog.paper.pdf)))
    assert all(reading.letters(one) in said for one in told)


def test_a_committee_is_chosen_and_only_its_goals_are_printed(sample_shown: Shown, tmp_path: Path) -> None:
    dialog = dialog_of(sample_shown, 1)
    names = [dialog.form.part.itemText(row) for row in range(dialog.form.part.count())]
    assert names[0] == "Alle" and "Kulturudvalget" in names and dialog.form.part_label.text() == "Udvalg"
    every = dialog.paper.pages
    dialog.form.part.setCurrentIndex(names.index("Kulturudvalget"))
    said = reading.letters(reading.tree_text(reading.opened(dialog.paper.pdf)))
    assert reading.letters("Museerne får 700.000 besøg om året i 2020") in said
    assert reading.letters("Flere borgere forsørger sig selv") not in said and dialog.paper.pages < every
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printer.pdf"))
    assert dialog.print_on(printer) == dialog.paper.pages == page_count((tmp_path / "printer.pdf").read_bytes())


def test_a_place_that_cannot_be_written_is_told(sample_shown: Shown, tmp_path: Path) -> None:
    dialog = dialog_of(sample_shown, 0)
    dialog.save_file(str(tmp_path))
    assert dialog.form.said.text().startswith("Der er en mappe, der hedder ")
