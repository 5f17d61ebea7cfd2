"""What a person can do to a record of any kind: fill a field, add one, remove one with all that hangs on it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import is_dataclass, replace
from decimal import Decimal
from typing import Final, TypeVar
from uuid import NAMESPACE_OID, uuid5

from strategikort.domain.agreements import Agreement, FollowUp
from strategikort.domain.changes import Change, ChangeSet, added, changed, removed
from strategikort.domain.document import Document
from strategikort.domain.edits.locks import unlocked
from strategikort.domain.edits.refusal import EditRefused, existing
from strategikort.domain.goals import Goal
from strategikort.domain.kinds import NAME_OF, TABLE_OF, kind_name
from strategikort.domain.maps import StrategyMap
from strategikort.domain.measures import Indicator
from strategikort.domain.organisation import RoleHolding
from strategikort.domain.phrases import phrase
from strategikort.domain.reviews import Comment, Exemption
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


def derived_id(*parts: str) -> Id:
    """The identity of a record that can be made in one way only, so that two who make it make the same."""
    return Id(str(uuid5(NAMESPACE_OID, "/".join(("strategikort", *parts)))))


def add_records(code: str, records: Iterable[Record]) -> ChangeSet:
    """Add records under the name that ``code`` says.

    Raises:
        EditRefused: ``text.long``, ``figure.large`` or ``figure.fine``.
    """
    return ChangeSet(phrase(code), added([checked(record) for record in records]))


def remove_record(document: Document, kind: type[Record], identity: Id, *, code: str) -> ChangeSet:
    """Remove a record as `removal` does, under the name that ``code`` says.

    Raises:
        EditRefused: ``gone``, ``locked``, or as `removal` says.
    """
    record = existing(document, kind, identity)
    if isinstance(record, Goal):
        unlocked(document, record)
    return ChangeSet(phrase(code), removal(document, [record]))


_PART_OF: Final[Mapping[type[Record], tuple[str, ...]]] = {
    Indicator: ("goal",),
    FollowUp: ("goal", "agreement"),
    RoleHolding: ("org",),
    StrategyMap: ("centre",),
    Comment: ("section", "agreement", "map"),
}
"""Kinds that are part of what the first of these fields names that is filled, though the field may be empty: there it
would say something else, such as the whole municipality instead of a centre."""

_OF_THEIR_OWN: Final = (Goal, Agreement, StrategyMap)


def removal(document: Document, doomed: Sequence[Record]) -> tuple[Change, ...]:
    """The changes that remove records with all their details, the outermost first.

    Fields elsewhere that name what goes are emptied, and lists lose it, so that no reference is left to nothing.

    Raises:
        EditRefused: ``in_use`` if a goal, an agreement or a map cannot stand without what goes.
    """
    gone = list(doomed)
    ids = {one.id for one in gone}
    wave: Sequence[Record] = gone
    while wave:
        wave = [one for one in _leaning(document, ids, _tables(wave)) if one.id not in ids]
        if any(isinstance(one, _OF_THEIR_OWN) for one in wave):
            raise EditRefused("in_use")
        gone = [*wave, *gone]
        ids |= {one.id for one in wave}
    gone = [*(one for one in document.all(Exemption).values() if one.record in ids and one.id not in ids), *gone]
    return (*_emptied(document, ids, _tables(gone)), *removed(gone))


def _tables(records: Iterable[Record]) -> set[str]:
    return {TABLE_OF[type(one)].name for one in records}


def _leaning(document: Document, ids: set[Id], tables: set[str]) -> Iterator[Record]:
    """The records that cannot stand without some of these, which are of these tables."""
    for kind in NAME_OF:
        parts = _PART_OF.get(kind, ())
        names = [f.name for f in fields_of(kind) if f.refers in tables and not f.optional]
        if names or any(field_of(kind, name).refers in tables for name in parts):
            for one in document.all(kind).values():
                whole = next((value for name in parts if (value := getattr(one, name))), None)
                if whole in ids or any(getattr(one, name) in ids for name in names):
                    yield one


def _emptied(document: Document, ids: set[Id], tables: set[str]) -> Iterator[Change]:
    for kind in NAME_OF:
        fields = [f for f in fields_of(kind) if (f.refers in tables and f.optional) or f.lists in tables]
        for record in document.all(kind).values() if fields else ():
            values = {field.name: _without(getattr(record, field.name), ids) for field in fields}
            if record.id not in ids:
                yield from changed(record, with_values(record, values))


def _without(value: object, ids: set[Id]) -> object:
    if isinstance(value, tuple):
        return tuple(one for one in value if one not in ids)
    return None if value in ids else value
