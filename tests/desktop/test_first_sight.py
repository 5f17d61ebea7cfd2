"""What is seen when the sample is opened: the year's agreements, the outline from its top, whole names."""

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from strategikort.desktop.program import Program
from strategikort.desktop.window.main_window import DocumentWindow
from strategikort.desktop.window.organisation_dialog import OrganisationDialog
from strategikort.domain.agreements import Agreement
from strategikort.domain.measures import Indicator


def opened(qtbot: QtBot, program: Program) -> DocumentWindow:
    window = program.open_sample()
    assert window is not None
    qtbot.waitExposed(window)
    return window


def test_the_status_bar_counts_the_agreements_of_this_year(qtbot: QtBot, program: Program) -> None:
    window = opened(qtbot, program)
    assert len(window.bridge.document.all(Agreement)) > 62
    assert window.status.signing.text().startswith("62 decentrale aftaler · ")


def test_the_outline_begins_at_its_top(qtbot: QtBot, program: Program) -> None:
    window = opened(qtbot, program)
    tree = window.outline.tree
    tree.setFocus()
    QCoreApplication.processEvents()
    assert tree.verticalScrollBar().maximum() > 0
    assert tree.verticalScrollBar().value() == 0
    assert tree.indexAt(tree.viewport().rect().topLeft()) == window.outline.model.index(0, 0)


def test_the_name_of_an_indicator_has_the_width_of_its_card(qtbot: QtBot, program: Program) -> None:
    window = opened(qtbot, program)
    names = {one.name: one for one in window.bridge.document.all(Indicator).values() if one.goal and one.source}
    longest = names[max(names, key=len)]
    window.bridge.select([longest.goal])
    card = next(one for one in window.goal_panel.indicators.cards if one.indicator == longest.id)
    name = card._name
    qtbot.waitUntil(lambda: name.height() >= name.heightForWidth(name.width()), timeout=10_000)
    assert card._name.width() > card.width() * 0.7
    assert card._source.y() > card._name.y()


def test_the_arrows_of_the_year_step_it(qtbot: QtBot, program: Program) -> None:
    window = opened(qtbot, program)
    dialog = OrganisationDialog(window.bridge, window)
    dialog.show()
    year = dialog.form.year
    before = year.value()
    QTest.mouseClick(year, Qt.MouseButton.LeftButton, pos=year.rect().topRight() + QPoint(-10, 8))
    assert year.value() == before + 1
    QTest.mouseClick(year, Qt.MouseButton.LeftButton, pos=year.rect().bottomRight() + QPoint(-10, -8))
    assert year.value() == before
    dialog.close()
