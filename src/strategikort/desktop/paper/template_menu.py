"""Which Word template agreements are written in: the municipality's own, or the program's, to begin with."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QWidget

from strategikort.application import word_paper
from strategikort.application.printing import put
from strategikort.desktop.dialogs.file_dialogs import file_dialog, save_dialog
from strategikort.desktop.look.settings import PRINT_FOLDER, WORD_TEMPLATE, Settings
from strategikort.desktop.paper.outlets import unwritten
from strategikort.domain.phrases import Wording


class TemplateMenu(QObject):
    """The menu of a button that says which template is used."""

    said = Signal(str)
    """What came of what was chosen."""

    def __init__(self, button: QPushButton, settings: Settings, words: Wording, dialog: QWidget) -> None:
        super().__init__(dialog)
        self._button, self._settings, self._words, self._dialog = button, settings, words, dialog
        menu = QMenu(button)
        self.choose = menu.addAction(self.tr("Choose a template ..."))
        self.own = menu.addAction(self.tr("Use the program's own"))
        self.begin = menu.addAction(self.tr("Save a template to begin with ..."))
        button.setMenu(menu)
        self.choose.triggered.connect(self.ask_which)
        self.own.triggered.connect(lambda: self.use(""))
        self.begin.triggered.connect(self.ask_where)
        self._tell()

    @property
    def path(self) -> Path | None:
        """The municipality's own template; None for the program's."""
        name = self._settings.get(WORD_TEMPLATE)
        return Path(name) if name else None

    def use(self, name: str) -> None:
        """Use the template with this name from now on; the program's for an empty one."""
        self._settings.put(WORD_TEMPLATE, name)
        self._tell()

    def ask_which(self) -> None:
        """Ask for a template."""
        folder = str(self.path.parent) if self.path else self._settings.get(PRINT_FOLDER)
        dialog = file_dialog(self._dialog, self.tr("Choose a Word template"), folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(["Word (*.docx)"])
        dialog.fileSelected.connect(self.use)
        dialog.open()

    def ask_where(self) -> None:
        """Ask where a template to begin with shall be saved."""
        title, folder = self.tr("Save a template to begin with"), self._settings.get(PRINT_FOLDER)
        name = self.tr("Agreement template.docx")
        dialog = save_dialog(self._dialog, title, folder, name=name, suffix="docx", kinds=["Word (*.docx)"])
        dialog.fileSelected.connect(self.save_start)
        dialog.open()

    def save_start(self, name: str) -> None:
        """Save a template with every field in it."""
        try:
            put(Path(name), word_paper.starting_word(self._words))
        except OSError as failure:
            self.said.emit(unwritten(failure))
        else:
            text = self.tr("The template is saved in %1. Change it in Word, and choose it here.")
            self.said.emit(text.replace("%1", name))

    def _tell(self) -> None:
        text, path = self.tr("Word template: %1"), self.path
        said = text.replace("%1", path.name if path else self.tr("the program's own"))
        self._button.setText(f"{said} ▾")
        self._button.setAccessibleName(said)
        self.own.setEnabled(path is not None)
