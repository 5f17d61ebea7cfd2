"""The status bar: saved where and when, what is selected or was said last, how many agreements can be signed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QStatusBar

from strategikort.desktop.bridge import Bridge
from strategikort.desktop.status import save_text, selection_text, signing_text
from strategikort.domain.phrases import Phrase


class StatusLine:
    """Three texts in the bar of a window, always those of the document."""

    def __init__(self, bar: QStatusBar, bridge: Bridge) -> None:
        self._bridge = bridge
        bar.setSizeGripEnabled(False)
        self.saved, self.said, self.signing = QLabel(bar), QLabel(bar), QLabel(bar)
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
        self.saved.setToolTip(str(session.path or ""))
        self.said.setText(selection_text(self._bridge))
        self.signing.setText(signing_text(self._bridge))

    def tell(self, said: object) -> None:
        """Say why something was not done (a `Phrase`)."""
        if isinstance(said, Phrase):
            self.hint(self._bridge.say(said))

    def hint(self, text: object) -> None:
        """Show a sentence, or what is selected if there is none."""
        self.said.setText(str(text) or selection_text(self._bridge))
        self.said.setToolTip(str(text))
