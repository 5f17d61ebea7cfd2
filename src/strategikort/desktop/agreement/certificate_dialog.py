"""*Underskriv med certifikat*: a party signs the paper itself, by a certificate in a file or on a card."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from strategikort.application.returning import certified
from strategikort.application.signing import certificate_in, certificate_on
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.dialogs.file_dialogs import file_dialog
from strategikort.desktop.forms.certificate_dialog import Ui_CertificateDialogForm
from strategikort.desktop.look.room import open_within_screen
from strategikort.desktop.look.settings import FOLDER, TOKEN_MODULE, Settings
from strategikort.domain.agreements import Agreement
from strategikort.domain.edits.signing import signatories_of
from strategikort.domain.failures import KnownFailure
from strategikort.domain.organisation import Person
from strategikort.domain.shape import Id


class CertificateDialog(QDialog):
    """Signs for one party. Password and PIN are forgotten with the dialog."""

    def __init__(self, bridge: Bridge, settings: Settings, agreement: Agreement, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._settings = bridge, settings
        self._file: Path | None = None
        self.form = form = Ui_CertificateDialogForm()
        form.setupUi(self)
        open_within_screen(self, self.size())
        for one in signatories_of(bridge.document, agreement.id):
            if one.signed_on is None:
                person = bridge.document.get(Person, one.person)
                form.party.addItem(person.name if person else one.role, one.id)
        form.module.setText(settings.get(TOKEN_MODULE))
        form.choose.clicked.connect(self.ask_file)
        form.choose_module.clicked.connect(self.ask_module)
        form.ways.currentChanged.connect(self._can)
        for field in (form.password, form.token, form.pin):
            field.textChanged.connect(self._can)
        form.cancel.clicked.connect(self.reject)
        form.sign.clicked.connect(self.sign)
        self._can()

    @property
    def party(self) -> Id | None:
        """The party that signs."""
        found = self.form.party.currentData()
        return Id(found) if found else None

    def ask_file(self) -> None:
        """Ask for the file with the certificate."""
        dialog = file_dialog(self, self.tr("Choose certificate"), self._settings.get(FOLDER))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Certificates (*.p12 *.pfx)")])
        dialog.fileSelected.connect(lambda name: self.use_file(Path(name)))
        dialog.open()

    def use_file(self, path: Path) -> None:
        """Sign by the certificate in the file at ``path``."""
        self._file = path
        self.form.file.setText(path.name)
        self._can()

    def ask_module(self) -> None:
        """Ask for the program library of the card's maker."""
        dialog = file_dialog(self, self.tr("The card's program library"), self._settings.get(FOLDER))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.use_module)
        dialog.open()

    def use_module(self, path: str) -> None:
        """Reach the card by the library at ``path``, from now on."""
        self._settings.put(TOKEN_MODULE, path)
        self.form.module.setText(path)
        self._can()

    @property
    def _by_card(self) -> bool:
        return self.form.ways.currentWidget() is self.form.card_tab

    def _can(self) -> None:
        form = self.form
        card = bool(form.module.text() and form.token.text() and form.pin.text())
        form.sign.setEnabled(self.party is not None and (card if self._by_card else self._file is not None))

    def sign(self) -> None:
        """Sign the paper, keep it, and note who has signed; what goes wrong is said here."""
        party, workspace, form = self.party, self._bridge.workspace, self.form
        if party is None:
            return
        at = workspace.session.now()
        self.setCursor(Qt.CursorShape.WaitCursor)
        try:
            if self._by_card:
                module = Path(form.module.text())
                with certificate_on(module, label=form.token.text(), pin=form.pin.text(), at=at) as certificate:
                    make = certified(workspace, party, certificate)
            elif self._file is not None:
                certificate = certificate_in(self._file, password=form.password.text(), at=at)
                make = certified(workspace, party, certificate)
            else:
                return
        except KnownFailure as failure:
            form.said.setText(self._bridge.say(failure.phrase))
            return
        finally:
            self.unsetCursor()
        if self._bridge.edit(make) is not None:
            self.accept()
