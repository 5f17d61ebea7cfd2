"""*Læg bunken i scanneren*: one scan of signed sheets finds its agreements; pages without a code are placed by hand."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialog, QFileDialog, QHeaderView, QListWidgetItem, QTreeWidgetItem, QWidget

from strategikort.application.agreements import agreements_of
from strategikort.application.attaching import read_scan
from strategikort.application.scanning import Noted, Placed, Sheets, codes_of, filing, page_count, placed
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.dialogs.file_dialogs import file_dialog
from strategikort.desktop.fields.choosing import name_of
from strategikort.desktop.forms.scanned_dialog import Ui_ScannedDialogForm
from strategikort.desktop.look.days import day_text, read_day
from strategikort.desktop.look.room import open_within_screen
from strategikort.desktop.look.settings import FOLDER, Settings
from strategikort.desktop.paper.paper_printer import page_picture
from strategikort.domain.failures import KnownFailure
from strategikort.domain.phrases import Phrase
from strategikort.domain.shape import Id
from strategikort.reports.sheet_code import SheetCode

_ROLE = Qt.ItemDataRole.UserRole + 1
_PAGE_DOTS = 42


class ScannedDialog(QDialog):
    """Reads a page whenever there is nothing more urgent, so the window goes on meanwhile."""

    def __init__(self, bridge: Bridge, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._settings = bridge, settings
        self._pdf = b""
        self._codes: list[SheetCode | None] = []
        self._coming: Iterator[SheetCode | None] = iter(())
        self._by_hand: dict[int, Id] = {}
        self._placed = Placed()
        self.form = form = Ui_ScannedDialogForm()
        form.setupUi(self)
        open_within_screen(self, self.size())
        for view in (form.sheets, form.loose):
            view.setProperty("framed", True)
        form.sheets.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for one in agreements_of(bridge.document, None):
            form.where.addItem(f"{name_of(bridge.document, one.org)}, {one.title}", one.id)
        form.day.setText(day_text(bridge.workspace.today()))
        self._next = QTimer(self, interval=0)
        self._next.timeout.connect(self._read_one)
        self._listen()
        self._reading(False)
        self._show()

    def _listen(self) -> None:
        form = self.form
        form.choose.clicked.connect(self.ask_which)
        form.stop.clicked.connect(self.stop)
        form.loose.currentItemChanged.connect(self._show_page)
        form.put.clicked.connect(self.put)
        form.sheets.itemChanged.connect(self._can)
        form.sheets.currentItemChanged.connect(self._show_sheet)
        form.note.toggled.connect(self._can)
        form.day.textChanged.connect(self._can)
        form.cancel.clicked.connect(self.reject)
        form.keep.clicked.connect(self.keep)
        self._bridge.refused.connect(self._say)

    def ask_which(self) -> None:
        """Ask for the scan."""
        dialog = file_dialog(self, self.tr("Choose the scan"), self._settings.get(FOLDER))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(["PDF (*.pdf)"])
        dialog.fileSelected.connect(lambda name: self.read(Path(name)))
        dialog.open()

    def read(self, path: Path) -> None:
        """Read the scan at ``path``, page by page."""
        self.form.file.setText(path.name)
        self._codes, self._by_hand = [], {}
        try:
            self._pdf = read_scan(path)
            self.form.progress.setRange(0, page_count(self._pdf))
            self._coming = codes_of(self._pdf)
        except KnownFailure as failure:
            self._say(failure.phrase)
            return
        self.form.said.clear()
        self.form.progress.setValue(0)
        self._reading(True)

    def _reading(self, on: bool) -> None:
        self.form.progress.setVisible(on)
        self.form.stop.setVisible(on)
        (self._next.start if on else self._next.stop)()

    def _read_one(self) -> None:
        try:
            self._codes.append(next(self._coming))
        except StopIteration:
            self.stop()
            return
        except KnownFailure as failure:
            self.stop()
            self._say(failure.phrase)
            return
        self.form.progress.setValue(len(self._codes))

    def stop(self) -> None:
        """Read no further; what was read is shown."""
        self._reading(False)
        self._show()

    def _show(self) -> None:
        form, self._placed = self.form, placed(self._bridge.document, self._codes, self._by_hand)
        form.sheets.clear()
        for one in self._placed.sheets:
            name = f"{name_of(self._bridge.document, one.agreement.org)}, {one.agreement.title}"
            pages = ", ".join(str(page + 1) for page in one.pages)
            item = QTreeWidgetItem([name, pages, self._known_of(one)])
            item.setToolTip(2, item.text(2))
            item.setData(0, _ROLE, one.pages[0])
            item.setCheckState(0, Qt.CheckState.Unchecked if one.outdated else Qt.CheckState.Checked)
            form.sheets.addTopLevelItem(item)
        form.loose.clear()
        for page in (*self._placed.loose, *self._placed.elsewhere):
            text = self.tr("Page %1").replace("%1", str(page + 1))
            if page in self._placed.elsewhere:
                text += " · " + self.tr("of an agreement that is not in this document")
            line = QListWidgetItem(text)
            line.setData(_ROLE, page)
            form.loose.addItem(line)
        form.loose.setCurrentRow(0)
        self._can()

    def _known_of(self, one: Sheets) -> str:
        said = [self.tr("version %1").replace("%1", str(one.version))]
        if one.outdated:
            said.append(self.tr("an older version than the one that goes out now"))
        if one.twice:
            said.append(self.tr("twice: page %1").replace("%1", ", ".join(map(str, one.twice))))
        return ", ".join(said)

    def _show_page(self, item: QListWidgetItem | None) -> None:
        self._picture(item.data(_ROLE) if item else None)
        self._can()

    def _show_sheet(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self._picture(item.data(0, _ROLE))

    def _picture(self, page: int | None) -> None:
        if page is None:
            self.form.page.clear()
            return
        self.form.page.setPixmap(QPixmap.fromImage(page_picture(self._pdf, page, _PAGE_DOTS)))

    def put(self) -> None:
        """Put the page that is seen where it is said to belong."""
        item, where = self.form.loose.currentItem(), self.form.where.currentData()
        if item is not None and where:
            self._by_hand[item.data(_ROLE)] = Id(where)
            self._show()

    def _ticked(self) -> list[Sheets]:
        items = (self.form.sheets.topLevelItem(place) for place in range(self.form.sheets.topLevelItemCount()))
        wanted = {one.data(0, _ROLE) for one in items if one and one.checkState(0) is Qt.CheckState.Checked}
        return [one for one in self._placed.sheets if one.pages[0] in wanted]

    def _can(self, *_: object) -> None:
        form, item = self.form, self.form.loose.currentItem()
        form.put.setEnabled(item is not None and item.data(_ROLE) in self._placed.loose)
        for field in (form.day, form.place):
            field.setEnabled(form.note.isChecked())
        form.keep.setEnabled(bool(self._ticked()) and not (form.note.isChecked() and self._day() is None))

    def _day(self) -> object:
        try:
            return read_day(self.form.day.text())
        except ValueError:
            return None

    def keep(self) -> None:
        """Keep the sheets with the agreements that are ticked, and note the signatures if that is wanted."""
        form = self.form
        day = read_day(form.day.text()) if form.note.isChecked() else None
        noted = Noted(on=day, place=form.place.text().strip()) if day else None
        try:
            make = filing(self._bridge.workspace, self._pdf, self._ticked(), noted)
        except KnownFailure as failure:
            self._say(failure.phrase)
            return
        if self._bridge.edit(make) is not None:
            self.accept()

    def _say(self, said: object) -> None:
        if isinstance(said, Phrase):
            self.form.said.setText(self._bridge.say(said))
