"""What commands share of typer: the setting they run in, and the options for a year and a day."""

import re
from datetime import date
from typing import Annotated, Final

import typer

from strategikort.cli.setting import Setting, WrongArgument

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""The years that a plan can be for, as in files from outside."""

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_YEAR: Final = re.compile(r"[0-9]{4}")


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
