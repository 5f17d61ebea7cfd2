"""The bar above an overview: what is seen, that nothing can be changed here, and whether the files are newer."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolBar
from typing_extensions import override

from strategikort.application.overlooking import OverviewSession
from strategikort.desktop.fields.short_label import ShortLabel
from strategikort.desktop.look.icons import icon
from strategikort.desktop.look.theme import Theme
from strategikort.desktop.made_actions import add_button
from strategikort.desktop.window.main_window import DocumentWindow
from strategikort.domain.failures import KnownFailure

_ACTIONS = ("overview_file", "overview_files", "overview_again")


class OverviewBar(QToolBar):
    """Stands below the tool bar of an overview's window; looks after the files when the window is entered."""

    def __init__(self, window: DocumentWindow, session: OverviewSession, theme: Theme) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self.setObjectName("overview_bar")
        self.setWindowTitle(self.tr("Overview"))
        self.setMovable(False)
        self.toggleViewAction().setVisible(False)
        sign = QLabel(self)
        sign.setPixmap(icon("lock", theme, color=theme.muted).pixmap(18, 18))
        sign.setContentsMargins(12, 0, 4, 0)
        self.addWidget(sign)
        self.told = ShortLabel(self)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(self.told)
        for name in _ACTIONS:
            add_button(self, window.actions_by_id[name], words=True, mark="framed")
        window.addToolBarBreak()
        window.addToolBar(self)
        window.overview.read.connect(self.tell)
        window.installEventFilter(self)
        self.tell()

    def tell(self) -> None:
        """Say what is seen, and whether the files have been saved since they were read."""
        read, left_out = len(self._session.overview.files), len(self._session.overview.problems)
        try:
            behind = self._session.is_behind()
        except KnownFailure as failure:
            self.told.setText(self._window.bridge.say(failure.phrase))
            return
        parts = [
            self.tr("%n file(s) in “%1” seen as one municipality.", "", read).replace("%1", self._session.path.name)
        ]
        if left_out:
            parts.append(self.tr("%n file(s) could not be read.", "", left_out))
        if clashes := len({one.record.id for one in self._session.overview.clashes}):
            parts.append(self.tr("%n piece(s) of information differ.", "", clashes))
        ending = self.tr("The files have been changed since they were read.") if behind else self.tr("To be read only.")
        self.told.setText(" ".join((*parts, ending)))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.WindowActivate:
            self.tell()
        return super().eventFilter(watched, event)
