"""The filter of the outline: by level, by unit, by what the check says; told in words while it is on."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from strategikort.application.drawing.searching import Wanted
from strategikort.cascade.findings import Severity
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.look.marking import QT_TRANSLATE_NOOP
from strategikort.domain.goals import Goal
from strategikort.domain.organisation import OrgUnit
from strategikort.domain.texts import sort_key

_SEVERITIES = {
    Severity.ERROR: QT_TRANSLATE_NOOP("OutlineFilter", "Errors"),
    Severity.WARNING: QT_TRANSLATE_NOOP("OutlineFilter", "Warnings"),
    Severity.INFO: QT_TRANSLATE_NOOP("OutlineFilter", "Good advice"),
}


class OutlineFilter(QToolButton):
    """A button with a menu. What it lets through is its ``wanted``, whose text is somebody else's business."""

    changed = Signal()
    """It lets through others than before."""

    def __init__(self, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.wanted = Wanted()
        self.choices = QMenu(self)
        self.choices.aboutToShow.connect(self.fill)
        self.setMenu(self.choices)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setProperty("plain", True)
        self.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(self.tr("Show only goals of one level or unit, or with findings"))
        self._tell()

    def fill(self) -> None:
        """Offer what can be chosen now."""
        self.choices.clear()
        words, document = self._bridge.workspace.words, self._bridge.document
        everything = (None, self.tr("All"))
        kinds = [
            everything,
            *((kind, f"{words.word(kind.value):Many}") for kind in self._bridge.workspace.profile.levels),
        ]
        owners = {goal.owner for goal in document.all(Goal).values() if goal.owner}
        units = [(one, org.name) for one in owners if (org := document.get(OrgUnit, one))]
        units.sort(key=lambda unit: sort_key(unit[1]))
        severities = [everything, *((one, _said(text)) for one, text in _SEVERITIES.items())]
        wanted = self.wanted
        self._offer(self.tr("Level"), [(replace(wanted, kind=kind), name) for kind, name in kinds])
        self._offer(self.tr("Unit"), [(replace(wanted, unit=unit), name) for unit, name in (everything, *units)])
        self._offer(self.tr("Check"), [(replace(wanted, severity=one), name) for one, name in severities])
        self.choices.addSeparator()
        self.choices.addAction(self.tr("Show all goals"), self.clear)

    def want(self, wanted: Wanted) -> None:
        """Let through what is wanted."""
        if wanted != self.wanted:
            self.wanted = wanted
            self._tell()
            self.changed.emit()

    def clear(self) -> None:
        """Let all through."""
        self.want(Wanted())

    def _offer(self, title: str, values: Iterable[tuple[Wanted, str]]) -> None:
        menu = self.choices.addMenu(title)
        group = QActionGroup(menu)
        for wanted, text in values:
            action = QAction(text.replace("&", "&&"), group)
            action.setCheckable(True)
            action.setChecked(self.wanted == wanted)
            action.setData(wanted)
            menu.addAction(action)
        group.triggered.connect(self._chosen)

    def _chosen(self, action: QAction) -> None:
        self.want(action.data())

    def _tell(self) -> None:
        words, wanted = self._bridge.workspace.words, self.wanted
        org = self._bridge.document.get(OrgUnit, wanted.unit)
        parts = [
            f"{words.word(wanted.kind.value):Many}" if wanted.kind else "",
            org.name if org else "",
            _said(_SEVERITIES[wanted.severity]) if wanted.severity else "",
        ]
        told = " · ".join(part for part in parts if part)
        whole = self.tr("Only: %1").replace("%1", told) if told else self.tr("Filter")
        self.setText(f"{self.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, 110)} ▾")
        self.setAccessibleName(whole)


def _said(text: str) -> str:
    return QCoreApplication.translate("OutlineFilter", text)
