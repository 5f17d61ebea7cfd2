"""What a person can do to a record of any kind: fill a field, add one, remove one with all that hangs on it."""

from collections.abc import Iterable
from decimal import Decimal
from typing import TypeVar

from strategikort.domain.changes import Change, ChangeSet, added, removed
from strategikort.domain.document import Document
from strategikort.domain.edits.refusal import EditRefused, existing, unlocked
from strategikort.domain.goals import Goal
from strategikort.domain.kinds import TABLE_OF, TABLES, kind_name
from strategikort.domain.phrases import phrase
from strategikort.domain.shape import Field, Id, Record, field_of, fields_of, with_values
from strategikort.domain.texts import one_line, tidied

R = TypeVar("R", bound=Record)

_LONG = 300
_FIGURE = Decimal(10) ** 15


def checked(record: R) -> R:
    """``record`` if every text keeps to its length and every figure to fifteen digits.

    Raises:
        EditRefused: ``text.long`` or ``figure.large``.
    """
    for field in fields_of(type(record)):
        _check(field, getattr(record, field.name))
    return record


def _check(field: Field, value: object) -> None:
    if isinstance(value, str) and field.length and len(value) > field.length.most:
        raise EditRefused("text.long", n=len(value), most=field.length.most)
    if isinstance(value, Decimal) and (not value.is_finite() or abs(value) >= _FIGURE):
        raise EditRefused("figure.large")


def set_field(document: Document, kind: type[Record], identity: Id, name: str, value: object) -> ChangeSet:
    """Fill one field of a record. Texts are tidied; texts that fit a title are kept on one line.

    Typing on in the same field merges into one step. An unchanged value gives an empty change set.

    Raises:
        EditRefused: ``gone``, ``locked``, ``text.long``, ``figure.large``.
    """
    before = existing(document, kind, identity)
    if isinstance(before, Goal):
        unlocked(document, before)
    field = field_of(type(before), name)
    if isinstance(value, str) and field.type is str:
        short = field.length is not None and field.length.most < _LONG
        value = one_line(value) if short else tidied(value)
    after = checked(with_values(before, {name: value}))
    label = phrase(
        "edit.fields.title" if name == "title" else "edit.field",
        kind=kind_name(before),
    )
    if after == before:
        return ChangeSet(label, ())
    return ChangeSet(label, (Change(before, after),), merges=f"{identity}.{name}")


def add_records(code: str, records: Iterable[Record]) -> ChangeSet:
    """Add records under the name that ``code`` says.

    Raises:
        EditRefused: ``text.long`` or ``figure.large``.
    """
    return ChangeSet(phrase(code), added([checked(record) for record in records]))


def remove_record(document: Document, kind: type[Record], identity: Id, *, code: str) -> ChangeSet:
    """Remove a record with all that hangs on it; fields elsewhere that name it are emptied.

    Raises:
        EditRefused: ``gone``, or ``in_use`` if something that cannot stand without it is more than a detail of it.
    """
    record = existing(document, kind, identity)
    doomed = everything_on(document, {identity})
    if any(isinstance(one, Goal) for one in doomed):
        raise EditRefused("in_use")
    gone = {identity, *(one.id for one in doomed)}
    return ChangeSet(phrase(code), (*_emptied(document, gone), *removed(doomed), *removed([record])))


def everything_on(document: Document, identities: set[Id]) -> list[Record]:
    """The records that cannot stand without these, the outermost first: links, places, indicators with figures."""
    doomed: list[Record] = []
    reached = set(identities)
    wave = set(identities)
    while wave:
        found = [one for one in _leaning(document, wave) if one.id not in reached]
        doomed = [*found, *doomed]
        wave = {one.id for one in found}
        reached |= wave
    return doomed


_DETAILS = {"indicator": "goal", "follow_up": "goal"}


def _leaning(document: Document, on: set[Id]) -> Iterable[Record]:
    for table in TABLES:
        for _, kind in table.kinds:
            names = [
                f.name for f in fields_of(kind) if f.refers and (not f.optional or _DETAILS.get(table.name) == f.name)
            ]
            if names:
                for one in document.all(kind).values():
                    if any(getattr(one, name) in on for name in names):
                        yield one


def _emptied(document: Document, gone: set[Id]) -> list[Change]:
    changes = []
    for record in document.records():
        if record.id in gone:
            continue
        values = {
            field.name: None
            for field in fields_of(type(record))
            if field.refers and field.optional and getattr(record, field.name) in gone
        }
        if values:
            changes.append(Change(record, with_values(record, values)))
    return changes


def same_table(one: Record, other: Record) -> bool:
    """Whether two records live in one space of identities."""
    return TABLE_OF[type(one)] is TABLE_OF[type(other)]
