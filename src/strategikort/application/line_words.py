"""What the words of one pasted line say: a code before the title, a date after it, and what has no room in it."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from strategikort.application.listing import Line
from strategikort.domain.goals import Goal
from strategikort.domain.shape import room

_TITLE: Final = room(Goal, "title")
_CODE: Final = room(Goal, "code")
_NOTE: Final = room(Goal, "description")

_PART: Final = r"(?:[A-ZÆØÅ]-?)?\d{1,4}"
_NAMED: Final = rf"(?:[A-ZÆØÅ]\d{{1,3}}|[A-ZÆØÅ]{{1,5}}-{_PART})(?:[-.]{_PART})*"
_NUMBER: Final = r"\d{1,2}(?:\.\d{1,2})*"
_BEFORE: Final = re.compile(
    rf"(?:(?P<named>{_NAMED})[.):]?|(?P<number>{_NUMBER})[.)]|(?P<dotted>\d{{1,2}}(?:\.\d{{1,2}})+)"
    r"|(?P<letter>[a-zæøå])[.)])\s+(?=\S)"
)
_ALONE: Final = re.compile(rf"({_NAMED}|\d{{1,3}}(?:\.\d{{1,3}})*|[a-zæøå])[.):]?")

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        ("januar jan", "februar feb", "marts mar", "april apr", "maj", "juni jun", "juli jul", "august aug",
         "september sept sep", "oktober okt", "november nov", "december dec"), 1)
    for name in names.split()
}  # fmt: skip
_NAMES: Final = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY: Final = (
    r"(?:(?P<d>\d{1,2})(?:-|/|\. ?)(?P<m>\d{1,2})(?:-|/|\. ?)(?P<y>(?:19|20)\d\d)"
    r"|(?P<iso_y>(?:19|20)\d\d)-(?P<iso_m>\d\d)-(?P<iso_d>\d\d)"
    rf"|(?P<long_d>\d{{1,2}})\.? ?(?P<name>{_NAMES})\.? (?P<long_y>(?:19|20)\d\d))"
)
_LEAD: Final = r"(?:(?:inden|senest|frist|deadline|pr\.|den|d\.):? )*"
_WHOLE: Final = re.compile(_DAY, re.IGNORECASE | re.ASCII)
_IN_BRACKETS: Final = re.compile(rf"\s*\({_LEAD}{_DAY}\)$", re.IGNORECASE | re.ASCII)
_AT_THE_END: Final = re.compile(rf"[ ,;:–-]\s*{_LEAD}{_DAY}\.?$", re.IGNORECASE | re.ASCII)


def line_of(cells: Sequence[str]) -> Line:
    """What the cells of a line say, which has at least one with text. The level is still open.

    Where there are several, a code and a date may have cells of their own; texts after the first go to the note.
    """
    filled = [cell for cell in cells if cell]
    texts: list[str] = []
    code, day = "", None
    for cell in filled if len(filled) > 1 else ():
        if not code and not texts and len(cell) <= _CODE and (alone := _ALONE.fullmatch(cell)):
            code = alone[1]
        elif day is None and (found := _day(_WHOLE.fullmatch(cell))):
            day = found
        else:
            texts.append(cell)
    return _titled(texts, code, day) if texts else _titled([" ".join(filled)], "", None)


def _titled(texts: Sequence[str], code: str, day: date | None) -> Line:
    title = texts[0]
    before = None if code else _BEFORE.match(title)
    if before and len(found := next(filter(None, before.groups()))) <= _CODE:
        code, title = found, title[before.end() :]
    if day is None:
        title, day = _dated(title)
    note = "\n".join(texts[1:])
    if len(title) > _TITLE:
        note = f"{title}\n{note}".strip()
        title = title[: _TITLE + 1].rsplit(" ", 1)[0][:_TITLE]
    return Line(level=0, title=title, code=code, day=day, note=note[:_NOTE])


def _dated(title: str) -> tuple[str, date | None]:
    """The title without the date that it ends with, and the date."""
    for pattern in (_IN_BRACKETS, _AT_THE_END):
        found = pattern.search(title)
        day = _day(found)
        if found and day and (rest := title[: found.start()].rstrip(" ,;:–-")):
            return rest, day
    return title, None


def _day(found: re.Match[str] | None) -> date | None:
    """The day that a match names; None if there is no match, or no calendar has the day."""
    if found is None:
        return None
    parts = found.groupdict()
    month = _MONTHS.get((parts["name"] or "").lower()) or int(parts["m"] or parts["iso_m"] or 0)
    year = int(parts["y"] or parts["iso_y"] or parts["long_y"])
    try:
        return date(year, month, int(parts["d"] or parts["iso_d"] or parts["long_d"]))
    except ValueError:
        return None
