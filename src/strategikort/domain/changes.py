"""What happens to a document, and how it is taken back.

A change set is the one mechanism of the program: edit, undo, save, log, import, merge and comparison are made of it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from strategikort.domain.phrases import Phrase
from strategikort.domain.shape import Record


@dataclass(frozen=True, slots=True)
class Change:
    """One record before and after. ``before`` is None when it was added, ``after`` when it was removed."""

    before: Record | None
    after: Record | None

    @property
    def record(self) -> Record:
        """The record that this is about, as it is after the change, or was before it went."""
        record = self.after or self.before
        assert record is not None, "a change is about a record"
        return record

    def inverted(self) -> "Change":
        """The change that takes this one back."""
        return Change(before=self.after, after=self.before)


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """What one action of the user does, under the name that *Fortryd* shows. Order matters.

    Two change sets in a row with the same non-empty ``merges`` are one step for the user: typing in one field.
    """

    label: Phrase
    changes: tuple[Change, ...]
    merges: str = ""

    def inverted(self) -> "ChangeSet":
        """The change set that takes this one back, last change first."""
        return ChangeSet(self.label, tuple(change.inverted() for change in reversed(self.changes)))

    def __bool__(self) -> bool:
        """Whether anything changes."""
        return bool(self.changes)

    def followed_by(self, later: "ChangeSet") -> "ChangeSet":
        """Both as one step, each record from first ``before`` to last ``after``, without what came to nothing."""
        spans: dict[tuple[type[Record], str], Change] = {}
        for change in (*self.changes, *later.changes):
            key = (type(change.record), change.record.id)
            first = spans.pop(key, change)
            spans[key] = Change(first.before, change.after)
        kept = tuple(change for change in spans.values() if change.before != change.after)
        return ChangeSet(self.label, kept, self.merges)


def added(records: Iterable[Record]) -> tuple[Change, ...]:
    """The changes that add ``records``."""
    return tuple(Change(before=None, after=record) for record in records)


def changed(before: Record | None, after: Record) -> tuple[Change, ...]:
    """The change from ``before``, None for a new record, to ``after``; none at all if they are equal."""
    return (Change(before, after),) if before != after else ()


def removed(records: Iterable[Record]) -> tuple[Change, ...]:
    """The changes that remove ``records``."""
    return tuple(Change(before=record, after=None) for record in records)
