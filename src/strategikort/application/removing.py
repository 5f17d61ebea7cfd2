"""What goes with goals when they are deleted, told beforehand in counts."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from strategikort.domain.agreements import Agreement, AgreementState, FollowUp
from strategikort.domain.document import Document
from strategikort.domain.edits.measures import indicators_of, measurements_of
from strategikort.domain.goals import UnitGoal
from strategikort.domain.shape import Id

MOST_LINKS: Final = 10
"""With more links than this, deleting is asked about first."""

_NOT_UNDER_WAY: Final = (AgreementState.DRAFT, AgreementState.CANCELLED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """What is lost with goals. ``promised`` are those in agreements that are no drafts any longer."""

    goals: int
    links: int
    promised: int = 0
    results: int = 0
    follow_ups: int = 0

    @property
    def is_grave(self) -> bool:
        """Whether somebody should say yes to it first: more goes than what was drawn."""
        return bool(self.promised or self.results or self.follow_ups) or self.links > MOST_LINKS


def links_lost(document: Document, goals: Collection[Id]) -> int:
    """How many links go with goals. Cost: their number."""
    return len({link.id for goal in goals for link in document.links_of(goal)})


def loss_of(document: Document, goals: Collection[Id]) -> Loss:
    """What is lost when goals are deleted."""
    found = [goal for one in goals if (goal := document.get(UnitGoal, one))]
    papers = [document.get(Agreement, goal.agreement) for goal in found]
    parts = [part for goal in goals for part in indicators_of(document, goal)]
    return Loss(
        goals=len(goals),
        links=links_lost(document, goals),
        promised=sum(1 for paper in papers if paper and paper.state not in _NOT_UNDER_WAY),
        results=sum(len(measurements_of(document, part.id)) for part in parts),
        follow_ups=sum(len(document.grouped(FollowUp, "goal").get(goal, ())) for goal in goals),
    )
