"""What the tests of the readers share: a model, identities that count up, the real files, and equality of content."""

import itertools
import os
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from strategikort.application.profiles import load_profile
from strategikort.application.wordings import wording
from strategikort.domain.document import Document
from strategikort.domain.edits.refusal import NewId
from strategikort.domain.kinds import TABLES
from strategikort.domain.phrases import Phrase
from strategikort.domain.plain import Plain, plain
from strategikort.domain.profile import Profile
from strategikort.domain.shape import Id, fields_of
from strategikort.exchange.bundle import read_bundle
from strategikort.exchange.results import Imported
from strategikort.exchange.snapshot import read_snapshot
from strategikort.exchange.stratml import read_stratml

FILES = Path(__file__).parent / "files"
SHARED = Path(__file__).parents[3] / "shared" / "data"
YEAR = 2015


@cache
def model() -> Profile:
    return load_profile("helsingoer", "da")


def counting() -> NewId:
    numbers = itertools.count(1)
    return lambda: Id(f"00000000-0000-4000-8000-{next(numbers):012d}")


def shared(*parts: str) -> Path:
    """A real file from outside the repository; the test is skipped where it is not."""
    path = SHARED.joinpath(*parts)
    if not path.exists():
        if os.environ.get("CI") == "true" and SHARED.exists():
            pytest.fail(f"{path.name} is missing beside the others")
        pytest.skip(f"the real data are not here: {'/'.join(parts)}")
    return path


Reader = Callable[..., Imported]


def read(reader: Reader, source: Path, into: Document | None = None, new_id: NewId | None = None) -> Imported:
    document = Document() if into is None else into
    return reader(source, document, profile=model(), new_id=new_id or counting(), year=YEAR)


def bundle(source: Path, into: Document | None = None) -> Imported:
    return read(read_bundle, source, into)


def stratml(source: Path, into: Document | None = None) -> Imported:
    return read(read_stratml, source, into)


def snapshot(source: Path, into: Document | None = None) -> Imported:
    return read(read_snapshot, source, into)


def made(imported: Imported) -> Document:
    """The document that an import into an empty one gives."""
    return Document().with_changes(imported.change_set)


def told(phrases: tuple[Phrase, ...], language: str = "da") -> list[str]:
    words = wording(language, model())
    return [words.say(one) for one in phrases]


def codes(phrases: tuple[Phrase, ...]) -> list[str]:
    return [one.code.rsplit(".", 1)[-1] for one in phrases]


def content(document: Document) -> list[tuple[str, list[Plain]]]:
    """All that a document says, with the place of a record in its table in the stead of its identity."""
    places = {
        record.id: f"{table.name} {place}"
        for table in TABLES
        for place, record in enumerate(document.all(table.base).values())
    }
    return [
        (table.name, [_named(plain(getattr(record, item.name)), places) for item in fields_of(type(record))])
        for table in TABLES
        for record in document.all(table.base).values()
    ]


def _named(value: Plain, places: dict[Id, str]) -> Plain:
    if isinstance(value, str):
        return places.get(Id(value), value)
    if isinstance(value, list):
        return [_named(item, places) for item in value]
    return value


def texts(document: Document) -> Iterator[str]:
    """Every text, date and figure that a document holds."""
    for record in document.records():
        for item in fields_of(type(record)):
            value = plain(getattr(record, item.name))
            yield from (str(one) for one in (value if isinstance(value, list) else [value]) if one is not None)
