"""Which records belong to what two parties have signed, so that a change of them would need an addendum."""

from strategikort.domain.agreed import agreements_with
from strategikort.domain.agreements import Agreement
from strategikort.domain.document import Document
from strategikort.domain.shape import Id, Record


def is_sealed(document: Document, record: Id | None) -> bool:
    """Whether a record is among those that a signed agreement made final: see `domain.agreed`.

    Cost: as `agreements_with`.
    """
    found = document.find(record) if record else None
    return found is not None and any(
        seals(document.get(Agreement, agreement)) for agreement in agreements_with(document, found)
    )


def seals(record: Record | None) -> bool:
    """Whether a record is an agreement that makes final what belongs to it: signed, with a mark of what it said."""
    return isinstance(record, Agreement) and record.state.signed and record.content_hash != ""
