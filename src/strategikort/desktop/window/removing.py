"""Deleting what is selected: its cost stands in the menu beforehand, and a grave loss is asked about."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from strategikort.application.removing import Loss, links_lost, loss_of
from strategikort.desktop.actions import said
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.dialogs.messages import MessageDialog, show_dialog
from strategikort.domain.edits.goals import remove_goals
from strategikort.domain.edits.links import unlink_all
from strategikort.domain.goals import Goal
from strategikort.domain.links import Link
from strategikort.domain.shape import Id


class Removing(QObject):
    """Deletes the selected goals with all that hangs on them, or the selected links: one step."""

    def __init__(self, bridge: Bridge, window: QWidget) -> None:
        super().__init__(window)
        self._bridge, self._window = bridge, window
        self._named_for: tuple[Sequence[Id] | None, Sequence[Id] | None] = None, None

    def name(self, action: QAction) -> None:
        """Let the action say what it would delete."""
        goals, links = self._bridge.chosen(Goal), self._bridge.chosen(Link)
        if goals is self._named_for[0] and links is self._named_for[1]:
            return
        self._named_for = goals, links
        number = links_lost(self._bridge.document, goals) if goals else len(links)
        text = self._named(len(goals), number) if goals or links else said("&Delete")
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setText(text)
        action.setToolTip(f"{text.replace('&', '')} ({keys})")

    def _named(self, goals: int, links: int) -> str:
        parts = [*([self.tr("%n goal(s)", "", goals)] if goals else []), *([self._links(links)] if links else [])]
        text = self.tr("&Delete %1 and %2") if len(parts) > 1 else self.tr("&Delete %1")
        return text.replace("%1", parts[0]).replace("%2", parts[-1])

    def _links(self, number: int) -> str:
        return self.tr("%n link(s)", "", number)

    def remove(self) -> None:
        """Delete what is selected; if more is lost than what was drawn, ask first."""
        goals, links = self._bridge.chosen(Goal), self._bridge.chosen(Link)
        loss = loss_of(self._bridge.document, goals) if goals else None
        if loss and loss.is_grave:
            self._ask(goals, loss)
        elif goals:
            self._remove(goals)
        elif links:
            self._bridge.edit(lambda document: unlink_all(document, links))

    def _remove(self, goals: Sequence[Id]) -> None:
        self._bridge.edit(lambda document: remove_goals(document, goals))

    def _ask(self, goals: Sequence[Id], loss: Loss) -> None:
        name = self._named(loss.goals, loss.links).replace("&", "")
        said_losses = [
            *([self.tr("%n goal(s) stand in agreements under way.", "", loss.promised)] if loss.promised else []),
            *([self.tr("%n result(s) go too.", "", loss.results)] if loss.results else []),
            *([self.tr("%n follow-up(s) go too.", "", loss.follow_ups)] if loss.follow_ups else []),
            self.tr("It can be undone."),
        ]
        dialog = MessageDialog(
            f"{name}?", " ".join(said_losses), self._window, other=self.tr("Delete"), close=self.tr("Cancel")
        )
        dialog.setObjectName("removing")

        def removed() -> None:
            still = [one for one in goals if self._bridge.document.get(Goal, one)]
            if still:
                self._remove(still)

        dialog.accepted.connect(removed)
        show_dialog(dialog)
