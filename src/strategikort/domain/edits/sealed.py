"""What no edit may change: the text of an agreement that is being heard, is ready, signed or has lapsed."""

from collections.abc import Iterator
from typing import Final

from strategikort.domain.agreed import agreements_with, content_hash
from strategikort.domain.agreements import Agreement, AgreementState
from strategikort.domain.changes import ChangeSet
from strategikort.domain.document import Document
from strategikort.domain.edits.refusal import EditRefused
from strategikort.domain.shape import Id

_LOCKED: Final = {
    AgreementState.IN_HEARING: "agreement.in_hearing",
    AgreementState.READY: "agreement.ready",
    AgreementState.CANCELLED: "agreement.is_cancelled",
}


def text_lock(agreement: Agreement) -> str:
    """The code of the refusal that a change of the agreement's text meets; empty if it may be changed.

    A signed agreement of an earlier file, of which no mark was taken, is not locked. Section 3.4 of the domain
    description.
    """
    if agreement.state.signed:
        return "agreement.is_signed" if agreement.content_hash else ""
    return _LOCKED.get(agreement.state, "")


def unsealed(document: Document, change_set: ChangeSet) -> ChangeSet:
    """``change_set``, if no agreement whose text is locked says something else after it.

    Cost: a look at each change; the mark of what is agreed, before and after, where a locked agreement is touched.

    Raises:
        EditRefused: as `text_lock` says.
    """
    after: Document | None = None
    for identity in set(_touched(document, change_set)):
        before = document.get(Agreement, identity)
        code = text_lock(before) if before else ""
        if before is None or not code:
            continue
        after = after or document.with_changes(change_set)
        now = after.get(Agreement, identity)
        if now is None or content_hash(after, now) != content_hash(document, before):
            raise EditRefused(code, agreement=before.title or before.code)
    return change_set


def _touched(document: Document, change_set: ChangeSet) -> Iterator[Id]:
    """The agreements that one of the changed records was agreed on in, or would be."""
    for change in change_set.changes:
        for record in (change.before, change.after):
            if record is not None:
                yield from agreements_with(document, record)
