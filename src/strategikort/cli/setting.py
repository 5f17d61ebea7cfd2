"""What every command is given: the user's desk, the console, and the way to the window."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Protocol

import typer

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
    screen: bool

    @property
    def today(self) -> date:
        """This day."""
        return self.desk.clock().date()

    def made_at(self, text: str | None) -> datetime:
        """The moment that a print made on the day ``text`` bears; now, if no day is given.

        Raises:
            WrongArgument: the day is not written as YYYY-MM-DD.
        """
        return datetime.combine(day(text, self.today), time()) if text else self.desk.clock()


class WrongArgument(KnownFailure):
    """The command was asked for something that there is not."""

    def __init__(self, code: str, /, **about: About) -> None:
        super().__init__(phrase(code, **about))


def setting(context: typer.Context) -> Setting:
    """The setting of a running command."""
    found = context.find_object(Setting)
    assert found is not None, "the command line hands a setting to every command"
    return found


def day(text: str | None, default: date) -> date:
    """The day written as YYYY-MM-DD.

    Raises:
        WrongArgument: it is written otherwise.
    """
    if text is None:
        return default
    try:
        return date.fromisoformat(text)
    except ValueError as failure:
        raise WrongArgument("cli.date", text=text) from failure
