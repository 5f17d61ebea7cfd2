"""The status bar: saved where and when, what is selected or was said last, how many agreements can be signed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QStatusBar

from strategikort.cascade.findings import Finding
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.fields.short_label import ShortLabel
from strategikort.desktop.window.status import save_text, selection_text, signing_text
from strategikort.domain.document import Document
from strategikort.domain.phrases import Phrase
from strategikort.domain.shape import Id


class StatusLine:
    """Three texts in the bar of a window, always those of the document."""

    def __init__(self, bar: QStatusBar, bridge: Bridge) -> None:
        self._bridge = bridge
        self._hinted: tuple[Document, tuple[Id, ...]] | None = None
        """What the sentence that is shown was said of; it stays until that is otherwise."""
        self._counted: tuple[Document, tuple[Finding, ...], int] | None = None
        bar.setSizeGripEnabled(False)
        self.saved, self.said, self.signing = ShortLabel(bar), ShortLabel(bar), QLabel(bar)
        for label in (self.saved, self.said, self.signing):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.saved.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        bar.addWidget(self.saved, 3)
        bar.addWidget(self.said, 4)
        bar.addPermanentWidget(self.signing)

    def follow(self) -> None:
        """Say how things stand now."""
        session = self._bridge.workspace.session
        self.saved.setText(save_text(session, self._bridge))
        self.saved.setToolTip(str(session.path or self.saved.text()))
        if (
            self._hinted is None
            or self._hinted[0] is not self._bridge.document
            or self._hinted[1] != self._bridge.selection
        ):
            self.hint("")
        self._follow_signing()

    def _follow_signing(self) -> None:
        """Count the agreements anew where the document, what was found or the year is another."""
        document, findings, year = self._bridge.document, self._bridge.findings, self._bridge.workspace.today().year
        before = self._counted
        if before is None or before[0] is not document or before[1] is not findings or before[2] != year:
            self._counted = document, findings, year
            self.signing.setText(signing_text(self._bridge))

    def tell(self, said: object) -> None:
        """Say why something was not done (a `Phrase`)."""
        if isinstance(said, Phrase):
            self.hint(self._bridge.say(said))

    def hint(self, text: object) -> None:
        """Show a sentence, or what is selected if there is none."""
        self._hinted = (self._bridge.document, self._bridge.selection) if text else None
        self.said.setText(str(text) or selection_text(self._bridge))
        self.said.setToolTip(str(text))
