"""What remains of earlier years: a goal that has been carried over twice, with the agreements that it stood in."""

from dataclasses import replace
from datetime import date
from typing import Final

from strategikort.application.sample.content import SampleContent
from strategikort.application.sample.records import YEAR, Made, identity
from strategikort.domain.agreements import Agreement, AgreementState
from strategikort.domain.goals import Goal, GoalState, UnitGoal
from strategikort.domain.links import LinkKind
from strategikort.domain.profile import Profile

MARK: Final = "carried_twice"
FORMER_UPPER: Final = "pm_familier"
"""What the centre goal on the former map supported: a political goal that was adopted by then."""


def make_earlier_years(made: Made, content: SampleContent, profile: Profile) -> None:
    """The goals that stand unchanged for the third year, as they stood in the two years before."""
    for centre in content.centres:
        for unit in centre.unit:
            for number, words in enumerate(unit.goal, start=1):
                if MARK in words.planted and FORMER_UPPER in made.by_key:
                    goal = made.by_code[f"{unit.code}-{number:02d}"]
                    assert isinstance(goal, UnitGoal), "units have unit goals"
                    _carry_back(made, goal, made.by_key[words.upper[0]], unit.code, profile)


def _carry_back(made: Made, goal: UnitGoal, upper: Goal, unit: str, profile: Profile) -> None:
    former = made.goal(
        replace(
            upper,
            id=identity(upper.id, "former"),
            code=f"{upper.code}-F",
            valid_from=date(YEAR - 2, 1, 1),
            valid_to=date(YEAR - 1, 12, 31),
            state=GoalState.CLOSED,
        )
    )
    made.links(former, (made.by_key[FORMER_UPPER],))
    made.link(upper, former, LinkKind.SUPERSEDES)
    later: Goal = goal
    for year, state in ((YEAR - 1, AgreementState.EVALUATED), (YEAR - 2, AgreementState.ARCHIVED)):
        agreement = _agreement(goal, unit, year, state, profile)
        made.add(agreement)
        before = made.goal(
            replace(
                goal,
                id=identity(goal.id, year),
                code=f"{goal.code}-{year % 10}",
                valid_from=agreement.valid_from,
                valid_to=agreement.valid_to,
                agreement=agreement.id,
                state=GoalState.CLOSED,
            )
        )
        made.links(before, (former,))
        made.link(later, before, LinkKind.SUPERSEDES)
        later = before


def _agreement(goal: UnitGoal, unit: str, year: int, state: AgreementState, profile: Profile) -> Agreement:
    first, last = profile.period(year)
    assert goal.owner, "a unit goal of the sample has an owner"
    return Agreement(
        id=identity("unit", unit, "agreement", year),
        org=goal.owner,
        valid_from=first,
        valid_to=last,
        code=f"{unit}-{year}",
        title=f"{profile.words['unit_agreement']:One} {year}",
        state=state,
        budget_year=year,
    )
