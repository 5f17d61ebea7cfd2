"""The views of a document, one at a time: the map, the agreements, the red thread, *Ledelse*."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from strategikort.application.comparing_pairs import Pair
from strategikort.desktop.agreement import view as agreement_view
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.goal.thread_view import ThreadView
from strategikort.desktop.leading import view
from strategikort.desktop.look.settings import Settings
from strategikort.desktop.look.theme import Theme
from strategikort.desktop.maps.area import MapArea
from strategikort.domain.shape import Id


class Views(QStackedWidget):
    """The views. *Aftaler* and *Ledelse* are made when they are first asked for."""

    wanted = Signal(object)
    """The identity of a goal that the user chose in a view other than the map; None for the map itself."""

    print_wanted = Signal()
    """The numbers that are seen shall be printed or saved."""

    def __init__(self, bridge: Bridge, theme: Theme, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._theme, self._settings = bridge, theme, settings
        self.map_area = MapArea(bridge, theme, parent)
        self.thread_view = ThreadView(bridge, theme, parent)
        self._leading: view.LeadingView | None = None
        self._agreements: agreement_view.AgreementsView | None = None
        for one in (self.map_area, self.thread_view):
            self.addWidget(one)
        self.thread_view.wanted.connect(self.wanted)
        self.thread_view.print_wanted.connect(self.print_wanted)

    @property
    def leading(self) -> "view.LeadingView":
        """The view *Ledelse*."""
        if self._leading is None:
            self._leading = view.LeadingView(self._bridge, self._theme, self)
            self._leading.wanted.connect(self.wanted)
            self._leading.print_wanted.connect(self.print_wanted)
            self._leading.map_wanted.connect(self._open_map)
            self._leading.on_map.connect(self._compare_on_map)
            self.addWidget(self._leading)
        return self._leading

    @property
    def agreements(self) -> "agreement_view.AgreementsView":
        """The view *Aftaler*."""
        if self._agreements is None:
            self._agreements = agreement_view.AgreementsView(self._bridge, self._theme, self._settings, self)
            self._agreements.wanted.connect(self.wanted)
            self.addWidget(self._agreements)
        return self._agreements

    def handout(self) -> str:
        """Which numbers are seen, or those that are handed out most: the key of a `Handout`."""
        if self.currentWidget() is self.thread_view:
            return "thread"
        return self.leading.handout if self._leading and self.currentWidget() is self._leading else "goals"

    def show_map(self) -> None:
        """Show the map."""
        self.setCurrentWidget(self.map_area)

    def show_thread(self) -> None:
        """Show the red thread."""
        self.setCurrentWidget(self.thread_view)

    def show_agreements(self) -> None:
        """Show the agreements."""
        self.setCurrentWidget(self.agreements)

    def show_leading(self) -> None:
        """Show *Ledelse*."""
        self.setCurrentWidget(self.leading)

    def _open_map(self, map: Id) -> None:
        self._bridge.select([])
        self.wanted.emit(None)
        self.map_area.open_map(map)

    def _compare_on_map(self, pair: Pair) -> None:
        self.wanted.emit(None)
        self.map_area.comparing.begin(pair)
