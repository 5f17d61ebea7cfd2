"""Goals as a list that people read: one a line, indented by level, with code and date."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Final

DEEPEST: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What one line says. ``title`` is never empty; ``note`` is what had no room in it."""

    level: int
    title: str
    code: str = ""
    day: date | None = None
    note: str = ""


def levelled(wanted: Sequence[int]) -> list[int]:
    """Levels as a list can have them: the first is 0, and each is at most one more than the one before."""
    found: list[int] = []
    for level in wanted:
        found.append(max(0, min(level, found[-1] + 1 if found else 0, DEEPEST)))
    return found


def written(lines: Iterable[Line]) -> str:
    """The lines as plain text that `parsed` reads as the same: a tab for each level, code, title, date."""
    return "\n".join("\t" * line.level + _said(line) for line in lines)


def written_html(lines: Sequence[Line]) -> str:
    """The lines as nested lists, which word processors and sheets indent."""
    return f"<meta charset='utf-8'>{''.join(_nested(lines))}" if lines else ""


def _nested(lines: Sequence[Line]) -> Iterator[str]:
    open_lists = 0
    for line in lines:
        if line.level < open_lists - 1:
            yield "</li></ul>" * (open_lists - 1 - line.level) + "</li><li>"
        else:
            yield "<ul><li>" if line.level >= open_lists else "</li><li>"
        open_lists = line.level + 1
        yield escape(_said(line))
    yield "</li></ul>" * open_lists


def _said(line: Line) -> str:
    day = f" ({line.day.day}-{line.day.month}-{line.day.year})" if line.day else ""
    return f"{line.code} {line.title}".strip() + day
