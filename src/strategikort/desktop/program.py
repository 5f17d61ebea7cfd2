"""The running program: which windows there are, and what leads from one to another."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QWidget

from strategikort.application import demo, overlooking, starting
from strategikort.application.opening import place
from strategikort.application.profiles import load_profile
from strategikort.application.session import Leftover, Session
from strategikort.application.wordings import wording
from strategikort.application.workspace import workspace
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.dialogs.messages import AboutDialog, ask, show_dialog, tell
from strategikort.desktop.help.desk import HelpDesk
from strategikort.desktop.house import House
from strategikort.desktop.look.room import brought_forward
from strategikort.desktop.preferences import Preferences
from strategikort.desktop.spelling import Spelling
from strategikort.desktop.start import new_dialog, start_window, which_file
from strategikort.desktop.start.thumbnails import Sketcher, Thumbnails
from strategikort.desktop.window import overview_doors
from strategikort.desktop.window.document_dialogs import DocumentDialogs
from strategikort.desktop.window.leaving import Leaving
from strategikort.desktop.window.main_window import DocumentWindow
from strategikort.desktop.window.save_keeper import SaveKeeper
from strategikort.domain.collecting import unsettle, without_collecting
from strategikort.domain.document import Document
from strategikort.domain.edits.organisation import found_municipality
from strategikort.domain.failures import KnownFailure
from strategikort.domain.goals import Goal
from strategikort.domain.maps import StrategyMap
from strategikort.domain.phrases import Phrase
from strategikort.domain.shape import Id


class Program(QObject):
    """Opens and closes windows; there is always at least one while the program runs."""

    def __init__(self, house: House, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.house = house
        self.windows: list[DocumentWindow] = []
        self.start: start_window.StartWindow | None = None
        self._quitting = False
        self._samples: dict[DocumentWindow, Document] = {}
        self.thumbnails = Thumbnails(house.desk.state_folder)
        self.thumbnails.forget_all_but(house.settings.recent())
        self.preferences = Preferences(self, self)
        self.spelling = Spelling(house.settings, self)
        self.which = which_file.WhichFile(house.settings, self.active, self)
        self.which.chosen.connect(self.open_file)
        self.help = HelpDesk(house, self.has, self.active, self)

    def begin(self, files: Sequence[Path]) -> None:
        """Open ``files``. Show the start page if none is open then, or if a crash left other work behind."""
        for file in files:
            self.open_file(file)
        if not self.windows or Session.recovered(self.house.desk):
            self.show_start()

    def raise_or_open(self, files: object) -> None:
        """What a later start of the program asks for: these files, or just to be seen."""
        for file in files if isinstance(files, tuple) else ():
            self.open_file(file)
        if not files:
            window = self.windows[-1] if self.windows else self.start
            if window is not None:
                brought_forward(window)

    def show_start(self) -> "start_window.StartWindow":
        """Show the start page."""
        if self.start is None:
            self.start = start_window.StartWindow(
                self.house.theme, self.house.settings, Session.recovered(self.house.desk), self.thumbnails
            )
            self.start.new_wanted.connect(self.new_document)
            self.start.sample_wanted.connect(self.open_sample)
            self.start.open_wanted.connect(self.which.ask_file)
            self.start.folder_wanted.connect(self.which.ask_folder)
            self.start.about_wanted.connect(self.show_about)
            self.start.preferences_wanted.connect(self.preferences.show)
            self.start.quit_wanted.connect(self.quit)
            self.help.serve(self.start.help)
            self.start.file_wanted.connect(self.open_file)
            self.start.leftover_wanted.connect(self.take_up)
            self.start.closed.connect(self._start_closed)
        brought_forward(self.start)
        return self.start

    def _start_closed(self) -> None:
        if self.start is not None:
            self.start.deleteLater()
        self.start = None

    def open_file(self, path: object) -> DocumentWindow | None:
        """Open a file, or a folder as overview, in a window of its own, or raise the window that has it.

        Says why if it cannot be opened.
        """
        if not isinstance(path, Path):
            return None
        wanted = place(path.absolute())
        for window in self.windows:
            if window.path == wanted:
                brought_forward(window)
                return window
        try:
            window = self._window(self._session(path), self.house.today)
        except KnownFailure as failure:
            self.house.settings.forget_file(path)
            self._tell(self.tr("The file cannot be opened"), failure.phrase)
            return None
        self.house.settings.remember_file(path)
        return window

    def _session(self, path: Path) -> Session:
        desk = self.house.desk
        return overlooking.OverviewSession(place(path), desk) if path.is_dir() else Session.open(path, desk=desk)

    def open_in_file(self, file: Path, map: Id | None, goal: Id | None) -> None:
        """Open a file that an overview shows, and show the same map and goal there."""
        window = self.open_file(file)
        if window is None:
            return
        if window.bridge.document.get(StrategyMap, map):
            window.map_area.open_map(map)
        window.show_map()
        if goal is not None and window.bridge.document.get(Goal, goal):
            window.bridge.select([goal])
            window.show_goal(goal)

    def take_up(self, leftover: object) -> DocumentWindow | None:
        """Go on with work that a crash left behind."""
        if not isinstance(leftover, Leftover):
            return None
        try:
            return self._window(Session.take_up(leftover, desk=self.house.desk), self.house.today)
        except KnownFailure as failure:
            self._tell(self.tr("The work cannot be taken up"), failure.phrase)
            return None

    def new_document(self) -> "new_dialog.NewDialog":
        """Ask for a model and a name, and make a document of them."""
        dialog = new_dialog.NewDialog(self.house.settings, self.house.language, self.active())
        dialog.accepted.connect(self._make_new)
        show_dialog(dialog)
        return dialog

    def _make_new(self) -> None:
        dialog = self.sender()
        if isinstance(dialog, new_dialog.NewDialog):
            profile, name = dialog.profile, dialog.name
            self._made(lambda: self._founded(profile, name), self.house.today)

    def _founded(self, profile: str, name: str) -> Document:
        model = load_profile(profile, self.house.language)
        return found_municipality(profile=model, new_id=self.house.desk.new_id, name=name)

    def open_sample(self) -> DocumentWindow | None:
        """Open the sample municipality as it stands on its day; it is saved nowhere until the user wants to."""
        window = self._made(starting.sample_document, _sample_day)
        if window is not None:
            self._samples[window] = window.bridge.document
        return window

    def _made(self, make: Callable[[], Document], today: Callable[[], date]) -> DocumentWindow | None:
        """A window for what ``make`` gives, in no file yet; says why if this machine has no room for it."""
        try:
            return self._window(Session.create(None, make(), desk=self.house.desk), today)
        except KnownFailure as failure:
            self._tell(self.tr("The document cannot be made"), failure.phrase)
            return None

    def show_about(self) -> None:
        """Say what the program is."""
        show_dialog(AboutDialog(self.active()))

    def quit(self) -> None:
        """Close all windows; one whose work has no place yet is asked about first, and may stay."""
        self._quitting = True
        if self.windows:
            self.windows[-1].close()
            return
        self._quitting = False
        if self.start is not None:
            self.start.close()

    def moved_to_new_window(self, window: DocumentWindow) -> DocumentWindow:
        """Show the document of ``window``, with its undo, in a window made anew instead."""
        session, today = window.bridge.workspace.session, window.bridge.workspace.today
        sample = self._samples.pop(window, None)
        window.bridge.close()
        window.closing.disconnect(self._close)
        self.windows.remove(window)
        new = self._window(session, today, window.keeper)
        if sample is not None:
            self._samples[new] = sample
        window.close()
        window.deleteLater()
        return new

    def _window(self, session: Session, today: Callable[[], date], keeper: SaveKeeper | None = None) -> DocumentWindow:
        with without_collecting():
            window = self._made_window(session, today, keeper)
        self.windows.append(window)
        if self.start is not None:
            self.start.close()
        brought_forward(window)
        if session.notices:
            notices = "\n\n".join(window.bridge.say(notice) for notice in session.notices)
            tell("Strategikort", notices, window)
            session.notices = ()
        return window

    def _made_window(self, session: Session, today: Callable[[], date], keeper: SaveKeeper | None) -> DocumentWindow:
        house = self.house
        bridge = Bridge(workspace(session, language=house.language, today=today, new_id=house.desk.new_id))
        bridge.spelling = self.spelling
        if keeper is None:
            keeper = SaveKeeper(session, house.desk.clock)
            keeper.failed.connect(self._save_failed)
            keeper.merged.connect(self._merged)
        window = DocumentWindow(bridge, keeper, house.theme, house.settings)
        window.new_wanted.connect(self.new_document)
        window.open_wanted.connect(self.which.ask_file)
        window.about_wanted.connect(self.show_about)
        window.preferences_wanted.connect(self.preferences.show)
        window.quit_wanted.connect(self.quit)
        self.help.serve(window.help)
        doors = overview_doors.OverviewDoors(window, house)
        doors.folder_wanted.connect(self.which.ask_folder)
        doors.file_wanted.connect(self.open_in_file)
        DocumentDialogs(window, house.settings)
        Sketcher(window, self.thumbnails)
        window.closing.connect(self._close)
        return window

    def active(self) -> QWidget | None:
        """The window that the user is in."""
        active = QApplication.activeWindow()
        known: list[QWidget] = [*self.windows, *([self.start] if self.start else [])]
        return active if active in known else known[-1] if known else None

    def has(self, window: QWidget) -> bool:
        """Whether a window, or the one that it belongs to, is one of this program."""
        outermost = window
        while (above := outermost.parentWidget()) is not None:
            outermost = above
        return outermost is self.start or outermost in self.windows

    def _sender(self) -> DocumentWindow:
        sender = self.sender()
        window = sender if isinstance(sender, DocumentWindow) else sender.parent()
        assert isinstance(window, DocumentWindow), "only windows with a document ask for this"
        return window

    def _close(self, event: object) -> None:
        window = self._sender()
        assert isinstance(event, QCloseEvent)
        session = window.bridge.workspace.session
        untouched = session.document is self._samples.get(window)
        if session.path is None and session.save_state.unsaved and not untouched:
            event.ignore()
            self._ask_throw_away(window)
            return
        try:
            session.close(save=session.path is not None)
        except KnownFailure as failure:
            event.ignore()
            self._ask_leave(window, failure.phrase)
            return
        self._gone(window)

    def _gone(self, window: DocumentWindow) -> None:
        """The session of ``window`` has ended: take the window away, and go on with what waited for that."""
        window.keeper.stop()
        window.bridge.close()
        self.windows.remove(window)
        self._samples.pop(window, None)
        window.closing.disconnect(self._close)
        window.close()
        window.deleteLater()
        unsettle()
        if self._quitting:
            self.quit()

    def _stay(self) -> None:
        self._quitting = False

    def _ask_throw_away(self, window: DocumentWindow) -> None:
        leaving = Leaving(window)
        leaving.thrown_away.connect(self._throw_away)
        leaving.stays.connect(self._stay)
        leaving.ask()

    def _throw_away(self) -> None:
        window = self._sender()
        window.bridge.workspace.session.close(save=False)
        self._gone(window)

    def _ask_leave(self, window: DocumentWindow, why: Phrase) -> None:
        """Ask whether to close although the file cannot be reached; the work waits on this computer."""
        safe = self.tr("Your work is safe on this computer and is taken up at the next start.")
        dialog = ask(
            window,
            self.tr("The file cannot be saved right now"),
            f"{window.bridge.say(why)}\n\n{safe}",
            go=self.tr("Close anyway"),
            stay=self.tr("Stay"),
        )
        if dialog is not None:
            dialog.accepted.connect(self._leave)
            dialog.rejected.connect(self._stay)

    def _leave(self) -> None:
        window = self._sender()
        window.bridge.workspace.session.leave()
        self._gone(window)

    def _save_failed(self, why: object) -> None:
        if isinstance(why, Phrase):
            self._tell(self.tr("The file cannot be saved right now"), why)

    def _merged(self, conflicts: object) -> None:
        window = self._sender()
        number = len(conflicts) if isinstance(conflicts, tuple) else 0
        text = self.tr("Somebody else had saved in the same file. Their changes are taken in beside yours.")
        if number:
            both = self.tr("%n field(s) were changed by both. Your text is kept, theirs is in the log.", "", number)
            text = f"{text}\n\n{both}"
        tell(self.tr("The file was changed by others too"), text, window)

    def _tell(self, heading: str, why: Phrase) -> None:
        if not self.windows:
            self.show_start()
        tell(heading, wording(self.house.language).say(why), self.active())


def _sample_day() -> date:
    return demo.SAMPLE_DAY
