"""What was done and can be undone, what was undone and can be done again."""

from strategikort.domain.changes import ChangeSet
from strategikort.domain.phrases import Phrase
from strategikort.domain.shape import Id, references

MOST_STEPS = 1_000
"""So many steps can be undone; of a longer day the first are let go, so that it costs no more memory."""


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
            del self._done[:-MOST_STEPS]
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
        """Somebody else changed records: steps that touch these, and all before such a step, can no longer be undone.

        A step touches the records that it changes, and it needs those that its records name.
        """
        theirs = _Touch(change_set)
        for steps in (self._undone, self._done):
            last = max((n for n, step in enumerate(steps) if _Touch(step).meets(theirs)), default=-1)
            del steps[: last + 1]
        self._open = False


class _Touch:
    """The records that a step changes, brings or takes, and those that it names."""

    def __init__(self, step: ChangeSet) -> None:
        self.changed, self.moved, self.named = _changed(step), _moved(step), _named(step)

    def meets(self, other: "_Touch") -> bool:
        """Whether both change one record, or one brings or takes a record that the other names."""
        return not (
            self.changed.isdisjoint(other.changed)
            and self.named.isdisjoint(other.moved)
            and self.moved.isdisjoint(other.named)
        )


def _changed(change_set: ChangeSet) -> set[Id]:
    return {change.record.id for change in change_set.changes}


def _moved(change_set: ChangeSet) -> set[Id]:
    return {change.record.id for change in change_set.changes if change.before is None or change.after is None}


def _named(change_set: ChangeSet) -> set[Id]:
    sides = (side for change in change_set.changes for side in (change.before, change.after) if side is not None)
    return {identity for side in sides for _, identity in references(side)}
