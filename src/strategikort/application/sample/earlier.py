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
from strategikort.domain.shape import Id

MARK: Final = "carried_twice"
FORMER_UPPER: Final = "pm_familier"
"""What the centre goal on the former map supported: a political goal that was adopted by then."""
FORMER_MAP: Final = date(YEAR - 2, 1, 1), date(YEAR - 1, 12, 31)
"""The days of the centres' maps before those of today."""


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
    former = on_former_map(made, upper, made.by_key[FORMER_UPPER])
    later: Goal = goal
    for year in (YEAR - 1, YEAR - 2):
        before = stood_in(made, goal, unit, year, profile)
        made.links(before, (former,))
        made.link(later, before, LinkKind.SUPERSEDES)
        later = before


def on_former_map(made: Made, upper: Goal, top: Goal) -> Goal:
    """A centre goal as it stood on the map of the two years before this one, in support of ``top``."""
    former = made.goal(
        replace(
            upper,
            id=identity(upper.id, "former"),
            code=f"{upper.code}-F",
            valid_from=FORMER_MAP[0],
            valid_to=FORMER_MAP[1],
            state=GoalState.CLOSED,
        )
    )
    made.links(former, (top,))
    made.link(upper, former, LinkKind.SUPERSEDES)
    return former


def stood_in(made: Made, goal: UnitGoal, unit: str, year: int, profile: Profile) -> UnitGoal:
    """A unit goal as it stood in the agreement of ``year``, made with it. ``unit`` is the code of its owner."""
    assert goal.owner, "a unit goal of the sample has an owner"
    agreement = _agreement(goal.owner, unit, year, profile)
    made.add(agreement)
    before = replace(
        goal,
        id=identity(goal.id, year),
        code=f"{goal.code}-{year % 10}",
        valid_from=agreement.valid_from,
        valid_to=agreement.valid_to,
        agreement=agreement.id,
        state=GoalState.CLOSED,
    )
    made.goal(before)
    return before


def _agreement(owner: Id, unit: str, year: int, profile: Profile) -> Agreement:
    first, last = profile.period(year)
    return Agreement(
        id=identity("unit", unit, "agreement", year),
        org=owner,
        valid_from=first,
        valid_to=last,
        code=f"{unit}-{year}",
        title=f"{profile.words['unit_agreement']:One} {year}",
        state=AgreementState.EVALUATED if year == YEAR - 1 else AgreementState.ARCHIVED,
        budget_year=year,
    )
