"""Units: where they belong, who works there, their goals and what shows that these are reached."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from strategikort.application.sample.centres import make_effort
from strategikort.application.sample.content import IndicatorWords, TownWords, UnitGoalWords, UnitWords
from strategikort.application.sample.records import SETTLED, YEAR, Made, identity
from strategikort.domain.goals import Goal, UnitGoal
from strategikort.domain.measures import Direction, Indicator, IndicatorKind, Measurement, YearlyTarget
from strategikort.domain.organisation import OrgUnit, Person, Placement, RoleHolding
from strategikort.domain.shape import Id

MOVED_ON = date(2014, 1, 1)
MOVED_FROM = {"KI-I2": "TMK"}
"""Units that belonged to another centre before, by code."""
LEADER_CHANGED_ON = date(YEAR, 2, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Staff:
    """The people of a unit whom the sample knows. ``leader`` is who led it on the first of January."""

    leader: Id
    carriers: tuple[Id, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """The days of a unit's agreement, its identity, and whether it is being lived by."""

    agreement: Id
    first: date
    last: date
    begun: bool


def make_unit(made: Made, town: TownWords, words: UnitWords, centre: str, position: int) -> Staff:
    """The unit, its placement and its people."""
    own = identity("unit", words.code)
    made.add(
        OrgUnit(
            id=own,
            name=words.name,
            code=words.code,
            type=words.type,
            ownership=words.ownership,
            sites=words.sites,
            active_from=SETTLED,
            position=position,
        )
    )
    former = MOVED_FROM.get(words.code)
    if former:
        made.add(_placement(own, former, SETTLED, date.fromordinal(MOVED_ON.toordinal() - 1)))
    made.add(_placement(own, centre, MOVED_ON if former else SETTLED, None))
    return _make_staff(made, town, words)


def _placement(unit: Id, centre: str, first: date, last: date | None) -> Placement:
    return Placement(
        id=identity(unit, "in", centre), unit=unit, parent=identity("centre", centre), valid_from=first, valid_to=last
    )


def _make_staff(made: Made, town: TownWords, words: UnitWords) -> Staff:
    titles = next(one for one in town.leader_titles if words.type in one.types)
    leader = _make_person(made, words.code, 0, titles.leader)
    leaves = "leader_changed" in words.planted
    _make_leader(
        made, words.code, leader, SETTLED, date.fromordinal(LEADER_CHANGED_ON.toordinal() - 1) if leaves else None
    )
    if leaves:
        _make_leader(made, words.code, _make_person(made, words.code, "new", titles.leader), LEADER_CHANGED_ON, None)
    carriers = (_make_person(made, words.code, place, job) for place, job in enumerate(titles.owners, start=1))
    return Staff(leader=leader, carriers=tuple(carriers))


def _make_person(made: Made, unit: str, place: object, job: str) -> Id:
    own = identity("unit", unit, "person", place)
    made.add(Person(id=own, name=made.next_name(), job_title=job))
    return own


def _make_leader(made: Made, unit: str, person: Id, first: date, last: date | None) -> None:
    made.add(
        RoleHolding(
            id=identity(person, "leads"),
            person=person,
            org=identity("unit", unit),
            role="unit_leader",
            valid_from=first,
            valid_to=last,
        )
    )


def make_goals(made: Made, words: UnitWords, staff: Staff, term: Term) -> None:
    """The goals of the unit's agreement with their indicators and efforts."""
    turn = 0
    for number, goal_words in enumerate(words.goal, start=1):
        goal = _make_goal(made, goal_words, number, words.code, staff, term)
        for place, indicator in enumerate(goal_words.indicator):
            _make_indicator(made, indicator, goal, place, term)
        for effort in goal_words.effort:
            carrier = staff.carriers[turn % len(staff.carriers)]
            make_effort(made, effort, goal, made.effort_code(words.code), carrier, begun=term.begun)
            turn += 1


def _make_goal(made: Made, words: UnitGoalWords, number: int, unit: str, staff: Staff, term: Term) -> Goal:
    goal = made.goal(
        UnitGoal(
            id=identity("unit", unit, "goal", number),
            code=f"{unit}-{number:02d}",
            title=words.title,
            short_title=words.short_title,
            why=words.why,
            success_criterion=words.success_criterion,
            valid_from=term.first,
            valid_to=term.last,
            owner=identity("unit", unit),
            responsible=staff.leader,
            nature=words.nature,
            origin=words.origin,
            decided_at=words.decided_at,
            priority=number,
            affects=tuple(identity("group", group) for group in words.affects),
            agreement=term.agreement,
        )
    )
    made.links(goal, (made.by_key[key] for key in words.upper))
    if words.shared:
        made.share(goal, words.shared)
    return goal


def _make_indicator(made: Made, words: IndicatorWords, goal: Goal, place: int, term: Term) -> None:
    own = identity(goal.id, "indicator", place)
    made.add(
        Indicator(
            id=own,
            goal=goal.id,
            name=words.name,
            definition=words.definition,
            kind=words.kind,
            chain=words.chain,
            unit=words.unit,
            direction=words.direction,
            decimals=words.decimals,
            baseline=words.baseline,
            baseline_on=date(YEAR - 2, 12, 31),
            source=identity("source", words.source),
            collection=words.collection,
            justification=words.justification,
            use_for=words.use_for,
            position=place,
        ),
        Measurement(
            id=identity(own, "measured", YEAR - 1),
            indicator=own,
            measured_on=date(YEAR - 1, 12, 31),
            value=words.last,
        ),
    )
    targets = {YEAR + ahead: _ahead(words, ahead) for ahead in range(3)}
    if term.first.year < YEAR:
        targets = {term.first.year: words.target, **targets}
    for year, value in targets.items():
        made.add(YearlyTarget(id=identity(own, year), indicator=own, year=year, value=value))


def _ahead(words: IndicatorWords, years: int) -> Decimal:
    """What is aimed at ``years`` after the agreement's: each year a third of the first step more, within reason."""
    if words.direction is Direction.KEEP:
        return words.target
    step = (words.target - words.last) / 3
    value = words.target + step * years
    if words.kind is IndicatorKind.PERCENT and words.target <= 100:
        value = min(value, Decimal(100))
    least = words.target / 2 if words.target > 0 else words.target
    return max(value, least).quantize(Decimal(1).scaleb(-words.decimals))
