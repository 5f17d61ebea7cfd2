"""What was done and can be undone, what was undone and can be done again."""

from strategikort.domain.changes import ChangeSet
from strategikort.domain.phrases import Phrase
from strategikort.domain.shape import Id


class History:
    """Two stacks of change sets. It moves only when told that the move has happened, so it is never ahead."""

    def __init__(self) -> None:
        self._done: list[ChangeSet] = []
        self._undone: list[ChangeSet] = []
        self._open = False

    @property
    def to_undo(self) -> ChangeSet | None:
        """What would be undone next."""
        return self._done[-1] if self._done else None

    @property
    def to_redo(self) -> ChangeSet | None:
        """What would be done again next."""
        return self._undone[-1] if self._undone else None

    @property
    def undo_label(self) -> Phrase | None:
        """The name of what would be undone next."""
        return self._done[-1].label if self._done else None

    @property
    def redo_label(self) -> Phrase | None:
        """The name of what would be done again next."""
        return self._undone[-1].label if self._undone else None

    def did(self, change_set: ChangeSet) -> None:
        """A new step was done. Typing on in one field is one step, which is none if all was taken back."""
        self._undone.clear()
        last = self._done[-1] if self._done else None
        if self._open and last is not None and change_set.merges and change_set.merges == last.merges:
            joined = last.followed_by(change_set)
            self._done[-1:] = [joined] if joined else []
        else:
            self._done.append(change_set)
        self._open = True

    def step_ends(self) -> None:
        """Whatever is typed next is a step of its own."""
        self._open = False

    def undid(self) -> None:
        """The last step was undone."""
        self._undone.append(self._done.pop())
        self._open = False

    def redid(self) -> None:
        """The step that was undone last was done again."""
        self._done.append(self._undone.pop())
        self._open = False

    def others_changed(self, change_set: ChangeSet) -> None:
        """Somebody else changed records: steps on these, and all before such a step, can no longer be undone."""
        touched = {change.record.id for change in change_set.changes}
        while self._undone and any(_touches(step, touched) for step in self._undone):
            self._undone.pop(0)
        last = max(
            (n for n, step in enumerate(self._done) if _touches(step, touched)),
            default=-1,
        )
        del self._done[: last + 1]
        self._open = False


def _touches(step: ChangeSet, records: set[Id]) -> bool:
    return any(change.record.id in records for change in step.changes)
