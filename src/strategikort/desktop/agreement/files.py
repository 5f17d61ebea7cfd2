"""The papers of an agreement that went out and came back, and whatever else is kept with it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QTreeWidgetItem, QWidget

from strategikort.application.attaching import attaching, read_file
from strategikort.application.issuing import issued
from strategikort.application.printing import spoken_name
from strategikort.desktop.agreement.certificate_dialog import CertificateDialog
from strategikort.desktop.agreement.verify_dialog import VerifyDialog
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.dialogs.file_dialogs import file_dialog, save_dialog
from strategikort.desktop.dialogs.messages import show_dialog
from strategikort.desktop.forms.agreements_view import Ui_AgreementsViewForm
from strategikort.desktop.look.settings import FOLDER, PRINT_FOLDER, Settings
from strategikort.desktop.paper.outlets import write_out
from strategikort.domain.agreements import (
    Agreement,
    AgreementState,
    Attachment,
    AttachmentKind,
    IssuedPaper,
    IssuePurpose,
)
from strategikort.domain.edits.signing import attachments_of, detach, issued_of
from strategikort.domain.failures import KnownFailure
from strategikort.domain.shape import Id

_ROLE = Qt.ItemDataRole.UserRole + 1


class Files(QObject):
    """The part of the view in which papers go out and files are kept."""

    def __init__(self, bridge: Bridge, settings: Settings, form: Ui_AgreementsViewForm, view: QWidget) -> None:
        super().__init__(view)
        self._bridge, self._settings, self._form, self._view = bridge, settings, form, view
        self._agreement: Agreement | None = None
        for column, width in ((0, 260), (1, 220)):
            form.files.setColumnWidth(column, width)
        form.files.itemSelectionChanged.connect(self._can)
        form.issue.clicked.connect(self.ask_issue)
        form.issue_service.clicked.connect(self.ask_service)
        form.certify.clicked.connect(self.sign)
        form.returned.clicked.connect(self.look_at_pdf)
        form.attach.clicked.connect(self.ask_attach)
        form.save_file.clicked.connect(self.ask_save)
        form.detach.clicked.connect(self.detach)

    def show_agreement(self, agreement: Agreement | None) -> None:
        """Show the files of ``agreement``, the latest paper first."""
        self._agreement = agreement
        form, document = self._form, self._bridge.document
        form.files.clear()
        if agreement is not None:
            for paper in issued_of(document, agreement.id):
                form.files.addTopLevelItem(self._paper_line(agreement, paper))
            for one in attachments_of(document, agreement.id):
                form.files.addTopLevelItem(self._file_line(one))
        self._can()

    def _paper_line(self, agreement: Agreement, paper: IssuedPaper) -> QTreeWidgetItem:
        words = self._bridge.workspace.words
        what = words.text(f"issued.{paper.purpose.value}", version=paper.version, code=paper.check_code)
        when = words.date(paper.issued_at.date()) if paper.issued_at else ""
        item = QTreeWidgetItem([spoken_name(self._bridge.document, agreement), what, when])
        item.setData(0, _ROLE, paper.id)
        return item

    def _file_line(self, one: Attachment) -> QTreeWidgetItem:
        words = self._bridge.workspace.words
        day = words.date(one.added_on) if one.added_on else ""
        when = ", ".join(filter(None, (day, one.added_by)))
        item = QTreeWidgetItem([one.name, words.text(f"attached.{one.kind.value}"), when])
        item.setData(0, _ROLE, one.id)
        return item

    def _chosen(self) -> Attachment | IssuedPaper | None:
        item, document = self._form.files.currentItem(), self._bridge.document
        identity: Id | None = item.data(0, _ROLE) if item else None
        return document.get(Attachment, identity) or document.get(IssuedPaper, identity)

    def _can(self) -> None:
        form, one = self._form, self._chosen()
        ready = self._agreement is not None and self._agreement.state is AgreementState.READY
        form.issue.setEnabled(self._agreement is not None and self._agreement.state.may_be_signed)
        form.issue_service.setEnabled(ready)
        form.certify.setEnabled(ready)
        form.attach.setEnabled(self._agreement is not None)
        form.save_file.setEnabled(one is not None)
        form.detach.setEnabled(isinstance(one, Attachment))

    def ask_issue(self) -> None:
        """Ask where the paper that shall be signed by hand is saved."""
        self._ask_issue(IssuePurpose.PAPER)

    def ask_service(self) -> None:
        """Ask where the PDF for the municipality's signing service is saved."""
        self._ask_issue(IssuePurpose.SERVICE)

    def sign(self) -> None:
        """Let a party sign by a certificate."""
        if self._agreement is not None:
            show_dialog(CertificateDialog(self._bridge, self._settings, self._agreement, self._view))

    def look_at_pdf(self) -> None:
        """Look at a PDF that came back."""
        show_dialog(VerifyDialog(self._bridge, self._settings, self._view))

    def _ask_issue(self, purpose: IssuePurpose) -> None:
        if self._agreement is None:
            return
        name = spoken_name(self._bridge.document, self._agreement)
        dialog = save_dialog(
            self._view,
            self.tr("Paper to be signed"),
            self._settings.get(PRINT_FOLDER),
            name=name,
            suffix="pdf",
            kinds=["PDF (*.pdf)"],
        )
        dialog.fileSelected.connect(lambda chosen: self.issue(Path(chosen), purpose))
        dialog.open()

    def issue(self, path: Path, purpose: IssuePurpose) -> None:
        """Save the final paper of the agreement at ``path``, and note that it went out."""
        agreement = self._agreement
        if agreement is None:
            return
        self._write(path, lambda: issued(self._bridge.workspace, agreement, purpose).pdf)

    def _write(self, path: Path, made: Callable[[], bytes]) -> None:
        """Write what is ``made`` at ``path``, and say what came of it."""
        try:
            failed = write_out(self._view, self._settings, [(path, made)])
            self._form.said.setText(failed or self.tr("Saved as %1.").replace("%1", str(path)))
        except KnownFailure as refusal:
            self._form.said.setText(self._bridge.say(refusal.phrase))

    def ask_attach(self) -> None:
        """Ask which file is to be kept with the agreement."""
        dialog = file_dialog(self._view, self.tr("Attach a file"), self._settings.get(FOLDER))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("PDF, Word and pictures (*.pdf *.docx *.png *.jpg *.jpeg)")])
        dialog.fileSelected.connect(lambda chosen: self.attach(Path(chosen), AttachmentKind.OTHER))
        dialog.open()

    def attach(self, path: Path, kind: AttachmentKind) -> None:
        """Keep the file at ``path`` with the agreement."""
        if self._agreement is None:
            return
        try:
            content = read_file(path)
            make = attaching(self._bridge.workspace, self._agreement.id, path.name, content, kind)
        except KnownFailure as refusal:
            self._form.said.setText(self._bridge.say(refusal.phrase))
            return
        self._bridge.edit(make)

    def ask_save(self) -> None:
        """Ask where a copy of the chosen file is put."""
        one = self._chosen()
        item = self._form.files.currentItem()
        if one is None or item is None:
            return
        name = item.text(0)
        suffix = Path(name).suffix.lstrip(".") or "pdf"
        dialog = save_dialog(
            self._view, self.tr("Save a copy"), self._settings.get(FOLDER), name=name, suffix=suffix, kinds=["(*)"]
        )
        dialog.fileSelected.connect(lambda chosen: self.save_copy(Path(chosen)))
        dialog.open()

    def save_copy(self, path: Path) -> None:
        """Put a copy of the chosen file at ``path``."""
        one = self._chosen()
        if one is None:
            return
        self._write(path, lambda: self._bridge.workspace.session.store.read(one.file))

    def detach(self) -> None:
        """Keep the chosen file no longer."""
        one = self._chosen()
        if isinstance(one, Attachment):
            self._bridge.edit(lambda document: detach(document, one.id))
