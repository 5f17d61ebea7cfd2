"""The findings for Qt: the list of the last check, as far as the user wants to see its severities."""

from collections import Counter
from html import escape
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from strategikort.cascade.findings import Finding, Severity
from strategikort.desktop.bridge import Bridge

Index = QModelIndex | QPersistentModelIndex
_NONE: Final = QModelIndex()
FINDING_ROLE: Final = Qt.ItemDataRole.UserRole + 1


class FindingsModel(QAbstractListModel):
    """One line a finding, the worst first."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._wanted = set(Severity)
        self._shown: tuple[Finding, ...] = ()
        bridge.checked.connect(self.refresh)
        self.refresh()

    def counts(self) -> Counter[Severity]:
        """How many findings there are of each severity, shown or not."""
        return Counter(finding.severity for finding in self._bridge.findings)

    def want(self, severities: set[Severity]) -> None:
        """Show findings of these severities."""
        self._wanted = severities
        self.refresh()

    def refresh(self) -> None:
        """Show the findings of the last check."""
        shown = tuple(finding for finding in self._bridge.findings if finding.severity in self._wanted)
        if shown == self._shown:
            self._shown = shown
            return
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()

    def row_of(self, finding: Finding) -> int:
        """The line of a finding, -1 if it is not shown."""
        return self._shown.index(finding) if finding in self._shown else -1

    @override
    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self._shown):
            return None
        finding = self._shown[index.row()]
        if role == FINDING_ROLE:
            return finding
        if role == Qt.ItemDataRole.DisplayRole:
            return self._bridge.say(finding.message)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            severity = self._bridge.workspace.words.text(f"severity.{finding.severity.value}")
            return f"{severity}: {self._bridge.say(finding.message)}"
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self._bridge.workspace.words.text(f"{finding.rule}.help")
        if role == Qt.ItemDataRole.ToolTipRole:
            words = self._bridge.workspace.words
            parts = self._bridge.say(finding.message), words.text(f"{finding.rule}.help")
            return "".join(f"<p>{escape(part)}</p>" for part in parts)
        return None
