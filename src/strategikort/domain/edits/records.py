"""What a person can do to a record of any kind: fill a field, add one, remove one with all that hangs on it."""

from collections.abc import Iterable, Mapping
from dataclasses import is_dataclass, replace
from decimal import Decimal
from typing import TypeVar

from strategikort.domain.changes import Change, ChangeSet, added, changed, removed
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
_DECIMALS = 15


def checked(record: R) -> R:
    """``record`` with its texts tidied, if all of them fit and all figures too: see `refilled`.

    Raises:
        EditRefused: ``text.long``, ``figure.large`` or ``figure.fine``.
    """
    return refilled(record, {field.name: getattr(record, field.name) for field in fields_of(type(record))})


def refilled(record: R, values: Mapping[str, object]) -> R:
    """``record`` with some fields filled anew; the others are left as they are, even where they would not fit.

    Texts are tidied, and kept on one line where they are short. A figure has at most fifteen digits before the comma
    and fifteen after it. What holds for a field holds for each item of a list and each part of an item.

    Raises:
        EditRefused: ``text.long``, ``figure.large`` or ``figure.fine``.
    """
    fitting = {name: _fitting(field_of(type(record), name), value) for name, value in values.items()}
    fresh = {name: value for name, value in fitting.items() if value != getattr(record, name)}
    return with_values(record, fresh) if fresh else record


def _fitting(field: Field, value: object) -> object:
    if isinstance(value, tuple):
        return tuple(_fitting(field, item) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        parts = {part.name: _fitting(part, getattr(value, part.name)) for part in fields_of(type(value))}
        return replace(value, **parts)
    if isinstance(value, str) and field.type is str:
        return _fitting_text(field, value)
    if isinstance(value, (int, Decimal)):
        _fits(Decimal(value))
    return value


def _fitting_text(field: Field, text: str) -> str:
    most = field.length.most if field.length else len(text)
    tidy = one_line(text) if field.length and most < _LONG else tidied(text)
    if len(tidy) > most:
        raise EditRefused("text.long", n=len(tidy), most=most)
    return tidy


def _fits(figure: Decimal) -> None:
    if not figure.is_finite() or abs(figure) >= _FIGURE:
        raise EditRefused("figure.large")
    if int(figure.as_tuple().exponent) < -_DECIMALS:
        raise EditRefused("figure.fine", most=_DECIMALS)


def set_field(document: Document, kind: type[Record], identity: Id, name: str, value: object) -> ChangeSet:
    """Fill one field of a record, as `refilled` does.

    Typing on in the same field merges into one step. An unchanged value gives an empty change set.

    Raises:
        EditRefused: ``gone``, ``locked``, ``text.long``, ``figure.large``, ``figure.fine``.
    """
    before = existing(document, kind, identity)
    if isinstance(before, Goal):
        unlocked(document, before)
    after = refilled(before, {name: value})
    label = phrase(
        "edit.fields.title" if name == "title" else "edit.field",
        kind=kind_name(before),
    )
    return ChangeSet(label, changed(before, after), merges=f"{identity}.{name}")


def add_records(code: str, records: Iterable[Record]) -> ChangeSet:
    """Add records under the name that ``code`` says.

    Raises:
        EditRefused: ``text.long``, ``figure.large`` or ``figure.fine``.
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
