"""Ten centres' files as one municipality: read beside each other, written to never."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from strategikort.application.session import Desk, read_document
from strategikort.domain.document import Document
from strategikort.domain.failures import KnownFailure
from strategikort.domain.kinds import TABLE_OF
from strategikort.domain.organisation import Municipality, Scope
from strategikort.domain.phrases import Phrase, phrase
from strategikort.domain.shape import Id, Record, references

SUFFIX = ".strategikort"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """A record that two files hold differently: that of ``kept`` stands in the overview, that of ``left`` does not."""

    record: Record
    other: Record
    kept: Path
    left: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The files of a folder as one document. ``files`` were read, ``problems`` says why others were not."""

    document: Document
    files: tuple[Path, ...]
    problems: tuple[tuple[Path, Phrase], ...]
    clashes: tuple[Clash, ...]


def overview_of(folder: Path, *, desk: Desk) -> Overview:
    """All documents in a folder as one; a file that cannot be read is told and left out.

    What several files share (the vision, the council's goals, the units) is one record where it is the same. Where two
    differ, the file that was saved last is right, and the clash is told.

    Raises:
        KnownFailure: ``overview.empty`` if nothing in the folder can be read, ``overview.mixed`` if the files follow
            different models.
    """
    read: list[tuple[Path, Document]] = []
    problems: list[tuple[Path, Phrase]] = []
    for file in _files(folder):
        try:
            read.append((file, read_document(file, desk)))
        except KnownFailure as failure:
            problems.append((file, failure.phrase))
    if not read:
        raise KnownFailure(phrase("overview.empty", folder=folder.name))
    models = sorted({one.profile for _, document in read if (one := document.municipality)})
    if len(models) > 1:
        raise KnownFailure(phrase("overview.mixed", folder=folder.name, models=tuple(models)))
    records, clashes = _together(read)
    return Overview(
        document=Document(_whole(records)),
        files=tuple(file for file, _ in read),
        problems=tuple(problems),
        clashes=tuple(clashes),
    )


def _files(folder: Path) -> list[Path]:
    """The documents of a folder, the last saved first, so that what they say comes before what others say."""
    found = [one for one in folder.iterdir() if one.name.endswith(SUFFIX) and not one.name.startswith(".")]
    return sorted(found, key=lambda file: (-file.stat().st_mtime_ns, file.name))


def _together(read: Iterable[tuple[Path, Document]]) -> tuple[list[Record], list[Clash]]:
    held: dict[tuple[str, Id], tuple[Path, Record]] = {}
    clashes: list[Clash] = []
    for file, document in read:
        for record in document.records():
            if isinstance(record, Municipality):
                record = replace(record, id=Id("overview"), scope=Scope.MUNICIPALITY, centre=None, note="")
            key = TABLE_OF[type(record)].name, record.id
            first = held.setdefault(key, (file, record))
            if first[1] != record and not isinstance(record, Municipality):
                clashes.append(Clash(record=first[1], other=record, kept=first[0], left=file))
    return [record for _, record in held.values()], clashes


def _whole(records: Iterable[Record]) -> list[Record]:
    """The records but for those that name one that none of the files holds, and those that name these."""
    known = list(records)
    while True:
        there = {(TABLE_OF[type(one)].name, one.id) for one in known}
        whole = [one for one in known if all(named in there for named in references(one))]
        if len(whole) == len(known):
            return whole
        known = whole
