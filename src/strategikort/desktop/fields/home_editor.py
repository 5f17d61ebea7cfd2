"""Where a goal of a unit is at home: choosing the unit also takes the goal into the unit's agreement."""

from dataclasses import replace

from typing_extensions import override

from strategikort.desktop.fields.choosing import Options, units
from strategikort.desktop.fields.reference_editors import ReferenceEditor
from strategikort.domain.agreements import Agreement, AgreementState
from strategikort.domain.changes import Change, ChangeSet
from strategikort.domain.document import Document
from strategikort.domain.edits.records import set_field
from strategikort.domain.edits.refusal import existing
from strategikort.domain.goals import UnitGoal
from strategikort.domain.shape import Id


def at_home(document: Document, goal: Id, owner: Id | None) -> ChangeSet:
    """Let ``goal`` belong to the unit ``owner`` and stand in its latest agreement, if it stands in no other of its.

    A goal without dates takes those of the agreement. Raises EditRefused ``gone``.
    """
    before = existing(document, UnitGoal, goal)
    label = set_field(document, UnitGoal, goal, "owner", owner).label
    after = replace(before, owner=owner)
    own = document.get(Agreement, before.agreement)
    if owner and (own is None or own.org != owner):
        paper = _latest(document, owner)
        after = replace(after, agreement=paper.id if paper else None)
        if paper and after.valid_from is None and after.valid_to is None:
            after = replace(after, valid_from=paper.valid_from, valid_to=paper.valid_to)
    return ChangeSet(label, (Change(before, after),) if after != before else ())


def _latest(document: Document, owner: Id) -> Agreement | None:
    papers = [
        one
        for one in document.all(Agreement).values()
        if one.org == owner and one.state is not AgreementState.CANCELLED
    ]
    return max(papers, key=lambda one: (one.valid_from, one.id), default=None)


class HomeEditor(ReferenceEditor):
    """The unit that a goal belongs to."""

    @override
    def offered(self, document: Document) -> Options:
        return units(document)

    @override
    def fill(self, value: object) -> None:
        goal = self._identity
        if goal is None or value == self._shown:
            return
        owner = Id(value) if isinstance(value, str) else None
        self.bridge.edit(lambda document: at_home(document, goal, owner))
