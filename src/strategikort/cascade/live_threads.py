"""The verdict on every goal, kept while the document is edited: only what an edit touches is worked out anew.

The full pass (`verdicts`, `breaks`) is the oracle: a test plays a user and compares the two after each step. There is
a `Reach` for every set of political goals that some period in question meets; most documents have one or two.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from copy import copy
from dataclasses import dataclass
from itertools import chain

from strategikort.cascade.breaks import SHOWN, reason_of
from strategikort.cascade.graph import Period, days_of, overlap
from strategikort.cascade.nearest import first_few_above, nearest_breaks
from strategikort.cascade.reach import Reach, swept
from strategikort.cascade.verdicts import Thread, adopted, counts, title_key, valid, verdict
from strategikort.domain.agreements import Agreement
from strategikort.domain.changes import ChangeSet
from strategikort.domain.document import Document
from strategikort.domain.goals import Goal, PoliticalGoal, UnitGoal
from strategikort.domain.links import Link, LinkKind
from strategikort.domain.phrases import Phrase
from strategikort.domain.shape import Id

_Tops = frozenset[Id]


@dataclass(frozen=True, slots=True)
class _Edge:
    lower: Id
    upper: Id


class LiveThreads:
    """The threads of a document that changes. Cost: linear to begin with, then that of what an edit touches."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._up: dict[Id, list[Id]] = {}
        self._down: dict[Id, list[Id]] = {}
        self._reaches: dict[_Tops, Reach] = {}
        self._beside: list[Reach] = []
        self.moved_beside: set[Id] = set()
        """Of what is `followed` beside the verdicts: the goals that the last edit's links let reach, or no longer."""
        self._views: dict[Period, tuple[_Tops, _Tops]] = {}
        self._breaks: dict[Id, Id] = {}
        self._rests_on: dict[Id, Sequence[Id]] = {}
        self._unsettled: set[Id] = set()
        goals = document.all(Goal)
        for link in document.all(Link).values():
            if link.kind is LinkKind.REALISES and link.lower in goals and link.upper in goals:
                self._tie(link.lower, link.upper)
        self._political = {goal.id: goal for goal in goals.values() if isinstance(goal, PoliticalGoal)}
        for period in {days_of(document, goal) for goal in goals.values()}:
            for tops in self._view(period):
                self._reach(tops)

    def followed(self, tops: Iterable[Id]) -> Reach:
        """What can be reached from other goals downward, following the links as this does; its tops are the asker's."""
        reach = Reach(tops, self._up, self._down)
        self._beside.append(reach)
        return reach

    def forked(self) -> "LiveThreads":
        """Threads of their own that can follow other edits; what is `followed` beside them is left to its asker.

        Cost: linear, some milliseconds for 10,000 goals.
        """
        fork = copy(self)
        fork._up = {goal: list(uppers) for goal, uppers in self._up.items()}
        fork._down = {goal: list(lowers) for goal, lowers in self._down.items()}
        fork._reaches = {tops: reach.forked(fork._up, fork._down) for tops, reach in self._reaches.items()}
        fork._views, fork._political = dict(self._views), dict(self._political)
        fork._breaks, fork._rests_on, fork._unsettled = {}, {}, set()
        fork._beside, fork.moved_beside = [], set()
        return fork

    def of(self, goal: Id) -> Thread:
        """The verdict on one goal."""
        one = self._document.all(Goal)[goal]
        counting, decided = self._view(days_of(self._document, one))
        return verdict(goal in self._reach(counting).on, goal in self._reach(decided).on, bool(self._up.get(goal)))

    def reason(self, goal: Id) -> Phrase | None:
        """Why its thread does not reach a political goal; None if it does."""
        return reason_of(self._document.all(Goal)[goal], self.of(goal), lambda: self._break(goal))

    def proposed(self, goal: Id) -> Sequence[Id]:
        """The proposed political goals that it reaches, by title; one more than a sentence lists."""
        if goal not in self._rests_on:
            among = self._unsettled if goal in self._unsettled else {goal}
            above = swept(among, self._up)
            tops = [one for top in above if (one := self._political.get(top)) and counts(one)]
            resting = [one for one in tops if self.of(one.id) is Thread.RESTS_ON_PROPOSED]
            starts = [one.id for one in sorted(resting, key=title_key)]
            self._rests_on.update(dict.fromkeys(among, ()))
            self._rests_on.update(first_few_above(starts, above, self._down, SHOWN + 1))
        return self._rests_on[goal]

    def _break(self, goal: Id) -> tuple[Goal, bool]:
        if goal not in self._breaks:
            among = self._unsettled if goal in self._unsettled else {goal}
            self._breaks |= nearest_breaks(self._document, among, self._up, self._down)
        at = self._breaks[goal]
        return self._document.all(Goal)[at], bool(self._up.get(at))

    def _tie(self, lower: Id, upper: Id) -> None:
        self._up.setdefault(lower, []).append(upper)
        self._down.setdefault(upper, []).append(lower)

    def _untie(self, lower: Id, upper: Id) -> None:
        for ends, goal, other in ((self._up, lower, upper), (self._down, upper, lower)):
            ends[goal].remove(other)
            if not ends[goal]:
                del ends[goal]

    def _view(self, period: Period) -> tuple[_Tops, _Tops]:
        """The political goals that count in a period, and those of them that are adopted."""
        if period not in self._views:
            counting = [one for one in self._political.values() if counts(one) and overlap(period, valid(one))]
            decided = frozenset(one.id for one in counting if adopted(one))
            self._views[period] = frozenset(one.id for one in counting), decided
        return self._views[period]

    def _reach(self, tops: _Tops) -> Reach:
        if tops not in self._reaches:
            self._reaches[tops] = Reach(tops, self._up, self._down)
        return self._reaches[tops]

    def follow(self, change_set: ChangeSet, document: Document) -> Collection[Id]:
        """Take in an edit, after which the document is ``document``.

        Gives the goals about which anything may be said otherwise than before: verdict, reason, or what it rests on.
        """
        before, self._document = self._document, document
        self._breaks, self._rests_on, self.moved_beside = {}, {}, set()
        cut, tied = _edges(change_set, before, document)
        touched = {edge.lower for edge in chain(cut, tied)}
        lost, rescued = set[Id](), set[Id]()
        for edge in cut:
            self._untie(edge.lower, edge.upper)
            for reach in self._reaches.values():
                lost |= reach.unlinked(edge.lower)
                rescued |= reach.rescued
            for reach in self._beside:
                self.moved_beside |= reach.unlinked(edge.lower)
        changed = lost.copy()
        if self._take_in_political(change_set):
            changed |= self._with_other_tops()
        for edge in tied:
            self._tie(edge.lower, edge.upper)
            for reach in self._reaches.values():
                changed |= reach.linked(edge.lower, edge.upper)
            for reach in self._beside:
                self.moved_beside |= reach.linked(edge.lower, edge.upper)
        touched |= changed
        touched.update(self._in_another_period(change_set, before))
        touched |= self._below((touched - lost) | rescued)  # what else stands under a goal that is lost, is lost too
        self._unsettled = touched - _gone(change_set)
        return self._unsettled

    def _take_in_political(self, change_set: ChangeSet) -> bool:
        """Know the political goals as they are now. Whether other ones may count than before."""
        others = False
        for change in change_set.changes:
            if isinstance(change.record, PoliticalGoal):
                self._political.pop(change.record.id, None)
                if isinstance(change.after, PoliticalGoal):
                    self._political[change.after.id] = change.after
                others = others or _standing(change.before) != _standing(change.after)
        return others

    def _with_other_tops(self) -> set[Id]:
        """Let each period known have the political goals that count in it now. The goals whose answer that changes."""
        old, self._views = self._views, {}
        become: dict[_Tops, set[_Tops]] = {}
        for period, tops in old.items():
            for was, now in zip(tops, self._view(period), strict=True):
                become.setdefault(was, set()).add(now)
        reaches, self._reaches = self._reaches, {}
        changed: set[Id] = set()
        for was, successors in become.items():
            reach = reaches.get(was)
            if reach is None:
                continue
            if len(successors) == 1 and (now := next(iter(successors))) not in self._reaches:
                changed |= _moved(reach, now)
                self._reaches[now] = reach
            else:
                known = reach.on.copy()
                for now in successors:
                    changed |= known ^ self._reach(now).on
        return changed

    def _in_another_period(self, change_set: ChangeSet, before: Document) -> Iterator[Id]:
        """The goals that have been changed themselves, or whose agreement has."""
        for change in change_set.changes:
            if isinstance(change.record, Goal):
                yield change.record.id
            elif isinstance(change.record, Agreement) and _days(change.before) != _days(change.after):
                yield from _goals_of(self._document, change.record.id)
                yield from _goals_of(before, change.record.id)

    def _below(self, starts: Set[Id]) -> set[Id]:
        """All goals under these that do not reach an adopted political goal, by any of the periods known."""
        found: set[Id] = set()
        for decided in {views[1] for views in self._views.values()}:
            found |= swept(starts, self._down, outside=self._reach(decided).on)
        return found


