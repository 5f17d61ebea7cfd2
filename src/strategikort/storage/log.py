"""Change sets as the log keeps them: what was called how, and what each record was before and became."""

import json
from collections.abc import Callable, Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from sqlalchemy import Connection, func, insert, select

from strategikort.domain.changes import Change, ChangeSet
from strategikort.domain.kinds import kind_name
from strategikort.domain.merge import Conflict
from strategikort.domain.phrases import About, Phrase, Word, phrase
from strategikort.domain.plain import Plain, plain
from strategikort.domain.shape import Record, fields_of
from strategikort.storage.database import damage_told
from strategikort.storage.tables import LOG

_text: Final[Callable[[object], str]] = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_LAST: Final = select(func.max(LOG.c.position))


def position(connection: Connection) -> int:
    """The position of the last entry in the log, 0 if there is none. Raises Damaged."""
    with damage_told():
        return connection.execute(_LAST).scalar() or 0


def write(
    connection: Connection, after: int, at: datetime, who: str, change_set: ChangeSet, kept: Iterable[Conflict] = ()
) -> int:
    """Write ``change_set`` after the entry ``after``, then what gave way in a merge, if anything did.

    Gives the position of the last entry. Needs a transaction.
    """
    said = [(change_set.label, changes_text(change_set))]
    if lost := kept_text(kept):
        said.append((phrase("merge.kept"), lost))
    rows = [
        {"position": place, "at": at.isoformat(), "who": who, "label": label_text(label), "changes": text}
        for place, (label, text) in enumerate(said, after + 1)
    ]
    connection.execute(insert(LOG), rows)
    return after + len(rows)


def label_text(label: Phrase) -> str:
    """A label as JSON: its code and what fills it."""
    return _text([label.code, {name: _about(value) for name, value in label.about}])


def changes_text(change_set: ChangeSet) -> str:
    """The changes as JSON: kind, identity, and the fields that differ, before and after (null: not there)."""
    return _text([_change(change) for change in change_set.changes])


def kept_text(conflicts: Iterable[Conflict]) -> str:
    """What gave way in a merge, as JSON: kind, identity, field, mine, theirs; empty if nothing did."""
    lines: list[Plain] = [
        [
            kind_name(one.record),
            one.record.id,
            one.field,
            _side(one.mine),
            _side(one.theirs),
        ]
        for one in conflicts
    ]
    return _text(lines) if lines else ""


def _side(value: object) -> Plain:
    return _fields(value, None) if isinstance(value, Record) else plain(value)


def _about(value: About) -> Plain:
    if isinstance(value, Word):
        return {"word": value.kind}
    if isinstance(value, (date, Decimal)):
        return {"value": plain(value)}
    return plain(value)


def _change(change: Change) -> list[Plain]:
    before, after = change.before, change.after
    names = None
    if before is not None and after is not None and type(before) is type(after):
        names = {f.name for f in fields_of(type(before)) if getattr(before, f.name) != getattr(after, f.name)}
    return [
        kind_name(change.record),
        change.record.id,
        _fields(before, names),
        _fields(after, names),
    ]


def _fields(record: Record | None, names: set[str] | None) -> Plain:
    if record is None:
        return None
    chosen = (f.name for f in fields_of(type(record)) if f.name != "id" and (names is None or f.name in names))
    values = {name: plain(getattr(record, name)) for name in chosen}
    return {"kind": kind_name(record), **values} if names is None else values
