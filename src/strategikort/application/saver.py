"""Saving on a thread of its own, and the truth about it for the status bar."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from strategikort.application.problems import FileProblem
from strategikort.domain.phrases import Phrase
from strategikort.storage.saving import Saved as SaveResult

__all__ = ["SAVE_AFTER", "Outcome", "SaveResult", "SaveState", "SaveThread"]

SAVE_AFTER: Final = timedelta(seconds=30)
"""How long nobody edits before the document saves itself, and how long after a failure it is tried again."""

Outcome = SaveResult | FileProblem


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveState:
    """What is true of saving right now. ``problem`` is why the last try failed; the work copy is safe all the same."""

    unsaved: bool
    saved_at: datetime | None = None
    problem: Phrase | None = None
    saving: bool = False


class SaveThread:
    """At most one save at a time, away from the thread that asked for it."""

    def __init__(self) -> None:
        self._thread: threading.Thread | None = None
        self._outcome: Outcome | None = None

    @property
    def running(self) -> bool:
        """Whether a save is under way, or done but not taken in yet."""
        return self._thread is not None

    def start(self, work: Callable[[], SaveResult], done: Callable[[Outcome], None]) -> None:
        """Run ``work``, then call ``done`` with what came of it, on the same other thread."""
        self._outcome = None
        self._thread = threading.Thread(target=self._run, args=(work, done), name="save")
        self._thread.start()

    def settled(self) -> Outcome | None:
        """What came of the save under way, once it is done; None if there is none."""
        if self._thread is None:
            return None
        if self._thread is not threading.current_thread():
            self._thread.join()
        return self._outcome

    def taken_in(self) -> None:
        """What came of the save was taken in: the next may start."""
        self._thread = None
        self._outcome = None

    def _run(self, work: Callable[[], SaveResult], done: Callable[[Outcome], None]) -> None:
        try:
            self._outcome = work()
        except FileProblem as problem:
            self._outcome = problem
        except BaseException:
            self._outcome = FileProblem("file.unexpected")
            raise
        finally:
            if self._outcome is not None:
                done(self._outcome)
