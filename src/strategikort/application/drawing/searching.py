"""Which goals somebody looks for: by words, level, unit and what the check says of them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from strategikort.cascade.findings import Severity
from strategikort.domain.changes import Change
from strategikort.domain.document import Document
from strategikort.domain.goals import Goal, GoalKind
from strategikort.domain.shape import Id
from strategikort.domain.texts import folded


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What goals have to be to be hits: each part that is set narrows them. ``unit`` is an owner's identity."""

    text: str = ""
    kind: GoalKind | None = None
    unit: Id | None = None
    severity: Severity | None = None

    @property
    def nothing(self) -> bool:
        """Whether nothing is looked for."""
        return not folded(self.text) and self.kind is None and self.unit is None and self.severity is None


class GoalTexts:
    """The words of each goal as they are compared. Following a change costs the goals it touched."""

    def __init__(self, document: Document) -> None:
        self._texts = {goal.id: _text(goal) for goal in document.all(Goal).values()}

    def follow(self, changes: Iterable[Change]) -> None:
        """Know the words that the changes left."""
        for change in changes:
            if isinstance(change.after, Goal):
                self._texts[change.after.id] = _text(change.after)
            elif isinstance(change.before, Goal):
                self._texts.pop(change.before.id, None)

    def hits(self, document: Document, wanted: Wanted, worst_of: Callable[[Id], Iterable[Severity]]) -> list[Id]:
        """The goals that are ``wanted``. Cost: a look at the words of all goals."""
        text = folded(wanted.text)
        found = [goal for goal, words in self._texts.items() if text in words]
        if wanted.kind is not None or wanted.unit is not None:
            goals = document.all(Goal)
            found = [
                one
                for one in found
                if (wanted.kind is None or goals[one].kind is wanted.kind)
                and (wanted.unit is None or goals[one].owner == wanted.unit)
            ]
        if wanted.severity is not None:
            found = [one for one in found if wanted.severity in worst_of(one)]
        return found


def _text(goal: Goal) -> str:
    return folded(f"{goal.code} {goal.title}")
