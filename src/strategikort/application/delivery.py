"""A new delivery of what the council wants: what is new, says something else or has lapsed, and who stands on it.

It is a comparison of two versions (`comparing.py`), of the goals of the council alone. What is changed is asked about
below it afterwards, as after any other edit (*Passer målene stadig?*).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from strategikort.application.comparing import Change, Compared, compare_versions
from strategikort.application.goal_story import pieces, reworded
from strategikort.cascade.breaks import name_of
from strategikort.cascade.rules.periods import said
from strategikort.cascade.shown import beyond
from strategikort.domain.changes import ChangeSet
from strategikort.domain.document import Document
from strategikort.domain.edits.locks import COUNCILS
from strategikort.domain.goals import DecisionStatus, Goal, GoalState, PoliticalGoal, UnitGoal, list_order
from strategikort.domain.phrases import Wording
from strategikort.domain.shape import Id
from strategikort.exchange.results import Imported


class Became(StrEnum):
    """What a delivery makes of a goal of the council."""

    ADDED = "added"
    CHANGED = "changed"
    LAPSED = "lapsed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """One goal of the council, and the unit goals that hang on it, directly or through others, by list order."""

    became: Became
    row: Compared
    hanging: tuple[UnitGoal, ...]


def delivery_of(before: Document, change_set: ChangeSet) -> tuple[Delivered, ...]:
    """What ``change_set`` makes of the council's goals in ``before``, in list order. Cost: linear.

    Nothing where there was none: a first delivery is told in counts.
    """
    if not any(goal.kind in COUNCILS for goal in before.all(Goal).values()):
        return ()
    after = before.with_changes(change_set)
    rows = [row for row in compare_versions(before, after).rows if row.goal.kind in COUNCILS]
    return tuple(
        Delivered(became=_became(row), row=row, hanging=_hanging(after, row.goal.id))
        for row in rows
        if row.change is not Change.SAME
    )


def missing_from(before: Document, imported: Imported, day: date) -> tuple[PoliticalGoal, ...]:
    """The political goals not over on ``day`` that a delivery does not name, in list order. They stay: it may be part.

    Nothing where the delivery names no goal that was there: then it is no newer delivery of these.
    """
    if not any(before.get(PoliticalGoal, one) for one in imported.delivered):
        return ()
    touched = {change.record.id for change in imported.change_set.changes} | imported.delivered
    standing = (one for one in before.all(PoliticalGoal).values() if not _over(one, day) and one.id not in touched)
    return tuple(sorted(standing, key=list_order))


def _over(goal: Goal, day: date) -> bool:
    return _lapsed(goal) or (goal.valid_to is not None and goal.valid_to < day)


def _became(row: Compared) -> Became:
    if row.before is None:
        return Became.ADDED
    gone = row.after is None or (_lapsed(row.after) and not _lapsed(row.before))
    return Became.LAPSED if gone else Became.CHANGED


def _lapsed(goal: Goal) -> bool:
    over = isinstance(goal, PoliticalGoal) and goal.decision_status in (DecisionStatus.LAPSED, DecisionStatus.REPLACED)
    return over or goal.state is GoalState.CANCELLED


def _hanging(document: Document, goal: Id) -> tuple[UnitGoal, ...]:
    below = (document.get(UnitGoal, one) for one in beyond(document, [goal], up=False))
    return tuple(sorted((one for one in below if one and one.state is GoalState.ACTIVE), key=list_order))


def delivered_lines(words: Wording, one: Delivered) -> Iterator[str]:
    """What is said of one goal: its name, what is worded otherwise, its days, and how many unit goals hang on it."""
    yield words.text(f"delivery.{one.became.value}", goal=name_of(one.row.goal))
    old, new = one.row.before, one.row.after
    if old and new:
        yield from _wording(words, old, new)
        days = [(goal.valid_from, goal.valid_to) for goal in (old, new)]
        if days[0] != days[1]:
            yield words.text("delivery.days", days=said(days[1]))
            yield words.text("delivery.days_before", days=said(days[0]))
    if one.hanging or one.became is not Became.ADDED:
        yield words.text("delivery.hanging", n=len(one.hanging))


def hanging_lines(one: Delivered) -> Iterator[str]:
    """The unit goals that hang on one goal, by code and title."""
    return (f"{goal.code} {goal.title}".strip() for goal in one.hanging)


def _wording(words: Wording, old: Goal, new: Goal) -> Iterator[str]:
    for field in ("title", "description", "why", "success_criterion"):
        yield from reworded(words, pieces(getattr(old, field), getattr(new, field)))


def delivery_as_json(delivery: tuple[Delivered, ...]) -> list[Mapping[str, object]]:
    """The list for programs."""
    return [
        {
            "became": one.became.value,
            "id": one.row.goal.id,
            "code": one.row.goal.code,
            "title": one.row.goal.title,
            "title_before": one.row.before.title if one.row.before else None,
            "fields": list(one.row.fields),
            "unit_goals": [goal.id for goal in one.hanging],
        }
        for one in delivery
    ]
