"""Goals with the same title (STR-008 and 009)."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import chain

import numpy as np

from strategikort.cascade.findings import Mend
from strategikort.cascade.graph import UNIT, Ints
from strategikort.cascade.rules.asking import Check
from strategikort.cascade.rules.registry import Hit, hit, rule_of_all
from strategikort.cascade.verdicts import title_key
from strategikort.domain.agreements import Agreement
from strategikort.domain.changes import ChangeSet, changed
from strategikort.domain.document import Document
from strategikort.domain.edits.locks import lock_on, unlocked
from strategikort.domain.edits.refusal import existing
from strategikort.domain.goals import Goal, Origin, UnitGoal
from strategikort.domain.maps import MapPlace, StrategyMap
from strategikort.domain.organisation import OrgUnit, Placement
from strategikort.domain.phrases import About, Phrase, phrase
from strategikort.domain.shape import Id


@rule_of_all("STR-008", UnitGoal, Goal, Agreement, MapPlace, StrategyMap, OrgUnit)
def title_twice(check: Check) -> Iterator[Hit]:
    """Goals of one agreement, or on one map, whose titles are equal but for case and blanks."""
    documents = [*check.document.all(Agreement), *check.document.all(StrategyMap)]
    told: set[tuple[int, ...]] = set()
    for document, numbers in _alike(check, *_standing(check, documents)):
        if tuple(numbers) not in told:
            told.add(tuple(numbers))
            times: About = Phrase("times.two") if len(numbers) == 2 else phrase("times.many", n=len(numbers))
            yield hit(
                *(check.goal(number).id for number in numbers),
                goal=check.name(numbers[0]),
                times=times,
                document=_document_name(check, documents[document]),
            )


def _standing(check: Check, documents: list[Id]) -> tuple[Ints, Ints]:
    """Goals, and beside them the documents they stand in: unit goals in agreements, all goals on maps."""
    row = {identity: place for place, identity in enumerate(documents)}
    goals, places = [], []
    for number in check.numbers(UNIT):
        goal = check.goal(number)
        if isinstance(goal, UnitGoal) and goal.agreement in row:
            goals.append(number)
            places.append(row[goal.agreement])
    at = check.graph.at
    for place in check.document.all(MapPlace).values():
        if place.goal in at and place.map in row and check.asked[at[place.goal]]:
            goals.append(at[place.goal])
            places.append(row[place.map])
    return np.array(goals, dtype=np.intp), np.array(places, dtype=np.intp)


def _alike(check: Check, goals: Ints, places: Ints, least: int = 2) -> Iterator[tuple[int, list[int]]]:
    """The places with goals of one title, ``least`` or more different ones, and those goals."""
    titles = check.titles[goals]
    goals, places, titles = goals[titles >= 0], places[titles >= 0], titles[titles >= 0]
    width = len(check.graph) + 1
    order = np.argsort(places * width + titles, kind="stable")
    keys = (places * width + titles)[order]
    bounds = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1], [True])))
    for start in np.flatnonzero(np.diff(bounds) >= least).tolist():
        rows = order[bounds[start] : bounds[start + 1]]
        numbers = sorted(set(goals[rows].tolist()), key=lambda number: title_key(check.goal(number)))
        if len(numbers) >= least:
            yield int(places[rows[0]]), numbers


def _document_name(check: Check, identity: Id) -> About:
    agreement = check.document.get(Agreement, identity)
    if agreement:
        owner = check.places.name(agreement.org) or Phrase("owner.unknown")
        return agreement.title or phrase("document.agreement", owner=owner)
    drawn = check.document.get(StrategyMap, identity)
    return (drawn.title if drawn else "") or Phrase("document.map")


@rule_of_all("STR-009", UnitGoal, Agreement, OrgUnit, Placement)
def title_in_many_units(check: Check) -> Iterator[Hit]:
    """Local unit goals with one title in three or more units of one centre in one period."""
    least = check.threshold("same_title_units", 3)
    centres, period = check.centres, check.graph.period_of
    local = [one for one in check.numbers(UNIT, where=centres >= 0) if check.goal(one).origin is Origin.LOCAL]
    goals = np.array(local, dtype=np.intp)
    places = centres[goals] * len(check.graph.periods) + period[goals]
    for _, numbers in _alike(check, goals, places, least):
        units = {check.goal(number).owner for number in numbers}
        if len(units) >= least:
            alike = [check.goal(one) for one in numbers]
            locked = any(lock_on(check.document, goal) for goal in alike)
            mends = () if locked else (_common(alike),)
            yield hit(*(one.id for one in alike), mends=mends, goal=check.name(numbers[0]), n=len(units))


def _common(goals: list[Goal]) -> Mend:
    return Mend(phrase("mend.common", n=len(goals)), partial(_made_common, goals=tuple(one.id for one in goals)))


def _made_common(document: Document, *, goals: tuple[Id, ...]) -> ChangeSet:
    found = [unlocked(document, existing(document, UnitGoal, one)) for one in goals]
    steps = (changed(one, replace(one, origin=Origin.COMMON)) for one in found)
    return ChangeSet(phrase("edit.common", n=len(found)), tuple(chain.from_iterable(steps)))
