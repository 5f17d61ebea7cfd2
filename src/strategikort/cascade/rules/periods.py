"""Days that do not fit together (PER)."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Final

import numpy as np

from strategikort.cascade.breaks import name_of
from strategikort.cascade.findings import Mend
from strategikort.cascade.graph import POLITICAL, VISION, Period, days_of, overlap
from strategikort.cascade.rules.asking import Check
from strategikort.cascade.rules.joining import cut, instead, spare
from strategikort.cascade.rules.near import heirs
from strategikort.cascade.rules.registry import Hit, hit, rule, rule_of_all, way
from strategikort.cascade.sweeps import reached
from strategikort.cascade.verdicts import counts
from strategikort.domain.agreements import Agreement, AgreementState
from strategikort.domain.changes import ChangeSet, changed
from strategikort.domain.document import Document
from strategikort.domain.edits.locks import unlocked
from strategikort.domain.edits.records import set_field
from strategikort.domain.edits.refusal import existing
from strategikort.domain.goals import Effort, Goal, GoalState, PoliticalGoal, UnitGoal
from strategikort.domain.links import Link, LinkKind
from strategikort.domain.maps import MapState, StrategyMap
from strategikort.domain.measures import Indicator, YearlyTarget
from strategikort.domain.organisation import OrgUnit, Placement, RoleHolding, Vision
from strategikort.domain.phrases import Phrase, phrase
from strategikort.domain.shape import Id, Record
from strategikort.domain.texts import folded

_DAYS: Final[tuple[tuple[str, str], ...]] = (
    ("valid_from", "valid_to"),
    ("start", "deadline"),
    ("active_from", "active_to"),
)


def said(period: Period) -> Phrase:
    """A period in a sentence: both days, or the one that it has."""
    first, last = period
    if first and last:
        return phrase("period.both", first=first, last=last)
    if first:
        return phrase("period.from", first=first)
    return phrase("period.to", last=last) if last else Phrase("period.always")


def _apart(check: Check) -> Iterator[Link]:
    """The links between goals of different days: of two periods that share a day none can be told."""
    graph = check.graph
    size = len(graph.periods)
    pairs = graph.period_of[graph.lower] * size + graph.period_of[graph.upper]
    both = ((pair, [graph.periods[one] for one in divmod(pair, size)]) for pair in np.unique(pairs).tolist())
    never = [pair for pair, (one, other) in both if not overlap(one, other)]
    return (graph.links[place] for place in np.flatnonzero(np.isin(pairs, never)).tolist())


@rule(
    "PER-001",
    Link,
    way(Goal, (Link, "lower")),
    way(Goal, (Link, "upper")),
    way(Agreement, (UnitGoal, "agreement"), (Link, "lower")),
    way(Agreement, (UnitGoal, "agreement"), (Link, "upper")),
    among=_apart,
)
def never_together(check: Check, links: Iterable[Link]) -> Iterator[Hit]:
    """Links between goals that do not hold on any day together."""
    for link in links:
        if link.kind is LinkKind.REALISES:
            lower, upper = (check.document.get(Goal, end) for end in (link.lower, link.upper))
            if lower and upper and check.asks(lower) and check.asks(upper):
                periods = days_of(check.document, lower), days_of(check.document, upper)
                if not overlap(*periods):
                    yield hit(
                        lower.id,
                        upper.id,
                        link.id,
                        subject=link.id,
                        a=name_of(lower),
                        b=name_of(upper),
                        period1=said(periods[0]),
                        period2=said(periods[1]),
                        offer=partial(_brought_together, link=link),
                    )


def _brought_together(check: Check, link: Link) -> tuple[Mend, ...]:
    """The link led to what replaced its upper goal; or away, where the lower goal has another thread or goal."""
    led = instead(check, link, heirs(check.document, [link.upper]))
    return (*led, cut(check, link)) if spare(check, link) else led


@rule("PER-002", UnitGoal, way(Agreement, (UnitGoal, "agreement")))
def beyond_the_agreement(check: Check, goals: Iterable[UnitGoal]) -> Iterator[Hit]:
    """Unit goals whose own days go beyond those of the agreement that they stand in.

    A goal on a map may outlive the map: the council's and the centres' goals run for years.
    """
    for goal in goals:
        if goal.agreement is None or not (goal.valid_from or goal.valid_to):
            continue
        agreement = check.document.get(Agreement, goal.agreement)
        if agreement and check.stands(agreement.id) and check.asks(goal):
            first, last = agreement.valid_from, agreement.valid_to
            if (goal.valid_from or first) < first or (goal.valid_to or last) > last:
                mends = (_days_of(agreement, goal),) if _in_order(agreement) else ()
                yield hit(goal.id, goal=name_of(goal), period=said((first, last)), mends=mends)


def _days_of(agreement: Agreement, goal: UnitGoal) -> Mend:
    return Mend(phrase("mend.days_of_agreement"), partial(_as_agreed, goal=goal.id, days=_days(agreement)))


def _as_agreed(document: Document, *, goal: Id, days: Period) -> ChangeSet:
    before = unlocked(document, existing(document, UnitGoal, goal))
    after = replace(before, valid_from=days[0], valid_to=days[1])
    return ChangeSet(phrase("edit.redate_one", goal=name_of(before)), changed(before, after))


@rule_of_all("PER-003", Agreement, StrategyMap, OrgUnit, Placement)
def map_too_short(check: Check) -> Iterator[Hit]:
    """Agreements that no map of their centre covers from end to end, though one covers a part of them."""
    for agreement in check.document.all(Agreement).values():
        days: Period = (agreement.valid_from, agreement.valid_to)
        if not check.stands(agreement.id) or not overlap(days, check.plan_period):
            continue
        centre = check.places.centre_of(agreement.org, agreement.valid_from)
        maps = check.of(StrategyMap, "centre", centre) if centre else ()
        periods = [(one.valid_from, one.valid_to) for one in maps if one.state is not MapState.REPLACED]
        partly = any(overlap(days, one) for one in periods)
        if partly and not any(_covers(one, days) for one in periods):
            yield hit(agreement.id, document=agreement_name(check, agreement))


def _covers(outer: Period, inner: Period) -> bool:
    first, last = outer
    return not (first and inner[0] and first > inner[0]) and not (last and inner[1] and last < inner[1])


def agreement_name(check: Check, agreement: Agreement) -> Phrase:
    """An agreement in a sentence: *den decentrale aftale for Skolen ved Søen*."""
    return phrase("document.agreement", owner=check.owner(agreement.org))


@rule_of_all("PER-004", PoliticalGoal, Goal, Link, Agreement)
def expires_inside(check: Check) -> Iterator[Hit]:
    """Political goals that unit goals of the year rest on and that expire before the year is over."""
    first, last = check.plan_period
    if not first or not last:
        return
    worked_on = reached(check.graph.up, check.plan_goals)
    for number in check.numbers(POLITICAL, where=worked_on):
        goal = check.goal(number)
        if counts(goal) and goal.valid_to and first <= goal.valid_to < last:
            yield hit(goal.id, goal=name_of(goal), date=goal.valid_to)


@rule("PER-005", (Goal, Agreement, StrategyMap, Placement, RoleHolding, OrgUnit, Vision))
def ends_before_it_begins(check: Check, records: Iterable[Record]) -> Iterator[Hit]:
    """Anything that ends before it begins."""
    for record in records:
        for first_name, last_name in _DAYS:
            first, last = getattr(record, first_name, None), getattr(record, last_name, None)
            if first and last and last < first:
                about = getattr(record, "title", "") or getattr(record, "name", "")
                of = phrase("period.turned_of", name=about, first=first, last=last)
                told = of if about else phrase("period.turned", first=first, last=last)
                yield hit(record.id, said=told, mends=(_turn(check, record, first_name, last_name),))


def _turn(check: Check, record: Record, first: str, last: str) -> Mend:
    """Both days swapped; or those of its agreement for a goal that would still go beyond them."""
    goal = record if isinstance(record, UnitGoal) else None
    agreement = check.document.get(Agreement, goal.agreement) if goal else None
    if goal and agreement and _in_order(agreement) and not _covers(_days(agreement), (goal.valid_to, goal.valid_from)):
        return _days_of(agreement, goal)
    return Mend(phrase("mend.turn_days"), partial(_turned, kind=type(record), identity=record.id, names=(first, last)))


def _in_order(agreement: Agreement) -> bool:
    return agreement.valid_from <= agreement.valid_to


def _days(agreement: Agreement) -> Period:
    return agreement.valid_from, agreement.valid_to


def _turned(document: Document, *, kind: type[Record], identity: Id, names: tuple[str, str]) -> ChangeSet:
    before = existing(document, kind, identity)
    first, last = (getattr(before, name) for name in names)
    step = set_field(document, kind, identity, names[0], last)
    later = set_field(document.with_changes(step), kind, identity, names[1], first)
    return ChangeSet(phrase("edit.turn_days"), step.followed_by(later).changes)


def _late(check: Check) -> Iterator[Effort]:
    """The efforts that lie, by their deadline, in no agreement of the goals that they support."""
    graph = check.graph
    ends = [goal.deadline.toordinal() if type(goal) is Effort and goal.deadline else 0 for goal in graph.goals]
    deadline = np.array(ends, dtype=np.intp)
    first = np.array([day.toordinal() if day else 0 for day, _ in graph.periods], dtype=np.intp)
    last = np.array([day.toordinal() if day else date.max.toordinal() for _, day in graph.periods], dtype=np.intp)
    standing = np.array(
        [type(goal) is UnitGoal and check.stands(goal.agreement) for goal in graph.goals], dtype=np.bool_
    )
    tied = (deadline[graph.lower] > 0) & standing[graph.upper]
    lower, period = graph.lower[tied], graph.period_of[graph.upper[tied]]
    inside = (first[period] <= deadline[lower]) & (deadline[lower] <= last[period])
    outside = np.setdiff1d(lower, lower[inside])
    return (goal for number in outside.tolist() if type(goal := check.goal(number)) is Effort)


@rule(
    "PER-006",
    Effort,
    way(Link, "lower"),
    way(UnitGoal, (Link, "upper"), "lower"),
    way(Agreement, (UnitGoal, "agreement"), (Link, "upper"), "lower"),
    among=_late,
)
def deadline_outside(check: Check, efforts: Iterable[Effort]) -> Iterator[Hit]:
    """Efforts whose deadline lies in none of the agreements that their goals stand in."""
    for effort in efforts:
        if effort.deadline is None or not check.asks(effort):
            continue
        goals = (check.document.get(UnitGoal, link.upper) for link in check.document.links_up(effort.id))
        found = (check.document.get(Agreement, goal.agreement) for goal in goals if goal and goal.agreement)
        agreements = [one for one in found if one and check.stands(one.id)]
        if agreements and not any(one.valid_from <= effort.deadline <= one.valid_to for one in agreements):
            mends = _moved(effort, [(one.valid_from, one.valid_to) for one in agreements if _in_order(one)])
            yield hit(effort.id, mends=mends, effort=name_of(effort), date=effort.deadline)


def _moved(effort: Effort, periods: Iterable[tuple[date, date]]) -> tuple[Mend, ...]:
    """The deadline moved to the nearest day of an agreement, if the effort has begun by then."""
    late = effort.deadline
    assert late is not None, "it lies outside the agreements"
    days = {first if late < first else last for first, last in periods}
    if not days:
        return ()
    day = min(days, key=lambda one: (abs(one - late), one))
    if effort.start and effort.start > day:
        return ()
    move = partial(set_field, kind=Effort, identity=effort.id, name="deadline", value=day)
    return (Mend(phrase("mend.deadline", date=day), move),)


@rule_of_all("PER-007", UnitGoal, Goal, Link, Agreement, Indicator, YearlyTarget)
def carried_over_unchanged(check: Check) -> Iterator[Hit]:
    """Unit goals of the year that have been carried over twice or more with the same title and the same targets."""
    links = check.document.all(Link).values()
    replacing = {link.lower for link in links if link.kind is LinkKind.SUPERSEDES}
    for number in check.plan_goals.tolist() if replacing else ():
        goal, times = check.goal(number), 0
        if goal.id not in replacing:
            continue
        seen = {goal.id}
        older = _same_before(check, goal)
        while older and older.id not in seen:
            seen.add(older.id)
            times += 1
            older = _same_before(check, older)
        if times > 1:
            yield hit(goal.id, goal=name_of(goal), n=times)


def _same_before(check: Check, goal: Goal) -> Goal | None:
    for link in sorted(check.document.links_up(goal.id, LinkKind.SUPERSEDES), key=lambda one: one.id):
        older = check.document.get(Goal, link.upper)
        if older and folded(older.title) == folded(goal.title) and _targets(check, older) == _targets(check, goal):
            return older
    return None


def _targets(check: Check, goal: Goal) -> set[tuple[str, object, str]]:
    """The targets of a goal's indicators in the last year that each has one for."""
    found: set[tuple[str, object, str]] = set()
    for indicator in check.of(Indicator, "goal", goal.id):
        last = max(check.of(YearlyTarget, "indicator", indicator.id), key=lambda one: (one.year, one.id), default=None)
        found.add((folded(indicator.name), last.value if last else None, last.text if last else ""))
    return found


