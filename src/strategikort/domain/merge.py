"""Two documents that grew from one, made into one again; and the difference between two documents.

Nobody's work goes unsaid: what only one side changed is taken, an edit beats a removal, and where both changed the same
thing differently *mine* stays and *theirs* is listed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from strategikort.domain.changes import Change, ChangeSet
from strategikort.domain.document import Document
from strategikort.domain.kinds import ONCE, TABLE_NAMED, TABLE_OF, TABLES
from strategikort.domain.phrases import Phrase, phrase
from strategikort.domain.shape import Id, Record, fields_of, references, with_values

_WHOLE: Final = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Something that gave way in a merge.

    ``record`` is the record as it stands after the merge. With a ``field``, ``mine`` stands in it and ``theirs`` does
    not. With an empty ``field`` it is about the whole record: one side (None) had removed it, the other kept it.
    """

    record: Record
    field: str
    mine: object
    theirs: object


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """What a merge gives: the changes that make *mine* the merged document, and everything that gave way."""

    changes: ChangeSet
    conflicts: tuple[Conflict, ...]


def difference(before: Document, after: Document, label: Phrase) -> ChangeSet:
    """The change set that makes ``before`` into ``after``: additions, updates, then removals."""
    fresh: list[Change] = []
    gone: list[Change] = []
    for table in TABLES:
        old, new = before.all(table.base), after.all(table.base)
        if old is new:
            continue
        for identity, record in new.items():
            was = old.get(identity)
            if was is not record and was != record:
                fresh.append(Change(was, record))
        gone += [Change(record, None) for identity, record in old.items() if identity not in new]
    return ChangeSet(label, (*fresh, *reversed(gone)))


def merge(base: Document | None, mine: Document, theirs: Document) -> Merge:
    """The merge of ``mine`` and ``theirs``, which both grew from ``base``.

    With no common base nothing counts as removed: what one side lacks is taken from the other.
    """
    conflicts: list[Conflict] = []
    merged: dict[str, dict[Id, Record]] = {}
    for table in TABLES:
        ours, others = mine.all(table.base), theirs.all(table.base)
        origins: Mapping[Id, Record] = base.all(table.base) if base is not None else {}
        merged[table.name] = {}
        for identity in (*ours, *(one for one in others if one not in ours)):
            m, t, b = ours.get(identity), others.get(identity), origins.get(identity)
            record = m if m == t else _one(b, m, t, conflicts)
            if record is not None:
                merged[table.name][identity] = record
    for kind in ONCE:
        _once(kind, merged[TABLE_OF[kind].name], mine, theirs, conflicts)
    _mend(merged, mine, theirs, conflicts)
    return Merge(changes=_changes(mine, merged), conflicts=tuple(conflicts))


def _one(
    base: Record | None,
    mine: Record | None,
    theirs: Record | None,
    conflicts: list[Conflict],
) -> Record | None:
    if mine is None or theirs is None:
        left = mine or theirs
        if base is None or left is None:
            return left
        if left == base:
            return None
        conflicts.append(Conflict(record=left, field=_WHOLE, mine=mine, theirs=theirs))
        return left
    if mine == base:
        return theirs
    if theirs == base:
        return mine
    if type(mine) is not type(theirs):
        conflicts.append(Conflict(record=mine, field=_WHOLE, mine=mine, theirs=theirs))
        return mine
    return _fields(base if type(base) is type(mine) else None, mine, theirs, conflicts)


def _fields(base: Record | None, mine: Record, theirs: Record, conflicts: list[Conflict]) -> Record:
    taken: dict[str, object] = {}
    clashes: list[str] = []
    for field in fields_of(type(mine)):
        m, t = getattr(mine, field.name), getattr(theirs, field.name)
        b = getattr(base, field.name) if base is not None else None
        if m == t or (base is not None and t == b):
            continue
        if base is not None and m == b:
            taken[field.name] = t
        elif field.many:
            taken[field.name] = _list(b or (), m, t)
        else:
            clashes.append(field.name)
    record = with_values(mine, taken) if taken else mine
    conflicts += [
        Conflict(
            record=record,
            field=name,
            mine=getattr(mine, name),
            theirs=getattr(theirs, name),
        )
        for name in clashes
    ]
    return record


def _list(base: tuple[object, ...], mine: tuple[object, ...], theirs: tuple[object, ...]) -> tuple[object, ...]:
    """Mine without what they removed, then what they added."""
    kept = [item for item in mine if item in theirs or item not in base]
    return (*kept, *(item for item in theirs if item not in mine and item not in base))


def _once(
    kind: type[Record],
    merged: dict[Id, Record],
    mine: Document,
    theirs: Document,
    conflicts: list[Conflict],
) -> None:
    """Keep mine where each side has made a record that says the same thing, and list what theirs says otherwise."""
    ours, others = mine.all(kind), theirs.all(kind)
    kept = {_key(one): one for one in merged.values() if ours.get(one.id) == one}
    for theirs_too in [one for one in merged.values() if ours.get(one.id) != one]:
        stays = kept.get(_key(theirs_too))
        there = others.get(stays.id) if stays else None
        if stays is None or stays.id == theirs_too.id or (there and _key(there) == _key(stays)):
            continue
        del merged[theirs_too.id]
        conflicts[:] = [
            replace(one, record=stays) if one.record.id == theirs_too.id else one
            for one in conflicts
            if one.record.id != theirs_too.id or one.field != _WHOLE
        ]
        conflicts += [
            Conflict(
                record=stays, field=field.name, mine=getattr(stays, field.name), theirs=getattr(theirs_too, field.name)
            )
            for field in fields_of(kind)
            if field.name != "id" and getattr(stays, field.name) != getattr(theirs_too, field.name)
        ]


def _key(record: Record) -> tuple[object, ...]:
    return tuple(getattr(record, name) for name in ONCE[type(record)])


def _mend(
    merged: dict[str, dict[Id, Record]],
    mine: Document,
    theirs: Document,
    conflicts: list[Conflict],
) -> None:
    """Bring back what one side removed and the other refers to: to refer to a record is to edit it."""
    waiting = [record for records in merged.values() for record in records.values()]
    while waiting:
        record = waiting.pop()
        for table, identity in references(record):
            if identity in merged[table]:
                continue
            ours, others = (
                _found(mine, table, identity),
                _found(theirs, table, identity),
            )
            back = ours or others
            if back is not None:
                merged[table][identity] = back
                waiting.append(back)
                conflicts.append(Conflict(record=back, field=_WHOLE, mine=ours, theirs=others))


def _found(document: Document, table: str, identity: Id) -> Record | None:
    return document.get(TABLE_NAMED[table].base, identity)


def _changes(mine: Document, merged: Mapping[str, Mapping[Id, Record]]) -> ChangeSet:
    fresh: list[Change] = []
    gone: list[Change] = []
    for table in TABLES:
        ours, new = mine.all(table.base), merged[table.name]
        for identity, record in new.items():
            if ours.get(identity) != record:
                fresh.append(Change(ours.get(identity), record))
        gone += [Change(record, None) for identity, record in ours.items() if identity not in new]
    return ChangeSet(phrase("edit.merged"), (*fresh, *reversed(gone)))
