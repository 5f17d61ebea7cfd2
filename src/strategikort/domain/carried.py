"""The records that an agreement's paper carries with it: what was agreed, and all that is needed to read it alone."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from strategikort.domain.agreed import agreed_records
from strategikort.domain.agreements import Agreement, FollowUp, Involvement, Signatory
from strategikort.domain.document import Document
from strategikort.domain.goals import Effort, Goal, UnitGoal
from strategikort.domain.kinds import TABLE_NAMED
from strategikort.domain.organisation import Municipality, Person
from strategikort.domain.shape import Id, Record, references


def own_records(document: Document, agreement: Agreement) -> tuple[Record, ...]:
    """The agreement's own records: what is agreed, its parties, who was heard, and its planned follow-ups."""
    goals = document.grouped(UnitGoal, "agreement").get(agreement.id, ())
    around = [
        *(link for goal in goals for link in document.links_down(goal.id) if document.get(Effort, link.lower)),
        *(document.grouped(Signatory, "agreement").get(agreement.id, ())),
        *(document.grouped(Involvement, "agreement").get(agreement.id, ())),
        *(one for one in document.grouped(FollowUp, "agreement").get(agreement.id, ()) if one.goal is None),
    ]
    return tuple(dict.fromkeys((*agreed_records(document, agreement), *around)))


def carried_document(document: Document, agreement: Agreement, *, public: bool = False) -> Document:
    """The agreement as a document of its own, with its red thread up and whatever its records name.

    What has no business on a paper that anybody may get is left out: addresses, notes, and with ``public`` the
    weights of goals, which only performance pay asks for.
    """
    found: dict[Id, Record] = {}
    _take(document, (*own_records(document, agreement), *document.all(Municipality).values()), found)
    _take(document, _thread(document, tuple(found.values())), found)
    return Document([_bare(one, public) for one in found.values()])


def _thread(document: Document, below: Iterable[Record]) -> Iterator[Record]:
    """The goals above, with the links to them."""
    waiting = [one.id for one in below if isinstance(one, UnitGoal)]
    seen = set(waiting)
    while waiting:
        for link in document.links_up(waiting.pop()):
            yield link
            if link.upper not in seen:
                seen.add(link.upper)
                waiting.append(link.upper)
                if above := document.get(Goal, link.upper):
                    yield above


def _take(document: Document, records: Iterable[Record], found: dict[Id, Record]) -> None:
    """Take records and whatever they name, directly or not."""
    waiting = list(records)
    while waiting:
        record = waiting.pop()
        if record.id in found:
            continue
        found[record.id] = record
        for table, identity in references(record):
            named = document.get(TABLE_NAMED[table].base, identity)
            if named is not None:
                waiting.append(named)


def _bare(record: Record, public: bool) -> Record:
    if isinstance(record, Person):
        return replace(record, email="")
    if isinstance(record, Municipality):
        return replace(record, note="")
    if public and isinstance(record, UnitGoal):
        return replace(record, weight=None)
    return record