@rule_of_all("PER-008", UnitGoal, Agreement, Link, Goal)
def left_open(check: Check) -> Iterator[Hit]:
    """Goals of the year before that nobody closed or carried over, though the agreement of the year has been signed."""
    if check.year is None:
        return
    before = check.profile.period(check.year - 1)
    signed = {
        one.org
        for one in check.document.all(Agreement).values()
        if one.state.signed and overlap((one.valid_from, one.valid_to), check.plan_period)
    }
    for goal in check.document.all(UnitGoal).values():
        agreement = check.document.get(Agreement, goal.agreement)
        if not agreement or goal.state is not GoalState.ACTIVE or agreement.org not in signed:
            continue
        days: Period = (agreement.valid_from, agreement.valid_to)
        ended = agreement.state is not AgreementState.CANCELLED and _covers(before, days)
        if ended and not check.document.links_down(goal.id, LinkKind.SUPERSEDES):
            close = partial(set_field, kind=UnitGoal, identity=goal.id, name="state", value=GoalState.CLOSED)
            mend = Mend(phrase("mend.close_goal", goal=name_of(goal)), close, after_signing=True)
            yield hit(goal.id, goal=name_of(goal), year=str(check.year - 1), mends=(mend,))


@rule_of_all("PER-009", Vision, Goal, Link, Agreement)
def vision_is_over(check: Check) -> Iterator[Hit]:
    """Visions that were over before the year and that goals of the year still stand under."""
    first: date | None = check.plan_period[0]
    if not first:
        return
    over = {one.id: one for one in check.document.all(Vision).values() if one.valid_to and one.valid_to < first}
    if not over:
        return
    worked_on = reached(check.graph.up, check.plan_goals)
    found = {getattr(check.goal(number), "vision", None) for number in check.numbers(VISION, where=worked_on)}
    for vision in over.values():
        if vision.id in found:
            yield hit(vision.id, name=vision.name or vision.id)
