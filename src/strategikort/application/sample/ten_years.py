"""One goal followed for ten years: as it stood in each agreement before this year's, its figures and what was learnt.

The agreements, the unit, the leaders and the goals of those years are over; nothing of them stands on a map of today.
"""

from dataclasses import replace
from datetime import date

from strategikort.application.sample.centres import centre_goal
from strategikort.application.sample.earlier import FORMER_MAP, on_former_map, stood_in
from strategikort.application.sample.followed import FollowedWords, FormerGoalWords
from strategikort.application.sample.records import Made, identity
from strategikort.application.sample.town import political_goal
from strategikort.domain.agreements import Consequence, FollowUp, FollowUpKind, Status
from strategikort.domain.goals import Goal, GoalState, UnitGoal
from strategikort.domain.links import LinkKind
from strategikort.domain.measures import Chain, Direction, Indicator, IndicatorKind, Measurement, YearlyTarget
from strategikort.domain.organisation import OrgUnit, Person, Placement, RoleHolding
from strategikort.domain.profile import Profile
from strategikort.domain.shape import Id


def make_ten_years(made: Made, words: FollowedWords, profile: Profile) -> None:
    """The followed goal of the words in each year before this one, the oldest first, and what stood above it then."""
    if words.goal not in made.by_code:
        return
    goal, upper = made.by_code[words.goal], made.by_key[words.upper]
    assert isinstance(goal, UnitGoal), "what is followed is a goal of a unit"
    _make_former_unit(made, words, upper.owner)
    on_map = on_former_map(made, upper, made.by_key[words.top])
    earlier = _make_former_centre_goal(made, words, upper)
    made.link(on_map, earlier, LinkKind.SUPERSEDES)
    before: UnitGoal | None = None
    figures: Indicator | None = None
    for year in words.year:
        one = _as_it_stood(made, goal, words, year, profile)
        made.links(one, (on_map if year.year >= FORMER_MAP[0].year else earlier,))
        if before:
            made.link(one, before, LinkKind.SUPERSEDES)
        figures = _make_figures(made, one, year, figures)
        _make_talk(made, one, year)
        before = one
    if before:
        made.link(goal, before, LinkKind.SUPERSEDES)


def _leader(key: str) -> Id:
    return identity("former leader", key)


def _make_former_unit(made: Made, words: FollowedWords, centre: Id | None) -> None:
    unit = words.unit
    own = identity("unit", unit.code)
    made.add(
        OrgUnit(id=own, name=unit.name, code=unit.code, type=unit.type, active_from=unit.first, active_to=unit.last)
    )
    if centre:
        made.add(
            Placement(
                id=identity(own, "in", centre), unit=own, parent=centre, valid_from=unit.first, valid_to=unit.last
            )
        )
    for one in words.leader:
        person = _leader(one.key)
        made.add(
            Person(id=person, name=one.name, job_title=one.job),
            RoleHolding(
                id=identity(person, "leads"),
                person=person,
                org=own,
                role="unit_leader",
                valid_from=one.first,
                valid_to=one.last,
            ),
        )


def _make_former_centre_goal(made: Made, words: FollowedWords, upper: Goal) -> Goal:
    """What the centre aimed at before its former map, under what the council wanted before the vision of today."""
    political = made.goal(replace(political_goal(words.political_goal, "POL-F"), state=GoalState.CLOSED))
    own = identity("centre goal", words.centre_goal.key)
    told = centre_goal(words.centre_goal, own, f"{upper.code}-E", upper.owner, upper.responsible)
    last = date.fromordinal(FORMER_MAP[0].toordinal() - 1)
    goal = made.goal(replace(told, valid_from=words.unit.first, valid_to=last, state=GoalState.CLOSED))
    made.links(goal, (political,))
    return goal


def _as_it_stood(
    made: Made, goal: UnitGoal, followed: FollowedWords, words: FormerGoalWords, profile: Profile
) -> UnitGoal:
    of_former = words.year <= followed.unit.last.year
    owner = identity("unit", followed.unit.code) if of_former else goal.owner
    told = replace(
        goal,
        title=words.title,
        short_title="",
        why=words.why,
        success_criterion=words.success_criterion,
        owner=owner,
        responsible=_leader(words.leader) if words.leader else goal.responsible,
    )
    unit = followed.unit.code if of_former else goal.code.rsplit("-", 1)[0]
    return stood_in(made, told, unit, words.year, profile)


def _make_figures(made: Made, goal: UnitGoal, words: FormerGoalWords, before: Indicator | None) -> Indicator:
    """The one figure of the goal; it goes on with the year before while it has its name."""
    same = before if before and before.name == words.indicator else None
    own = identity(goal.id, "indicator")
    indicator = Indicator(
        id=own,
        goal=goal.id,
        name=words.indicator,
        definition=words.definition or (same.definition if same else ""),
        kind=IndicatorKind.PERCENT,
        chain=Chain.EFFECT,
        unit="%",
        direction=Direction.UP,
        baseline=words.baseline,
        baseline_on=date(words.year - 1, 12, 31) if words.baseline else None,
        source=identity("source", "tandsystem"),
        comparability_note=words.note,
        supersedes=same.id if same else None,
    )
    made.add(
        indicator,
        YearlyTarget(id=identity(own, words.year), indicator=own, year=words.year, value=words.target),
        Measurement(
            id=identity(own, "measured"), indicator=own, measured_on=date(words.year, 12, 31), value=words.last
        ),
    )
    return indicator


def _make_talk(made: Made, goal: UnitGoal, words: FormerGoalWords) -> None:
    made.add(
        FollowUp(
            id=identity(goal.id, "yearend"),
            agreement=goal.agreement,
            goal=goal.id,
            kind=FollowUpKind.YEAREND,
            planned_on=words.followed,
            done_on=words.followed,
            status=words.status,
            explanation=words.explanation,
            learning_point=words.learning_point,
            consequence=Consequence.NONE if words.status is Status.FULFILLED else Consequence.LEARNING_DIALOGUE,
        )
    )
