"""Saves a document behind the user's back, and tells the truth about it."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from strategikort.application.problems import FileProblem
from strategikort.application.session import Session
from strategikort.domain.failures import KnownFailure
from strategikort.domain.phrases import Phrase

_LOOK_EVERY_MS = 5_000


class SaveKeeper(QObject):
    """Saves half a minute after the last edit, when the window is left, and when asked to; never on this thread."""

    state_changed = Signal()
    """What is true of saving may have changed."""
    failed = Signal(object)
    """A `Phrase`: why a save that the user asked for did not work."""
    merged = Signal(object)
    """The `Conflict`s (a tuple, maybe empty) of a save that took in the work of others."""
    _done = Signal(object)

    def __init__(self, session: Session, clock: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._clock = clock
        self._asked = False
        self._stopped = False
        self._done.connect(self._take_in)
        self._unsubscribe = session.subscribe(self._edited)
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_EVERY_MS)
        self._look.timeout.connect(self._save_if_due)
        self._look.start()

    def save(self, path: Path | None = None) -> None:
        """Save because the user asked for it, to another place if one is given; a failure is told."""
        self._asked = True
        self._start(path)

    def save_quietly(self) -> None:
        """Save if there is something to save and a place for it."""
        if not self._stopped and self._session.path is not None and self._session.save_state.unsaved:
            self._start(None)

    def stop(self) -> None:
        """Stop looking after the document: its session has ended or is about to."""
        self._stopped = True
        self._look.stop()
        self._unsubscribe()

    def _hand_over(self, outcome: object) -> None:
        """Called on the saving thread when a save is over."""
        if not self._stopped:
            self._done.emit(outcome)

    def _start(self, path: Path | None) -> None:
        if self._stopped:
            return
        try:
            self._session.start_save(self._hand_over, path=path)
        except KnownFailure as failure:
            self._asked = False
            self.failed.emit(failure.phrase)
        self.state_changed.emit()

    def _save_if_due(self) -> None:
        if self._session.save_is_due(self._clock()):
            self._start(None)

    def _edited(self, change_set: object, document: object) -> None:
        self.state_changed.emit()

    def _take_in(self, outcome: object) -> None:
        asked, self._asked = self._asked, False
        if isinstance(outcome, FileProblem):
            self._session.apply_saved(outcome)
            if asked:
                self._tell(outcome.phrase)
        else:
            self._take_in_saved(outcome)
        self.state_changed.emit()

    def _take_in_saved(self, outcome: object) -> None:
        merged = getattr(outcome, "merged", None)
        conflicts = self._session.apply_saved(outcome)  # type: ignore[arg-type]
        if merged or conflicts:
            self.merged.emit(tuple(conflicts))

    def _tell(self, problem: Phrase) -> None:
        self.failed.emit(problem)
