"""A new document: which steering model, and whose municipality."""

from PySide6.QtWidgets import QDialog, QWidget

from strategikort.application.profiles import load_profile, profile_keys
from strategikort.desktop.forms.new_dialog import Ui_NewDialogForm
from strategikort.desktop.look.room import fits_texts
from strategikort.desktop.look.settings import PROFILE, Settings
from strategikort.domain.texts import folded, one_line

_NAME_MOST = 120


class NewDialog(QDialog):
    """Asks for what a new document needs; `profile` and `name` are the answers."""

    def __init__(self, settings: Settings, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.form = Ui_NewDialogForm()
        self.form.setupUi(self)
        self.form.name.setMaxLength(_NAME_MOST)
        self.form.name.setPlaceholderText(self.tr("For instance Øresø Kommune"))
        for model in sorted((load_profile(key, language) for key in profile_keys()), key=lambda one: folded(one.name)):
            self.form.profile.addItem(model.name, model.key)
        place = self.form.profile.findData(settings.get(PROFILE))
        self.form.profile.setCurrentIndex(max(place, 0))
        self.form.make.setDefault(True)
        self.form.make.clicked.connect(self._make)
        self.form.cancel.clicked.connect(self.reject)
        self.form.name.textChanged.connect(self._can)
        self._can()
        fits_texts(self, self.width())
        self.form.name.setFocus()

    @property
    def name(self) -> str:
        """The name of the municipality."""
        return one_line(self.form.name.text())

    @property
    def profile(self) -> str:
        """The key of the model."""
        return str(self.form.profile.currentData())

    def _can(self) -> None:
        self.form.make.setEnabled(bool(self.name))

    def _make(self) -> None:
        self._settings.put(PROFILE, self.profile)
        self.accept()
