"""Further districts of a large municipality: the same kinds of centre and unit, told apart by the names of places."""

from collections.abc import Iterator
from typing import Final

from strategikort.application.sample.content import (
    CauseWords,
    CentreGoalWords,
    CentreWords,
    EffortWords,
    UnitGoalWords,
    UnitWords,
)
from strategikort.domain.goals import Goal
from strategikort.domain.shape import field_of

TOWN: Final = "Øresø"
NAMED: Final = (TOWN, "Vestermølle", "Nørreby")
"""The places that titles name."""
FIRSTS: Final = (
    "Nør", "Vester", "Sønder", "Øster", "Mølle", "Kilde", "Birke", "Ege", "Bøge", "Linde", "Sand", "Lang", "Kirke",
)  # fmt: skip
LASTS: Final = ("lund", "by", "skov", "vig", "rup", "holm", "ager", "høj", "dal", "gård")
MOST_GOALS: Final = 5
"""How many goals a unit of a district has at most."""
_TITLE: Final = field_of(Goal, "title").length


def places() -> Iterator[str]:
    """Invented names of places, 130 of them, neighbours unlike."""
    for shift in range(len(LASTS)):
        for number, first in enumerate(FIRSTS):
            yield first + LASTS[(number + shift) % len(LASTS)]


def in_district(centre: CentreWords, number: int, place: str) -> CentreWords:
    """The same centre in the district ``place``, which has ``number``. It has none of the planted faults."""
    code = f"{centre.centre.code}{number}"
    keys = {goal.key: f"{goal.key}@{number}" for goal in centre.centre_goal if not goal.planted}
    head = {
        "code": code,
        "name": f"{centre.centre.name}, {place}",
        "map_title": f"{centre.centre.map_title}, {place}",
    }
    causes = (
        CauseWords(lower=keys[one.lower], upper=keys[one.upper])
        for one in centre.causes
        if one.lower in keys and one.upper in keys
    )
    goals = (goal for goal in centre.centre_goal if goal.key in keys)
    return CentreWords(
        centre=centre.centre.model_copy(update=head),
        centre_goal=tuple(_centre_goal(goal, keys[goal.key], place) for goal in goals),
        causes=tuple(causes),
        unit=tuple(_unit(unit, centre.centre.code, code, keys, place) for unit in centre.unit),
    )


def _centre_goal(goal: CentreGoalWords, key: str, place: str) -> CentreGoalWords:
    return goal.model_copy(
        update={"key": key, "title": placed(goal.title, place), "effort": _efforts(goal.effort, place)}
    )


def _unit(unit: UnitWords, old: str, new: str, keys: dict[str, str], place: str) -> UnitWords:
    sound = [
        goal for goal in unit.goal if not set(goal.planted) - {"shared"} and any(key in keys for key in goal.upper)
    ]
    name = unit.name.replace(TOWN, place) if TOWN in unit.name else f"{unit.name}, {place}"
    return unit.model_copy(
        update={
            "code": unit.code.replace(old, new, 1),
            "name": name,
            "goal": tuple(_unit_goal(goal, keys, place) for goal in sound[:MOST_GOALS]),
            "planted": (),
        }
    )


def _unit_goal(goal: UnitGoalWords, keys: dict[str, str], place: str) -> UnitGoalWords:
    return goal.model_copy(
        update={
            "title": placed(goal.title, place),
            "upper": tuple(keys[key] for key in goal.upper if key in keys),
            "shared": f"{goal.shared}@{place}" if goal.shared else "",
            "effort": _efforts(goal.effort, place),
            "planted": (),
        }
    )


def _efforts(efforts: tuple[EffortWords, ...], place: str) -> tuple[EffortWords, ...]:
    sound = (one for one in efforts if not one.planted)
    return tuple(one.model_copy(update={"title": placed(one.title, place)}) for one in sound)


def placed(title: str, place: str) -> str:
    """A title that says where; one that is too long for that, or names several places, stays as it is."""
    named = [name for name in NAMED if name in title]
    if len(named) > 1:
        return title
    if named:
        there = title.replace(named[0], place)
    elif title[-1].isalnum():
        there = f"{title} i {place}"
    else:
        there = f"{place}: {title}"
    return there if _TITLE is None or len(there) <= _TITLE.most else title
