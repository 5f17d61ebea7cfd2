"""What the window says to those who do not see it: the outcome of each command."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from strategikort.desktop.bridge import Bridge
from strategikort.domain.phrases import Phrase


class Announcer(QObject):
    """Announces in a window what was done, why something was not, and what is said in passing."""

    announced = Signal(object)
    """A sentence that is being announced."""

    def __init__(self, bridge: Bridge, window: QWidget) -> None:
        super().__init__(window)
        self._bridge, self._window = bridge, window
        self._latest = ""
        bridge.done.connect(self._done)
        bridge.refused.connect(self._refused)

    def say(self, text: object, *, urgent: bool = False) -> None:
        """Announce a sentence, at once if it is ``urgent``; the same one is not said twice on end."""
        again, self._latest = self._latest, str(text)
        if self._latest and self._latest != again:
            self._announce(self._latest, urgent=urgent)

    def _announce(self, text: str, *, urgent: bool) -> None:
        self.announced.emit(text)
        if QAccessible.isActive():
            event = QAccessibleAnnouncementEvent(self._window, text)
            politeness = QAccessible.AnnouncementPoliteness
            event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
            QAccessible.updateAccessibility(event)

    def _done(self, said: Phrase) -> None:
        self._latest = ""
        self.say(self._bridge.say(said))

    def _refused(self, said: Phrase) -> None:
        self._latest = ""
        self.say(self._bridge.say(said), urgent=True)
