"""With texts of 200 % nothing is cut, in no window and no dialog: lines are as high as their letters, parts fit."""

from collections.abc import Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolBar,
    QToolButton,
    QWidget,
)

from strategikort.desktop.app import application, dressed
from strategikort.desktop.fields.entry import Choice
from strategikort.desktop.fields.short_label import EDGE, ShortLabel
from strategikort.desktop.look.dress import put_on
from strategikort.desktop.look.fonts import enlarged
from strategikort.desktop.look.theme import light
from strategikort.desktop.screens import sample_program, scenes
from strategikort.desktop.staged import settle
from strategikort.desktop.window.main_window import DocumentWindow

PERCENT = 200
SCREEN = QSize(1280, 720)


@pytest.fixture
def large(dress: None) -> Iterator[QApplication]:
    app = application()
    yield app
    put_on(app, light())


def _seen(window: QWidget, kind: type[QWidget]) -> list[QWidget]:
    return [one for one in window.findChildren(kind) if one.isVisible()]


def _low_labels(window: QWidget) -> list[str]:
    found = []
    for one in _seen(window, QLabel):
        assert isinstance(one, QLabel)
        if one.text() and not isinstance(one, ShortLabel):
            needs = one.heightForWidth(one.width()) if one.wordWrap() else one.sizeHint().height()
            wide = one.wordWrap() or one.width() >= one.sizeHint().width()
            if one.height() < needs or not wide:
                found.append(f"{one.objectName()} {one.text()[:40]}")
    return found


def _low_rows(window: QWidget) -> list[str]:
    found = []
    for one in _seen(window, QAbstractItemView):
        assert isinstance(one, QAbstractItemView)
        model = one.model()
        if model is not None and model.rowCount() and not isinstance(one, QHeaderView):
            row = one.visualRect(model.index(0, 0))
            if row.height() < one.fontMetrics().height():
                found.append(f"{type(one).__name__} {one.objectName()}")
    return found


def _cut_parts(window: QWidget) -> list[str]:
    off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    return [
        f"{one.objectName()} {one.widget().width()} > {one.viewport().width()}"
        for one in _seen(window, QScrollArea)
        if isinstance(one, QScrollArea)
        and one.horizontalScrollBarPolicy() is off
        and one.widget().width() > one.viewport().width()
    ]


def _small_icons(window: QWidget) -> list[str]:
    buttons = [one for one in _seen(window, QPushButton) if isinstance(one, QPushButton) and not one.icon().isNull()]
    bars = [one for one in _seen(window, QToolBar) if isinstance(one, QToolBar)]
    shown = [(one.text(), one.icon().actualSize(one.iconSize()).height()) for one in buttons]
    shown += [(one.windowTitle(), one.iconSize().height()) for one in bars]
    return [text for text, high in shown if high < 0.6 * window.fontMetrics().height()]


def _is_too_wide(window: QWidget) -> bool:
    return window.minimumSizeHint().width() > SCREEN.width()


def with_all_in_its_bar(window: QWidget) -> None:
    """A thread is followed and a unit is open: then the bar of the map is as full as it can be."""
    assert isinstance(window, DocumentWindow)
    scene = window.map_area.view.map_scene
    window.actions_by_id["trace"].trigger()
    scene.open_unit(next(card.key for card in scene.picture.cards.values() if card.is_box))
    window.resize(SCREEN)
    settle()
    assert window.size() == SCREEN
    assert window.search.isVisible() and window.search.width() >= window.search.minimumWidth()
    whole = window.map_area.rect()
    parts = (*window.map_area.trace.parts, window.map_area.opened, window.map_area.choice)
    places = [one.geometry() for one in parts if one.isVisible()]
    assert len(places) == len(parts) and all(whole.contains(one) for one in places)
    assert not any(one.intersects(other) for one, other in combinations(places, 2))
    assert all(one.width() >= one.minimumSizeHint().width() for one in (window.map_area.opened, *_buttons(window)))


def _buttons(window: DocumentWindow) -> list[QToolButton]:
    return [one for one in window.map_area.findChildren(QToolButton) if one.isVisible()]


def test_nothing_is_cut_in_any_window_view_or_dialog(large: QApplication) -> None:
    dressed(large, "da", light(), PERCENT)
    assert enlarged(large.font()) == pytest.approx(2)
    wrong: dict[str, list[str]] = {}
    with sample_program(light(), "da", PERCENT) as program:
        for name, window in scenes(program, sizes={"": SCREEN}):
            if name == "map-all":
                with_all_in_its_bar(window)
            found = [*_low_labels(window), *_low_rows(window), *_cut_parts(window), *_small_icons(window)]
            found += [f"{window.minimumSizeHint().width()} wide"] if _is_too_wide(window) else []
            if found:
                wrong[name] = found
    assert wrong == {}


def test_what_has_no_room_in_the_status_bar_or_a_choice_ends_in_an_ellipsis(large: QApplication) -> None:
    label = ShortLabel()
    label.setText("Endnu ikke gemt i en fil. Dit arbejde ligger sikkert på denne computer.")
    label.resize(label.sizeHint() + QSize(2 * EDGE, 0))
    assert label.shown == label.text()
    label.resize(120, 30)
    assert label.shown.startswith("Endnu")
    assert label.shown.endswith("…")


def test_a_choice_that_is_too_narrow_is_painted_as_its_shortened_text(large: QApplication) -> None:
    title = "Strategikort for Center for Borgerservice, IT og Digitalisering"
    long, short = Choice(), Choice()
    long.addItem(title)
    for one in (long, short):
        one.resize(200, 32)
    wanted = long.grab().toImage()
    shortened = {long.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, width) for width in range(100, 200)}
    assert any(_painted(short, text) == wanted for text in shortened)


def _painted(choice: Choice, text: str) -> QImage:
    choice.clear()
    choice.addItem(text)
    return choice.grab().toImage()
