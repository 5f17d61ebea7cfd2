"""Papers that go out to be signed: made once, kept with the document, known again when they come back."""

from strategikort.application.printing import Press
from strategikort.application.workspace import Workspace
from strategikort.domain.agreed import content_hash
from strategikort.domain.agreements import Agreement, IssuedPaper, IssuePurpose
from strategikort.domain.document import Document
from strategikort.domain.edits.refusal import EditRefused
from strategikort.domain.edits.signing import issue, issued_of
from strategikort.domain.shape import Id
from strategikort.reports.model import Paper
from strategikort.reports.preview import page_count


def issued(workspace: Workspace, agreement: Agreement, purpose: IssuePurpose) -> Paper:
    """The final paper of an agreement for a way of signing, noted as sent out and kept with the document.

    As long as nothing on it has changed it is the very file that went out before.

    Raises:
        EditRefused: ``agreement.not_ready``, or ``agreement.stopped`` with what stands in the way of a final print.
        FileProblem: this computer's disk refuses.
    """
    session = workspace.session
    press = Press(workspace.reading, made_at=session.now())
    if not agreement.state.may_be_signed:
        raise EditRefused("agreement.not_ready", agreement=agreement.title)
    if stops := press.stopping(agreement):
        raise EditRefused("agreement.stopped", agreement=agreement.title, first=stops[0].message)
    code = press.laid_out(agreement, draft=False, purpose=purpose).fingerprint
    known = sent(session.document, agreement, purpose, code)
    if known is not None and session.store.has(known.file):
        pdf = session.store.read(known.file)
        return Paper(pdf=pdf, pages=page_count(pdf))
    paper = press.printed(agreement, purpose=purpose)
    file = session.store.put(paper.pdf)
    session.edit(
        issue(
            session.document,
            agreement.id,
            purpose=purpose,
            check_code=code,
            file=file,
            now=session.now(),
            who=session.who,
            new_id=workspace.new_id,
        )
    )
    return paper


def sent(document: Document, agreement: Agreement, purpose: IssuePurpose, check_code: str) -> IssuedPaper | None:
    """The paper of this version that went out before for the same purpose, if it says the same."""
    mark = content_hash(document, agreement)
    for one in issued_of(document, agreement.id):
        same = (one.version, one.purpose, one.check_code, one.content_hash)
        if same == (agreement.version, purpose, check_code, mark):
            return one
    return None


def issued_as(document: Document, file: str) -> IssuedPaper | None:
    """The paper that went out as exactly this file, by the SHA-256 of its bytes."""
    return next((one for one in document.all(IssuedPaper).values() if one.file == file), None)


def issued_with(document: Document, agreement: Id, version: int) -> tuple[IssuedPaper, ...]:
    """The papers of a version that went out, the latest first."""
    return tuple(one for one in issued_of(document, agreement) if one.version == version)
