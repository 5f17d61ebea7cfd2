"""*Vis som tekst*: each preview gives its paper as text too, which is all that the paper says, and the pages again."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from strategikort.desktop.look.settings import Settings
from strategikort.desktop.paper.as_text import as_html
from strategikort.desktop.paper.map_print_dialog import MapPrintDialog
from strategikort.desktop.paper.page_preview import PreviewForm
from strategikort.desktop.paper.print_dialog import PrintDialog
from strategikort.reports.spoken import Sort, Told, read_out
from tests.desktop.conftest import Shown
from tests.desktop.test_agreements_view import write
from tests.reports.reading import letters

BULLETS = str.maketrans("", "", "\u2022\ufffc")


def agrees(form: PreviewForm, pdf: bytes) -> bool:
    """Whether the text that is seen is all that the paper says."""
    told = "".join(one.text + "".join(text for row in one.rows for text, _ in row) for one in read_out(pdf))
    return letters(form.text.toPlainText()).translate(BULLETS) == letters(told).translate(BULLETS)


def test_an_agreement_is_read_as_text_and_seen_as_pages_again(qtbot: QtBot, shown: Shown, settings: Settings) -> None:
    dialog = PrintDialog(shown.bridge, settings, shown.window)
    qtbot.addWidget(dialog)
    dialog.show()
    form = dialog.form
    qtbot.waitUntil(lambda: not form.page.pixmap().isNull(), timeout=30_000)
    assert form.as_text.text() == "Vis som tekst"
    form.as_text.setFocus()
    QTest.keyClick(form.as_text, Qt.Key.Key_Space)
    assert form.text.isVisible() and form.text.hasFocus() and not form.preview.isVisible()
    assert form.text.isReadOnly() and form.text.accessibleName() == "Papiret som tekst"
    assert agrees(form, dialog.paper(dialog.current).pdf)
    form.as_text.click()
    assert form.preview.isVisible() and not form.text.isVisible() and form.later.isVisible()


def test_a_map_is_read_as_text_too(qtbot: QtBot, shown: Shown, settings: Settings) -> None:
    dialog = MapPrintDialog(shown.bridge, settings, shown.window.map_area, shown.window)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog._paper is not None, timeout=30_000)
    dialog.form.as_text.click()
    qtbot.waitUntil(lambda: bool(dialog.form.text.toPlainText()), timeout=30_000)
    assert agrees(dialog.form, dialog._paper.pdf)


def test_the_paper_beside_the_text_of_an_agreement_follows_as_text(qtbot: QtBot, shown: Shown) -> None:
    shown.window.actions_by_id["view_agreements"].trigger()
    view = shown.window.views.agreements
    form = view.form
    form.show_paper.click()
    qtbot.waitUntil(lambda: not form.page.pixmap().isNull(), timeout=30_000)
    form.as_text.click()
    qtbot.waitUntil(lambda: "Underskrift" in form.text.toPlainText(), timeout=30_000)
    assert not form.preview.isVisible() and not form.page_number.isVisible()
    write(view, "core_task", "Vi lærer sammen, og det kan høres.")
    qtbot.waitUntil(lambda: "og det kan høres." in form.text.toPlainText(), timeout=30_000)


def test_markup_in_a_text_is_shown_and_not_followed() -> None:
    html = as_html(
        (
            Told(sort=Sort.HEADING, text="<b>A & B</b>", level=2),
            Told(sort=Sort.ITEM, text="<script>"),
            Told(sort=Sort.TABLE, rows=((("<i>", True),), (("1 < 2", False),))),
        )
    )
    assert html == (
        "<h2>&lt;b&gt;A &amp; B&lt;/b&gt;</h2><ul><li>&lt;script&gt;</li></ul>"
        '<table border="1" cellspacing="0" cellpadding="4">'
        "<tr><th>&lt;i&gt;</th></tr><tr><td>1 &lt; 2</td></tr></table><p></p>"
    )
