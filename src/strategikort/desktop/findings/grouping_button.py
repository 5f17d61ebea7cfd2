"""By what the findings are grouped: a small menu in the panel's head, remembered."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from strategikort.application.findings_grouped import Grouping
from strategikort.desktop.look.settings import FINDINGS_GROUPED, Settings


class GroupingButton(QToolButton):
    """Says what is chosen in its tip and its name, and offers the others."""

    chosen = Signal(object)
    """The `Grouping` that was chosen, None for one list."""

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setProperty("plain", True)
        self.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setText(self.tr("Group") + " ▾")
        menu, group = QMenu(self), QActionGroup(self)
        for by, name in self._names().items():
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(by == self.grouping)
            action.triggered.connect(partial(self._choose, by))
            group.addAction(action)
        self.setMenu(menu)
        self._tell()

    def _names(self) -> dict[Grouping | None, str]:
        return {
            None: self.tr("One list, the worst first"),
            Grouping.RULE: self.tr("By what is wrong"),
            Grouping.CENTRE: self.tr("By centre"),
            Grouping.UNIT: self.tr("By unit"),
        }

    @property
    def grouping(self) -> Grouping | None:
        """What is chosen."""
        kept = self._settings.get(FINDINGS_GROUPED)
        return Grouping(kept) if kept in set(Grouping) else None

    def _choose(self, by: Grouping | None) -> None:
        self._settings.put(FINDINGS_GROUPED, by.value if by else "")
        self._tell()
        self.chosen.emit(by)

    def _tell(self) -> None:
        what = self.tr("Group the findings")
        told = f"{what}: {self._names()[self.grouping]}"
        self.setToolTip(told)
        self.setAccessibleName(told)
