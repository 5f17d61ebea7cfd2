"""Printing a map in the real window: the preview is the paper, small text is mended, files and printer agree."""

from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from strategikort.application.drawing import dress
from strategikort.application.map_printing import PaperSize
from strategikort.desktop.canvas.keeping import keep_places
from strategikort.desktop.look.settings import Settings
from strategikort.desktop.look.theme import light
from strategikort.desktop.paper.map_print_dialog import MapPrintDialog
from strategikort.desktop.paper.paper_printer import page_picture
from strategikort.desktop.sharing.clipboard import SVG
from strategikort.domain.goals import Goal, GoalKind
from tests.desktop.conftest import Shown


def dialog_of(qtbot: QtBot, shown: Shown, settings: Settings) -> MapPrintDialog:
    dialog = MapPrintDialog(shown.bridge, settings, shown.window.map_area, shown.window)
    qtbot.addWidget(dialog)
    dialog.show()
    seen(qtbot, dialog)
    return dialog


def seen(qtbot: QtBot, dialog: MapPrintDialog) -> None:
    """Wait until the preview shows what is chosen."""
    qtbot.waitUntil(lambda: not dialog.preview._soon.isActive() and dialog._paper is not None, timeout=30_000)


def words_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    text = "\n".join(document[page].get_textpage().get_text_range() for page in range(len(document)))
    document.close()
    return text


def test_the_action_opens_the_dialog_with_the_map_that_is_shown(qtbot: QtBot, shown: Shown) -> None:
    shown.window.actions_by_id["print_map"].trigger()
    dialog = shown.window.findChild(MapPrintDialog)
    seen(qtbot, dialog)
    assert dialog.form.map.currentText() == "Kort over skolerne"
    assert dialog.sheets.size is PaperSize.A3, "the paper that the map is made for"
    dialog.reject()


def test_everything_on_the_map_is_on_the_paper_once(qtbot: QtBot, shown: Shown, settings: Settings) -> None:
    dialog = dialog_of(qtbot, shown, settings)
    text = " ".join(words_of(dialog.paper.pdf).split())
    for card in shown.window.map_area.view.map_scene.picture.cards.values():
        assert text.count(card.title) == 1, card.title
    assert "Kort over skolerne" in text and "15. februar 2015" in text and "Side 1 af 1" in text


def test_the_preview_is_the_paper(qtbot: QtBot, shown: Shown, settings: Settings) -> None:
    dialog = dialog_of(qtbot, shown, settings)
    pixmap = dialog.form.page.pixmap()
    ratio, page = pixmap.devicePixelRatio(), dialog.sheets.page
    again = page_picture(dialog.paper.pdf, 0, pixmap.width() / ratio * 72 / page[0] * ratio)
    assert pixmap.width() / pixmap.height() == pytest.approx(page[0] / page[1], abs=0.01)
    assert abs(again.width() - pixmap.width()) <= 1


def wide_map(shown: Shown) -> None:
    """Let the goals of the map stand far apart."""
    scene = shown.window.map_area.view.map_scene
    placed = [one for one in scene.card_items() if one.card.kind is GoalKind.POLITICAL_GOAL]
    placed[-1].move_to(2_600, placed[-1].y)
    keep_places(scene, placed)


def test_small_text_is_told_and_mended_with_more_sheets(qtbot: QtBot, shown: Shown, settings: Settings) -> None:
    wide_map(shown)
    dialog = dialog_of(qtbot, shown, settings)
    dialog.form.size.setCurrentIndex(0)
    seen(qtbot, dialog)
    assert "punkt og er svær at læse" in dialog.form.small.text()
    assert dialog.form.enlarge.isVisible()
    dialog.form.enlarge.click()
    seen(qtbot, dialog)
    assert not dialog.form.enlarge.isVisible() and not dialog.form.small.isVisible()
    assert dialog.paper.pages > 1
    assert "A1 af " in words_of(dialog.paper.pdf)
    assert dialog.form.later.isEnabled()
    first = dialog.form.page.pixmap().toImage()
    dialog.form.later.click()
    assert dialog.form.page_number.text() == f"Side 2 af {dialog.paper.pages}"
    assert dialog.form.page.pixmap().toImage() != first


def test_paper_and_way_up_are_as_chosen(qtbot: QtBot, shown: Shown, settings: Settings) -> None:
    dialog = dialog_of(qtbot, shown, settings)
    for size, way, millimetres in ((0, 2, (210, 297)), (1, 1, (420, 297)), (1, 2, (297, 420))):
        dialog.form.size.setCurrentIndex(size)
        dialog.form.way.setCurrentIndex(way)
        seen(qtbot, dialog)
        document = pypdfium2.PdfDocument(dialog.paper.pdf)
        assert tuple(round(side / 72 * 25.4) for side in document[0].get_size()) == millimetres
        document.close()


