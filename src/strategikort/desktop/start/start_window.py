"""The start page: where a person begins who has no document open. Never an empty grey window."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QIcon
from PySide6.QtWidgets import QMainWindow, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from strategikort.application.session import Leftover
from strategikort.desktop.actions import START_ACTIONS
from strategikort.desktop.forms.start_page import Ui_StartPageForm
from strategikort.desktop.help.commands import HelpCommands
from strategikort.desktop.look.days import day_text
from strategikort.desktop.look.icons import icon, put_icon
from strategikort.desktop.look.room import on_these_screens, open_within_screen
from strategikort.desktop.look.settings import GEOMETRY, Settings
from strategikort.desktop.look.theme import Theme
from strategikort.desktop.made_actions import fill_menu_bar, make_actions
from strategikort.desktop.start.thumbnails import SIZE, Thumbnails

_RECENT_SHOWN = 8
_SIZE = QSize(1280, 800)


class StartWindow(QMainWindow):
    """Offers new, sample, open, the latest files and work that a crash left behind."""

    new_wanted = Signal()
    sample_wanted = Signal()
    open_wanted = Signal()
    folder_wanted = Signal()
    preferences_wanted = Signal()
    about_wanted = Signal()
    quit_wanted = Signal()
    file_wanted = Signal(object)
    """The `Path` of a file that was opened before."""
    leftover_wanted = Signal(object)
    """A `Leftover` to go on with."""
    closed = Signal()

    def __init__(
        self,
        theme: Theme,
        settings: Settings,
        leftovers: Sequence[Leftover],
        thumbnails: Thumbnails | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._theme = theme
        self._settings = settings
        self.setWindowTitle("Strategikort")
        self.help = HelpCommands(self)
        handlers: Mapping[str, Callable[[], object]] = {
            "new": self.new_wanted.emit,
            "open": self.open_wanted.emit,
            "open_folder": self.folder_wanted.emit,
            "close": self.close,
            "quit": self.quit_wanted.emit,
            "preferences": self.preferences_wanted.emit,
            "about": self.about_wanted.emit,
            **self.help.handlers(),
        }
        self.actions_by_id = make_actions(self, theme, handlers, only=START_ACTIONS)
        fill_menu_bar(self.menuBar(), self.actions_by_id)
        page = QWidget(self)
        page.setProperty("panel", True)
        self.form = Ui_StartPageForm()
        self.form.setupUi(page)
        self.setCentralWidget(page)
        for button, name, signal in (
            (self.form.sample, "sample", self.sample_wanted),
            (self.form.new_document, "new", self.new_wanted),
            (self.form.open_file, "open", self.open_wanted),
            (self.form.open_folder, "outline", self.folder_wanted),
        ):
            put_icon(button, icon(name, theme, color=theme.accent))
            button.setMinimumWidth(300)
            button.clicked.connect(signal)
        self.leftover_buttons = self._list_leftovers(leftovers)
        self.recent_buttons = self._list_recent(settings.recent()[:_RECENT_SHOWN])
        open_within_screen(self, _SIZE)
        geometry = settings.get(on_these_screens(GEOMETRY))
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)

    def _list_leftovers(self, leftovers: Sequence[Leftover]) -> list[QPushButton]:
        self.form.recovered_head.setVisible(bool(leftovers))
        buttons = []
        for leftover in leftovers:
            file = leftover.path.stem if leftover.path else self.tr("A new document without a file")
            name = " – ".join(filter(None, (leftover.municipality, file)))
            when = f"{day_text(leftover.edited_at.date())} {leftover.edited_at:%H.%M}"
            button = self._row(name, when, "recover", self.form.recovered_slot)
            button.setProperty("leftover", leftover)
            button.clicked.connect(self._leftover_chosen)
            buttons.append(button)
        return buttons

    def _list_recent(self, files: Sequence[Path]) -> list[QPushButton]:
        self.form.recent_none.setVisible(not files)
        buttons = []
        for file in files:
            button = self._row(file.stem, str(file.parent), "open" if file.is_dir() else "file", self.form.recent_slot)
            button.setProperty("file", str(file))
            picture = self._thumbnails.of(file) if self._thumbnails else None
            if picture is not None:
                button.setIcon(QIcon(picture))
                button.setIconSize(SIZE)
            button.clicked.connect(self._file_chosen)
            buttons.append(button)
        return buttons

    def _row(self, name: str, aside: str, icon_name: str, slot: QVBoxLayout) -> QPushButton:
        metrics = self.fontMetrics()
        short = metrics.elidedText(aside, Qt.TextElideMode.ElideMiddle, 380)
        button = QPushButton(f"{name.replace('&', '&&')}\n{short.replace('&', '&&')}", self)
        button.setProperty("choice", True)
        button.setToolTip(aside)
        put_icon(button, icon(icon_name, self._theme, color=self._theme.muted))
        button.setMinimumWidth(400)
        button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        slot.addWidget(button)
        return button

    def _leftover_chosen(self) -> None:
        self.leftover_wanted.emit(self.sender().property("leftover"))

    def _file_chosen(self) -> None:
        self.file_wanted.emit(Path(self.sender().property("file")))

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()
