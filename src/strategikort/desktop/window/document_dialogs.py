"""The dialogs that a document's window asks for: where to save, what to import, what to print, who is in the house."""

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt

from strategikort.application.delivery import Delivered
from strategikort.desktop.dialogs.file_dialogs import save_dialog
from strategikort.desktop.dialogs.messages import MessageDialog, show_dialog, tell
from strategikort.desktop.look.settings import FOLDER, Settings
from strategikort.desktop.paper import print_dialog
from strategikort.desktop.sharing import delivery_dialog, import_dialog
from strategikort.desktop.window import organisation_dialog
from strategikort.desktop.window.main_window import DocumentWindow
from strategikort.domain.goals import PoliticalGoal

Delivery = tuple[Delivered, ...]
Missing = tuple[PoliticalGoal, ...]
SUFFIX: Final = ".strategikort"
"""How the names of our files end."""


class DocumentDialogs(QObject):
    """Opens the dialogs of one window, and goes with it."""

    def __init__(self, window: DocumentWindow, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings
        window.save_as_wanted.connect(self._ask_place)
        window.import_wanted.connect(self._import)
        window.print_wanted.connect(self._print)
        window.organisation_wanted.connect(self._organise)

    def _ask_place(self) -> None:
        municipality = self._window.bridge.document.municipality
        name = f"{(municipality and municipality.name) or 'Strategikort'}{SUFFIX}"
        title, folder, kinds = self.tr("Save as"), self._settings.get(FOLDER), [f"Strategikort (*{SUFFIX})"]
        dialog = save_dialog(self._window, title, folder, name=name, suffix=SUFFIX[1:], kinds=kinds)
        dialog.fileSelected.connect(self._place_chosen)
        dialog.open()

    def _place_chosen(self, name: str) -> None:
        self._settings.remember_file(Path(name))
        self._window.keeper.save(Path(name))

    def _import(self) -> None:
        dialog = import_dialog.ImportDialog(self._window.bridge, self._settings, self._window)
        dialog.brought_in.connect(self._brought_in)
        show_dialog(dialog)

    def _brought_in(self, goal: object, text: str, delivery: tuple[Delivery, Missing]) -> None:
        self._window.show_goal(goal)
        if not any(delivery):
            tell(self.tr("Imported"), text, self._window)
            return
        more = self.tr("See what changed ...")
        dialog = MessageDialog(self.tr("Imported"), text, self._window, other=more)
        dialog.accepted.connect(partial(self.show_delivery, *delivery))
        show_dialog(dialog)

    def show_delivery(self, delivery: Delivery, missing: Missing) -> None:
        """Show what a delivery made of the council's goals, beside the window."""
        dialog = delivery_dialog.DeliveryDialog(self._window.bridge, delivery, missing, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.wanted.connect(self._window.show_goal)
        dialog.show()

    def _print(self) -> None:
        show_dialog(print_dialog.PrintDialog(self._window.bridge, self._settings, self._window))

    def _organise(self) -> None:
        show_dialog(organisation_dialog.OrganisationDialog(self._window.bridge, self._window))
