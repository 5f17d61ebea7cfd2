"""The findings for Qt: the list of the last check, as far as the user wants to see them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import chain
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from strategikort.application.findings_grouped import Group, Grouping, grouped
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
HEADING_ROLE: Final = Qt.ItemDataRole.UserRole + 3
"""The `Heading` in a line, None in a line with a finding."""

Row = tuple[Finding, Exemption | None]


@dataclass(frozen=True, slots=True)
class Heading:
    """The line above the findings of a group, which can be folded away under it."""

    group: Group
    counts: tuple[int, int, int]
    """Errors, warnings, hints; those that are excepted do not count."""
    folded: bool


class FindingsModel(QAbstractListModel):
    """One line a finding, the worst first; if wanted, those that are excepted for a reason follow.

    In groups, each has a line above its findings.
    """

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._wanted = set(Severity)
        self._with_excepted = False
        self._text = ""
        self._grouping: Grouping | None = None
        self._folded: set[str] = set()
        self._shown: tuple[Row | Heading, ...] = ()
        bridge.checked.connect(self.refresh)
        self.refresh()

    def counts(self) -> Counter[Severity]:
        """How many findings there are of each severity, shown or not. Those that are excepted do not count."""
        return Counter(finding.severity for finding in self._bridge.findings)

    def want(self, severities: set[Severity], text: str = "", *, excepted: bool = False) -> None:
        """Show findings of these severities that have ``text`` in their sentence, and the ``excepted`` of them too."""
        self._wanted, self._text, self._with_excepted = severities, folded(text), excepted
        self.refresh()

    def group(self, by: Grouping | None) -> None:
        """Group the findings by something else, all groups open; None for one list."""
        self._grouping, self._folded = by, set()
        self.refresh()

    def fold(self, key: str, *, folded: bool) -> None:
        """Fold the findings of a group away under its heading, or show them again."""
        if folded != (key in self._folded):
            self._folded ^= {key}
            self.refresh()

    def unfold_all(self) -> None:
        """Show the findings of all groups."""
        if self._folded:
            self._folded = set()
            self.refresh()

    def refresh(self) -> None:
        """Show the findings of the last check."""
        shown = tuple(self._chosen() if self._grouping is None else self._in_groups(self._grouping))
        if shown == self._shown:
            self._shown = shown
            return
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()

    def _in_groups(self, by: Grouping) -> Iterator[Row | Heading]:
        space = self._bridge.workspace
        for group, rows in grouped(self._chosen(), by, space.reading, space.asking()).items():
            counted = Counter(finding.severity for finding, exemption in rows if exemption is None)
            folded_away = group.key in self._folded
            counts = counted[Severity.ERROR], counted[Severity.WARNING], counted[Severity.INFO]
            yield Heading(group, counts, folded_away)
            yield from () if folded_away else rows

    def _chosen(self) -> Iterator[Row]:
        rows: Iterable[Row] = ((finding, None) for finding in self._bridge.findings)
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
        return next((row for row, one in enumerate(self._shown) if isinstance(one, tuple) and one[0] == finding), -1)

    def row_of_heading(self, key: str) -> int:
        """The line of a group's heading, -1 if it is not shown."""
        rows = enumerate(self._shown)
        return next((row for row, one in rows if isinstance(one, Heading) and one.group.key == key), -1)

    def _heard(self, heading: Heading, role: int) -> object:
        """What a heading shows and says: the group, how many findings of each kind, whether they are seen."""
        if role == HEADING_ROLE:
            return heading
        errors, warnings, hints = heading.counts
        counts = [
            self.tr("%n error(s)", "", errors) if errors else "",
            self.tr("%n warning(s)", "", warnings) if warnings else "",
            self.tr("%n piece(s) of good advice", "", hints) if hints else "",
        ]
        told = f"{heading.group.name} · {', '.join(filter(None, counts))}".removesuffix(" · ")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = self.tr("folded") if heading.folded else self.tr("open")
            return f"{told}: {state}"
        return told if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) else None

    @override
    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self._shown):
            return None
        shown = self._shown[index.row()]
        if isinstance(shown, Heading):
            return self._heard(shown, role)
        finding, exemption = shown
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
