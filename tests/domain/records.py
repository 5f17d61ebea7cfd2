"""Random records of every kind, made from their own declarations, for tests that hold for all of them."""

from datetime import date, datetime
from decimal import Decimal
from enum import Enum

from hypothesis import strategies as st

from strategikort.domain.kinds import KIND_NAMED
from strategikort.domain.shape import Field, Id, Record, fields_of, made_of

texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=20)
identities = st.uuids().map(lambda one: Id(str(one)))
figures = st.decimals(min_value=-(10**9), max_value=10**9, places=3, allow_nan=False)
days = st.dates(date(1990, 1, 1), date(2090, 1, 1))


def values_of(field: Field) -> st.SearchStrategy[object]:
    """Whatever the field may hold."""
    single = _single(field)
    if field.many:
        return st.lists(single, max_size=3).map(tuple)
    return st.none() | single if field.optional else single


def _single(field: Field) -> st.SearchStrategy[object]:
    if field.refers or (field.type is str and field.name == "id"):
        return identities
    if issubclass(field.type, Enum):
        return st.sampled_from(field.type)
    simple = {
        str: texts,
        bool: st.booleans(),
        int: st.integers(-1000, 3000),
        Decimal: figures,
        datetime: st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)),
        date: days,
    }
    if field.type in simple:
        return simple[field.type]
    return st.fixed_dictionaries({part.name: values_of(part) for part in fields_of(field.type)}).map(
        lambda values: field.type(**values)
    )


def records_of(kind: type[Record]) -> st.SearchStrategy[Record]:
    """Random records of one kind."""
    values = st.fixed_dictionaries({field.name: values_of(field) for field in fields_of(kind)})
    return values.map(lambda found: made_of(kind, found))


any_record = st.sampled_from(list(KIND_NAMED.values())).flatmap(records_of)
