"""Records as rows of their tables, and rows as records, column by column: the fast way that opening needs."""

import json
import re
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from itertools import repeat
from operator import attrgetter
from typing import Any, Final

from sqlalchemy import bindparam, delete, insert, select, update

from strategikort.domain.digest import Cell, Row, columns_of, list_cell
from strategikort.domain.kinds import TABLES, Table
from strategikort.domain.plain import field_from_plain
from strategikort.domain.shape import Field, Record, fields_of
from strategikort.storage import tables
from strategikort.storage.problems import Damaged

_FIGURE: Final = re.compile(r"-?\d{1,40}(\.\d{1,40})?")
_NOTHING: Final = type(None)

OWN_ID: Final = "own_id"
"""What `TableCodec.update` and `TableCodec.delete` call the identity of the record that they are about."""


class KindCodec:
    """One record kind in the columns of its table."""

    def __init__(self, table: Table, name: str, kind: type[Record]) -> None:
        self.kind = kind
        fields = {field.name: field for field in fields_of(kind)}
        self._values = attrgetter(*fields)
        self._order = tuple(fields)
        self._template: list[Cell] = []
        self._places: list[tuple[int, int, Callable[[Any], Cell] | None]] = []
        self._columns: list[tuple[int, Field, Callable[[Record, object], None]]] = []
        self._foreign: list[int] = []
        for place, column in enumerate(columns_of(table)):
            field = fields.get(column)
            self._template.append(name if column == "kind" and len(table.kinds) > 1 else None)
            if field is not None:
                self._places.append((place, self._order.index(column), None if _is_plain(field) else _writer(field)))
                self._columns.append((place, field, getattr(kind, column).__set__))
            elif self._template[-1] is None:
                self._foreign.append(place)

    def row(self, record: Record) -> list[Cell]:
        """The row of ``record``, columns in the order of their names."""
        values = self._values(record)
        row = self._template.copy()
        for place, at, written in self._places:
            value = values[at]
            row[place] = value if written is None or value is None else written(value)
        return row

    def records(self, rows: Sequence[Row]) -> list[Record]:
        """The records of ``rows``.

        Raises:
            Damaged: a value does not fit its field.
        """
        cells: list[tuple[Cell, ...]] = list(zip(*rows, strict=True))
        if any(set(cells[place]) != {None} for place in self._foreign):
            raise Damaged
        made: list[Record] = list(map(object.__new__, repeat(self.kind, len(rows))))
        for place, field, put in self._columns:
            deque(map(put, made, _values(field, cells[place])), maxlen=0)
        return made


class TableCodec:
    """One table: its columns in the order of their names, and the statements that change a row."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.columns = tuple(columns_of(table))
        self.kinds: Mapping[type[Record], KindCodec] = {
            kind: KindCodec(table, name, kind) for name, kind in table.kinds
        }
        self._named = {name: self.kinds[kind] for name, kind in table.kinds}
        made = tables.RECORDS[table.name]
        own = made.c.id == bindparam(OWN_ID)
        self.select = select(*(made.c[name] for name in self.columns)).order_by(made.c.id)
        self.insert = insert(made)
        self.update = update(made).where(own)
        self.delete = delete(made).where(own)

    def row(self, record: Record) -> list[Cell]:
        """The row of ``record``."""
        return self.kinds[type(record)].row(record)

    def inserted(self, record: Record) -> dict[str, Cell]:
        """What `insert` needs to write ``record``."""
        return dict(zip(self.columns, self.row(record), strict=True))

    def updated(self, record: Record) -> dict[str, Cell]:
        """What `update` needs to write ``record`` over the one with its identity."""
        filled = self.inserted(record)
        filled[OWN_ID] = filled.pop("id")
        return filled

    def records(self, rows: Sequence[Row]) -> list[Record]:
        """The records of ``rows``, in their order where the table has one kind. Raises Damaged."""
        if not rows:
            return []
        if len(self._named) == 1:
            return next(iter(self._named.values())).records(rows)
        place = self.columns.index("kind")
        sorted_out: dict[Cell, list[Row]] = {}
        for row in rows:
            sorted_out.setdefault(row[place], []).append(row)
        if not all(isinstance(name, str) and name in self._named for name in sorted_out):
            raise Damaged
        return [one for name, some in sorted_out.items() for one in self._named[str(name)].records(some)]


def _is_plain(field: Field) -> bool:
    """Whether a value stands in a row as it is: texts, whole numbers, truths (which SQLite holds as 0 and 1)."""
    return not field.many and field.type in (str, int)


def _values(field: Field, cells: Sequence[Cell]) -> Sequence[object]:
    """The values of one column. Each distinct cell is read once: dates, members and lists repeat a lot."""
    wanted = int if field.type in (int, bool) and not field.many else str
    found = set(map(type, cells))
    if not found <= ({wanted, _NOTHING} if field.optional else {wanted}):
        raise Damaged
    if _is_plain(field):
        return cells
    read = _reader(field)
    try:
        known: dict[Any, object] = {one: None if one is None else read(one) for one in set(cells)}
    except (ValueError, TypeError, KeyError, RecursionError) as failure:
        raise Damaged from failure
    return list(map(known.__getitem__, cells))


def _writer(field: Field) -> Callable[[Any], Cell]:
    """What `strategikort.domain.digest.cell` does for a value that is there, without asking each time what it is."""
    if field.many:
        return lambda items: list_cell(items) if items else "[]"
    if field.type is bool:
        return int
    if field.type is Decimal:
        return lambda figure: f"{figure:f}"
    if issubclass(field.type, (date, datetime)):
        return field.type.isoformat
    if issubclass(field.type, StrEnum):
        return attrgetter("value")
    raise TypeError(f"{field.name}: no column holds a {field.type.__name__}")


def _reader(field: Field) -> Callable[[Any], object]:
    if field.many:
        return lambda text: field_from_plain(field, json.loads(text))
    if field.type is bool:
        return {0: False, 1: True}.__getitem__
    if field.type is Decimal:
        return _figure
    if issubclass(field.type, (date, datetime)):
        return field.type.fromisoformat
    if issubclass(field.type, StrEnum):
        return field.type
    raise TypeError(f"{field.name}: no column holds a {field.type.__name__}")


def _figure(text: str) -> Decimal:
    if not _FIGURE.fullmatch(text):
        raise ValueError("no figure")
    return Decimal(text)


CODECS: Final = {table.name: TableCodec(table) for table in TABLES}
CODEC_OF: Final = {kind: codec for codec in CODECS.values() for kind in codec.kinds}
