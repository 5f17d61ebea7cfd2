"""Printing: which agreements, in which form, and whether they become files, PDF or Word, or go to a printer."""

from datetime import datetime, time
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QAbstractItemView, QDialog, QWidget
from typing_extensions import override

from strategikort.application.agreements import agreements_of
from strategikort.application.other_papers import PaperForm, printed_form, written_form
from strategikort.application.printing import Press, named, spoken_name
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.dialogs.file_dialogs import folder_dialog, save_dialog
from strategikort.desktop.fields.choosing import name_of
from strategikort.desktop.forms.print_dialog import Ui_PrintDialogForm
from strategikort.desktop.look.room import open_within_screen
from strategikort.desktop.look.settings import PRINT_FOLDER, Settings
from strategikort.desktop.paper.batch import Batch, Job, Outcome
from strategikort.desktop.paper.outlets import ask_printer, sent_text
from strategikort.desktop.paper.page_preview import PagePreview
from strategikort.desktop.paper.paper_printer import print_papers
from strategikort.desktop.paper.template_menu import TemplateMenu
from strategikort.domain.agreements import Agreement
from strategikort.domain.goals import UnitGoal
from strategikort.domain.organisation import OrgUnit
from strategikort.domain.shape import Id
from strategikort.domain.texts import folded
from strategikort.reports.model import Paper

_ROLE: Final = Qt.ItemDataRole.UserRole + 1
_PAPER_INCHES: Final = 8.27
WORD: Final = ".docx"


