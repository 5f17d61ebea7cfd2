"""*Status på byrådets mål*: each political goal with its own figures, and what stands below it, counted by status."""

from collections.abc import Mapping
from dataclasses import dataclass

from strategikort.application.leading.statuses import Figures, by_status, figures_of
from strategikort.cascade.coverage import Coverage, Side
from strategikort.cascade.rules.asking import Check
from strategikort.domain.agreements import Status
from strategikort.domain.goals import Goal
from strategikort.domain.shape import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalRow:
    """One political goal in the year in question.

    ``figures`` are its own target beside its result; ``below`` the unit goals that lead up to it, by what was said of
    them last; ``centres`` those whose units work on it. Nobody works on it where ``below`` is empty all over.
    """

    goal: Id
    figures: tuple[Figures, ...]
    below: Mapping[Status, tuple[Id, ...]]
    centres: tuple[Id, ...]

    @property
    def worked_on(self) -> bool:
        """Whether any unit goal of the year leads up to it."""
        return any(self.below.values())


def goal_rows(check: Check) -> tuple[GoalRow, ...]:
    """The political goals that stand in the year, in list order. Cost: linear, about 20 ms at 10,000 goals."""
    coverage = Coverage(check, Side.CENTRES)
    return tuple(_row(check, coverage, row, goal) for row, goal in enumerate(coverage.political))


def _row(check: Check, coverage: Coverage, row: int, goal: Id) -> GoalRow:
    counts = coverage.counts[row].tolist()
    return GoalRow(
        goal=goal,
        figures=figures_of(check, check.document.all(Goal)[goal], check.year),
        below=by_status(check, coverage.below(goal)),
        centres=tuple(column for column, count in zip(coverage.columns, counts, strict=True) if count),
    )
