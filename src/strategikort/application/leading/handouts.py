"""What a director hands out: the numbers of *Ledelse* as tables and as reports, for screen, window and command line."""

from collections.abc import Callable
from enum import StrEnum
from functools import cached_property

from strategikort.application.leading.balance import balance_rows
from strategikort.application.leading.centres import CentreRow, centre_rows
from strategikort.application.leading.goals import GoalRow, goal_rows
from strategikort.application.leading.papers import Papers, committee_of
from strategikort.application.leading.tables import Tables
from strategikort.application.reading import Reading
from strategikort.application.thread_paper import ThreadPaper
from strategikort.application.trying import Trial
from strategikort.cascade.checking import Checked
from strategikort.cascade.coverage import Coverage, Side
from strategikort.cascade.rules.asking import Check
from strategikort.cascade.watch import Watch
from strategikort.domain.organisation import Committee
from strategikort.domain.shape import Id
from strategikort.domain.texts import folded
from strategikort.domain.written import Report
from strategikort.exchange.workbook import Sheet


class Handout(StrEnum):
    """What can be handed out."""

    GOALS = "goals"
    CENTRES = "centres"
    COVERAGE = "coverage"
    GAPS = "gaps"
    BALANCE = "balance"
    """Of maps, in models that have pairs to be balanced."""
    FINDINGS = "findings"
    THREAD = "thread"
    """One goal explained; it always takes a part, which is the goal."""


class Handouts:
    """Makes the handouts of one reading as one check found it; what several of them need is worked out once."""

    def __init__(
        self, reading: Reading, check: Check, checked: Callable[[], Checked], watching: Callable[[], Watch]
    ) -> None:
        """``checked`` gives what all rules found, ``watching`` a watch for trials; both are asked only if needed."""
        self._reading, self._check, self._checked, self._watching = reading, check, checked, watching
        self._tables = Tables(reading, year=check.year)
        self._papers = Papers(reading, day=check.today, year=check.year)

    @cached_property
    def _found(self) -> Checked:
        return self._checked()

    @cached_property
    def centres(self) -> tuple[CentreRow, ...]:
        """How every centre stands."""
        return centre_rows(self._check, self._found)

    @cached_property
    def goals(self) -> tuple[GoalRow, ...]:
        """How every political goal stands."""
        return goal_rows(self._check)

    @cached_property
    def committees(self) -> tuple[Committee, ...]:
        """The committees that answer for a political goal of the year, by name."""
        document = self._reading.document
        answering = {committee_of(document, row.goal) for row in self.goals}
        found = (one for one in document.all(Committee).values() if one.id in answering)
        return tuple(sorted(found, key=lambda one: folded(one.name)))

    def goals_of(self, committee: Id | None) -> tuple[GoalRow, ...]:
        """The political goals of a committee; all of them for None."""
        document = self._reading.document
        return tuple(row for row in self.goals if committee in (None, committee_of(document, row.goal)))

    def sheets(self, handout: Handout, part: Id | None = None) -> list[Sheet]:
        """The tables of a handout, or of a ``part``: a committee's goals, the coverage by a `Side`, a goal's thread.

        Raises:
            KeyError: a thread of no goal.
        """
        tables = self._tables
        match handout:
            case Handout.GOALS:
                return [tables.goals(self.goals_of(part))]
            case Handout.CENTRES:
                return [tables.centres(self.centres)]
            case Handout.COVERAGE:
                return [tables.matrix(Coverage(self._check, side)) for side in Side if not part or part == side.value]
            case Handout.GAPS:
                untraced = [goal for row in self.centres for goal in row.untraced]
                uncovered = Coverage(self._check, Side.UNITS).uncovered
                return [tables.gaps_down(uncovered), tables.gaps_up(untraced)]
            case Handout.BALANCE:
                return [tables.balance(balance_rows(self._check))]
            case Handout.FINDINGS:
                return [tables.findings(self._found.findings), tables.exceptions(self._found.excepted)]
            case Handout.THREAD:
                return self._thread(part).sheets()

    def _thread(self, goal: Id | None) -> ThreadPaper:
        trial = Trial(self._reading.document, self._watching)
        return ThreadPaper(self._reading, goal or Id(""), day=self._check.today, trial=trial)

    def report(self, handout: Handout, part: Id | None = None) -> Report:
        """A handout as it is set on paper: the goals with chapters and figures, all else as its tables."""
        if handout is Handout.GOALS:
            return self._papers.of_goals(self.goals_of(part), part)
        if handout is Handout.THREAD:
            return self._thread(part).report()
        return self._papers.of_tables(self.title(handout), self.sheets(handout, part))

    def title(self, handout: Handout) -> str:
        """What a handout is called."""
        return self._reading.words.text(f"report.title.{handout.value}")