class PrintDialog(QDialog):
    """The preview is the paper itself: what is shown is what is saved and printed."""

    def __init__(self, bridge: Bridge, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._settings = settings
        self._press: Press | None = None
        self._papers: dict[tuple[Id, bool, PaperForm], Paper] = {}
        self._lacking: dict[str, None] = {}
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
        self.template = TemplateMenu(self.form.word_template, settings, bridge.workspace.words, self)
        self.batch = Batch(bridge.say, self)
        for form, text in zip(PaperForm, self._forms(), strict=True):
            self.form.what.addItem(text, form.value)
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
        form.what.currentIndexChanged.connect(self._other_agreement)
        form.what.currentIndexChanged.connect(self._count)
        form.save_pdf.clicked.connect(self.ask_where)
        form.save_word.clicked.connect(self.ask_where_in_word)
        form.stop.clicked.connect(self.batch.stop)
        self.batch.step.connect(self._show_step)
        self.batch.ended.connect(self._show_outcome)
        self.template.said.connect(form.chosen.setText)
        form.to_printer.clicked.connect(self.ask_printer)
        form.cancel.clicked.connect(self.reject)

    def _forms(self) -> tuple[str, str, str, str]:
        """What the forms are called, in their order."""
        return (
            self.tr("The whole agreement"),
            self.tr("Short form, two pages"),
            self.tr("A sheet for each effort"),
            self.tr("Only the sheet to be signed"),
        )

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

    @property
    def what(self) -> PaperForm:
        """The form in which the agreements are printed."""
        return PaperForm(self.form.what.currentData())

    def paper(self, agreement: Agreement) -> Paper:
        """The agreement on paper, made once for the dialog."""
        key = agreement.id, self.form.draft.isChecked(), self.what
        if key not in self._papers:
            self._papers[key] = self._printed(agreement, self.what, key[1])
        return self._papers[key]

    def _printed(self, agreement: Agreement, what: PaperForm, draft: bool) -> Paper:
        return printed_form(self.press, agreement, what, draft=draft, day=self._bridge.workspace.today())

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
        for button in (self.form.save_pdf, self.form.to_printer):
            button.setEnabled(number > 0)
        self.form.save_word.setEnabled(number > 0 and self.what is not PaperForm.SIGNATURES)
        self.form.word_template.setEnabled(self.what is PaperForm.AGREEMENT)

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
        """Ask for a file for one agreement, for a folder for several; they become PDF."""
        self._ask(self.tr("Save as PDF"), ".pdf", "PDF (*.pdf)")

    def ask_where_in_word(self) -> None:
        """Ask for a file for one agreement, for a folder for several; they become Word documents."""
        self._ask(self.tr("Save as Word"), WORD, "Word (*.docx)")

    def _ask(self, title: str, ending: str, kind: str) -> None:
        chosen, folder = self.chosen, self._settings.get(PRINT_FOLDER)
        if not chosen:
            return
        if len(chosen) == 1:
            name = Path(spoken_name(self._bridge.document, chosen[0])).stem + self._mark + ending
            dialog = save_dialog(self, title, folder, name=name, suffix=ending[1:], kinds=[kind])
            dialog.fileSelected.connect(self.save_file)
        else:
            dialog = folder_dialog(self, title, folder)
            dialog.fileSelected.connect(lambda place: self.save_folder(place, ending))
        dialog.open()

    @property
    def _mark(self) -> str:
        """What a file's name says of the form, so that none takes the place of the agreement itself."""
        whole = self.what is PaperForm.AGREEMENT
        return "" if whole else f" – {self.form.what.currentText().partition(',')[0].lower()}"

    def save_file(self, name: str) -> None:
        """Write the one agreement chosen into a file, as PDF or Word by the end of its name."""
        chosen = self.chosen
        if chosen:
            self._write([(Path(name), chosen[0])])

    def save_folder(self, name: str, ending: str = ".pdf") -> None:
        """Write all agreements chosen into a folder, each into a file of its own."""
        files = named(self._bridge.document, self.chosen, f"{self._mark}{ending}")
        self._write([(Path(name) / file, one) for file, one in files])

    def _write(self, files: list[tuple[Path, Agreement]]) -> None:
        """Make the files as things are chosen now, one after the other."""
        self._lacking.clear()
        self._settings.put(PRINT_FOLDER, str(files[0][0].parent))
        what, draft, template = self.what, self.form.draft.isChecked(), self.template.path
        jobs = []
        for path, one in files:
            in_word = path.suffix.lower() == WORD
            made = partial(self._word, one, what, draft, template) if in_word else partial(self._pdf, one, what, draft)
            jobs.append(Job(name_of(self._bridge.document, one.org), path, made))
        self._running(len(jobs))
        self.batch.start(jobs)

    def _pdf(self, agreement: Agreement, what: PaperForm, draft: bool) -> bytes:
        return self._printed(agreement, what, draft).pdf

    def _word(self, agreement: Agreement, what: PaperForm, draft: bool, template: Path | None) -> bytes:
        day = self._bridge.workspace.today()
        filled = written_form(self.press, agreement, what, template, draft=draft, day=day)
        self._lacking.update(dict.fromkeys(filled.lacking))
        return filled.content

    def _running(self, jobs: int) -> None:
        """Show that files are being made, or with none that it is over; nothing else is chosen meanwhile."""
        form = self.form
        form.progress.setVisible(jobs > 0)
        form.stop.setVisible(jobs > 0)
        for widget in (form.list, form.what, form.draft, form.all_button, form.none_button, form.word_template):
            widget.setEnabled(not jobs)
        for button in (form.save_pdf, form.save_word, form.to_printer):
            button.setEnabled(not jobs)
        form.progress.setRange(0, max(jobs, 1))
        form.failures.setVisible(False)
        if jobs:
            form.stop.setFocus()
        else:
            self._count()

    def _show_step(self, done: int, coming: str) -> None:
        self.form.progress.setValue(done)
        self.form.chosen.setText(coming)

    def _show_outcome(self, outcome: Outcome) -> None:
        """Say what was saved and where, and what was not and why."""
        form = self.form
        self._running(0)
        form.save_pdf.setFocus()
        said = []
        if outcome.written:
            text = self.tr("%n file(s) saved in %1", "", len(outcome.written))
            said.append(text.replace("%1", str(outcome.written[0].parent)))
        if outcome.stopped:
            said.append(self.tr("Stopped. The rest was not made."))
        if len(outcome.failed) == 1 and not outcome.written:
            said.append(outcome.failed[0][1])
        elif outcome.failed:
            said.append(self.tr("%n agreement(s) could not be saved:", "", len(outcome.failed)))
            form.failures.setPlainText("\n".join(f"{name}: {why}" for name, why in outcome.failed))
            form.failures.show()
        if self._lacking:
            said.append(self.tr("The template has no place for: %1").replace("%1", ", ".join(self._lacking)))
        form.chosen.setText("\n".join(said))

    @override
    def done(self, result: int) -> None:
        self.batch.stop()
        super().done(result)

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
