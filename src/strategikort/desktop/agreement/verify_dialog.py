"""*Kontrollér en PDF*: which agreement it is, whole or changed, by whom signed; kept with the agreement if it fits."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QTreeWidgetItem, QWidget

from strategikort.application.attaching import read_file
from strategikort.application.returning import Returned, keeping, looked_at
from strategikort.application.verified_words import told
from strategikort.application.verifying import trusted_in
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.dialogs.file_dialogs import file_dialog, folder_dialog
from strategikort.desktop.forms.verify_dialog import Ui_VerifyDialogForm
from strategikort.desktop.look.days import day_text, read_day
from strategikort.desktop.look.room import open_within_screen
from strategikort.desktop.look.settings import FOLDER, TRUST_FOLDER, Settings
from strategikort.domain.agreements import Agreement, AgreementState
from strategikort.domain.edits.signing import signatories_of
from strategikort.domain.failures import KnownFailure
from strategikort.domain.organisation import Person
from strategikort.domain.shape import Id

_ROLE = Qt.ItemDataRole.UserRole + 1


class VerifyDialog(QDialog):
    """Looks at one PDF after the other; nothing is kept unless somebody says so."""

    def __init__(self, bridge: Bridge, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._settings = bridge, settings
        self._returned: Returned | None = None
        self.form = form = Ui_VerifyDialogForm()
        form.setupUi(self)
        open_within_screen(self, self.size())
        form.parties.setProperty("framed", True)
        form.choose.clicked.connect(self.ask_which)
        form.trust.clicked.connect(self.ask_trust)
        form.day.textChanged.connect(self._can)
        form.parties.itemChanged.connect(self._can)
        form.keep.clicked.connect(self.keep)
        form.close.clicked.connect(self.reject)
        self._show_parties()
        self._can()

    def ask_which(self) -> None:
        """Ask which PDF is to be looked at."""
        dialog = file_dialog(self, self.tr("Choose PDF"), self._settings.get(FOLDER))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(["PDF (*.pdf)"])
        dialog.fileSelected.connect(lambda name: self.look_at(Path(name)))
        dialog.open()

    def ask_trust(self) -> None:
        """Ask for the folder with the certificates of those who are trusted to vouch for names."""
        dialog = folder_dialog(self, self.tr("Folder with certificates of trusted issuers"), self._settings.get(FOLDER))
        dialog.fileSelected.connect(self.trust_in)
        dialog.open()

    def trust_in(self, folder: str) -> None:
        """Trust those whose certificates lie in ``folder``, from now on; what is seen is looked at again."""
        self._settings.put(TRUST_FOLDER, folder)
        if self._returned is not None:
            self._look(self._returned.pdf, self._returned.name)

    def look_at(self, path: Path) -> None:
        """Look at the PDF at ``path``."""
        self.form.file.setText(path.name)
        try:
            self._look(read_file(path), path.name)
        except KnownFailure as failure:
            self._fail(failure)

    def _look(self, pdf: bytes, name: str) -> None:
        folder = self._settings.get(TRUST_FOLDER)
        self.setCursor(Qt.CursorShape.WaitCursor)
        try:
            trust = trusted_in(Path(folder) if folder else None)
            self._returned = looked_at(self._bridge.workspace, pdf, name, trust)
        except KnownFailure as failure:
            self._fail(failure)
            return
        finally:
            self.unsetCursor()
        verdict, *rest = told(self._returned.verified, self._bridge.document)
        self.form.verdict.setText(self._bridge.say(verdict))
        self.form.told.setPlainText("\n".join(self._bridge.say(one) for one in rest))
        self.form.said.clear()
        self._show_parties()
        self._can()

    def _fail(self, failure: KnownFailure) -> None:
        self._returned = None
        self.form.verdict.setText(self._bridge.say(failure.phrase))
        self.form.told.clear()
        self._show_parties()
        self._can()

    def _show_parties(self) -> None:
        """Offer to note those who have not been noted; who has signed by name is ticked."""
        form, document, returned = self.form, self._bridge.document, self._returned
        form.parties.clear()
        agreement = document.get(Agreement, returned.agreement) if returned and returned.fits else None
        ready = agreement is not None and agreement.state is AgreementState.READY
        for one in signatories_of(document, agreement.id) if ready and agreement else ():
            if one.signed_on is None:
                person = document.get(Person, one.person)
                item = QTreeWidgetItem([person.name if person else one.role])
                ticked = returned is not None and one.id in returned.signed
                item.setCheckState(0, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
                item.setData(0, _ROLE, one.id)
                form.parties.addTopLevelItem(item)
        shown = form.parties.topLevelItemCount() > 0
        for widget in (form.parties_label, form.parties, form.day_label, form.day):
            widget.setVisible(shown)
        day = returned.on if returned and returned.on else self._bridge.workspace.today()
        form.day.setText(day_text(day))

    def _chosen(self) -> list[Id]:
        items = (self.form.parties.topLevelItem(place) for place in range(self.form.parties.topLevelItemCount()))
        return [one.data(0, _ROLE) for one in items if one and one.checkState(0) is Qt.CheckState.Checked]

    def _can(self) -> None:
        returned = self._returned
        fits = returned is not None and returned.fits and not self._is_kept(returned)
        try:
            day = read_day(self.form.day.text())
        except ValueError:
            day = None
        self.form.keep.setEnabled(fits and (day is not None or not self._chosen()))
        self.form.keep.setVisible(returned is not None and returned.agreement is not None)

    def _is_kept(self, returned: Returned) -> bool:
        known = returned.verified.register
        return known is not None and known.kept and not self.form.parties.topLevelItemCount()

    def keep(self) -> None:
        """Keep the PDF with its agreement, and note who is ticked as having signed."""
        returned = self._returned
        if returned is None:
            return
        day = read_day(self.form.day.text()) or self._bridge.workspace.today()
        try:
            make = keeping(self._bridge.workspace, returned, self._chosen(), on=day)
        except KnownFailure as failure:
            self.form.said.setText(self._bridge.say(failure.phrase))
            return
        if self._bridge.edit(make) is not None:
            self._look(returned.pdf, returned.name)
            self.form.said.setText(self.tr("It is kept with the agreement."))
