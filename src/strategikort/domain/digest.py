"""The fingerprint of a document's content: equal for equal content, on every machine and in every store.

Each row is written in one canonical form: the name of its table, then a JSON array of its columns in the order of
their names. Dates are ISO texts, figures texts without exponent, truths 0 and 1, lists JSON texts with sorted keys,
what a kind lacks null. The fingerprint is the sum of the SHA-256 of all rows and of all tables with their columns, so
rows need no order, and an edit moves it by the rows that it touches alone.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from strategikort.domain.document import Document
from strategikort.domain.kinds import TABLES, Table
from strategikort.domain.plain import plain
from strategikort.domain.shape import Field, Record, fields_of

Cell = str | int | None
Row = Sequence[Cell]

_MODULUS: Final = 1 << 256

_compact: Final[Callable[[object], str]] = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_list_text: Final[Callable[[object], str]] = json.JSONEncoder(
    ensure_ascii=False, separators=(",", ":"), sort_keys=True
).encode


class ContentDigest:
    """A fingerprint on its way: rows come in and go out in any order."""

    def __init__(self, text: str = "") -> None:
        """Begin with nothing, or with an earlier `text`. Raises ValueError if that is none."""
        self._sum = int(text, 16) if text else 0

    def table(self, name: str, columns: Iterable[str]) -> None:
        """Take in a table with its columns, sorted by name."""
        self._sum += _number(f"{name}\n{_compact(list(columns))}")

    def add(self, table: str, row: str) -> None:
        """Take in a row of ``table``, as `row_text` gives it. Raises UnicodeEncodeError on a lone surrogate."""
        self._sum += _number(f"{table}\t{row}")

    def add_written(self, rows: Iterable[bytes]) -> None:
        """Take in rows that are written already: the name of the table, a tab, and what `row_text` gives, in UTF-8."""
        sha256, number = hashlib.sha256, int.from_bytes
        self._sum += sum([number(sha256(row).digest(), "big") for row in rows])

    def remove(self, table: str, row: str) -> None:
        """Take out a row that was taken in."""
        self._sum -= _number(f"{table}\t{row}")

    @property
    def text(self) -> str:
        """The fingerprint, 64 hexadecimal digits."""
        return f"{self._sum % _MODULUS:064x}"


def _number(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode()).digest(), "big")


def row_text(row: Row) -> str:
    """A row in its canonical form; SQLite's ``json_array`` gives the same."""
    return _compact(row)


def columns_of(table: Table) -> Mapping[str, Field | None]:
    """The columns of a table in the order of their names, each with its field; the kind's column has None."""
    columns: dict[str, Field | None] = {f.name: f for _, kind in table.kinds for f in fields_of(kind)}
    if len(table.kinds) > 1:
        columns["kind"] = None
    return dict(sorted(columns.items()))


def cell(field: Field, value: object) -> Cell:
    """The value of one field as it stands in a row."""
    if field.many:
        return list_cell(value)
    bare = plain(value)
    if isinstance(bare, bool):
        return int(bare)
    if isinstance(bare, (list, dict)):
        raise TypeError(f"{field.name} is not declared as a list")
    return bare


def list_cell(value: object) -> str:
    """A list as it stands in a row: JSON text with sorted keys."""
    return _list_text(plain(value))


def digest_of(document: Document) -> str:
    """The fingerprint of all records of ``document``, equal to the one in its file. Cost: about 60 µs a goal."""
    digest = ContentDigest()
    for table in TABLES:
        columns = columns_of(table)
        digest.table(table.name, columns)
        names = {kind: name for name, kind in table.kinds}
        for record in document.all(table.base).values():
            digest.add(table.name, row_text(_row(columns, record, names[type(record)])))
    return digest.text


def _row(columns: Mapping[str, Field | None], record: Record, kind: str) -> list[Cell]:
    own = {field.name for field in fields_of(type(record))}
    return [
        kind if field is None else cell(field, getattr(record, name)) if name in own else None
        for name, field in columns.items()
    ]
