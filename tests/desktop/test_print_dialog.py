"""Printing in the real window: the preview is the paper, and a printer gets every page."""

from pathlib import Path

import pypdfium2
import pytest
from docx import Document as WordFile
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from strategikort.application.printing import named
from strategikort.desktop.look.settings import Settings
from strategikort.desktop.paper.print_dialog import PrintDialog
from strategikort.desktop.program import Program
from strategikort.desktop.window.main_window import DocumentWindow
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


@pytest.fixture
def town(program: Program) -> DocumentWindow:
    """The whole sample, in which there are agreements for a folder."""
    window = program.open_sample()
    assert window is not None
    return window


def chosen(qtbot: QtBot, window: DocumentWindow, settings: Settings, number: int) -> PrintDialog:
    """The dialog with so many agreements of the year ticked."""
    dialog = PrintDialog(window.bridge, settings, window)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.form.none_button.click()
    for row in range(dialog._model.rowCount()):
        if "2015" in dialog._model.item(row).text() and len(dialog.chosen) < number:
            dialog._model.item(row).setCheckState(Qt.CheckState.Checked)
    assert len(dialog.chosen) == number
    return dialog


def ended(qtbot: QtBot, dialog: PrintDialog) -> None:
    qtbot.waitUntil(lambda: not dialog.batch.running, timeout=60_000)


def test_of_twelve_agreements_one_that_cannot_be_written_stops_none_of_the_others(
    qtbot: QtBot, town: DocumentWindow, settings: Settings, tmp_path: Path
) -> None:
    dialog = chosen(qtbot, town, settings, 12)
    names = [name for name, _ in named(town.bridge.document, dialog.chosen)]
    (tmp_path / names[4]).mkdir()
    dialog.save_folder(str(tmp_path))
    assert dialog.form.stop.isVisible() and not dialog.form.save_pdf.isEnabled()
    ended(qtbot, dialog)
    made = [name for name in names if (tmp_path / name).is_file()]
    assert made == [name for name in names if name != names[4]]
    assert all(pypdfium2.PdfDocument(tmp_path / name) for name in made)
    said = dialog.form.chosen.text().splitlines()
    assert said == [f"11 filer gemt i {tmp_path}", "1 aftale kunne ikke gemmes:"]
    unit = dialog._model.item(dialog._agreements.index(dialog.chosen[4])).text().partition(" · ")[0]
    assert dialog.form.failures.isVisible() and dialog.form.failures.toPlainText() == (
        f"{unit}: Der er en mappe, der hedder {names[4]}. Giv filen et andet navn."
    )
    assert dialog.form.save_pdf.isEnabled() and not dialog.form.progress.isVisible()


def test_a_batch_that_is_stopped_leaves_whole_files_and_the_window_goes_on_meanwhile(
    qtbot: QtBot, town: DocumentWindow, settings: Settings, tmp_path: Path
) -> None:
    dialog = chosen(qtbot, town, settings, 12)
    dialog.save_folder(str(tmp_path))
    qtbot.waitUntil(lambda: dialog.form.progress.value() >= 3, timeout=60_000)
    town.bridge.select([])
    QTest.keyClick(dialog.form.stop, Qt.Key.Key_Space)
    assert not dialog.batch.running
    made = list(tmp_path.glob("*.pdf"))
    assert 3 <= len(made) < 12 and all(pypdfium2.PdfDocument(one) for one in made)
    assert dialog.form.chosen.text().endswith("Stoppet. Resten er ikke lavet.")


def test_each_form_is_seen_and_saved_under_a_name_of_its_own(
    qtbot: QtBot, town: DocumentWindow, settings: Settings, tmp_path: Path
) -> None:
    dialog = chosen(qtbot, town, settings, 2)
    assert [dialog.form.what.itemText(place) for place in range(4)] == [
        "Hele aftalen",
        "Kort form, to sider",
        "Et ark for hver indsats",
        "Kun arket til underskrift",
    ]
    for place in range(4):
        dialog.form.what.setCurrentIndex(place)
        assert dialog.form.save_word.isEnabled() is (place != 3)
        dialog.save_folder(str(tmp_path))
        ended(qtbot, dialog)
    assert len(list(tmp_path.glob("*.pdf"))) == 8
    assert len(list(tmp_path.glob("* – kort form.pdf"))) == 2
    assert all(len(pypdfium2.PdfDocument(one)) <= 2 for one in tmp_path.glob("* – kort form.pdf"))
    qtbot.waitUntil(lambda: dialog.form.page_number.text() == "Side 1 af 2", timeout=30_000)


def test_an_agreement_is_written_in_the_municipality_s_own_template_and_what_it_lacks_is_said(
    qtbot: QtBot, town: DocumentWindow, settings: Settings, tmp_path: Path
) -> None:
    word = WordFile()
    word.add_paragraph("Kommunens egen: {{ titel }}")
    word.save(str(tmp_path / "vores.docx"))
    dialog = chosen(qtbot, town, settings, 1)
    assert dialog.form.word_template.accessibleName() == "Word-skabelon: programmets egen"
    dialog.template.ask_which()
    files = dialog.findChild(QFileDialog)
    files.selectFile(str(tmp_path / "vores.docx"))
    dialog.template.use(str(tmp_path / "vores.docx"))
    files.close()
    assert dialog.form.word_template.accessibleName() == "Word-skabelon: vores.docx"
    dialog.save_file(str(tmp_path / "aftale.docx"))
    ended(qtbot, dialog)
    title = dialog.chosen[0].title
    assert [one.text for one in WordFile(str(tmp_path / "aftale.docx")).paragraphs] == [f"Kommunens egen: {title}"]
    assert "Skabelonen har ikke plads til: kommune, center, " in dialog.form.chosen.text()
    (tmp_path / "vores.docx").unlink()
    dialog.save_file(str(tmp_path / "igen.docx"))
    ended(qtbot, dialog)
    assert "kan ikke læses" in dialog.form.chosen.text() and not (tmp_path / "igen.docx").exists()
    dialog.template.own.trigger()
    dialog.save_file(str(tmp_path / "igen.docx"))
    ended(qtbot, dialog)
    assert "1 fil gemt" in dialog.form.chosen.text() and (tmp_path / "igen.docx").exists()


def test_a_template_to_begin_with_is_saved_from_the_menu(
    qtbot: QtBot, shown: Shown, settings: Settings, tmp_path: Path
) -> None:
    dialog = dialog_of(qtbot, shown, settings)
    dialog.template.save_start(str(tmp_path / "start.docx"))
    assert dialog.form.chosen.text().startswith(f"Skabelonen er gemt i {tmp_path / 'start.docx'}.")
    assert "{{ titel }}" in [one.text for one in WordFile(str(tmp_path / "start.docx")).paragraphs]
