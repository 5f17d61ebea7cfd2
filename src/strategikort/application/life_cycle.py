"""How an agreement goes on: where to, and what stands in the way by the rules of the model."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from strategikort.application.workspace import Workspace
from strategikort.cascade.findings import Finding, Gate
from strategikort.cascade.stopping import by_agreement
from strategikort.domain.agreements import Agreement, AgreementState
from strategikort.domain.changes import ChangeSet
from strategikort.domain.document import Document
from strategikort.domain.edits.life_cycle import move_agreement, next_states, state_on
from strategikort.domain.edits.refusal import EditRefused, existing
from strategikort.domain.shape import Id

GATES: Final = {AgreementState.READY: Gate.SIGN, AgreementState.ARCHIVED: Gate.ARCHIVE}
"""What an agreement has to pass to go there; final print has a gate of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A state that an agreement may go to, and the findings that stand in the way."""

    to: AgreementState
    stops: tuple[Finding, ...] = ()


def steps(workspace: Workspace, agreement: Agreement, findings: Iterable[Finding]) -> tuple[Step, ...]:
    """Where an agreement may go from where it is today; ``findings`` are those of the document as it stands."""
    own = by_agreement(workspace.document, findings).get(agreement.id, ())
    return tuple(
        Step(to=to, stops=tuple(one for one in own if (gate := GATES.get(to)) and one.stops(gate)))
        for to in next_states(state_on(agreement, workspace.today()))
    )


def moving(
    workspace: Workspace, agreement: Id, to: AgreementState, findings: Iterable[Finding]
) -> Callable[[Document], ChangeSet]:
    """The edit that lets an agreement go on; it refuses with the first finding that stands in the way."""
    known = tuple(findings)

    def make(document: Document) -> ChangeSet:
        found = existing(document, Agreement, agreement)
        stops = next((one.stops for one in steps(workspace, found, known) if one.to is to), ())
        if stops:
            raise EditRefused("agreement.stopped", agreement=found.title, first=stops[0].message)
        return move_agreement(document, agreement, to=to, today=workspace.today())

    return make
