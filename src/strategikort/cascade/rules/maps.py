"""Maps as drawings to be read: not too much on them, no band empty, nothing alone (STR-010 to 014, PRT-002)."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Final

from strategikort.cascade.breaks import name_of
from strategikort.cascade.findings import Mend
from strategikort.cascade.graph import overlap
from strategikort.cascade.rules.asking import Check
from strategikort.cascade.rules.joining import joins
from strategikort.cascade.rules.registry import Hit, hit, rule_of_all
from strategikort.cascade.shown import goals_shown
from strategikort.domain.agreements import Agreement
from strategikort.domain.document import Document, map_titled
from strategikort.domain.edits.records import set_field
from strategikort.domain.goals import CentreGoal, Goal, GoalState, VisionElement
from strategikort.domain.links import Link
from strategikort.domain.maps import (
    CARD_SIZE,
    SMALLEST_TEXT,
    TITLE_SIZE,
    MapPlace,
    MapState,
    MapSubject,
    Paper,
    StrategyMap,
)
from strategikort.domain.organisation import Municipality, OrgUnit, Placement
from strategikort.domain.phrases import Phrase, phrase

SHOWN = (Goal, Link, StrategyMap, MapPlace, OrgUnit, Placement, Agreement)

_PAPER_WIDTH: Final = {Paper.A3: 420.0, Paper.A4: 297.0}
_MARGIN: Final = 10.0
_POINTS_A_MM: Final = 72 / 25.4


def maps_of_centres(check: Check) -> tuple[tuple[StrategyMap, list[Goal]], ...]:
    """The maps of centres for the year in question or later, with the goals on each that are not cancelled.

    Several rules ask; it is worked out once for them.
    """
    first = check.plan_period[0]
    return check.document.derived(("maps of centres", first), lambda one: tuple(_maps_of_centres(one, first)))


def _maps_of_centres(document: Document, first: date | None) -> Iterator[tuple[StrategyMap, list[Goal]]]:
    for one in document.all(StrategyMap).values():
        over = one.valid_to is not None and first is not None and one.valid_to < first
        if one.centre and one.subject is MapSubject.GOALS and one.state is not MapState.REPLACED and not over:
            shown = goals_shown(document, one.id)
            yield one, [goal for goal in shown if goal.state is not GoalState.CANCELLED]


def _name(check: Check, one: StrategyMap) -> str | Phrase:
    return map_titled(check.document, one) or Phrase("document.map")


@rule_of_all("STR-010", *SHOWN)
def crowded_map(check: Check) -> Iterator[Hit]:
    """Maps with more goals of their centre than a map can carry; a hint up to the second limit."""
    few, many = check.threshold("goals_on_map_hint", 15), check.threshold("goals_on_map", 20)
    for one, goals in maps_of_centres(check):
        n = sum(isinstance(goal, CentreGoal) for goal in goals)
        if n > few:
            yield hit(one.id, map=_name(check, one), n=n, mild=n <= many)


def _elements(check: Check) -> dict[str, list[VisionElement]]:
    """The elements of the vision in the year by layer."""
    found: dict[str, list[VisionElement]] = {}
    for element in check.document.all(VisionElement).values():
        in_time = overlap((element.valid_from, element.valid_to), check.plan_period)
        if in_time and element.state is not GoalState.CANCELLED:
            found.setdefault(element.layer, []).append(element)
    return found


def _about(check: Check) -> StrategyMap | Municipality | None:
    """What a finding about the vision's layers is about: its map or the municipality; None while nothing is drawn."""
    maps = sorted(check.document.all(StrategyMap).values(), key=lambda one: (one.position, one.id))
    if not maps:
        return None
    return next((one for one in maps if one.subject is MapSubject.VISION), None) or check.document.municipality


@rule_of_all("STR-011", VisionElement, StrategyMap, Municipality, Agreement)
def empty_layer(check: Check) -> Iterator[Hit]:
    """Layers of the vision that the model requires and in which nothing stands."""
    about, elements = _about(check), _elements(check)
    for layer in check.profile.layers if about else ():
        if about and layer.required and not elements.get(layer.key):
            yield hit(about.id, layer=layer.name)


@rule_of_all("STR-012", VisionElement, StrategyMap, Municipality, Agreement)
def other_number_in_layer(check: Check) -> Iterator[Hit]:
    """Layers with another number of elements than the model has; an empty one is told by itself."""
    about, elements = _about(check), _elements(check)
    for layer in check.profile.layers if about else ():
        n = len(elements.get(layer.key, ()))
        if about and layer.count and n not in (0, layer.count):
            yield hit(about.id, layer=layer.name, n=n, m=layer.count)


@rule_of_all("STR-013", *SHOWN)
def out_of_balance(check: Check) -> Iterator[Hit]:
    """Maps on which goals carry poles of balance, and none carries one of them."""
    for one, goals in maps_of_centres(check):
        carried = {pole for goal in goals for pole in goal.balance}
        for pair in check.profile.balance_pairs if carried else ():
            for pole, name in zip(pair.poles, pair.names, strict=True):
                if pole not in carried:
                    yield hit(one.id, map=_name(check, one), pole=name)


@rule_of_all("STR-014", *SHOWN)
def alone_on_the_map(check: Check) -> Iterator[Hit]:
    """Goals on a centre's map that no link of any kind touches."""
    shown = {goal.id: goal for _, goals in maps_of_centres(check) for goal in goals}
    for goal in shown.values():
        if not check.document.links_of(goal.id):
            yield hit(goal.id, offer=partial(joins, goal=goal.id), goal=name_of(goal))


@rule_of_all("PRT-002", *SHOWN)
def too_small_to_read(check: Check) -> Iterator[Hit]:
    """Maps so wide that the titles on them would be too small to read on the sheet that they are made for."""
    for one, _ in maps_of_centres(check):
        lefts = [place.x for place in check.of(MapPlace, "map", one.id)]
        if len(lefts) < 2:
            continue
        width = max(lefts) - min(lefts) + CARD_SIZE[0]
        if _points(width, one.paper) < SMALLEST_TEXT:
            larger = one.paper is Paper.A4 and _points(width, Paper.A3) >= SMALLEST_TEXT
            mends = (_on_a3(one),) if larger else ()
            yield hit(one.id, mends=mends, map=_name(check, one), format=one.paper.value.upper())


def _points(width: int, paper: Paper) -> float:
    """How large the titles of a map so wide are on a sheet."""
    return TITLE_SIZE * (_PAPER_WIDTH[paper] - 2 * _MARGIN) * _POINTS_A_MM / width


def _on_a3(one: StrategyMap) -> Mend:
    make = partial(set_field, kind=StrategyMap, identity=one.id, name="paper", value=Paper.A3)
    return Mend(phrase("mend.paper", format=Paper.A3.value.upper()), make, after_signing=True)
