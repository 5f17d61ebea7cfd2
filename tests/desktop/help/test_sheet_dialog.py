"""A sheet for a role is seen, saved and printed, from the help and from the menu."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from strategikort.desktop.help.sheet_dialog import SheetDialog
from strategikort.desktop.program import Program


@pytest.fixture
def dialog(program: Program, qtbot: QtBot) -> Iterator[SheetDialog]:
    """The sheets, asked for from the sheet that is read in the help."""
    start = program.show_start()
    help = program.help.show_page("sheet_director")
    qtbot.waitUntil(lambda: QApplication.activeWindow() is help)
    assert help.sheet.text() == "&Udskriv ark til direktøren ..."
    help.sheet.click()
    made = start.findChild(SheetDialog)
    qtbot.waitUntil(lambda: not made.form.page.pixmap().isNull(), timeout=30_000)
    yield made
    program.help.close()


def test_the_sheet_that_is_read_is_the_first_that_is_offered(dialog: SheetDialog) -> None:
    assert dialog.current == "sheet_director"
    assert dialog.form.page_number.text() == "Side 1 af 1"
    first = dialog.form.page.pixmap().toImage()
    dialog.choose("sheet_secretary")
    dialog.refresh()
    assert dialog.form.page.pixmap().toImage() != first


def test_a_page_that_is_no_sheet_offers_all(program: Program) -> None:
    start = program.show_start()
    help = program.help.show_page("map#link")
    assert help.sheet.text() == "&Udskriv ark til en rolle ..."
    help.sheet.click()
    assert start.findChild(SheetDialog).current == "sheet_chief"
    program.help.close()


def test_what_is_saved_is_what_is_seen(dialog: SheetDialog, tmp_path: Path) -> None:
    target = tmp_path / "ark.pdf"
    dialog.save_file(str(target))
    assert target.read_bytes() == dialog.paper.pdf
    assert dialog.form.said.text() == f"Gemt som {target}"
    dialog.save_file(str(tmp_path))
    assert dialog.form.said.text().startswith("Der er en mappe, der hedder ")


def test_a_printer_is_asked_for_and_gets_one_page(dialog: SheetDialog, tmp_path: Path) -> None:
    dialog.form.to_printer.click()
    printer = dialog._printer
    assert printer is not None
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setResolution(100)
    printer.setOutputFileName(str(tmp_path / "printer.pdf"))
    asked = dialog.findChild(QPrintDialog)
    assert asked.isVisible() and asked.isModal(), "it is open, and nothing waits for it"
    asked.done(QPrintDialog.DialogCode.Accepted)
    assert dialog.form.said.text() == "1 ark sendt til printeren"
    with pypdfium2.PdfDocument(tmp_path / "printer.pdf") as printed:
        assert len(printed) == 1


def test_the_help_for_the_sheets_can_be_read_beside_them(program: Program, dialog: SheetDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    QTest.keyClick(dialog.form.list, Qt.Key.Key_F1)
    help = program.help.window
    assert help is not None and help.target == "print#sheet"
    QTest.mouseClick(help.back, Qt.MouseButton.LeftButton)
    assert help.target == "sheet_director"


def test_a_sheet_is_printed_from_the_menu_of_the_start_page_too(program: Program) -> None:
    start = program.show_start()
    start.actions_by_id["print_sheet"].trigger()
    assert start.findChild(SheetDialog).isVisible()
