"""Printing a map: which, on which paper, over how many sheets; to a file, as a picture, or to a printer."""

from dataclasses import replace
from datetime import datetime, time
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMarginsF, Qt
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from strategikort.application.drawing.looking import emphasis
from strategikort.application.map_printing import MapPress, PaperSize, Sheets, Shown, Small
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.canvas.scene import MapScene
from strategikort.desktop.dialogs.file_dialogs import save_dialog
from strategikort.desktop.fields.entry import Choice
from strategikort.desktop.forms.map_print_dialog import Ui_MapPrintDialogForm
from strategikort.desktop.look.room import open_within_screen
from strategikort.desktop.look.settings import PRINT_FOLDER, Settings
from strategikort.desktop.maps.area import MapArea
from strategikort.desktop.paper.outlets import ask_printer, sent_text, write_out
from strategikort.desktop.paper.page_preview import PagePreview
from strategikort.desktop.paper.paper_printer import print_papers
from strategikort.domain.failures import KnownFailure
from strategikort.domain.maps import StrategyMap
from strategikort.domain.shape import Id
from strategikort.reports.model import Paper

_MOST_SHEETS: Final = 12
_MM: Final = 72 / 25.4
_OVERLAPS: Final = (0, 5, 10, 15, 20)
_DOTS: Final = (96, 150, 300, 600)
_AROUND: Final = 40
_LEAST: Final = 160
_CHOICE: Final = 220


