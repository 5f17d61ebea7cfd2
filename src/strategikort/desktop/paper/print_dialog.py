"""Printing: which agreements, how the paper looks, and whether it becomes a file or goes to a printer."""

from datetime import datetime, time
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QAbstractItemView, QDialog, QWidget

from strategikort.application.agreements import agreements_of
from strategikort.application.printing import Press, named, spoken_name
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.dialogs.file_dialogs import folder_dialog, save_dialog
from strategikort.desktop.forms.print_dialog import Ui_PrintDialogForm
from strategikort.desktop.look.room import open_within_screen
from strategikort.desktop.look.settings import PRINT_FOLDER, Settings
from strategikort.desktop.paper.outlets import ask_printer, sent_text, write_out
from strategikort.desktop.paper.page_preview import PagePreview
from strategikort.desktop.paper.paper_printer import print_papers
from strategikort.domain.agreements import Agreement
from strategikort.domain.goals import UnitGoal
from strategikort.domain.organisation import OrgUnit
from strategikort.domain.shape import Id
from strategikort.domain.texts import folded
from strategikort.reports.model import Paper

_ROLE: Final = Qt.ItemDataRole.UserRole + 1
_PAPER_INCHES: Final = 8.27


class PrintDialog(QDialog):
    """The preview is the paper itself: what is shown is what is saved and printed."""

    def __init__(self, bridge: Bridge, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._settings = settings
        self._press: Press | None = None
        self._papers: dict[tuple[Id, bool], Paper] = {}
        self.form = Ui_PrintDialogForm()
        self.form.setupUi(self)
        open_within_screen(self, self.size())
        words = bridge.workspace.words.word("unit_agreement")
        self.form.heading.setText(self.tr("Print %1").replace("%1", words.many))
        self.setWindowTitle(self.form.heading.text())
        self._agreements = agreements_of(bridge.document, None)
        self._model = QStandardItemModel(self)
        self.form.list.setModel(self._model)
        self.form.list.setAccessibleName(f"{words:Many}")
        self.form.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.form.list.setMinimumWidth(320)
        self.form.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.form.parts.setStretch(1, 1)
        self.preview = PagePreview(self.form, self)
        self.preview.wanted.connect(self.refresh)
        self._fill()
        self._connect()
        self._count()
        self.preview.begin()

    def _connect(self) -> None:
        form = self.form
        form.list.selectionModel().currentChanged.connect(self._other_agreement)
        self._model.itemChanged.connect(self._count)
        form.search.textChanged.connect(self._find)
        form.all_button.clicked.connect(self._choose_all)
        form.none_button.clicked.connect(self._choose_none)
        form.draft.toggled.connect(self._other_agreement)
        form.save_pdf.clicked.connect(self.ask_where)
        form.to_printer.clicked.connect(self.ask_printer)
        form.cancel.clicked.connect(self.reject)

    def _fill(self) -> None:
        document, words = self._bridge.document, self._bridge.workspace.words
        chosen = self._agreement_of_selection()
        for agreement in self._agreements:
            org = document.get(OrgUnit, agreement.org)
            name = org.name if org else agreement.title
            item = QStandardItem(
                f"{name} · {agreement.valid_from.year} · {words.text(f'state.{agreement.state.value}')}"
            )
            item.setCheckable(True)
            item.setData(agreement.id, _ROLE)
            picked = agreement.id == chosen or (chosen is None and agreement is self._agreements[0])
            item.setCheckState(Qt.CheckState.Checked if picked else Qt.CheckState.Unchecked)
            self._model.appendRow(item)
            if picked:
                self.form.list.setCurrentIndex(item.index())

    def _agreement_of_selection(self) -> Id | None:
        document = self._bridge.document
        for one in self._bridge.selection:
            goal = document.get(UnitGoal, one)
            if goal and goal.agreement:
                return goal.agreement
        return None

    @property
    def current(self) -> Agreement | None:
        """The agreement that the preview shows."""
        identity = self.form.list.currentIndex().data(_ROLE)
        return self._bridge.document.get(Agreement, Id(identity)) if identity else None

    @property
    def chosen(self) -> list[Agreement]:
        """The agreements that are ticked."""
        items = (self._model.item(row) for row in range(self._model.rowCount()))
        ticked = {item.data(_ROLE) for item in items if item.checkState() is Qt.CheckState.Checked}
        return [agreement for agreement in self._agreements if agreement.id in ticked]

    def paper(self, agreement: Agreement) -> Paper:
        """The agreement on paper, made once for the dialog."""
        key = agreement.id, self.form.draft.isChecked()
        if key not in self._papers:
            self._papers[key] = self.press.printed(agreement, draft=key[1])
        return self._papers[key]

    @property
    def press(self) -> Press:
        """Prints the document as it stands; reads the typefaces the first time."""
        if self._press is None:
            space = self._bridge.workspace
            self._press = Press(space.reading, made_at=datetime.combine(space.today(), time()))
        return self._press

    def refresh(self) -> None:
        """Show the page of the agreement that is current."""
        agreement = self.current
        if agreement is None:
            self.form.page.setText(self.tr("There is nothing to print yet."))
            self.form.page_number.clear()
            return
        self.setCursor(Qt.CursorShape.WaitCursor)
        paper = self.paper(agreement)
        self.unsetCursor()
        self.preview.show(paper, max(300, self.preview.breadth) / _PAPER_INCHES)

    def _other_agreement(self) -> None:
        self.preview.begin()
        self.form.preview.verticalScrollBar().setValue(0)

    def _count(self) -> None:
        number = len(self.chosen)
        word = self._bridge.workspace.words.word("unit_agreement")
        text = self.tr("%1 %2 chosen").replace("%1", str(number))
        self.form.chosen.setText(text.replace("%2", word.one if number == 1 else word.many))
        self.form.save_pdf.setEnabled(number > 0)
        self.form.to_printer.setEnabled(number > 0)

    def _find(self, text: str) -> None:
        wanted = folded(text)
        for row in range(self._model.rowCount()):
            self.form.list.setRowHidden(row, wanted not in folded(self._model.item(row).text()))

    def _choose_all(self) -> None:
        self._tick(Qt.CheckState.Checked)

    def _choose_none(self) -> None:
        self._tick(Qt.CheckState.Unchecked)

    def _tick(self, state: Qt.CheckState) -> None:
        for row in range(self._model.rowCount()):
            if not self.form.list.isRowHidden(row):
                self._model.item(row).setCheckState(state)

    def ask_where(self) -> None:
        """Ask for a file for one agreement, for a folder for several."""
        chosen = self.chosen
        if not chosen:
            return
        title, folder = self.tr("Save as PDF"), self._settings.get(PRINT_FOLDER)
        if len(chosen) == 1:
            name = spoken_name(self._bridge.document, chosen[0])
            dialog = save_dialog(self, title, folder, name=name, suffix="pdf", kinds=["PDF (*.pdf)"])
            dialog.fileSelected.connect(self.save_file)
        else:
            dialog = folder_dialog(self, title, folder)
            dialog.fileSelected.connect(self.save_folder)
        dialog.open()

    def save_file(self, name: str) -> None:
        """Write the one agreement chosen into a file."""
        chosen = self.chosen
        if chosen:
            self._write([(Path(name), chosen[0])])

    def save_folder(self, name: str) -> None:
        """Write all agreements chosen into a folder, each into a file of its own."""
        self._write([(Path(name) / file, one) for file, one in named(self._bridge.document, self.chosen)])

    def _write(self, files: list[tuple[Path, Agreement]]) -> None:
        made = [(path, partial(self._pdf, agreement)) for path, agreement in files]
        failed = write_out(self, self._settings, made)
        folder = str(files[0][0].parent)
        self.form.chosen.setText(failed or self.tr("%n file(s) saved in %1", "", len(files)).replace("%1", folder))

    def _pdf(self, agreement: Agreement) -> bytes:
        return self.paper(agreement).pdf

    def ask_printer(self) -> None:
        """Ask for a printer."""
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        ask_printer(self, self._printer, self._print)

    def _print(self) -> None:
        self.form.chosen.setText(sent_text(self.print_on(self._printer)))

    def print_on(self, printer: QPrinter) -> int:
        """Print the agreements chosen; gives the number of sheets."""
        self.setCursor(Qt.CursorShape.WaitCursor)
        sheets = print_papers(printer, [self.paper(one).pdf for one in self.chosen])
        self.unsetCursor()
        return sheets
