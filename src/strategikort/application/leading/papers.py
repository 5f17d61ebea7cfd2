"""The director's papers: tables as on the screen, and *Status på de politiske mål* for a committee's agenda."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from strategikort.application.framed import framed
from strategikort.application.leading.goals import GoalRow
from strategikort.application.leading.tables import NARROW, WIDE, Tables
from strategikort.application.reading import Reading
from strategikort.domain.document import Document
from strategikort.domain.goals import Goal, PoliticalGoal
from strategikort.domain.organisation import Committee, OrgUnit
from strategikort.domain.shape import Id
from strategikort.domain.written import Column, Facts, Notes, Passage, Report, Table, Written
from strategikort.exchange.workbook import Sheet

_ACROSS: Final = 160
"""So many letters stand side by side on a page that lies down."""

_LONGEST_HEAD: Final = 22
"""A column is no wider than this for the sake of its name alone."""


class Papers:
    """Makes reports of one reading, as things stood on ``day``."""

    def __init__(self, reading: Reading, *, day: date, year: int | None) -> None:
        self._reading, self._words = reading, reading.words
        self._goals = reading.document.all(Goal)
        self._tables = Tables(reading, year=year)
        self._day, self._year = day, year

    def of_tables(self, title: str, sheets: Iterable[Sheet]) -> Report:
        """Tables, a chapter each. One that is too broad for the page goes on below it, its first columns repeated."""
        passages = tuple(self._tabled(sheet) for sheet in sheets)
        if len(passages) == 1:
            passages = (replace(passages[0], heading=""),)
        return replace(self._report(title, passages), broad=True)

    def of_goals(self, rows: Sequence[GoalRow], committee: Id | None = None) -> Report:
        """How goals of the council are going, a chapter for each committee; ``committee`` if all are of one."""
        title = self._words.text("tables.goals")
        if committee is not None:
            title = f"{title} – {self._committee_name(committee)}"
        idle = [row for row in rows if not row.worked_on]
        worked = [row for row in rows if row.worked_on]
        passages = (self._overview(rows), *self._chapters(worked), *self._idle(idle))
        return self._report(title, passages)

    def _report(self, title: str, passages: tuple[Passage, ...]) -> Report:
        year = ((self._words.text("report.year"), str(self._year)),) if self._year is not None else ()
        return framed(self._reading, title, passages, day=self._day, facts=year)

    def _tabled(self, sheet: Sheet) -> Passage:
        if not sheet.rows:
            return Passage(heading=sheet.title, text=self._words.text("report.empty"))
        return Passage(heading=sheet.title, parts=tuple(_tables(sheet, self._part)))

    def _part(self, number: int, count: int) -> str:
        return self._words.text("report.part", n=number, m=count)

    def _overview(self, rows: Sequence[GoalRow]) -> Passage:
        text = self._words.text
        worked = sum(row.worked_on for row in rows)
        counts = (
            (self._words.word("political_goal").many.capitalize(), len(rows)),
            (text("report.worked"), worked),
            (text("report.idle"), len(rows) - worked),
        )
        columns = (
            Column(head=text("tables.column.code"), share=1.2),
            Column(head=text("tables.column.political_goal"), share=4.2),
            Column(head=text("tables.column.unit_goals"), share=1.45, figures=True),
            Column(head=text("report.status"), share=3.4),
        )
        named = ((self._goals[row.goal], row) for row in rows)
        table = Table(
            columns=columns,
            rows=tuple((goal.code, goal.title, str(_total(row)), self._by_status(row)) for goal, row in named),
        )
        facts = Facts(rows=tuple((label, str(number)) for label, number in counts))
        return Passage(heading=text("report.overview"), parts=(facts, table))

    def _by_status(self, row: GoalRow) -> str:
        """How many of the unit goals below stand how, as words: no averages, and nothing of what there is none of."""
        counted = [(len(those), self._words.text(f"status.{status.value}")) for status, those in row.below.items()]
        return ", ".join(f"{number} {name.lower()}" for number, name in counted if number)

    def _chapters(self, rows: Sequence[GoalRow]) -> Iterator[Passage]:
        chapters: dict[Id | None, list[Passage]] = defaultdict(list)
        for row in rows:
            chapters[committee_of(self._reading.document, row.goal)].append(self._goal(row))
        for committee, goals in chapters.items():
            yield Passage(heading=self._committee_name(committee), parts=tuple(goals))

    def _goal(self, row: GoalRow) -> Passage:
        goal = self._goals[row.goal]
        centres = (self._reading.document.get(OrgUnit, centre) for centre in row.centres)
        facts = Facts(
            rows=(
                (self._words.text("tables.column.unit_goals"), f"{_total(row)} ({self._by_status(row)})"),
                (self._words.text("tables.column.centres"), ", ".join(one.name for one in centres if one)),
            )
        )
        parts: tuple[Written, ...] = (facts, self._figures(row)) if row.figures else (facts,)
        return Passage(heading=goal.title, note=goal.code, parts=parts)

    def _figures(self, row: GoalRow) -> Table:
        shares = {"indicator": 3.0, "target": 1.0, "result": 1.0}
        columns = tuple(
            Column(head=self._words.text(f"tables.column.{head}"), share=share) for head, share in shares.items()
        )
        return Table(columns=columns, rows=tuple(self._tables.figures(one) for one in row.figures))

    def _idle(self, rows: Sequence[GoalRow]) -> Iterator[Passage]:
        if rows:
            goals = (self._goals[row.goal] for row in rows)
            lines = tuple(f"{goal.code}  {goal.title}".strip() for goal in goals)
            heading = self._words.text("tables.gaps_down")
            yield Passage(heading=heading, parts=(Notes(label="", lines=lines),))

    def _committee_name(self, committee: Id | None) -> str:
        found = self._reading.document.get(Committee, committee)
        return found.name if found else self._words.text("report.no_committee")


def committee_of(document: Document, goal: Id) -> Id | None:
    """The committee that answers for a goal of the council."""
    found = document.all(Goal)[goal]
    return found.committee if isinstance(found, PoliticalGoal) else None


def _total(row: GoalRow) -> int:
    return sum(map(len, row.below.values()))


def _tables(sheet: Sheet, part: Callable[[int, int], str]) -> Iterator[Table]:
    """The table, cut evenly between its columns where it is too broad; the first ones come again in each part.

    ``part`` names a part by its number and how many there are.
    """
    written = {at for row in sheet.rows for at, cell in enumerate(row) if isinstance(cell, str)}
    widths = [
        max(min(width, WIDE), min(_LONGEST_HEAD, max(map(len, head.split()), default=0) + 3))
        for width, head in zip(sheet.widths, sheet.columns, strict=True)
    ]
    first = next((place for place, width in enumerate(sheet.widths) if width <= NARROW), len(widths))
    room = _ACROSS - sum(widths[:first])
    others = range(first, len(widths))
    count = max(1, -(-sum(widths[at] for at in others) // room)) if room > 0 else 1
    most = -(-len(others) // count) or 1
    groups = [others[start : start + most] for start in range(0, len(others), most)] or [others]
    for number, group in enumerate(groups, start=1):
        wanted = [*range(first), *group]
        columns = tuple(Column(head=sheet.columns[at], share=widths[at], figures=at not in written) for at in wanted)
        rows = tuple(tuple(_text(row[at]) for at in wanted) for row in sheet.rows)
        yield Table(columns=columns, rows=rows, label=part(number, len(groups)) if len(groups) > 1 else "")


def _text(cell: str | int | None) -> str:
    return "" if cell is None else str(cell)
