"""How a rule is declared: what it is about, what it reads, and its condition. The one shape of all rules.

A rule of single records is asked about some of them: all, or after an edit those that the edit can have touched. So the
condition is one, however it is asked. A rule of the whole is asked as a whole, when anything that it reads has changed.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any, TypeVar

from strategikort.cascade.findings import Finding, Mend, Offer
from strategikort.domain.goals import GOAL_CLASSES, Goal
from strategikort.domain.phrases import About
from strategikort.domain.shape import Id, Record

if TYPE_CHECKING:
    from strategikort.cascade.rules.asking import Check

R = TypeVar("R", bound=Record)
Step = str | tuple[type[Record], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """What a rule met: the records, the first being what it is about, and what fills the gaps of its message.

    ``subject`` is the record that the rule was asked about, where that is not the first. A ``mild`` hit is a hint,
    whatever the rule's severity: many rules warn at one number and hint at a lower one.
    """

    records: tuple[Id, ...]
    gaps: tuple[tuple[str, About], ...]
    offer: Offer | None = None
    subject: Id
    mild: bool = False


def hit(
    *records: Id,
    mends: tuple[Mend, ...] = (),
    offer: Offer | None = None,
    subject: Id | None = None,
    mild: bool = False,
    **gaps: About,
) -> Hit:
    """A `Hit` on ``records``, its gaps by name.

    Its ``mends`` hang on nothing but what the rule reads; what takes a look around is an ``offer``.
    """
    offer = offer or (partial(_given, mends) if mends else None)
    return Hit(records=records, gaps=tuple(gaps.items()), offer=offer, subject=subject or records[0], mild=mild)


def _given(mends: tuple[Mend, ...], _: "Check") -> tuple[Mend, ...]:
    return mends


@dataclass(frozen=True, slots=True)
class Way:
    """From a record of ``kind`` to the subjects of a rule, step by step.

    A step is the name of a field, which leads to what it names, or a kind and field: to the records of that kind that
    name where we are.
    """

    kind: type[Record]
    steps: tuple[Step, ...]


def way(kind: type[Record], *steps: Step) -> Way:
    """A `Way`: ``way(YearlyTarget, "indicator", "goal")``, ``way(Agreement, (UnitGoal, "agreement"))``."""
    return Way(kind, steps)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the rulebook.

    ``about`` are the kinds of record it is asked about, none for the whole; ``ways`` lead to its subjects from other
    records that it reads; ``reads`` are all kinds that its answer hangs on. With ``threads`` it is also asked about
    goals whose red thread changed. A rule ``of_findings`` is about what the other rules found. ``among`` gives, where
    a whole document is asked, the records that it can be about at all, told at once; None for all.
    """

    id: str
    about: tuple[type[Record], ...]
    ways: tuple[Way, ...]
    reads: frozenset[type[Record]]
    threads: bool
    hits: "Callable[[Check, Iterable[Any]], Iterator[Hit]]"
    among: "Callable[[Check], Iterable[Record]] | None" = None
    of_findings: bool = False

    def subjects(self, check: "Check") -> Iterable[Record]:
        """The records of a whole document that the rule is to be asked about."""
        if self.among:
            return self.among(check)
        return chain.from_iterable(check.document.all(kind).values() for kind in self.about)


def rule(
    identity: str,
    about: type[R] | tuple[type[Record], ...],
    *ways: Way,
    threads: bool = False,
    among: "Callable[[Check], Iterable[Record]] | None" = None,
) -> "Callable[[Callable[[Check, Iterable[R]], Iterator[Hit]]], Rule]":
    """Declares the function below as the condition of the rule ``identity`` on the records that it is given."""
    kinds = kinds_of(about if isinstance(about, tuple) else (about,))
    reads = frozenset(kinds) | {kind for one in ways for kind in kinds_of((one.kind,))}
    return lambda condition: Rule(identity, kinds, ways, reads, threads, condition, among)


def rule_of_all(identity: str, *reads: type[Record]) -> "Callable[[Callable[[Check], Iterator[Hit]]], Rule]":
    """Declares the function below as the condition of the rule ``identity`` on the document as a whole."""
    kinds = frozenset(kinds_of(reads))
    return lambda condition: Rule(identity, (), (), kinds, False, lambda check, _: condition(check))


def rule_of_findings(
    identity: str,
) -> "Callable[[Callable[[Check, Iterable[Finding]], Iterator[Hit]]], Rule]":
    """Declares the function below as the condition of the rule ``identity`` on what all other rules have found."""
    return lambda condition: Rule(identity, (), (), frozenset(), False, condition, of_findings=True)


def kinds_of(named: tuple[type[Record], ...]) -> tuple[type[Record], ...]:
    """The kinds of record meant: ``Goal`` stands for all kinds of goal."""
    found: dict[type[Record], None] = {}
    for kind in named:
        found |= dict.fromkeys(GOAL_CLASSES.values() if kind is Goal else (kind,))
    return tuple(found)
