"""Many files made one after the other while the window goes on: how far it is, stopping it, and what went wrong."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from strategikort.application.printing import put
from strategikort.desktop.paper.outlets import unwritten
from strategikort.domain.failures import KnownFailure
from strategikort.domain.phrases import Phrase


@dataclass(frozen=True, slots=True)
class Job:
    """One file: whose it is, where it is put, and what makes it."""

    name: str
    path: Path
    made: Callable[[], bytes]


@dataclass(slots=True)
class Outcome:
    """What came of a batch: the files that are there, and for each that is not its name and why."""

    written: list[Path] = field(default_factory=list)
    failed: list[tuple[str, str]] = field(default_factory=list)
    stopped: bool = False


class Batch(QObject):
    """Makes a file whenever there is nothing more urgent. One that fails stops none of the others; each is whole."""

    step = Signal(int, str)
    """How many files have had their turn, and whose turn comes now."""
    ended = Signal(object)
    """The `Outcome`."""

    def __init__(self, say: Callable[[Phrase], str], parent: QObject) -> None:
        super().__init__(parent)
        self._say = say
        self._jobs: Sequence[Job] = ()
        self._next = 0
        self._outcome = Outcome()
        self._soon = QTimer(self, interval=0)
        self._soon.timeout.connect(self._one)

    @property
    def running(self) -> bool:
        """Whether files are being made."""
        return self._soon.isActive()

    def start(self, jobs: Sequence[Job]) -> None:
        """Make these files."""
        self._jobs, self._next, self._outcome = jobs, 0, Outcome()
        self._tell()
        self._soon.start()

    def stop(self) -> None:
        """Make no more; what is there stays."""
        if self.running:
            self._outcome.stopped = True
            self._end()

    def _one(self) -> None:
        if self._next >= len(self._jobs):
            self._end()
            return
        job = self._jobs[self._next]
        self._next += 1
        try:
            put(job.path, job.made())
        except OSError as failure:
            self._outcome.failed.append((job.name, unwritten(failure)))
        except KnownFailure as failure:
            self._outcome.failed.append((job.name, self._say(failure.phrase)))
        else:
            self._outcome.written.append(job.path)
        self._tell()

    def _tell(self) -> None:
        coming = self._jobs[self._next].name if self._next < len(self._jobs) else ""
        self.step.emit(self._next, coming)

    def _end(self) -> None:
        self._soon.stop()
        self.ended.emit(self._outcome)
