"""Who names whom: the records that name another in a field, found by their kind and that field."""

from collections.abc import Collection, Iterator
from typing import TypeVar, cast

from strategikort.domain.changes import ChangeSet
from strategikort.domain.document import Document
from strategikort.domain.goals import Goal
from strategikort.domain.kinds import TABLE_OF
from strategikort.domain.shape import Id, Record

R = TypeVar("R", bound=Record)
_Key = tuple[type[Record], str]


class Groups:
    """Records by what they name, worked out for a kind and field when first asked for, and kept up with what changes.

    Cost: linear in the records of the kind at the first question, a look-up at the next; a change costs its records.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._known: dict[_Key, dict[Id, dict[Id, Record]]] = {}

    def of(self, kind: type[R], field: str, named: Id) -> Collection[R]:
        """The records of ``kind`` that name ``named`` in ``field``, in no order that anything may hang on."""
        found = self._known.get((kind, field))
        if found is None:
            found = self._known[kind, field] = self._worked_out(kind, field)
        return cast(Collection[R], found.get(named, {}).values())

    def _worked_out(self, kind: type[Record], field: str) -> dict[Id, dict[Id, Record]]:
        groups: dict[Id, dict[Id, Record]] = {}
        for identity, record in self._document.all(kind).items():
            for named in _named(record, field):
                groups.setdefault(named, {})[identity] = record
        return groups

    def follow(self, change_set: ChangeSet, document: Document) -> None:
        """Take in what has happened to the document, which is now ``document``."""
        self._document = document
        for change in change_set.changes:
            kind = type(change.record)
            for (of, field), groups in self._known.items():
                if of is kind or (of is Goal and TABLE_OF[kind] is TABLE_OF[Goal]):
                    _moved(groups, field, change.before, change.after)


def _moved(groups: dict[Id, dict[Id, Record]], field: str, before: Record | None, after: Record | None) -> None:
    if before:
        for named in _named(before, field):
            del groups[named][before.id]
            if not groups[named]:
                del groups[named]  # or each record that is gone leaves an empty group behind, all day long
    if after:
        for named in _named(after, field):
            groups.setdefault(named, {})[after.id] = after


def _named(record: Record, field: str) -> Iterator[Id]:
    value = getattr(record, field)
    if isinstance(value, tuple):
        yield from dict.fromkeys(value)
    elif value is not None:
        yield value
