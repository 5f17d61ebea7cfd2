"""Which records belong to what two parties have signed, so that a change of them would need an addendum."""

from strategikort.domain.agreements import Agreement, Commitment, Section
from strategikort.domain.document import Document
from strategikort.domain.goals import Effort, UnitGoal
from strategikort.domain.links import Link
from strategikort.domain.measures import Indicator, YearlyTarget
from strategikort.domain.shape import Id, Record


def is_sealed(document: Document, record: Id | None) -> bool:
    """Whether a record is among those that a signed agreement made final: see `domain.agreed`.

    Cost: the links up of an effort; otherwise a look or two.
    """
    return any(seals(document.get(Agreement, agreement)) for agreement in _agreements(document, record))


def seals(record: Record | None) -> bool:
    """Whether a record is an agreement that makes final what belongs to it: signed, with a mark of what it said."""
    return isinstance(record, Agreement) and record.state.signed and record.content_hash != ""


def _agreements(document: Document, record: Id | None) -> tuple[Id | None, ...]:
    if target := document.get(YearlyTarget, record):
        record = target.indicator
    if indicator := document.get(Indicator, record):
        record = indicator.goal
    if link := document.get(Link, record):
        record = link.lower
    if effort := document.get(Effort, record):
        goals = (document.get(UnitGoal, above.upper) for above in document.links_up(effort.id))
        return tuple(goal.agreement for goal in goals if goal)
    found = document.get(UnitGoal, record) or document.get(Section, record) or document.get(Commitment, record)
    return (found.agreement if found else record,)
