"""What a person with a small laptop sees: everything fits, every choice shows that it is one, what is on says so."""

from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QCheckBox, QComboBox, QMenu, QWidget
from pytestqt.qtbot import QtBot

from strategikort.desktop.fields.entry import Choice
from strategikort.desktop.linking.link_dialog import LinkDialog
from strategikort.desktop.look.settings import PANELS_SIZED, Settings
from strategikort.desktop.look.style import style_sheet
from strategikort.desktop.look.theme import dark, light
from strategikort.desktop.paper.print_dialog import PrintDialog
from strategikort.desktop.program import Program
from strategikort.desktop.sharing.import_dialog import ImportDialog
from strategikort.desktop.start.new_dialog import NewDialog
from strategikort.desktop.window.organisation_dialog import OrganisationDialog
from tests.desktop.conftest import Shown
from tests.house.sources import ROOT

LAPTOP_HEIGHT = 768 - 48 - 32
"""What a screen of 1366 x 768 leaves between the task bar and a window's title bar."""
LARGE_LETTERS = QSize(1280 * 100 // 150, 720 * 100 // 150 - 48 - 16)
"""What 1280 x 720 at 150 % leaves beside the task bar, whose height and that of the title bar are partly scaled."""
FORMS = sorted(path.name for path in ROOT.glob("ui/*_dialog.ui"))


@pytest.mark.parametrize("form", FORMS)
def test_a_dialog_opens_whole_on_a_small_laptop(form: str) -> None:
    size = ElementTree.parse(ROOT / "ui" / form).find("widget/property[@name='geometry']/rect/height")
    assert size is not None
    assert int(size.text or "") <= LAPTOP_HEIGHT


@pytest.mark.parametrize("form", [PrintDialog, OrganisationDialog, ImportDialog])
def test_a_dialog_opens_within_the_screen(form: type[QWidget], shown: Shown, settings: Settings) -> None:
    needs = (shown.bridge, shown.window) if form is OrganisationDialog else (shown.bridge, settings, shown.window)
    dialog = form(*needs)
    room = shown.window.screen().availableGeometry()
    assert room.contains(dialog.rect())
    assert dialog.minimumSizeHint().height() <= LARGE_LETTERS.height()
    dialog.deleteLater()


def test_the_windows_open_within_the_screen_at_first_start(program: Program) -> None:
    window = program.open_sample()
    assert window is not None
    start = program.show_start()
    for one in (window, start):
        room = one.screen().availableGeometry().size().expandedTo(one.minimumSizeHint())
        assert one.width() <= room.width()
        assert one.height() <= room.height()


def test_the_window_with_its_three_panels_fits_a_screen_with_large_letters(shown: Shown) -> None:
    least = shown.window.minimumSizeHint()
    assert least.width() <= LARGE_LETTERS.width()
    assert least.height() <= LARGE_LETTERS.height()


def test_the_panels_open_wide_enough_for_titles_in_whatever_window(shown: Shown, qtbot: QtBot) -> None:
    window, panels = shown.window, shown.window.panels
    for size, outline in ((QSize(1440, 900), 270), (QSize(1000, 700), 220), (QSize(1440, 900), 270)):
        window.resize(size)
        qtbot.waitUntil(lambda wide=outline: panels["outline"].width() == wide, timeout=5000)
    assert panels["goal_panel"].width() == 310


def test_a_panel_that_was_dragged_to_a_width_keeps_it(shown: Shown, settings: Settings, qtbot: QtBot) -> None:
    window, outline = shown.window, shown.window.panels["outline"]
    edge = QPoint(outline.geometry().right() + 1, outline.geometry().center().y())
    qtbot.mousePress(window, Qt.MouseButton.LeftButton, pos=edge)
    qtbot.mouseMove(window, edge + QPoint(60, 0))
    qtbot.mouseRelease(window, Qt.MouseButton.LeftButton, pos=edge + QPoint(60, 0))
    window.resizeDocks([outline], [400], Qt.Orientation.Horizontal)
    window.resize(1300, 800)
    qtbot.waitUntil(lambda: window.width() == 1300, timeout=5000)
    assert outline.width() == 400
    window.remember()
    assert settings.get(PANELS_SIZED)


def test_sizes_that_nobody_chose_are_not_kept_for_the_next_window(shown: Shown, settings: Settings) -> None:
    shown.window.remember()
    assert not settings.get(PANELS_SIZED)


def test_every_choice_in_a_dialog_has_its_arrow(shown: Shown, settings: Settings) -> None:
    dialogs: list[QWidget] = [OrganisationDialog(shown.bridge, shown.window), NewDialog(settings, "da", shown.window)]
    choices = [one for dialog in dialogs for one in dialog.findChildren(QComboBox)]
    assert len(choices) == 3
    assert all(isinstance(one, Choice) for one in choices)


def test_the_list_of_maps_hangs_below_its_field_and_shows_whole_names(shown: Shown, qtbot: QtBot) -> None:
    choice = shown.window.map_area.choice
    choice.addItem("Strategikort for Center for Borgerservice, IT og Digitalisering 2015-2016")
    choice.setCurrentIndex(choice.count() - 1)
    choice.showPopup()
    view = choice.view()
    qtbot.waitUntil(view.isVisible)
    assert view.mapToGlobal(view.rect().topLeft()).y() >= choice.mapToGlobal(choice.rect().bottomLeft()).y()
    assert view.viewport().width() >= view.sizeHintForColumn(0)
    choice.hidePopup()


def test_the_menu_shows_which_panels_are_open_though_they_have_icons(shown: Shown) -> None:
    menu = QMenu(shown.window)
    action = shown.window.actions_by_id["findings"]
    menu.addAction(action)
    pictures: list[QImage] = []
    for wanted in (True, False):
        action.setChecked(wanted)
        pictures.append(menu.grab().toImage())
    assert pictures[0] != pictures[1]


def test_import_begins_at_the_button_and_not_in_a_line_that_cannot_be_written(
    shown: Shown, settings: Settings, qtbot: QtBot
) -> None:
    dialog = ImportDialog(shown.bridge, settings, shown.window)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.focusWidget() is not None)
    assert dialog.focusWidget() is dialog.form.choose_file
    dialog.close()


def test_the_panel_of_a_goal_is_never_cut_off_at_its_side(shown: Shown, qtbot: QtBot) -> None:
    window = shown.window
    shown.select("Flere starter hos os")
    window.resize(window.minimumSizeHint())
    scroll = window.goal_panel.form.scroll
    qtbot.waitUntil(lambda: window.width() <= window.minimumSizeHint().width())
    assert scroll.widget().minimumSizeHint().width() <= scroll.viewport().width()


def test_a_box_that_is_not_ticked_is_seen_on_a_dark_screen(dress: None, qtbot: QtBot) -> None:
    box = QCheckBox("Mærk som udkast")
    qtbot.addWidget(box)
    box.setPalette(dark().palette())
    box.setStyleSheet(style_sheet(dark()))
    picture = box.grab().toImage()
    seen = {picture.pixelColor(x, y).name() for x in range(20) for y in range(picture.height())}
    assert dark().link.name() in seen


def test_the_question_of_a_link_says_which_goal_supports_which(shown: Shown) -> None:
    dialog = LinkDialog(shown.bridge, light(), shown.record("Ny legeplads"), parent=shown.window)
    assert dialog.form.heading.text() == "Hvilket mål skal »Ny legeplads« understøtte?"
