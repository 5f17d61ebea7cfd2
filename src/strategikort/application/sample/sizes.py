"""The sample in other sizes: a part of its words, or its words once more for further districts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Final

from strategikort.application.sample.content import (
    CentreGoalWords,
    CentreWords,
    PoliticalWords,
    SampleContent,
    UnitGoalWords,
    UnitWords,
)
from strategikort.application.sample.districts import in_district, places

SIZES: Final[Mapping[str, int | None]] = {"helsingoer": None, "aalborg": 4_700, "koebenhavn": 10_000}
"""How many goals and efforts a size has; None is the sample as it is written."""

Pick = tuple[int, UnitWords]
"""A unit, and the number of its centre among those to choose from."""


def goals_in(content: SampleContent) -> int:
    """How many goals and efforts the words make, without those of earlier years and planted faults."""
    own = len(content.town.vision_element) + len(content.town.political_goal)
    centre_goals = sum(1 + len(goal.effort) for centre in content.centres for goal in centre.centre_goal)
    units = (unit for centre in content.centres for unit in centre.unit)
    return own + centre_goals + sum(1 + len(goal.effort) for unit in units for goal in unit.goal)


def further_centres(content: SampleContent, more: int) -> Iterator[CentreWords]:
    """Centres of further districts with ``more`` goals and efforts between them.

    The number is met exactly, but for the first few of a district, where efforts cannot be left out for it.
    """
    models = [centre for centre in content.centres if centre.unit]
    for number, place in enumerate(places(), start=2):
        if more <= 0:
            return
        district = [in_district(centre, number, place) for centre in models]
        chosen = _Chosen(district, more)
        chosen.take((at, unit) for at, centre in enumerate(district) for unit in centre.unit)
        yield from chosen.centres()
        more = chosen.room


def part_of(content: SampleContent, number: int) -> SampleContent:
    """Words for ``number`` goals and efforts, less than all: units of all centres in turn, with what they stand on.

    The number is met exactly from about forty on.
    """
    town = content.town
    political = {goal.key: goal for goal in town.political_goal}
    chosen = _Chosen(content.centres, number - len(town.vision_element), political)
    columns = [[(at, unit) for unit in centre.unit] for at, centre in enumerate(content.centres)]
    chosen.take(pick for row in zip_longest(*columns) for pick in row if pick)
    centres = chosen.centres()
    taken_up = {key: {one.centre.code for one in centres if _supports(one, key)} for key in political}
    goals = tuple(
        goal.model_copy(update={"responsible": tuple(code for code in goal.responsible if code in taken_up[goal.key])})
        for goal in town.political_goal
        if taken_up[goal.key]
    )
    officers = tuple(
        one.model_copy(update={"centres": kept})
        for one in town.officer
        if (kept := tuple(code for code in one.centres if any(code == centre.centre.code for centre in centres)))
        or not one.centres
    )
    part = town.model_copy(update={"political_goal": goals, "officer": officers})
    return SampleContent(town=part, centres=tuple(centres))


def _supports(centre: CentreWords, key: str) -> bool:
    return any(key in goal.upper for goal in centre.centre_goal)


class _Chosen:
    """Units chosen until there is no ``room`` for another goal, and what they need above them."""

    def __init__(
        self, models: Sequence[CentreWords], room: int, political: Mapping[str, PoliticalWords] | None = None
    ) -> None:
        self.room = room
        self._models = models
        self._goals = {goal.key: goal for centre in models for goal in centre.centre_goal}
        self._political = political or {}
        self._needed: set[str] = set()
        self._units: list[tuple[int, UnitWords, list[UnitGoalWords]]] = []

    def take(self, picks: Iterable[Pick]) -> None:
        """Choose units as they come, the last of them perhaps in part."""
        for at, unit in picks:
            goals: list[UnitGoalWords] = []
            for goal in unit.goal:
                if self.room > 0:
                    goals.append(goal)
                    self.room -= 1 + len(goal.effort) + self._need(goal)
            if goals:
                self._units.append((at, unit, goals))
        self._leave_out_efforts()

    def _need(self, goal: UnitGoalWords) -> int:
        """How many goals and efforts above ``goal`` are needed that were not before."""
        added = 0
        for key in goal.upper:
            upper = self._goals[key]
            if key not in self._needed:
                fresh = {one for one in upper.upper if one in self._political} - self._needed
                self._needed |= {key, *fresh}
                added += 1 + len(upper.effort) + len(fresh)
        return added

    def _leave_out_efforts(self) -> None:
        """Make up for what the last goal was too much, one effort from each of the last goals."""
        for least in (2, 1, 0):
            for _, _, goals in reversed(self._units):
                for place in reversed(range(len(goals))):
                    efforts = goals[place].effort
                    if self.room < 0 and len(efforts) > least:
                        goals[place] = goals[place].model_copy(update={"effort": efforts[:-1]})
                        self.room += 1

    def centres(self) -> list[CentreWords]:
        """The centres of the units chosen, with the goals that those support."""
        found = []
        for at, model in enumerate(self._models):
            units = tuple(
                unit.model_copy(update={"goal": tuple(goals)}) for place, unit, goals in self._units if place == at
            )
            if units:
                found.append(model.model_copy(update={"unit": units, **self._kept(model)}))
        return found

    def _kept(self, model: CentreWords) -> dict[str, object]:
        goals: tuple[CentreGoalWords, ...] = tuple(goal for goal in model.centre_goal if goal.key in self._needed)
        causes = tuple(one for one in model.causes if {one.lower, one.upper} <= self._needed)
        return {"centre_goal": goals, "causes": causes}
