"""Files from outside kept with an agreement: PDF, Word and pictures, read whole, of 10 MB at most."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from strategikort.application.workspace import Workspace
from strategikort.domain.agreements import AttachmentKind
from strategikort.domain.changes import ChangeSet
from strategikort.domain.document import Document
from strategikort.domain.edits.signing import attach
from strategikort.domain.failures import KnownFailure
from strategikort.domain.phrases import phrase
from strategikort.domain.shape import Id
from strategikort.exchange.sources import source_bytes
from strategikort.storage.stored import LARGEST

_LARGEST_SCAN: Final = 500 << 20
_KINDS: Final = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"PK\x03\x04", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
)
"""How each kind of file that may be attached begins."""


def read_file(path: Path) -> bytes:
    """The bytes of the regular file at ``path``.

    Raises:
        KnownFailure: it cannot be read, is empty, or larger than 10 MB.
    """
    return source_bytes(path, most=LARGEST)


def read_scan(path: Path) -> bytes:
    """The bytes of a scan of many sheets: a PDF of at most 500 MB. Raises KnownFailure."""
    content = source_bytes(path, most=_LARGEST_SCAN)
    if media_type(content) != "application/pdf":
        raise KnownFailure(phrase("pdf.unreadable"))
    return content


def media_type(content: bytes) -> str:
    """What kind of file ``content`` is, told by its beginning.

    Raises:
        KnownFailure: none that may be attached.
    """
    for start, kind in _KINDS:
        if content.startswith(start):
            return kind
    raise KnownFailure(phrase("attachment.kind"))


def attaching(
    workspace: Workspace, agreement: Id, name: str, content: bytes, kind: AttachmentKind
) -> Callable[[Document], ChangeSet]:
    """Keep ``content`` on this computer, and give the edit that keeps it with an agreement.

    Raises:
        KnownFailure: no kind of file that may be attached, too large, or the disk refuses.
    """
    said = media_type(content)
    file = workspace.session.store.put(content)

    def make(document: Document) -> ChangeSet:
        return attach(
            document,
            agreement,
            kind=kind,
            name=name[:140],
            media_type=said,
            file=file,
            size=len(content),
            today=workspace.today(),
            who=workspace.session.who,
            new_id=workspace.new_id,
        )

    return make
