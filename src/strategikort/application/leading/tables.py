"""The director's views as tables: what screen, file and command line show comes from here, so they cannot disagree."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from strategikort.application.behind import goals_behind
from strategikort.application.comparing import Compared
from strategikort.application.comparing_words import differing
from strategikort.application.leading.balance import BalanceRow
from strategikort.application.leading.centres import CentreRow
from strategikort.application.leading.goals import GoalRow
from strategikort.application.leading.statuses import Figures
from strategikort.application.reading import Reading
from strategikort.cascade.coverage import Coverage, Side
from strategikort.cascade.findings import Finding, Severity
from strategikort.domain.agreements import AgreementState, Status
from strategikort.domain.document import map_titled
from strategikort.domain.goals import Goal, PoliticalGoal
from strategikort.domain.maps import StrategyMap
from strategikort.domain.organisation import OrgUnit, TargetGroup
from strategikort.domain.reviews import Exemption
from strategikort.domain.shape import Id
from strategikort.exchange.workbook import Cell, Sheet

WIDE, NARROW, CODE = 60, 12, 14
Door = Id | Finding
"""What stands in the list behind a number: a record, or a finding."""


SHOWN_STATES = tuple(state for state in AgreementState if state is not AgreementState.CANCELLED)


class Tables:
    """Makes the tables of one reading, in its words. ``year`` is said above each."""

    def __init__(self, reading: Reading, *, year: int | None) -> None:
        self._reading = reading
        self._words = reading.words
        self._notes = (
            reading.document.municipality.name if reading.document.municipality else "",
            self._words.text("tables.year", year=str(year)) if year is not None else "",
        )

    def _sheet(
        self, code: str, columns: Iterable[str], rows: Iterable[tuple[Cell, ...]], widths: Sequence[int], **more: range
    ) -> Sheet:
        captions = tuple(self._words.text(f"tables.column.{column}") for column in columns)
        notes = tuple(note for note in self._notes if note)
        title = self._words.text(f"tables.{code}")
        return Sheet(title=title, notes=notes, columns=captions, widths=tuple(widths), rows=tuple(rows), **more)

    def findings(self, findings: Iterable[Finding]) -> Sheet:
        """A row for each finding: rule, how bad, code, what is wrong, what it stops."""
        rows = (
            (
                one.rule,
                self._words.text(f"severity.{one.severity.value}"),
                self.code(one),
                self._words.say(one.message),
                ", ".join(self._words.text(f"gate.{gate.value}") for gate in one.gates),
            )
            for one in findings
        )
        return self._sheet("findings", ("rule", "severity", "code", "finding", "stops"), rows, (10, 12, CODE, 90, 24))

    def exceptions(self, excepted: Iterable[tuple[Finding, Exemption]]) -> Sheet:
        """A row for each justified exception: the finding, and who let it stand, when and why."""
        rows = (
            (
                one.rule,
                self.code(one),
                self._words.say(one.message),
                given.who,
                self._words.date(given.given_on) if given.given_on else "",
                given.why,
            )
            for one, given in excepted
        )
        columns = ("rule", "code", "finding", "who", "when", "why")
        return self._sheet("exceptions", columns, rows, (10, CODE, WIDE, 20, 18, WIDE))

    def code(self, finding: Finding) -> str:
        """The code of what a finding is about, or of the goal behind it."""
        document = self._reading.document
        own = str(getattr(document.find(finding.about), "code", ""))
        goal = document.get(Goal, next(iter(goals_behind(document, finding)), None))
        return own or (goal.code if goal else "")

    def matrix(self, coverage: Coverage) -> Sheet:
        """The political goals beside the columns of a coverage: how many unit goals; an empty cell is a hole."""
        names = [self._name(coverage.side, column) for column in coverage.columns]
        goals = self._reading.document.all(Goal)
        counts = coverage.counts.tolist()
        rows = [
            (goals[goal].code, goals[goal].title, sum(row), *(count or None for count in row))
            for goal, row in zip(coverage.political, counts, strict=True)
        ]
        columns = ("code", "political_goal", "unit_goals")
        sheet = self._sheet(f"matrix_{coverage.side.value}", columns, rows, (CODE, WIDE, NARROW))
        widths = (*sheet.widths, *(NARROW for _ in names))
        return replace(sheet, columns=(*sheet.columns, *names), widths=widths, heat=range(3, 3 + len(names)))

    def _name(self, side: Side, column: Id) -> str:
        kind = TargetGroup if side is Side.TARGET_GROUPS else OrgUnit
        found = self._reading.document.get(kind, column)
        return getattr(found, "name", "") or getattr(found, "code", "") or column

    def gaps_up(self, untraced: Iterable[Id]) -> Sheet:
        """The goals whose red thread does not reach a political goal."""
        return self._sheet("gaps_up", ("code", "goal", "owner"), map(self._goal_row, untraced), (CODE, WIDE, 40))

    def gaps_down(self, uncovered: Iterable[Id]) -> Sheet:
        """The political goals that no unit goal of the year leads up to."""
        rows = ((code, title) for code, title, _ in map(self._goal_row, uncovered))
        return self._sheet("gaps_down", ("code", "political_goal"), rows, (CODE, WIDE))

    def balance(self, rows: Iterable[BalanceRow]) -> Sheet:
        """A row for each map, a column for each pole; an empty cell is a pole that no goal of the map stands on."""
        names = [name for pair in self._reading.profile.balance_pairs for name in pair.names]
        told = (
            (self._map(row.map), *(len(goals) or None for goals in row.poles.values()), len(row.nowhere))
            for row in rows
        )
        sheet = self._sheet("balance", ("map",), told, (WIDE,))
        nowhere = self._words.text("tables.column.nowhere")
        widths = (*sheet.widths, *(NARROW for _ in names), NARROW)
        columns = (*sheet.columns, *names, nowhere)
        return replace(sheet, columns=columns, widths=widths, heat=range(1, 1 + len(names)))

    def _map(self, map: Id) -> str:
        found = self._reading.document.get(StrategyMap, map)
        return map_titled(self._reading.document, found) if found else map

    def compared(self, rows: Iterable[Compared]) -> Sheet:
        """A row for each goal: what became of it, by sign and word, what differs, and which goals above are others."""
        columns = ("change", "code", "goal", "owner", "differs", "gained", "lost")
        widths = (NARROW, CODE, WIDE, 30, 40, 40, 40)
        words = cache(self._words.text)
        return self._sheet("compared", columns, (self._compared(row, words) for row in rows), widths)

    def _compared(self, row: Compared, words: Callable[[str], str]) -> tuple[Cell, ...]:
        """``words`` are those that many rows have."""
        goal = row.goal
        owner = self._reading.document.get(OrgUnit, goal.owner)
        ends = [", ".join(self._above(one) for one in above) for above in (row.gained, row.lost)]
        return (
            words(f"tables.change.{row.change.value}"),
            goal.code,
            goal.title,
            owner.name if owner else "",
            ", ".join(differing(row, words, self._words)),
            *ends,
        )

    def _above(self, goal: Id) -> str:
        found = self._reading.document.get(Goal, goal)
        return (found.code or found.title) if found else "?"

    def _goal_row(self, goal: Id) -> tuple[str, str, str]:
        found = self._reading.document.all(Goal)[goal]
        owner = self._reading.document.get(OrgUnit, found.owner)
        return found.code, found.title, owner.name if owner else ""

    def centres(self, rows: Iterable[CentreRow]) -> Sheet:
        """A row for each centre: agreements by state, findings, gaps, follow-ups, statuses."""
        told = (self._centre(row) for row in rows)
        columns = ("centre", "errors", "warnings", "excepted", "untraced", "assigned", "due", "waiting")
        sheet = self._sheet("centres", columns, told, (40, *(NARROW for _ in range(7))))
        names = [self._words.text(f"agreement_state.{state.value}") for state in SHOWN_STATES]
        names += [self._words.text(f"status.{status.value}") for status in Status]
        widths = (*sheet.widths, *(NARROW for _ in names))
        return replace(sheet, columns=(*sheet.columns, *names), widths=widths)

    def _centre(self, row: CentreRow) -> tuple[Cell, ...]:
        name = self._name(Side.CENTRES, row.centre) if row.centre else self._words.text("tables.no_centre")
        return (name, *(len(one) for one in centre_lists(row)))

    def goals(self, rows: Iterable[GoalRow]) -> Sheet:
        """A row for each political goal: its own target and result, the unit goals below by status, who contributes."""
        told = [row for one in rows for row in self._political(one)]
        columns = ("code", "political_goal", "decided_by", "indicator", "target", "result", "centres", "unit_goals")
        sheet = self._sheet("goals", columns, told, (CODE, WIDE, 24, 40, NARROW, NARROW, 40, NARROW))
        names = [self._words.text(f"status.{status.value}") for status in Status]
        widths = (*sheet.widths, *(NARROW for _ in names))
        return replace(sheet, columns=(*sheet.columns, *names), widths=widths)

    def _political(self, row: GoalRow) -> list[tuple[Cell, ...]]:
        """A line for each of the goal's own indicators; what is counted stands in the first."""
        goal = self._reading.document.all(Goal)[row.goal]
        decided = goal.decided_by if isinstance(goal, PoliticalGoal) else ""
        centres = ", ".join(self._name(Side.CENTRES, centre) for centre in row.centres)
        below = [len(row.below[status]) for status in Status]
        first = (goal.code, goal.title, decided)
        figures = [self.figures(one) for one in row.figures] or [("", "", "")]
        lines: list[tuple[Cell, ...]] = [(*first, *figures[0], centres, sum(below), *below)]
        return lines + [(goal.code, "", "", *figure, "", None, *(None for _ in below)) for figure in figures[1:]]

    def figures(self, of: Figures) -> tuple[str, str, str]:
        """An indicator's name, its target and its result, as they are written."""
        return of.indicator.name, self._figure(of.target), self._figure(of.result)

    def _figure(self, of: object) -> str:
        value, text = getattr(of, "value", None), getattr(of, "text", "")
        return self._words.figure(value) if value is not None else str(text)


