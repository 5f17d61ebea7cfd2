"""The agreement as paper beside its text, made anew when the typing pauses, at the page that is being written."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from strategikort.application.printing import Press
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.forms.agreements_view import Ui_AgreementsViewForm
from strategikort.desktop.paper.page_preview import PagePreview
from strategikort.domain.agreements import Agreement, IssuePurpose, Section
from strategikort.domain.document import Document
from strategikort.reports.model import Paper
from strategikort.reports.preview import page_with

_PAGE_INCHES = 8.27
_LEAST = 260


class LivePaper(PagePreview):
    """The preview of the view *Aftaler*: what the paper would be if it were printed now."""

    def __init__(self, bridge: Bridge, form: Ui_AgreementsViewForm, view: QWidget) -> None:
        super().__init__(form, view)
        self._bridge, self._sheet = bridge, form
        self._agreement: Agreement | None = None
        self._paper: Paper | None = None
        self._made_of: tuple[Document, Agreement] | None = None
        self._idle = QTimer(self, interval=0, singleShot=True)
        self._idle.timeout.connect(self.refresh)
        self.wanted.connect(self._show_page)

    def show_agreement(self, agreement: Agreement | None) -> None:
        """Show ``agreement`` as the document stands, as soon as there is nothing more urgent."""
        if self._agreement is None or agreement is None or agreement.id != self._agreement.id:
            self.begin()
        self._agreement = agreement
        self._idle.start()

    def refresh(self) -> None:
        """Make the paper anew if the document has changed, and show its page."""
        agreement, workspace = self._agreement, self._bridge.workspace
        if agreement is None or not self._sheet.paper_side.isVisible():
            return
        document = self._bridge.document
        known = self._made_of
        if known is None or known[0] is not document or known[1] is not agreement:
            press = Press(workspace.reading, made_at=workspace.session.now(), findings=self._bridge.findings)
            self._paper = press.printed(agreement, purpose=IssuePurpose.PAPER)
            self._made_of = document, agreement
        self._show_page()

    def look_for(self, section: Section) -> None:
        """Turn to the page on which a section begins."""
        if self._paper is None or not self._sheet.paper_side.isVisible():
            return
        heading = section.heading.replace("{year}", str(self._agreement.valid_from.year) if self._agreement else "")
        page = page_with(self._paper.pdf, heading) if heading else None
        if page is not None:
            self.turn_to(page)

    def _show_page(self) -> None:
        if self._paper is not None:
            self.show(self._paper, max(_LEAST, self.breadth) / _PAGE_INCHES)
