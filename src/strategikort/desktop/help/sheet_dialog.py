"""A sheet for a role, seen before it is printed or saved: one page of steps to hang beside the screen."""

from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QAbstractItemView, QDialog, QWidget

from strategikort.application.help.book import Book
from strategikort.application.help.sheet import printed_sheet
from strategikort.desktop.dialogs.file_dialogs import save_dialog
from strategikort.desktop.forms.sheet_dialog import Ui_SheetDialogForm
from strategikort.desktop.help.names import WindowNames
from strategikort.desktop.look.room import open_within_screen
from strategikort.desktop.look.settings import PRINT_FOLDER, Settings
from strategikort.desktop.paper.outlets import ask_printer, sent_text, write_out
from strategikort.desktop.paper.page_preview import PagePreview
from strategikort.desktop.paper.paper_printer import print_papers
from strategikort.reports.model import Paper

_ROLE: Final = Qt.ItemDataRole.UserRole + 1
_PAPER_INCHES: Final = 8.27


class SheetDialog(QDialog):
    """The preview is the paper itself: what is shown is what is saved and printed. ``begin`` is the sheet shown first.

    ``made_at`` is the day that stands on the sheet.
    """

    def __init__(
        self, book: Book, settings: Settings, made_at: datetime, parent: QWidget | None = None, *, begin: str = ""
    ) -> None:
        super().__init__(parent)
        self._book, self._settings, self._made_at = book, settings, made_at
        self._papers: dict[str, Paper] = {}
        self._printer: QPrinter | None = None
        self.form = Ui_SheetDialogForm()
        self.form.setupUi(self)
        open_within_screen(self, self.size())
        self.form.heading.setText(self.windowTitle())
        self.form.list.setAccessibleName(self.tr("Sheets"))
        self.form.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.form.parts.setStretch(1, 1)
        self._model = QStandardItemModel(self)
        self.form.list.setModel(self._model)
        for name in book.sheets:
            item = QStandardItem(book.pages[name].title)
            item.setData(name, _ROLE)
            self._model.appendRow(item)
        form = self.form
        self.preview = PagePreview(form, self)
        self.preview.wanted.connect(self.refresh)
        self.choose(begin if begin in book.sheets else book.sheets[0])
        form.list.selectionModel().currentChanged.connect(self._other_sheet)
        form.save_pdf.clicked.connect(self.ask_where)
        form.to_printer.clicked.connect(self.ask_printer)
        form.cancel.clicked.connect(self.reject)
        form.list.setFocus()

    @property
    def current(self) -> str:
        """The name of the sheet that is chosen."""
        return str(self.form.list.currentIndex().data(_ROLE))

    def choose(self, name: str) -> None:
        """Choose a sheet by its name."""
        self.form.list.setCurrentIndex(self._model.index(self._book.sheets.index(name), 0))

    @property
    def paper(self) -> Paper:
        """The sheet that is chosen, made once for the dialog."""
        if self.current not in self._papers:
            self._papers[self.current] = printed_sheet(self._book, self.current, WindowNames(), made_at=self._made_at)
        return self._papers[self.current]

    def _other_sheet(self) -> None:
        self.form.said.clear()
        self.preview.begin()
        self.form.preview.verticalScrollBar().setValue(0)

    def refresh(self) -> None:
        """Show the sheet that is chosen."""
        self.setCursor(Qt.CursorShape.WaitCursor)
        self.preview.show(self.paper, max(300, self.preview.breadth) / _PAPER_INCHES)
        self.unsetCursor()

    def ask_where(self) -> None:
        """Ask for a file."""
        title, folder = self.tr("Save as PDF"), self._settings.get(PRINT_FOLDER)
        name = f"{self._book.pages[self.current].title}.pdf"
        dialog = save_dialog(self, title, folder, name=name, suffix="pdf", kinds=["PDF (*.pdf)"])
        dialog.fileSelected.connect(self.save_file)
        dialog.open()

    def save_file(self, name: str) -> None:
        """Write the sheet into a file."""
        path = Path(name)
        failed = write_out(self, self._settings, [(path, lambda: self.paper.pdf)])
        self.form.said.setText(failed or self.tr("Saved as %1").replace("%1", str(path)))

    def ask_printer(self) -> None:
        """Ask for a printer."""
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        ask_printer(self, self._printer, self._print)

    def _print(self) -> None:
        if self._printer is not None:
            self.form.said.setText(sent_text(print_papers(self._printer, [self.paper.pdf])))
