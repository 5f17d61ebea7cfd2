"""Days and figures as Danes write them, read from and written to entry fields."""

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Final

_DAY: Final = re.compile(r"(\d{1,2})[./\- ]+(\d{1,2})[./\- ]+(\d{4}|\d{2})")
_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


def day_text(day: date | None) -> str:
    """``day`` as 15.2.2015, nothing for none."""
    return f"{day.day}.{day.month}.{day.year}" if day else ""


def read_day(text: str) -> date | None:
    """The day that was written as 15.2.2015, 15/2-15 or 2015-02-15; None for nothing.

    Raises:
        ValueError: it is no day.
    """
    text = text.strip()
    if not text:
        return None
    if found := _ISO.fullmatch(text):
        year, month, day = (int(part) for part in found.groups())
        return date(year, month, day)
    if found := _DAY.fullmatch(text):
        day, month, year = (int(part) for part in found.groups())
        return date(year + 2000 if year < 100 else year, month, day)
    raise ValueError(text)


def figure_text(value: Decimal | int | None) -> str:
    """A figure with decimal comma and without thousands marks, nothing for none."""
    return "" if value is None else f"{value:f}".replace(".", ",") if isinstance(value, Decimal) else str(value)


def read_figure(text: str) -> Decimal | None:
    """The figure that was written as 1.234,5 or 1234.5; None for nothing.

    Raises:
        ValueError: it is no figure.
    """
    bare = re.sub(r"\s", "", text).replace("\N{MINUS SIGN}", "-")
    if not bare:
        return None
    if "," in bare or re.fullmatch(r"-?\d{1,3}(\.\d{3})+", bare):
        bare = bare.replace(".", "").replace(",", ".")
    try:
        figure = Decimal(bare)
    except InvalidOperation as failure:
        raise ValueError(text) from failure
    if not figure.is_finite():
        raise ValueError(text)
    return figure
