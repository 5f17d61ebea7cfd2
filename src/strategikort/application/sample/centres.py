"""Centres: their chiefs, their goals, and their strategy maps."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from strategikort.application.sample.content import CentreGoalWords, CentreWords, EffortWords, TownWords
from strategikort.application.sample.records import (
    CARD_STEP,
    MAP_FIRST,
    MAP_LAST,
    SETTLED,
    TODAY,
    YEAR,
    Made,
    identity,
    last_day,
    place_on,
)
from strategikort.application.sample.town import place_vision
from strategikort.domain.goals import CentreGoal, DecidedAt, Effort, EffortState, Goal, Milestone, Origin
from strategikort.domain.links import LinkKind
from strategikort.domain.maps import MapState, StrategyMap
from strategikort.domain.organisation import OrgKind, OrgUnit, Person, RoleHolding
from strategikort.domain.shape import Id

POLES: Final[Mapping[str, str]] = {
    "finansiel": "financial",
    "ikke-finansiel": "non_financial",
    "resultat": "result",
    "indsats": "effort",
    "borger": "citizen",
    "medarbejder": "employee",
    "nutid": "present",
    "fremtid": "future",
}
"""The words of the sample for the poles of the profile's balance pairs."""


def chief_of(words: TownWords, code: str) -> Id:
    """The person who is chief of the centre with ``code``."""
    for officer in words.officer:
        if officer.role == "centre_chief" and code in officer.centres:
            return identity("officer", officer.name)
    return identity("chief", code)


def make_centre(made: Made, town: TownWords, words: CentreWords, position: int) -> None:
    """The centre, its goals and its map; its units are made by others."""
    code = words.centre.code
    own = identity("centre", code)
    made.add(
        OrgUnit(id=own, kind=OrgKind.CENTRE, name=words.centre.name, code=code, active_from=SETTLED, position=position)
    )
    chief = chief_of(town, code)
    if chief == identity("chief", code):
        made.add(
            Person(id=chief, name=made.next_name(), job_title="Centerchef"),
            RoleHolding(id=identity(chief, own), person=chief, org=own, role="centre_chief", valid_from=SETTLED),
        )
    for number, goal in enumerate(words.centre_goal, start=1):
        _make_goal(made, goal, number, code, chief)
    for cause in words.causes:
        made.link(made.by_key[cause.lower], made.by_key[cause.upper], LinkKind.CAUSES)
    _make_map(made, town, words)


def centre_goal(words: CentreGoalWords, own: Id, code: str, centre: Id | None, chief: Id | None) -> CentreGoal:
    """A goal of a centre as its words have it, on the centre's map of today; ``own`` is its identity."""
    return CentreGoal(
        id=own,
        code=code,
        title=words.title,
        short_title=words.short_title,
        why=words.why,
        success_criterion=words.success_criterion,
        valid_from=MAP_FIRST,
        valid_to=MAP_LAST,
        owner=centre,
        responsible=chief,
        origin=Origin.COMMON,
        decided_at=DecidedAt.CENTRAL,
        balance=tuple(POLES[pole] for pole in words.balance),
        affects=tuple(identity("group", group) for group in words.affects),
    )


def _make_goal(made: Made, words: CentreGoalWords, number: int, centre: str, chief: Id) -> None:
    own = identity("centre", centre, "goal", words.key)
    goal = made.goal(centre_goal(words, own, f"{centre}-{number:02d}", identity("centre", centre), chief), words.key)
    made.links(goal, (made.by_key[key] for key in words.upper))
    for effort in words.effort:
        make_effort(made, effort, goal, made.effort_code(centre), chief, begun=True)


def make_effort(made: Made, words: EffortWords, goal: Goal, code: str, responsible: Id, *, begun: bool) -> None:
    """An effort under ``goal``, carried by somebody; ``begun`` says whether work may have begun on the sample's day."""
    start, deadline = _days(words, goal.valid_to or MAP_LAST)
    progress = EffortState.PLANNED
    if begun and start <= TODAY:
        progress = EffortState.DONE if deadline < TODAY else EffortState.STARTED
    effort = made.goal(
        Effort(
            id=identity(goal.id, "effort", code),
            code=code,
            title=words.title,
            description=words.description,
            valid_from=goal.valid_from,
            valid_to=goal.valid_to,
            owner=goal.owner,
            responsible=responsible,
            method=words.method,
            method_reason=words.method_reason,
            start=start,
            deadline=deadline,
            milestones=tuple(
                Milestone(on=min(last_day(one.month, start.year), deadline), text=one.text) for one in words.milestone
            ),
            progress=progress,
        )
    )
    if "loose" not in words.planted:
        made.links(effort, (goal,))


def _days(words: EffortWords, last: date) -> tuple[date, date]:
    """First and last day of an effort; in a school year the months of autumn are those of the year before."""
    start = date(YEAR, words.start, 1)
    if start > last:
        start = date(YEAR - 1, words.start, 1)
    return start, min(last_day(words.deadline, start.year), last)


def _make_map(made: Made, town: TownWords, words: CentreWords) -> None:
    code = words.centre.code
    own = identity("map", code)
    made.add(
        StrategyMap(
            id=own,
            title=words.centre.map_title,
            centre=identity("centre", code),
            valid_from=MAP_FIRST,
            valid_to=MAP_LAST,
            state=MapState.IN_FORCE,
        )
    )
    place_vision(made, town, own)
    supported = dict.fromkeys(key for goal in words.centre_goal for key in goal.upper)
    for keys in (supported, [goal.key for goal in words.centre_goal]):
        for across, key in enumerate(keys):
            made.add(place_on(own, made.by_key[key].id, across * CARD_STEP, 0))