def test_the_map_is_saved_as_pdf_svg_and_png(qtbot: QtBot, shown: Shown, settings: Settings, tmp_path: Path) -> None:
    dialog = dialog_of(qtbot, shown, settings)
    for suffix, head in (("pdf", b"%PDF"), ("svg", b"<?xml"), ("png", b"\x89PNG")):
        target = tmp_path / f"kort.{suffix}"
        dialog.save_file(str(target))
        assert target.read_bytes().startswith(head)
        assert str(target) in dialog.form.said.text()
    assert (tmp_path / "kort.pdf").read_bytes() == dialog.paper.pdf
    with Image.open(BytesIO((tmp_path / "kort.png").read_bytes())) as picture:
        assert picture.info["dpi"] == pytest.approx((300, 300), abs=0.1)
    dialog.save_file(str(tmp_path))
    assert dialog.form.said.text().startswith("Der er en mappe, der hedder ")


def test_a_file_is_offered_under_the_name_of_the_map(qtbot: QtBot, shown: Shown, settings: Settings) -> None:
    dialog = dialog_of(qtbot, shown, settings)
    dialog.ask_where()
    files = dialog.findChild(QFileDialog)
    assert [Path(name).name for name in files.selectedFiles()] == ["Kort over skolerne.pdf"]
    files.close()


def test_a_printer_gets_every_sheet_in_the_paper_that_is_chosen(
    qtbot: QtBot, shown: Shown, settings: Settings, tmp_path: Path
) -> None:
    wide_map(shown)
    dialog = dialog_of(qtbot, shown, settings)
    dialog.form.size.setCurrentIndex(0)
    seen(qtbot, dialog)
    dialog.use_more_sheets()
    seen(qtbot, dialog)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setResolution(72)
    target = tmp_path / "printer.pdf"
    printer.setOutputFileName(str(target))
    dialog.fit_printer(printer)
    assert dialog.print_on(printer) == dialog.paper.pages
    sent, made = pypdfium2.PdfDocument(target), pypdfium2.PdfDocument(dialog.paper.pdf)
    assert [page.get_size() for page in sent] == [pytest.approx(page.get_size(), abs=1) for page in made]
    assert sent[0].render(scale=0.5).to_numpy().min() < 128
    sent.close()
    made.close()


def test_a_thread_that_is_looked_at_prints_as_it_is_seen(qtbot: QtBot, shown: Shown, settings: Settings) -> None:
    plain = dialog_of(qtbot, shown, settings)
    assert not plain.form.faded.isVisible()
    shown.select("Flere starter hos os")
    dialog = dialog_of(qtbot, shown, settings)
    assert dialog.form.faded.isVisible() and dialog.form.faded.isChecked()
    faded = dialog.paper.pdf
    loose = next(goal.id for goal in shown.document.all(Goal).values() if goal.title == "Ny legeplads")
    assert dialog.shown.faded >= {loose}
    dialog.form.faded.click()
    seen(qtbot, dialog)
    assert dialog.paper.pdf != faded


def test_the_map_is_put_on_the_clipboard_as_a_picture(shown: Shown) -> None:
    shown.window.actions_by_id["copy_map"].trigger()
    QCoreApplication.processEvents()
    data = QGuiApplication.clipboard().mimeData()
    image = QGuiApplication.clipboard().image()
    assert data.hasImage() and image.width() > 800
    svg = bytes(data.data("image/svg+xml").data()).decode()
    assert "Flere vælger skolen" in svg


def test_paper_wears_the_colours_of_the_bright_window() -> None:
    bright = light()
    assert {kind: colour.lower() for kind, colour in dress.OF_KIND.items()} == {
        kind: bright.of_kind(kind).name() for kind in GoalKind
    }
    worn = (dress.PAPER, dress.TEXT, dress.MUTED, dress.BORDER, dress.LINK, dress.ERROR)
    window = (bright.surface, bright.text, bright.muted, bright.border, bright.link, bright.error)
    assert [colour.lower() for colour in worn] == [colour.name() for colour in window]


def test_what_is_hidden_on_the_screen_is_left_out_on_paper_in_files_and_in_the_picture_copied(
    qtbot: QtBot, shown: Shown, settings: Settings
) -> None:
    shown.window.map_area.open_map(None)
    shown.window.search.setText("åbent")
    shown.window.actions_by_id["hide_rest"].trigger()
    dialog = dialog_of(qtbot, shown, settings)
    assert dialog.form.faded.text() == "Udelad det, der er skjult på skærmen"
    for text in (words_of(dialog.paper.pdf), dialog.press.svg(dialog.shown).decode()):
        assert "Åbent hus" in text and "Ny legeplads" not in text
    shown.window.actions_by_id["copy_map"].trigger()
    copied = bytes(QGuiApplication.clipboard().mimeData().data(SVG).data()).decode()
    assert "Åbent hus" in copied and "Ny legeplads" not in copied
    dialog.form.faded.setChecked(False)
    seen(qtbot, dialog)
    assert "Ny legeplads" in words_of(dialog.paper.pdf)


def test_a_search_without_hits_that_hides_the_rest_prints_an_empty_map(
    qtbot: QtBot, shown: Shown, settings: Settings
) -> None:
    shown.window.map_area.open_map(None)
    shown.window.search.setText("findes slet ikke")
    shown.window.actions_by_id["hide_rest"].trigger()
    dialog = dialog_of(qtbot, shown, settings)
    assert "Åbent hus" not in words_of(dialog.paper.pdf)
