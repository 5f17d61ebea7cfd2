"""The map in words (*Kortet i ord*): the map that is shown as plain text, to hear, to copy and to keep in a file."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from strategikort.application.drawing.prose import prose_of
from strategikort.application.printing import put
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.dialogs.file_dialogs import save_dialog
from strategikort.desktop.forms.map_in_words_dialog import Ui_MapInWordsDialogForm
from strategikort.desktop.look.room import open_within_screen
from strategikort.desktop.look.settings import FOLDER, Settings
from strategikort.desktop.maps.comparing_bar import ComparingBar
from strategikort.domain.shape import Id


class MapInWordsDialog(QDialog):
    """The text of one map, None for the whole document, always that of the document as it stands.

    A comparison that lies over the map is told as well.
    """

    def __init__(
        self,
        bridge: Bridge,
        settings: Settings,
        map: Id | None,
        comparing: ComparingBar,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge, self._settings, self._map, self._comparing = bridge, settings, map, comparing
        self.form = Ui_MapInWordsDialogForm()
        self.form.setupUi(self)
        open_within_screen(self, self.size())
        self.form.heading.setText(self.windowTitle())
        self.form.text.setTabChangesFocus(True)
        self.form.close.setDefault(True)
        self.form.copy.clicked.connect(self._copy)
        self.form.save.clicked.connect(self.ask_where)
        self.form.close.clicked.connect(self.accept)
        bridge.changed.connect(self.refresh)
        comparing.turned.connect(self.refresh)
        self.refresh()
        self.form.text.setFocus()

    @property
    def text(self) -> str:
        """The map in words."""
        return self.form.text.toPlainText()

    def refresh(self) -> None:
        """Say the map as it is now."""
        space = self._bridge.workspace
        beside = self._comparing.beside
        self.form.text.setPlainText(prose_of(space.document, space.profile, space.words, self._map, beside))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text)
        self.form.said.setText(self.tr("The text is copied."))

    def ask_where(self) -> None:
        """Ask for a text file."""
        title, folder, kinds = self.tr("Save as text"), self._settings.get(FOLDER), [self.tr("Text (*.txt)")]
        dialog = save_dialog(self, title, folder, name=f"{self.windowTitle()}.txt", suffix="txt", kinds=kinds)
        dialog.fileSelected.connect(self.save_file)
        dialog.open()

    def save_file(self, name: str) -> None:
        """Write the text into a file, in UTF-8."""
        try:
            put(Path(name), self.text.encode())
        except OSError as failure:
            text = self.tr("It cannot be written there: %1. Choose another place.")
            self.form.said.setText(text.replace("%1", failure.strerror or ""))
            return
        self.form.said.setText(self.tr("Saved in %1").replace("%1", name))
