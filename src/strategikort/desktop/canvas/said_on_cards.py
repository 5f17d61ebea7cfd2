"""What the cards of a map say of their goals: the worst that was found, and whether one of them is in doubt."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject

from strategikort.application.drawing.picture import Card
from strategikort.application.drawing.signs import Said, said_on, severities
from strategikort.cascade.findings import Finding
from strategikort.desktop.bridge import Bridge, Changed
from strategikort.domain.shape import Id


class SaidOnCards(QObject):
    """Follows check and doubts, and tells ``changed`` of which goals something else may be said than before."""

    def __init__(self, bridge: Bridge, changed: Callable[[Iterable[Id]], None]) -> None:
        super().__init__(bridge)
        self._bridge, self._changed = bridge, changed
        self._severities = severities(bridge.findings)
        bridge.changed.connect(self._follow_doubts)
        bridge.checked.connect(self._follow_findings)

    def of(self, card: Card) -> Said:
        """What a card says."""
        return said_on(card, self._severities, self._bridge.doubts)

    def _follow_findings(self, findings: tuple[Finding, ...]) -> None:
        before, self._severities = self._severities, severities(findings)
        self._changed({goal for goal, _ in before.items() ^ self._severities.items()})

    def _follow_doubts(self, changed: Changed) -> None:
        self._changed(changed.doubted)
