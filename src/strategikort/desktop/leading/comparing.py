"""The page *Ændringer*: two years, or an earlier version and the document as it is now, beside each other."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QVBoxLayout, QWidget

from strategikort.application.comparing import Change
from strategikort.application.comparing_pairs import Pair, VersionPair, YearPair
from strategikort.application.leading.views import compared_view
from strategikort.application.session import Version
from strategikort.cascade.checking import years_with_agreements
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.fields.rows import Rows
from strategikort.desktop.leading.page import NumbersPage
from strategikort.desktop.look.theme import Theme
from strategikort.domain.failures import KnownFailure
from strategikort.domain.phrases import phrase


class ComparingPage(QWidget):
    """Offers the pairs that can be compared, and shows a row for each goal that is not the same on both sides."""

    wanted = Signal(object)
    """The identity of a goal that shall be brought into sight."""

    on_map = Signal(object)
    """A `Pair` that shall be shown on the map."""

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.pairs = QComboBox(self)
        self.pairs.setAccessibleName(self.tr("What is compared"))
        self.told = QLabel(self)
        self.told.setProperty("muted", True)
        self.to_map = QPushButton(self.tr("Show on the map"), self)
        self.to_map.clicked.connect(self._show_on_map)
        self.page = NumbersPage(bridge, theme, self.tr("Changes"), self)
        self.page.wanted.connect(self.wanted)
        head = Rows(12)
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self.pairs)
        head.addWidget(self.told)
        head.push(self.to_map)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 0)
        box.addLayout(head)
        box.addWidget(self.page)
        self.pairs.activated.connect(self._compare)

    def refresh(self) -> None:
        """Offer what can be compared now, the same pair first if it is still there, and compare it."""
        before = self.pairs.currentText()
        self.pairs.clear()
        years = years_with_agreements(self._bridge.document, self._bridge.workspace.profile)
        for first, second in reversed(list(zip(years, years[1:], strict=False))):
            self.pairs.addItem(f"{first} – {second}", (first, second))
        for version in self._bridge.workspace.session.versions():
            at = f"{self._bridge.workspace.words.date(version.at.date())} {version.at:%H:%M}"
            name = self.tr("Saved %1 by %2 – now").replace("%1", at).replace("%2", version.who)
            self.pairs.addItem(name, version)
        self.pairs.setCurrentIndex(max(0, self.pairs.findText(before)))
        self._compare()

    def _compare(self) -> None:
        pair = self._pair()
        self.to_map.setEnabled(pair is not None)
        if pair is None:
            self.told.setText(self.tr("There is one year only and no earlier version: nothing to compare."))
            return
        try:
            found = pair.compared(self._bridge.workspace).comparison
        except KnownFailure as failure:
            self.told.setText(self._bridge.say(failure.phrase))
            return
        self.page.show_table(compared_view(self._bridge.workspace.reading, found))
        counts = {change: len(found.of(change)) for change in Change}
        self.told.setText(self._bridge.say(phrase("tables.changes", **{one.value: n for one, n in counts.items()})))

    def _pair(self) -> Pair | None:
        chosen, name = self.pairs.currentData(), self.pairs.currentText()
        if isinstance(chosen, Version):
            return VersionPair(name, partial(self._bridge.workspace.session.version_document, chosen))
        return YearPair(name, *chosen) if chosen else None

    def _show_on_map(self) -> None:
        pair = self._pair()
        if pair is not None:
            self.on_map.emit(pair)
