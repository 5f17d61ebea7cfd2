"""Records as rows and back."""

from contextlib import closing
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategikort.domain.digest import row_text
from strategikort.domain.kinds import KIND_NAMED
from strategikort.domain.shape import Record, fields_of
from strategikort.storage import database
from strategikort.storage.codec import CODEC_OF
from strategikort.storage.problems import Damaged
from tests.domain.records import any_record
from tests.storage.desks import town


@given(st.lists(any_record, max_size=5))
def test_what_is_written_is_read_back(records: list[Record]) -> None:
    for record in records:
        codec = CODEC_OF[type(record)]
        (back,) = codec.records([codec.row(record)])
        assert back == record
        assert hash(back) == hash(record)


@given(
    st.lists(
        st.none() | st.integers(-(2**63), 2**63 - 1) | st.text(st.characters(exclude_categories=["Cs"])), max_size=9
    )
)
def test_sqlite_writes_rows_in_the_canonical_form(row: list[str | int | None]) -> None:
    with closing(database.in_memory()) as connection:
        (written,) = connection.exec_driver_sql(f"SELECT json_array({', '.join('?' * len(row))})", tuple(row)).one()
    assert written == row_text(row)


@pytest.mark.parametrize("kind", KIND_NAMED.values(), ids=KIND_NAMED.keys())
def test_no_kind_does_anything_when_it_is_made(kind: type[Record]) -> None:
    """Reading fills the fields without calling the class."""
    assert not hasattr(kind, "__post_init__")


@given(st.sampled_from(list(town().records())), st.data())
def test_a_value_of_the_wrong_sort_is_damage(record: Record, data: st.DataObject) -> None:
    codec = CODEC_OF[type(record)]
    row: list[Any] = list(codec.row(record))
    column = data.draw(st.sampled_from([field.name for field in fields_of(type(record))]))
    field = next(field for field in fields_of(type(record)) if field.name == column)
    wrong: list[Any] = [b"\x00", 1.5]
    wrong += ["no number"] if field.type in (int, bool) else [7]
    row[codec.columns.index(column)] = data.draw(st.sampled_from(wrong))
    with pytest.raises(Damaged):
        codec.records([row])


@pytest.mark.parametrize(
    ("kind", "column", "value"),
    [
        ("goal", "kind", "dream"),
        ("goal", "valid_from", "yesterday"),
        ("goal", "nature", "odd"),
        ("goal", "balance", "[1, 2]"),
        ("goal", "balance", '{"a": 1}'),
        ("goal", "affects", "[" * 100_000),
        ("goal", "milestones", '[{"on": "2015-05-01"}]'),
        ("indicator", "baseline", "NaN"),
        ("indicator", "baseline", "1E+999999"),
        ("municipality", "scope", ""),
    ],
)
def test_a_value_that_no_field_can_hold_is_damage(kind: str, column: str, value: str) -> None:
    record = next(one for one in reversed(list(town().records())) if CODEC_OF[type(one)].table.name == kind)
    codec = CODEC_OF[type(record)]
    row = codec.row(record)
    row[codec.columns.index(column)] = value
    with pytest.raises(Damaged):
        codec.records([row])
