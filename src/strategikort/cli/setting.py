"""What every command is given: the user's desk, the console, and the way to the window."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Annotated, Final, Protocol

import typer

from strategikort.application.session import Desk
from strategikort.cli.console import Console
from strategikort.domain.failures import KnownFailure
from strategikort.domain.phrases import About, phrase

DONE, FINDINGS, UNUSABLE = 0, 1, 2
"""The exit codes: done; errors were found; the input cannot be used."""

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""The years that a plan can be for, as in files from outside."""

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_YEAR: Final = re.compile(r"[0-9]{4}")


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


def setting(context: typer.Context) -> Setting:
    """The setting of a running command."""
    found = context.find_object(Setting)
    assert found is not None, "the command line hands a setting to every command"
    return found


def day(text: str) -> date:
    """The day written as YYYY-MM-DD.

    Raises:
        WrongArgument: it is written otherwise, there is no such day, or it lies outside the years of plans.
    """
    try:
        found = date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError as failure:
        raise WrongArgument("cli.date", text=text, first=str(FIRST_YEAR), last=str(LAST_YEAR)) from failure
    if found is None or not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise WrongArgument("cli.date", text=text, first=str(FIRST_YEAR), last=str(LAST_YEAR))
    return found


def year(text: str) -> int:
    """The year written as YYYY.

    Raises:
        WrongArgument: it is no year that a plan can be for.
    """
    if not (_YEAR.fullmatch(text) and FIRST_YEAR <= int(text) <= LAST_YEAR):
        raise WrongArgument("cli.year", text=text, first=str(FIRST_YEAR), last=str(LAST_YEAR))
    return int(text)


Year = Annotated[int | None, typer.Option("--year", parser=year, metavar="YYYY", help="cli.arg.year")]
Day = Annotated[date | None, typer.Option("--date", parser=day, metavar="YYYY-MM-DD", help="cli.arg.date")]
