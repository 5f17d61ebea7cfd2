"""A town that a test works in, by the edits that a person makes."""

from itertools import count

from strategikort.application.profiles import load_profile
from strategikort.domain.changes import ChangeSet
from strategikort.domain.edits import goals, links, organisation
from strategikort.domain.goals import GoalKind
from strategikort.domain.links import LinkKind
from strategikort.domain.organisation import OrgKind
from strategikort.domain.shape import Id

PROFILE = load_profile("helsingoer")


class Town:
    """A document that a test works in: each `do` is an edit that is made."""

    def __init__(self) -> None:
        numbers = count(1)
        self.new_id = lambda: Id(f"id-{next(numbers):04d}")
        self.document = organisation.found_municipality(profile=PROFILE, new_id=self.new_id, name="Prøveby")

    def do(self, change_set: ChangeSet) -> ChangeSet:
        self.document = self.document.with_changes(change_set)
        return change_set

    def goal(self, kind: GoalKind, title: str, **more: object) -> Id:
        made = goals.add_goal(self.document, profile=PROFILE, new_id=self.new_id, kind=kind, title=title, **more)
        return self.do(made).changes[0].record.id

    def link(self, lower: Id, upper: Id, kind: LinkKind = LinkKind.REALISES) -> ChangeSet:
        return self.do(
            links.link_goals(self.document, profile=PROFILE, new_id=self.new_id, lower=lower, upper=upper, kind=kind)
        )

    def org(self, kind: OrgKind, name: str, code: str, parent: Id | None = None) -> Id:
        made = organisation.add_org(self.document, new_id=self.new_id, kind=kind, name=name, code=code, parent=parent)
        return self.do(made).changes[0].record.id