class MapPrintDialog(QDialog):
    """The preview is the paper itself: what is shown is what is saved and printed."""

    def __init__(self, bridge: Bridge, settings: Settings, map_area: MapArea, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._settings, self._scene = bridge, settings, map_area.view.map_scene
        self._press: MapPress | None = None
        self._paper: Paper | None = None
        self.form = Ui_MapPrintDialogForm()
        self.form.setupUi(self)
        open_within_screen(self, self.size())
        self.form.heading.setText(self.windowTitle())
        self.form.parts.setStretch(1, 1)
        self.preview = PagePreview(self.form, self)
        self.preview.wanted.connect(self.refresh)
        self._maps = map_area.maps
        self._fill(map_area.map)
        self._connect()
        self._begin()

    def _fill(self, map: Id | None) -> None:
        form = self.form
        form.map.addItems([title for _, title in self._maps])
        form.map.setCurrentIndex(next((row for row, (one, _) in enumerate(self._maps) if one == map), 0))
        form.size.addItems([size.name for size in PaperSize])
        form.way.addItems([self.tr("As it fits best"), self.tr("Landscape"), self.tr("Portrait")])
        for choice in (form.across, form.down):
            choice.addItems([str(number) for number in range(1, _MOST_SHEETS + 1)])
        form.overlap.addItems([f"{overlap} mm" for overlap in _OVERLAPS])
        form.overlap.setCurrentIndex(_OVERLAPS.index(10))
        form.dots.addItems([str(dots) for dots in _DOTS])
        form.dots.setCurrentIndex(_DOTS.index(300))
        for choice in (form.map, form.size, form.way, form.overlap, form.dots):
            choice.setMaximumWidth(_CHOICE)
        for choice in (form.across, form.down):
            choice.setMaximumWidth(_CHOICE // 2 - 12)
        form.dots.setToolTip(self.tr("How fine a PNG is. A PDF and an SVG are always sharp."))
        form.faded.setChecked(bool(faded_on(self._scene)))

    def _begin(self) -> None:
        """Begin with the paper that the map is made for."""
        made_for = self._bridge.document.get(StrategyMap, self.map)
        name = made_for.paper.value.upper() if made_for else "A3"
        self.form.size.setCurrentIndex(list(PaperSize).index(PaperSize[name]))
        self.form.faded.setVisible(self.map == self._scene.map and bool(faded_on(self._scene)))
        if self._scene.look.alone:
            self.form.faded.setText(self.tr("Leave out what is hidden on the screen"))
        self._change()

    def _connect(self) -> None:
        form = self.form
        form.map.currentIndexChanged.connect(self._begin)
        for choice in (form.size, form.way, form.across, form.down, form.overlap):
            choice.currentIndexChanged.connect(self._change)
        form.faded.toggled.connect(self._change)
        form.enlarge.clicked.connect(self.use_more_sheets)
        form.save_pdf.clicked.connect(self.ask_where)
        form.save_picture.clicked.connect(self.ask_where_picture)
        form.to_printer.clicked.connect(self.ask_printer)
        form.cancel.clicked.connect(self.reject)

    @property
    def map(self) -> Id | None:
        """The map that is chosen, None for all goals."""
        return self._maps[self.form.map.currentIndex()][0]

    @property
    def shown(self) -> Shown:
        """What is drawn: a map as it is kept, or the one on the screen as it stands there."""
        return shown_on(self._scene, as_seen=self.form.faded.isChecked()) if self._on_screen else Shown(map=self.map)

    @property
    def _on_screen(self) -> bool:
        return self.map == self._scene.map

    @property
    def sheets(self) -> Sheets:
        """The sheets that are chosen."""
        form = self.form
        size = list(PaperSize)[form.size.currentIndex()]
        across, down = form.across.currentIndex() + 1, form.down.currentIndex() + 1
        way = form.way.currentIndex()
        lying = self.press.best_way_up(self.shown, size, (across, down)).landscape if way == 0 else way == 1
        overlap = _OVERLAPS[form.overlap.currentIndex()] * _MM
        return Sheets(size=size, landscape=lying, across=across, down=down, overlap=overlap)

    @property
    def press(self) -> MapPress:
        """Draws and prints the document as it stands; reads the typefaces the first time."""
        if self._press is None:
            self._press = press_of(self._bridge)
        return self._press

    @property
    def paper(self) -> Paper:
        """The map on the paper that is chosen."""
        if self._paper is None:
            self._paper = self.press.printed(self.shown, self.sheets)
        return self._paper

    def refresh(self) -> None:
        """Show the page, and what is to be known of it."""
        self.setCursor(Qt.CursorShape.WaitCursor)
        sheets, paper = self.sheets, self.paper
        width, height = (side / 72 for side in sheets.page)
        room = self.form.preview.viewport().size()
        fitting = min((room.width() - _AROUND) / width, (room.height() - _AROUND) / height)
        dots = max(_LEAST / width, fitting)
        self.preview.show(paper, dots)
        self._tell_small(self.press.small(self.shown, sheets))
        self.unsetCursor()

    def _tell_small(self, small: Small | None) -> None:
        """Say that the text is too small, and offer the sheets on which it can be read."""
        form = self.form
        offered = small.sheets if small and small.sheets and max(small.sheets) <= _MOST_SHEETS else None
        form.enlarge.setVisible(offered is not None)
        form.small.setVisible(small is not None)
        if small is None:
            return
        points = self._bridge.workspace.words.figure(small.points_written)
        text = self.tr("The smallest text is %1 points high and hard to read.")
        if offered is None:
            text += " " + self.tr("Choose a map with fewer goals, or larger paper.")
        else:
            across, down = map(str, offered)
            words = self.tr("Use %1 × %2 sheets, so that it can be read")
            form.enlarge.setText(words.replace("%1", across).replace("%2", down))
            form.enlarge.setProperty("sheets", list(offered))
        form.small.setText(text.replace("%1", points))

    def use_more_sheets(self) -> None:
        """Choose as many sheets as make the text readable."""
        across, down = self.form.enlarge.property("sheets")
        landscape = self.sheets.landscape
        self.form.way.setCurrentIndex(1 if landscape else 2)
        _choose(self.form.across, across)
        _choose(self.form.down, down)

    def _change(self) -> None:
        self._paper = None
        self.preview.begin()
        compared = self.map == self._scene.map and self._scene.look.marked is not None
        told = self.tr("The comparison on the screen does not come along on paper.") if compared else ""
        self.form.said.setText(told)

    def ask_where(self) -> None:
        """Ask for a PDF file."""
        self._ask(self.tr("Save as PDF"), ["PDF (*.pdf)"], "pdf")

    def ask_where_picture(self) -> None:
        """Ask for a file for a picture: SVG or PNG, by its name."""
        kinds = [self.tr("Picture (*.png)"), self.tr("Drawing to work on, SVG (*.svg)")]
        self._ask(self.tr("Save as picture"), kinds, "png")

    def _ask(self, title: str, kinds: list[str], suffix: str) -> None:
        name = "".join(
            letter if letter.isalnum() or letter in "-–_.," else " " for letter in self.form.map.currentText()
        )
        name, folder = f"{' '.join(name.split())}.{suffix}", self._settings.get(PRINT_FOLDER)
        dialog = save_dialog(self, title, folder, name=name, suffix=suffix, kinds=kinds)
        dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix("svg" if "*.svg" in kind else suffix))
        dialog.fileSelected.connect(self.save_file)
        dialog.open()

    def save_file(self, name: str) -> None:
        """Write the map into a file, as its name says: PDF, SVG or PNG."""
        path = Path(name)
        try:
            failed = write_out(self, self._settings, [(path, partial(self._content, path.suffix.lower()))])
        except KnownFailure as failure:
            failed = self._bridge.say(failure.phrase)
        self.form.said.setText(failed or self.tr("Saved as %1").replace("%1", str(path)))

    def _content(self, suffix: str) -> bytes:
        if suffix == ".svg":
            return self.press.svg(self.shown)
        if suffix == ".png":
            return self.press.png(self.shown, _DOTS[self.form.dots.currentIndex()])
        return self.paper.pdf

    def ask_printer(self) -> None:
        """Ask for a printer, the paper being chosen already."""
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self.fit_printer(self._printer)
        ask_printer(self, self._printer, self._print)

    def _print(self) -> None:
        self.form.said.setText(sent_text(self.print_on(self._printer)))

    def fit_printer(self, printer: QPrinter) -> None:
        """Let a printer use the paper that is chosen, from edge to edge, so that measures are kept."""
        sheets = self.sheets
        size = QPageSize(QPageSize.PageSizeId.A3 if sheets.size is PaperSize.A3 else QPageSize.PageSizeId.A4)
        way = QPageLayout.Orientation.Landscape if sheets.landscape else QPageLayout.Orientation.Portrait
        printer.setPageLayout(QPageLayout(size, way, QMarginsF()))
        printer.setFullPage(True)

    def print_on(self, printer: QPrinter) -> int:
        """Print the map; gives the number of sheets."""
        self.setCursor(Qt.CursorShape.WaitCursor)
        sheets = print_papers(printer, [self.paper.pdf])
        self.unsetCursor()
        return sheets


def press_of(bridge: Bridge) -> MapPress:
    """Draws and prints the maps of an open document as it stands now."""
    space = bridge.workspace
    return MapPress(space.reading, made_at=datetime.combine(space.today(), time()), findings=bridge.findings)


def shown_on(scene: MapScene, *, as_seen: bool) -> Shown:
    """The map of a scene as it stands there; ``as_seen``, what steps back or is hidden there does so here too."""
    shown = Shown(map=scene.map, opened=scene.opened, spots=dict(scene.places.spots))
    if not as_seen:
        return shown
    faded = faded_on(scene)
    if not scene.look.alone:
        return replace(shown, faded=faded)
    return replace(shown, only=frozenset(scene.picture.cards) - faded) if faded else shown


def faded_on(scene: MapScene) -> frozenset[Id]:
    """The cards of a scene that step back behind what is looked at; a comparison that lies over them does not count."""
    cards = emphasis(scene.picture, scene.look.apart).cards
    return frozenset() if cards is None else frozenset(scene.picture.cards) - cards


def _choose(choice: Choice, number: int) -> None:
    choice.setCurrentIndex(number - 1)
