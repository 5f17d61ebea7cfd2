"""Which file, or which folder of files, the user wants to see."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from strategikort.desktop.dialogs.file_dialogs import file_dialog, folder_dialog
from strategikort.desktop.look.settings import FOLDER, Settings
from strategikort.desktop.window.document_dialogs import SUFFIX


class WhichFile(QObject):
    """Asks over the window that the user is in."""

    chosen = Signal(object)
    """A `Path`."""

    def __init__(self, settings: Settings, window: Callable[[], QWidget | None], parent: QObject) -> None:
        super().__init__(parent)
        self._settings, self._window = settings, window

    def ask_file(self) -> None:
        """Ask for a file."""
        dialog = file_dialog(self._window(), self.tr("Open"), self._settings.get(FOLDER))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([f"Strategikort (*{SUFFIX})", self.tr("All files (*)")])
        self._ask(dialog)

    def ask_folder(self) -> None:
        """Ask for a folder that is to be seen as one municipality."""
        title = self.tr("Open a folder as overview")
        self._ask(folder_dialog(self._window(), title, self._settings.get(FOLDER)))

    def _ask(self, dialog: QFileDialog) -> None:
        dialog.fileSelected.connect(self._choose)
        dialog.open()

    def _choose(self, name: str) -> None:
        self.chosen.emit(Path(name))
