"""The question when goals are pasted on another map: the same goals, or new ones like them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from strategikort.desktop.forms.paste_choice import Ui_PasteChoiceForm
from strategikort.desktop.look.room import fits_texts


class PasteChoice(QDialog):
    """Asks how goals are pasted. Accepted when one of the two ways was chosen."""

    def __init__(self, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.same = False
        """Whether the goals themselves are wanted."""
        self.form = Ui_PasteChoiceForm()
        self.form.setupUi(self)
        self.form.heading.setText(self.tr("%n goal(s) on this map too?", "", number))
        self.form.same.clicked.connect(self._same)
        self.form.copy.clicked.connect(self.accept)
        self.form.cancel.clicked.connect(self.reject)
        fits_texts(self, self.width())

    @property
    def remembers(self) -> bool:
        """Whether the answer holds from now on."""
        return self.form.remember.isChecked()

    def _same(self) -> None:
        self.same = True
        self.accept()
