"""What is done to the agreements of many units at once."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from strategikort.desktop.bridge import Bridge
from strategikort.desktop.dialogs.messages import show_dialog
from strategikort.desktop.drafting import make_dialog, many_dialog
from strategikort.desktop.look.theme import Theme
from strategikort.desktop.maps.area import MapArea
from strategikort.domain.agreements import Agreement
from strategikort.domain.edits.locks import is_overview
from strategikort.domain.maps import StrategyMap
from strategikort.domain.organisation import OrgUnit
from strategikort.domain.shape import Id


class DraftingCommands(QObject):
    """Makes the year's agreements, and changes several drafts."""

    agreement_wanted = Signal(object)
    """The identity of an agreement that shall be seen."""

    def __init__(self, bridge: Bridge, theme: Theme, map_area: MapArea, window: QWidget) -> None:
        super().__init__(window)
        self._bridge, self._theme, self._area, self._window = bridge, theme, map_area, window

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What does each action."""
        return {"make_agreements": self.make_agreements, "change_drafts": self.change_drafts}

    def able(self) -> Mapping[str, bool]:
        """There must be units to make agreements for, and agreements to change; an overview is only read."""
        document = self._bridge.document
        free = not is_overview(document)
        return {
            "make_agreements": free and bool(document.all(OrgUnit)),
            "change_drafts": free and bool(document.all(Agreement)),
        }

    def make_agreements(self) -> None:
        """Make the drafts of a year."""
        show_dialog(make_dialog.MakeAgreementsDialog(self._bridge, self._centre(), self._window))

    def change_drafts(self) -> None:
        """Replace something in many drafts."""
        dialog = many_dialog.ChangeDraftsDialog(self._bridge, self._theme, self._centre(), self._window)
        dialog.agreement_wanted.connect(self.agreement_wanted)
        show_dialog(dialog)

    def _centre(self) -> Id | None:
        """The centre whose map is shown."""
        found = self._bridge.document.get(StrategyMap, self._area.map)
        return found.centre if found else None
