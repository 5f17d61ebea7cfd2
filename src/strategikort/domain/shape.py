"""How a record is declared: the marks on its fields, and what they give to those who store, draw and check records.

A record kind is one dataclass. Its annotations carry everything else: how long a text may be, which record an
identity points to. Tables, snapshots, digests, differences and the limits of entry fields are all derived from here.
"""

import types
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Final, NewType, TypeVar, Union, get_args, get_origin, get_type_hints

Id = NewType("Id", str)
"""The identity of a record: a UUID in its 36-character form, made by the app, never reused."""

R = TypeVar("R", bound="Record")

SCALARS: Final = (str, bool, int, Decimal, date, datetime)


@dataclass(frozen=True, slots=True)
class Length:
    """How many characters a text may have. ``least`` is what a finished text has; a draft may be shorter."""

    most: int
    least: int = 0


@dataclass(frozen=True, slots=True)
class Refers:
    """The field holds the identity of a record of the kind whose table is ``table``, or a tuple of such identities."""

    table: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Anything that has an identity of its own."""

    id: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field of a record kind, read off its annotation.

    ``type`` is the bare type: one of `SCALARS`, a `StrEnum`, or for ``many`` the type of the items (which may also
    be a value dataclass such as a milestone). ``optional`` fields may be None. ``refers`` is the table of the one
    record that the field names, ``lists`` that of the records that a field of ``many`` names.
    """

    name: str
    type: type
    optional: bool = False
    many: bool = False
    length: Length | None = None
    refers: str | None = None
    lists: str | None = None


_KNOWN: dict[type, tuple[Field, ...]] = {}


def fields_of(kind: type) -> tuple[Field, ...]:
    """The fields of a record kind or value dataclass, in the order of their declaration, the identity first."""
    if kind not in _KNOWN:
        hints = get_type_hints(kind, include_extras=True)
        _KNOWN[kind] = tuple(_field(item.name, hints[item.name]) for item in fields(kind))
    return _KNOWN[kind]


def made_of(kind: Callable[..., R], values: Mapping[str, object]) -> R:
    """The record of ``kind`` with ``values`` by field name.

    Raises:
        TypeError: a field without default has no value, or a name is no field.
    """
    return kind(**values)


def with_values(record: R, values: Mapping[str, object]) -> R:
    """``record`` with some fields filled anew."""
    kept = {field.name: getattr(record, field.name) for field in fields_of(type(record))}
    return made_of(type(record), {**kept, **values})


def references(record: Record) -> Iterator[tuple[str, Id]]:
    """The table and identity of every record that ``record`` names."""
    for field in fields_of(type(record)):
        if field.refers:
            identity = getattr(record, field.name)
            if identity is not None:
                yield field.refers, identity
        elif field.lists:
            for identity in getattr(record, field.name):
                yield field.lists, identity


def _field(name: str, hint: object) -> Field:
    marks: list[object] = []
    optional = many = False
    while True:
        origin = get_origin(hint)
        if origin is Annotated:
            hint, *more = get_args(hint)
            marks += more
        elif origin in (Union, types.UnionType):
            optional = True
            (hint,) = (part for part in get_args(hint) if part is not type(None))
        elif origin is tuple:
            many = True
            hint = get_args(hint)[0]
        else:
            break
    bare = str if hint is Id else hint
    if not isinstance(bare, type) or not (issubclass(bare, (StrEnum, *SCALARS)) or many):
        raise TypeError(f"field {name} has a type that no record can hold: {hint}")
    table = next((mark.table for mark in marks if isinstance(mark, Refers)), None)
    return Field(
        name=name,
        type=bare,
        optional=optional,
        many=many,
        length=next((mark for mark in marks if isinstance(mark, Length)), None),
        refers=None if many else table,
        lists=table if many else None,
    )


def room(kind: type, name: str) -> int:
    """How many characters the text field ``name`` of ``kind`` holds."""
    length = field_of(kind, name).length
    assert length is not None, "a text field has a length"
    return length.most


def field_of(kind: type, name: str) -> Field:
    """The field ``name`` of ``kind``.

    Raises:
        KeyError: the kind has no such field.
    """
    for field in fields_of(kind):
        if field.name == name:
            return field
    raise KeyError(name)
