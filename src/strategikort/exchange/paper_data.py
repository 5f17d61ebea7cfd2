"""The data that an agreement's paper carries: the agreement read from its PDF alone."""

import re
from typing import Final

from strategikort.domain.agreements import Agreement
from strategikort.domain.carried import own_records
from strategikort.domain.changes import Change, ChangeSet
from strategikort.domain.document import Document
from strategikort.domain.phrases import phrase
from strategikort.domain.shape import Id
from strategikort.exchange.gathering import counted
from strategikort.exchange.results import Imported, refused
from strategikort.exchange.snapshot import checked_snapshot, written_snapshot

_NAME: Final = re.compile(r"strategikort-aftale-([A-Za-z0-9][A-Za-z0-9._-]{0,35})\.json")


def data_name(agreement: Id) -> str:
    """The name of the file inside the PDF, which says whose data they are."""
    return f"strategikort-aftale-{agreement}.json"


def agreement_named(name: str) -> Id | None:
    """The agreement whose data a file inside a PDF holds, by its name; None if it is none of ours."""
    found = _NAME.fullmatch(name)
    return Id(found[1]) if found else None


def written_data(carried: Document) -> bytes:
    """The data of a paper, as `domain.carried` gathers them: the same bytes for the same records."""
    return written_snapshot(carried)


def read_data(content: bytes, agreement: Id, document: Document, *, file: str) -> Imported:
    """What the data of a paper bring into ``document``: ``agreement`` as it was printed.

    Its own records take the form that the paper says; what lies around it (people, the organisation, goals above) is
    added where it is missing and left where it is there already.

    Raises:
        ImportProblem: the data are none of ours, or damaged; they name what is nowhere; another municipality's.
    """
    records, repaired = checked_snapshot(content, document, file)
    carried = Document(records)
    printed = carried.get(Agreement, agreement)
    if printed is None:
        raise refused("no_agreement", file=file)
    own = {one.id for one in own_records(carried, printed)}
    changes = []
    for record in records:
        before = document.get(type(record), record.id)
        if before is None or (record.id in own and before != record):
            changes.append(Change(before, record))
    return Imported(
        change_set=ChangeSet(phrase("edit.import", file=file), tuple(changes)),
        added=counted([change.record for change in changes if change.before is None]),
        repaired=repaired,
    )
