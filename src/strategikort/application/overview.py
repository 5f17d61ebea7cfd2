"""Ten centres' files as one municipality: read beside each other, written to never."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from strategikort.application.behind import goals_of
from strategikort.application.session import Desk, read_document
from strategikort.domain.document import Document, goal_titled
from strategikort.domain.failures import KnownFailure
from strategikort.domain.kinds import TABLE_OF
from strategikort.domain.organisation import OVERVIEW, Municipality, Scope
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
    """The files of a folder as one document. ``files`` were read, ``problems`` says why others were not.

    ``stamps`` are when each file of the folder was last written, in nanoseconds, as it was before it was read;
    ``centres`` is whose file each is (None: no single centre's), ``holders`` which files hold a record.
    """

    document: Document
    files: tuple[Path, ...]
    problems: tuple[tuple[Path, Phrase], ...]
    clashes: tuple[Clash, ...]
    stamps: Mapping[Path, int]
    centres: Mapping[Path, Id | None]
    holders: Mapping[Id, tuple[Path, ...]]

    def file_of(self, record: Id, centre: Id | None) -> Path | None:
        """The file in which a record that belongs to ``centre`` is changed; None if that cannot be told.

        What one file alone holds is changed there; what several hold, in that of the centre.
        """
        held = self.holders.get(record, ())
        if len(held) == 1:
            return held[0]
        own = [file for file in held if centre and self.centres[file] == centre]
        return own[0] if len(own) == 1 else None


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
    stamps = stamps_of(folder)
    for file in stamps:
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
        stamps=stamps,
        centres={file: one.centre if (one := document.municipality) else None for file, document in read},
        holders=_holders(read),
    )


def name_of(document: Document, record: Record) -> str:
    """What a record is called, or the goal that it belongs to."""
    own = str(getattr(record, "title", "") or getattr(record, "name", "") or getattr(record, "code", ""))
    goals = goals_of(document, (record.id,))
    return own or (goal_titled(document, goals[0]) if goals else record.id)


def stamps_of(folder: Path) -> Mapping[Path, int]:
    """When each document of a folder was last written, the last saved first: what it says comes before what others say.

    Raises:
        KnownFailure: ``overview.unreachable`` if the folder cannot be read.
    """
    try:
        found = [one for one in folder.iterdir() if one.name.endswith(SUFFIX) and not one.name.startswith(".")]
        stamps = {file: file.stat().st_mtime_ns for file in found}
    except OSError as failure:
        raise KnownFailure(phrase("overview.unreachable", folder=str(folder))) from failure
    return dict(sorted(stamps.items(), key=lambda one: (-one[1], one[0].name)))


def _holders(read: Iterable[tuple[Path, Document]]) -> Mapping[Id, tuple[Path, ...]]:
    held: dict[Id, list[Path]] = {}
    for file, document in read:
        for record in document.records():
            held.setdefault(record.id, []).append(file)
    return {record: tuple(files) for record, files in held.items()}


def _together(read: Iterable[tuple[Path, Document]]) -> tuple[list[Record], list[Clash]]:
    held: dict[tuple[str, Id], tuple[Path, Record]] = {}
    clashes: list[Clash] = []
    for file, document in read:
        for record in document.records():
            if isinstance(record, Municipality):
                record = replace(record, id=OVERVIEW, scope=Scope.MUNICIPALITY, centre=None, note="")
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
