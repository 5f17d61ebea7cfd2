"""The JSON snapshot: a whole document as one text file, for other programs, for archives and for looking at.

Its form follows from the record kinds alone: each kind is a list of its records, each record an object of its fields.
Writing and reading give the same document, letter by letter.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, make_dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from types import GenericAlias
from typing import Final, Literal, cast

from pydantic import TypeAdapter, ValidationError

from strategikort.domain.changes import Change, ChangeSet
from strategikort.domain.document import Document
from strategikort.domain.edits.refusal import NewId
from strategikort.domain.kinds import KIND_NAMED, TABLE_OF, TABLES, kind_name
from strategikort.domain.organisation import Municipality
from strategikort.domain.phrases import Phrase, phrase
from strategikort.domain.plain import plain
from strategikort.domain.profile import Profile
from strategikort.domain.shape import Id, Record, fields_of, with_values
from strategikort.domain.texts import tidied
from strategikort.exchange.gathering import counted
from strategikort.exchange.results import Imported, refused
from strategikort.exchange.sources import MEGABYTE, source_bytes

FORMAT: Final = "strategikort"
VERSION: Final = 1
MOST_BYTES: Final = 300 * MEGABYTE

_IDENTITY: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,35}")
_ESCAPES: Final = re.compile(rb"\\[urbf]")

_Records: Final = make_dataclass(
    "Records",
    [(name, GenericAlias(tuple, (kind, ...)), field(default=())) for name, kind in KIND_NAMED.items()],
    frozen=True,
)


@dataclass(frozen=True)
class _Snapshot:
    """What stands in the file: its format, the version of it, and the records by kind."""

    format: Literal["strategikort"]
    version: Literal[1]
    records: _Records  # type: ignore[valid-type]


@cache
def _shape() -> TypeAdapter[_Snapshot]:
    return TypeAdapter(_Snapshot)


def written_snapshot(document: Document) -> bytes:
    """``document`` as a JSON snapshot in UTF-8: the same bytes for the same records, one record a line."""
    by_kind: dict[str, list[str]] = {}
    for record in sorted(document.records(), key=lambda one: one.id):
        by_kind.setdefault(kind_name(record), []).append(json.dumps(_fields(record), ensure_ascii=False))
    kinds = [f'"{name}": [\n' + ",\n".join(by_kind[name]) + "\n]" for name in KIND_NAMED if name in by_kind]
    head = f'{{"format": "{FORMAT}", "version": {VERSION}, "records": {{\n'
    return (head + ",\n".join(kinds) + "\n}}\n").encode()


def _fields(record: Record) -> Mapping[str, object]:
    return {item.name: plain(getattr(record, item.name)) for item in fields_of(type(record))}


def snapshot_schema() -> Mapping[str, object]:
    """The JSON Schema (2020-12) of the snapshot, derived from the record kinds."""
    schema = _shape().json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "Strategikort snapshot"
    return schema


def read_snapshot(source: Path, document: Document, *, profile: Profile, new_id: NewId, year: int) -> Imported:
    """What the snapshot at ``source`` brings into ``document``; into an empty one, the whole document as it was.

    Records keep their identities: what stands there already is left, what differs takes the snapshot's form, and
    nothing is removed. ``profile``, ``new_id`` and ``year`` are not asked, as a snapshot is complete.

    Raises:
        ImportProblem: no snapshot of this version, a value that fits no field, a reference to a record that is
            nowhere, or the snapshot of another municipality.
    """
    records, repaired = checked_snapshot(source_bytes(source, most=MOST_BYTES), document, source.name)
    changes = []
    for record in records:
        before = document.get(type(record), record.id)
        if before != record:
            changes.append(Change(before, record))
    label = phrase("edit.import", file=source.name)
    return Imported(
        change_set=ChangeSet(label, tuple(changes)),
        added=counted([change.record for change in changes if change.before is None]),
        repaired=repaired,
    )


def checked_snapshot(content: bytes, document: Document, file: str) -> tuple[list[Record], tuple[Phrase, ...]]:
    """The records of a snapshot for ``document``, and what was tidied in them.

    Raises:
        ImportProblem: as `read_snapshot`.
    """
    read = snapshot_records(content, file)
    records = read if _is_tidy(content) else [_tidy(record) for record in read]
    _is_whole(records, document, file)
    return records, tuple(_told(read, records))


def snapshot_records(content: bytes, file: str) -> list[Record]:
    """The records of a snapshot, in an order in which what is referred to comes first.

    Raises:
        ImportProblem: no snapshot of this version, or a value that fits no field.
    """
    _is_sound(content, file)
    try:
        snapshot = _shape().validate_json(content, strict=True, extra="forbid")
    except ValidationError as failure:
        first = failure.errors(include_url=False, include_context=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"]) or "-"
        raise refused("wrong_value", file=file, where=where[:120]) from None
    lists: Iterable[tuple[Record, ...]] = (
        cast(tuple[Record, ...], getattr(snapshot.records, name)) for table in TABLES for name, _ in table.kinds
    )
    return list(chain.from_iterable(lists))


def _is_tidy(content: bytes) -> bool:
    text = content.decode("utf-8-sig")
    return not _ESCAPES.search(content) and tidied(text) == text


def _tidy(record: Record) -> Record:
    texts = {item.name: getattr(record, item.name) for item in fields_of(type(record)) if item.type is str}
    fresh = {name: tidied(text) for name, text in texts.items() if isinstance(text, str) and tidied(text) != text}
    return with_values(record, fresh) if fresh else record


def _told(read: list[Record], records: list[Record]) -> Iterable[Phrase]:
    changed = sum(before is not after for before, after in zip(read, records, strict=True))
    if changed:
        yield phrase("import.mended.tidied", n=changed)


def _is_sound(content: bytes, file: str) -> None:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        line = content.count(b"\n", 0, failure.start) + 1
        raise refused("not_utf8", file=file, line=str(line)) from None
    try:
        whole = json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant)
    except json.JSONDecodeError as failure:
        raise refused("not_json", file=file, line=str(failure.lineno), column=str(failure.colno)) from None
    except _Twice as failure:
        raise refused("key_twice", file=file, key=str(failure)[:60]) from None
    except RecursionError:
        raise refused("deep_json", file=file) from None
    except ValueError:
        raise refused("not_json", file=file, line="1", column="1") from None
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise refused("no_snapshot", file=file)
    if whole.get("version") != VERSION:
        raise refused("other_version", file=file, version=str(whole.get("version"))[:20], ours=str(VERSION))


class _Twice(Exception):
    """A key that stands twice in one object."""


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        raise _Twice(next(key for key in keys if keys.count(key) > 1))
    return found


def _no_constant(name: str) -> object:
    raise ValueError(name)


def _is_whole(records: list[Record], document: Document, file: str) -> None:
    there: dict[str, set[Id]] = {table.name: set() for table in TABLES}
    for record in chain(document.records(), records):
        there[TABLE_OF[type(record)].name].add(record.id)
    seen: set[tuple[str, Id]] = set()
    for record in records:
        key = (TABLE_OF[type(record)].name, record.id)
        if key in seen or not _IDENTITY.fullmatch(record.id):
            raise refused("wrong_identity", file=file, id=record.id[:60])
        seen.add(key)
        for item in fields_of(type(record)):
            other = getattr(record, item.name) if item.refers else None
            if other and other not in there[item.refers or ""]:
                raise refused("no_referent", file=file, id=record.id, where=f"{kind_name(record)}.{item.name}")
    owners = [one for one in records if isinstance(one, Municipality)]
    mine = document.municipality
    if len(owners) > 1 or (mine and owners and owners[0].id != mine.id) or not (mine or owners):
        raise refused("other_municipality", file=file, name=owners[0].name if owners else "-")
