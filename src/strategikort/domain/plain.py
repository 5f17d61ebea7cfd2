"""Records as plain values: the one form that digest, snapshot, log, comparison and storage share.

Dates are ISO texts, decimals texts without exponent, members their values, tuples lists, value dataclasses mappings.
"""

from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import TypeVar

from strategikort.domain.shape import Field, Record, fields_of, made_of

Plain = str | int | bool | None | list["Plain"] | dict[str, "Plain"]
R = TypeVar("R", bound=Record)


def plain(value: object) -> Plain:
    """``value`` as text, number, list or mapping.

    Raises:
        TypeError: a type that no record holds.
    """
    if isinstance(value, Enum):
        return str(value.value)
    if value is None or isinstance(value, (str, bool, int)):
        return value
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields_of(type(value))}
    raise TypeError(f"no record holds a {type(value).__name__}")


def from_plain(kind: type[R], values: Mapping[str, Plain]) -> R:
    """The record of ``kind`` that `plain` gave ``values`` for; a field that is missing keeps its default.

    Raises:
        ValueError: a value does not fit its field.
        TypeError: a field without default is missing.
    """
    return made_of(kind, {f.name: field_from_plain(f, values[f.name]) for f in fields_of(kind) if f.name in values})


def field_from_plain(field: Field, value: Plain) -> object:
    """The value of one field. Raises ValueError if ``value`` does not fit it."""
    if value is None:
        if field.optional:
            return None
        raise ValueError(f"{field.name} may not be empty")
    if field.many:
        if not isinstance(value, list):
            raise ValueError(f"{field.name} is a list")
        return tuple(_single(field.type, item, field.name) for item in value)
    return _single(field.type, value, field.name)


def _single(kind: type, value: Plain, name: str) -> object:
    make: Callable[..., object] = kind
    if is_dataclass(kind) and isinstance(value, dict):
        return make(**{part.name: field_from_plain(part, value[part.name]) for part in fields_of(kind)})
    if kind in (int, bool):
        if isinstance(value, int):
            return kind(value)
    elif isinstance(value, str):
        if issubclass(kind, (date, datetime)):
            return kind.fromisoformat(value)
        if kind is Decimal:
            return _decimal(value, name)
        return make(value)
    raise ValueError(f"{name} cannot hold {type(value).__name__}")


def _decimal(text: str, name: str) -> Decimal:
    try:
        number = Decimal(text)
    except ArithmeticError as failure:
        raise ValueError(f"{name} is no figure") from failure
    if not number.is_finite():
        raise ValueError(f"{name} is no figure")
    return number
