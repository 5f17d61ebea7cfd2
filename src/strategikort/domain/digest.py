"""The fingerprint of a document's content: equal for equal content, on every machine and in every store.

The canonical form goes table by table in the order of their names. A table is its name with its columns in the order
of their names, then its rows in the order of their identities, each a JSON array followed by a comma. Dates are ISO
texts, figures texts without exponent, truths 0 and 1, lists JSON texts with sorted keys, what a kind lacks null.
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

_compact: Final[Callable[[object], str]] = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_list_text: Final[Callable[[object], str]] = json.JSONEncoder(
    ensure_ascii=False, separators=(",", ":"), sort_keys=True
).encode


class ContentDigest:
    """The SHA-256 of a canonical form, fed in pieces: how the rows are cut into pieces does not matter."""

    def __init__(self) -> None:
        self._hash = hashlib.sha256()

    def table(self, name: str, columns: Iterable[str]) -> None:
        """Begin the table ``name`` with its columns, sorted by name."""
        self._hash.update(_compact([name, list(columns)]).encode())

    def rows(self, rows: Sequence[Row]) -> None:
        """Some more rows of the table, sorted by identity. Raises UnicodeEncodeError on a lone surrogate."""
        if rows:
            self._hash.update((_compact(rows)[1:-1] + ",").encode())

    @property
    def text(self) -> str:
        """The digest so far, 64 hexadecimal digits."""
        return self._hash.hexdigest()


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
    for table in sorted(TABLES, key=lambda table: table.name):
        columns = columns_of(table)
        digest.table(table.name, columns)
        names = {kind: name for name, kind in table.kinds}
        records = document.all(table.base)
        digest.rows([_row(columns, records[key], names[type(records[key])]) for key in sorted(records)])
    return digest.text


def _row(columns: Mapping[str, Field | None], record: Record, kind: str) -> list[Cell]:
    own = {field.name for field in fields_of(type(record))}
    return [
        kind if field is None else cell(field, getattr(record, name)) if name in own else None
        for name, field in columns.items()
    ]
