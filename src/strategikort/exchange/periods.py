"""Days and periods as they stand in documents from outside: often empty, sometimes the wrong way round."""

from dataclasses import dataclass
from datetime import date

from strategikort.exchange.gathering import Gathering
from strategikort.exchange.markup import Node


@dataclass(frozen=True, slots=True)
class Span:
    """From a day to a day; None is no limit or not said."""

    first: date | None = None
    last: date | None = None

    @property
    def whole(self) -> bool:
        """Whether both days are said, and in their order."""
        return self.first is not None and self.last is not None and self.first <= self.last

    def in_order(self) -> "Span":
        """The same days, the earlier first."""
        turned = self.first is not None and self.last is not None and self.last < self.first
        return Span(self.last, self.first) if turned else self

    def meets(self, other: "Span") -> bool:
        """Whether the two have a day in common."""
        starts_late = self.first is not None and other.last is not None and self.first > other.last
        ends_early = self.last is not None and other.first is not None and self.last < other.first
        return not (starts_late or ends_early)

    def written(self) -> str:
        """The period as text: ``2025-07-01 – 2026-06-30``; empty if nothing is said."""
        if self.first is None and self.last is None:
            return ""
        return " – ".join(day.isoformat() if day else "" for day in (self.first, self.last)).strip()

    def year(self) -> int | None:
        """The year in which it ends, or else begins; None if nothing is said."""
        day = self.last or self.first
        return day.year if day else None


def taken_span(node: Node | None, gathering: Gathering) -> Span:
    """The start and end dates of an element as they are said; that the end comes first is told."""
    if node is None:
        return Span()
    span = Span(taken_day(node, "StartDate", gathering), taken_day(node, "EndDate", gathering))
    if span.first and span.last and span.last < span.first:
        gathering.repaired("end_before_start", line=str(node.line), first=span.first, last=span.last)
    return span


def taken_day(node: Node, name: str, gathering: Gathering) -> date | None:
    """The day in a child element, None if there is none; what is no day is told and left."""
    text = node.take(name)
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        gathering.repaired("no_day", line=str(node.line), element=name, text=text)
        return None