def centre_lists(row: CentreRow) -> tuple[tuple[Door, ...], ...]:
    """What stands behind each number of a centre's row, in the order of its columns after the name."""
    return (
        row.findings[Severity.ERROR],
        row.findings[Severity.WARNING],
        row.excepted,
        row.untraced,
        row.assigned,
        row.due,
        row.waiting,
        *(row.agreements[state] for state in SHOWN_STATES),
        *(row.status[status] for status in Status),
    )


def goal_lists(row: GoalRow) -> tuple[tuple[Door, ...], ...]:
    """The records behind the cells of a political goal's row, in the order of its columns."""
    all_below = tuple(goal for status in Status for goal in row.below[status])
    itself = (row.goal,)
    return (itself, itself, (), itself, itself, itself, row.centres, all_below, *(row.below[one] for one in Status))


def coverage_as_json(coverages: Mapping[Side, Coverage], reading: Reading, untraced: int) -> Mapping[str, object]:
    """The coverage for programs: for each political goal how many units, centres and unit goals work on it."""
    goals = reading.document.all(Goal)
    centres, units = coverages[Side.CENTRES], coverages[Side.UNITS]
    return {
        "political_goals": [
            {
                "uuid": goal,
                "code": goals[goal].code,
                "title": goals[goal].title,
                "units": int((units.counts[row] > 0).sum()),
                "centres": int((centres.counts[row] > 0).sum()),
                "unit_goals": len(units.below(goal)),
            }
            for row, goal in enumerate(units.political)
        ],
        "untraced_unit_goals": untraced,
    }
