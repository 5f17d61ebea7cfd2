"""*Prøv det af*: what would happen if, worked out on a copy. Nothing is written until it is applied, as one step."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter

from strategikort.cascade.coverage import Coverage, Side, political_bits
from strategikort.cascade.findings import Finding
from strategikort.cascade.graph import POLITICAL, UNIT, graph_of
from strategikort.cascade.verdicts import verdicts_of
from strategikort.cascade.watch import Watch
from strategikort.domain.agreements import Agreement, AgreementState
from strategikort.domain.changes import ChangeSet
from strategikort.domain.document import Document
from strategikort.domain.goals import CentreGoal, DecisionStatus, Goal, GoalState, UnitGoal
from strategikort.domain.organisation import OrgUnit, Placement
from strategikort.domain.phrases import Phrase
from strategikort.domain.shape import Id

BINDING = (
    AgreementState.SIGNED,
    AgreementState.IN_FORCE,
    AgreementState.AMENDED,
    AgreementState.MIDYEAR_DONE,
)
"""The states in which a change of what an agreement says takes an addendum."""


@dataclass(frozen=True, slots=True, order=True)
class Tied:
    """A goal that stands right under one that lapses: a link that nobody could make any more.

    It ``reaches`` a political goal all the same, through the one that lapses or another way, or its thread is broken.
    """

    upper: Id
    goal: Id
    reaches: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """What applying a trial would give.

    ``broken`` are unit and centre goals that lose their red thread, ``mended`` those that get one; ``hanging`` goals
    that stand right under one that lapses; ``uncovered`` political goals on which nobody would work any more;
    ``addenda`` signed agreements that no longer say what they said; ``appear`` and ``vanish`` the findings that come
    and go.
    """

    broken: tuple[Id, ...]
    mended: tuple[Id, ...]
    hanging: tuple[Tied, ...]
    uncovered: tuple[Id, ...]
    addenda: tuple[Id, ...]
    appear: tuple[Finding, ...]
    vanish: tuple[Finding, ...]


class Trial:
    """Steps tried on a copy of ``document``, one after the other; the last can be taken back.

    ``watching`` gives a watch of the trial's own on that document. It is asked once, when it is needed.
    """

    def __init__(self, document: Document, watching: Callable[[], Watch]) -> None:
        self._document = document
        self._watching = watching
        self._steps: list[tuple[ChangeSet, Document]] = []

    @property
    def document(self) -> Document:
        """The copy as the steps have made it."""
        return self._steps[-1][1] if self._steps else self._document

    @property
    def steps(self) -> tuple[Phrase, ...]:
        """What has been tried, in order."""
        return tuple(change_set.label for change_set, _ in self._steps)

    def try_(self, make: Callable[[Document], ChangeSet]) -> bool:
        """Try one more thing. False if it changes nothing, for then it is no step.

        Raises EditRefused as the edit says; then nothing more was tried.
        """
        change_set = make(self.document)
        if change_set:
            self._steps.append((change_set, self.document.with_changes(change_set)))
        return bool(change_set)

    def take_back(self) -> None:
        """Take the last thing tried back, if there is any."""
        del self._steps[-1:]

    def change_set(self, label: Phrase) -> ChangeSet:
        """All that was tried as one step, to be applied to the document that it was tried on."""
        whole = ChangeSet(label, ())
        for step, _ in self._steps:
            whole = whole.followed_by(step)
        return ChangeSet(label, whole.changes)

    @cached_property
    def _watch(self) -> Watch:
        return self._watching()

    @cached_property
    def before(self) -> "Outlook":
        """The document that it is tried on, as every forecast compares with it; looked at once."""
        return Outlook(self._watch)

    def forecast(self) -> Forecast:
        """What applying it would give.

        The watch is forked and follows the steps as it follows edits. Cost: about 130 ms for 10,000 goals, and what
        `before` takes the first time.
        """
        watch = self._watch.forked()
        watch.follow(self.change_set(Phrase("")), self.document)
        watch.settle()
        before, after = self.before, Outlook(watch)
        known = {(one.rule, one.records) for one in before.findings}
        still = {(one.rule, one.records) for one in after.findings}
        return Forecast(
            broken=tuple(sorted(after.broken - before.broken)),
            mended=tuple(sorted((before.broken - after.broken) & after.document.all(Goal).keys())),
            hanging=_hanging(before.document, after.document),
            uncovered=tuple(one for one in after.uncovered if one not in before.uncovered),
            addenda=_addenda(before, after),
            appear=tuple(one for one in after.findings if (one.rule, one.records) not in known),
            vanish=tuple(one for one in before.findings if (one.rule, one.records) not in still),
        )


class Outlook:
    """A document as a forecast looks at it: findings, broken threads, holes, what every agreement rests on.

    All of it is worked out when it is made, for the watch may follow on. Cost: about 20 ms for 10,000 goals.
    """

    def __init__(self, watch: Watch) -> None:
        self._check = watch.check
        self.document = self._check.document
        self.findings = watch.checked.findings
        """The findings that stand."""
        self.broken = self._broken()
        """The unit and centre goals whose thread does not reach a political goal."""
        self.uncovered = Coverage(self._check, Side.CENTRES).uncovered
        """The political goals of the year that no unit goal leads up to."""
        self.resting = self._resting()
        """By agreement what its paper rests on: its goals as they stand, what they reach, its unit and its place."""

    def _broken(self) -> set[Id]:
        verdicts = verdicts_of(self.document)
        goals = verdicts.graph.goals
        return {
            goal.id
            for number, goal in enumerate(goals)
            if type(goal) in (UnitGoal, CentreGoal) and self._check.asks(goal) and verdicts.at(number).broken
        }

    def _resting(self) -> Mapping[Id, tuple[object, ...]]:
        graph = graph_of(self.document)
        political = graph.of_level(POLITICAL)
        names = [graph.goals[number].id for number in political.tolist()]
        bits = political_bits(graph, political, lowest=UNIT)
        held: dict[Id, list[tuple[Id, object]]] = {}
        for number in graph.of_level(UNIT).tolist():
            goal = graph.goals[number]
            if isinstance(goal, UnitGoal) and goal.agreement:
                row = int.from_bytes(bits[number].tobytes(), "little")
                reached = tuple(name for place, name in enumerate(names) if row >> place & 1)
                held.setdefault(goal.agreement, []).append((goal.id, (goal, self._counting(reached))))
        return {
            key: (*(rests_on for _, rests_on in sorted(held.get(key, ()), key=itemgetter(0))), self._place(one))
            for key, one in self._binding.items()
        }

    @property
    def _binding(self) -> Mapping[Id, Agreement]:
        return {key: one for key, one in self.document.all(Agreement).items() if one.state in BINDING}

    def _counting(self, political: tuple[Id, ...]) -> tuple[object, ...]:
        goals = self.document.all(Goal)
        return tuple((goals[one].title, getattr(goals[one], "decision_status", None)) for one in political)

    def _place(self, agreement: Agreement) -> tuple[object, ...]:
        placements = self.document.grouped(Placement, "unit").get(agreement.org, ())
        days = agreement.valid_from, agreement.valid_to
        there = (
            (one.parent, one.valid_from, one.valid_to)
            for one in placements
            if (one.valid_from or days[0]) <= days[1] and days[0] <= (one.valid_to or days[1])
        )
        org = self.document.get(OrgUnit, agreement.org)
        return org and org.active_to, *sorted(there, key=repr)


def _hanging(before: Document, after: Document) -> tuple[Tied, ...]:
    known, goals, verdicts = before.all(Goal), after.all(Goal), verdicts_of(after)
    lapsed = [key for key, goal in goals.items() if _lapsed(goal) and key in known and not _lapsed(known[key])]
    ties = ((link.lower, key) for key in lapsed for link in after.links_down(key))
    return tuple(
        sorted(Tied(upper, goal, not verdicts.of(goal).broken) for goal, upper in ties if not _lapsed(goals[goal]))
    )


def _lapsed(goal: Goal) -> bool:
    """Whether a goal is given up: *udgår*, or *bortfaldet* if the council decided it."""
    return goal.state is GoalState.CANCELLED or getattr(goal, "decision_status", None) is DecisionStatus.LAPSED


def _addenda(before: Outlook, after: Outlook) -> tuple[Id, ...]:
    was, now = before.resting, after.resting
    return tuple(sorted(key for key, rests_on in was.items() if now.get(key) != rests_on))
