"""The findings for Qt: the list of the last check, as far as the user wants to see them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from html import escape
from itertools import chain
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from strategikort.application.reviewing import excepted_told
from strategikort.cascade.findings import Finding, Severity
from strategikort.desktop.bridge import Bridge
from strategikort.domain.reviews import Exemption
from strategikort.domain.texts import folded

Index = QModelIndex | QPersistentModelIndex
_NONE: Final = QModelIndex()
FINDING_ROLE: Final = Qt.ItemDataRole.UserRole + 1
EXEMPTION_ROLE: Final = Qt.ItemDataRole.UserRole + 2
"""The justified exception that lets a finding stand, None if it is not excepted."""


class FindingsModel(QAbstractListModel):
    """One line a finding, the worst first; if wanted, those that are excepted for a reason follow."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._wanted = set(Severity)
        self._with_excepted = False
        self._text = ""
        self._shown: tuple[tuple[Finding, Exemption | None], ...] = ()
        bridge.checked.connect(self.refresh)
        self.refresh()

    def counts(self) -> Counter[Severity]:
        """How many findings there are of each severity, shown or not. Those that are excepted do not count."""
        return Counter(finding.severity for finding in self._bridge.findings)

    def want(self, severities: set[Severity], text: str = "", *, excepted: bool = False) -> None:
        """Show findings of these severities that have ``text`` in their sentence, and the ``excepted`` of them too."""
        self._wanted, self._text, self._with_excepted = severities, folded(text), excepted
        self.refresh()

    def refresh(self) -> None:
        """Show the findings of the last check."""
        shown = tuple(self._chosen())
        if shown == self._shown:
            self._shown = shown
            return
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()

    def _chosen(self) -> Iterator[tuple[Finding, Exemption | None]]:
        rows: Iterable[tuple[Finding, Exemption | None]] = ((finding, None) for finding in self._bridge.findings)
        if self._with_excepted:
            rows = chain(rows, self._bridge.excepted)
        for finding, exemption in rows:
            wanted = finding.severity in self._wanted or exemption is not None
            if wanted and (not self._text or self._text in folded(self._said(finding, exemption))):
                yield finding, exemption

    def _said(self, finding: Finding, exemption: Exemption | None) -> str:
        """The sentence of a finding, and of who let it stand and why."""
        return self._bridge.say(finding.message if exemption is None else excepted_told(finding, exemption))

    def row_of(self, finding: Finding) -> int:
        """The line of a finding, -1 if it is not shown."""
        return next((row for row, (one, _) in enumerate(self._shown) if one == finding), -1)

    @override
    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self._shown):
            return None
        finding, exemption = self._shown[index.row()]
        if role == FINDING_ROLE:
            return finding
        if role == EXEMPTION_ROLE:
            return exemption
        if role == Qt.ItemDataRole.DisplayRole:
            return self._said(finding, exemption)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            severity = self._bridge.workspace.words.text(f"severity.{finding.severity.value}")
            return f"{severity}: {self._said(finding, exemption)}"
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self._bridge.workspace.words.text(f"{finding.rule}.help")
        if role == Qt.ItemDataRole.ToolTipRole:
            words = self._bridge.workspace.words
            parts = self._said(finding, exemption), words.text(f"{finding.rule}.help")
            return "".join(f"<p>{escape(part)}</p>" for part in parts)
        return None
