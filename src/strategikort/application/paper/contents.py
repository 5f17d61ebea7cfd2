"""What belongs to one agreement: its goals in the order of print, what they stand on, and the fingerprint of it all."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Final

from strategikort.application.agreements import goals_of
from strategikort.cascade.shown import beyond
from strategikort.domain.agreements import Agreement, FollowUp, Involvement
from strategikort.domain.document import Document
from strategikort.domain.goals import Effort, Goal, GoalState
from strategikort.domain.shape import Id
from strategikort.domain.texts import code_key
from strategikort.reports.model import AgreementPaper

SHOWN_DIGITS: Final = 12

_UNSAID: Final = frozenset(
    {"draft", "draft_why", "fingerprint", "accent", "ink", "logo", "identity", "number", "attachments"}
)
_UNSAID_WITHIN: Final = frozenset({"field", "sign_here", "scan_code", "scan_note"})
"""What of the paper's parts is there for scanners and certificates alone."""


def efforts_under(document: Document, goal: Id) -> tuple[Effort, ...]:
    """The efforts that support a goal, directly or through another effort, by deadline and code."""
    found: dict[Id, Effort] = {}
    waiting = [goal]
    while waiting:
        for link in document.links_down(waiting.pop()):
            effort = document.get(Effort, link.lower)
            if effort and effort.id not in found and effort.state is not GoalState.CANCELLED:
                found[effort.id] = effort
                waiting.append(effort.id)
    return tuple(sorted(found.values(), key=lambda one: (str(one.deadline or "9999"), code_key(one.code), one.id)))


def above(document: Document, goals: Iterable[Id]) -> tuple[Goal, ...]:
    """Everything that the goals support, directly or not, the highest first."""
    found = (document.get(Goal, one) for one in beyond(document, goals, up=True))
    return tuple(
        sorted(filter(None, found), key=lambda goal: (goal.kind.level, code_key(goal.code), goal.title, goal.id))
    )


def chain(document: Document, agreement: Agreement) -> frozenset[Id]:
    """The records whose findings count for the agreement's paper: itself, its goals, their efforts, all above them."""
    goals = [goal.id for goal in goals_of(document, agreement)]
    efforts = [effort.id for goal in goals for effort in efforts_under(document, goal)]
    touching = [link.id for goal in (*goals, *efforts) for link in document.links_of(goal)]
    return frozenset([agreement.id, *goals, *efforts, *touching, *(goal.id for goal in above(document, goals))])


def fingerprint(paper: AgreementPaper) -> str:
    """The SHA-256 of all that stands on an agreement's paper, in 64 digits.

    Left out are the mark of a draft, the fingerprint itself, how the paper looks, and what it carries for scanners and
    certificates, as none of it is what is agreed.
    """
    said = {name: value for name, value in asdict(paper, dict_factory=_within).items() if name not in _UNSAID}
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def _within(values: list[tuple[str, object]]) -> dict[str, object]:
    return {name: value for name, value in values if name not in _UNSAID_WITHIN}


def check_code(paper: AgreementPaper) -> str:
    """The fingerprint as it is printed: its first twelve digits in three groups of four."""
    digits = fingerprint(paper)[:SHOWN_DIGITS]
    return " ".join(digits[place : place + 4] for place in range(0, SHOWN_DIGITS, 4))


def follow_ups(document: Document, agreement: Agreement) -> tuple[FollowUp, ...]:
    """The planned follow-ups of the agreement as a whole, the earliest first."""
    found = document.grouped(FollowUp, "agreement").get(agreement.id, ())
    dated = [one for one in found if one.goal is None and one.planned_on]
    return tuple(sorted(dated, key=lambda one: (str(one.planned_on), one.id)))


def involvements(document: Document, agreement: Agreement) -> tuple[Involvement, ...]:
    """Who is heard, discusses or is told, in their order."""
    found = document.grouped(Involvement, "agreement").get(agreement.id, ())
    return tuple(sorted(found, key=lambda one: (one.position, one.id)))
