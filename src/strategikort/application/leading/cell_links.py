"""What ties the column of a coverage matrix to a political goal, and what could: the goals just below that goal."""

from collections.abc import Iterator
from dataclasses import dataclass

from strategikort.cascade.coverage import Side
from strategikort.cascade.rules.asking import Check
from strategikort.domain.edits.links import why_not
from strategikort.domain.goals import CentreGoal, Goal, UnitGoal, list_order
from strategikort.domain.links import Link, LinkKind
from strategikort.domain.phrases import Phrase
from strategikort.domain.shape import Id


@dataclass(frozen=True, slots=True)
class CellLink:
    """A goal of the column, the link by which it supports the political goal, or why it cannot (both None: it can)."""

    goal: Goal
    link: Link | None
    why_not: Phrase | None


def cell_links(check: Check, political: Id, side: Side, column: Id) -> tuple[CellLink, ...]:
    """The goals of a cell's column that could support its political goal directly, in list order.

    Those are the goals of a centre, or of a unit; in a model without centre goals those of the centre's units; for a
    target group the goals that it will notice. Only goals that something can still be done about are offered. Cost:
    that of the goals of the model's lowest level that may stand there.
    """
    upper = check.document.all(Goal)[political]
    found = []
    for goal in sorted(_of_column(check, side, column), key=list_order):
        tie = next((one for one in check.document.links_up(goal.id) if one.upper == political), None)
        refusal = None
        if tie is None:
            refusal = why_not(check.document, profile=check.profile, kind=LinkKind.REALISES, lower=goal, upper=upper)
        found.append(CellLink(goal, tie, refusal.phrase if refusal else None))
    return tuple(found)


def _of_column(check: Check, side: Side, column: Id) -> Iterator[Goal]:
    document, profile = check.document, check.profile
    day = check.plan_period[0]
    if side is Side.CENTRES and profile.has_centre_level:
        goals: Iterator[Goal] = (one for one in document.all(CentreGoal).values() if one.owner == column)
    elif side is Side.CENTRES:
        units = document.all(UnitGoal).values()
        goals = (one for one in units if check.places.centre_of(one.owner, day) == column)
    elif side is Side.UNITS:
        goals = (one for one in document.all(UnitGoal).values() if one.owner == column)
    else:
        goals = (one for one in document.all(UnitGoal).values() if column in one.affects)
    return (one for one in goals if check.is_current(one))
