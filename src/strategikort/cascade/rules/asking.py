"""What a rule can ask of the document under check."""

from collections.abc import Collection
from datetime import date
from functools import cached_property
from typing import Final, TypeVar

import numpy as np

from strategikort.cascade.breaks import Breaks, breaks_of, listed, name_of
from strategikort.cascade.graph import LEVELS, UNIT, Flags, Graph, Ints, Period, distinct, graph_of, overlap
from strategikort.cascade.groups import Groups
from strategikort.cascade.places import Places, places_of
from strategikort.cascade.threads import Threads, WholeThreads
from strategikort.cascade.verdicts import Verdicts, verdicts_of
from strategikort.domain.agreements import Agreement, AgreementState
from strategikort.domain.document import Document
from strategikort.domain.goals import Goal, GoalState, UnitGoal
from strategikort.domain.links import Link, LinkKind
from strategikort.domain.maps import MapPlace
from strategikort.domain.organisation import OrgUnit
from strategikort.domain.phrases import About, Phrase
from strategikort.domain.profile import Profile
from strategikort.domain.shape import Id, Record
from strategikort.domain.texts import folded

R = TypeVar("R", bound=Record)


_OVER: Final = (AgreementState.CANCELLED, AgreementState.EVALUATED, AgreementState.ARCHIVED)


