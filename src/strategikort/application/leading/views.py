"""The director's views as the window shows them: the table that is exported too, and behind each cell a list."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from strategikort.application.comparing import Change, Comparison
from strategikort.application.leading.balance import balance_rows
from strategikort.application.leading.centres import centre_rows
from strategikort.application.leading.goals import goal_rows
from strategikort.application.leading.tables import Door, Tables, centre_lists, goal_lists
from strategikort.application.reading import Reading
from strategikort.cascade.checking import Checked
from strategikort.cascade.coverage import Coverage, Side
from strategikort.cascade.rules.asking import Check
from strategikort.domain.goals import Goal
from strategikort.domain.shape import Id
from strategikort.exchange.workbook import Sheet


@dataclass(frozen=True, slots=True)
class Doors:
    """A table, and behind each of its cells what it counts; none where there is nothing to open.

    In a matrix ``columns`` says what stands over the columns of its numbers, and the first door of a row is its goal.
    """

    sheet: Sheet
    behind: Sequence[tuple[tuple[Door, ...], ...]]
    columns: tuple[Id, ...] = ()

    def of(self, row: int, column: int) -> tuple[Door, ...]:
        """The records and findings behind a cell."""
        lists = self.behind[row]
        return lists[column] if column < len(lists) else ()


def centres_view(reading: Reading, check: Check, checked: Checked) -> Doors:
    """*Ledelse*: a row for each centre."""
    rows = centre_rows(check, checked)
    sheet = Tables(reading, year=check.year).centres(rows)
    return Doors(sheet, [((row.centre,) if row.centre else (), *centre_lists(row)) for row in rows])


def goals_view(reading: Reading, check: Check) -> Doors:
    """*Status på de politiske mål*: a row for each goal, one more for each further indicator of it."""
    rows = goal_rows(check)
    sheet = Tables(reading, year=check.year).goals(rows)
    behind: list[tuple[tuple[Door, ...], ...]] = []
    for row in rows:
        behind.append(goal_lists(row))
        behind += [((row.goal,),)] * (len(row.figures) - 1)
    return Doors(sheet, behind)


def matrix_view(reading: Reading, check: Check, side: Side, *, holes_only: bool = False) -> Doors:
    """The coverage matrix; with ``holes_only`` the political goals on which some column does not work."""
    coverage = Coverage(check, side)
    sheet = Tables(reading, year=check.year).matrix(coverage)
    behind = [
        ((goal,), (goal,), coverage.below(goal), *_cells(coverage, row, goal))
        for row, goal in enumerate(coverage.political)
    ]
    if not holes_only:
        return Doors(sheet, behind, coverage.columns)
    kept = [place for place, row in enumerate(sheet.rows) if any(cell is None for cell in row[3:])]
    rows = tuple(sheet.rows[place] for place in kept)
    fewer = Sheet(
        title=sheet.title, notes=sheet.notes, columns=sheet.columns, widths=sheet.widths, rows=rows, heat=sheet.heat
    )
    return Doors(fewer, [behind[place] for place in kept], coverage.columns)


class Gap(StrEnum):
    """Which goals have nothing on one side."""

    UP = "gaps_up"
    DOWN = "gaps_down"


def gaps_view(reading: Reading, check: Check, checked: Checked, gap: Gap) -> Doors:
    """The goals whose thread does not reach the council, or the council's goals that nobody works on."""
    tables = Tables(reading, year=check.year)
    if gap is Gap.UP:
        goals = [goal for row in centre_rows(check, checked) for goal in row.untraced]
        return _each(tables.gaps_up(goals), goals)
    goals = list(Coverage(check, Side.UNITS).uncovered)
    return _each(tables.gaps_down(goals), goals)


def balance_view(reading: Reading, check: Check) -> Doors:
    """The balance of maps; the name of a map opens it."""
    rows = balance_rows(check)
    sheet = Tables(reading, year=check.year).balance(rows)
    return Doors(sheet, [((row.map,), *row.poles.values(), row.nowhere) for row in rows])


def compared_view(reading: Reading, comparison: Comparison) -> Doors:
    """What became of each goal but those that are the same; a goal that is gone has nothing to open."""
    rows = [row for row in comparison.rows if row.change is not Change.SAME]
    goals = [row.goal.id if reading.document.get(Goal, row.goal.id) else None for row in rows]
    return _each(Tables(reading, year=None).compared(rows), goals)


def _each(sheet: Sheet, goals: Sequence[Id | None]) -> Doors:
    """A table with a row for each goal, whose cells all open it."""
    return Doors(sheet, [(((goal,) if goal else ()),) * len(sheet.columns) for goal in goals])


def _cells(coverage: Coverage, row: int, goal: Id) -> list[tuple[Id, ...]]:
    counts = coverage.counts[row].tolist()
    return [
        coverage.cell(goal, column).goals if count else ()
        for column, count in zip(coverage.columns, counts, strict=True)
    ]
