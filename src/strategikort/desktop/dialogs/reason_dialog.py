"""Asking why: something that may stand, or goes back, with a reason and the name of who gives it."""

from PySide6.QtWidgets import QDialog, QWidget

from strategikort.desktop.forms.reason_dialog import Ui_ReasonDialogForm
from strategikort.desktop.look.room import fits_texts


class ReasonDialog(QDialog):
    """Accepted once both a reason and a name are written; until then the button ``go`` is off."""

    def __init__(self, heading: str, text: str, *, go: str, who: str, why: str = "", parent: QWidget | None) -> None:
        super().__init__(parent)
        self.form = Ui_ReasonDialogForm()
        self.form.setupUi(self)
        self.form.heading.setText(heading)
        self.form.text.setText(text)
        self.form.go.setText(go)
        self.form.go.setDefault(True)
        self.form.why.setPlainText(why)
        self.form.who.setText(who)
        self.form.why.textChanged.connect(self._tell)
        self.form.who.textChanged.connect(self._tell)
        self.form.go.clicked.connect(self.accept)
        self.form.cancel.clicked.connect(self.reject)
        self._tell()
        fits_texts(self, self.width())
        self.form.why.setFocus()

    @property
    def why(self) -> str:
        """The reason that is written."""
        return self.form.why.toPlainText().strip()

    @property
    def who(self) -> str:
        """Who gives it."""
        return self.form.who.text().strip()

    def _tell(self) -> None:
        self.form.go.setEnabled(bool(self.why and self.who))