class Check:
    """One document under check: what every rule needs, worked out once for all of them.

    Rules of single records ask `of`, `threads`, `asks` and `stands`, whose cost is that of the records in question;
    what is made of `graph` is linear, and for the rules of the whole.
    """

    def __init__(
        self,
        document: Document,
        profile: Profile,
        *,
        today: date,
        year: int | None,
        groups: Groups | None = None,
        threads: Threads | None = None,
    ) -> None:
        self.document: Final = document
        self.profile: Final = profile
        self.today: Final = today
        self.year: Final = year
        self._groups = groups or Groups(document)
        self._threads = threads

    def of(self, kind: type[R], field: str, named: Id) -> Collection[R]:
        """The records of ``kind`` that name ``named`` in ``field``, in no order that an answer may hang on."""
        return self._groups.of(kind, field, named)

    @property
    def threads(self) -> Threads:
        """The verdict on each goal, and its reasons."""
        if self._threads is None:
            self._threads = WholeThreads(self.verdicts, self.breaks)
        return self._threads

    def stands(self, agreement: Id | None) -> bool:
        """Whether anything is asked of an agreement: it is there, not cancelled, and not in the archive."""
        one = self.document.get(Agreement, agreement)
        return one is not None and one.state not in (AgreementState.CANCELLED, AgreementState.ARCHIVED)

    def asks(self, goal: Goal) -> bool:
        """Whether anything is asked of a goal: it is not cancelled, nor is the agreement that it stands in."""
        if goal.state is GoalState.CANCELLED:
            return False
        if not isinstance(goal, UnitGoal) or goal.agreement is None:
            return True
        agreement = self.document.get(Agreement, goal.agreement)
        return agreement is None or agreement.state is not AgreementState.CANCELLED

    def is_current(self, goal: Goal) -> bool:
        """Whether something can still be done about a goal: it is asked for, and not over before the year in question.

        A goal in an agreement is over with it: when its days are, or when it has been evaluated.
        """
        first = self.plan_period[0]
        if not isinstance(goal, UnitGoal) or goal.agreement is None:
            over = first is not None and goal.valid_to is not None and goal.valid_to < first
            return not over and goal.state is GoalState.ACTIVE
        agreement = self.document.get(Agreement, goal.agreement)
        if agreement is None:
            return goal.state is GoalState.ACTIVE
        over = agreement.state in _OVER or (first is not None and agreement.valid_to < first)
        return not over and goal.state is GoalState.ACTIVE

    @cached_property
    def graph(self) -> Graph:
        """Goals and links as arrays."""
        return graph_of(self.document)

    @cached_property
    def verdicts(self) -> Verdicts:
        """The verdict on every goal."""
        return verdicts_of(self.document)

    @cached_property
    def breaks(self) -> Breaks:
        """Where broken threads break."""
        return breaks_of(self.document)

    @cached_property
    def places(self) -> Places:
        """Which unit belongs to which centre."""
        return places_of(self.document)

    @cached_property
    def asked(self) -> Flags:
        """Which goals anything is asked of: not the cancelled ones, nor those of a cancelled agreement."""
        dropped = {key for key, one in self.document.all(Agreement).items() if one.state is AgreementState.CANCELLED}
        cancelled = GoalState.CANCELLED
        return np.array(
            [
                goal.state is not cancelled
                and not (dropped and isinstance(goal, UnitGoal) and goal.agreement in dropped)
                for goal in self.graph.goals
            ],
            dtype=np.bool_,
        )

    def numbers(self, *levels: int, where: Flags | None = None) -> list[int]:
        """The goals of these levels that anything is asked of, and that are marked in ``where``."""
        wanted = np.zeros(len(LEVELS), dtype=np.bool_)
        wanted[list(levels)] = True
        found: Flags = wanted[self.graph.levels] & self.asked
        return np.flatnonzero(found if where is None else found & where).tolist()

    def goal(self, number: int) -> Goal:
        """The goal of that number."""
        return self.graph.goals[number]

    def name(self, number: int) -> str:
        """What a sentence calls the goal."""
        return name_of(self.graph.goals[number])

    def several(self, numbers: list[int] | tuple[int, ...]) -> About:
        """Goals as a sentence lists them."""
        return listed([self.name(number) for number in numbers])

    def owner(self, org: Id | None) -> About:
        """The name of a unit or centre, or a sentence that none is named."""
        return self.places.name(org) or Phrase("owner.unknown")

    @cached_property
    def _org_numbers(self) -> dict[Id, int]:
        return {org: number for number, org in enumerate(self.document.all(OrgUnit))}

    @cached_property
    def owners(self) -> Ints:
        """By goal the number of its owner among the organisational units, -1 for none."""
        numbers = self._org_numbers
        return np.array([numbers.get(goal.owner, -1) if goal.owner else -1 for goal in self.graph.goals], dtype=np.intp)

    @cached_property
    def centres(self) -> Ints:
        """By goal the number of the centre that its owner belonged to on the first day of the goal's period; or -1."""
        periods, orgs = self.graph.periods, list(self._org_numbers)
        both = self.owners * len(periods) + self.graph.period_of
        pairs = distinct(both)
        found = np.full(pairs.size, -1, dtype=np.intp)
        for row, pair in enumerate(pairs.tolist()):
            owner, period = divmod(pair, len(periods))
            centre = self.places.centre_of(orgs[owner], periods[period][0]) if owner >= 0 else None
            found[row] = self._org_numbers[centre] if centre else -1
        return found[np.searchsorted(pairs, both)]

    @cached_property
    def plan_period(self) -> Period:
        """The first and last day of the year in question; no limit where no year is."""
        return self.profile.period(self.year) if self.year is not None else (None, None)

    @cached_property
    def in_plan_year(self) -> Flags:
        """Which goals have a period in question that meets the year in question."""
        met = [overlap(period, self.plan_period) for period in self.graph.periods]
        found: Flags = np.array(met, dtype=np.bool_)[self.graph.period_of]
        return found

    @cached_property
    def plan_goals(self) -> Ints:
        """The unit goals of the year in question that are not cancelled."""
        return np.array(self.numbers(UNIT, where=self.in_plan_year), dtype=np.intp)

    @cached_property
    def titles(self) -> Ints:
        """By goal a number that goals share whose titles are equal but for case and blanks; -1 for no title.

        Only goals that stand in an agreement or on a map have one.
        """
        known: dict[str, int] = {"": -1}
        placed = self.maps_of
        return np.array(
            [
                known.setdefault(folded(goal.title), len(known)) if type(goal) is UnitGoal or goal.id in placed else -1
                for goal in self.graph.goals
            ],
            dtype=np.intp,
        )

    @cached_property
    def maps_of(self) -> dict[Id, frozenset[Id]]:
        """The strategy maps that each goal stands on."""
        found: dict[Id, frozenset[Id]] = {}
        for place in self.document.all(MapPlace).values():
            found[place.goal] = found.get(place.goal, frozenset()) | {place.map}
        return found

    @cached_property
    def causes(self) -> list[Link]:
        """The cause-and-effect links both of whose goals are there."""
        at = self.graph.at
        links = (link for link in self.document.all(Link).values() if link.kind is LinkKind.CAUSES)
        return [link for link in links if link.lower in at and link.upper in at]

    def threshold(self, key: str, otherwise: int) -> int:
        """A number of the profile's thresholds."""
        return self.profile.thresholds.get(key, otherwise)