def _gone(change_set: ChangeSet) -> set[Id]:
    return {one.record.id for one in change_set.changes if one.after is None and isinstance(one.record, Goal)}


def _moved(reach: Reach, tops: _Tops) -> set[Id]:
    changed: set[Id] = set()
    for top in tops - reach.tops:
        changed |= reach.top_comes(top)
    for top in reach.tops - tops:
        changed |= reach.top_goes(top)
    return changed


def _standing(record: object) -> tuple[bool, bool, Period] | None:
    return (counts(record), adopted(record), valid(record)) if isinstance(record, PoliticalGoal) else None


def _days(record: object) -> Period:
    return (record.valid_from, record.valid_to) if isinstance(record, Agreement) else (None, None)


def _goals_of(document: Document, agreement: Id) -> Iterator[Id]:
    return (goal.id for goal in document.grouped(UnitGoal, "agreement").get(agreement, ()))


def _edges(change_set: ChangeSet, before: Document, after: Document) -> tuple[list[_Edge], list[_Edge]]:
    """The REALISES links that have gone, and those that have come: themselves, or because a goal at their end did."""
    links: dict[Id, None] = {}
    for change in change_set.changes:
        if isinstance(change.record, Link):
            links[change.record.id] = None
        elif isinstance(change.record, Goal) and (change.before is None or change.after is None):
            for document in (before, after):
                links |= dict.fromkeys(link.id for link in document.links_of(change.record.id))
    cut, tied = [], []
    for link in links:
        old, new = _edge(before, link), _edge(after, link)
        if old != new:
            cut += [old] if old else []
            tied += [new] if new else []
    return cut, tied


def _edge(document: Document, link: Id) -> _Edge | None:
    one, goals = document.get(Link, link), document.all(Goal)
    if one and one.kind is LinkKind.REALISES and one.lower in goals and one.upper in goals:
        return _Edge(one.lower, one.upper)
    return None
