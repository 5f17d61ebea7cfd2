"""The numbers of *Ledelse* on paper, in Word or in Excel: which, for which committee, seen before they go out."""

from collections.abc import Callable
from datetime import datetime, time
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from strategikort.application.file_names import safe_name
from strategikort.application.leading.handouts import Handout, Handouts
from strategikort.application.printing import printed_report
from strategikort.cascade.coverage import Side
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.dialogs.file_dialogs import save_dialog
from strategikort.desktop.forms.leading_print_dialog import Ui_LeadingPrintDialogForm
from strategikort.desktop.look.room import open_within_screen
from strategikort.desktop.look.settings import PRINT_FOLDER, Settings
from strategikort.desktop.paper.outlets import ask_printer, sent_text, write_out
from strategikort.desktop.paper.page_preview import PagePreview
from strategikort.desktop.paper.paper_printer import print_papers
from strategikort.domain.document import goal_titled
from strategikort.domain.goals import Goal
from strategikort.domain.shape import Id
from strategikort.exchange import word
from strategikort.exchange.workbook import workbook
from strategikort.reports.model import Paper

_BROAD: Final = 230
_LEAST: Final = 160
_INCHES: Final = {False: 8.27, True: 11.69}
"""How broad a page is that stands, and one that lies down."""
_STANDING: Final = (Handout.GOALS, Handout.THREAD)


class LeadingPrintDialog(QDialog):
    """The preview is the paper itself. Paper, Word and Excel are made of the same rows as the screen."""

    def __init__(self, bridge: Bridge, settings: Settings, first: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._settings = bridge, settings
        self._papers: dict[tuple[Handout, Id | None], Paper] = {}
        space = bridge.workspace
        check = space.asking()
        self._handouts = Handouts(space.reading, check, bridge.settled, bridge.forked_watch)
        self._made_at = datetime.combine(check.today, time())
        self.form = form = Ui_LeadingPrintDialogForm()
        form.setupUi(self)
        open_within_screen(self, self.size())
        form.heading.setText(self.windowTitle())
        form.parts.setStretch(1, 1)
        self.preview = PagePreview(form, self)
        self.preview.wanted.connect(self.refresh)
        self._fill(first)
        self._connect()
        self._change()

    def _fill(self, first: str) -> None:
        form = self.form
        possible = {
            Handout.THREAD: bool(self._bridge.chosen(Goal)),
            Handout.BALANCE: bool(self._bridge.workspace.profile.balance_pairs),
        }
        offered = [one for one in Handout if possible.get(one, True)]
        for one in offered:
            form.what.addItem(self._handouts.title(one), one)
        form.what.setCurrentIndex(offered.index(Handout(first)) if first in offered else 0)
        for choice in (form.what, form.part):
            choice.setFixedWidth(_BROAD)
        self._offer_parts()

    def _offer_parts(self) -> None:
        """Offer the committees of the goals, or what stands beside the goals in the matrix; nothing elsewhere."""
        part, words = self.form.part, self._bridge.workspace.words
        part.blockSignals(True)
        part.clear()
        if self.handout is Handout.GOALS:
            part.addItem(self.tr("All"), None)
            for committee in self._handouts.committees:
                part.addItem(committee.name, committee.id)
            self.form.part_label.setText(self.tr("Committee"))
        elif self.handout is Handout.COVERAGE:
            for side in Side:
                part.addItem(words.text(f"tables.matrix_{side.value}"), side)
            self.form.part_label.setText(self.tr("Table"))
        elif self.handout is Handout.THREAD:
            for goal in self._bridge.chosen(Goal):
                part.addItem(goal_titled(self._bridge.document, goal), goal)
            self.form.part_label.setText(self.tr("Goal"))
        part.blockSignals(False)
        for one in (part, self.form.part_label):
            one.setVisible(part.count() > 0)

    def _connect(self) -> None:
        form = self.form
        form.what.currentIndexChanged.connect(self._offer_parts)
        form.what.currentIndexChanged.connect(self._change)
        form.part.currentIndexChanged.connect(self._change)
        form.save_pdf.clicked.connect(partial(self._ask, self.tr("Save as PDF"), "PDF (*.pdf)", "pdf"))
        form.save_word.clicked.connect(partial(self._ask, self.tr("Save for Word"), "Word (*.docx)", "docx"))
        form.save_excel.clicked.connect(partial(self._ask, self.tr("Save for Excel"), "Excel (*.xlsx)", "xlsx"))
        form.to_printer.clicked.connect(self.ask_printer)
        form.cancel.clicked.connect(self.reject)

    @property
    def handout(self) -> Handout:
        """What is handed out."""
        return Handout(self.form.what.currentData())

    @property
    def part(self) -> Id | None:
        """The part of it that is handed out: see `Handouts.sheets`."""
        chosen = self.form.part.currentData()
        return Id(chosen) if chosen else None

    @property
    def paper(self) -> Paper:
        """The handout on paper, made once for the dialog."""
        key = self.handout, self.part
        if key not in self._papers:
            self._papers[key] = printed_report(self._handouts.report(*key), made_at=self._made_at)
        return self._papers[key]

    def _change(self) -> None:
        self.form.said.clear()
        self.preview.begin()
        self.form.preview.verticalScrollBar().setValue(0)

    def refresh(self) -> None:
        """Show the page that is current."""
        self.setCursor(Qt.CursorShape.WaitCursor)
        try:
            paper = self.paper
        finally:
            self.unsetCursor()
        self.preview.show(paper, max(_LEAST, self.preview.breadth) / _INCHES[self.handout not in _STANDING])

    def _ask(self, title: str, kind: str, suffix: str) -> None:
        name, folder = f"{self._name()}.{suffix}", self._settings.get(PRINT_FOLDER)
        dialog = save_dialog(self, title, folder, name=name, suffix=suffix, kinds=[kind])
        dialog.fileSelected.connect(lambda chosen: self.save_file(_ending(chosen, suffix)))
        dialog.open()

    def _name(self) -> str:
        parts = [self.form.what.currentText()]
        if self.part is not None:
            parts.append(self.form.part.currentText())
        day = self._made_at.date()
        return safe_name(f"{' – '.join(parts)} {day.isoformat()}")

    def save_file(self, name: str) -> None:
        """Write the handout into a file, as its name says: PDF, Word or Excel."""
        path = Path(name)
        failed = write_out(self, self._settings, [(path, partial(self._content, path.suffix.lower()))])
        self.form.said.setText(failed or self.tr("Saved as %1").replace("%1", str(path)))

    def _content(self, suffix: str) -> bytes:
        made: dict[str, Callable[[], bytes]] = {
            ".docx": lambda: word.word_document(self._handouts.report(self.handout, self.part), made_at=self._made_at),
            ".xlsx": lambda: workbook(self._handouts.sheets(self.handout, self.part), made_at=self._made_at),
        }
        return made.get(suffix, lambda: self.paper.pdf)()

    def ask_printer(self) -> None:
        """Ask for a printer."""
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        ask_printer(self, self._printer, self._print)

    def _print(self) -> None:
        self.form.said.setText(sent_text(self.print_on(self._printer)))

    def print_on(self, printer: QPrinter) -> int:
        """Print the handout; gives the number of sheets."""
        self.setCursor(Qt.CursorShape.WaitCursor)
        try:
            return print_papers(printer, [self.paper.pdf])
        finally:
            self.unsetCursor()


def _ending(name: str, suffix: str) -> str:
    """A file's name that says what is written into it, whatever ending was typed."""
    return name if Path(name).suffix.lower() == f".{suffix}" else f"{name}.{suffix}"
