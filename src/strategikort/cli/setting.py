"""What every command is given: the user's desk, the console, and the way to the window."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Protocol

from strategikort.application.session import Desk
from strategikort.cli.console import Console
from strategikort.domain.failures import KnownFailure
from strategikort.domain.phrases import About, phrase

DONE, FINDINGS, UNUSABLE = 0, 1, 2
"""The exit codes: done; errors were found; the input cannot be used."""


class OpenWindow(Protocol):
    """Opens the window with files and gives the exit code."""

    def __call__(self, files: Sequence[Path], *, desk: Desk, language: str, today: date | None = None) -> int:
        """Open it."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a command runs."""

    desk: Desk
    console: Console
    language: str
    open_window: OpenWindow
    screen: Callable[[], bool]

    @property
    def today(self) -> date:
        """This day."""
        return self.desk.clock().date()

    def made_at(self, day: date | None) -> datetime:
        """The moment that a print made on ``day`` bears; now, if no day is given."""
        return datetime.combine(day, time()) if day else self.desk.clock()


class WrongArgument(KnownFailure):
    """The command was asked for something that there is not."""

    def __init__(self, code: str, /, **about: About) -> None:
        super().__init__(phrase(code, **about))
