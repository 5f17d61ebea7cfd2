"""Which goals are in doubt, kept while the document is edited. In tests `changed_above` is the oracle."""

from collections.abc import Iterable
from copy import copy

from strategikort.cascade.changed_above import Doubt, Doubts, doubts_of, doubts_on
from strategikort.cascade.live_threads import LiveThreads
from strategikort.domain.changes import ChangeSet
from strategikort.domain.document import Document
from strategikort.domain.goals import Goal, GoalState
from strategikort.domain.links import Link, LinkKind
from strategikort.domain.remembered import changed_since, differs, said_by
from strategikort.domain.shape import Id


class LiveDoubts:
    """The doubts of a document that changes. ``threads`` has its links, and is told of each edit before this is.

    Cost: linear to begin with, then that of the links at what an edit touches and of the goals whose doubt it changes.
    """

    def __init__(self, document: Document, threads: LiveThreads) -> None:
        self._document, self._threads = document, threads
        found = doubts_of(document).asked
        self._asked = {goal: {link.id: link for link in links} for goal, links in found.items()}
        self._reach = threads.followed(self._asked)

    def forked(self, threads: LiveThreads) -> "LiveDoubts":
        """Doubts of their own that follow with these ``threads``, which are equal to those followed so far."""
        fork = copy(self)
        fork._threads, fork._asked = threads, dict(self._asked)
        fork._reach = threads.followed(fork._asked)
        return fork

    def of(self, goal: Id) -> Doubt | None:
        """How a goal is in doubt, if it is."""
        if goal in self._asked:
            return Doubt.ASKED
        return Doubt.WAITING if goal in self._reach.on and self._stands(goal) else None

    def __contains__(self, goal: Id) -> bool:
        return self.of(goal) is not None

    @property
    def all(self) -> Doubts:
        """All that is in doubt now. Cost: the goals in doubt."""
        asked = {goal: links.values() for goal, links in self._asked.items()}
        return doubts_on(self._document.all(Goal), asked, self._reach.on)

    def follow(self, change_set: ChangeSet, document: Document) -> set[Id]:
        """Take in an edit, after which the document is ``document``. The goals whose doubt may be another now."""
        self._document = document
        moved = set(self._threads.moved_beside)
        for change in change_set.changes:
            old, new = change.before, change.after
            for link in (old, new):
                if isinstance(link, Link):
                    moved |= self._ask(link.lower)
            if isinstance(old, Goal) or isinstance(new, Goal):
                moved |= {change.record.id} | self._ask(change.record.id)
            if isinstance(old, Goal) and isinstance(new, Goal) and said_by(old) != said_by(new):
                moved |= self._ask_below(new)
        return moved

    def _stands(self, goal: Id) -> bool:
        one = self._document.all(Goal).get(goal)
        return one is not None and one.state is not GoalState.CANCELLED

    def _ask(self, goal: Id) -> set[Id]:
        """Know the links of one goal as they are."""
        goals = self._document.all(Goal)
        links = self._document.links_up(goal) if self._stands(goal) else ()
        known = (link for link in links if link.upper in goals)
        return self._keep(goal, (link for link in known if changed_since(link, goals[link.upper])))

    def _ask_below(self, upper: Goal) -> set[Id]:
        """Know all links to a goal that says something else now; what it says is worked out once."""
        said, moved = said_by(upper), set[Id]()
        for link in self._document.links_down(upper.id, LinkKind.REALISES):
            known = self._asked.get(link.lower, {})
            asked = differs(link, said) and self._stands(link.lower)
            if asked or link.id in known:
                others = [one for one in known.values() if one.id != link.id]
                moved |= self._keep(link.lower, [*others, link] if asked else others)
        return moved

    def _keep(self, goal: Id, links: Iterable[Link]) -> set[Id]:
        """Ask a goal about these links. The goals whose doubt that changes."""
        found, before = {link.id: link for link in links}, goal in self._asked
        if found:
            self._asked[goal] = found
            return set() if before else {goal} | self._reach.top_comes(goal)
        self._asked.pop(goal, None)
        return {goal} | self._reach.top_goes(goal) if before else set()
