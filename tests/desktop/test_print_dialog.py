"""Printing in the real window: the preview is the paper, and a printer gets every page."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from strategikort.desktop.look.settings import Settings
from strategikort.desktop.paper.print_dialog import PrintDialog
from tests.desktop.conftest import Shown


def dialog_of(qtbot: QtBot, shown: Shown, settings: Settings) -> PrintDialog:
    dialog = PrintDialog(shown.bridge, settings, shown.window)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: not dialog.form.page.pixmap().isNull(), timeout=30_000)
    return dialog


def test_the_preview_goes_from_page_to_page(qtbot: QtBot, shown: Shown, settings: Settings) -> None:
    dialog = dialog_of(qtbot, shown, settings)
    pages = dialog.paper(dialog.current).pages
    assert pages > 1
    assert dialog.form.page_number.text() == f"Side 1 af {pages}"
    first = dialog.form.page.pixmap().toImage()
    assert not dialog.form.earlier.isEnabled()
    for _ in range(pages - 1):
        dialog.form.later.click()
    assert dialog.form.page_number.text() == f"Side {pages} af {pages}"
    assert not dialog.form.later.isEnabled()
    assert dialog.form.page.pixmap().toImage() != first


def test_a_page_is_as_broad_with_a_bar_beside_it_as_without(qtbot: QtBot, shown: Shown, settings: Settings) -> None:
    """A bar that came and went by the size of the page would make it larger and smaller without end."""
    dialog = dialog_of(qtbot, shown, settings)
    bar, widths = dialog.form.preview.verticalScrollBar(), set[int]()
    for height, rolled in ((700, True), (1600, False)):
        dialog.resize(980, height)
        qtbot.waitUntil(lambda there=rolled: bar.isVisible() is there)
        dialog.refresh()
        widths.add(dialog.form.page.pixmap().width())
    assert len(widths) == 1


def test_one_agreement_is_offered_under_a_name_that_people_use(qtbot: QtBot, shown: Shown, settings: Settings) -> None:
    dialog = dialog_of(qtbot, shown, settings)
    dialog.ask_where()
    files = dialog.findChild(QFileDialog)
    assert [Path(name).name for name in files.selectedFiles()] == ["Strandskolen – decentral aftale 2015.pdf"]
    files.close()


def test_nothing_ticked_prints_nothing(qtbot: QtBot, shown: Shown, settings: Settings) -> None:
    dialog = dialog_of(qtbot, shown, settings)
    dialog.form.none_button.click()
    assert not dialog.form.to_printer.isEnabled() and not dialog.form.save_pdf.isEnabled()
    dialog.form.all_button.click()
    assert dialog.form.to_printer.isEnabled() and dialog.form.save_pdf.isEnabled()


def test_a_printer_gets_every_page_of_the_paper(qtbot: QtBot, shown: Shown, settings: Settings, tmp_path: Path) -> None:
    dialog = dialog_of(qtbot, shown, settings)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setResolution(100)
    target = tmp_path / "printer.pdf"
    printer.setOutputFileName(str(target))
    pages = dialog.paper(dialog.current).pages
    assert dialog.print_on(printer) == pages
    printed = pypdfium2.PdfDocument(target)
    assert len(printed) == pages
    dots = printed[0].render(scale=0.3).to_numpy()
    printed.close()
    assert dots.min() < 128 < dots.max(), "the page is not blank"


@pytest.mark.qt_log_ignore("^QPainter::begin")  # Qt itself warns of the printer that it cannot write to
def test_a_printer_that_does_not_answer_is_told(qtbot: QtBot, shown: Shown, settings: Settings, tmp_path: Path) -> None:
    dialog = dialog_of(qtbot, shown, settings)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "findes ikke" / "printer.pdf"))
    dialog._printer = printer
    dialog._print()
    assert dialog.form.chosen.text().startswith("Printeren svarer ikke.")
