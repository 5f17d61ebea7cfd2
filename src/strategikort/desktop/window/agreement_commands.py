"""What is done to agreements: made and changed for many units at once, signed, followed through their life."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from strategikort.desktop.agreement import scanned_dialog, verify_dialog
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.dialogs.messages import show_dialog
from strategikort.desktop.drafting import make_dialog, many_dialog
from strategikort.desktop.look.settings import Settings
from strategikort.desktop.look.theme import Theme
from strategikort.desktop.window.views import Views
from strategikort.domain.agreements import Agreement
from strategikort.domain.edits.locks import is_overview
from strategikort.domain.goals import UnitGoal
from strategikort.domain.maps import StrategyMap
from strategikort.domain.organisation import OrgUnit
from strategikort.domain.shape import Id


class AgreementCommands(QObject):
    """Makes the year's agreements, changes several drafts, and has them signed."""

    view_wanted = Signal()
    """The view *Aftaler* shall be seen."""

    def __init__(self, bridge: Bridge, theme: Theme, settings: Settings, views: Views, window: QWidget) -> None:
        super().__init__(window)
        self._bridge, self._theme, self._settings = bridge, theme, settings
        self._views, self._window = views, window

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What does each action."""
        return {
            "make_agreements": self.make_agreements,
            "change_drafts": self.change_drafts,
            "signatures": self.show_signatures,
            "scanned": self.read_scan,
            "verify_pdf": self.verify_pdf,
        }

    def able(self) -> Mapping[str, bool]:
        """There must be units to make agreements for, and agreements to change; an overview is only read."""
        document = self._bridge.document
        free = not is_overview(document)
        return {
            "make_agreements": free and bool(document.all(OrgUnit)),
            "change_drafts": free and bool(document.all(Agreement)),
            "scanned": free and bool(document.all(Agreement)),
            "signatures": free and bool(document.all(Agreement)),
        }

    def make_agreements(self) -> None:
        """Make the drafts of a year."""
        show_dialog(make_dialog.MakeAgreementsDialog(self._bridge, self._centre(), self._window))

    def change_drafts(self) -> None:
        """Replace something in many drafts."""
        dialog = many_dialog.ChangeDraftsDialog(self._bridge, self._theme, self._centre(), self._window)
        dialog.agreement_wanted.connect(self.show_signatures)
        show_dialog(dialog)

    def read_scan(self) -> None:
        """Let a scan of signed sheets find its agreements."""
        show_dialog(scanned_dialog.ScannedDialog(self._bridge, self._settings, self._window))

    def verify_pdf(self) -> None:
        """Look at a PDF."""
        show_dialog(verify_dialog.VerifyDialog(self._bridge, self._settings, self._window))

    def show_signatures(self, agreement: Id | None = None) -> None:
        """Show who has signed an agreement and its papers; without one, that of the selected goal."""
        self.view_wanted.emit()
        wanted = agreement or self._selected()
        if wanted:
            self._views.agreements.choose(wanted)
        self._views.agreements.show_signing()

    def _selected(self) -> Id | None:
        for one in self._bridge.selection:
            goal = self._bridge.document.get(UnitGoal, one)
            if goal and goal.agreement:
                return goal.agreement
        return None

    def _centre(self) -> Id | None:
        """The centre whose map is shown."""
        found = self._bridge.document.get(StrategyMap, self._views.map_area.map)
        return found.centre if found else None
